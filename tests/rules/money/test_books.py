"""Exchanges, credits, the gateway's news and the entries that follow from them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.money import tables
from tests.rules.money.test_basis import orders
from tests.rules.money.test_refund import back, eur
from volte.kit.errors import Invalid
from volte.kit.money import Money, total
from volte.kit.rates import Rate
from volte.money.rules import credit, exchange, ledger, outcomes, posting, refund, taxes
from volte.money.rules.basis import OrderBasis, Paid, SoldLine, paid_per_unit
from volte.money.rules.exchange import Direction, Discount, Swap
from volte.money.rules.ledger import Account, Posting
from volte.money.rules.outcomes import Outcome, RefundStatus
from volte.money.rules.plan import RefundPlan
from volte.money.rules.purse import Move
from volte.money.rules.refund import Before
from volte.money.rules.tenders import Route
from volte.money.rules.wish import Goodwill, RefundWish

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
cents = st.integers(0, 50_000).map(eur)
VAT = (Rate.parse("20 %"),)


def swap(paid: Money, list_price: Money, wanted: Money) -> Swap:
    """Of a unit at the full rate."""
    part = taxes.taxed(price=paid.amount, rates=VAT, included=True)
    return Swap(Paid(paid, (part,)), list_price, wanted)


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
    price = exchange.price_of(swaps=[swap(eur(paid), eur(list_price), eur(wanted))], discount=discount)
    owed = exchange.difference(value=eur(paid), price=price)
    assert (owed.direction, owed.amount) == (direction, eur(amount))


@given(st.lists(st.builds(swap, cents, cents, cents), min_size=1, max_size=4), st.sampled_from(Discount))
def test_the_shop_never_pays_back_more_than_was_paid(swaps: list[Swap], discount: Discount) -> None:
    value = total((swap.paid.gross for swap in swaps), currency="EUR")
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


def test_each_item_brings_its_own_bonus() -> None:
    sold = OrderBasis("EUR", (SoldLine("a", 1, 3000), SoldLine("b", 1, 1000), SoldLine("c", 1, 1000)))
    units = tuple(back(line, 1, reference=line, outbound_owed=False) for line in "abc")
    paid = paid_per_unit(order=sold)
    ten = Rate.parse("10 %")
    rates = {"a": ten, "b": Rate.parse("0 %"), "c": ten}
    plan = refund.plan_refund(paid=paid, wish=RefundWish(units), before=Before(), ceiling=eur(10**6))
    assert credit.bonuses(plan=plan, rates=rates) == [(ten, eur(400))]
    assert credit.of_plan(plan=plan, rates=rates).total() == eur(5400)
    # A fee of the whole lowers what each brings; one rate for all is that rate of the whole.
    less = refund.plan_refund(paid=paid, wish=RefundWish(units, eur(500)), before=Before(), ceiling=eur(10**6))
    assert credit.bonuses(plan=less, rates=rates) == [(ten, eur(360))]
    assert credit.bonuses(plan=less, rates=dict.fromkeys("abc", ten)) == [(ten, eur(450))]
    with pytest.raises(Invalid, match="credit_needs_value"):
        credit.of_plan(plan=RefundPlan("EUR", (), {}), rates=rates)


def test_codes_are_read_as_people_type_them() -> None:
    assert credit.tidy(typed=" cr-r7k2-m4qx-9abc ") == credit.tidy(typed="R7K2-M4QX-9ABC") == "CR-R7K2-M4QX-9ABC"
    assert credit.written(number="R7K2-M4QX-9ABC") == "CR-R7K2-M4QX-9ABC"


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


@given(orders(), st.integers(0, 40_000), st.integers(0, 2_000), st.integers(0, 50_000))
@settings(max_examples=40)
def test_every_plan_makes_a_balanced_entry_that_owes_its_total(
    order: OrderBasis, ceiling: int, fee: int, price: int
) -> None:
    paid = paid_per_unit(order=order)
    wish = RefundWish(
        units=tuple(back(line.id, *range(1, line.quantity + 1), accepted=2) for line in paid.lines),
        return_shipping_fee=Money(fee, order.currency),
        goodwill=Goodwill(Money(700, order.currency), "sorry"),
    )
    plan = refund.plan_refund(paid=paid, wish=wish, before=Before(), ceiling=Money(ceiling, order.currency))
    entry = posting.promised(plan=plan)
    _balanced(entry, Account.REFUNDS_PAYABLE, -plan.total())
    assert _taxes(entry) == {rate.written(): tax for rate, tax in taxes.by_rate(plan.parts()).items() if tax}
    swaps = [Swap(line.units(positions=[1]), line.list_price, Money(price, order.currency)) for line in paid.lines]
    sale = exchange.sale_of(swaps=swaps, discount=Discount.KEPT)
    assert sum(part.gross for part in sale.parts) == sale.gross.amount
    owed = exchange.difference(value=plan.total(), price=sale.gross)
    entry = posting.exchanged(plan=plan, difference=owed, sale=sale)
    net = -sale.gross + sale.tax
    _balanced(entry, Account.EXCHANGE_SALES, net)


def _taxes(entry: ledger.Entry | None) -> dict[str, int]:
    return {each.rates: each.amount.amount for each in entry.postings if each.account is Account.TAX} if entry else {}


@given(orders(), st.sampled_from(Discount))
@settings(max_examples=40)
def test_an_exchange_for_the_same_price_moves_no_tax(order: OrderBasis, discount: Discount) -> None:
    paid = paid_per_unit(order=order)
    kept = [line for line in paid.lines if line.kept]
    units = [(line, place) for line in kept for place in range(1, line.kept + 1)]
    wish = RefundWish(tuple(back(line.id, *range(1, line.kept + 1), outbound_owed=False) for line in kept))
    plan = refund.plan_refund(paid=paid, wish=wish, before=Before(), ceiling=Money(10**9, order.currency))
    swaps = []
    for line, place in units:
        worth = line.units(positions=[place])
        # Kept: the list price, which comes down to what was paid. Ended: what was paid, in full.
        wanted = max(line.list_price, worth.gross) if discount is Discount.KEPT else worth.gross
        swaps.append(Swap(worth, line.list_price, wanted))
    if not swaps:
        return
    sale = exchange.sale_of(swaps=swaps, discount=discount)
    owed = exchange.difference(value=plan.total(), price=sale.gross)
    assert owed.direction is Direction.EVEN
    assert _taxes(posting.exchanged(plan=plan, difference=owed, sale=sale)) == {}


@pytest.mark.parametrize("row", tables.rows("tax-by-rate.md", first_column="old unit"), ids=str)
def test_the_tax_of_an_exchange_is_that_of_its_difference(row: dict[str, str]) -> None:
    old, new = int(row["old unit"]), int(row["new unit"])
    sold = SoldLine("l1", 1, old, taxes=(Rate.parse(row["rate"]),))
    paid = paid_per_unit(order=OrderBasis("EUR", (sold,)))
    fee = eur(int(row["return fee"]))
    wish = RefundWish((back("l1", 1, outbound_owed=False),), fee)
    plan = refund.plan_refund(paid=paid, wish=wish, before=Before(), ceiling=eur(10**6))
    line = paid.line(id="l1")
    sale = exchange.sale_of(swaps=[Swap(line.paid, line.list_price, eur(new))], discount=Discount.ENDS)
    owed = exchange.difference(value=plan.total(), price=sale.gross)
    entry = posting.exchanged(plan=plan, difference=owed, sale=sale)
    customer = owed.amount.amount if owed.direction is Direction.CUSTOMER_PAYS else -owed.amount.amount
    assert customer == int(row["customer pays"])
    assert plan.parts()[0].tax() == int(row["tax given back"])
    assert sale.tax.amount == int(row["tax of the sale"])
    assert -_taxes(entry).get(row["rate"], 0) == int(row["tax owed"])


@given(cents.filter(bool), st.sampled_from(["0 %", "7.5 %", "10 %"]), st.sampled_from(Route))
def test_what_is_paid_out_is_no_longer_owed(amount: Money, bonus: str, route: Route) -> None:
    value = credit.worth(base=amount, bonus=Rate.parse(bonus))
    _balanced(posting.paid_out(amount=amount, route=route), Account.REFUNDS_PAYABLE, amount)
    _balanced(posting.credit_issued(value=value), Account.CREDIT_LIABILITY, -value.base)
    _balanced(posting.credit_given(value=amount), Account.CREDIT_LIABILITY, -amount)
    _balanced(posting.credit_spent(move=Move(-amount, eur(0))), Account.CREDIT_LIABILITY, amount)


@given(cents.filter(bool), st.sampled_from(Route))
def test_taking_back_what_was_taken_back_is_what_was(amount: Money, route: Route) -> None:
    done = posting.paid_out(amount=amount, route=route)
    assert done is not None
    back = done.reversed()
    assert back.kind == "paid_out.reversed"
    _balanced(back, Account.REFUNDS_PAYABLE, -amount)
    assert back.reversed() == done


def _balanced(entry: ledger.Entry | None, account: Account, amount: Money) -> None:
    postings = entry.postings if entry is not None else ()
    assert total((each.amount for each in postings), currency=amount.currency).amount == 0
    assert total((each.amount for each in postings if each.account is account), currency=amount.currency) == amount
    if entry is not None:
        both = (*entry.postings, *entry.reversed().postings)
        assert ledger.entry(kind="both", postings=both) is None
