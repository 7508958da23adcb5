"""How much is a store credit worth, how long does it last, and how is its code written?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from volte.kit import time
from volte.kit.errors import Invalid
from volte.kit.ids import tidy_number
from volte.kit.money import Money, allocate, total
from volte.kit.rates import NOTHING, Rate
from volte.money.rules.plan import RefundPlan

# Three groups of four out of thirty letters: 59 bits, since whoever holds the code may spend it.
GROUPS = 3
PREFIX = "CR-"


@dataclass(frozen=True, slots=True)
class CreditValue:
    """What the customer gave up (`base`) and what the shop adds (`bonus`)."""

    base: Money
    bonus: Money

    def total(self) -> Money:
        return self.base + self.bonus


@dataclass(frozen=True, slots=True)
class Terms:
    """Until when a credit is worth something, the first moments it is not: what was owed (None: for ever), and the
    bonus (None: as long as that)."""

    expires_at: datetime | None = None
    bonus_expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Least:
    """How long the law lets value last at least: so many months, or for ever (None)."""

    months: int | None


@dataclass(frozen=True, slots=True)
class Lasting:
    """The same in whole months: what was owed (None: for ever), and the bonus (None: as long as that)."""

    months: int | None
    bonus_months: int | None


def lasting(*, months: int, bonus_months: int | None, least: Least | None) -> Lasting:
    """The shop's months, lengthened by the law for what was owed; the bonus is the shop's gift, ends as the shop says,
    and never after the rest."""
    gift = months if bonus_months is None else bonus_months
    if least is not None and least.months is None:
        return Lasting(None, gift)
    base = max(months, least.months or 0 if least else 0)
    return Lasting(base, gift if gift < base else None)


def terms(*, months: int, bonus_months: int | None, least: Least | None, issued_at: datetime, zone: str) -> Terms:
    """In calendar months, to the end of the last day where the shop is."""
    day = time.local_date(issued_at, zone)
    found = lasting(months=months, bonus_months=bonus_months, least=least)
    base, gift = (
        None if each is None else time.end_of(time.add_months(day, each), zone)
        for each in (found.months, found.bonus_months)
    )
    return Terms(base, gift)


def worth(*, base: Money, bonus: Rate) -> CreditValue:
    """The value of a credit for `base`, the bonus rounded half up once."""
    if base.amount <= 0:
        raise Invalid("credit_needs_value")
    return CreditValue(base, bonus.of(base))


def of_plan(*, plan: RefundPlan, rates: Mapping[str, Rate]) -> CreditValue:
    """The value of a credit for a plan, with the bonus of each reference."""
    base = plan.total()
    if base.amount <= 0:
        raise Invalid("credit_needs_value")
    return CreditValue(base, total((each for _, each in bonuses(plan=plan, rates=rates)), currency=base.currency))


def bonuses(*, plan: RefundPlan, rates: Mapping[str, Rate]) -> list[tuple[Rate, Money]]:
    """What is added at each rate: the plan's total is shared over its references by what each is worth, fees of the
    whole and the way out with them; rounded half up once a rate."""
    worth_at: dict[Rate, int] = {}
    for line in plan.lines:
        if line.reference:
            rate = rates.get(line.reference, NOTHING)
            worth_at[rate] = worth_at.get(rate, 0) + line.amount.amount
    if not worth_at:
        return []
    shares = allocate(plan.total().amount, [max(worth, 0) for worth in worth_at.values()])
    found = ((rate, rate.of(Money(share, plan.currency))) for rate, share in zip(worth_at, shares, strict=True))
    return [(rate, amount) for rate, amount in found if amount]


def written(*, number: str) -> str:
    """The code printed for a customer."""
    return f"{PREFIX}{number}"


def tidy(*, typed: str) -> str:
    """The code as stored, from what a person typed: capitals, no spaces, the prefix whether given or not."""
    code = tidy_number(typed)
    return code if code.startswith(PREFIX) else f"{PREFIX}{code}"
