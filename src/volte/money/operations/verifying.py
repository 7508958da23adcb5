"""Have all books of a shop added up again: every night, and when somebody asks."""

from datetime import date, timedelta
from uuid import UUID

from volte.kit.errors import Conflict
from volte.money import jobs, verifications
from volte.money.models import BooksFault, Verification
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

KEPT = timedelta(days=400)
"""A year of nights, and a month to look at them: looks older than this go, and what was closed before."""


@operation(Permission.MONEY_BOOKS)
def begin_verification(*, by: Actor, night: date | None = None) -> UUID:
    """Write down that all books are to be added up again, and let the worker do it; `night` where it is due by itself.

    Refuses `verification_under_way`.
    """
    if verifications.under_way() is not None or (night and Verification.objects.filter(night=night).exists()):
        raise Conflict("verification_under_way")
    now = clock.now()
    Verification.objects.filter(finished_at__lt=now - KEPT).delete()
    BooksFault.objects.filter(resolved_at__lt=now - KEPT).delete()
    row: Verification = Verification.objects.create(night=night, began_at=now)
    jobs.verify_later(shop_id=by.shop_id, verification_id=row.id)
    return row.id


def sweep_books(*, by: Actor) -> None:
    """Begin the night's look where it is due, and go on with one that stands still. Not an operation, as `sweep`."""
    with tenancy.entered(by.shop_id):
        going_on, due = verifications.under_way(), verifications.due()
        if going_on is not None:
            jobs.verify_later(shop_id=by.shop_id, verification_id=going_on)
    if going_on is None and due is not None:
        begin_verification(by=by, night=due)
