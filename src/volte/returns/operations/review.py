"""A person decides what the rules left open: approve, refuse, cancel; or sees what was missing."""

from collections.abc import Sequence
from uuid import UUID

from volte.catalogue import operations as catalogue
from volte.catalogue import queries as catalogue_queries
from volte.kit.errors import Conflict, Invalid
from volte.kit.words import Resolution
from volte.logistics import operations as logistics
from volte.messages import operations as messages
from volte.returns import chaining, considering, deadlines, gifts, instant, rows
from volte.returns.events import EvidenceSent, ReturnAppealed, ReturnCancelled, ReturnExpired, ReturnRefused
from volte.returns.models import Return, ReturnItem
from volte.returns.operations import settling, travelling
from volte.returns.rules import wear
from volte.returns.rules.lifecycle import Act, Appeal, Outcome, Verdict, Whereabouts
from volte.returns.rules.request import WantedItem
from volte.runtime import clock, hot
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission
from volte.warehouse import operations as warehouse

_UNDECIDED = (Verdict.NEEDS_REVIEW.value, Verdict.NEEDS_EVIDENCE.value)
_CLOSED = (Verdict.REFUSED.value, Verdict.EXPIRED.value)


@operation(Permission.RETURNS_APPROVE)
def approve(*, by: Actor, return_id: UUID, reason: str = "") -> None:
    """Say yes: to what waits for review, to a refused or expired return, or to units that came back otherwise.

    Refuses `return_not_possible_now`, and `reduction_first` while a price reduction is not yet named. Approving a
    refused return claims its units again, if they are still free, and reserves what they are exchanged for, if it is
    still there (`exchange_out_of_stock`).
    """
    row, items = rows.locked(by=by, return_id=return_id)
    now = clock.now()
    _appeal_answered(row)
    doubtful = [item for item in items if rows.doubtful_units(item)]
    if doubtful:
        _pass(doubtful)
        _seen_to(row, items)
        rows.step(row, "approved_as_it_is", by=by, now=now, reason=reason.strip() or None)
        rows.restate(row, items, now=now)
        settling.settle_due(by=Actor.system(by.shop_id), return_id=row.id)
        return
    rows.allow(row, Act.APPROVE)
    if any(rows.reduction_due(item) for item in items):
        raise Conflict("reduction_first", number=row.number)
    reopened = [item for item in items if item.verdict in _CLOSED]
    if reopened:
        if row.gift_id is not None:
            units = [(rows.order_line_of(item), item.title, item.quantity) for item in reopened]
            gifts.covers_again(gift_id=row.gift_id, units=units)
        catalogue.claim_units(by=by, claims=[(rows.order_line_of(item), item.quantity) for item in reopened])
        _reserve_again(by, row, reopened)
    for item in items:
        if item.verdict in (*_UNDECIDED, *_CLOSED):
            item.verdict, item.outcome = Verdict.ACCEPTED.value, Outcome.PENDING.value
            hot.save(item)
    rows.step(row, "approved_by_staff", by=by, now=now, reason=reason.strip() or None)
    travelling.let_travel(by=by, row=row, items=items)


@operation(Permission.RETURNS_REFUSE)
def refuse(*, by: Actor, return_id: UUID, reason: str) -> None:
    """Say no, with the reason the customer will read, also to an appeal. Units that came back otherwise stay unpaid;
    the others are free again. Refuses `refusal_needs_reason`, `return_not_possible_now`."""
    row, items = rows.locked(by=by, return_id=return_id)
    if not reason.strip():
        raise Invalid("refusal_needs_reason")
    now = clock.now()
    doubtful = [item for item in items if rows.doubtful_units(item)]
    if doubtful:
        _reject(by, doubtful)
        _seen_to(row, items)
        if any(item.settled for item in doubtful):
            settling.finish(by=Actor.system(by.shop_id), row=row, items=items)
    else:
        rows.allow(row, Act.REFUSE)
        _nothing_sent(row, items)
        _appeal_answered(row)
        _end(by, row, items, verdict=Verdict.REFUSED, outcome=Outcome.REFUSED)
    rows.step(row, "refused_by_staff", by=by, now=now, reason=reason.strip())
    rows.restate(row, items, now=now)
    announce(ReturnRefused(return_id=row.id, number=row.number), subject_id=row.id)


@operation(Permission.OWN_RETURNS, Permission.OWN_GIFT, Permission.RETURNS_CANCEL)
def cancel(*, by: Actor, return_id: UUID) -> None:
    """The customer keeps the goods after all: the units are free again. Refuses a parcel that already travels."""
    row, items = rows.locked(by=by, return_id=return_id)
    rows.allow(row, Act.CANCEL)
    _nothing_sent(row, items)
    _end(by, row, items, verdict=Verdict.CANCELLED, outcome=Outcome.CANCELLED)
    now = clock.now()
    rows.step(row, "cancelled", by=by, now=now)
    rows.restate(row, items, now=now)
    announce(ReturnCancelled(return_id=row.id, number=row.number), subject_id=row.id)


@operation(Permission.RETURNS_CANCEL)
def expire(*, by: Actor, return_id: UUID) -> None:
    """The last day passed and nothing was handed over. Does nothing when goods began to travel meanwhile, while the law
    still gives time to send them, nor to what a withdrawal began: the contract is over, however late the goods are."""
    row, items = rows.locked(by=by, return_id=return_id)
    if row.status != "approved" or row.handed_over_at is not None or row.withdrawn_at is not None:
        return
    now = clock.now()
    if deadlines.may_still_send(row, items, now):
        return
    _end(by, row, items, verdict=Verdict.EXPIRED, outcome=Outcome.CANCELLED)
    rows.step(row, "expired", by=by, now=now)
    rows.restate(row, items, now=now)
    announce(ReturnExpired(return_id=row.id, number=row.number), subject_id=row.id)


@operation(Permission.OWN_RETURNS, Permission.OWN_GIFT, Permission.RETURNS_REQUEST)
def appeal(*, by: Actor, return_id: UUID, why: str) -> None:
    """The customer asks that a person looks again at a refusal, or at what was taken off for use: once. What they
    write stands in the conversation.

    Refuses `return_not_possible_now` (nothing of the kind, or it was looked at again already) and what the conversation
    refuses.
    """
    row, items = rows.locked(by=by, return_id=return_id)
    rows.allow(row, Act.APPEAL, paid_less=rows.paid_less(items))
    messages.ask(by=by, subject_id=row.id, name=row.customer_name, text=why)
    now = clock.now()
    row.appeal, row.appealed_at = Appeal.OPEN.value, now
    rows.restate(row, items, now=now)
    rows.step(row, "appealed", by=by, now=now)
    announce(ReturnAppealed(return_id=row.id, number=row.number), subject_id=row.id)


@operation(Permission.OWN_RETURNS, Permission.OWN_GIFT, Permission.RETURNS_REQUEST)
def add_evidence(*, by: Actor, return_id: UUID, item_id: UUID, comment: str, photos: Sequence[str]) -> None:
    """What was asked for: the item goes on to a person. `photos` are digests of stored files."""
    row, items = rows.locked(by=by, return_id=return_id)
    rows.allow(row, Act.SEND_EVIDENCE)
    item = next((item for item in items if item.id == item_id), None)
    if item is None or item.verdict not in _UNDECIDED:
        raise Conflict("evidence_not_asked", number=row.number)
    if not comment.strip() and not photos:
        raise Invalid("evidence_empty")
    item.comment = "\n".join(part for part in (item.comment, comment.strip()) if part)
    item.photos = [*item.photos, *photos]
    item.verdict = Verdict.NEEDS_REVIEW.value
    hot.save(item)
    now = clock.now()
    rows.restate(row, items, now=now)
    rows.step(row, "evidence_sent", by=by, now=now, proof=chaining.photos(item), photos=len(photos))
    announce(EvidenceSent(return_id=row.id, number=row.number), subject_id=row.id)


def _nothing_sent(row: Return, items: Sequence[ReturnItem]) -> None:
    """What left first is paid for by what comes back, or by the card that holds its price: it cannot be called off."""
    if any(item.sent_at is not None for item in items) and instant.is_holding(subject_id=row.id):
        raise Conflict("exchange_sent", number=row.number)


def _appeal_answered(row: Return) -> None:
    if row.appeal == Appeal.OPEN.value:
        row.appeal = Appeal.ANSWERED.value


def _seen_to(row: Return, items: Sequence[ReturnItem]) -> None:
    """Deciding about a wrong article settles its box too, unless something of it is still missing."""
    if row.doubt == "wrong_item":
        row.doubt = "incomplete" if any(rows.absent_units(item) for item in items) else ""


def _pass(items: Sequence[ReturnItem]) -> None:
    for item in items:
        item.passed = item.inspected
        _decline_wear(item)
        hot.save(item)


def _reject(by: Actor, items: Sequence[ReturnItem]) -> None:
    for item in items:
        item.rejected += rows.doubtful_units(item)
        _decline_wear(item)
        if item.settled == 0 and rows.standing(item).is_settled:
            item.outcome = Outcome.REFUSED.value
            _release(by, item)
        hot.save(item)


def _decline_wear(item: ReturnItem) -> None:
    """Decided otherwise than the bench proposed: nothing is taken off for use."""
    item.wear = wear.written(wear.closed(wear.read(item.wear), wear.Standing.DECLINED, seen_only=True))


def _reserve_again(by: Actor, row: Return, reopened: Sequence[ReturnItem]) -> None:
    """What was to come in exchange was let go when the return ended, or never held."""
    swapped = [item for item in reopened if item.resolution == Resolution.EXCHANGE.value and item.sent_at is None]
    if not swapped:
        return
    order = catalogue_queries.order(order_id=rows.order_of(row))
    for item in swapped:
        asked = WantedItem(item.line, item.quantity, exchange_sku=item.exchange_sku, resolution=Resolution.EXCHANGE)
        variant = considering.in_exchange(item=asked, order=order)
        held = warehouse.reserve(by=by, subject_id=row.id, sku=variant.sku, quantity=item.quantity)
        item.reservation_id = held.reservation_id


def _release(by: Actor, item: ReturnItem) -> None:
    if item.reservation_id is not None:
        warehouse.release(by=Actor.system(by.shop_id), reservation_id=item.reservation_id)


def _end(by: Actor, row: Return, items: Sequence[ReturnItem], *, verdict: Verdict, outcome: Outcome) -> None:
    """Every open item ends: its units, its parcel and its reserved stock are let go."""
    if any(item.settled or item.arrived or item.whereabouts == Whereabouts.TRAVELLING.value for item in items):
        raise Conflict("return_already_under_way", number=row.number)
    open_items = [item for item in items if rows.standing(item).is_open]
    if open_items:
        catalogue.release_units(by=by, claims=[(rows.order_line_of(item), item.quantity) for item in open_items])
    for item in open_items:
        item.verdict, item.outcome = verdict.value, outcome.value
        hot.save(item)
    if row.parcel_id is not None:
        logistics.cancel_parcel(by=by, parcel_id=row.parcel_id)
    for item in open_items:
        _release(by, item)
