"""How does tax follow an amount that is shared, taken back or capped?

An amount is made of parts, each under one treatment: the rates that lie on it (none, one, or several on the same
base). Shares are by largest remainder, in minor units; the tax of a share is the same portion of the part's tax as the
share is of the part, so that a whole taken back takes its whole tax along. In words and numbers:
docs/algorithms/tax-by-rate.md; why fees and gestures carry the tax of the goods: docs/decisions/0012.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import lcm

from volte.kit.money import allocate
from volte.kit.rates import Rate, rounded

Rates = tuple[Rate, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What of an amount stands under `rates`, in minor units: `gross` contains `taxes`, one for each rate.

    A promise made before rates were written down has a tax of no rate: `rates` is empty and `taxes` is not.
    """

    rates: Rates
    gross: int
    taxes: tuple[int, ...]

    def tax(self) -> int:
        return sum(self.taxes)

    def net(self) -> int:
        return self.gross - sum(self.taxes)

    def __neg__(self) -> "Part":
        return Part(self.rates, -self.gross, tuple(-tax for tax in self.taxes))


def taxed(*, price: int, rates: Rates, included: bool) -> Part:
    """One rounding a price: rates inside it are taken out together and shared, rates on top are added each."""
    if not rates:
        return Part(rates, price, ())
    if not included:
        taxes = tuple(rounded(price * rate.share.numerator, rate.share.denominator) for rate in rates)
        return Part(rates, price + sum(taxes), taxes)
    whole = lcm(*(rate.share.denominator for rate in rates))
    weights = [rate.share.numerator * (whole // rate.share.denominator) for rate in rates]
    tax = rounded(price * sum(weights), whole + sum(weights))
    return Part(rates, price, _over_rates(tax, weights))


def summed(parts: Iterable[Part]) -> tuple[Part, ...]:
    """One part for each treatment, in the order they first come."""
    found: dict[Rates, list[int]] = {}
    for part in parts:
        sums = found.get(part.rates)
        if sums is None:
            found[part.rates] = [part.gross, *part.taxes]
            continue
        sums[0] += part.gross
        for place, tax in enumerate(part.taxes, 1):
            if place < len(sums):
                sums[place] += tax
            else:  # the tax of no rate of an old promise, beside an amount without tax
                sums.append(tax)
    return tuple(Part(rates, sums[0], tuple(sums[1:])) for rates, sums in found.items())


def by_rate(parts: Iterable[Part]) -> Mapping[Rate, int]:
    """The tax of each rate, as a return of tax wants it."""
    found: dict[Rate, int] = {}
    for part in parts:
        for rate, tax in zip(part.rates, part.taxes, strict=False):
            found[rate] = found.get(rate, 0) + tax
    return found


def like(part: Part, *, gross: int) -> Part:
    """`gross` as a portion of `part`, its tax in the same portion; of a part of nothing, as its rates say."""
    if gross == part.gross:
        return part
    if not part.gross:
        return taxed(price=gross, rates=part.rates, included=True)
    tax = rounded(gross * sum(part.taxes), part.gross)
    return Part(part.rates, gross, _over_rates(tax, [abs(each) for each in part.taxes]))


def shared(*, amount: int, over: Sequence[Part]) -> tuple[Part, ...]:
    """`amount` (negative for what is taken back) over the parts in proportion to what they are worth.

    Parts worth nothing or less bear nothing; where all are, they bear it alike, and where there is none it carries no
    tax.
    """
    if not amount:
        return ()
    bearing = [part for part in over if part.gross > 0] or list(over)
    if not bearing:
        return (Part((), amount, ()),)
    if len(bearing) == 1:
        return (like(bearing[0], gross=amount),)
    shares = allocate(amount, [max(part.gross, 0) for part in bearing])
    return tuple(like(part, gross=share) for part, share in zip(bearing, shares, strict=True) if share)


def _over_rates(tax: int, weights: Sequence[int]) -> tuple[int, ...]:
    if len(weights) > 1:
        return tuple(allocate(tax, weights))
    return (tax,) if weights else ()
