"""The customer keeps the goods at a lower price."""

from collections.abc import Sequence
from uuid import UUID

from volte.catalogue import operations as catalogue
from volte.catalogue import queries as catalogue_queries
from volte.kit.errors import Conflict, Invalid
from volte.kit.ids import new_id
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.words import Resolution
from volte.logistics import operations as logistics
from volte.money import operations as money
from volte.money.queries import PromiseView
from volte.money.rules import reductions
from volte.money.rules.standing import Standing
from volte.money.rules.wish import RefundWish, UnitsReduced
from volte.returns import chaining, considering, rows, wire
from volte.returns.events import SettlementMade
from volte.returns.models import Return, ReturnItem
from volte.returns.operations import settling, travelling
from volte.returns.operations.settling import promising, writing
from volte.returns.rules.lifecycle import Act, Verdict, Whereabouts
from volte.returns.rules.units import units_kept
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission
from volte.warehouse import operations as warehouse


@operation(Permission.MONEY_REFUND)
def reduce_price(
    *, by: Actor, return_id: UUID, item_id: UUID, amount: Money | None = None, share: Rate | None = None, reason: str
) -> UUID:
    """The customer keeps the units of an item and gets `amount`, or `share` of what was paid for them. The units are
    free again: sent back later, they bring what is left of their price. Also for an item of which something else was
    asked, once the customer agreed; never after a withdrawal was declared, which the whole price is owed for.

    Refuses `item_unknown`, `reduction_too_late`, `reduction_after_withdrawal`, `reduction_needs_reason`,
    `reduction_needs_amount` and `reduction_above_paid`.
    """
    row, items = rows.locked(by=by, return_id=return_id)
    rows.allow(row, Act.REDUCE)
    item = rows.item_of(items, item_id)
    _still_with_customer(row, item)
    if not reason.strip():
        raise Invalid("reduction_needs_reason")
    made_id = new_id()
    promise = _promise(by, row, item, amount or share, reason.strip(), made_id)
    _let_go(by, row, item)
    item.resolution = Resolution.PRICE_REDUCTION.value
    item.verdict, item.settled = Verdict.ACCEPTED.value, item.quantity - item.missing
    units = {str(item.id): item.settled}
    made = writing.write(row, Resolution.PRICE_REDUCTION.value, units, promise, made_id, reason=reason.strip())
    given, now, proof = wire.money(promise.amount), clock.now(), chaining.planned(made)
    rows.step(row, "price_reduced", by=by, now=now, proof=proof, amount=given, reason=reason.strip(), title=item.title)
    announce(
        SettlementMade(return_id=row.id, number=row.number, settlement_id=made_id, settlement_kind=made.kind),
        subject_id=row.id,
    )
    _go_on(by, row, items)
    return made_id


def _go_on(by: Actor, row: Return, items: Sequence[ReturnItem]) -> None:
    """What else was asked for travels now, if nothing else is in doubt; of what is all kept, no parcel is expected."""
    settling.finish(by=by, row=row, items=items)
    expected = any(rows.standing(item).is_open and item.whereabouts != Whereabouts.KEPT.value for item in items)
    if not expected and row.parcel_id is not None and row.handed_over_at is None:
        logistics.cancel_parcel(by=by, parcel_id=row.parcel_id)
    if expected and row.approved_at is None and not row.waits_for:
        travelling.let_travel(by=by, row=row, items=items)


def _still_with_customer(row: Return, item: ReturnItem) -> None:
    if row.withdrawn_at is not None:
        raise Conflict("reduction_after_withdrawal", number=row.number)
    asked = item.resolution == Resolution.PRICE_REDUCTION.value
    if not rows.standing(item).is_open or item.settled or (row.handed_over_at is not None and not asked):
        raise Conflict("reduction_too_late", number=row.number)


def _promise(
    by: Actor, row: Return, item: ReturnItem, agreed_on: Money | Rate | None, why: str, made_id: UUID
) -> PromiseView:
    about = considering.order_money(catalogue_queries.order(order_id=rows.order_of(row)))
    # Held, not seen: what the units are worth must not change before it is promised.
    standing = money.hold(by=by, order=about)
    whole = promising.whole(item, item.quantity - item.missing)
    kept = units_kept(paid=standing.paid, before=standing.before, back=whole)
    worth = _worth(standing, whole.line, kept)
    agreed = agreed_on.of(worth) if isinstance(agreed_on, Rate) else agreed_on
    if agreed is None or agreed.amount <= 0 or agreed.currency != worth.currency:
        raise Invalid("reduction_needs_amount", currency=worth.currency)
    most = min(worth, standing.ceiling(), key=lambda money: money.amount)
    if agreed > most:
        raise Invalid("reduction_above_paid", most=most)
    wish = RefundWish(reduced=(UnitsReduced(whole.reference, whole.line, whole.title, kept, agreed, why),))
    return money.promise(by=by, order=about, wish=wish, subject=promising.subject_of(row), key=f"reduction:{made_id}")


def _worth(standing: Standing, line_id: str, positions: Sequence[int]) -> Money:
    line, given = standing.paid.line(id=line_id), standing.before.reductions(line_id)
    left = [reductions.worth(line=line, reduced=given, position=position) for position in positions]
    return Money(sum(left), standing.paid.currency)


def _let_go(by: Actor, row: Return, item: ReturnItem) -> None:
    """Its units stay and may be asked for again, unless they came although they were to stay; what was put aside for
    it is free."""
    if not item.arrived:
        item.whereabouts = Whereabouts.KEPT.value
        catalogue.release_units(by=by, claims=[(rows.order_line_of(item), item.quantity - item.missing)])
    if item.reservation_id is not None:
        warehouse.release(by=by, reservation_id=item.reservation_id)
        item.reservation_id = None
