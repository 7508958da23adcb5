"""A difference the shop lets the customer have: the worked tables, and that nothing is lost or invented."""

from collections import Counter
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.money import tables
from tests.rules.money.test_exchange_chain import COLUMNS, RATES, Purchase, plan_of
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.money.rules import exchange, posting, taxes
from volte.money.rules.basis import Instead, OrderBasis, Paid, SoldLine
from volte.money.rules.exchange import Discount, Exchanged, Swap
from volte.money.rules.ledger import Account
from volte.money.rules.standing import OrderMoney
from volte.money.rules.taxes import Part

VAT = (Rate.parse("20 %"),)


def unit(was: Part, sold: Part) -> Exchanged:
    return Exchanged(Paid(Money(was.gross, "EUR"), (was,)), sold)


@pytest.mark.parametrize("row", tables.rows("exchanges.md", first_column="were worth"), ids=str)
def test_each_unit_is_worth_as_documented(row: dict[str, str]) -> None:
    were, sold, then = ([int(each) for each in row[name].split()] for name in ("were worth", "sold at", "are worth"))
    units = [unit(Part((), old, ()), Part((), new, ())) for old, new in zip(were, sold, strict=True)]
    left = exchange.given_away(units=units, amount=int(row["given"]))
    assert [part.gross for part in left] == then


def test_the_books_of_a_difference_given_away_are_as_documented() -> None:
    bought = Purchase(plain())
    line, plan = bought.now().paid.lines[0], plan_of(bought, "l1")
    swap = Swap(line.paid, line.list_price, Money(5499, "EUR"))
    sale = exchange.sale_of(swaps=[swap], discount=Discount.KEPT)
    owed = exchange.difference(value=plan.total(), price=sale.gross)
    bought.swap("l1", (1,), 5499, None, kept=True)
    (left,) = exchange.given_away(units=[unit(*line.paid.parts, *sale.parts)], amount=owed.amount.amount)
    gift = posting.difference_given(parts=taxes.summed([*sale.parts, -left]), currency="EUR")
    now = bought.order.basis
    lines = (now.lines[0], SoldLine(now.lines[1].id, 1, 5499, instead=(Instead("l1", 1, left, 5499),)))
    kept = Purchase(plain(lines), bought.earlier)
    entries = (
        posting.exchanged(plan=plan, difference=owed, sale=sale),
        gift,
        posting.promised(plan=plan_of(kept, lines[1].id)),
    )
    books: Counter[Account] = Counter()
    told = tables.rows("exchange-difference.md", first_column="then", folder="explanation")
    columns = (*COLUMNS[:4], Account.GOODWILL, Account.TAX)
    for entry, row in zip(entries, told, strict=True):
        assert entry is not None
        for each in entry.postings:
            books[each.account] += each.amount.amount
        assert [books[account] for account in columns] == [int(value) for name, value in row.items() if name != "then"]


def plain(lines: tuple[SoldLine, ...] = (SoldLine("l1", 1, 4999, discount=500, taxes=VAT),)) -> OrderMoney:
    return OrderMoney(UUID(int=1), OrderBasis("EUR", lines))


UNITS = st.lists(
    st.tuples(st.integers(0, 9_999), st.integers(0, 9_999), st.sampled_from(RATES), st.none() | st.sampled_from(RATES)),
    min_size=1,
    max_size=5,
)


@given(wanted=UNITS, fees=st.integers(0, 500))
def test_the_parts_sum_to_what_was_sold_less_what_was_given(
    wanted: list[tuple[int, int, taxes.Rates, taxes.Rates | None]], fees: int
) -> None:
    swaps = [
        Swap(Paid(Money(old, "EUR"), (part,)), Money(old, "EUR"), Money(price, "EUR"), rates)
        for old, price, known, rates in wanted
        for part in [taxes.taxed(price=old, rates=known, included=True)]
    ]
    sold = exchange.sold_each(swaps=swaps, discount=Discount.ENDS)
    was = sum(one.paid.gross.amount for one in swaps)
    price = sum(part.gross for part in sold)
    due = price - max(was - fees, 0)
    if due <= 0:
        return
    units = [Exchanged(one.paid, part) for one, part in zip(swaps, sold, strict=True)]
    left = exchange.given_away(units=units, amount=due)
    assert sum(part.gross for part in left) == price - due
    for one, part in zip(units, left, strict=True):
        assert 0 <= part.gross <= one.sold.gross
        assert part.rates == one.sold.rates
        if part.gross == one.was.gross.amount and one.was.parts[0].rates == part.rates:
            assert part == one.was.parts[0], "worth the same, it bears the same tax"
        if not fees:
            assert part.gross >= min(one.was.gross.amount, one.sold.gross), "only what is dearer bears it"
    entry = posting.difference_given(
        parts=taxes.summed(each for one, part in zip(units, left, strict=True) for each in (one.sold, -part)),
        currency="EUR",
    )
    assert entry is not None, "an entry balances by itself"
