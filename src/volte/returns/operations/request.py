"""A customer asks: decide, claim the units, and (when nothing is in doubt) let the goods travel."""

from datetime import datetime
from typing import Any
from uuid import UUID

from volte.catalogue import operations as catalogue
from volte.catalogue.rules.order import OrderView
from volte.kit import ids
from volte.kit.errors import NotFound
from volte.kit.words import Method, Resolution
from volte.policy import operations as policy
from volte.policy.rules.words import Verdict as PolicyVerdict
from volte.returns import chaining, decisions, rows
from volte.returns.considering import Considered, ConsideredItem, consider
from volte.returns.events import ReturnRefused, ReturnRequested
from volte.returns.models import Return, ReturnItem
from volte.returns.operations import travelling
from volte.returns.rules import giving
from volte.returns.rules.lifecycle import Outcome, Status, Verdict, Whereabouts
from volte.returns.rules.request import Wanted
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation, question
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission
from volte.warehouse import operations as warehouse


@question(Permission.OWN_RETURNS, Permission.RETURNS_REQUEST, Permission.RETURNS_READ)
def decide(*, by: Actor, order_id: UUID, wanted: Wanted, seen: OrderView | None = None) -> Considered:
    """What would be decided and paid; saves nothing. Refuses what `request` would refuse."""
    _own(by, order_id)
    return consider(order_id=order_id, wanted=wanted, seen=seen)


@operation(Permission.OWN_RETURNS, Permission.RETURNS_REQUEST)
def request(
    *,
    by: Actor,
    order_id: UUID,
    wanted: Wanted,
    channel: str = "portal",
    seen: OrderView | None = None,
    withdrawn_at: datetime | None = None,
) -> UUID:
    """Open a return; its id. Each unit is claimed once, however many ask at the same moment.

    Refuses `units_not_left`, `line_unknown`, `reason_unknown`, `resolution_not_offered`, `method_not_offered`,
    `exchange_out_of_stock` …; what the *policy* refuses is opened as a refused return that says why. `seen` is the
    order as the caller has just read it; `withdrawn_at` when it carries out a withdrawal declared then.
    """
    _own(by, order_id)
    considered = consider(order_id=order_id, wanted=wanted, seen=seen, asked_at=withdrawn_at)
    row = row_of(considered, channel)
    row.withdrawn_at = withdrawn_at
    return opened(by=by, row=row, considered=considered)


def opened(*, by: Actor, row: Return, considered: Considered) -> UUID:
    """Claim the units, write everything down and let it travel, when nothing is in doubt."""
    claims = [
        (item.line.line_id, item.wanted.quantity)
        for item in considered.items
        if item.decision.verdict is not PolicyVerdict.REFUSED
    ]
    if claims:
        catalogue.claim_units(by=by, claims=claims)
    items = [_item(row, place, item) for place, item in enumerate(considered.items)]
    _reserve(by, row, items, considered)
    status = rows.state(row, items, now=considered.at)
    if not row.waits_for and status is not Status.REFUSED:
        travelling.prepare(by=Actor.system(by.shop_id), row=row, items=items, order=considered.order)
    rows.opened(row, items)
    _record_decisions(by, considered, items)
    units = sum(item.quantity for item in items)
    rows.step(row, "requested", by=by, now=considered.at, proof=chaining.decided(items), units=units)
    announce(
        ReturnRequested(
            return_id=row.id,
            number=row.number,
            order_id=considered.order.order_id,
            waits_for=row.waits_for,
            gift=row.gift_id is not None,
        ),
        subject_id=row.id,
    )
    _go_on(by, row, items, status)
    return row.id


def _go_on(by: Actor, row: Return, items: list[ReturnItem], status: Status) -> None:
    now = clock.now()
    system = Actor.system(by.shop_id)
    if status is Status.REFUSED:
        rows.step(row, "refused_by_rules", by=system, now=now)
        announce(ReturnRefused(return_id=row.id, number=row.number), subject_id=row.id)
    elif row.waits_for:
        rows.step(row, f"waits_for_{row.waits_for}", by=system, now=now)
    else:
        travelling.approved(by=system, row=row, items=items)


def _own(by: Actor, order_id: UUID) -> None:
    """A shopper acts on the order they proved to own, and learns of no other."""
    if by.kind == "shopper" and by.order_id != order_id:
        raise NotFound("order_unknown")


def row_of(considered: Considered, channel: str) -> Return:
    """The return of a request, in its buyer's name."""
    order, wanted, now = considered.order, considered.wanted, considered.at
    row: Return = Return.of_shop(
        number=f"R{ids.short_number()}",
        order_id=order.order_id,
        customer_id=order.customer_id,
        method=wanted.method.value,
        store=wanted.store,
        language=wanted.language,
        channel=channel,
        order_number=ids.tidy_number(order.number)[:60],
        email=(order.customer.email if order.customer else "").strip().lower()[:254],
        customer_name=(order.customer.name if order.customer else "")[:200],
        value=considered.value.amount,
        currency=order.currency,
        requested_at=now,
        updated_at=now,
        policy_version=considered.policy_version,
    )
    return row


def _item(row: Return, place: int, item: ConsideredItem) -> ReturnItem:
    wanted, line, decision = item.wanted, item.line, item.decision
    refused = decision.verdict is PolicyVerdict.REFUSED
    kept = row.method == Method.KEEP.value
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
        traits=sorted({*line.traits, *(trait.value for trait in item.facts.item.traits or ())}),
        quantity=wanted.quantity,
        reason=wanted.reason,
        fault=item.fault.value if item.fault else "",
        comment=wanted.comment,
        condition=wanted.condition,
        photos=list(wanted.photos),
        resolution=wanted.resolution.value,
        exchange_sku=wanted.exchange_sku,
        verdict=_verdict(item).value,
        decision=decisions.dated(_kept(row, item), requested_at=row.requested_at),
        trigger=decision.refund.trigger.value,
        whereabouts=(Whereabouts.KEPT if kept else Whereabouts.WITH_CUSTOMER).value,
        outcome=(Outcome.REFUSED if refused else Outcome.PENDING).value,
    )
    return made


def _kept(row: Return, item: ConsideredItem) -> dict[str, Any]:
    """With what it was received instead of, when it was not bought."""
    kept, came = decisions.kept(item.decision, item.otherwise, facts=item.facts), item.line.exchanged
    if row.gift_id is not None:
        kept = giving.kept(kept)
    return {**kept, "exchanged": {"line": came.line, "return": came.number}} if came else kept


def _verdict(item: ConsideredItem) -> Verdict:
    """As decided; by how much a price is reduced is for a person to say."""
    decided = Verdict(item.decision.verdict.value)
    reduced = item.wanted.resolution is Resolution.PRICE_REDUCTION and decided is Verdict.ACCEPTED
    return Verdict.NEEDS_REVIEW if reduced else decided


def _record_decisions(by: Actor, considered: Considered, items: list[ReturnItem]) -> None:
    """Facts and trace of each decision, enough to replay it."""
    for item, considered_item in zip(items, considered.items, strict=True):
        policy.record_decision(
            by=by,
            subject_id=item.id,
            version_id=considered.policy_version,
            facts=considered_item.facts,
            decision=considered_item.judged,
        )


def _reserve(by: Actor, row: Return, items: list[ReturnItem], considered: Considered) -> None:
    """Hold the wanted variants, so that the promise of an exchange can be kept."""
    for item, asked in zip(items, considered.items, strict=True):
        if asked.instead is not None:
            held = warehouse.reserve(by=by, subject_id=row.id, sku=asked.instead.sku, quantity=item.quantity)
            item.reservation_id = held.reservation_id
