"""The carrier had its days, and nobody showed the contrary: what never arrived is owed."""

from datetime import datetime
from uuid import UUID

from volte.returns import rows
from volte.returns.models import Return
from volte.returns.operations import travelling
from volte.returns.rules.lifecycle import Kind, Status, Verdict
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


def over(*, now: datetime) -> list[UUID]:
    """The claims of the entered shop whose inquiry ended and which nobody decided."""
    waiting = Return.objects.filter(inquiry_until__lte=now, kind=Kind.CLAIM.value, status=Status.REQUESTED.value)
    return list(waiting.order_by("inquiry_until").values_list("id", flat=True))


@operation(Permission.RETURNS_APPROVE)
def end_inquiry(*, by: Actor, return_id: UUID) -> None:
    """Take for lost what the carrier found nothing about. Does nothing when somebody decided meanwhile or the days are
    not over."""
    row, items = rows.locked(by=by, return_id=return_id)
    now = clock.now()
    if row.status != Status.REQUESTED.value or row.inquiry_until is None or row.inquiry_until > now:
        return
    for item in items:
        if item.verdict == Verdict.NEEDS_REVIEW.value:
            item.verdict = Verdict.ACCEPTED.value
    rows.step(row, "inquiry_over", by=by, now=now)
    travelling.let_travel(by=by, row=row, items=items)
