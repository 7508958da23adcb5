"""What was really paid for each unit of an order?

Line discounts, order discounts, tax and shipping are shared with `kit.money.allocate`, over everything that was
ordered. A unit is a position on its line (1, 2, 3 …) whose amount follows from the order alone: it depends neither on
which units came back before nor on a later cancellation, and all units of a line sum to the line exactly.
Cancelled units are the last positions. In words and numbers: docs/algorithms/paid-per-unit.md.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from volte.kit.errors import Invalid
from volte.kit.money import Money, allocate
from volte.kit.rates import Rate
from volte.money.rules import taxes
from volte.money.rules.taxes import Part, Rates


@dataclass(frozen=True, slots=True)
class Instead:
    """A unit that left in exchange: the unit of the purchase it stands for in the end, and what was paid for it, which
    is what that one was worth and the difference. `listed` is its price before the promotion of the purchase."""

    line: str
    position: int
    whole: Part
    listed: int


@dataclass(frozen=True, slots=True)
class SoldLine:
    """One line as sold, minor units. `discount` lowers the whole line; `cancelled_quantity` never left the shop.

    `apart` bears nothing of the order's discounts: it joined the order later, at a price of its own. So did `more`:
    further units of the same line, behind these. What `follows` other lines is a service for them (gift wrap): it
    goes back with them, not by itself. What left in exchange says unit by unit what was paid `instead`.
    """

    id: str
    quantity: int
    unit_price: int
    cancelled_quantity: int = 0
    discount: int = 0
    taxes: Rates = ()
    tax_included: bool = True
    apart: bool = False
    more: "SoldLine | None" = None
    follows: tuple[str, ...] = ()
    instead: tuple[Instead, ...] = ()

    def price(self) -> int:
        """The line after its own discount, in the terms of its price (with or without tax)."""
        return max(self.unit_price * self.quantity - self.discount, 0)


@dataclass(frozen=True, slots=True)
class SoldShipping:
    """What the way out cost; `standard_price` is the least expensive standard delivery the shop offered."""

    price: int
    standard_price: int | None = None
    taxes: Rates = ()
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
    """An amount in the parts of each tax treatment; they sum to it."""

    gross: Money
    parts: tuple[Part, ...]

    @property
    def tax(self) -> Money:
        return Money(sum(part.tax() for part in self.parts), self.gross.currency)

    def __add__(self, other: "Paid") -> "Paid":
        return Paid(self.gross + other.gross, taxes.summed((*self.parts, *other.parts)))

    def __neg__(self) -> "Paid":
        return Paid(-self.gross, tuple(-part for part in self.parts))


@dataclass(frozen=True, slots=True)
class Piece:
    """So many units of a line that were priced together, and what was paid for them all."""

    count: int
    whole: Part


@dataclass(frozen=True, slots=True)
class PaidLine:
    """What was paid for a line of `quantity` units, of which the first `kept` were not cancelled.

    The positions run through the pieces; more than one where units were added to the line later. `instead`: it left in
    exchange, each unit for one of the purchase.
    """

    id: str
    quantity: int
    kept: int
    list_price: Money
    pieces: tuple[Piece, ...]
    follows: tuple[str, ...] = ()
    instead: tuple[Instead, ...] = ()

    @property
    def paid(self) -> Paid:
        """What was paid for all units."""
        return _joined([piece.whole for piece in self.pieces], self.list_price.currency)

    def units(self, *, positions: Iterable[int]) -> Paid:
        """What was paid for these units; a position nobody bought is refused."""
        return _joined(self.parts(positions=self.known(positions=positions)), self.list_price.currency)

    def parts(self, *, positions: Sequence[int]) -> list[Part]:
        """The same in parts, for positions that are known, each once and in order."""
        return self._shared([piece.whole for piece in self.pieces], positions)

    def gross(self, *, positions: Sequence[int]) -> int:
        return sum(part.gross for part in self.parts(positions=positions))

    def gross_kept(self) -> int:
        """What was paid for the units that were not cancelled."""
        if self.kept == self.quantity:
            return sum(piece.whole.gross for piece in self.pieces)
        return self.gross(positions=range(1, self.kept + 1))

    def fee(self, *, of: Rate, positions: Sequence[int]) -> list[Part]:
        """This share of the line's price, for these units, at the tax of the line."""
        currency = self.list_price.currency
        fees = [
            taxes.like(piece.whole, gross=of.of(Money(piece.whole.gross, currency)).amount) for piece in self.pieces
        ]
        return self._shared(fees, positions)

    def _shared(self, wholes: Sequence[Part], positions: Sequence[int]) -> list[Part]:
        """The part of each piece's whole that falls to these positions."""
        if len(wholes) == 1:
            return [_of_units(wholes[0], self.quantity, positions)]
        found, start = [], 0
        for piece, whole in zip(self.pieces, wholes, strict=True):
            mine = [position - start for position in positions if start < position <= start + piece.count]
            if mine:
                found.append(_of_units(whole, piece.count, mine))
            start += piece.count
        return found or [_of_units(wholes[0], self.pieces[0].count, ())]

    def bought(self, *, position: int) -> tuple[str, int]:
        """The unit of the purchase that this one is, or stands for however often it was exchanged."""
        if not self.instead:
            return self.id, position
        unit = self.instead[position - 1]
        return unit.line, unit.position

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

    def bought(self, *, units: Mapping[str, frozenset[int]]) -> Mapping[str, frozenset[int]]:
        """The units of the purchase that these are, or stand for: it is those the way out was paid for."""
        if not any(line.instead for line in self.lines):
            return units
        found: dict[str, frozenset[int]] = {}
        for name, positions in units.items():
            for line, position in (self.line(id=name).bought(position=one) for one in positions):
                found[line] = found.get(line, frozenset()) | {position}
        return found

    def total(self) -> Money:
        """What the whole order cost as ordered, cancelled units included; what left in exchange was not ordered."""
        goods = sum(piece.whole.gross for line in self.lines if not line.instead for piece in line.pieces)
        return Money(self.shipping.gross.amount + goods, self.currency)

    def total_kept(self) -> Money:
        """What the order cost without its cancelled units."""
        goods = sum(line.gross_kept() for line in self.lines if not line.instead)
        return Money(self.shipping.gross.amount + goods, self.currency)


def paid_per_unit(*, order: OrderBasis) -> PaidOrder:
    """Share every discount and tax of `order` over its lines and units, losing no minor unit."""
    prices = [0 if line.apart or line.instead else line.price() for line in order.lines]
    wanted = sum(order.discounts)
    lowered = min(wanted, sum(prices))
    shares = allocate(lowered, prices) if lowered else [0] * len(prices)
    lines = tuple(_paid_line(line, share, order.currency) for line, share in zip(order.lines, shares, strict=True))
    shipping, outbound = _paid_shipping(order.shipping, wanted - lowered, order.currency)
    return PaidOrder(order.currency, lines, shipping, outbound)


def share_of_units(*, amount: int, over: int, positions: Iterable[int]) -> int:
    """The part of `amount` (>= 0) that falls to these positions when it is shared equally over `over` units.

    The same as summing `allocate(amount, [1] * over)` at these positions, without making a list of 80,000 units.
    """
    return _share(amount, over, sorted(positions))


def free_positions(*, line: PaidLine, taken: Iterable[int], quantity: int) -> tuple[int, ...]:
    """The lowest units of the line that are neither cancelled nor taken; fewer than asked when none are left."""
    used = set(taken)
    free = (position for position in range(1, line.kept + 1) if position not in used)
    return tuple(position for position, _ in zip(free, range(quantity), strict=False))


def _share(amount: int, over: int, chosen: Sequence[int]) -> int:
    """As `share_of_units`, for positions in order."""
    each, extra = divmod(amount, over)
    return each * len(chosen) + (bisect_right(chosen, extra) if extra else 0)


def _of_units(whole: Part, over: int, chosen: Sequence[int]) -> Part:
    """The part of `whole` that falls to these positions (in order) of `over`, its taxes likewise.

    Of several taxes each goes on with its odd units where the one before stopped: so their sum is shared as one tax
    would be, and never above the price.
    """
    if len(chosen) == over:
        return whole
    gross, rates = _share(whole.gross, over, chosen), whole.rates
    if len(rates) == 1:
        return Part(rates, gross, (_share(whole.taxes[0], over, chosen),))
    begin, found = 0, []
    for tax in whole.taxes:
        each, extra = divmod(tax, over)
        found.append(each * len(chosen) + sum(1 for position in chosen if (position - 1 - begin) % over < extra))
        begin += extra
    return Part(rates, gross, tuple(found))


def _joined(parts: Sequence[Part], currency: str) -> Paid:
    if len(parts) == 1:
        return Paid(Money(parts[0].gross, currency), (parts[0],))
    return Paid(Money(sum(part.gross for part in parts), currency), taxes.summed(parts))


def _paid_line(line: SoldLine, lowered: int, currency: str) -> PaidLine:
    if line.instead:
        units = tuple(Piece(1, unit.whole) for unit in line.instead)
        price = Money(line.unit_price, currency)
        return PaidLine(line.id, line.quantity, line.quantity, price, units, instead=line.instead)
    whole = taxes.taxed(price=line.price() - lowered, rates=line.taxes, included=line.tax_included)
    listed = taxes.taxed(price=line.unit_price, rates=line.taxes, included=line.tax_included)
    pieces: tuple[Piece, ...] = (Piece(line.quantity, whole),)
    quantity = line.quantity
    if line.more is not None:
        more = line.more
        added = taxes.taxed(price=more.price(), rates=more.taxes, included=more.tax_included)
        pieces, quantity = (*pieces, Piece(more.quantity, added)), quantity + more.quantity
    kept = max(quantity - line.cancelled_quantity, 0)
    return PaidLine(line.id, quantity, kept, Money(listed.gross, currency), pieces, line.follows)


def _paid_shipping(sold: SoldShipping | None, discount_left: int, currency: str) -> tuple[Paid, Paid]:
    """Shipping as paid, and the part owed back on a full withdrawal.

    A discount larger than all goods lowers the shipping next (a voucher pays for the whole order). Where the
    standard price is unknown, what was paid counts as standard: not knowing must not cost the customer.
    """
    if sold is None:
        nothing = Paid(Money(0, currency), ())
        return nothing, nothing
    price = max(sold.price - discount_left, 0)
    standard = price if sold.standard_price is None else min(price, sold.standard_price)
    return (
        _with_tax(price, sold.taxes, sold.tax_included, currency),
        _with_tax(standard, sold.taxes, sold.tax_included, currency),
    )


def _with_tax(price: int, rates: Rates, included: bool, currency: str) -> Paid:
    part = taxes.taxed(price=price, rates=rates, included=included)
    return Paid(Money(part.gross, currency), (part,))
