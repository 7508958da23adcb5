"""What is due is promised: money, credit or other goods, for the units whose trigger has fired, once."""

from collections.abc import Sequence
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.catalogue.rules.order import OrderView
from volte.kit.errors import Invalid
from volte.kit.ids import new_id
from volte.kit.words import RefundTrigger, Resolution
from volte.money.queries import PromiseView
from volte.money.rules.plan import LineKind
from volte.returns import chaining, rows
from volte.returns.events import ReturnSettled, SettlementMade
from volte.returns.models import Return, ReturnItem
from volte.returns.operations import feedback
from volte.returns.operations.settling import cancelling, leaving, promising, writing
from volte.returns.rules import settlement
from volte.returns.rules.lifecycle import Kind, Outcome, Status
from volte.returns.rules.settlement import Progress
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission

_OUTCOME = {
    Resolution.REFUND: Outcome.REFUNDED,
    Resolution.CREDIT: Outcome.CREDITED,
    Resolution.EXCHANGE: Outcome.EXCHANGED,
    Resolution.REPLACEMENT: Outcome.REPLACED,
    Resolution.REPAIR: Outcome.REPAIRED,
    Resolution.PRICE_REDUCTION: Outcome.REDUCED,
}


@operation(Permission.MONEY_REFUND)
def settle_due(*, by: Actor, return_id: UUID) -> int:
    """Promise what is due now; the number of units settled. Calling it again does nothing more."""
    row, items = rows.locked(by=by, return_id=return_id)
    before = sum(item.settled for item in items)
    found = due_units(row=row, items=items)
    if found:
        order = catalogue.order(order_id=rows.order_of(row))
        for resolution in dict.fromkeys(Resolution(item.resolution) for item, _ in found):
            mine = [(item, units) for item, units in found if item.resolution == resolution.value]
            _settle_or_ask(by, row, order, resolution, mine)
    finish(by=by, row=row, items=items)
    return sum(item.settled for item in items) - before


def is_due(row: Return, items: Sequence[ReturnItem]) -> bool:
    """Would `settle_due` promise anything now?"""
    return bool(due_units(row=row, items=items))


def due_units(*, row: Return, items: Sequence[ReturnItem]) -> list[tuple[ReturnItem, int]]:
    """Which items have units to be settled now, and how many. A price reduction waits until somebody names it."""
    by_itself = [item for item in items if item.resolution != Resolution.PRICE_REDUCTION.value]
    asked = [(item, settlement.due(_progress(row, item))) for item in by_itself]
    return [(item, units) for item, units in asked if units > 0]


def _progress(row: Return, item: ReturnItem) -> Progress:
    return Progress(
        standing=rows.standing(item),
        trigger=RefundTrigger(item.trigger),
        handed_over=row.handed_over_at is not None,
        accepted_units=item.passed,
    )


def _settle_or_ask(
    by: Actor, row: Return, order: OrderView, resolution: Resolution, due: Sequence[tuple[ReturnItem, int]]
) -> None:
    """An exchange of units that were paid back another way meanwhile cannot be made, however often it is tried: a
    person has to see to it. Nothing is written before money refuses it."""
    try:
        _settle(by, row, order, resolution, due)
    except Invalid as refused:
        if refused.code != "nothing_to_exchange":
            raise
        if row.doubt != "exchange":
            row.doubt = "exchange"
            rows.step(row, "exchange_not_possible", by=by, now=clock.now())


def _settle(
    by: Actor, row: Return, order: OrderView, resolution: Resolution, due: Sequence[tuple[ReturnItem, int]]
) -> None:
    """One promise for all units of one resolution; the key names exactly these units, so it is made once."""
    made_id = new_id()
    units = {str(item.id): count for item, count in due}
    unpaid = False
    if resolution in settlement.IN_KIND:
        promising.in_kind(by, row, order, resolution, due)
        made = writing.write_in_kind(row, resolution, units, made_id)
    else:
        promise = promising.promise(by, row, order, resolution, due)
        _deducted(promise, due)
        made = writing.write(row, resolution.value, units, promise, made_id)
        row.due += promise.due.amount
        unpaid = bool(promise.due)
    for item, count in due:
        item.settled += count
        item.unpaid += count if unpaid else 0
    if row.kind == Kind.CANCELLATION.value:
        cancelling.keep_from_leaving(by, row, order, due)
    kind, proof = f"settled_{resolution.value}", chaining.planned(made)
    rows.step(row, kind, by=by, now=clock.now(), proof=proof, settlement=str(made_id))
    announce(
        SettlementMade(return_id=row.id, number=row.number, settlement_id=made_id, settlement_kind=resolution.value),
        subject_id=row.id,
    )


def _deducted(promise: PromiseView, due: Sequence[tuple[ReturnItem, int]]) -> None:
    """What was taken off now is not taken off again when further units are settled."""
    for item, _ in due:
        taken = [
            line.amount.amount
            for line in promise.lines
            if line.kind is LineKind.DEDUCTION and line.reference == str(item.id)
        ]
        item.deducted -= sum(taken)


def finish(*, by: Actor, row: Return, items: Sequence[ReturnItem]) -> None:
    """Items of which nothing is open any more have their outcome, and what was reserved for them leaves."""
    for item in items:
        if item.outcome == Outcome.PENDING.value and item.settled and rows.standing(item).is_settled:
            item.outcome = _OUTCOME[Resolution(item.resolution)].value
            if item.exchange_sku or item.resolution in settlement.IN_KIND:
                leaving.send(by=by, row=row, item=item)
    before, now = row.settled_at, clock.now()
    status = rows.restate(row, items, now=now)
    if status is Status.SETTLED and before is None:
        rows.step(row, "settled", by=by, now=now)
        feedback.ask(row=row)
        announce(ReturnSettled(return_id=row.id, number=row.number), subject_id=row.id)
