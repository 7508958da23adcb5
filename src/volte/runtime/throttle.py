"""How often is too often? Counted in the database, so every process counts together."""

import hashlib
from datetime import timedelta

from django.db import connection

from volte.kit.errors import TooMany
from volte.runtime import clock, sql

_COUNT = """
INSERT INTO volte_runtime_throttlebucket AS bucket (key, window_ends_at, count) VALUES (%s, %s, 1)
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN bucket.window_ends_at <= %s THEN 1 ELSE bucket.count + 1 END,
    window_ends_at = CASE WHEN bucket.window_ends_at <= %s THEN EXCLUDED.window_ends_at ELSE bucket.window_ends_at END
RETURNING count, window_ends_at
"""
_SEEN = "SELECT window_ends_at FROM volte_runtime_throttlebucket WHERE key = %s AND window_ends_at > %s AND count >= %s"


def count(*, what: str, who: str, limit: int, within: timedelta) -> None:
    """Count one try of `what` by `who` (hashed: it may be an address); refuse TooMany above `limit` in a window.

    Runs outside the caller's transaction when there is none, so a try is counted even if it fails.
    """
    now = clock.now()
    tries, ends_at = sql.run(_COUNT, [_key(what, who), now + within, now, now]).fetchone()
    if tries > limit:
        raise TooMany("too_many_tries", retry_after=max(1, int((ends_at - now).total_seconds())))


def refuse_beyond(*, what: str, who: str, limit: int) -> None:
    """Refuse TooMany where `limit` tries were counted in a window that still lasts; counts nothing itself."""
    now = clock.now()
    found = sql.run(_SEEN, [_key(what, who), now, limit]).fetchone()
    if found is not None:
        raise TooMany("too_many_tries", retry_after=max(1, int((found[0] - now).total_seconds())))


def _key(what: str, who: str) -> str:
    return f"{what}:{hashlib.sha256(who.encode()).hexdigest()[:32]}"


def clean() -> int:
    """Forget windows that ended (periodic)."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM volte_runtime_throttlebucket WHERE window_ends_at < %s", [clock.now()])
        return int(cursor.rowcount)
