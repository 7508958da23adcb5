"""Withdrawals: what was declared, what proves it, and what a person has to say about it."""
