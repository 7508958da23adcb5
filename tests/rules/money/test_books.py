"""Exchanges, credits, the gateway's news and the entries that follow from them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.money.test_basis import orders
from tests.rules.money.test_refund import back, eur
from volte.kit.errors import Conflict, Invalid
from volte.kit.money import Money, total
from volte.kit.rates import Rate
from volte.money.rules import credit, exchange, ledger, outcomes, posting, refund
from volte.money.rules.basis import OrderBasis, paid_per_unit
from volte.money.rules.exchange import Direction, Discount, Swap
from volte.money.rules.ledger import Account, Posting
from volte.money.rules.outcomes import Outcome, RefundStatus
from volte.money.rules.refund import Before, Goodwill, RefundWish
from volte.money.rules.tenders import Route

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
cents = st.integers(0, 50_000).map(eur)


@pytest.mark.parametrize(
    ("paid", "list_price", "wanted", "discount", "direction", "amount"),
    [
        (5000, 5000, 5000, Discount.ENDS, Direction.EVEN, 0),
        (4500, 5000, 5000, Discount.KEPT, Direction.EVEN, 0),
        (4500, 5000, 5000, Discount.ENDS, Direction.CUSTOMER_PAYS, 500),
        (4500, 5000, 6000, Discount.KEPT, Direction.CUSTOMER_PAYS, 1000),
        (4500, 5000, 4000, Discount.KEPT, Direction.SHOP_PAYS, 1000),
        (4500, 5000, 4000, Discount.ENDS, Direction.SHOP_PAYS, 500),
        (1000, 5000, 3000, Discount.KEPT, Direction.SHOP_PAYS, 1000),
    ],
)
def test_exchange_difference(
    paid: int, list_price: int, wanted: int, discount: Discount, direction: Direction, amount: int
) -> None:
    price = exchange.price_of(swaps=[Swap(eur(paid), eur(list_price), eur(wanted))], discount=discount)
    owed = exchange.difference(value=eur(paid), price=price)
    assert (owed.direction, owed.amount) == (direction, eur(amount))


@given(st.lists(st.builds(Swap, cents, cents, cents), min_size=1, max_size=4), st.sampled_from(Discount))
def test_the_shop_never_pays_back_more_than_was_paid(swaps: list[Swap], discount: Discount) -> None:
    value = total((swap.paid for swap in swaps), currency="EUR")
    owed = exchange.difference(value=value, price=exchange.price_of(swaps=swaps, discount=discount))
    assert owed.amount >= eur(0)
    if owed.direction is Direction.SHOP_PAYS:
        assert owed.amount <= owed.value
        assert owed.value - owed.amount == owed.price


def test_an_exchange_of_nothing_is_refused() -> None:
    with pytest.raises(Invalid, match="nothing_to_exchange"):
        exchange.price_of(swaps=[], discount=Discount.KEPT)


def test_a_credit_is_worth_its_base_and_a_bonus() -> None:
    value = credit.worth(base=eur(4999), bonus=Rate.parse("10 %"))
    assert (value.bonus, value.total()) == (eur(500), eur(5499))
    with pytest.raises(Invalid, match="credit_needs_value"):
        credit.worth(base=eur(0), bonus=Rate.parse("10 %"))


def test_codes_are_read_as_people_type_them() -> None:
    assert credit.tidy(typed=" cr-r7k2-m4qx-9abc ") == credit.tidy(typed="R7K2-M4QX-9ABC") == "CR-R7K2-M4QX-9ABC"
    assert credit.written(number="R7K2-M4QX-9ABC") == "CR-R7K2-M4QX-9ABC"


def test_a_credit_is_spent_down_to_nothing_and_no_further() -> None:
    tomorrow = NOW + timedelta(days=1)
    assert credit.spent(balance=eur(500), amount=eur(500), expires_at=tomorrow, now=NOW) == eur(0)
    with pytest.raises(Conflict, match="credit_too_small"):
        credit.spent(balance=eur(500), amount=eur(501), expires_at=None, now=NOW)
    with pytest.raises(Conflict, match="credit_expired"):
        credit.spent(balance=eur(500), amount=eur(1), expires_at=NOW, now=NOW)
    for wrong in (eur(0), eur(-5), Money(5, "USD")):
        with pytest.raises(Invalid, match="credit_spend_invalid"):
            credit.spent(balance=eur(500), amount=wrong, expires_at=None, now=NOW)


@given(st.lists(st.sampled_from(Outcome), max_size=6), st.data())
def test_news_may_come_twice_and_in_any_order(news: list[Outcome], data: st.DataObject) -> None:
    def end(heard: list[Outcome]) -> RefundStatus:
        status = RefundStatus.SENDING
        for outcome in heard:
            status = outcomes.after(status=status, outcome=outcome)
        return status

    assert end(data.draw(st.permutations(news + news[:2]))) == end(news)


def test_a_success_can_be_taken_back_and_a_failure_cannot() -> None:
    assert outcomes.after(status=RefundStatus.SUCCEEDED, outcome=Outcome.FAILED) is RefundStatus.FAILED
    assert outcomes.after(status=RefundStatus.FAILED, outcome=Outcome.SUCCEEDED) is RefundStatus.FAILED
    assert outcomes.after(status=RefundStatus.SUCCEEDED, outcome=Outcome.PENDING) is RefundStatus.SUCCEEDED
    assert outcomes.after(status=RefundStatus.MANUAL, outcome=Outcome.FAILED) is RefundStatus.MANUAL


def test_an_unbalanced_entry_cannot_exist() -> None:
    with pytest.raises(ledger.Unbalanced):
        ledger.Entry("wrong", (Posting(Account.GOODWILL, eur(5)), Posting(Account.REFUNDS_PAYABLE, eur(-4))))
    with pytest.raises(ledger.Unbalanced):
        ledger.Entry("empty", ())


def test_an_entry_of_nothing_is_no_entry() -> None:
    assert ledger.entry(kind="nothing", postings=[Posting(Account.GOODWILL, eur(0))]) is None


@given(orders(), st.integers(0, 40_000), st.integers(0, 2_000), cents)
@settings(max_examples=40)
def test_every_plan_makes_a_balanced_entry_that_owes_its_total(
    order: OrderBasis, ceiling: int, fee: int, price: Money
) -> None:
    paid = paid_per_unit(order=order)
    wish = RefundWish(
        units=tuple(back(line.id, *range(1, line.quantity + 1), accepted=2) for line in paid.lines),
        return_shipping_fee=eur(fee),
        goodwill=Goodwill(eur(700), "sorry"),
    )
    plan = refund.plan_refund(paid=paid, wish=wish, before=Before(), ceiling=eur(ceiling))
    _balanced(posting.promised(plan=plan), Account.REFUNDS_PAYABLE, -plan.total())
    owed = exchange.difference(value=plan.total(), price=price)
    _balanced(posting.exchanged(plan=plan, difference=owed), Account.EXCHANGE_SALES, -price)


@given(cents.filter(bool), st.sampled_from(["0 %", "7.5 %", "10 %"]), st.sampled_from(Route))
def test_what_is_paid_out_is_no_longer_owed(amount: Money, bonus: str, route: Route) -> None:
    value = credit.worth(base=amount, bonus=Rate.parse(bonus))
    _balanced(posting.paid_out(amount=amount, route=route), Account.REFUNDS_PAYABLE, amount)
    _balanced(posting.came_back(amount=amount, route=route), Account.REFUNDS_PAYABLE, -amount)
    _balanced(posting.credit_issued(value=value), Account.CREDIT_LIABILITY, -value.total())
    _balanced(posting.credit_given(value=amount), Account.CREDIT_LIABILITY, -amount)
    _balanced(posting.credit_spent(amount=amount), Account.CREDIT_LIABILITY, amount)


def _balanced(entry: ledger.Entry | None, account: Account, amount: Money) -> None:
    postings = entry.postings if entry is not None else ()
    assert total((each.amount for each in postings), currency="EUR") == eur(0)
    assert total((each.amount for each in postings if each.account is account), currency="EUR") == amount
    if entry is not None:
        both = (*entry.postings, *entry.reversed().postings)
        assert ledger.entry(kind="both", postings=both) is None
