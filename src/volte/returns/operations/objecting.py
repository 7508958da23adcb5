"""The customer objected to what was taken off for use: a person gives it back, or says why it stays."""

from uuid import UUID

from volte.kit.errors import Conflict, Invalid
from volte.kit.ids import new_id
from volte.kit.money import Money
from volte.messages import operations as messages
from volte.returns import rows
from volte.returns.models import Return, ReturnItem
from volte.returns.operations import settling, telling
from volte.returns.rules.lifecycle import Appeal, Status
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


@operation(Permission.RETURNS_GOODWILL)
def give_deduction_back(*, by: Actor, return_id: UUID, reason: str) -> None:
    """Pay what was taken off after all. Refuses `objection_unknown` and what a gesture refuses, above all
    `goodwill_needs_reason`."""
    row, items = _objected(by, return_id)
    taken = Money(sum(item.deducted for item in items), row.currency)
    settling.goodwill(by=by, return_id=return_id, amount=taken, reason=reason)
    _answered(by, row, items, "deduction_given_back")


@operation(Permission.RETURNS_REFUSE)
def uphold_deduction(*, by: Actor, return_id: UUID, reason: str) -> None:
    """It stays taken off; the customer gets the reason by mail, and it stands in the conversation. Refuses
    `objection_unknown`, `refusal_needs_reason`."""
    row, items = _objected(by, return_id)
    if not reason.strip():
        raise Invalid("refusal_needs_reason")
    messages.say(by=by, subject_id=row.id, text=reason.strip())
    _answered(by, row, items, "deduction_upheld")
    telling.tell_answer(by=by, return_id=row.id, text=reason.strip(), step=str(new_id()))


def _objected(by: Actor, return_id: UUID) -> tuple[Return, list[ReturnItem]]:
    row, items = rows.locked(by=by, return_id=return_id)
    if row.appeal != Appeal.OPEN.value or row.status == Status.REFUSED.value or not rows.paid_less(items):
        raise Conflict("objection_unknown", number=row.number)
    return row, items


def _answered(by: Actor, row: Return, items: list[ReturnItem], kind: str) -> None:
    now = clock.now()
    row.appeal = Appeal.ANSWERED.value
    rows.restate(row, items, now=now)
    rows.step(row, kind, by=by, now=now)
