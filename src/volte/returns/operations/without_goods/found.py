"""What never arrived turned up."""

from enum import StrEnum
from typing import assert_never
from uuid import UUID

from volte.kit.errors import Conflict
from volte.returns import rows
from volte.returns.operations import review, travelling
from volte.returns.rules.lifecycle import Kind, Status, Verdict
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


class Where(StrEnum):
    """With the customer after all, or back with the shop because nobody took it in."""

    CUSTOMER = "customer"
    RETURNED = "returned"


@operation(Permission.RETURNS_APPROVE)
def record_found(*, by: Actor, return_id: UUID, where: Where, note: str = "") -> None:
    """Before anything was paid: what reached the customer ends the claim, what came back to the shop is owed at once.
    Once it is paid or sent again, it is only written down; nobody takes money back by themselves.

    Refuses `not_a_claim` and `return_not_possible_now` (the claim was refused or called off).
    """
    row, items = rows.locked(by=by, return_id=return_id)
    if row.kind != Kind.CLAIM.value:
        raise Conflict("not_a_claim", number=row.number)
    if row.status not in (Status.REQUESTED.value, Status.SETTLED.value):
        raise Conflict("return_not_possible_now", act="found", status=row.status, number=row.number)
    settled = row.status == Status.SETTLED.value
    rows.step(row, f"found_{where.value}", by=by, now=clock.now(), note=note.strip() or None)
    if settled:
        return
    match where:
        case Where.CUSTOMER:
            review.cancel(by=by, return_id=row.id)
        case Where.RETURNED:
            for item in items:
                if item.verdict == Verdict.NEEDS_REVIEW.value:
                    item.verdict = Verdict.ACCEPTED.value
            travelling.let_travel(by=by, row=row, items=items)
        case _:
            assert_never(where)
