"""What does a refund that comes too late cost the shop, by law? Worked tables in docs/algorithms/late-refunds.md."""

from dataclasses import dataclass
from fractions import Fraction

from volte.kit.money import Money
from volte.law.rules.terms import Band, Late

_DAYS_A_MONTH = 30


@dataclass(frozen=True, slots=True)
class Cost:
    """`extra` is owed on top of the refund; None where it is legal interest, whose rate the state sets twice a year.
    `percent` of the refund it is, in all; `damages` may be claimed besides."""

    extra: Money | None
    percent: int
    legal_interest: bool = False
    damages: bool = False


def cost(*, late: Late, amount: Money, days_late: int) -> Cost:
    """What `days_late` days after the last lawful one cost for a refund of `amount`. Nothing while it is in time."""
    nothing = Money(0, amount.currency)
    if days_late <= 0:
        return Cost(nothing, 0)
    if late.factor > 1:
        more = late.factor - 1
        return Cost(Money(amount.amount * more, amount.currency), 100 * more, False, late.damages)
    band = _band(late, days_late)
    if band is None:
        return Cost(nothing, 0, False, late.damages)
    if band.legal_interest:
        return Cost(None, 0, True, late.damages)
    percent = _percent(late, days_late)
    return Cost(_share(amount, percent), percent, False, late.damages)


def next_step(*, late: Late, days_late: int) -> int | None:
    """After how many days late it becomes dearer; None when it does not, or nobody can say."""
    days = max(days_late, 0)
    if late.factor > 1:
        return 1 if days == 0 else None
    steps = [band.over_days + 1 for band in late.bands if band.over_days >= days]
    after = late.points_per_month_after
    if after is not None and late.points and _percent(late, days) < late.at_most_percent:
        begun = -(-max(days - after, 0) // _DAYS_A_MONTH)
        steps.append(after + begun * _DAYS_A_MONTH + 1)
    return min(steps, default=None)


def _band(late: Late, days_late: int) -> Band | None:
    passed = [band for band in late.bands if days_late > band.over_days]
    return max(passed, key=lambda band: band.over_days, default=None)


def _percent(late: Late, days_late: int) -> int:
    band = _band(late, days_late)
    return min((band.percent if band else 0) + _points(late, days_late), late.at_most_percent)


def _points(late: Late, days_late: int) -> int:
    """Each month begun after the last band adds its points."""
    after = late.points_per_month_after
    if after is None or days_late <= after:
        return 0
    return late.points * -(-(days_late - after) // _DAYS_A_MONTH)


def _share(amount: Money, percent: int) -> Money:
    """Rounded up: who is late owes at least the share."""
    return Money(-(-Fraction(amount.amount * percent, 100) // 1), amount.currency)
