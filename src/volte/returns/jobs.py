"""Entry points for the worker."""

from datetime import timedelta
from uuid import UUID

from volte.kit import time
from volte.returns.models import Return
from volte.returns.operations import review, settling
from volte.runtime import clock, jobs, shop_settings, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import Shop

BATCH = 200


@jobs.job(queue="journey")
def settle_later(*, shop_id: str, return_id: str) -> None:
    """Settle what is due once nobody can take the last look back."""
    settling.settle_due(by=Actor.system(UUID(shop_id)), return_id=UUID(return_id))


def settle_in(*, shop_id: UUID, return_id: UUID, wait: timedelta) -> None:
    jobs.later(settle_later, wait=wait, once=f"settle:{return_id}", shop_id=str(shop_id), return_id=str(return_id))


def expire_due() -> None:
    """Every night: approved returns whose last day passed without anything being handed over."""
    for shop_id in Shop.objects.values_list("id", flat=True):
        while _expire_some(shop_id):
            continue


def _expire_some(shop_id: UUID) -> int:
    with tenancy.entered(shop_id):
        today = time.local_date(clock.now(), shop_settings.of_shop(shop_id).timezone)
        late = Return.objects.filter(status="approved", last_day__lt=today, handed_over_at=None)
        found = list(late.order_by("last_day").values_list("id", flat=True)[:BATCH])
    for return_id in found:
        review.expire(by=Actor.system(shop_id), return_id=return_id)
    return len(found)
