"""What an order is, how two copies of it become one, and who it belongs to. Pure."""
