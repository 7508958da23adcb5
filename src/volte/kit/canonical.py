"""How is a value written so that equal values are equal bytes, and what is the digest of that?

Canonical JSON: UTF-8, names in the order of their letters, no spaces, no escapes but those JSON must have. Numbers are
whole (everything of ours is counted in whole units). Its SHA-256 can be made again with any tool that reads JSON.
"""

import hashlib
import json
from typing import Any


def written(value: Any) -> str:
    """The one way to write this JSON value. Raises `ValueError` or `TypeError` for what is no JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(value: Any) -> str:
    """The SHA-256 of the value as it is written, in hex."""
    return digest_of(written(value))


def digest_of(text: str) -> str:
    """The SHA-256 of a text, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()
