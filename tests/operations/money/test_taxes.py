"""Tax in the books, rate by rate; and prices that a later copy of the order cannot move."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.db.models import Sum

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.conftest import back, card, eur, foreseen, subject, wish
from tests.operations.money.test_promise import all_is_well
from volte.kit.rates import Rate
from volte.money import operations as money
from volte.money.models import Posting, Promise
from volte.money.rules.basis import OrderBasis, SoldLine, SoldShipping
from volte.money.rules.exchange import Discount
from volte.money.rules.standing import OrderMoney
from volte.runtime import tenancy
from volte.runtime.actor import Actor

FULL, REDUCED = (Rate.parse("20 %"),), (Rate.parse("5.5 %"),)
SOLD = OrderBasis(
    "EUR",
    (SoldLine("S", 2, 2500, taxes=FULL), SoldLine("L", 1, 5000, taxes=REDUCED)),
    shipping=SoldShipping(690, 490, FULL),
)


@pytest.fixture
def taxed(gateway: FakeGateway) -> OrderMoney:
    return OrderMoney(uuid4(), SOLD, (card(gateway.charge(amount=10690)),))


def booked(account: str) -> dict[str, int]:
    rows = Posting.objects.filter(account=account).values_list("rates").annotate(Sum("amount"))
    return {rates: amount for rates, amount in rows if amount}


def swap(by: Actor, order: OrderMoney, price: int, **more: Any) -> None:
    units = replace(back("S", 1), outbound_owed=False)
    made = money.promise_exchange(
        by=by,
        order=order,
        wish=replace(wish(units), **more),
        prices={"itm": eur(price)},
        discount=Discount.KEPT,
        subject=subject(),
        key="x1",
    )
    if made.due:
        money.record_difference_paid(by=by, promise_id=made.id)


@pytest.mark.parametrize(("price", "tax"), [(2500, 0), (3100, -100), (1900, 100)], ids=["even", "dearer", "cheaper"])
def test_an_exchange_owes_the_tax_of_its_difference(owner: Actor, taxed: OrderMoney, price: int, tax: int) -> None:
    swap(owner, taxed, price)
    with tenancy.entered(owner.shop_id):
        assert booked("tax") == ({"20 %": tax} if tax else {})
        assert booked("exchange_sales") == {"20 %": -price + 417 - tax}
    assert all_is_well(owner)


def test_the_books_know_each_tax_by_its_rate(owner: Actor, taxed: OrderMoney) -> None:
    asked = replace(wish(back("S", 1, 2), back("L", 1)), return_shipping_fee=eur(490))
    money.promise(by=owner, order=taxed, wish=asked, subject=subject(), key="r1")
    with tenancy.entered(owner.shop_id):
        # 50.00 and the way out at 20 %, 50.00 at 5.5 %; the fee lowers both.
        assert booked("tax") == {"20 %": 833 + 82 - 43, "5.5 %": 261 - 12}
        assert booked("sales_returns") == {"20 %": 5000 - 833, "5.5 %": 5000 - 261}
        assert sum(booked("fees_income").values()) == -490 + 43 + 12
    assert all_is_well(owner)


def test_a_later_copy_with_other_prices_moves_nothing_that_was_promised(owner: Actor, taxed: OrderMoney) -> None:
    first = money.promise(by=owner, order=taxed, wish=wish(back("S", 1)), subject=subject(), key="r1")
    lines = (SoldLine("S", 2, 900, taxes=REDUCED), replace(SOLD.lines[1], unit_price=9000))
    later = replace(taxed, basis=replace(SOLD, lines=lines, discounts=(300,)))
    with tenancy.entered(owner.shop_id):
        shown = foreseen(later, wish(back("S", 2), back("L", 1)))
    rest = money.promise(by=owner, order=later, wish=wish(back("S", 2), back("L", 1)), subject=subject(), key="r2")
    assert first.amount + rest.amount == eur(10000 + 490)
    assert rest.lines == shown.plan.lines
    assert [flag.code for flag in first.flags] == []
    assert [flag.code for flag in rest.flags] == ["money-flag-basis-changed"]
    with tenancy.entered(owner.shop_id):
        assert booked("tax") == {"20 %": 833 + 82, "5.5 %": 261}
        assert [row.basis is None for row in Promise.objects.order_by("id")] == [False, True]
    assert all_is_well(owner)


def test_a_presumed_payment_stays_what_the_order_cost_first(owner: Actor, taxed: OrderMoney) -> None:
    unpaid = replace(taxed, payments=())
    money.promise(by=owner, order=unpaid, wish=wish(back("S", 1)), subject=subject(), key="r1")
    cheaper = replace(unpaid, basis=replace(SOLD, lines=(replace(SOLD.lines[0], unit_price=1), SOLD.lines[1])))
    rest = money.promise(by=owner, order=cheaper, wish=wish(back("S", 2), back("L", 1)), subject=subject(), key="r2")
    assert rest.amount == eur(2500 + 5000 + 367)
    assert all_is_well(owner)
