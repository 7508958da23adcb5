"""Webhooks over HTTP, to addresses we looked up and checked ourselves."""
