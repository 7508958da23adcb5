"""What a gift card or store credit paid goes back on that same one; where it cannot, on a new one; never on another."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.conftest import BASIS, back, card, eur, subject, wish
from tests.operations.money.test_promise import all_is_well, told
from volte.kit.money import Money
from volte.kit.words import PaymentKind
from volte.money import operations as money
from volte.money import queries
from volte.money.queries import CreditView, PromiseView
from volte.money.rules.credit import Terms
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.standing import OrderMoney
from volte.money.rules.tenders import Payment, Route
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor

ALL = (back("S", 1, 2), back("L", 1))
LASTING = timedelta(days=30)


def credit(by: Actor, worth: int, spent: int, *, currency: str = "EUR") -> CreditView:
    """A credit of ours, partly spent at the checkout."""
    issued = money.issue_credit(
        by=by, amount=Money(worth, currency), subject=subject(), terms=Terms(clock.now() + LASTING)
    )
    return money.spend_credit(by=by, code=issued.code, amount=Money(spent, currency), key=f"checkout-{issued.code}")


def paid_by(*credits: CreditView, gateway: FakeGateway, amounts: tuple[int, ...]) -> OrderMoney:
    """An order of 106.90: these amounts on these credits, the rest by card."""
    on_credit = [
        Payment(f"gc{place}", PaymentKind.GIFT_CARD, eur(amount), "", one.code.lower())
        for place, (one, amount) in enumerate(zip(credits, amounts, strict=True))
    ]
    rest = 10690 - sum(amounts)
    return OrderMoney(uuid4(), BASIS, (*on_credit, card(gateway.charge(amount=rest), rest)))


def returned(by: Actor, order: OrderMoney, key: str = "r1") -> PromiseView:
    return money.promise(by=by, order=order, wish=wish(*ALL), subject=subject(), key=key)


def balance(by: Actor, code: str) -> Money:
    with tenancy.entered(by.shop_id):
        return queries.credit(code=code).balance


def test_it_goes_back_on_the_card_that_paid(owner: Actor, gateway: FakeGateway) -> None:
    gift = credit(owner, 5000, 4000)
    made = returned(owner, paid_by(gift, gateway=gateway, amounts=(4000,)))
    by_card, on_gift = made.refunds if made.refunds[0].payment == "p1" else made.refunds[::-1]
    assert (by_card.amount, by_card.route, by_card.put_on) == (eur(6690), Route.GATEWAY, None)
    assert (on_gift.amount, on_gift.status) == (eur(3800), RefundStatus.SUCCEEDED)
    assert on_gift.put_on == queries.PutOn(gift.code, refilled=True)
    assert made.credits == ()
    assert balance(owner, gift.code) == eur(1000 + 3800)
    with tenancy.entered(owner.shop_id):
        assert queries.promises(subject_id=made.subject_id)[0].refunds == made.refunds
        (event,) = told("credit.refilled")
        assert (event["amount"], event["balance"], event["refund_id"]) == (3800, 4800, str(on_gift.id))
        assert len(told("credit.issued")) == 1
        assert [one["amount"] for one in told("refund.succeeded")] == [3800]
    assert all_is_well(owner)


def test_each_card_gets_its_own_and_no_other(owner: Actor, gateway: FakeGateway) -> None:
    first, second, stranger = credit(owner, 3000, 3000), credit(owner, 2000, 1500), credit(owner, 9000, 9000)
    made = returned(owner, paid_by(first, second, gateway=gateway, amounts=(3000, 1500)))
    assert {one.payment: one.amount for one in made.refunds} == {"p1": eur(6190), "gc0": eur(3000), "gc1": eur(1300)}
    assert [balance(owner, one.code) for one in (first, second, stranger)] == [eur(3000), eur(1800), eur(0)]
    assert all_is_well(owner)


def test_two_returns_fill_it_up_to_what_was_paid(owner: Actor, gateway: FakeGateway) -> None:
    gift = credit(owner, 9000, 9000)
    order = paid_by(gift, gateway=gateway, amounts=(9000,))
    for key, units in (("r1", back("L", 1)), ("r2", back("S", 1)), ("r3", back("S", 2))):
        money.promise(by=owner, order=order, wish=wish(units), subject=subject(), key=key)
    assert balance(owner, gift.code) == eur(10490 - 1690)
    assert all_is_well(owner)


@pytest.mark.parametrize("why", ["unknown", "lapsed", "spent_less", "other_currency", "unnamed"])
def test_where_it_cannot_a_new_one_is_given(owner: Actor, gateway: FakeGateway, why: str) -> None:
    gift = credit(
        owner, 9000, 4000 if why != "spent_less" else 10, currency="CHF" if why == "other_currency" else "EUR"
    )
    order = paid_by(gift, gateway=gateway, amounts=(4000,))
    reference = {"unknown": "GIFT-7781", "unnamed": ""}.get(why, gift.code)
    order = replace(order, payments=(replace(order.payments[0], reference=reference), order.payments[1]))
    with clock.at(clock.now() + (LASTING if why == "lapsed" else timedelta())):
        made = returned(owner, order)
    (issued,) = made.credits
    assert (issued.balance, issued.expires_at) == (eur(3800), None)
    on_credit = next(one for one in made.refunds if one.payment == "gc0")
    assert on_credit.put_on == queries.PutOn(issued.code, refilled=False)
    with tenancy.entered(owner.shop_id):
        assert told("credit.refilled") == []
    assert all_is_well(owner)


def test_a_card_of_a_provider_we_do_not_know_becomes_a_credit(owner: Actor, gateway: FakeGateway) -> None:
    theirs = Payment("gc", PaymentKind.GIFT_CARD, eur(10690), "unwired", "card-1")
    made = returned(owner, OrderMoney(uuid4(), BASIS, (theirs,)))
    (issued,) = made.credits
    assert issued.balance == eur(10490)
    assert all_is_well(owner)


def test_what_was_refilled_is_spent_again(owner: Actor, gateway: FakeGateway) -> None:
    gift = credit(owner, 4000, 4000)
    returned(owner, paid_by(gift, gateway=gateway, amounts=(4000,)))
    spent = money.spend_credit(by=owner, code=gift.code, amount=eur(3800), key="next")
    assert spent.balance == eur(0)
    assert all_is_well(owner)
