import json
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.money import tables
from tests.rules.money.test_basis import orders
from volte.kit.money import Money, total
from volte.kit.rates import Rate
from volte.kit.words import PaymentKind
from volte.money.rules import document, refund, standing, taxes
from volte.money.rules.basis import OrderBasis, PaidOrder, SoldLine, SoldShipping, paid_per_unit
from volte.money.rules.plan import LineKind, RefundPlan
from volte.money.rules.refund import Before, PartialOutbound
from volte.money.rules.standing import Earlier, OrderMoney
from volte.money.rules.taxes import Part
from volte.money.rules.tenders import OutsideRefund, Payment
from volte.money.rules.wish import Goodwill, RefundWish, UnitsBack

_PLENTY = 10_000_000
PLENTY = Money(_PLENTY, "EUR")
SHIRTS_AND_LAMP = OrderBasis("EUR", (SoldLine("S", 2, 2500), SoldLine("L", 1, 5000)), shipping=SoldShipping(690, 490))


def eur(amount: int) -> Money:
    return Money(amount, "EUR")


def back(line: str, *positions: int, **more: object) -> UnitsBack:
    given = {"reference": "itm", "line": line, "title": "Shirt", "positions": positions, "accepted": len(positions)}
    return UnitsBack(**{**given, **more})  # type: ignore[arg-type]  # a short form for tests


def amounts(plan: RefundPlan) -> dict[LineKind, int]:
    found: dict[LineKind, int] = {}
    for line in plan.lines:
        found[line.kind] = found.get(line.kind, 0) + line.amount.amount
    return found


def _units(cell: str) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for name in [] if cell == "–" else cell.split():
        found[name[0]] = found.get(name[0], frozenset()) | {int(name[1:])}
    return found


@pytest.mark.parametrize("row", tables.rows("refund-plan.md", first_column="back before"), ids=str)
def test_plans_as_documented(row: dict[str, str]) -> None:
    asked = _units(row["comes back"])
    rate = Rate.parse(row["restocking"])
    accepted = int(row["accepted"])
    wish = RefundWish(
        units=tuple(back(line, *units, accepted=accepted, restocking_fee=rate) for line, units in asked.items()),
        return_shipping_fee=eur(int(row["return fee"])),
    )
    plan = refund.plan_refund(
        paid=paid_per_unit(order=SHIRTS_AND_LAMP),
        wish=wish,
        before=Before(_units(row["back before"]), int(row["outbound before"])),
        ceiling=eur(int(row["left"])),
    )
    columns = {
        "items": LineKind.ITEMS,
        "units cap": LineKind.UNITS_CAP,
        "restocking fee": LineKind.RESTOCKING_FEE,
        "outbound": LineKind.OUTBOUND_SHIPPING,
        "fees": LineKind.RETURN_SHIPPING_FEE,
        "fees cap": LineKind.FEES_CAP,
        "ceiling": LineKind.CEILING,
    }
    shown = {name: amounts(plan).get(kind, 0) for name, kind in columns.items()}
    assert shown == {name: int(row[name]) for name in columns}
    assert plan.total() == eur(int(row["total"]))


@pytest.mark.parametrize("row", tables.rows("refund-plan.md", first_column="comes back, with tax"), ids=str)
def test_the_tax_of_plans_as_documented(row: dict[str, str]) -> None:
    full, reduced = (Rate.parse("20 %"),), (Rate.parse("5.5 %"),)
    sold = (replace(SHIRTS_AND_LAMP.lines[0], taxes=full), replace(SHIRTS_AND_LAMP.lines[1], taxes=reduced))
    order = OrderBasis("EUR", sold, shipping=SoldShipping(690, 490, full))
    asked = _units(row["comes back, with tax"])
    wish = RefundWish(
        units=tuple(back(line, *units) for line, units in asked.items()),
        return_shipping_fee=eur(int(row["return fee"])),
        goodwill=Goodwill(eur(int(row["goodwill"])), "sorry"),
    )
    left = eur(int(row["left"]))
    plan = refund.plan_refund(paid=paid_per_unit(order=order), wish=wish, before=Before(), ceiling=left)
    by_rate = {part.rates[0].written().removesuffix(" %"): part for part in plan.parts() if part.gross}
    assert {rate: part.gross for rate, part in by_rate.items()} == dict(tables.pairs(row["at each rate"]))
    assert {rate: part.tax() for rate, part in by_rate.items()} == dict(tables.pairs(row["tax at each rate"]))


def test_every_kind_of_line_is_documented() -> None:
    documented = {row["line"] for row in tables.rows("refund-plan.md", first_column="line")}
    assert documented == {kind.value for kind in LineKind}


def _return_in(paid: PaidOrder, portions: list[list[tuple[str, int]]], rate: Rate) -> list[RefundPlan]:
    """Send the units back in these portions, each planned on what went before."""
    plans: list[RefundPlan] = []
    for portion in portions:
        by_line: dict[str, list[int]] = {}
        for line, position in portion:
            by_line.setdefault(line, []).append(position)
        wish = RefundWish(units=tuple(back(line, *units, restocking_fee=rate) for line, units in by_line.items()))
        earlier = [Earlier(plan.units, plan.outbound().amount) for plan in plans]
        known = standing.before(paid=paid, earlier=earlier, outside=[])
        plans.append(refund.plan_refund(paid=paid, wish=wish, before=known, ceiling=Money(_PLENTY, paid.currency)))
    return plans


@given(orders(), st.data(), st.sampled_from(["0 %", "10 %", "33.3 %"]))
@settings(max_examples=40)
def test_any_order_of_partial_returns_gives_the_same_total(order: OrderBasis, data: st.DataObject, fee: str) -> None:
    paid = paid_per_unit(order=order)
    units = [(line.id, position) for line in paid.lines for position in range(1, line.kept + 1)]
    shuffled = data.draw(st.permutations(units))
    size = data.draw(st.integers(1, max(len(units), 1)))
    portions = [list(shuffled[start : start + size]) for start in range(0, len(shuffled), size)]
    rate = Rate.parse(fee)
    if not units:
        return
    at_once, bit_by_bit = _return_in(paid, [units], rate), _return_in(paid, portions, rate)
    assert _sum(bit_by_bit) == _sum(at_once)
    assert _by_treatment(bit_by_bit) == _by_treatment(at_once)
    if rate == Rate.parse("0 %"):
        assert _sum(at_once) == paid.total_kept() - paid.shipping.gross + paid.outbound.gross


def _sum(plans: list[RefundPlan]) -> Money:
    return total((plan.total() for plan in plans), currency=plans[0].currency)


def _by_treatment(plans: list[RefundPlan]) -> set[Part]:
    return set(taxes.summed(part for plan in plans for line in plan.lines for part in line.parts))


@given(orders(), st.data(), st.integers(0, 30_000), st.integers(0, 5_000), st.integers(0, 9_000))
@settings(max_examples=40)
def test_a_plan_is_never_negative_never_above_its_ceiling_and_never_pays_a_unit_twice(
    order: OrderBasis, data: st.DataObject, ceiling: int, fee: int, extra: int
) -> None:
    paid = paid_per_unit(order=order)
    settled = {line.id: frozenset(data.draw(st.sets(st.integers(1, line.quantity)))) for line in paid.lines}
    asked = tuple(
        back(
            line.id,
            *data.draw(st.sets(st.integers(1, line.quantity))),
            accepted=data.draw(st.integers(0, 12)),
            restocking_fee=Rate.parse("15 %"),
        )
        for line in (*paid.lines, *paid.lines)
    )
    most = Money(ceiling, paid.currency)
    gesture = Goodwill(Money(extra, paid.currency), "sorry")
    wish = RefundWish(asked, Money(fee, paid.currency), gesture)
    plan = refund.plan_refund(paid=paid, wish=wish, before=Before(settled), ceiling=most, partial=PartialOutbound.FULL)
    assert Money(0, paid.currency) <= plan.total() <= most
    assert all(sum(part.gross for part in line.parts) == line.amount.amount for line in plan.lines)
    for part in plan.parts():
        assert 0 <= part.tax() <= part.gross
    for line, positions in plan.units.items():
        assert not positions & settled[line]
        assert max(positions) <= paid.line(id=line).kept
        assert len(positions) <= sum(units.accepted for units in asked if units.line == line)


def test_a_cap_says_why() -> None:
    paid = paid_per_unit(order=SHIRTS_AND_LAMP)
    wish = RefundWish(units=(back("S", 1, 2, accepted=0),))
    known = Before({"S": frozenset({1})})
    plan = refund.plan_refund(paid=paid, wish=wish, before=known, ceiling=PLENTY)
    (cap,) = [line for line in plan.lines if line.kind is LineKind.UNITS_CAP]
    assert cap.reason.code == "money-line-units-cap"
    assert dict(cap.reason.params) == {"title": "Shirt", "count": 2, "settled": 1, "not_accepted": 1}


def test_the_same_unit_asked_twice_in_one_plan_is_paid_once() -> None:
    paid = paid_per_unit(order=SHIRTS_AND_LAMP)
    plan = refund.plan_refund(
        paid=paid, wish=RefundWish(units=(back("L", 1), back("L", 1))), before=Before(), ceiling=PLENTY
    )
    assert amounts(plan)[LineKind.UNITS_CAP] == -5000
    assert plan.units == {"L": frozenset({1})}


@pytest.mark.parametrize(
    ("partial", "first", "second"),
    [(PartialOutbound.PRO_RATA, 245, 245), (PartialOutbound.FULL, 490, 0), (PartialOutbound.NOTHING, 0, 490)],
)
def test_the_way_out_is_owed_once(partial: PartialOutbound, first: int, second: int) -> None:
    paid = paid_per_unit(order=SHIRTS_AND_LAMP)
    one = refund.plan_refund(
        paid=paid, wish=RefundWish((back("L", 1),)), before=Before(), ceiling=PLENTY, partial=partial
    )
    known = standing.before(paid=paid, earlier=[Earlier(one.units, one.outbound().amount)], outside=[])
    two = refund.plan_refund(
        paid=paid, wish=RefundWish((back("S", 1, 2),)), before=known, ceiling=PLENTY, partial=partial
    )
    assert (one.outbound().amount, two.outbound().amount) == (first, second)


def test_no_way_out_is_owed_on_a_return_the_law_does_not_ask_for() -> None:
    paid = paid_per_unit(order=SHIRTS_AND_LAMP)
    wish = RefundWish((back("L", 1, outbound_owed=False), back("S", 1, 2, outbound_owed=False)))
    plan = refund.plan_refund(paid=paid, wish=wish, before=Before(), ceiling=PLENTY)
    assert plan.outbound() == eur(0)


def test_cancelled_units_do_not_count_as_left_with_the_customer() -> None:
    order = replace(SHIRTS_AND_LAMP, lines=(SoldLine("S", 2, 2500, cancelled_quantity=1), SoldLine("L", 1, 5000, 1)))
    plan = refund.plan_refund(
        paid=paid_per_unit(order=order), wish=RefundWish((back("S", 1),)), before=Before(), ceiling=PLENTY
    )
    assert plan.outbound() == eur(490)


def test_units_refunded_elsewhere_are_the_last_ones_and_not_paid_again() -> None:
    paid = paid_per_unit(order=SHIRTS_AND_LAMP)
    outside = [OutsideRefund(eur(2500), units=(("S", 1),)), OutsideRefund(eur(1), units=(("gone", 4),))]
    known = standing.before(paid=paid, earlier=[], outside=outside)
    assert known.units == {"S": frozenset({2})}
    plan = refund.plan_refund(paid=paid, wish=RefundWish((back("S", 1, 2),)), before=known, ceiling=PLENTY)
    assert plan.units == {"S": frozenset({1})}


def test_payments_that_do_not_add_up_are_flagged() -> None:
    paid = paid_per_unit(order=replace(SHIRTS_AND_LAMP, lines=(SoldLine("S", 2, 2500, 1), SoldLine("L", 1, 5000))))

    def flags(*captured: int) -> list[str]:
        payments = [Payment(f"p{place}", PaymentKind.CARD, eur(amount)) for place, amount in enumerate(captured)]
        return [flag.code for flag in standing.doubts(paid=paid, payments=payments)]

    assert flags(8190) == flags(10690) == flags(5000, 5690) == []
    assert flags(8189) == ["money-flag-payments-below"]
    assert flags(10691) == ["money-flag-payments-above"]
    assert flags() == ["money-flag-payments-unknown"]


def test_a_standing_joins_what_was_paid_promised_and_refunded_elsewhere() -> None:
    card = Payment("p1", PaymentKind.CARD, eur(10690), "simulator", "ch_1")
    order = OrderMoney(UUID(int=1), SHIRTS_AND_LAMP, (card,), (OutsideRefund(eur(2500), "p1", (("S", 1),)),))
    now = standing.standing(order=order, earlier=[Earlier({"L": [1]}, 245)], committed={"p1": eur(5245)})
    assert now.ceiling() == eur(10690 - 2500 - 5245)
    assert now.before == Before({"L": frozenset({1}), "S": frozenset({2})}, 245)
    plan = now.plan(wish=RefundWish((back("S", 1, 2),)))
    assert plan.total() == eur(2500 + 245)


def test_a_plan_reads_back_as_it_was_written() -> None:
    wish = RefundWish(
        (back("S", 1, 2, accepted=1, restocking_fee=Rate.parse("10 %")), back("L", 1)),
        eur(390),
        goodwill=Goodwill(eur(500), "désolée"),
    )
    plan = refund.plan_refund(paid=paid_per_unit(order=SHIRTS_AND_LAMP), wish=wish, before=Before(), ceiling=eur(5000))
    kept = json.loads(json.dumps(document.lines_written(lines=plan.lines)))
    assert document.lines_read(written=kept) == plan.lines


def test_a_promise_of_before_taxes_were_kept_by_rate_reads_on() -> None:
    plan = refund.plan_refund(
        paid=paid_per_unit(order=OrderBasis("EUR", (SoldLine("S", 2, 2500, taxes=(Rate.parse("20 %"),)),))),
        wish=RefundWish((back("S", 1),)),
        before=Before(),
        ceiling=PLENTY,
    )
    kept = document.lines_written(lines=plan.lines)
    for line in kept:
        del line["parts"]
    (read,) = document.lines_read(written=kept)
    assert (read.amount, read.tax, read.parts) == (eur(2500), eur(417), (Part((), 2500, (417,)),))
