"""An order of two shirts and a lamp, paid by card, and a gateway in memory behind it."""

from collections.abc import Iterator
from uuid import uuid4

import pytest

from tests.connectors.gateway_fake import FakeGateway
from volte.kit.money import Money
from volte.kit.words import PaymentKind, Resolution
from volte.money import queries
from volte.money.ports import RefundGateway
from volte.money.rules.basis import OrderBasis, SoldLine, SoldShipping
from volte.money.rules.preview import Preview, Wanted
from volte.money.rules.standing import OrderMoney, Subject
from volte.money.rules.tenders import Payment
from volte.money.rules.wish import RefundWish, UnitsBack
from volte.runtime import wiring

BASIS = OrderBasis("EUR", (SoldLine("S", 2, 2500), SoldLine("L", 1, 5000)), shipping=SoldShipping(690, 490))


def eur(amount: int) -> Money:
    return Money(amount, "EUR")


def back(line: str, *positions: int, reference: str = "itm") -> UnitsBack:
    return UnitsBack(reference, line, "Shirt", positions, len(positions))


def wish(*units: UnitsBack) -> RefundWish:
    return RefundWish(units=units)


def subject() -> Subject:
    return Subject("return", uuid4())


def card(reference: str, amount: int = 10690) -> Payment:
    return Payment("p1", PaymentKind.CARD, eur(amount), "fake", reference)


@pytest.fixture
def gateway() -> Iterator[FakeGateway]:
    made = FakeGateway()
    wiring.bind(RefundGateway, "fake", lambda: made)
    yield made
    wiring._factories.pop((RefundGateway, "fake"))
    wiring._made.pop((RefundGateway, "fake"), None)


@pytest.fixture
def order(gateway: FakeGateway) -> OrderMoney:
    return OrderMoney(uuid4(), BASIS, (card(gateway.charge(amount=10690)),))


def foreseen(order: OrderMoney, asked: RefundWish) -> Preview:
    """What would be promised, as the desk sees it before."""
    wanted = [Wanted(Resolution.REFUND, asked)]
    [shown] = queries.previews(now=queries.standing_seen(order=order), wanted=wanted)
    return shown
