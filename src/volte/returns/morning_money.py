"""What of the shop's money needs somebody this morning, in sentences. Asked inside an entered shop."""

from datetime import date, timedelta

from volte.kit.text import Message, message
from volte.money import summing, verifications
from volte.money.rules.summed import Needs

# Whoever was away for a weekend or a bridge still hears of it.
_LOOKED_AT = timedelta(days=7)
_ASKED = (Needs.DECISION, Needs.MEANING, Needs.PAYING)


def alarms(*, today: date) -> tuple[Message, ...]:
    """What last night's look at all of the books found, and days that do not balance; then refunds that wait for
    somebody, then differences with providers."""
    days = summing.days(since=today - _LOOKED_AT, until=today)
    open_refunds, differences = summing.open_refunds(), summing.open_discrepancies()
    broken = verifications.open_count()
    torn = sorted({day.on for day in days if not day.books.balances()})
    found = [message("morning_money_unbalanced", day=on) for on in torn]
    found += [
        message(f"morning_money_{needs.value}", count=open_refunds.counts[needs])
        for needs in _ASKED
        if needs in open_refunds.counts
    ]
    if broken:
        found.insert(0, message("morning_money_broken", count=broken))
    if differences:
        found.append(message("morning_money_differences", count=differences))
    return tuple(found)
