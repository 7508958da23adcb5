"""What to say when, decided without a database: occasions, their facts, timing, the thread, legible colours."""
