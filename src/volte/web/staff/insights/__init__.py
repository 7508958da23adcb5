"""What the returns tell: eight questions, each with its finding, chart, table, definition and file."""
