"""What would be decided and paid for units that never arrived or have not left: the answer before it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.catalogue.rules import bundles
from volte.catalogue.rules.order import LineView, OrderView
from volte.kit import time
from volte.kit.errors import Conflict, Invalid
from volte.kit.money import Money
from volte.kit.words import CustomerKind, Resolution
from volte.law.rules import provisions
from volte.law.rules.words import Topic
from volte.money import queries as money
from volte.money.rules.plan import RefundPlan
from volte.money.rules.wish import RefundWish
from volte.returns import considering, facts, replaying, wire
from volte.returns.models import Return, ReturnItem
from volte.returns.rules import request as rules
from volte.returns.rules import situations
from volte.returns.rules.lifecycle import Kind, Status, Verdict
from volte.returns.rules.request import SoldLine, Wanted, WantedItem
from volte.returns.rules.situations import Answer, Sent
from volte.returns.rules.units import Back, units_back
from volte.runtime import clock, shop_settings, tenancy
from volte.runtime.shop_settings import ShopSettings
from volte.warehouse import queries as warehouse

_BACK = (Resolution.REFUND, Resolution.REPLACEMENT)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the order, how many of its units can be meant, and what is known of their way: when the last parcel
    with it left and, as the carrier says, came. `again`: there are enough to send it once more."""

    line: LineView
    most: int
    shipped_at: datetime | None
    delivered_at: datetime | None
    again: bool
    kit: str


@dataclass(frozen=True, slots=True)
class WeighedItem:
    """One wanted item and its answer; `kept` is the decision as an item keeps it."""

    wanted: WantedItem
    line: LineView
    answer: Answer
    kept: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Weighed:
    """`plan` is what goes back of it in money, as it would be promised."""

    order: OrderView
    kind: Kind
    wanted: Wanted
    items: tuple[WeighedItem, ...]
    plan: RefundPlan
    at: datetime

    @property
    def value(self) -> Money:
        return self.plan.total()

    @property
    def inquiry_until(self) -> datetime | None:
        """When the goods are taken for lost; None where a person decides about any of them."""
        days = [item.answer.inquiry for item in self.items]
        known = [each for each in days if each is not None]
        return self.at + timedelta(days=max(known)) if known and len(known) == len(days) else None


def lines(*, order_id: UUID, kind: Kind) -> tuple[OrderView, tuple[Line, ...]]:
    """The goods of an order, and how many units of each can be claimed or cancelled."""
    order = catalogue.order(order_id=order_id)
    sents = _sent(order)
    goods = bundles.goods(lines=order.lines)
    here = warehouse.available(skus=[line.sku for line in goods if line.sku])
    found = [_line(order, line, kind, sents[line.id], here.get(line.sku, 0)) for line in goods]
    return order, tuple(found)


def possible(*, order: OrderView) -> frozenset[Kind]:
    """What can be asked for this order beside a return, by its own words alone: none of it asks the database."""
    told = [_told(order, line, waiting=0) for line in bundles.goods(lines=order.lines)]
    kinds = (Kind.CLAIM, Kind.CANCELLATION)
    return frozenset(kind for kind in kinds if any(situations.units(kind=kind, sent=sent) for sent in told))


def weigh(*, order_id: UUID, kind: Kind, wanted: Wanted, sure: bool) -> Weighed:
    """Decide without saving anything. `sure`: whoever asks speaks for the shop, which knows what has left.

    Refuses what makes no sense (`units_not_left`, `line_unknown` …), `units_already_left`, `units_not_shipped`,
    `resolution_not_offered` and `replacement_out_of_stock`.
    """
    order, settings, now = catalogue.order(order_id=order_id), shop_settings.of_shop(tenancy.current()), clock.now()
    _check(order, kind, wanted)
    items = tuple(_item(order, kind, item, settings, now, sure) for item in wanted.items)
    return Weighed(order, kind, wanted, items, _plan(order, kind, items), now)


def _check(order: OrderView, kind: Kind, wanted: Wanted) -> None:
    goods = bundles.goods(lines=order.lines)
    considering.only_goods(order, wanted, {line.id: line for line in goods})
    sold = {line.id: SoldLine(line.id, line.title, line.sku, line.units_left) for line in goods}
    rules.check(wanted=wanted, lines=sold, reasons={item.reason for item in wanted.items if item.reason})
    sents, asked = _sent(order), dict[str, int]()
    for item in wanted.items:
        line = order.line(id=item.line)
        assert line is not None, "checked above"
        asked[line.id] = asked.get(line.id, 0) + item.quantity
        most = situations.units(kind=kind, sent=sents[line.id])
        if asked[line.id] > most:
            code = "units_already_left" if kind is Kind.CANCELLATION else "units_not_shipped"
            raise Conflict(code, title=line.title or line.id, most=most, asked=asked[line.id])
        _check_resolution(kind, item, line)


def _check_resolution(kind: Kind, item: WantedItem, line: LineView) -> None:
    offered = _BACK if kind is Kind.CLAIM else (Resolution.REFUND,)
    if item.resolution not in offered:
        names = ", ".join(one.value for one in offered)
        raise Invalid("resolution_not_offered", resolution=item.resolution.value, offered=names)
    if item.resolution is Resolution.REPLACEMENT:
        left = warehouse.available(skus=[line.sku]).get(line.sku, 0) if line.sku else 0
        if left < item.quantity:
            raise Conflict("replacement_out_of_stock", title=line.title or line.id, left=left, asked=item.quantity)


def _sent(order: OrderView) -> dict[str, Sent]:
    waiting = _waiting(order.order_id)
    return {line.id: _told(order, line, waiting=waiting.get(line.id, 0)) for line in order.lines}


def _told(order: OrderView, line: LineView, *, waiting: int) -> Sent:
    sold = line.quantity - line.cancelled_quantity
    if line.exchanged is not None:
        # We sent it ourselves, in no parcel of the order: it can go missing, and is too late to be called off.
        return Sent(sold=sold, shipped=sold, left=line.units_left, waiting=waiting, told=True)
    parts = [part for parcel in order.shipments for part in parcel.lines if part.line == line.id]
    return Sent(
        sold=sold,
        shipped=sum(part.quantity for part in parts),
        left=line.units_left,
        waiting=waiting,
        told=bool(order.shipments),
    )


def _waiting(order_id: UUID) -> dict[str, int]:
    """Units that cancellations speak for about which nobody has decided."""
    asked = Return.objects.filter(order_id=order_id, kind=Kind.CANCELLATION.value, status=Status.REQUESTED.value)
    found: dict[str, int] = {}
    for line, quantity in ReturnItem.objects.filter(return_row__in=asked).values_list("line", "quantity"):
        found[line] = found.get(line, 0) + quantity
    return found


def _line(order: OrderView, line: LineView, kind: Kind, sent: Sent, here: int) -> Line:
    parcels = [parcel for parcel in order.shipments if any(part.line == line.id for part in parcel.lines)]
    kit = order.line(id=line.bundle) if line.bundle else None
    most = situations.units(kind=kind, sent=sent)
    left = max((parcel.shipped_at for parcel in parcels if parcel.shipped_at), default=None)
    return Line(
        line=line,
        most=most,
        shipped_at=line.exchanged.left_at if line.exchanged is not None else left,
        delivered_at=line.delivered_at,
        again=here >= most > 0,
        kit=(kit.title or kit.id) if kit else line.bundle,
    )


def _item(
    order: OrderView, kind: Kind, item: WantedItem, settings: ShopSettings, now: datetime, sure: bool
) -> WeighedItem:
    line = order.line(id=item.line)
    assert line is not None, "checked before"
    zone = facts.zone_of(order, settings)
    known = situations.Facts(
        kind=kind,
        known=sure or settings.parcels.told,
        consumer=order.customer.kind is not CustomerKind.BUSINESS if order.customer else None,
        citations=_citations(order, zone),
        delivered_on=time.local_date(line.delivered_at, zone) if line.delivered_at else None,
        inquiry_days=settings.parcels.inquiry_days,
    )
    answer = situations.decide(known)
    kept = {**_kept(order, answer, zone), "record": replaying.record(facts=known, placed_at=order.placed_at, now=now)}
    return WeighedItem(item, line, answer, kept)


def _citations(order: OrderView, zone: str) -> tuple[str, ...]:
    """Where the law of the customer's country says that what is lost on the way is the shop's loss."""
    country = facts.country_of(order)
    law = provisions.statute(country, time.local_date(order.placed_at, zone)) if country else None
    if law is None or not law.has(Topic.DELIVERY_RISK):
        return ()
    return tuple(f"{one.title}, {one.article}" for one in law.cite(Topic.DELIVERY_RISK))


def _kept(order: OrderView, answer: Answer, zone: str) -> dict[str, Any]:
    """In the shape of every kept decision, so that whoever shows or settles one needs not ask which it is."""
    concluded: date = time.local_date(order.placed_at, zone)
    return {
        "verdict": answer.verdict.value,
        "basis": None,
        "sentence": wire.message(answer.sentence),
        "hint": None,
        "zone": zone,
        "contract": {"country": facts.country_of(order) or None, "region": None, "concluded_on": concluded.isoformat()},
        "outbound_refunded": True,
        "whole_delivery": True,
        "deduction_allowed": False,
        "resolutions": [one.value for one in _BACK],
        "statutory": [],
        "counterfactual": None,
        "reasons": [wire.message(one) for one in answer.reasons],
    }


def _plan(order: OrderView, kind: Kind, items: Sequence[WeighedItem]) -> RefundPlan:
    standing = money.standing_seen(order=considering.order_money(order))
    backs = [
        Back(
            reference=str(place),
            line=item.line.id,
            title=item.line.title or item.line.id,
            quantity=item.wanted.quantity,
            outbound_owed=True,
            by_right=True,
            never_left=kind is Kind.CANCELLATION,
        )
        for place, item in enumerate(items)
        if item.wanted.resolution is Resolution.REFUND and item.answer.verdict is not Verdict.REFUSED
    ]
    units = units_back(paid=standing.paid, before=standing.before, wanted=backs)
    return standing.plan(wish=RefundWish(units=units, whole_delivery=True))
