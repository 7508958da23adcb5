"""What is taken off for use, and what is given to keep a unit, by docs/algorithms/deductions-and-reductions.md."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.money import tables
from tests.rules.money.test_basis import orders
from tests.rules.money.test_refund import amounts, back, eur
from volte.kit.errors import Invalid
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.money.rules import deduction, document, refund, taxes
from volte.money.rules.basis import OrderBasis, PaidOrder, SoldLine, SoldShipping, paid_per_unit
from volte.money.rules.plan import LineKind, RefundPlan
from volte.money.rules.refund import Before
from volte.money.rules.standing import Earlier, before
from volte.money.rules.wish import Deduction, RefundWish, UnitsReduced

PAGE = "deductions-and-reductions.md"
DRESS = paid_per_unit(order=OrderBasis("EUR", (SoldLine("D", 1, 5000),), shipping=SoldShipping(490, 490)))
MUCH = 10**12


@pytest.mark.parametrize("row", tables.rows(PAGE, first_column="deduction asked"), ids=str)
def test_deductions_as_documented(row: dict[str, str]) -> None:
    asked, allowed = int(row["deduction asked"]), row["allowed"] == "yes"
    try:
        wanted = asked and deduction.decided(amount=eur(asked), why="worn", allowed=allowed, worth=eur(5000))
    except Invalid as refused:
        assert refused.code == row["items"]
        return
    unit = back(
        "D",
        1,
        deduction=wanted or None,
        by_right=row["by right"] == "yes",
        restocking_fee=Rate.parse(row["restocking"]),
    )
    plan = refund.plan_refund(paid=DRESS, wish=RefundWish((unit,)), before=Before(), ceiling=eur(MUCH))
    shown = amounts(plan)
    columns = {
        "items": LineKind.ITEMS,
        "deduction": LineKind.DEDUCTION,
        "restocking fee": LineKind.RESTOCKING_FEE,
        "outbound": LineKind.OUTBOUND_SHIPPING,
    }
    assert {name: shown.get(kind, 0) for name, kind in columns.items()} == {name: int(row[name]) for name in columns}
    assert plan.total() == eur(int(row["total"]))


@pytest.mark.parametrize(
    ("amount", "why", "code"),
    [
        (Money(100, "EUR"), "  ", "deduction_needs_reason"),
        (Money(0, "EUR"), "worn", "deduction_needs_amount"),
        (Money(100, "USD"), "worn", "deduction_needs_amount"),
    ],
)
def test_a_deduction_says_how_much_and_why(amount: Money, why: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        deduction.decided(amount=amount, why=why, allowed=True, worth=eur(5000))
    assert refused.value.code == code


@given(orders(), st.data())
@settings(max_examples=40)
def test_a_refund_by_right_is_never_below_the_floor(order: OrderBasis, data: st.DataObject) -> None:
    """Whatever is deducted and whatever restocking fee a policy names; only the way back and the ceiling are beside."""
    paid = paid_per_unit(order=order)
    coming = [line for line in paid.lines if line.kept]
    asked, floor = [], Money(0, paid.currency)
    for line in coming:
        units = data.draw(st.sets(st.integers(1, line.kept), min_size=1))
        worth = line.units(positions=units).gross
        off = Money(data.draw(st.integers(0, worth.amount)), paid.currency)
        taken = Deduction(off, "worn") if off else None
        fee = Rate.parse(data.draw(st.sampled_from(["0 %", "10 %", "100 %"])))
        asked.append(back(line.id, *units, deduction=taken, by_right=True, restocking_fee=fee))
        floor = floor + (worth - off)
    plan = refund.plan_refund(
        paid=paid, wish=RefundWish(tuple(asked)), before=Before(), ceiling=Money(MUCH, paid.currency)
    )
    assert plan.total() >= floor + plan.outbound()
    everything = all(len(plan.units.get(line.id, ())) == line.kept for line in paid.lines)
    if everything and asked:
        assert plan.outbound() == paid.outbound.gross, "a deduction takes nothing of the way out"


def _step(paid: PaidOrder, done: list[RefundPlan], wish: RefundWish) -> RefundPlan:
    earlier = [Earlier(plan.units, plan.outbound().amount, None, plan.reduced) for plan in done]
    known = before(paid=paid, earlier=earlier, outside=[])
    plan = refund.plan_refund(paid=paid, wish=wish, before=known, ceiling=Money(MUCH, paid.currency))
    done.append(plan)
    return plan


def test_reductions_as_documented() -> None:
    sold = SoldLine("S", 3, 3334, discount=2, taxes=(Rate.parse("20 %"),))
    paid = paid_per_unit(order=OrderBasis("EUR", (sold,)))
    line, done = paid.line(id="S"), list[RefundPlan]()
    for row in tables.rows(PAGE, first_column="what happens"):
        units = tuple(int(one) for one in row["to units"].split())
        if row["what happens"] == "comes back":
            wish = RefundWish((back("S", *units),))
        else:
            wish = RefundWish(reduced=(UnitsReduced("itm", "S", "Shirt", units, eur(int(row["given"])), "torn"),))
        plan = _step(paid, done, wish)
        assert (plan.total().amount, sum(part.tax() for part in plan.parts())) == (
            int(row["given"]),
            int(row["tax of it"]),
        )
        gone = {one for each in done for one in each.units.get("S", ())}
        given = [sum(sum(each.reduced.get("S", {}).get(position, ())) for each in done) for position in range(1, 4)]
        left = [
            0 if position in gone else line.gross(positions=(position,)) - given[position - 1]
            for position in range(1, 4)
        ]
        assert " ".join(str(one) for one in left) == row["worth afterwards"]


@given(orders(), st.data())
@settings(max_examples=40)
def test_reductions_and_refunds_sum_to_what_was_paid_in_any_order(order: OrderBasis, data: st.DataObject) -> None:
    paid = paid_per_unit(order=order)
    done: list[RefundPlan] = []
    units = [(line.id, one) for line in paid.lines for one in range(1, line.kept + 1)]
    for line_id, position in data.draw(st.permutations(units)):
        line = paid.line(id=line_id)
        positions = tuple(range(1, line.kept + 1))
        for amount in data.draw(st.lists(st.integers(1, line.gross_kept() + 1), max_size=2)):
            cut = UnitsReduced("itm", line_id, "Shirt", positions, Money(amount, paid.currency), "torn")
            plan = _step(paid, done, RefundWish(reduced=(cut,)))
            assert 0 <= plan.total().amount <= amount
        plan = _step(paid, done, RefundWish((back(line_id, position, outbound_owed=False),)))
        assert plan.total().amount >= 0
    together = {part for part in taxes.summed(part for plan in done for part in plan.parts()) if part.gross}
    whole = [part for line in paid.lines for part in line.parts(positions=tuple(range(1, line.kept + 1))) if line.kept]
    assert together == {part for part in taxes.summed(whole) if part.gross}


def test_a_unit_that_went_back_is_reduced_no_more() -> None:
    cut = UnitsReduced("itm", "D", "Dress", (1,), eur(500), "torn")
    plan = refund.plan_refund(
        paid=DRESS, wish=RefundWish(reduced=(cut,)), before=Before({"D": frozenset({1})}), ceiling=eur(MUCH)
    )
    assert plan.lines == () and plan.reduced == {}


def test_what_was_reduced_reads_back_as_it_was_written() -> None:
    given = {"D": {1: (500, 20), 3: (1,)}}
    assert document.reduced_read(written=document.reduced_written(reduced=given)) == given
