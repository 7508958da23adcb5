"""How much is a store credit worth, and what is left of it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from volte.kit.errors import Conflict, Invalid
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


def spent(*, balance: Money, amount: Money, expires_at: datetime | None, now: datetime) -> Money:
    """What is left after spending `amount`; refuses more than there is, and credits past their last moment."""
    if amount.amount <= 0 or amount.currency != balance.currency:
        raise Invalid("credit_spend_invalid", balance=balance)
    if expires_at is not None and now >= expires_at:
        raise Conflict("credit_expired", expired=expires_at)
    if amount > balance:
        raise Conflict("credit_too_small", balance=balance, wanted=amount)
    return balance - amount
