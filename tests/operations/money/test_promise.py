"""A promise, and what it draws from the payments of its order."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.conftest import BASIS, back, card, eur, foreseen, subject, wish
from volte.kit.errors import Conflict, Invalid, NotAllowed, NotFound
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.words import PaymentKind
from volte.money import operations as money
from volte.money import queries, verify
from volte.money.models import CreditMovement, Entry, PaymentBalance, Posting
from volte.money.rules.exchange import Discount
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.plan import LineKind
from volte.money.rules.standing import OrderMoney
from volte.money.rules.tenders import OutsideRefund, Payment, Route
from volte.money.rules.wish import Goodwill, RefundWish
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent
from volte.runtime.permissions import OF_ROLE, Role


def told(kind: str) -> list[dict[str, Any]]:
    return [row.data for row in OutboxEvent.objects.filter(kind=kind).order_by("id")]


def all_is_well(by: Actor) -> bool:
    with tenancy.entered(by.shop_id), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        found = verify.ledger()
    assert found.discrepancies == ()
    return True


def test_what_was_previewed_is_promised_drawn_and_told(owner: Actor, order: OrderMoney) -> None:
    asked = wish(back("S", 1), back("L", 1))
    with tenancy.entered(owner.shop_id):
        shown = foreseen(order, asked)
    made = money.promise(by=owner, order=order, wish=asked, subject=subject(), key="r1")
    assert made.lines == shown.plan.lines
    assert made.amount == shown.plan.total() == eur(2500 + 5000 + 123 + 245)
    (refund,) = made.refunds
    assert (refund.amount, refund.status, refund.route) == (made.amount, RefundStatus.PLANNED, Route.GATEWAY)
    with tenancy.entered(owner.shop_id):
        assert queries.promise(promise_id=made.id) == made
        assert Entry.objects.get().promise_id == made.id
        (event,) = told("refund.promised")
        assert event["refunds"] == [str(refund.id)]
        assert queries.refunds(subject_id=made.subject_id) == made.refunds
        assert queries.standing_seen(order=order).ceiling() == eur(10690 - 7868)
    assert all_is_well(owner)


def test_the_same_key_promises_once(owner: Actor, order: OrderMoney) -> None:
    first = money.promise(by=owner, order=order, wish=wish(back("S", 1)), subject=subject(), key="r1")
    again = money.promise(by=owner, order=order, wish=wish(back("L", 1)), subject=subject(), key="r1")
    assert again == first
    with tenancy.entered(owner.shop_id):
        assert PaymentBalance.objects.get().committed == first.amount.amount


def test_a_unit_is_paid_once_whatever_the_key(owner: Actor, order: OrderMoney) -> None:
    money.promise(by=owner, order=order, wish=wish(back("S", 1)), subject=subject(), key="r1")
    again = money.promise(by=owner, order=order, wish=wish(back("S", 1, 2)), subject=subject(), key="r2")
    assert [line.kind for line in again.lines] == [LineKind.ITEMS, LineKind.UNITS_CAP, LineKind.OUTBOUND_SHIPPING]
    assert again.amount == eur(2500 + 122)
    assert again.units == {"S": (2,)}
    assert all_is_well(owner)


def test_returns_one_by_one_end_at_what_was_paid(owner: Actor, order: OrderMoney) -> None:
    for place, units in enumerate([back("L", 1), back("S", 2), back("S", 1)]):
        money.promise(by=owner, order=order, wish=wish(units), subject=subject(), key=f"r{place}")
    with tenancy.entered(owner.shop_id):
        refunds = queries.refunds_of_order(order_id=order.id)
    assert sum(refund.amount.amount for refund in refunds) == 10000 + 490
    assert all_is_well(owner)


def test_nothing_goes_back_above_what_was_captured(owner: Actor, order: OrderMoney) -> None:
    outside = replace(order, outside=(OutsideRefund(eur(9000), "p1"),))
    asked = RefundWish((back("L", 1),), goodwill=Goodwill(eur(700), "sorry"))
    made = money.promise(by=owner, order=outside, wish=asked, subject=subject(), key="r1")
    assert made.amount == eur(1690)
    assert made.lines[-1].kind is LineKind.CEILING
    empty = money.promise(by=owner, order=outside, wish=wish(back("S", 1)), subject=subject(), key="r2")
    assert (empty.amount, empty.refunds) == (eur(0), ())
    assert all_is_well(owner)


def test_what_was_promised_counts_when_the_shop_renames_its_payments(owner: Actor, order: OrderMoney) -> None:
    unpaid = replace(order, payments=())
    first = money.promise(by=owner, order=unpaid, wish=wish(back("L", 1)), subject=subject(), key="r1")
    assert [flag.code for flag in first.flags] == ["money-flag-payments-unknown"]
    extra = RefundWish(goodwill=Goodwill(eur(10690), "sorry"))
    second = money.promise(by=owner, order=order, wish=extra, subject=subject(), key="r2")
    assert first.amount + second.amount == eur(10690)
    assert all_is_well(owner)


def test_mixed_payments_get_their_own_back(owner: Actor, gateway: FakeGateway) -> None:
    gift = Payment("gc", PaymentKind.GIFT_CARD, eur(5000))
    order = OrderMoney(uuid4(), BASIS, (gift, card(gateway.charge(amount=5690), 5690)))
    made = money.promise(by=owner, order=order, wish=wish(back("S", 1, 2), back("L", 1)), subject=subject(), key="r1")
    by_payment = {refund.payment: refund for refund in made.refunds}
    assert by_payment["p1"].amount == eur(5690)
    assert (by_payment["gc"].amount, by_payment["gc"].status) == (eur(4800), RefundStatus.SUCCEEDED)
    assert made.credits[0].balance == eur(4800)
    assert all_is_well(owner)


def test_without_a_way_back_a_person_pays(owner: Actor) -> None:
    unwired = Payment("p1", PaymentKind.CARD, eur(5000), "unwired", "ch_1")
    cash = Payment("p2", PaymentKind.CASH_ON_DELIVERY, eur(5690))
    order = OrderMoney(uuid4(), BASIS, (unwired, cash))
    made = money.promise(by=owner, order=order, wish=wish(back("S", 1, 2), back("L", 1)), subject=subject(), key="r1")
    assert [refund.route for refund in made.refunds] == [Route.BY_HAND, Route.BANK_TRANSFER]
    with tenancy.entered(owner.shop_id):
        assert queries.refunds_to_pay_by_hand() == made.refunds
    for refund in made.refunds:
        money.record_payout(by=owner, refund_id=refund.id, reference="SEPA 7781")
        with pytest.raises(Conflict, match="refund_not_by_hand"):
            money.record_payout(by=owner, refund_id=refund.id, reference="SEPA 7781")
    with pytest.raises(Invalid, match="payout_reference_missing"):
        money.record_payout(by=owner, refund_id=made.refunds[0].id, reference=" ")
    with tenancy.entered(owner.shop_id):
        assert [refund.status for refund in queries.refunds(subject_id=made.subject_id)] == [RefundStatus.SUCCEEDED] * 2
        assert len(told("refund.succeeded")) == 2
    assert all_is_well(owner)


def test_credit_carries_a_bonus_and_counts_against_the_same_ceiling(owner: Actor, order: OrderMoney) -> None:
    made = money.promise_credit(
        by=owner, order=order, wish=wish(back("L", 1)), subject=subject(), key="c1", bonuses={"itm": Rate.parse("10 %")}
    )
    (credit,) = made.credits
    assert (made.amount, credit.base, credit.bonus, credit.balance) == (eur(5245), eur(5245), eur(525), eur(5770))
    again = money.promise_credit(
        by=owner, order=order, wish=wish(back("L", 1)), subject=subject(), key="c1", bonuses={}
    )
    assert again == made
    with tenancy.entered(owner.shop_id):
        assert queries.standing_seen(order=order).ceiling() == eur(10690 - 5245)
        assert queries.credit(code=credit.code.lower()) == credit
    assert all_is_well(owner)


def test_credit_is_drawn_from_value_first_so_that_the_card_stays(owner: Actor, gateway: FakeGateway) -> None:
    gift = Payment("gc", PaymentKind.GIFT_CARD, eur(5690))
    order = OrderMoney(uuid4(), BASIS, (card(gateway.charge(amount=5000), 5000), gift))
    money.promise_credit(by=owner, order=order, wish=wish(back("S", 1, 2)), subject=subject(), key="c1", bonuses={})
    made = money.promise(by=owner, order=order, wish=wish(back("L", 1)), subject=subject(), key="r1")
    assert [(refund.payment, refund.amount) for refund in made.refunds] == [("p1", eur(5000)), ("gc", eur(245))]
    assert all_is_well(owner)


@pytest.mark.parametrize(
    ("price", "due", "refunded"), [(2500, 0, 0), (3000, 500, 0), (2000, 0, 500)], ids=["even", "dearer", "cheaper"]
)
def test_an_exchange_settles_its_difference(
    owner: Actor, order: OrderMoney, price: int, due: int, refunded: int
) -> None:
    units = replace(back("S", 1), outbound_owed=False)
    made = money.promise_exchange(
        by=owner,
        order=order,
        wish=wish(units),
        prices={"itm": eur(price)},
        discount=Discount.KEPT,
        subject=subject(),
        key="x1",
    )
    assert (made.due, made.amount) == (eur(due), eur(refunded))
    assert sum(refund.amount.amount for refund in made.refunds) == refunded
    if due:
        paid = money.record_difference_paid(by=owner, promise_id=made.id)
        assert paid.due_paid_at is not None
    with pytest.raises(Conflict, match="difference_not_due"):
        money.record_difference_paid(by=owner, promise_id=made.id)
    assert all_is_well(owner)


def test_an_exchange_needs_units_and_prices(owner: Actor, order: OrderMoney) -> None:
    given: dict[str, Any] = {"by": owner, "order": order, "discount": Discount.KEPT, "subject": subject(), "key": "x"}
    with pytest.raises(Invalid, match="exchange_price_missing"):
        money.promise_exchange(**given, wish=wish(back("S", 1)), prices={})
    money.promise(by=owner, order=order, wish=wish(back("S", 1)), subject=subject(), key="r1")
    with pytest.raises(Invalid, match="nothing_to_exchange"):
        money.promise_exchange(**given, wish=wish(back("S", 1)), prices={"itm": eur(2500)})


def test_credit_is_spent_once_per_key(owner: Actor, order: OrderMoney) -> None:
    credit = money.issue_credit(by=owner, amount=eur(2000), subject=subject())
    for _ in range(2):
        left = money.spend_credit(by=owner, code=credit.code, amount=eur(1500), key="checkout-1")
    assert left.balance == eur(500)
    with pytest.raises(Conflict, match="credit_too_small"):
        money.spend_credit(by=owner, code=credit.code, amount=eur(501), key="checkout-2")
    with pytest.raises(NotFound, match="credit_unknown"):
        money.spend_credit(by=owner, code="CR-0000-0000-0000", amount=eur(1), key="checkout-3")
    assert all_is_well(owner)


def test_unknown_lines_and_units_are_refused(owner: Actor, order: OrderMoney) -> None:
    with pytest.raises(Invalid, match="unknown_line"):
        money.promise(by=owner, order=order, wish=wish(back("X", 1)), subject=subject(), key="r1")
    with pytest.raises(Invalid, match="unknown_unit"):
        money.promise(by=owner, order=order, wish=wish(back("S", 3)), subject=subject(), key="r1")


def test_pickers_and_other_shops_see_and_move_nothing(owner: Actor, order: OrderMoney, other_shop: Any) -> None:
    made = money.promise(by=owner, order=order, wish=wish(back("S", 1)), subject=subject(), key="r1")
    picker = Actor(owner.shop_id, "member", None, "Paul", OF_ROLE[Role.PICKER])
    with pytest.raises(NotAllowed):
        money.promise(by=picker, order=order, wish=wish(back("L", 1)), subject=subject(), key="r2")
    stranger = Actor.system(other_shop)
    with pytest.raises(NotFound, match="refund_unknown"):
        money.record_payout(by=stranger, refund_id=made.refunds[0].id, reference="x")
    with tenancy.entered(other_shop):
        assert queries.refunds(subject_id=made.subject_id) == ()


def test_the_database_refuses_what_must_never_happen(owner: Actor, order: OrderMoney) -> None:
    money.promise(by=owner, order=order, wish=wish(back("S", 1)), subject=subject(), key="r1")
    money.issue_credit(by=owner, amount=eur(100), subject=subject())
    with tenancy.entered(owner.shop_id):
        for row in (Entry.objects.first(), Posting.objects.first(), CreditMovement.objects.first()):
            _refused(lambda row=row: row.save())
            _refused(lambda row=row: row.delete())
        balance = PaymentBalance.objects.get()
        over = balance.captured - balance.outside + 1
        _refused(lambda: PaymentBalance.objects.update(committed=over))
        _refused(_unbalanced)
        _refused(_empty)
        PaymentBalance.objects.update(outside=balance.captured)


def _unbalanced() -> None:
    entry = Entry.objects.create(kind="wrong", at="2026-11-22T09:00:00Z")
    for amount in (5, -4):
        Posting.objects.create(entry=entry, account="goodwill", amount=amount, currency="EUR")
    _check_now()


def _empty() -> None:
    Entry.objects.create(kind="empty", at="2026-11-22T09:00:00Z")
    _check_now()


def _check_now() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _refused(work: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        work()


def test_verify_finds_what_was_changed_behind_its_back(owner: Actor, order: OrderMoney) -> None:
    made = money.promise(by=owner, order=order, wish=wish(back("S", 1)), subject=subject(), key="r1")
    credit = money.issue_credit(by=owner, amount=eur(100), subject=subject())
    with tenancy.entered(owner.shop_id), connection.cursor() as cursor:
        cursor.execute("UPDATE volte_money_refund SET amount = amount + 1 WHERE id = %s", [made.refunds[0].id])
        cursor.execute("UPDATE volte_money_paymentbalance SET committed = committed - 1")
        cursor.execute("UPDATE volte_money_credit SET balance = balance - 1 WHERE id = %s", [credit.id])
        found = verify.ledger().discrepancies
    assert {each.what for each in found} == {
        "payment_committed",
        "promise_without_means",
        "refund_payment",
        "refunds_payable",
        "credit_balance",
        "credit_books",
        "credit_liability",
    }
    (payable,) = [each for each in found if each.what == "refunds_payable"]
    assert (payable.books, payable.rows) == (made.amount, made.amount + Money(1, "EUR"))
