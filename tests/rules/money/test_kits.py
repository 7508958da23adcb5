"""Kits and gift wrap, as docs/algorithms/kits-and-gift-wrap.md works them out, and what holds for all of them."""

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.money import tables
from volte.catalogue.documents import orders
from volte.catalogue.rules import bundles, delivery, totals
from volte.catalogue.rules.order import Line, Order, Refund, Shipment, Units
from volte.kit.errors import Invalid
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.money.rules.basis import OrderBasis, PaidOrder, SoldLine, SoldShipping, paid_per_unit
from volte.money.rules.document import basis_read, basis_written
from volte.money.rules.plan import LineKind, RefundPlan
from volte.money.rules.refund import Before, Wrapping, plan_refund
from volte.money.rules.wish import RefundWish, UnitsBack

DOC = "kits-and-gift-wrap.md"
ENOUGH = Money(10**9, "EUR")


def _basis(lines: tuple[Line, ...], *, currency: str = "EUR", discount: int = 0, way_out: int = 0) -> OrderBasis:
    sold = [
        SoldLine(
            one.id,
            one.quantity,
            one.unit_price,
            one.cancelled_quantity,
            one.discount,
            one.taxes,
            one.tax_included,
            follows=bundles.wrapped(line=one, lines=lines),
        )
        for one in bundles.priced(lines=lines)
    ]
    return OrderBasis(currency, tuple(sold), (discount,) if discount else (), SoldShipping(way_out))


def _kit(price: str, parts: str) -> tuple[Line, ...]:
    lines = [] if price == "none" else [Line(id="k", quantity=1, unit_price=int(price))]
    for place, written in enumerate(parts.split(), 1):
        told, _, weight = written.partition("~")
        quantity, _, each = told.partition("×")
        lines.append(
            Line(
                id=f"k{place}",
                quantity=int(quantity),
                unit_price=int(each),
                bundle="k",
                bundle_weight=int(weight) if weight else None,
            )
        )
    return tuple(lines)


@pytest.mark.parametrize("row", tables.rows(DOC, first_column="kit"), ids=str)
def test_shares_as_documented(row: dict[str, str]) -> None:
    lines = bundles.priced(lines=_kit(row["kit"], row["parts"]))
    assert [line.price() for line in lines] == tables.numbers(row["shares"])


@pytest.mark.parametrize("row", tables.rows(DOC, first_column="box"), ids=str)
def test_taxes_as_documented(row: dict[str, str]) -> None:
    lines = [Line(id="k", quantity=1, unit_price=int(row["box"]))]
    for rate, weight in zip(row["rates"].split(), tables.numbers(row["weights"]), strict=True):
        rates = (Rate.parse(f"{rate} %"),)
        part = Line(id=f"k{len(lines)}", quantity=1, unit_price=0, bundle="k", bundle_weight=weight, taxes=rates)
        lines.append(part)
    paid = paid_per_unit(order=_basis(tuple(lines)))
    assert [line.paid.gross.amount for line in paid.lines] == tables.numbers(row["parts"])
    assert [line.paid.tax.amount for line in paid.lines] == tables.numbers(row["taxes"])


@pytest.mark.parametrize("row", tables.rows(DOC, first_column="setting"), ids=str)
def test_gift_wrap_as_documented(row: dict[str, str]) -> None:
    names = ["a", "b", *(f"o{place}" for place in range(int(row["others in the order"])))]
    lines = (*(Line(id=name, quantity=1, unit_price=1000) for name in names),)
    wrap = Line(id="w", quantity=1, unit_price=300, wraps=("a", "b"))
    paid = paid_per_unit(order=_basis((*lines, wrap), way_out=500))
    before, got = Before(), []
    for name in ("a", "b"):
        plan = _back(paid, before, name, Wrapping(row["setting"]))
        got.append(plan.total().amount)
        before = _after(before, plan)
    assert got == [int(row["first"]), int(row["second"])]


def _back(paid: PaidOrder, before: Before, line: str, wrapping: Wrapping, *, owed: bool = True) -> RefundPlan:
    positions = tuple(range(1, paid.line(id=line).kept + 1))
    units = UnitsBack(line, line, line, positions, len(positions), outbound_owed=owed)
    return plan_refund(paid=paid, wish=RefundWish((units,)), before=before, ceiling=ENOUGH, wrapping=wrapping)


def _after(before: Before, plan: RefundPlan) -> Before:
    units = {**before.units}
    for line, positions in plan.units.items():
        units[line] = before.of(line) | positions
    return Before(units, before.outbound + plan.outbound().amount)


RATES = [(), (Rate.parse("20 %"),), (Rate.parse("5.5 %"),)]


@st.composite
def kits(draw: st.DrawFn) -> tuple[Line, ...]:
    """A kit with a line of its own or without, weighed or not, one article beside it and perhaps a wrap around it."""
    included, headed = draw(st.booleans()), draw(st.booleans())
    count = draw(st.integers(1, 4))
    lines = [
        Line(
            id=f"k{place}",
            quantity=draw(st.integers(1, 5)),
            unit_price=draw(st.sampled_from([0, 0, 1, 999, 2500])),
            discount=draw(st.sampled_from([0, 0, 7])),
            bundle="k",
            bundle_weight=draw(st.none() | st.integers(0, 4000)),
            unit_cost=draw(st.none() | st.integers(0, 900)),
            taxes=draw(st.sampled_from(RATES)),
            tax_included=included,
        )
        for place in range(count)
    ]
    if headed:
        price, taxes = draw(st.integers(0, 9999)), draw(st.sampled_from(RATES))
        lines.insert(0, Line(id="k", quantity=1, unit_price=price, taxes=taxes, tax_included=included))
    lines.append(Line(id="other", quantity=2, unit_price=1500, tax_included=included))
    if draw(st.booleans()):
        lines.append(Line(id="w", quantity=1, unit_price=450, wraps=("k" if headed else "k0",), tax_included=included))
    return tuple(lines)


@given(kits())
@settings(max_examples=60)
def test_parts_sum_to_the_kit_and_nothing_is_dearer_than_its_list_price(lines: tuple[Line, ...]) -> None:
    shared = bundles.priced(lines=lines)
    assert sum(line.price() for line in shared) == sum(line.price() for line in lines)
    assert all(line.discount >= 0 for line in shared)


@given(kits(), st.sampled_from(["EUR", "JPY", "KWD"]), st.integers(0, 3000), st.randoms())
@settings(max_examples=60)
def test_one_by_one_in_any_order_gives_the_whole_order_back(
    lines: tuple[Line, ...], currency: str, discount: int, random: Random
) -> None:
    paid = paid_per_unit(order=_basis(lines, currency=currency, discount=discount, way_out=690))
    ceiling = Money(10**9, currency)
    units = [(line.id, at) for line in paid.lines if not line.follows for at in range(1, line.kept + 1)]
    random.shuffle(units)
    before, got, tax = Before(), 0, 0
    for line, at in units:
        one = RefundWish((UnitsBack(f"{line}{at}", line, line, (at,), 1),))
        plan = plan_refund(paid=paid, wish=one, before=before, ceiling=ceiling)
        before, got = _after(before, plan), got + plan.total().amount
        tax += sum(part.tax() for part in plan.parts())
    everything = RefundWish(
        tuple(
            UnitsBack(line.id, line.id, line.id, tuple(range(1, line.kept + 1)), line.kept)
            for line in paid.lines
            if not line.follows
        )
    )
    at_once = plan_refund(paid=paid, wish=everything, before=Before(), ceiling=ceiling)
    assert got == at_once.total().amount == paid.total().amount
    assert tax == sum(part.tax() for part in at_once.parts())


@given(kits())
@settings(max_examples=30)
def test_what_a_kit_was_sold_for_reads_as_it_was_written(lines: tuple[Line, ...]) -> None:
    basis = _basis(lines)
    assert basis_read(written=basis_written(basis=basis)) == basis


def _document(**more: object) -> dict[str, object]:
    lines = [
        {"id": "k", "title": "Kit", "quantity": 2, "unit_price": 6000, "cancelled_quantity": 1},
        {"id": "k1", "quantity": 2, "unit_price": 0, "bundle": "k", "bundle_weight": 2},
        {"id": "k2", "quantity": 4, "unit_price": 0, "bundle": "k", "bundle_weight": 1},
        {"id": "w", "quantity": 1, "unit_price": 500, "wraps": ["k"]},
    ]
    return {"id": "1", "placed_at": "2026-11-02T09:30:00Z", "currency": "EUR", "lines": lines, **more}


def test_what_is_said_of_the_kit_is_said_of_its_parts() -> None:
    order = orders.order(
        document=_document(
            shipments=[{"id": "s", "lines": [{"line": "k", "quantity": 1}], "delivered_at": "2026-11-05T09:00:00Z"}],
            refunds=[{"id": "r", "amount": 1000, "lines": [{"line": "k", "quantity": 1}]}],
            payments=[{"id": "p", "kind": "card", "amount": 12500}],
        )
    )
    assert {line.id: line.cancelled_quantity for line in order.lines} == {"k": 1, "k1": 1, "k2": 2, "w": 0}
    assert Units("k2", 2) in order.shipments[0].lines and Units("k1", 1) in order.refunds[0].lines
    arrived = delivery.delivered_at(line_id="k2", expected=2, shipments=order.shipments)
    assert arrived == datetime(2026, 11, 5, 9, tzinfo=UTC)
    assert totals.cost(order=order) == 12_500 and totals.payments_add_up(order=order)
    assert [line.id for line in bundles.goods(lines=order.lines)] == ["k1", "k2"]
    assert bundles.opened(chosen={"k": 1, "k1": 1}, lines=order.lines) == {"k1": 2, "k2": 2}


def test_a_part_named_beside_its_kit_is_believed() -> None:
    order = orders.order(document=_document())
    parcel = Shipment(id="s", lines=(Units("k", 1), Units("k1", 2)))
    found = bundles.spread(order=replace(order, shipments=(parcel,), refunds=(Refund(id="r", amount=1),)))
    assert found.shipments[0].lines == (Units("k", 1), Units("k1", 2), Units("k2", 2))


@pytest.mark.parametrize("owed", [True, False])
def test_gift_wrap_goes_back_only_where_the_way_out_does(owed: bool) -> None:
    lines = (Line(id="a", quantity=1, unit_price=1000), Line(id="w", quantity=1, unit_price=300, wraps=("a",)))
    plan = _back(paid_per_unit(order=_basis(lines)), Before(), "a", Wrapping.GOODS, owed=owed)
    assert plan.total().amount == (1300 if owed else 1000)
    again = _back(paid_per_unit(order=_basis(lines)), _after(Before(), plan), "a", Wrapping.GOODS)
    assert again.total().amount == 0
    assert all(line.kind in (LineKind.ITEMS, LineKind.UNITS_CAP) for line in again.lines)


def test_prices_partly_with_tax_and_partly_without_are_refused() -> None:
    told = _document()
    told["lines"][1] |= {"unit_price": 100, "tax_included": False}  # type: ignore[index]
    with pytest.raises(Invalid, match="order_invalid"):
        orders.order(document=told)


def test_a_wrap_of_nothing_is_refused() -> None:
    told = _document()
    told["lines"][3]["wraps"] = ["nothing"]  # type: ignore[index]
    with pytest.raises(Invalid, match="order_invalid"):
        orders.order(document=told)


def test_an_order_without_bundles_is_left_as_it_is() -> None:
    lines = (Line(id="a", quantity=1, unit_price=1000),)
    assert bundles.priced(lines=lines) == lines == bundles.goods(lines=lines)
    order = Order(id="1", number="1", placed_at=datetime(2026, 1, 1, tzinfo=UTC), currency="EUR", lines=lines)
    assert bundles.spread(order=order) is order
