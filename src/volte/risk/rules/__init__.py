"""Signals and what they add up to. Pure."""
