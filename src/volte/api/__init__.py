"""The API as other programs see it: REST under /api/v1, problem+json, idempotent writes, keyset pages."""
