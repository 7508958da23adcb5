"""Entry points for the worker."""

import logging
from datetime import timedelta
from uuid import UUID

from volte.kit import time
from volte.kit.errors import Conflict
from volte.messages.rules import timing
from volte.returns import due, instant
from volte.returns.models import Return
from volte.returns.operations import adopting, giving_up, mornings, restocking, review, settling, telling, watching
from volte.returns.operations.inspecting import UNDO_WITHIN
from volte.returns.operations.instant import ending
from volte.returns.operations.without_goods import inquiries
from volte.runtime import clock, jobs, shop_settings, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import Shop

log = logging.getLogger(__name__)


@jobs.job(queue="journey")
def settle_later(*, shop_id: str, return_id: str) -> None:
    """Settle what is due once nobody can take the last look back."""
    settling.settle_due(by=Actor.system(UUID(shop_id)), return_id=UUID(return_id))


def settle_in(*, shop_id: UUID, return_id: UUID, wait: timedelta) -> None:
    jobs.later(settle_later, wait=wait, once=f"settle:{return_id}", shop_id=str(shop_id), return_id=str(return_id))


@jobs.job(queue="journey")
def tell_stock_later(*, shop_id: str, unit_id: str) -> None:
    """Tell the shop's stock once nobody can take the decision back. The machine on which it was made may be ahead of
    ours by a second or a minute: then it still can by our clock, and we ask again."""
    if not restocking.tell_stock(by=Actor.system(UUID(shop_id)), unit_id=UUID(unit_id)):
        tell_stock_in(shop_id=UUID(shop_id), unit_id=UUID(unit_id), wait=UNDO_WITHIN)


def tell_stock_in(*, shop_id: UUID, unit_id: UUID, wait: timedelta) -> None:
    """One job for each decision: each waits for its own ten seconds."""
    jobs.later(tell_stock_later, wait=wait, shop_id=str(shop_id), unit_id=str(unit_id))


def expire_due() -> None:
    """Every night: approved returns whose last day passed without anything being handed over."""
    for shop_id in Shop.objects.values_list("id", flat=True):
        for return_id in _past_last_day(shop_id):
            review.expire(by=Actor.system(shop_id), return_id=return_id)


def remind_due() -> None:
    """Every morning: approved returns whose last day is near and of which nothing was handed over."""
    for shop_id in Shop.objects.values_list("id", flat=True):
        for return_id in _near(shop_id):
            telling.tell_last_day(by=Actor.system(shop_id), return_id=return_id)


def give_up_unpaid() -> None:
    """Every hour: dearer exchanges that are not paid. The customer hears of it before their days are over; then what
    came back is paid back instead."""
    for shop_id in Shop.objects.values_list("id", flat=True):
        by = Actor.system(shop_id)
        near, over = giving_up.unpaid_returns(shop_id=shop_id)
        for return_id in near:
            telling.tell_difference_again(by=by, return_id=return_id)
        for return_id in over:
            giving_up.give_up_late(by=by, return_id=return_id)


def end_holds() -> None:
    """Every few minutes: what left first and whose other article is not back in time; and those whose day is near."""
    for shop_id in Shop.objects.values_list("id", flat=True):
        with tenancy.entered(shop_id):
            settings = shop_settings.of_shop(shop_id)
            over, near = instant.due_now(), instant.to_remind(settings=settings)
        for return_id in over:
            _late(shop_id, return_id)
        for return_id, hold_id, day in near:
            by = Actor.system(shop_id)
            telling.tell_hold_again(by=by, return_id=return_id, hold_id=hold_id, day=day)


def _late(shop_id: UUID, return_id: UUID) -> None:
    """The goods may have arrived a moment ago: then the hold has ended, and there is nothing to do."""
    try:
        ending.take_late(by=Actor.system(shop_id), return_id=return_id)
    except Conflict:
        log.info("a hold ended before its day", extra={"return": str(return_id)})


def end_inquiries() -> None:
    """Every few minutes: what never arrived and about which the carrier found nothing in its days."""
    now = clock.now()
    for shop_id in Shop.objects.values_list("id", flat=True):
        with tenancy.entered(shop_id):
            waited_for = inquiries.over(now=now)
        for return_id in waited_for:
            inquiries.end_inquiry(by=Actor.system(shop_id), return_id=return_id)


def watch_deadlines() -> None:
    """Every few minutes: deadlines that are near or missed and that nobody was told of."""
    for shop_id in Shop.objects.values_list("id", flat=True):
        with tenancy.entered(shop_id):
            untold = due.untold()
        for return_id in untold:
            watching.tell_deadlines(by=Actor.system(shop_id), return_id=return_id)


def tell_mornings() -> None:
    """Every few minutes: shops whose morning has begun, once a day each."""
    for shop_id in Shop.objects.values_list("id", flat=True):
        with tenancy.entered(shop_id):
            begun = mornings.is_time()
        if begun:
            mornings.tell_morning(by=Actor.system(shop_id))


def chain_steps() -> None:
    """Now and then: steps that were written without a chain."""
    for shop_id in Shop.objects.values_list("id", flat=True):
        while _any_unchained(shop_id) and adopting.adopt_steps(by=Actor.system(shop_id)):
            continue


def _any_unchained(shop_id: UUID) -> bool:
    with tenancy.entered(shop_id):
        return adopting.any_left()


def _near(shop_id: UUID) -> list[UUID]:
    """Those whose hour of the reminder has come; one told before is found again and told no second time."""
    with tenancy.entered(shop_id):
        now, zone = clock.now(), shop_settings.of_shop(shop_id).timezone
        today = time.local_date(now, zone)
        last = today + timedelta(days=timing.REMIND_DAYS_BEFORE)
        near = Return.objects.filter(status="approved", handed_over_at=None, last_day__gte=today, last_day__lte=last)
        found = list(near.order_by("last_day").values_list("id", "approved_at", "last_day"))
    return [
        return_id
        for return_id, approved_at, last_day in found
        if (at := timing.remind_at(opened_on=time.local_date(approved_at, zone), last_day=last_day, zone=zone))
        is not None
        and at <= now
    ]


def _past_last_day(shop_id: UUID) -> list[UUID]:
    """Their ids, read once: one that may still be sent by law is looked at again the next night."""
    with tenancy.entered(shop_id):
        today = time.local_date(clock.now(), shop_settings.of_shop(shop_id).timezone)
        late = Return.objects.filter(status="approved", last_day__lt=today, handed_over_at=None, withdrawn_at=None)
        return list(late.order_by("last_day").values_list("id", flat=True))
