"""Do the days of every shop's books balance, and does a refund wait for somebody?"""

from collections.abc import Iterator
from datetime import timedelta

from volte.kit import time
from volte.money import summing
from volte.money.rules.summed import Needs
from volte.project.doctor.checks import database
from volte.project.doctor.findings import Finding, bad, ok, warn
from volte.runtime import clock, migrating, shop_settings, tenancy
from volte.runtime.models import Shop

# The rest is for `volte ledger verify`, which adds up everything.
_LOOKED_AT = timedelta(days=30)


def balanced() -> Iterator[Finding]:
    if database.why_not() or migrating.state().missing:
        return
    well = True
    for shop_id, handle in Shop.objects.values_list("id", "handle"):
        with tenancy.entered(shop_id):
            today = time.local_date(clock.now(), shop_settings.of_shop(shop_id).timezone)
            days = summing.days(since=today - _LOOKED_AT, until=today)
            waits = summing.open_refunds().counts
        torn = {day.on for day in days if not day.books.balances()}
        stuck = waits.get(Needs.DECISION, 0) + waits.get(Needs.MEANING, 0)
        well = well and not torn and not stuck
        if torn:
            yield bad("books-unbalanced", shop=handle, count=len(torn))
        if stuck:
            yield warn("books-refunds", shop=handle, count=stuck)
    if well:
        yield ok("books")


CHECKS = (balanced,)
