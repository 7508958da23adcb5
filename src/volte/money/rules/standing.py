"""Where does the money of one order stand, before anything more is paid back?

The same answer serves the preview and the promise: only the promise reads it behind a lock.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from volte.kit.money import Money, total
from volte.kit.text import Message, message
from volte.kit.words import PaymentKind
from volte.money.rules import frozen, reductions, refund, tenders
from volte.money.rules.basis import OrderBasis, PaidOrder, paid_per_unit
from volte.money.rules.plan import RefundPlan
from volte.money.rules.reductions import Reductions
from volte.money.rules.refund import Before, PartialOutbound, Wrapping
from volte.money.rules.tenders import OutsideRefund, Payment, PaymentLeft, Share, Split
from volte.money.rules.wish import RefundWish


@dataclass(frozen=True, slots=True)
class Terms:
    """What a shop may choose where the law leaves it open."""

    tenders: tuple[PaymentKind, ...] = tenders.MONEY_FIRST
    partial_outbound: PartialOutbound = PartialOutbound.PRO_RATA
    wrapping: Wrapping = Wrapping.GOODS


@dataclass(frozen=True, slots=True)
class OrderMoney:
    """All that money wants to know of an order; `id` is the caller's own."""

    id: UUID
    basis: OrderBasis
    payments: tuple[Payment, ...] = ()
    outside: tuple[OutsideRefund, ...] = ()
    terms: Terms = Terms()


@dataclass(frozen=True, slots=True)
class Subject:
    """For what money is promised, in the promiser's words: `Subject("return", …)`. Money only keeps it."""

    kind: str
    id: UUID


@dataclass(frozen=True, slots=True)
class Earlier:
    """What one earlier promise of ours paid for: positions by line, minor units of the way out, and by how much it
    reduced the price of units that stayed. The first of an order keeps the `basis` it was made on. `paid` is how
    the difference of a dearer exchange was paid: what was taken for the order grew by it."""

    units: Mapping[str, Iterable[int]]
    outbound: int
    basis: OrderBasis | None = None
    reduced: Reductions = field(default_factory=dict)
    paid: Payment | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What was paid, what went back before, what each payment can still give, and what does not add up.

    `frozen`: a promise was made before, and it is its prices that hold.
    """

    paid: PaidOrder
    before: Before
    left: tuple[PaymentLeft, ...]
    flags: tuple[Message, ...]
    frozen: bool = False
    terms: Terms = Terms()

    def ceiling(self) -> Money:
        return tenders.ceiling(left=self.left, currency=self.paid.currency)

    def plan(self, *, wish: RefundWish) -> RefundPlan:
        """The refund plan for `wish` as things stand."""
        return refund.plan_refund(
            paid=self.paid,
            wish=wish,
            before=self.before,
            ceiling=self.ceiling(),
            flags=self.flags,
            partial=self.terms.partial_outbound,
            wrapping=self.terms.wrapping,
        )

    def split(self, *, amount: Money) -> Split:
        """To which payments money goes back, in the shop's order."""
        return tenders.split(amount=amount, left=self.left, order=self.terms.tenders)

    def after(self, *, plan: RefundPlan, shares: Sequence[Share]) -> "Standing":
        """How it stands once `plan` is promised and `shares` are taken from the payments."""
        units = {
            line: self.before.of(line) | plan.units.get(line, frozenset()) for line in {*self.before.units, *plan.units}
        }
        lines = {*self.before.reduced, *plan.reduced}
        reduced = {line: reductions.joined(self.before.reductions(line), plan.reduced.get(line, {})) for line in lines}
        drawn = {share.payment.id: share.amount for share in shares}
        nothing = Money(0, self.paid.currency)
        left = tuple(replace(each, left=each.left - drawn.get(each.payment.id, nothing)) for each in self.left)
        before = Before(units, self.before.outbound + plan.outbound().amount, reduced)
        return replace(self, before=before, left=left, frozen=True)

    def split_value(self, *, amount: Money) -> Split:
        """From which payments store credit is drawn: the other way round, so that a later refund finds its card."""
        return tenders.split(amount=amount, left=self.left, order=tuple(reversed(self.terms.tenders)))


def payments_of(*, order: OrderMoney) -> tuple[Payment, ...]:
    """The payments money may go back to: the known ones, or the presumed one."""
    return tenders.known_payments(payments=order.payments, order_total=paid_per_unit(order=order.basis).total())


def standing(*, order: OrderMoney, earlier: Sequence[Earlier], committed: Mapping[str, Money]) -> Standing:
    """Put an order, our `earlier` promises and what they `committed` of each payment together."""
    first = next((one.basis for one in earlier if one.basis is not None), None)
    paid = paid_per_unit(order=order.basis if first is None else frozen.held(frozen=first, today=order.basis))
    flags = doubts(paid=paid, payments=order.payments)
    if first is not None and frozen.moved(frozen=first, today=order.basis):
        flags = (*flags, message("money-flag-basis-changed"))
    left = tenders.payments_left(
        payments=(
            *tenders.known_payments(payments=order.payments, order_total=paid.total()),
            *(one.paid for one in earlier if one.paid is not None),
        ),
        outside=order.outside,
        committed=committed,
        currency=paid.currency,
        order=order.terms.tenders,
    )
    return Standing(
        paid=paid,
        before=before(paid=paid, earlier=earlier, outside=order.outside),
        left=left,
        flags=flags,
        frozen=first is not None,
        terms=order.terms,
    )


def before(*, paid: PaidOrder, earlier: Iterable[Earlier], outside: Sequence[OutsideRefund]) -> Before:
    """Join what we promised (units and outbound of each promise) with units refunded elsewhere.

    Elsewhere knows no positions: its units take the last ones still free, as ours take the first.
    """
    units: dict[str, frozenset[int]] = {}
    reduced: dict[str, dict[int, tuple[int, ...]]] = {}
    outbound = 0
    for promise in earlier:
        outbound += promise.outbound
        for line, given in promise.reduced.items():
            reduced[line] = reductions.joined(reduced.get(line, {}), given)
        for line, positions in promise.units.items():
            units[line] = units.get(line, frozenset()) | frozenset(positions)
    known = {line.id: line for line in paid.lines}
    for elsewhere in outside:
        for line, count in elsewhere.units:
            if line in known:
                free = [one for one in range(known[line].kept, 0, -1) if one not in units.get(line, frozenset())]
                units[line] = units.get(line, frozenset()) | frozenset(free[:count])
    return Before(units, outbound, reduced)


def doubts(*, paid: PaidOrder, payments: Sequence[Payment]) -> tuple[Message, ...]:
    """What does not add up between the order and its payments; it caps nothing by itself, the ceiling does."""
    if not payments:
        return (message("money-flag-payments-unknown", total=paid.total()),)
    captured = total((payment.captured for payment in payments), currency=paid.currency)
    if captured < paid.total_kept():
        return (message("money-flag-payments-below", captured=captured, total=paid.total_kept()),)
    if captured > paid.total():
        return (message("money-flag-payments-above", captured=captured, total=paid.total()),)
    return ()
