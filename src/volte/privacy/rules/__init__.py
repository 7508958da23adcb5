"""Pure rules of privacy."""
