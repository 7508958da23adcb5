"""What would be promised, one wish after the other, and where would each amount go?

A promise asks the same things of what stands, behind a lock, and writes the answer down: a preview is that answer, not
written. Each wish finds what those before it left.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from volte.kit.errors import Invalid
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.words import Resolution
from volte.money.rules import credit, exchange, taxes, tenders
from volte.money.rules.basis import Paid
from volte.money.rules.credit import CreditValue
from volte.money.rules.exchange import Discount, Swap
from volte.money.rules.plan import RefundPlan
from volte.money.rules.standing import Standing
from volte.money.rules.taxes import Rates
from volte.money.rules.tenders import Share
from volte.money.rules.wish import RefundWish

_NO_RATES: Mapping[str, Rates] = {}
# A unit that comes back: the reference it is asked under, its line, its place there.
Unit = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A wish and what becomes of its value. By reference of its units: the `bonuses` of a credit; of an exchange the
    `prices` of what is sent instead and its `rates` where they are others; `remedies` were not as they should be."""

    resolution: Resolution
    wish: RefundWish
    bonuses: Mapping[str, Rate] = field(default_factory=dict)
    prices: Mapping[str, Money] = field(default_factory=dict)
    rates: Mapping[str, Rates] = field(default_factory=dict)
    discount: Discount = Discount.KEPT
    remedies: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What one wish would bring. `shares`: what each payment gets back, of a credit what is drawn from it."""

    resolution: Resolution
    plan: RefundPlan
    shares: tuple[Share, ...]
    credit: CreditValue | None = None
    instead: Paid | None = None

    def back(self) -> Money:
        """What goes back in money or credit, without a bonus; of an exchange only what its articles cost less."""
        return (self.plan.total() - self._price()).at_least_zero()

    def due(self) -> Money:
        """What the customer pays on top for the articles of an exchange."""
        return (self._price() - self.plan.total()).at_least_zero()

    def tax(self) -> Mapping[Rate, int]:
        """The tax in what changes hands, by rate: of an exchange the old article's less the new one's."""
        sold = () if self.instead is None else tuple(-part for part in self.instead.parts)
        found = taxes.by_rate(taxes.summed((*self.plan.parts(), *sold)))
        return {rate: tax for rate, tax in found.items() if tax}

    def _price(self) -> Money:
        return Money(0, self.plan.currency) if self.instead is None else self.instead.gross


def in_turn(*, now: Standing, wanted: Sequence[Wanted], connected: Collection[str]) -> tuple[Preview, ...]:
    """What each brings, in this order. `connected`: the providers that can be asked to pay.

    Refuses `nothing_to_exchange`.
    """
    found = []
    for one in wanted:
        made = _one(now, one)
        open_ways = tuple(replace(share, route=tenders.open_route(share, connected)) for share in made.shares)
        found.append(replace(made, shares=open_ways))
        now = now.after(plan=made.plan, shares=made.shares)
    return tuple(found)


def taken(*, plan: RefundPlan, wish: RefundWish, prices: Mapping[str, Money]) -> list[Unit]:
    """Each unit really taken back for another one. Refuses `exchange_price_missing`."""
    found: list[Unit] = []
    for reference in dict.fromkeys(units.reference for units in wish.units):
        if reference not in prices:
            raise Invalid("exchange_price_missing", reference=reference)
        found += [(reference, line, position) for line, position in plan.paid_by(reference=reference)]
    return found


def swaps(
    *,
    now: Standing,
    units: Sequence[Unit],
    prices: Mapping[str, Money],
    rates: Mapping[str, Rates] = _NO_RATES,
    remedies: Collection[str] = (),
) -> list[Swap]:
    """Each of these units against the new one asked for it; the promotion holds for those of `remedies`."""
    found = []
    for reference, line_id, position in units:
        line = now.paid.line(id=line_id)
        paid, price = line.units(positions=[position]), prices[reference]
        found.append(Swap(paid, line.list_price, price, rates.get(reference), reference in remedies))
    return found


def _one(now: Standing, wanted: Wanted) -> Preview:
    plan = now.plan(wish=wanted.wish)
    match wanted.resolution:
        case Resolution.CREDIT:
            value = credit.of_plan(plan=plan, rates=wanted.bonuses) if plan.total() else None
            return Preview(wanted.resolution, plan, now.split_value(amount=plan.total()).shares, credit=value)
        case Resolution.EXCHANGE:
            units = taken(plan=plan, wish=wanted.wish, prices=wanted.prices)
            swapped = swaps(now=now, units=units, prices=wanted.prices, rates=wanted.rates, remedies=wanted.remedies)
            sale = exchange.sale_of(swaps=swapped, discount=wanted.discount)
            owed = (plan.total() - sale.gross).at_least_zero()
            return Preview(wanted.resolution, plan, now.split(amount=owed).shares, instead=sale)
        case _:
            return Preview(wanted.resolution, plan, now.split(amount=plan.total()).shares)
