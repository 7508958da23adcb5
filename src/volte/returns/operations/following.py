"""What money says about a refund reaches the case: a line on the timeline, and a person when it failed."""

from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.kit.money import Money
from volte.returns import deadlines, rows, wire
from volte.returns.models import Return, ReturnItem
from volte.risk import operations as risk
from volte.runtime import clock, hot
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.warehouse import queries as warehouse


@operation(Permission.MONEY_REFUND)
def refund_succeeded(*, by: Actor, return_id: UUID, amount: Money) -> None:
    """The money is on the customer's side. A subject that is no return is nobody's news here."""
    row = rows.taken(return_id)
    if row is None:
        return
    now = clock.now()
    if row.waits_for == "money":
        row.waits_for, row.waits_since = "", None
        row.deadline_at = deadlines.of(row, hot.rows(ReturnItem, order="position", return_row_id=row.id))
    row.updated_at = now
    hot.save(row)
    rows.step(row, "refund_succeeded", by=by, now=now, amount=wire.money(amount))


@operation(Permission.MONEY_REFUND)
def refund_failed(*, by: Actor, return_id: UUID, amount: Money, code: str) -> None:
    """The gateway refused: the money is still owed, so the case waits for a person."""
    row = rows.taken(return_id)
    if row is None:
        return
    now = clock.now()
    row.waits_for, row.waits_since, row.updated_at = "money", now, now
    row.deadline_at = deadlines.of(row, hot.rows(ReturnItem, order="position", return_row_id=row.id))
    hot.save(row)
    rows.step(row, "refund_failed", by=by, now=now, amount=wire.money(amount), code=code)


@operation(Permission.RETURNS_READ)
def note_for_risk(*, by: Actor, return_id: UUID, unit_id: UUID) -> None:
    """A unit really came back: it counts in the customer's return rate, with whose fault it was."""
    row = hot.first(Return, id=return_id)
    if row is None or row.customer_id is None or row.order_id is None:
        return
    unit = warehouse.unit(unit_id=unit_id)
    order = catalogue.order(order_id=row.order_id)
    risk.note(by=by, customer_id=row.customer_id, placed_at=order.placed_at, units=1, fault=unit.fault)
