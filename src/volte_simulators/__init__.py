"""Stand-ins for the outside world, each a small server of its own. They know nothing of Volte."""
