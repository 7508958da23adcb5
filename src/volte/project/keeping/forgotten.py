"""Whoever was erased after a backup was taken comes back with it. Who is that, as the database it replaces knows?"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import psycopg

from volte.kit import ids
from volte.runtime import texts

# Somebody whose erasure was just being written when the backup began may be in it; erasing twice does no harm.
_MARGIN = timedelta(minutes=1)
_THERE = "SELECT to_regclass('public.volte_privacy_erasure') IS NOT NULL"
# A database that is replaced may be older than the column of returns.
_SINCE = """
SELECT s.handle, left(e.mark, 12), coalesce(e.done_at, e.asked_at), e.customer_ids, e.order_ids,
       coalesce(to_jsonb(e)->'return_ids', '[]'::jsonb)
  FROM volte_privacy_erasure e JOIN volte_runtime_shop s ON s.id = e.shop_id
 WHERE coalesce(e.done_at, e.asked_at) > %s ORDER BY 3
"""


@dataclass(frozen=True, slots=True)
class Erased:
    """An erasure, done or asked for; `ref` is what `volte privacy erase` takes, "" where nothing named the person."""

    shop: str
    check: str
    at: datetime
    ref: str


def since(moment: datetime) -> tuple[Erased, ...] | None:
    """The erasures newer than a backup of this moment; None where the database keeps no certificates."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        if connection.execute(_THERE).fetchone() != (True,):
            return None
        found = connection.execute(_SINCE, [moment - _MARGIN]).fetchall()
    return tuple(
        Erased(shop, check, at, _ref((("cus", customers), ("ord", orders), ("ret", [UUID(one) for one in returns]))))
        for shop, check, at, customers, orders, returns in found
    )


def told(erased: tuple[Erased, ...] | None, *, taken_at: datetime, language: str) -> Iterator[str]:
    """What whoever restores has to do about it, line by line."""
    moment = f"{taken_at:%Y-%m-%d %H:%M} UTC"
    if erased is None:
        yield texts.say("restore-erased-unknown", language, at=moment)
        return
    yield texts.say("restore-erased", language, at=moment, count=len(erased))
    for one in erased:
        command = f"volte privacy erase {one.ref} --shop {one.shop}" if one.ref else one.shop
        yield f"  {one.at:%Y-%m-%d}  {one.check}  {command}"


def _ref(named: Sequence[tuple[str, Sequence[UUID]]]) -> str:
    return next((ids.public(kind, one) for kind, theirs in named for one in theirs), "")
