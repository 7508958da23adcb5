"""What is the hash of a policy? Of what the document says, not of how it is written down.

TOML and the same document in JSON, with or without comments, come to one digest: SHA-256 of the document as JSON
without white space, days as text, the keys of each table sorted. Only `methods`, `when` and `because` are read in their
order (ways are offered so, the first condition that fails and the first language are told): they are lists of pairs.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

_IN_ORDER = ("methods", "when", "because")


def digest(document: Any) -> str:
    """SHA-256 in hex of a document that was read from TOML or JSON."""
    return hashlib.sha256(written(document).encode("utf-8", "surrogatepass")).hexdigest()


def written(document: Any) -> str:
    return json.dumps(_plain(document), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any, name: str = "") -> Any:
    match value:
        case Mapping():
            pairs = [[key, _plain(each, key)] for key, each in value.items()]
            return pairs if name in _IN_ORDER else dict(sorted(pairs))
        case list():
            return [_plain(each) for each in value]
        case date():
            return value.isoformat()
        case _:
            return value
