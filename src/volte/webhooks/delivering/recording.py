"""What became of each try, written down together. Called inside `tenancy.everywhere()`."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from volte.kit import ids
from volte.runtime import sql
from volte.webhooks.delivering.leasing import Letter
from volte.webhooks.models import DeliveryStatus, PausedBecause
from volte.webhooks.ports import Answer
from volte.webhooks.rules import schedule
from volte.webhooks.rules.outcomes import Outcome

# Spreads retries; nothing secret hangs on it.
_chance = random.Random()  # noqa: S311
_END = """
UPDATE volte_webhooks_delivery AS d
   SET status = up.status, tries = up.tries, next_try_at = up.next_try_at, ended_at = up.ended_at
  FROM unnest(%s::uuid[], %s::text[], %s::int[], %s::timestamptz[], %s::timestamptz[])
       AS up(id, status, tries, next_try_at, ended_at)
 WHERE d.id = up.id AND d.status = 'waiting' AND d.tries = up.tries - 1
"""
_ATTEMPTS = """
INSERT INTO volte_webhooks_attempt (id, shop_id, delivery_id, at, took_ms, outcome, status, said)
SELECT * FROM unnest(
    %s::uuid[], %s::uuid[], %s::uuid[], %s::timestamptz[], %s::int[], %s::text[], %s::int[], %s::text[])
ON CONFLICT (id) DO NOTHING
"""
# Between the try and now somebody may have written another address: what the old one said counts for nothing there.
_WHERE = "SELECT id, url FROM volte_webhooks_subscription WHERE id = ANY(%s)"
_WELL = """
UPDATE volte_webhooks_subscription AS s SET failing_since = NULL FROM unnest(%s::uuid[], %s::text[]) AS up(id, url)
 WHERE s.id = up.id AND s.url = up.url AND s.failing_since IS NOT NULL
"""
_ILL = """
UPDATE volte_webhooks_subscription AS s SET failing_since = %s FROM unnest(%s::uuid[], %s::text[]) AS up(id, url)
 WHERE s.id = up.id AND s.url = up.url AND s.failing_since IS NULL
"""
_GONE_EVENTS = """
UPDATE volte_webhooks_delivery SET status = 'skipped', ended_at = %s WHERE id = ANY(%s) AND status = 'waiting'
"""


@dataclass(frozen=True, slots=True)
class Tried:
    """One try of a letter that came to its end; `id` is that of its attempt, however often it is written down."""

    letter: Letter
    at: datetime
    answer: Answer
    id: UUID = field(default_factory=ids.new_id)


@dataclass(frozen=True, slots=True)
class ToPause:
    """An endpoint to leave alone from now on, if `url` is still its address."""

    subscription_id: UUID
    shop_id: UUID
    url: str
    because: PausedBecause


def record(*, tried: Sequence[Tried], now: datetime) -> list[ToPause]:
    """Write the outcomes down; the endpoints that are to be paused because of them.

    An outcome counts only for a delivery that still waits for just this try: if our lease ran out and somebody else was
    quicker, theirs stands, and ours is kept as an attempt.
    """
    if not tried:
        return []
    urls: dict[UUID, str] = dict(sql.run(_WHERE, [list({one.letter.target.id for one in tried})]).fetchall())
    here = [one for one in tried if one.letter.target.url == urls.get(one.letter.target.id)]
    sql.run(_END, _columns([_end(one, now, here=one in here) for one in tried], 5), once=True)
    sql.run(_ATTEMPTS, _columns([_attempt(one) for one in tried], 8), once=True)
    well = {one.letter.target.id for one in here if one.answer.outcome is Outcome.TAKEN}
    ill = {one.letter.target.id: one.letter.target for one in here if one.letter.target.id not in well}
    if well:
        sql.run(_WELL, [list(well), [urls[one] for one in well]])
    if ill:
        sql.run(_ILL, [now, list(ill), [target.url for target in ill.values()]])
    gone = {one.letter.target.id for one in here if one.answer.outcome is Outcome.GONE}
    return [
        ToPause(
            target.id, target.shop_id, target.url, PausedBecause.GONE if target.id in gone else PausedBecause.FAILING
        )
        for target in ill.values()
        if target.id in gone
        or (target.failing_since and schedule.should_pause(failing_since=target.failing_since, now=now))
    ]


def skip(*, delivery_ids: Sequence[UUID], now: datetime) -> None:
    """Deliveries whose event is no longer there: nothing is left to tell."""
    if delivery_ids:
        sql.run(_GONE_EVENTS, [now, list(delivery_ids)])


def _end(one: Tried, now: datetime, *, here: bool) -> tuple[Any, ...]:
    tries, outcome = one.letter.tries + 1, one.answer.outcome
    if outcome is Outcome.TAKEN:
        return one.letter.id, DeliveryStatus.TAKEN.value, tries, now, now
    if (outcome is Outcome.GONE and here) or schedule.given_up(tries=tries):
        return one.letter.id, DeliveryStatus.FAILED.value, tries, now, now
    again = schedule.next_try(tries=tries, now=now, chance=_chance.random(), asked=one.answer.retry_after)
    return one.letter.id, DeliveryStatus.WAITING.value, tries, again, None


def _attempt(one: Tried) -> tuple[Any, ...]:
    said = one.answer.said.replace("\x00", "\ufffd")
    answer = one.answer
    return one.id, one.letter.shop_id, one.letter.id, one.at, answer.took_ms, answer.outcome, answer.status, said


def _columns(rows: list[tuple[Any, ...]], count: int) -> list[list[Any]]:
    return [[row[at] for row in rows] for at in range(count)]
