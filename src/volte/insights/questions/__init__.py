"""One file for each question: what is asked of the facts, and what the figures say."""
