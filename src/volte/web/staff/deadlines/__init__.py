"""The week by its deadlines: what is late and due, and which of it will probably be missed."""
