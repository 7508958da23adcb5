"""What never arrived and what has not left, as docs/algorithms/never-arrived-and-cancelled.md works them out."""

from dataclasses import replace
from datetime import date

import pytest

from tests import cast
from tests.rules.money import tables
from volte.catalogue.documents import orders
from volte.catalogue.rules import merge
from volte.kit.money import Money
from volte.money.rules.basis import OrderBasis, SoldLine, SoldShipping, paid_per_unit
from volte.money.rules.refund import Before, plan_refund
from volte.money.rules.wish import RefundWish
from volte.returns.rules import situations
from volte.returns.rules.lifecycle import Kind, Verdict
from volte.returns.rules.situations import Sent
from volte.returns.rules.units import Back, units_back

DOC = "never-arrived-and-cancelled.md"


@pytest.mark.parametrize("row", tables.rows(DOC, first_column="kind"), ids=str)
def test_units_as_documented(row: dict[str, str]) -> None:
    sold, shipped, left, waiting = (int(row[name]) for name in ("sold", "shipped", "left", "waiting"))
    sent = Sent(sold=sold, shipped=shipped, left=left, waiting=waiting, told=row["told"] == "yes")
    assert situations.units(kind=Kind(row["kind"]), sent=sent) == int(row["units"])


@pytest.mark.parametrize("row", tables.rows(DOC, first_column="here"), ids=str)
def test_later_copies_as_documented(row: dict[str, str]) -> None:
    told = orders.order(document=cast.order())
    here = int(row["here"])
    known = replace(told, lines=(replace(told.lines[0], quantity=3, cancelled_quantity=1 + here),))
    copy = replace(told.lines[0], quantity=int(row["copy: units"]), cancelled_quantity=int(row["copy: cancelled"]))
    merged = merge.merge(known=known, claimed={}, newer=replace(told, lines=(copy,)), cancelled_here={"l1": here})
    line = merged.order.lines[0]
    assert line.quantity - line.cancelled_quantity == int(row["units kept"])
    assert merged.cancelled_here.get("l1", 0) == int(row["still to be told"])


@pytest.mark.parametrize("row", tables.rows(DOC, first_column="first"), ids=str)
def test_money_as_documented(row: dict[str, str]) -> None:
    sold = (SoldLine("2000", 1, 2000), SoldLine("1000", 1, 1000))
    paid = paid_per_unit(order=OrderBasis("EUR", sold, shipping=SoldShipping(600, 300)))
    before, got = Before(), []
    for said in (row["first"], row["second"]):
        what, line = said.split()
        back = Back(line, line, line, 1, outbound_owed=True, never_left=what == "cancel")
        units = units_back(paid=paid, before=before, wanted=[back])
        wish = RefundWish(units=units, whole_delivery=what != "return")
        plan = plan_refund(paid=paid, wish=wish, before=before, ceiling=Money(10_000, "EUR"))
        got.append(plan.total().amount)
        before = Before({**before.units, **plan.units}, before.outbound + plan.outbound().amount)
    assert got == [int(row["first pays"]), int(row["second pays"])]


def test_units_that_never_left_are_the_last_ones_and_hide_none_that_did() -> None:
    paid = paid_per_unit(order=OrderBasis("EUR", (SoldLine("l", 3, 100),)))
    units = units_back(paid=paid, before=Before(), wanted=[Back("r", "l", "l", 1, never_left=True)])
    assert units[0].positions == (3,)
    fewer = paid_per_unit(order=OrderBasis("EUR", (SoldLine("l", 3, 100, cancelled_quantity=1),)))
    rest = units_back(paid=fewer, before=Before({"l": frozenset({3})}), wanted=[Back("r", "l", "l", 2)])
    assert rest[0].positions == (1, 2)


@pytest.mark.parametrize(
    ("consumer", "cited", "days"), [(True, True, 14), (None, True, 14), (False, True, None), (True, False, None)]
)
def test_a_claim_waits_for_the_carrier_only_where_the_loss_is_the_shops(
    consumer: bool | None, cited: bool, days: int | None
) -> None:
    answer = situations.never_arrived(
        consumer=consumer,
        citations=("art. 20",) if cited else (),
        delivered_on=date(2026, 11, 5),
        inquiry_days=14,
    )
    assert (answer.verdict, answer.inquiry) == (Verdict.NEEDS_REVIEW, days)


def test_what_surely_has_not_left_is_cancelled_at_once() -> None:
    assert situations.cancelled(known=True).verdict is Verdict.ACCEPTED
    assert situations.cancelled(known=False).verdict is Verdict.NEEDS_REVIEW
