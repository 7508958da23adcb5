"""How much, in which currency? Whole minor units; sharing that never loses a cent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


class CurrencyMismatch(ValueError):
    """Amounts of two currencies met in one sum: a fault in the program, never a wish of a user."""


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An exact amount. `amount` is in minor units of `currency` (ISO 4217), and may be negative."""

    amount: int
    currency: str

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency}")

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.amount - other.amount, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

    def __mul__(self, count: int) -> Money:
        return Money(self.amount * count, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.amount < other.amount

    def __le__(self, other: Money) -> bool:
        self._same(other)
        return self.amount <= other.amount

    def __gt__(self, other: Money) -> bool:
        return other < self

    def __ge__(self, other: Money) -> bool:
        return other <= self

    def __bool__(self) -> bool:
        return self.amount != 0

    def at_least_zero(self) -> Money:
        return self if self.amount >= 0 else Money(0, self.currency)


def zero(currency: str) -> Money:
    return Money(0, currency)


def total(amounts: Iterable[Money], *, currency: str) -> Money:
    result = zero(currency)
    for amount in amounts:
        result = result + amount
    return result


def allocate(amount: int, weights: Sequence[int]) -> list[int]:
    """Share `amount` (minor units, may be negative) in proportion to `weights` (>= 0), losing nothing.

    Largest remainder (Hamilton): each share is rounded towards zero, what is left goes one unit at a time to the
    largest remainders, the earlier position first on a tie. Equal weights when all are zero. The shares sum to
    `amount` exactly. Worked table: docs/algorithms/allocation.md.
    """
    if not weights:
        raise ValueError("nothing to share over")
    if any(weight < 0 for weight in weights):
        raise ValueError("weights are zero or more")
    whole = sum(weights)
    if whole == 0:
        weights, whole = [1] * len(weights), len(weights)
    sign, size = (-1, -amount) if amount < 0 else (1, amount)
    shares = [size * weight // whole for weight in weights]
    remainders = [size * weight % whole for weight in weights]
    left = size - sum(shares)
    for position in sorted(range(len(weights)), key=lambda place: (-remainders[place], place))[:left]:
        shares[position] += 1
    return [sign * share for share in shares]
