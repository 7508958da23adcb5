"""Gifts of an order: their codes, what they cover, and what was asked for with them. Asked inside an entered shop."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.catalogue.rules import bundles
from volte.catalogue.rules.order import LineView, OrderView
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.kit.words import CustomerKind
from volte.returns import considering
from volte.returns import offers as returns_offers
from volte.returns.considering import LineOutlook
from volte.returns.models import Gift, GiftLine, Return, ReturnItem
from volte.returns.offers import Offers
from volte.returns.rules import gifts as rules
from volte.returns.rules.gifts import Covered, State
from volte.returns.rules.lifecycle import OVER
from volte.returns.rules.request import WantedItem
from volte.runtime import clock, sealing

_BUSINESSES = (CustomerKind.BUSINESS, CustomerKind.SOLE_TRADER)


@dataclass(frozen=True, slots=True)
class GiftView:
    """One gift. `code` is None when it was sealed with a key we no longer have; `lines` are units by our line id."""

    id: UUID
    order_id: UUID
    code: str | None
    ending: str
    made_by: str
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    state: State
    lines: Mapping[UUID, Covered]

    @property
    def asked(self) -> int:
        """Units that were asked for with it: for the shop to know, and nobody else."""
        return sum(one.asked for one in self.lines.values())


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """A line of an order, and how many of its units a new code may still cover."""

    line: LineView
    most: int


def by_code(*, typed: str) -> GiftView:
    """Refuses `gift_unknown` (also for another shop's), `gift_revoked` and `gift_expired`."""
    row = Gift.objects.filter(digest=rules.digest(typed=typed)).first() if typed else None
    if row is None:
        raise NotFound("gift_unknown")
    return good(_views([row])[0])


def by_id(*, gift_id: UUID) -> GiftView:
    """Refuses `gift_unknown`."""
    row = Gift.objects.filter(id=gift_id).first()
    if row is None:
        raise NotFound("gift_unknown")
    return _views([row])[0]


def good(gift: GiftView) -> GiftView:
    """The same, when something can still be sent back with it. Refuses `gift_revoked` and `gift_expired`."""
    if gift.state is State.REVOKED:
        raise Conflict("gift_revoked")
    if gift.state is State.EXPIRED:
        raise Conflict("gift_expired")
    return gift


def of_order(*, order_id: UUID) -> list[GiftView]:
    """The newest first."""
    return _views(list(Gift.objects.filter(order_id=order_id).order_by("-id")))


def of_return(*, gift_id: UUID) -> GiftView | None:
    row = Gift.objects.filter(id=gift_id).first()
    return _views([row])[0] if row is not None else None


def may_give(*, order: OrderView) -> bool:
    """What goes back of a business's purchase is told to it on a corrected invoice, so it has no gift codes."""
    return order.customer is None or order.customer.kind not in _BUSINESSES


def to_give(*, order_id: UUID) -> tuple[OrderView, tuple[GoodsLine, ...]]:
    """The goods of an order with the units no good code covers and nothing else was asked for. Refuses
    `gift_business`."""
    order = catalogue.order(order_id=order_id)
    if not may_give(order=order):
        raise Conflict("gift_business")
    goods = bundles.goods(lines=order.lines)
    covered: dict[str, int] = {}
    names = {line.line_id: line.id for line in goods}
    for gift in of_order(order_id=order_id):
        if gift.state is State.GOOD:
            for line_id, units in gift.lines.items():
                name = names.get(line_id, "")
                covered[name] = covered.get(name, 0) + units.quantity
    sold = {line.id: line.quantity - line.cancelled_quantity - line.outside_quantity for line in goods}
    free = rules.to_cover(sold=sold, covered=covered)
    return order, tuple(GoodsLine(line, min(free[line.id], max(0, line.units_left))) for line in goods)


def outlooks(*, gift: GiftView) -> list[LineOutlook]:
    """Each article of a gift: until when it may come back, or why not. Nothing else of the order."""
    _, found = considering.outlooks(order_id=gift.order_id, as_gift=True)
    return [one for one in found if one.line.line_id in gift.lines]


def offers(*, gift: GiftView, items: tuple[WantedItem, ...]) -> Offers:
    """What was decided for these articles of a gift, and how they may travel. Refuses `line_unknown` and
    `gift_units_gone`."""
    check(gift=gift, items=items)
    return returns_offers.offers(order_id=gift.order_id, items=items, as_gift=True)


def check(*, gift: GiftView, items: Sequence[WantedItem]) -> None:
    """Only what the code covers, and not more than is left of it."""
    lines = {one.line.id: one.line for one in outlooks(gift=gift)}
    wanted: dict[str, int] = {}
    for item in items:
        if item.line not in lines:
            raise Invalid("line_unknown", line=item.line, known=", ".join(lines))
        wanted[item.line] = wanted.get(item.line, 0) + item.quantity
        most = left(gift=gift, line=lines[item.line])
        if wanted[item.line] > most:
            raise Conflict("gift_units_gone", title=lines[item.line].title or item.line, left=most)


def covers_again(*, gift_id: UUID, units: Sequence[tuple[UUID, str, int]]) -> None:
    """Units (of our line id, by title) that were free again and are asked for after all: still not more than the code
    covers. Refuses `gift_units_gone`."""
    # Held: nobody asks for them with the code meanwhile.
    Gift.objects.select_for_update().filter(id=gift_id).first()
    lines, wanted = by_id(gift_id=gift_id).lines, dict[UUID, int]()
    for line_id, title, quantity in units:
        wanted[line_id] = wanted.get(line_id, 0) + quantity
        free = lines[line_id].left if line_id in lines else 0
        if wanted[line_id] > free:
            raise Conflict("gift_units_gone", title=title, left=free)


def left(*, gift: GiftView, line: LineView) -> int:
    """Units of a line that can still be asked for with the code: not twice with it, nor after the buyer has."""
    covered = gift.lines.get(line.line_id)
    return min(covered.left, max(0, line.units_left)) if covered is not None else 0


def asked(*, gift_ids: Sequence[UUID]) -> dict[tuple[UUID, UUID], int]:
    """Units by gift and line that returns speak for: what was refused, called off or ran out is free again."""
    mine = dict(Return.objects.filter(gift_id__in=list(gift_ids)).values_list("id", "gift_id"))
    found: dict[tuple[UUID, UUID], int] = {}
    items = ReturnItem.objects.filter(return_row_id__in=list(mine)).exclude(verdict__in=[one.value for one in OVER])
    for return_id, line_id, quantity, missing in items.values_list(
        "return_row_id", "order_line_id", "quantity", "missing"
    ):
        key = (mine[return_id], line_id)
        found[key] = found.get(key, 0) + quantity - missing
    return found


def _views(rows: Sequence[Gift]) -> list[GiftView]:
    gift_ids, now = [row.id for row in rows], clock.now()
    units = asked(gift_ids=gift_ids) if rows else {}
    lines: dict[UUID, dict[UUID, Covered]] = {}
    for one in GiftLine.objects.filter(gift_id__in=gift_ids).order_by("id"):
        covered = Covered(one.quantity, units.get((one.gift_id, one.order_line_id), 0))
        lines.setdefault(one.gift_id, {})[one.order_line_id] = covered
    return [_view(row, lines.get(row.id, {}), now) for row in rows]


def _view(row: Gift, lines: Mapping[UUID, Covered], now: datetime) -> GiftView:
    return GiftView(
        id=row.id,
        order_id=row.order_id,
        code=_opened(row.sealed),
        ending=row.ending,
        made_by=row.made_by,
        made_at=row.made_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
        state=rules.state(expires_at=row.expires_at, revoked_at=row.revoked_at, now=now),
        lines=lines,
    )


def _opened(sealed: str) -> str | None:
    try:
        return sealing.unseal(sealed)
    except sealing.Unreadable:
        return None
