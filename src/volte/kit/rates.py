"""Which part of a whole, exactly? Percentages as fractions, rounding by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from volte.kit.money import Money

_WRITTEN = re.compile(r"^\s*(\d{1,4}(?:[.,]\d{1,6})?)\s*%\s*$")


@dataclass(frozen=True, slots=True, order=True)
class Rate:
    """An exact share of a whole: `Rate.parse("5.5 %")` is 11/200. Never negative."""

    share: Fraction

    @classmethod
    def parse(cls, written: str) -> Rate:
        """Read "20 %", "5.5%" or "5,5 %"; anything else is a ValueError."""
        return _parsed(written)

    def __hash__(self) -> int:
        # Of the two numbers: the hash of a fraction is a division, and every plan sums its taxes by rate.
        return hash((self.share.numerator, self.share.denominator))

    def written(self) -> str:
        percent = self.share * 100
        shown = f"{float(percent):.6f}".rstrip("0").rstrip(".")
        return f"{shown} %"

    def to_tenths(self) -> Rate:
        """To a tenth of a percent, for a share that was counted and not agreed: 1/12 is 8.3 %."""
        return Rate(Fraction(half_up(self.share * 1000), 1000))

    def of(self, amount: Money) -> Money:
        """This share of `amount`, half a minor unit rounded away from zero."""
        return Money(rounded(self.share.numerator * amount.amount, self.share.denominator), amount.currency)

    def inside(self, gross: Money) -> Money:
        """The tax contained in a tax-included price: gross x rate / (1 + rate), rounded half up."""
        part, rest = self.share.numerator, self.share.denominator
        return Money(rounded(gross.amount * part, part + rest), gross.currency)


@lru_cache(maxsize=1024)
def _parsed(written: str) -> Rate:
    match = _WRITTEN.match(written)
    if match is None:
        raise ValueError(f"not a percentage: {written!r}")
    return Rate(Fraction(match.group(1).replace(",", ".")) / 100)


NOTHING = Rate(Fraction(0))


def half_up(value: Fraction) -> int:
    """The nearest whole number; a half goes away from zero."""
    return rounded(value.numerator, value.denominator)


def rounded(numerator: int, denominator: int) -> int:
    """numerator / denominator (above zero) to the nearest whole number; a half goes away from zero."""
    if numerator < 0:
        return -((2 * -numerator + denominator) // (2 * denominator))
    return (2 * numerator + denominator) // (2 * denominator)
