import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.money import tables
from volte.kit.errors import Invalid
from volte.kit.money import allocate
from volte.kit.rates import Rate
from volte.money.rules import taxes
from volte.money.rules.basis import (
    OrderBasis,
    SoldLine,
    SoldShipping,
    free_positions,
    paid_per_unit,
    share_of_units,
)

RATES = [(), (Rate.parse("20 %"),), (Rate.parse("5.5 %"),), (Rate.parse("5 %"), Rate.parse("9.975 %"))]
# With two decimals, none and three: minor units are all that counts.
CURRENCIES = ["EUR", "JPY", "KWD"]


@st.composite
def sold_lines(draw: st.DrawFn, id: str) -> SoldLine:
    quantity = draw(st.integers(1, 12))
    return SoldLine(
        id=id,
        quantity=quantity,
        unit_price=draw(st.integers(0, 20_000)),
        cancelled_quantity=draw(st.integers(0, quantity)),
        discount=draw(st.integers(0, 5_000)),
        taxes=draw(st.sampled_from(RATES)),
        tax_included=draw(st.booleans()),
    )


@st.composite
def orders(draw: st.DrawFn) -> OrderBasis:
    count = draw(st.integers(1, 5))
    return OrderBasis(
        currency=draw(st.sampled_from(CURRENCIES)),
        lines=tuple(draw(sold_lines(id=f"l{place}")) for place in range(count)),
        discounts=tuple(draw(st.lists(st.integers(0, 8_000), max_size=3))),
        shipping=draw(
            st.none()
            | st.builds(
                SoldShipping,
                price=st.integers(0, 2_000),
                standard_price=st.none() | st.integers(0, 2_000),
                taxes=st.sampled_from(RATES),
                tax_included=st.booleans(),
            )
        ),
    )


def _taxes(written: str) -> tuple[Rate, ...]:
    return () if written == "none" else tuple(Rate.parse(part) for part in written.split(" + "))


@pytest.mark.parametrize("row", tables.rows("allocation.md", first_column="amount"), ids=str)
def test_allocation_as_documented(row: dict[str, str]) -> None:
    assert allocate(int(row["amount"]), tables.numbers(row["weights"])) == tables.numbers(row["shares"])


@pytest.mark.parametrize("row", tables.rows("paid-per-unit.md", first_column="quantity"), ids=str)
def test_one_line_as_documented(row: dict[str, str]) -> None:
    sold = SoldLine(
        id="l1",
        quantity=int(row["quantity"]),
        unit_price=int(row["unit price"]),
        discount=int(row["line discount"]),
        taxes=_taxes(row["tax"]),
        tax_included=row["prices"] == "with tax",
    )
    line = paid_per_unit(order=OrderBasis("EUR", (sold,))).line(id="l1")
    units = [line.units(positions=[place]).gross.amount for place in range(1, line.quantity + 1)]
    assert (line.paid.gross.amount, line.paid.tax.amount) == (int(row["paid"]), int(row["tax in it"]))
    assert units == tables.numbers(row["units"])


@pytest.mark.parametrize("row", tables.rows("paid-per-unit.md", first_column="line prices"), ids=str)
def test_order_discounts_as_documented(row: dict[str, str]) -> None:
    prices = tables.numbers(row["line prices"])
    lines = tuple(SoldLine(f"l{place}", 1, price) for place, price in enumerate(prices))
    paid = paid_per_unit(order=OrderBasis("EUR", lines, tuple(tables.numbers(row["order discounts"]))))
    assert [line.paid.gross.amount for line in paid.lines] == tables.numbers(row["lines paid"])


@pytest.mark.parametrize("row", tables.rows("paid-per-unit.md", first_column="price"), ids=str)
def test_shipping_as_documented(row: dict[str, str]) -> None:
    standard = None if row["standard"] == "unknown" else int(row["standard"])
    shipping = SoldShipping(int(row["price"]), standard)
    goods = SoldLine("l1", 1, 1000)
    discount = 1000 + int(row["discount left over"]) if int(row["discount left over"]) else 0
    paid = paid_per_unit(order=OrderBasis("EUR", (goods,), (discount,), shipping))
    assert paid.shipping.gross.amount == int(row["paid"])
    assert paid.outbound.gross.amount == int(row["owed back"])


@given(orders())
@settings(max_examples=40)
def test_units_sum_to_their_line_and_tax_stays_inside(order: OrderBasis) -> None:
    for line in paid_per_unit(order=order).lines:
        units = [line.units(positions=[place]) for place in range(1, line.quantity + 1)]
        assert sum(unit.gross.amount for unit in units) == line.paid.gross.amount
        assert sum(unit.tax.amount for unit in units) == line.paid.tax.amount
        assert all(0 <= unit.tax.amount <= unit.gross.amount for unit in units)
        assert taxes.summed(part for unit in units for part in unit.parts) == line.paid.parts
        assert all(sum(part.gross for part in unit.parts) == unit.gross.amount for unit in units)


@given(orders(), st.data())
@settings(max_examples=40)
def test_any_split_of_units_sums_the_same(order: OrderBasis, data: st.DataObject) -> None:
    line = paid_per_unit(order=order).lines[0]
    everything = range(1, line.quantity + 1)
    some = data.draw(st.sets(st.sampled_from(everything)))
    rest = set(everything) - some
    assert line.units(positions=some) + line.units(positions=rest) == line.paid


@given(orders())
@settings(max_examples=40)
def test_goods_cost_their_prices_less_all_discounts(order: OrderBasis) -> None:
    untaxed = OrderBasis(
        order.currency,
        tuple(SoldLine(one.id, one.quantity, one.unit_price, 0, one.discount) for one in order.lines),
        order.discounts,
    )
    goods = sum(line.price() for line in untaxed.lines)
    assert paid_per_unit(order=untaxed).total().amount == goods - min(goods, sum(order.discounts))


@given(orders(), st.data())
@settings(max_examples=40)
def test_a_later_cancellation_changes_no_other_unit(order: OrderBasis, data: st.DataObject) -> None:
    sold = order.lines[0]
    fewer = SoldLine(
        sold.id,
        sold.quantity,
        sold.unit_price,
        data.draw(st.integers(0, sold.quantity)),
        sold.discount,
        sold.taxes,
        sold.tax_included,
    )
    changed = OrderBasis(order.currency, (fewer, *order.lines[1:]), order.discounts, order.shipping)
    old, new = paid_per_unit(order=order), paid_per_unit(order=changed)
    assert [line.paid for line in old.lines] == [line.paid for line in new.lines]


@given(st.integers(0, 100_000), st.integers(1, 60), st.data())
def test_sharing_over_units_is_allocation(amount: int, over: int, data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.integers(1, over)))
    shares = allocate(amount, [1] * over)
    assert share_of_units(amount=amount, over=over, positions=chosen) == sum(shares[place - 1] for place in chosen)


def test_units_nobody_bought_are_refused() -> None:
    paid = paid_per_unit(order=OrderBasis("EUR", (SoldLine("l1", 2, 500),)))
    with pytest.raises(Invalid, match="unknown_unit"):
        paid.line(id="l1").units(positions=[3])
    with pytest.raises(Invalid, match="unknown_unit"):
        paid.line(id="l1").units(positions=[0])
    with pytest.raises(Invalid, match="unknown_line"):
        paid.line(id="l9")


def test_free_positions_are_the_lowest_that_are_neither_taken_nor_cancelled() -> None:
    line = paid_per_unit(order=OrderBasis("EUR", (SoldLine("l1", 5, 500, cancelled_quantity=1),))).line(id="l1")
    assert free_positions(line=line, taken=[1, 3], quantity=2) == (2, 4)
    assert free_positions(line=line, taken=[1, 3], quantity=9) == (2, 4)
