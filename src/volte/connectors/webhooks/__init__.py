"""Ways to bring webhooks."""
