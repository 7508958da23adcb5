"""What does the customer pay, or get back, when units are swapped for another variant?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from volte.kit.errors import Invalid
from volte.kit.money import Money, allocate, total
from volte.money.rules import taxes
from volte.money.rules.basis import Paid
from volte.money.rules.plan import LineKind, RefundPlan
from volte.money.rules.taxes import Part, Rates


class Discount(StrEnum):
    """Does the promotion the customer bought with hold for the new variant?

    KEPT lowers the new price by what the old one was lowered, so another size of the same dress costs nothing.
    ENDS asks the new price in full against what was really paid.
    """

    KEPT = "kept"
    ENDS = "ends"


class Direction(StrEnum):
    EVEN = "even"
    CUSTOMER_PAYS = "customer_pays"
    SHOP_PAYS = "shop_pays"


_WORTH = (LineKind.ITEMS, LineKind.UNITS_CAP, LineKind.REDUCED_BEFORE)


@dataclass(frozen=True, slots=True)
class Swap:
    """One unit for another, all with tax: what was really paid, its price before discounts, the new price.

    `rates` are those of another article; None where it is taxed as what comes back. `remedy`: it is exchanged because
    it was not as it should be, so the customer keeps what they bought on whatever terms the shop has for a change of
    mind (Directive (EU) 2019/771, article 14(1): free of charge).
    """

    paid: Paid
    list_price: Money
    wanted_price: Money
    rates: Rates | None = None
    remedy: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """`value` is what the returned units are worth, `price` what the new ones cost this customer."""

    value: Money
    price: Money
    direction: Direction
    amount: Money


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One unit as it was promised: what the unit it stands for was worth, and what it is sold for."""

    was: Paid
    sold: Part


def price_of(*, swaps: Sequence[Swap], discount: Discount) -> Money:
    """What all the new units cost this customer together."""
    if not swaps:
        raise Invalid("nothing_to_exchange")
    return total((_price(swap, discount) for swap in swaps), currency=swaps[0].wanted_price.currency)


def sale_of(*, swaps: Sequence[Swap], discount: Discount) -> Paid:
    """The same with its tax, at the rates of what came back unless the new article has others.

    As much as the old unit was worth carries the tax the old one carried, and what is above it its own: so the tax of
    an exchange nets to the tax of its difference, and to nothing where the units cost the same.
    """
    return Paid(price_of(swaps=swaps, discount=discount), taxes.summed(sold_each(swaps=swaps, discount=discount)))


def sold_each(*, swaps: Sequence[Swap], discount: Discount) -> list[Part]:
    """What each new unit is sold for: what is given back for it should it come back."""
    return [_taxed(swap, discount) for swap in swaps]


def given_away(*, units: Sequence[Exchanged], amount: int) -> list[Part]:
    """What each unit is sold for once so much of its price is given away: what is dearer bears it, each by what it
    costs more. Of fees that were kept something may be left, which all of them bear."""
    rises = [max(unit.sold.gross - unit.was.gross.amount, 0) for unit in units]
    risen = min(amount, sum(rises))
    off = allocate(risen, rises) if risen else [0] * len(units)
    left = [unit.sold.gross - each for unit, each in zip(units, off, strict=True)]
    rest = allocate(amount - risen, left) if amount > risen else [0] * len(units)
    prices = [price - each for price, each in zip(left, rest, strict=True)]
    return [_again(unit, price) for unit, price in zip(units, prices, strict=True)]


def in_kind(*, plan: RefundPlan) -> RefundPlan:
    """Of a plan what the units are worth: where the same article leaves for them, nothing is given back, so no fee is
    kept of it, and no payment has to bear it."""
    return replace(plan, lines=tuple(line for line in plan.lines if line.kind in _WORTH))


def difference(*, value: Money, price: Money) -> Difference:
    """Who owes whom, for returned units worth `value`. The amount is never negative; the direction says its sign."""
    if price > value:
        return Difference(value, price, Direction.CUSTOMER_PAYS, price - value)
    if price < value:
        return Difference(value, price, Direction.SHOP_PAYS, value - price)
    return Difference(value, price, Direction.EVEN, price - value)


def _price(swap: Swap, discount: Discount) -> Money:
    match Discount.KEPT if swap.remedy else discount:
        case Discount.KEPT:
            lowered = (swap.list_price - swap.paid.gross).at_least_zero()
            return (swap.wanted_price - lowered).at_least_zero()
        case Discount.ENDS:
            return swap.wanted_price
        case never:
            assert_never(never)


def _taxed(swap: Swap, discount: Discount) -> Part:
    """One unit was sold under one treatment of tax."""
    price = _price(swap, discount).amount
    (old,) = swap.paid.parts
    if swap.rates is not None and old.rates != swap.rates:
        return taxes.taxed(price=price, rates=swap.rates, included=True)
    return _sold(old, price)


def _again(unit: Exchanged, price: int) -> Part:
    """As `_taxed`, under the rates it was sold at."""
    (old,) = unit.was.parts
    if price == unit.sold.gross:
        return unit.sold
    if unit.sold.rates != old.rates:
        return taxes.taxed(price=price, rates=unit.sold.rates, included=True)
    return _sold(old, price)


def _sold(old: Part, price: int) -> Part:
    if price <= old.gross:
        return taxes.like(old, gross=price)
    (sold,) = taxes.summed([old, taxes.taxed(price=price - old.gross, rates=old.rates, included=True)])
    return sold
