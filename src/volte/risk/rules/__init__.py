"""What is made of a customer's history. Pure."""
