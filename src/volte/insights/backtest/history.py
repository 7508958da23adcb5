"""The shop's own returns, each with the facts of the day it was asked for.

A decision kept its facts: those are taken as they were. What came in from before (an import) is told from its order;
how often the customer sent back until that day is then not known, nor anything else nobody wrote down.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.catalogue.rules.order import OrderView
from volte.kit import time
from volte.kit.words import Fault, Method, Resolution
from volte.money.rules.basis import PaidOrder, paid_per_unit
from volte.policy import keeping
from volte.policy.rules.facts import Facts
from volte.returns import facts as joined
from volte.returns.rules.lifecycle import Whereabouts
from volte.returns.rules.request import WantedItem
from volte.runtime import shop_settings, sql, tenancy
from volte.runtime.shop_settings import ShopSettings

_BATCH = 1_000
_ITEMS = """
SELECT i.id, r.id, r.number, r.order_id, r.order_number, r.method, r.currency, r.requested_at, i.line, i.title,
       i.quantity, i.reason, i.fault, i.condition, i.resolution, i.photos <> '[]'::jsonb, i.comment,
       (SELECT d.facts FROM volte_policy_decisionrecord d WHERE d.shop_id = i.shop_id AND d.subject_id = i.id
         ORDER BY d.decided_at, d.id LIMIT 1),
       r.approved_at, r.handed_over_at, CASE WHEN i.arrived > 0 THEN r.arrived_at END,
       CASE WHEN i.inspected > 0 THEN r.inspected_at END, CASE WHEN i.settled > 0 THEN r.settled_at END, i.whereabouts
  FROM volte_returns_returnitem i JOIN volte_returns_return r ON r.id = i.return_row_id
 WHERE i.shop_id = %s AND i.id > %s AND r.requested_at >= %s AND r.requested_at < %s ORDER BY i.id LIMIT %s
"""
_COUNTED = """
SELECT count(*) FROM volte_returns_returnitem i JOIN volte_returns_return r ON r.id = i.return_row_id
 WHERE i.shop_id = %s AND r.requested_at >= %s AND r.requested_at < %s
"""
_SOLD = """
SELECT count(*), count(*) FILTER (WHERE o.placed_at > %s),
       count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM volte_returns_returnitem i
                                           WHERE i.shop_id = l.shop_id AND i.order_line_id = l.id))
  FROM volte_catalogue_orderline l JOIN volte_catalogue_order o ON o.id = l.order_id
 WHERE l.shop_id = %s AND o.placed_at >= %s AND o.placed_at < %s
"""


_FIRST_DAY, _LAST_DAY = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` on and before `until`: for returns when they were asked for, for orders when they were placed."""

    since: datetime = _FIRST_DAY
    until: datetime = _LAST_DAY


EVER = Period()


@dataclass(frozen=True, slots=True)
class Way:
    """How far it came, each a day where the customer lives; None: not yet, never, or nobody wrote it down. What the
    customer keeps has come as far as it ever will with the shop's yes."""

    sent_on: date | None = None
    arrived_on: date | None = None
    inspected_on: date | None = None
    settled_on: date | None = None


NOWHERE = Way()


@dataclass(frozen=True, slots=True)
class Asked:
    """One item somebody asked to send back."""

    order: str
    number: str
    return_id: UUID
    title: str
    method: str
    resolution: str
    units: int
    currency: str
    facts: Facts
    way: Way = NOWHERE


@dataclass(frozen=True, slots=True)
class Sold:
    """Order lines of the shop: all, those so young that they may still come back, those nobody asked about."""

    lines: int
    young: int
    never_asked: int


NOTHING = Sold(0, 0, 0)


def asked(period: Period = EVER) -> Iterator[Asked | None]:
    """Every item of every return of the entered shop, in the order of time; None for one whose order nobody knows."""
    after = FIRST
    while batch := some(after=after, period=period):
        yield from batch.items
        after = batch.last


@dataclass(frozen=True, slots=True)
class Batch:
    """So many items at once; `last` is where the next batch begins."""

    items: tuple[Asked | None, ...]
    last: UUID


FIRST = UUID(int=0)


def some(*, after: UUID, period: Period) -> Batch | None:
    """The next thousand of them; None at the end. Whoever reads years of history commits in between."""
    rows = sql.run(_ITEMS, [tenancy.current(), after, period.since, period.until, _BATCH]).fetchall()
    if not rows:
        return None
    # What a decision kept needs no order.
    wanted = {row[3] for row in rows if row[3] is not None and row[17] is None}
    settings = shop_settings.of_shop(tenancy.current())
    return Batch(tuple(_of(rows, catalogue.orders(order_ids=list(wanted)), settings)), rows[-1][0])


def count(period: Period = EVER) -> int:
    """How many items were asked for."""
    (found,) = sql.run(_COUNTED, [tenancy.current(), period.since, period.until]).fetchone() or (0,)
    return int(found)


def sold(*, young_since: datetime, period: Period = EVER) -> Sold:
    """How many order lines there are; `young` were ordered since then."""
    asked_of = [young_since, tenancy.current(), period.since, period.until]
    return Sold(*(sql.run(_SOLD, asked_of).fetchone() or (0, 0, 0)))


def _of(
    rows: Sequence[tuple[Any, ...]], orders: dict[UUID, OrderView], settings: ShopSettings
) -> Iterator[Asked | None]:
    # What its lines cost is reckoned once an order, and not once for each of its items.
    paid: dict[UUID, PaidOrder] = {}
    for row in rows:
        facts = keeping.facts_back(_read(row[17])) if row[17] else _told(row, orders.get(row[3]), settings, paid)
        if facts is None:
            yield None
            continue
        yield Asked(
            order=row[4],
            number=row[2],
            return_id=row[1],
            title=row[9],
            method=row[5],
            resolution=row[14],
            units=row[10],
            currency=row[6],
            facts=facts,
            way=_way(row, facts.zone),
        )


def _way(row: tuple[Any, ...], zone: str) -> Way:
    approved, *moments = row[18:23]
    if row[5] == Method.KEEP.value or row[23] == Whereabouts.KEPT.value:
        moments = [approved, approved, approved, moments[-1]]
    return Way(*(None if moment is None else time.local_date(moment, zone) for moment in moments))


def _told(
    row: tuple[Any, ...], order: OrderView | None, settings: ShopSettings, paid: dict[UUID, PaidOrder]
) -> Facts | None:
    """The facts as the order tells them today."""
    line = order.line(id=row[8]) if order is not None else None
    if order is None or line is None:
        return None
    if row[3] not in paid:
        paid[row[3]] = paid_per_unit(order=joined.basis(order))
    wanted = WantedItem(
        line=row[8],
        quantity=row[10],
        reason=row[11],
        comment=row[16],
        condition=row[13],
        resolution=Resolution(row[14]),
        photos=("seen",) if row[15] else (),
    )
    return joined.for_policy(
        order=order,
        line=line,
        wanted=wanted,
        fault=Fault(row[12]) if row[12] else None,
        standing=None,
        settings=settings,
        now=row[7],
        paid=paid[row[3]],
    )


def _read(value: Any) -> Any:
    """JSON as the driver hands it over: text or already read."""
    return json.loads(value) if isinstance(value, str) else value
