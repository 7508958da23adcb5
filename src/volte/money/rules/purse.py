"""How much is on a store credit, how much of it is the shop's gift, and what may happen to it?

What was owed (the base) and what the shop added (the bonus) are two amounts under one code. The base is taken first and
put back first, the bonus last: what the law gave back as money never becomes a gift, and a gift never becomes money.
docs/algorithms/store-credit.md has the worked tables.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from volte.kit.errors import Conflict, Invalid
from volte.kit.money import Money, zero

WARNED_BEFORE = timedelta(days=30)


class State(StrEnum):
    """Of several that fit, the first here that does is told."""

    BLOCKED = "blocked"
    ACTIVE = "active"
    EXPIRED = "expired"
    SPENT = "spent"


@dataclass(frozen=True, slots=True)
class Move:
    """What is added to a credit, or taken off (negative): of what was owed, and of the bonus."""

    base: Money
    bonus: Money

    @property
    def amount(self) -> Money:
        return self.base + self.bonus

    def __neg__(self) -> "Move":
        return Move(-self.base, -self.bonus)


@dataclass(frozen=True, slots=True)
class Purse:
    """A credit as it stands: what was issued, what of it expired for good, what is left.

    `expires_at` is the first moment at which what was owed is worth nothing (None: never), `bonus_expires_at` that of
    the bonus, which is never later (None: at the same moment).
    """

    base: Money
    bonus: Money
    base_left: Money
    bonus_left: Money
    base_lapsed: Money
    bonus_lapsed: Money
    expires_at: datetime | None = None
    bonus_expires_at: datetime | None = None
    blocked: bool = False

    @property
    def balance(self) -> Money:
        return self.base_left + self.bonus_left

    @property
    def currency(self) -> str:
        return self.base.currency

    def room(self) -> Money:
        """How much was spent and has not come back."""
        return self._base_room() + self._bonus_room()

    def usable(self, *, now: datetime) -> Money:
        """What may be spent now: the balance without what has expired, whether that was booked yet or not."""
        return self.balance - self._over(now).amount

    def state(self, *, now: datetime) -> State:
        if self.blocked:
            return State.BLOCKED
        if self.usable(now=now):
            return State.ACTIVE
        return State.EXPIRED if self.balance or self.base_lapsed or self.bonus_lapsed else State.SPENT

    def spent(self, *, amount: Money, now: datetime) -> Move:
        """What spending `amount` takes off; refuses more than there is, another currency, blocked and expired."""
        self._same(amount)
        if amount.amount <= 0:
            raise Invalid("credit_spend_invalid", balance=self.balance)
        if self.blocked:
            raise Conflict("credit_blocked")
        if _past(self.expires_at, now):
            raise Conflict("credit_expired", expired=self.expires_at)
        usable = self.usable(now=now)
        if amount > usable:
            raise Conflict("credit_too_small", balance=usable, wanted=amount)
        base = min(amount, self.base_left)
        return Move(-base, base - amount)

    def put_back(self, *, amount: Money) -> Move:
        """What putting back `amount` adds; refuses more than was spent."""
        self._same(amount)
        if amount.amount <= 0 or amount > self.room():
            raise Conflict("credit_above_issued", room=self.room())
        base = min(amount, self._base_room())
        return Move(base, amount - base)

    def takes_back(self, *, amount: Money, now: datetime) -> bool:
        """May a refund of `amount` be put back here, where it stays worth something?"""
        if self.blocked or _past(self.expires_at, now) or amount.currency != self.currency:
            return False
        return zero(self.currency) < amount <= self.room()

    def lapses(self, *, now: datetime) -> Move | None:
        """What expires now; nothing while the credit is blocked, when nobody could have spent it."""
        gone = self._over(now)
        return None if self.blocked or not gone.amount else -gone

    def warns(self, *, now: datetime, warned: datetime | None) -> datetime | None:
        """The moment at which something expires and of which whoever holds the credit is to be told now. `warned` is
        the last such moment they were told of."""
        if self.blocked:
            return None
        ends = [self.expires_at if self.base_left else None, self._bonus_ends() if self.bonus_left else None]
        near = sorted(each for each in ends if each is not None and now < each <= now + WARNED_BEFORE)
        return next((each for each in near if warned is None or each > warned), None)

    def opened(self, *, after: timedelta) -> "Purse":
        """Unblocked, with the time in which nobody could spend it added to its terms."""
        ends = [each and each + after for each in (self.expires_at, self.bonus_expires_at)]
        return replace(self, blocked=False, expires_at=ends[0], bonus_expires_at=ends[1])

    def resumed(self, *, since: datetime, now: datetime) -> "Purse":
        """What expired while it was tied up in a payment that was called off lasts as long again as it had left."""
        ends = [
            now + (each - since) if each is not None and since < each <= now else each
            for each in (self.expires_at, self.bonus_expires_at)
        ]
        return replace(self, expires_at=ends[0], bonus_expires_at=ends[1])

    def moved(self, move: Move) -> "Purse":
        return replace(self, base_left=self.base_left + move.base, bonus_left=self.bonus_left + move.bonus)

    def _over(self, now: datetime) -> Move:
        """What has expired of what is left."""
        nothing = zero(self.currency)
        return Move(
            self.base_left if _past(self.expires_at, now) else nothing,
            self.bonus_left if _past(self._bonus_ends(), now) else nothing,
        )

    def _bonus_ends(self) -> datetime | None:
        return self.bonus_expires_at or self.expires_at

    def _base_room(self) -> Money:
        return self.base - self.base_lapsed - self.base_left

    def _bonus_room(self) -> Money:
        return self.bonus - self.bonus_lapsed - self.bonus_left

    def _same(self, amount: Money) -> None:
        if amount.currency != self.currency:
            raise Invalid("credit_currency", currency=self.currency, given=amount.currency)


def _past(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and now >= moment
