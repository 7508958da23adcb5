"""What ends on a store credit: written off on its day, and told of a month before."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from volte.money import crediting
from volte.money.events import CreditLapsed, CreditLapsing
from volte.money.models import Credit
from volte.money.rules import posting
from volte.money.rules.purse import WARNED_BEFORE, Purse
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission


def sweep_credits(*, by: Actor) -> int:
    """See to every credit of which something ends soon or has ended, each in a transaction of its own; how many."""
    soon = clock.now() + WARNED_BEFORE
    ending = Q(expires_at__lte=soon) | Q(bonus_expires_at__lte=soon)
    with tenancy.entered(by.shop_id):
        wanted = list(
            Credit.objects.filter(ending, balance__gt=0, blocked_at=None).order_by("id").values_list("id", flat=True)
        )
    for credit_id in wanted:
        see_to_credit(by=by, credit_id=credit_id)
    return len(wanted)


@operation(Permission.MONEY_CREDIT)
def see_to_credit(*, by: Actor, credit_id: UUID) -> None:
    """Write off what has ended of this credit, and announce what ends within thirty days; neither is done twice."""
    row, now = crediting.held_by_id(credit_id=credit_id), clock.now()
    gone = crediting.purse(row=row).lapses(now=now)
    if gone is not None:
        key = f"lapse:{row.id}:{now.isoformat()}"
        crediting.change(row=row, key=key, move=gone, entry=posting.credit_lapsed, lapsed=True)
        told = (-gone.amount.amount, -gone.bonus.amount, row.balance, row.currency)
        announce(CreditLapsed(row.id, *told), subject_id=row.subject_id)
    left = crediting.purse(row=row)
    moment = left.warns(now=now, warned=row.warned_of)
    if moment is not None:
        _warn(row, left, moment)


def _warn(row: Credit, left: Purse, moment: datetime) -> None:
    Credit.objects.filter(id=row.id).update(warned_of=moment)
    ends = left.lapses(now=moment)
    assert ends is not None, "something ends at that moment"
    announce(
        CreditLapsing(
            credit_id=row.id,
            subject_kind=row.subject_kind,
            subject_id=row.subject_id,
            amount=-ends.amount.amount,
            bonus=-ends.bonus.amount,
            currency=row.currency,
            expires_at=moment.isoformat(),
        ),
        subject_id=row.subject_id,
    )
