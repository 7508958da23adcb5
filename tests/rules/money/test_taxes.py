"""Tax by rate: what a price contains, what a share of it contains, and what a later copy of the order cannot move."""

import json
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.money import tables
from tests.rules.money.test_basis import RATES, orders
from volte.kit.rates import Rate
from volte.money.rules import document, frozen, standing, taxes
from volte.money.rules.basis import OrderBasis, SoldLine, paid_per_unit
from volte.money.rules.standing import Earlier, OrderMoney
from volte.money.rules.taxes import Part

VAT = (Rate.parse("20 %"),)
SOLD = OrderBasis("EUR", (SoldLine("l1", 3, 1000, discount=100, taxes=VAT),))

parts = st.builds(
    lambda price, rates, included: taxes.taxed(price=price, rates=rates, included=included),
    st.integers(0, 90_000),
    st.sampled_from(RATES),
    st.booleans(),
)


def rates_of(cell: str) -> tuple[Rate, ...]:
    return () if cell == "none" else tuple(Rate.parse(part) for part in cell.split(" + "))


@pytest.mark.parametrize("row", tables.rows("tax-by-rate.md", first_column="price"), ids=str)
def test_the_tax_of_a_price_as_documented(row: dict[str, str]) -> None:
    made = taxes.taxed(price=int(row["price"]), rates=rates_of(row["rates"]), included=row["prices"] == "with tax")
    expected = () if row["taxes"] == "–" else tuple(tables.numbers(row["taxes"]))
    assert (made.gross, made.taxes) == (int(row["amount"]), expected)


@pytest.mark.parametrize("row", tables.rows("tax-by-rate.md", first_column="parts"), ids=str)
def test_a_shared_amount_as_documented(row: dict[str, str]) -> None:
    over = [
        taxes.taxed(price=price, rates=(Rate.parse(f"{rate} %"),), included=True)
        for rate, price in tables.pairs(row["parts"])
    ]
    made = taxes.shared(amount=int(row["amount"]), over=over)
    names = [part.rates[0].written().removesuffix(" %") for part in made]
    assert list(zip(names, (part.gross for part in made), strict=True)) == tables.pairs(row["share"])
    assert list(zip(names, (part.tax() for part in made), strict=True)) == tables.pairs(row["tax in it"])


@given(st.integers(-90_000, 90_000), st.lists(parts, max_size=5))
def test_shares_sum_to_what_was_shared_and_the_whole_takes_its_whole_tax(amount: int, over: list[Part]) -> None:
    assert sum(part.gross for part in taxes.shared(amount=amount, over=over)) == amount
    whole = taxes.summed(part for part in over if part.gross)
    back = taxes.shared(amount=-sum(part.gross for part in whole), over=whole)
    assert back == tuple(-part for part in whole)


@given(st.lists(parts, max_size=6))
def test_the_tax_by_rate_sums_to_the_tax(several: list[Part]) -> None:
    assert sum(taxes.by_rate(several).values()) == sum(part.tax() for part in taxes.summed(several))


@pytest.mark.parametrize("row", tables.rows("tax-by-rate.md", first_column="units today"), ids=str)
def test_a_later_copy_moves_no_unit_as_documented(row: dict[str, str]) -> None:
    line = SoldLine(
        "l1",
        int(row["units today"]),
        int(row["price today"]),
        int(row["cancelled today"]),
        100,
        rates_of(row["rate today"]),
    )
    today = OrderBasis("EUR", (line,))
    paid = paid_per_unit(order=frozen.held(frozen=SOLD, today=today)).line(id="l1")
    assert [paid.units(positions=[one]).gross.amount for one in range(1, paid.quantity + 1)] == tables.numbers(
        row["units"]
    )
    assert paid.kept == line.quantity - line.cancelled_quantity
    assert frozen.moved(frozen=SOLD, today=today) is (row["flag"] == "yes")


@given(orders(), orders())
@settings(max_examples=60)
def test_whatever_a_later_copy_says_no_unit_sold_before_changes_its_worth(first: OrderBasis, later: OrderBasis) -> None:
    before = paid_per_unit(order=first)
    now = paid_per_unit(order=frozen.held(frozen=first, today=replace(later, currency=first.currency)))
    for line in before.lines:
        after = now.line(id=line.id)
        for position in range(1, line.quantity + 1):
            assert after.units(positions=[position]) == line.units(positions=[position])
    assert (now.shipping, now.outbound) == (before.shipping, before.outbound)
    kept = {line.id: line.quantity - line.cancelled_quantity for line in later.lines}
    for line in now.lines:
        assert line.kept == kept.get(line.id, 0)


@given(orders())
@settings(max_examples=40)
def test_what_was_sold_reads_back_as_it_was_written(order: OrderBasis) -> None:
    assert document.basis_read(written=json.loads(json.dumps(document.basis_written(basis=order)))) == order


def test_a_new_line_bears_nothing_of_the_discount_that_was_shared_before() -> None:
    sold = OrderBasis("EUR", (SoldLine("l1", 1, 1000), SoldLine("l2", 1, 1000)), (200,))
    today = replace(sold, lines=(*sold.lines, SoldLine("l3", 1, 5000)))
    paid = paid_per_unit(order=frozen.held(frozen=sold, today=today))
    assert [line.paid.gross.amount for line in paid.lines] == [900, 900, 5000]


def test_a_standing_holds_by_the_first_promise_and_says_so() -> None:
    dearer = replace(SOLD, lines=(replace(SOLD.lines[0], unit_price=1500, taxes=(Rate.parse("5.5 %"),)),))
    order = OrderMoney(id=UUID(int=1), basis=dearer)
    held = standing.standing(order=order, earlier=[Earlier({"l1": [1]}, 0, SOLD), Earlier({}, 0)], committed={})
    assert held.paid.total().amount == 2900
    assert [flag.code for flag in held.flags] == ["money-flag-payments-unknown", "money-flag-basis-changed"]
    assert held.frozen
    free = standing.standing(order=order, earlier=[], committed={})
    assert (free.paid.total().amount, free.frozen) == (4400, False)
