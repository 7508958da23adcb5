"""One file a subject, each with functions that yield findings."""
