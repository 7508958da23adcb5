"""The workspace of the people who work for a shop."""
