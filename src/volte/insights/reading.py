"""Orders and returns of the database become facts: a batch at a time, with a fixed number of statements."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Any
from uuid import UUID

from volte.catalogue.rules import bundles
from volte.catalogue.rules.order import Line
from volte.insights.rules import regions
from volte.insights.rules import settled as rules
from volte.insights.shapes import Fact, Facts
from volte.kit.rates import Rate
from volte.money.rules.basis import OrderBasis, PaidLine, SoldLine, paid_per_unit, share_of_units
from volte.returns.rules.lifecycle import OVER
from volte.runtime import sql, tenancy

_ORDERS = """
SELECT o.id, o.number, o.placed_at AT TIME ZONE 'UTC', o.channel, o.currency, o.customer_id, o.postcode_normal,
       COALESCE(NULLIF(o.document #>> '{shipping_address,country}', ''), o.country), o.document ->> 'discounts',
       CASE WHEN o.customer_id IS NOT NULL THEN
           (SELECT count(*) FROM volte_catalogue_order p WHERE p.shop_id = o.shop_id AND p.customer_id = o.customer_id
               AND (p.placed_at, p.id) <= (o.placed_at, o.id)) END
  FROM volte_catalogue_order o WHERE o.shop_id = %s AND o.id = ANY(%s)
"""
_LINES = """
SELECT l.id, l.order_id, l.external_id, l.product, l.title, l.sku, l.quantity, l.cancelled_quantity, l.unit_price,
       l.discount, l.tax_included, l.details -> 'taxes', l.details -> 'category',
       (SELECT CASE WHEN bool_and(s.delivered_at IS NOT NULL) AND sum(p.quantity) >= l.quantity - l.cancelled_quantity
                    THEN max(s.delivered_at) AT TIME ZONE 'UTC' END
          FROM volte_catalogue_shipmentline p JOIN volte_catalogue_shipment s ON s.id = p.shipment_id
         WHERE p.order_line_id = l.id),
       l.details ? 'exchanged', l.details ->> 'bundle', (l.details ->> 'bundle_weight')::bigint, l.details -> 'wraps',
       l.unit_cost
  FROM volte_catalogue_orderline l WHERE l.shop_id = %s AND l.order_id = ANY(%s) ORDER BY l.order_id, l.position, l.id
"""
_ITEMS = """
SELECT r.id, i.id, r.number, r.order_id, r.order_number, i.order_line_id, r.requested_at AT TIME ZONE 'UTC', r.channel,
       r.language, r.method, r.status, r.currency, r.parcel_id IS NOT NULL AND r.handed_over_at IS NOT NULL,
       i.product, i.title, i.sku, i.category::text, i.quantity, i.reason, i.fault, i.comment, i.outcome, i.verdict
  FROM volte_returns_return r JOIN volte_returns_returnitem i ON i.return_row_id = r.id
 WHERE r.shop_id = %s AND r.id = ANY(%s) AND r.kind = 'return' ORDER BY r.id, i.position, i.id
"""
_SETTLEMENTS = """
SELECT s.return_row_id, s.detail ->> 'bonus', s.units::text, p.lines::text
  FROM volte_returns_settlement s LEFT JOIN volte_money_promise p ON p.id = (s.detail ->> 'promise')::uuid
 WHERE s.shop_id = %s AND s.return_row_id = ANY(%s) AND NOT s.detail ? 'given_up'
 ORDER BY s.return_row_id, s.made_at, s.id
"""
_UNITS = """
SELECT u.id, u.subject_id, u.line_id, u.grade, u.disposition FROM volte_warehouse_unit u
 WHERE u.shop_id = %s AND u.subject_id = ANY(%s) AND u.graded_at IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of an order, as far as its facts and those of its returns need it. What left in exchange was not sold once
    more: it is known for what comes back of it only."""

    sold: Fact
    paid_each: int
    exchanged: bool


def facts(*, orders: Sequence[UUID], returns: Sequence[UUID]) -> Facts:
    """The facts of these orders and returns of the entered shop. The orders of the returns must be among `orders`."""
    lines = _lines(orders)
    made = Facts(
        orders=[str(one) for one in orders],
        returns=[str(one) for one in returns],
        sold=[line.sold for line in lines.values() if not line.exchanged],
        returned=[],
        looked_at=[],
    )
    if returns:
        _add_returns(made, returns, lines)
    return made


def _run(statement: str, chosen: Sequence[UUID]) -> list[tuple[Any, ...]]:
    return sql.run(statement, [tenancy.current(), list(chosen)]).fetchall()


def _lines(orders: Sequence[UUID]) -> dict[UUID, _Line]:
    """Every line of these orders by its id."""
    heads = {row[0]: row for row in _run(_ORDERS, orders)} if orders else {}
    of_order: dict[UUID, list[tuple[Any, ...]]] = defaultdict(list)
    for row in _run(_LINES, list(heads)) if heads else []:
        of_order[row[1]].append(row)
    found: dict[UUID, _Line] = {}
    for order_id, rows in of_order.items():
        found.update(_order_lines(heads[order_id], rows))
    return found


def _order_lines(head: tuple[Any, ...], rows: Sequence[tuple[Any, ...]]) -> Iterable[tuple[UUID, _Line]]:
    _, number, placed_at, channel, currency, customer, postcode, country, discounts, rank = head
    priced = _priced(rows)
    lowered = tuple(each["amount"] for each in _read(discounts) or ())
    paid = paid_per_unit(order=OrderBasis(currency, tuple(line for _, line in priced), lowered)).lines
    region = regions.region_of(country=country, postcode=postcode)
    for (row, _), line in zip(priced, paid, strict=True):
        about = (number, row[0], customer, rank, country, region, channel, row[3] or row[5], row[4], _category(row[12]))
        money = (line.kept, _kept(line), currency)
        yield row[0], _Line((head[0], *about, row[5], placed_at, row[13], *money), _each(line), row[14])


def _priced(rows: Sequence[tuple[Any, ...]]) -> list[tuple[tuple[Any, ...], SoldLine]]:
    """Each line with its price. A kit is none: its parts were sold, each for its share of what the kit cost."""
    sold = [(row, _sold(row)) for row in rows]
    if not any(row[15] for row in rows):
        return sold
    parts = {line.id: line for line in bundles.priced(lines=[_in_bundle(row) for row in rows])}
    return [(row, _for_its_share(line, parts[line.id])) for row, line in sold if line.id in parts]


def _sold(row: tuple[Any, ...]) -> SoldLine:
    return SoldLine(row[2], row[6], row[8], row[7], row[9], _rates(row[11]), row[10], apart=row[14])


def _in_bundle(row: tuple[Any, ...]) -> Line:
    return Line(
        id=row[2],
        quantity=row[6],
        unit_price=row[8],
        discount=row[9],
        taxes=_rates(row[11]),
        tax_included=row[10],
        bundle=row[15] or "",
        bundle_weight=row[16],
        wraps=tuple(_read(row[17]) or ()),
        unit_cost=row[18],
    )


def _for_its_share(line: SoldLine, part: Line) -> SoldLine:
    return replace(
        line, unit_price=part.unit_price, discount=part.discount, taxes=part.taxes, tax_included=part.tax_included
    )


def _kept(line: PaidLine) -> int:
    """What was paid for the units that were not cancelled."""
    return share_of_units(amount=line.paid.gross.amount, over=line.quantity, positions=range(1, line.kept + 1))


def _each(line: PaidLine) -> int:
    """What one unit cost, to the minor unit below."""
    return line.paid.gross.amount // line.quantity if line.quantity else 0


def _rates(taxes: Any) -> tuple[Rate, ...]:
    return tuple(_rate(tax) for tax in _read(taxes) or ())


@lru_cache(maxsize=512)
def _rate(written: str) -> Rate:
    return Rate.parse(written)


def _read(value: Any) -> Any:
    """JSON as the driver hands it over: text or already read."""
    return json.loads(value) if isinstance(value, str) else value


def _category(value: Any) -> str:
    """Women › Dresses."""
    return " › ".join(_read(value) or ())


def _add_returns(made: Facts, returns: Sequence[UUID], lines: Mapping[UUID, _Line]) -> None:
    money = _settled(returns)
    # Of each item: its order, its line there, its currency. The warehouse knows a unit by the item that expects it.
    known: dict[UUID, tuple[UUID | None, UUID, str]] = {}
    for return_id, items in groupby(_run(_ITEMS, returns), key=lambda row: row[0]):
        rows = list(items)
        bearer = rules.bearer([_counts(row) for row in rows])
        for place, row in enumerate(rows):
            known[row[1]] = (row[3], row[5], row[11])
            bears = place == bearer
            settled = money.get(return_id, rules.NOTHING).of(str(row[1]), bears_the_whole=bears)
            made.returned.append(_returned(row, lines.get(row[5]), settled, labels=int(bears and bool(row[12]))))
    for unit_id, return_id, item_id, grade, disposition in _run(_UNITS, returns):
        order_id, line_id, currency = known.get(item_id, (None, None, ""))
        line = lines.get(line_id) if line_id else None
        value = line.paid_each if line else None
        made.looked_at.append((unit_id, return_id, item_id, order_id, grade, disposition, value, currency))


def _returned(row: tuple[Any, ...], line: _Line | None, money: rules.ItemMoney, *, labels: int) -> Fact:
    return_id, item_id, number, order_id, order_number, line_id, requested_at, through, language, method, status = row[
        :11
    ]
    product, title, sku, category, units, reason, fault, comment, outcome, _ = row[13:]
    sold = line.sold if line else None
    customer, rank, country, region, channel = sold[3:8] if sold else (None, None, "", "", "")
    placed_at, delivered_at = sold[12:14] if sold else (None, None)
    goods = (sold[8], sold[9], sold[10], sold[11]) if sold else (product or sku, title, _category(category), sku)
    return (
        *(return_id, item_id, number, order_id, order_number, line_id, customer, rank, country, region, channel),
        *(*goods, placed_at, delivered_at, requested_at, through, units, reason, fault, comment, language, method),
        *(status, outcome, _counts(row), money.refund, money.outbound, money.goodwill, money.fees),
        *(money.bonus, labels, row[11]),
    )


def _counts(row: tuple[Any, ...]) -> bool:
    """Neither refused nor cancelled, and sent in time."""
    return row[-1] not in _OVER


_OVER = frozenset(verdict.value for verdict in OVER)


def _settled(returns: Sequence[UUID]) -> dict[UUID, rules.Settled]:
    """What was promised for each return, by item."""
    found: dict[UUID, rules.Settled] = {}
    for return_id, bonus, units, lines in _run(_SETTLEMENTS, returns):
        before = found.setdefault(return_id, rules.Settled())
        before.add(lines=_read(lines) or (), units=_read(units) or {}, bonus=int(bonus or 0))
    return found
