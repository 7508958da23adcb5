"""Our own format: the public order document, one JSON object a line (NDJSON)."""
