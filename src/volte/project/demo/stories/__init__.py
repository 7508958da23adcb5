"""The returns of the demo shop as plain stories: who sends back what and why, and what happens to it day by day."""
