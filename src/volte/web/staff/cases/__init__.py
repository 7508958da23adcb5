"""The agent's desk: queues on the left, the list in the middle, one page that tells a case."""
