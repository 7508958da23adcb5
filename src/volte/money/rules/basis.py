"""What was really paid for each unit of an order?

Line discounts, order discounts, tax and shipping are shared with `kit.money.allocate`, over everything that was
ordered. A unit is a position on its line (1, 2, 3 …) whose amount follows from the order alone: it depends neither on
which units came back before nor on a later cancellation, and all units of a line sum to the line exactly.
Cancelled units are the last positions. In words and numbers: docs/algorithms/paid-per-unit.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from volte.kit.errors import Invalid
from volte.kit.money import Money, allocate, total
from volte.kit.rates import Rate


@dataclass(frozen=True, slots=True)
class SoldLine:
    """One line as sold, minor units. `discount` lowers the whole line; `cancelled_quantity` never left the shop."""

    id: str
    quantity: int
    unit_price: int
    cancelled_quantity: int = 0
    discount: int = 0
    taxes: tuple[Rate, ...] = ()
    tax_included: bool = True

    def price(self) -> int:
        """The line after its own discount, in the terms of its price (with or without tax)."""
        return max(self.unit_price * self.quantity - self.discount, 0)


@dataclass(frozen=True, slots=True)
class SoldShipping:
    """What the way out cost; `standard_price` is the least expensive standard delivery the shop offered."""

    price: int
    standard_price: int | None = None
    taxes: tuple[Rate, ...] = ()
    tax_included: bool = True


@dataclass(frozen=True, slots=True)
class OrderBasis:
    """The priced part of an order, minor units of `currency`. `discounts` lower the whole order."""

    currency: str
    lines: tuple[SoldLine, ...]
    discounts: tuple[int, ...] = ()
    shipping: SoldShipping | None = None


@dataclass(frozen=True, slots=True)
class Paid:
    """An amount with the tax it contains."""

    gross: Money
    tax: Money

    def __add__(self, other: "Paid") -> "Paid":
        return Paid(self.gross + other.gross, self.tax + other.tax)

    def __neg__(self) -> "Paid":
        return Paid(-self.gross, -self.tax)


@dataclass(frozen=True, slots=True)
class PaidLine:
    """What was paid for a line of `quantity` units, of which the first `kept` were not cancelled."""

    id: str
    quantity: int
    kept: int
    list_price: Money
    paid: Paid

    def units(self, *, positions: Iterable[int]) -> Paid:
        """What was paid for these units; a position nobody bought is refused."""
        chosen = self.known(positions=positions)
        currency = self.paid.gross.currency
        return Paid(
            Money(share_of_units(amount=self.paid.gross.amount, over=self.quantity, positions=chosen), currency),
            Money(share_of_units(amount=self.paid.tax.amount, over=self.quantity, positions=chosen), currency),
        )

    def known(self, *, positions: Iterable[int]) -> tuple[int, ...]:
        """The positions in order, each once; refuses those that are not units of this line."""
        chosen = tuple(sorted(set(positions)))
        if chosen and (chosen[0] < 1 or chosen[-1] > self.quantity):
            raise Invalid("unknown_unit", line=self.id, quantity=self.quantity)
        return chosen


@dataclass(frozen=True, slots=True)
class PaidOrder:
    """What was paid, line by line. `outbound` is what the law gives back of the way out: the standard price at most."""

    currency: str
    lines: tuple[PaidLine, ...]
    shipping: Paid
    outbound: Paid

    def line(self, *, id: str) -> PaidLine:
        for line in self.lines:
            if line.id == id:
                return line
        raise Invalid("unknown_line", line=id)

    def total(self) -> Money:
        """What the whole order cost as ordered, cancelled units included."""
        return self.shipping.gross + total((line.paid.gross for line in self.lines), currency=self.currency)

    def total_kept(self) -> Money:
        """What the order cost without its cancelled units."""
        units = (line.units(positions=range(1, line.kept + 1)).gross for line in self.lines)
        return self.shipping.gross + total(units, currency=self.currency)


def paid_per_unit(*, order: OrderBasis) -> PaidOrder:
    """Share every discount and tax of `order` over its lines and units, losing no minor unit."""
    prices = [line.price() for line in order.lines]
    wanted = sum(order.discounts)
    lowered = min(wanted, sum(prices))
    shares = allocate(lowered, prices) if lowered else [0] * len(prices)
    lines = tuple(
        _paid_line(line, price - share, order.currency)
        for line, price, share in zip(order.lines, prices, shares, strict=True)
    )
    shipping, outbound = _paid_shipping(order.shipping, wanted - lowered, order.currency)
    return PaidOrder(order.currency, lines, shipping, outbound)


def share_of_units(*, amount: int, over: int, positions: Iterable[int]) -> int:
    """The part of `amount` (>= 0) that falls to these positions when it is shared equally over `over` units.

    The same as summing `allocate(amount, [1] * over)` at these positions, without making a list of 80,000 units.
    """
    chosen = tuple(positions)
    if not chosen:
        return 0
    each, extra = divmod(amount, over)
    return each * len(chosen) + sum(1 for position in chosen if position <= extra)


def free_positions(*, line: PaidLine, taken: Iterable[int], quantity: int) -> tuple[int, ...]:
    """The lowest units of the line that are neither cancelled nor taken; fewer than asked when none are left."""
    used = set(taken)
    free = (position for position in range(1, line.kept + 1) if position not in used)
    return tuple(position for position, _ in zip(free, range(quantity), strict=False))


def _paid_line(line: SoldLine, price: int, currency: str) -> PaidLine:
    return PaidLine(
        id=line.id,
        quantity=line.quantity,
        kept=max(line.quantity - line.cancelled_quantity, 0),
        list_price=_with_tax(line.unit_price, line.taxes, line.tax_included, currency).gross,
        paid=_with_tax(price, line.taxes, line.tax_included, currency),
    )


def _paid_shipping(sold: SoldShipping | None, discount_left: int, currency: str) -> tuple[Paid, Paid]:
    """Shipping as paid, and the part owed back on a full withdrawal.

    A discount larger than all goods lowers the shipping next (a voucher pays for the whole order). Where the
    standard price is unknown, what was paid counts as standard: not knowing must not cost the customer.
    """
    if sold is None:
        nothing = Paid(Money(0, currency), Money(0, currency))
        return nothing, nothing
    price = max(sold.price - discount_left, 0)
    standard = price if sold.standard_price is None else min(price, sold.standard_price)
    return (
        _with_tax(price, sold.taxes, sold.tax_included, currency),
        _with_tax(standard, sold.taxes, sold.tax_included, currency),
    )


def _with_tax(price: int, taxes: tuple[Rate, ...], included: bool, currency: str) -> Paid:
    """One rounding a line: several rates inside one price are taken out together, rates on top are added each."""
    amount = Money(price, currency)
    if not taxes:
        return Paid(amount, Money(0, currency))
    if included:
        return Paid(amount, Rate(sum((tax.share for tax in taxes), Fraction(0))).inside(amount))
    tax = total((rate.of(amount) for rate in taxes), currency=currency)
    return Paid(amount + tax, tax)
