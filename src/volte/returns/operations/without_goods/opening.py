"""Somebody says that goods never arrived, or wants units that have not left to stay."""

from uuid import UUID

from volte.catalogue import operations as catalogue
from volte.kit import ids
from volte.kit.errors import NotFound
from volte.kit.words import Method, RefundTrigger, Resolution
from volte.returns import chaining, rows, weighing, wire
from volte.returns.events import NeverArrived, ReturnRequested
from volte.returns.models import Return, ReturnItem
from volte.returns.operations import travelling
from volte.returns.rules.lifecycle import Kind, Whereabouts
from volte.returns.rules.request import Wanted
from volte.returns.weighing import Weighed, WeighedItem
from volte.runtime.actor import Actor
from volte.runtime.operation import operation, question
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission
from volte.warehouse import operations as warehouse


@question(Permission.OWN_RETURNS, Permission.RETURNS_REQUEST, Permission.RETURNS_READ)
def weigh(*, by: Actor, order_id: UUID, kind: Kind, wanted: Wanted) -> Weighed:
    """What would be decided and paid; saves nothing. Refuses what `claim_missing` or `cancel_units` would refuse."""
    _own(by, order_id)
    return weighing.weigh(order_id=order_id, kind=kind, wanted=wanted, sure=_speaks_for_shop(by))


@operation(Permission.OWN_RETURNS, Permission.RETURNS_REQUEST)
def claim_missing(*, by: Actor, order_id: UUID, wanted: Wanted, channel: str = "portal") -> UUID:
    """Units never arrived: the carrier is asked, and then they are paid back or sent again. Nothing is asked back.

    Refuses what `weighing.weigh` refuses. Each unit is claimed once, however many ask.
    """
    _own(by, order_id)
    weighed = weighing.weigh(order_id=order_id, kind=Kind.CLAIM, wanted=wanted, sure=_speaks_for_shop(by))
    row, _ = _opened(by, weighed, channel)
    until = row.inquiry_until
    rows.step(row, "waits_for_carrier" if until else "waits_for_shop", by=Actor.system(by.shop_id), now=weighed.at)
    told = NeverArrived(
        return_id=row.id,
        number=row.number,
        order_id=weighed.order.order_id,
        inquiry_until=wire.moment(until) if until else "",
    )
    announce(told, subject_id=row.id)
    return row.id


@operation(Permission.OWN_RETURNS, Permission.RETURNS_REQUEST)
def cancel_units(*, by: Actor, order_id: UUID, wanted: Wanted, channel: str = "portal") -> UUID:
    """Units that have not left are not sent, and paid back at once. Asked by the customer, a person looks first unless
    the shop tells us of every parcel.

    Refuses what `weighing.weigh` refuses, above all `units_already_left`.
    """
    _own(by, order_id)
    weighed = weighing.weigh(order_id=order_id, kind=Kind.CANCELLATION, wanted=wanted, sure=_speaks_for_shop(by))
    row, items = _opened(by, weighed, channel)
    system = Actor.system(by.shop_id)
    if row.waits_for:
        rows.step(row, f"waits_for_{row.waits_for}", by=system, now=weighed.at)
    else:
        travelling.approved(by=system, row=row, items=items)
    return row.id


def _opened(by: Actor, weighed: Weighed, channel: str) -> tuple[Return, list[ReturnItem]]:
    claims = [(item.line.line_id, item.wanted.quantity) for item in weighed.items]
    catalogue.claim_units(by=by, claims=claims)
    row = _row(weighed, channel)
    items = [_item(row, place, item) for place, item in enumerate(weighed.items)]
    for item in items:
        if item.resolution == Resolution.REPLACEMENT.value:
            held = warehouse.reserve(by=by, subject_id=row.id, sku=item.sku, quantity=item.quantity)
            item.reservation_id = held.reservation_id
    rows.state(row, items, now=weighed.at)
    if not row.waits_for:
        row.approved_at = weighed.at
    rows.opened(row, items)
    units = sum(item.quantity for item in items)
    proof = chaining.decided(items)
    rows.step(row, f"requested_{row.kind}", by=by, now=weighed.at, proof=proof, units=units)
    requested = ReturnRequested(
        return_id=row.id, number=row.number, order_id=weighed.order.order_id, waits_for=row.waits_for
    )
    announce(requested, subject_id=row.id)
    return row, items


def _row(weighed: Weighed, channel: str) -> Return:
    order, wanted, now = weighed.order, weighed.wanted, weighed.at
    made: Return = Return.of_shop(
        number=f"R{ids.short_number()}",
        kind=weighed.kind.value,
        order_id=order.order_id,
        customer_id=order.customer_id,
        method=Method.KEEP.value,
        language=wanted.language,
        channel=channel,
        order_number=ids.tidy_number(order.number)[:60],
        email=(order.customer.email if order.customer else "").strip().lower()[:254],
        customer_name=(order.customer.name if order.customer else "")[:200],
        value=weighed.value.amount,
        currency=order.currency,
        requested_at=now,
        updated_at=now,
        inquiry_until=weighed.inquiry_until,
    )
    return made


def _item(row: Return, place: int, item: WeighedItem) -> ReturnItem:
    line = item.line
    made: ReturnItem = ReturnItem.of_shop(
        return_row_id=row.id,
        position=place,
        order_line_id=line.line_id,
        line=line.id,
        sku=line.sku,
        product=line.product,
        title=line.title or line.sku or line.id,
        image_url=line.image_url[:500],
        category=list(line.category),
        traits=sorted(line.traits),
        quantity=item.wanted.quantity,
        comment=item.wanted.comment,
        resolution=item.wanted.resolution.value,
        verdict=item.answer.verdict.value,
        decision=item.kept,
        trigger=RefundTrigger.RECEIPT.value,
        whereabouts=Whereabouts.KEPT.value,
    )
    return made


def _own(by: Actor, order_id: UUID) -> None:
    """A shopper acts on the order they proved to own, and learns of no other."""
    if by.kind == "shopper" and by.order_id != order_id:
        raise NotFound("order_unknown")


def _speaks_for_shop(by: Actor) -> bool:
    return by.kind != "shopper"
