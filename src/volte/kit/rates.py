"""Which part of a whole, exactly? Percentages as fractions, rounding by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from volte.kit.money import Money

_WRITTEN = re.compile(r"^\s*(\d{1,4}(?:[.,]\d{1,6})?)\s*%\s*$")


@dataclass(frozen=True, slots=True, order=True)
class Rate:
    """An exact share of a whole: `Rate.parse("5.5 %")` is 11/200. Never negative."""

    share: Fraction

    @classmethod
    def parse(cls, written: str) -> Rate:
        """Read "20 %", "5.5%" or "5,5 %"; anything else is a ValueError."""
        match = _WRITTEN.match(written)
        if match is None:
            raise ValueError(f"not a percentage: {written!r}")
        return cls(Fraction(match.group(1).replace(",", ".")) / 100)

    def written(self) -> str:
        percent = self.share * 100
        shown = f"{float(percent):.6f}".rstrip("0").rstrip(".")
        return f"{shown} %"

    def to_tenths(self) -> Rate:
        """To a tenth of a percent, for a share that was counted and not agreed: 1/12 is 8.3 %."""
        return Rate(Fraction(half_up(self.share * 1000), 1000))

    def of(self, amount: Money) -> Money:
        """This share of `amount`, half a minor unit rounded away from zero."""
        return Money(half_up(self.share * amount.amount), amount.currency)

    def inside(self, gross: Money) -> Money:
        """The tax contained in a tax-included price: gross x rate / (1 + rate), rounded half up."""
        return Money(half_up(gross.amount * self.share / (1 + self.share)), gross.currency)


NOTHING = Rate(Fraction(0))


def half_up(value: Fraction) -> int:
    """The nearest whole number; a half goes away from zero."""
    if value < 0:
        return -half_up(-value)
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
