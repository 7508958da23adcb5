"""Do the days of every shop's books balance, did the last night's look at all of them find something, and does a refund
wait for somebody?"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from volte.kit import time
from volte.money import summing, verifications
from volte.money.rules.summed import Needs
from volte.project.doctor.checks import database
from volte.project.doctor.findings import Finding, bad, ok, warn
from volte.runtime import clock, migrating, shop_settings, tenancy
from volte.runtime.models import Shop

# The rest is for the nights, which add up everything.
_LOOKED_AT = timedelta(days=30)


def balanced() -> Iterator[Finding]:
    if database.why_not() or migrating.state().missing:
        return
    shops = Shop.objects.values_list("id", "handle", "created_at")
    found = [one for shop_id, handle, created_at in shops for one in _of_shop(shop_id, handle, created_at)]
    yield from found or [ok("books")]


def _of_shop(shop_id: UUID, handle: str, created_at: datetime) -> Iterator[Finding]:
    with tenancy.entered(shop_id):
        today = time.local_date(clock.now(), shop_settings.of_shop(shop_id).timezone)
        days = summing.days(since=today - _LOOKED_AT, until=today)
        faults, last = verifications.open_count(), verifications.last()
        waits = summing.open_refunds().counts
    torn = {day.on for day in days if not day.books.balances()}
    stuck = waits.get(Needs.DECISION, 0) + waits.get(Needs.MEANING, 0)
    looked_at = last.finished_at if last is not None and last.finished_at is not None else created_at
    if faults:
        yield bad("books-found", shop=handle, count=faults)
    if torn:
        yield bad("books-unbalanced", shop=handle, count=len(torn))
    if last is not None and last.missed:
        yield warn("books-missed", shop=handle, names=", ".join(last.missed))
    if clock.now() - looked_at > verifications.SILENT:
        yield warn("books-unchecked", shop=handle)
    if stuck:
        yield warn("books-refunds", shop=handle, count=stuck)


CHECKS = (balanced,)
