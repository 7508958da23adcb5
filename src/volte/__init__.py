"""Volte: the returns system. ARCHITECTURE.md is the map of this package."""
