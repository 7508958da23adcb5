"""Units of an order are spoken for, and let go again: the guard against returning one unit twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet

from volte.catalogue.models import OrderLine
from volte.kit.errors import Conflict, Invalid
from volte.runtime import sql
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

Claim = tuple[UUID, int]
_MAY = (Permission.OWN_RETURNS, Permission.RETURNS_REQUEST, Permission.RETURNS_CANCEL, Permission.RETURNS_REFUSE)


@operation(*_MAY, Permission.WAREHOUSE_RECEIVE)
def claim_units(*, by: Actor, claims: Sequence[Claim]) -> None:
    """Speak for units of lines: [(our line id, quantity)]. All or nothing.

    However many ask at once, a unit is given once: the row itself decides. Refuses `units_not_left`.
    """
    for line_id, quantity in _in_lock_order(claims):
        if not _claim(by, line_id, quantity):
            raise _not_left(by, line_id, quantity)


_CLAIM = """
UPDATE volte_catalogue_orderline SET claimed_quantity = claimed_quantity + %(asked)s
 WHERE shop_id = %(shop)s AND id = %(line)s AND (%(anybodys)s OR order_id = %(order)s)
   AND quantity - cancelled_quantity - outside_quantity - claimed_quantity >= %(asked)s
"""


def _claim(by: Actor, line_id: UUID, quantity: int) -> bool:
    """One statement, so that the last unit is given once. A shopper reaches the lines of their own order only."""
    anybodys = by.kind != "shopper"
    named = {"shop": by.shop_id, "line": line_id, "asked": quantity, "anybodys": anybodys, "order": by.order_id}
    return sql.run(_CLAIM, named).rowcount == 1


@dataclass(frozen=True, slots=True)
class PastClaim:
    """Units that came back before we knew, of a line in the shop's own words."""

    order: str
    line: str
    units: int


@dataclass(frozen=True, slots=True)
class SoldLine:
    """The line such units belong to, and its order."""

    line_id: UUID
    order_id: UUID
    order_number: str
    customer_id: UUID | None
    placed_at: datetime


@operation(Permission.ORDERS_WRITE)
def claim_past_units(*, by: Actor, claims: Sequence[PastClaim]) -> list[SoldLine | None]:
    """Units known to have been given back without us are now spoken for by returns of our own.

    Each claim all or nothing, but not all claims or none: None for a line nobody knows or that has them no more.
    """
    places = sorted(range(len(claims)), key=lambda place: (claims[place].order, claims[place].line, place))
    found: dict[int, SoldLine | None] = {}
    for place in places:
        claim = claims[place]
        named = {"shop": by.shop_id, "order": claim.order, "line": claim.line, "asked": claim.units}
        row = sql.run(_CLAIM_PAST, named).fetchone()
        found[place] = SoldLine(*row) if row else None
    return [found[place] for place in range(len(claims))]


_CLAIM_PAST = """
UPDATE volte_catalogue_orderline AS line
   SET claimed_quantity = claimed_quantity + %(asked)s,
       outside_quantity = outside_quantity - least(outside_quantity, %(asked)s)
  FROM volte_catalogue_order AS bought
 WHERE bought.shop_id = %(shop)s AND bought.external_id = %(order)s
   AND line.order_id = bought.id AND line.external_id = %(line)s
   AND quantity - cancelled_quantity - claimed_quantity - greatest(outside_quantity - %(asked)s, 0) >= %(asked)s
RETURNING line.id, bought.id, bought.number, bought.customer_id, bought.placed_at
"""


@operation(*_MAY, Permission.WAREHOUSE_INSPECT)
def release_units(*, by: Actor, claims: Sequence[Claim]) -> None:
    """Let go of units claimed before. All or nothing; refuses `units_not_claimed`."""
    for line_id, quantity in _in_lock_order(claims):
        rows = _lines(by).filter(id=line_id, claimed_quantity__gte=quantity)
        if rows.update(claimed_quantity=F("claimed_quantity") - quantity) != 1:
            raise Conflict("units_not_claimed", asked=quantity)


@operation(*_MAY, Permission.MONEY_REFUND)
def cancel_units(*, by: Actor, claims: Sequence[Claim]) -> None:
    """Units claimed before never leave the shop: they are cancelled, and no later copy of the order brings them back.
    All or nothing; refuses `units_not_claimed`."""
    for line_id, quantity in _in_lock_order(claims):
        rows = _lines(by).filter(id=line_id, claimed_quantity__gte=quantity)
        changed = rows.update(
            claimed_quantity=F("claimed_quantity") - quantity,
            cancelled_quantity=F("cancelled_quantity") + quantity,
            cancelled_here=F("cancelled_here") + quantity,
        )
        if changed != 1:
            raise Conflict("units_not_claimed", asked=quantity)


def _in_lock_order(claims: Iterable[Claim]) -> list[Claim]:
    """Each line once and always in the same order, so that two returns of the same lines cannot deadlock."""
    together: dict[UUID, int] = {}
    for line_id, quantity in claims:
        if quantity < 1:
            raise Invalid("quantity_not_positive", asked=quantity)
        together[line_id] = together.get(line_id, 0) + quantity
    return sorted(together.items())


def _lines(by: Actor) -> QuerySet[OrderLine]:
    """A shopper reaches the lines of their own order only."""
    rows: QuerySet[OrderLine] = OrderLine.objects.all()
    if by.kind != "shopper":
        return rows
    return rows.filter(order_id=by.order_id) if by.order_id else rows.none()


def _not_left(by: Actor, line_id: UUID, asked: int) -> Conflict:
    line = _lines(by).filter(id=line_id).first()
    if line is None:
        return Conflict("units_not_left", line="", left=0, asked=asked)
    left = line.quantity - line.cancelled_quantity - line.outside_quantity - line.claimed_quantity
    return Conflict("units_not_left", line=line.external_id, left=left, asked=asked)
