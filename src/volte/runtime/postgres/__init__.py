"""PostgreSQL of our own when nobody gives us one: found, made and kept alive under our supervision."""
