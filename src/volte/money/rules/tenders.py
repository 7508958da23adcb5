"""To which payments does a refund go, in which order, and how does it get there?

Money goes back the way it came (Directive 2011/83/EU art. 13(1)): every payment gets back at most what it gave.
When only a part goes back, somebody must choose whose part it is. The stated order is `MONEY_FIRST`: what was taken
from a card, a wallet or a pay-later plan first, then what needs bank details, value of the shop (gift card, credit)
last. So nobody is handed a voucher while money is still owed, and a full return gives each payment its own again.
Store credit is drawn the other way round, so that a later refund still finds its card. A shop may state another order.
In words and numbers: docs/algorithms/tenders.md.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from volte.kit.money import Money, total
from volte.kit.words import PaymentKind

MONEY_FIRST = (
    PaymentKind.CARD,
    PaymentKind.WALLET,
    PaymentKind.PAY_LATER,
    PaymentKind.TRANSFER,
    PaymentKind.CASH_ON_DELIVERY,
    PaymentKind.GIFT_CARD,
    PaymentKind.CREDIT,
)

# Stands in for the payments of an order that came without any: what it cost is what was paid, and a person sends it.
PRESUMED = "presumed"


class Route(StrEnum):
    """How an amount reaches the customer."""

    GATEWAY = "gateway"
    STORE_CREDIT = "store_credit"
    BANK_TRANSFER = "bank_transfer"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment of the order. `captured` is zero until the money was really taken."""

    id: str
    kind: PaymentKind
    captured: Money
    gateway: str = ""
    reference: str = ""

    def route(self) -> Route:
        return Route.GATEWAY if self.gateway and self.reference else self.own_route()

    def known_by(self) -> str:
        """By what people tell it from others of its kind. The code of a card or credit is as good as money: its ending
        is enough."""
        name = self.reference or self.id
        return f"…{name[-4:]}" if self.reference and self.own_route() is Route.STORE_CREDIT else name

    def own_route(self) -> Route:
        """How it goes back without a provider."""
        match self.kind:
            case PaymentKind.GIFT_CARD | PaymentKind.CREDIT:
                return Route.STORE_CREDIT
            case PaymentKind.TRANSFER | PaymentKind.CASH_ON_DELIVERY:
                return Route.BANK_TRANSFER
            case PaymentKind.CARD | PaymentKind.WALLET | PaymentKind.PAY_LATER:
                return Route.BY_HAND
            case _:
                assert_never(self.kind)


@dataclass(frozen=True, slots=True)
class OutsideRefund:
    """Money that went back without us. Which payment carried it, and for which units, may be unknown."""

    amount: Money
    payment: str | None = None
    units: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PaymentLeft:
    """How much may still go back to a payment, and how much went back without us."""

    payment: Payment
    outside: Money
    left: Money


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a refund that goes to one payment."""

    payment: Payment
    amount: Money
    route: Route


@dataclass(frozen=True, slots=True)
class Split:
    """A refund over its payments; `uncovered` is what no payment can take (zero when the ceiling was kept)."""

    shares: tuple[Share, ...]
    uncovered: Money


def payments_left(
    *,
    payments: Sequence[Payment],
    outside: Sequence[OutsideRefund],
    committed: Mapping[str, Money],
    currency: str,
    order: Sequence[PaymentKind] = MONEY_FIRST,
) -> tuple[PaymentLeft, ...]:
    """What each payment can still give back: captured, less refunds made outside, less `committed` by us.

    An outside refund of an unknown payment, or beyond what its payment took, weighs on the others in the order in
    which we would have paid: rather too little left than too much. So does what we committed to a payment the shop
    no longer names.
    """
    gone = {payment.id: Money(0, currency) for payment in payments}
    spare = {
        payment.id: (payment.captured - committed.get(payment.id, Money(0, currency))).at_least_zero()
        for payment in payments
    }
    in_order = [payment.id for payment in _sorted(payments, order)]
    nameless = [OutsideRefund(amount) for name, amount in committed.items() if name not in gone]
    for refund in sorted([*outside, *nameless], key=lambda one: one.payment not in gone):
        rest = refund.amount
        for name in ([refund.payment] if refund.payment in gone else []) + in_order:
            taken = min(rest, spare[name])
            gone[name], spare[name], rest = gone[name] + taken, spare[name] - taken, rest - taken
    return tuple(PaymentLeft(payment, gone[payment.id], spare[payment.id]) for payment in payments)


def ceiling(*, left: Sequence[PaymentLeft], currency: str) -> Money:
    """The most that can still go back for the whole order."""
    return total((each.left for each in left), currency=currency)


def split(*, amount: Money, left: Sequence[PaymentLeft], order: Sequence[PaymentKind] = MONEY_FIRST) -> Split:
    """Fill the payments one after the other in the stated `order`, none above what it has left."""
    room = {each.payment.id: each.left for each in left}
    shares: list[Share] = []
    rest = amount
    for payment in _sorted([each.payment for each in left], order):
        part = min(rest, room[payment.id])
        if part.amount > 0:
            shares.append(Share(payment, part, payment.route()))
            rest = rest - part
    return Split(tuple(shares), rest)


def open_route(share: Share, connected: Collection[str]) -> Route:
    """A payment of a provider we are not connected to goes back without it, not into a queue nobody empties: by a
    person, or as a credit where a card of a shop had paid."""
    if share.route is not Route.GATEWAY or share.payment.gateway in connected:
        return share.route
    own = share.payment.own_route()
    return own if own is Route.STORE_CREDIT else Route.BY_HAND


def known_payments(*, payments: Sequence[Payment], order_total: Money) -> tuple[Payment, ...]:
    """The payments of the order, or one presumed payment by hand when the shop told us of none."""
    if payments:
        return tuple(payments)
    return (Payment(PRESUMED, PaymentKind.TRANSFER, order_total),)


def _sorted(payments: Sequence[Payment], order: Sequence[PaymentKind]) -> list[Payment]:
    """By kind in the stated order, then as the order document lists them; a kind left out comes last."""
    return sorted(payments, key=lambda payment: order.index(payment.kind) if payment.kind in order else len(order))
