"""The policy desk: what holds, what is being worked on, what it would mean, and publishing it."""
