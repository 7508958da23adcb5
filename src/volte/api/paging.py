"""Lists a page at a time, by key: `?limit=&after=` in, `{"data": […], "next": "…"|null}` out."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any

from volte.kit.errors import Invalid

MOST = 200
USUAL = 50


def size(limit: int | None) -> int:
    """A page size between 1 and 200; refuses others."""
    if limit is None:
        return USUAL
    if not 1 <= limit <= MOST:
        raise Invalid("limit_invalid", most=MOST)
    return limit


def page(data: Sequence[Any], *, limit: int, key: str | None) -> dict[str, Any]:
    """`key` continues after the last of `data`; a page that is not full is the last."""
    return {"data": list(data), "next": _wrapped(key) if key is not None and len(data) == limit else None}


def so_far(data: Sequence[Any], *, key: str | None) -> dict[str, Any]:
    """A page that knows by itself whether it is the last: `key` continues after it, None ends."""
    return {"data": list(data), "next": _wrapped(key) if key is not None else None}


def _wrapped(key: str) -> str:
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def key_of(after: str | None) -> str | None:
    """The key inside an `after`; refuses what is not one of ours."""
    if not after:
        return None
    try:
        return base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError) as error:
        raise Invalid("after_invalid") from error
