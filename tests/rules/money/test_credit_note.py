"""What stands on a note: the rows of a plan, and nothing lost or added."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.money import tables
from volte.kit.rates import Rate
from volte.money.rules import credit_note, e_reporting, note_document
from volte.money.rules.credit_note import Bought, Draft, Note, Party, PlanRow, Row, Sold

DOCUMENT = "credit-notes.md"
TWENTY, FIVE = (Rate.parse("20 %"),), (Rate.parse("5.5 %"),)
SOLD = {"l1": Sold("Robe Inès", "ROBE-M"), "l2": Sold("Miel")}
SELLER = Party("Maison", "FR", registration="802954784")
BOUGHT = Bought("#1001", date(2026, 11, 2), date(2026, 11, 5), "FR")


def draft(*rows: Row, buyer: Party | None = None) -> Draft:
    return Draft("EUR", SELLER, buyer, BOUGHT, rows, "refund", "fr")


def cents(cell: str) -> int:
    return int(Decimal(cell) * 100)


def test_rows_as_documented() -> None:
    """Units held back are taken off their row, which is left out when nothing stays of it; fees stand below zero."""
    plan, wanted = [], []
    for row in tables.rows(DOCUMENT, first_column="kind of the plan's row"):
        rates = FIVE if row["line"] == "l2" else TWENTY
        plan.append(
            PlanRow(row["kind of the plan's row"], cents(row["amount"]), rates, (cents(row["of it tax"]),), row["line"],
                    row["line"], int(row["units"]))
        )  # fmt: skip
        if found := re.fullmatch(r"(.+) × (\d): (\S+) \+ (\S+)", row["becomes"]):
            wanted.append((found[1], int(found[2]), cents(found[3]), cents(found[4])))
    made = credit_note.rows(plan=plan, sold=SOLD)
    assert [(row.title or row.kind, row.quantity, row.net, row.tax) for row in made] == wanted


@pytest.mark.parametrize("row", tables.rows(DOCUMENT, first_column="rate"), ids=lambda row: row["category"])
def test_categories_as_documented(row: dict[str, str]) -> None:
    country, _, said = row["buyer"].partition(", ")
    number = "DE123456789" if said.startswith("with a") else ""
    buyer = None if country == "none" else Party("Optik", country, vat_id=number)
    there = replace(BOUGHT, delivered_to=row["delivered to"])
    exemption = "art. 293 B" if "charges none" in row["seller"] else ""
    sold = Row("items", (Rate.parse(row["rate"]),), 500, 0)
    made = replace(draft(sold, buyer=buyer), bought=there, exemption=exemption)
    assert made.category(row=sold).value == row["category"]


def test_goods_that_cost_nothing_stand_on_it_all_the_same() -> None:
    (row,) = credit_note.rows(plan=[PlanRow("items", 0, TWENTY, (0,), "itm", "l1", 2)], sold=SOLD)
    assert (row.title, row.quantity, row.gross) == ("Robe Inès", 2, 0)


def test_units_under_two_treatments_are_counted_once() -> None:
    plan = [PlanRow("items", 4999, rates, (0,), "itm", "l1", 2) for rates in (TWENTY, FIVE)]
    assert [row.quantity for row in credit_note.rows(plan=plan, sold=SOLD)] == [1, 1]


RATES = st.sampled_from([(), TWENTY, FIVE, (*TWENTY, *FIVE)])
KINDS = st.sampled_from(["items", "units_cap", "outbound_shipping", "restocking_fee", "fees_cap", "ceiling", "new_one"])
AMOUNTS = st.integers(-(10**12), 10**12)


@st.composite
def plan_rows(draw: st.DrawFn) -> PlanRow:
    gross, tax = draw(AMOUNTS), draw(AMOUNTS)
    line = draw(st.sampled_from(["l1", "l2", "gone", ""]))
    return PlanRow(draw(KINDS), gross, draw(RATES), (tax,), draw(st.sampled_from("ab")), line, draw(st.integers(0, 5)))


@given(st.lists(plan_rows(), max_size=12))
def test_a_note_is_its_plan_to_the_cent(plan: list[PlanRow]) -> None:
    """Whatever stands on it: rows, rates and totals add up to what is promised."""
    made = draft(*credit_note.rows(plan=plan, sold=SOLD))
    assert made.gross().amount == sum(one.gross for one in plan)
    assert made.tax().amount == sum(sum(one.taxes) for one in plan)
    assert sum(one.net for one in made.by_rate()) == made.net().amount
    assert sum(one.tax for one in made.by_rate()) == made.tax().amount
    assert all(row.quantity >= 1 for row in made.rows)
    assert note_document.read(written=note_document.written(draft=made)) == made


def test_days_are_reported_by_rate_without_what_travels_as_an_invoice() -> None:
    def note(day: int, *rows: Row, buyer: Party | None = None) -> Note:
        return Note("AV", date(2026, 11, day), draft(*rows, buyer=buyer))

    dress, honey = Row("items", TWENTY, 4166, 833), Row("items", FIVE, 948, 52)
    fee, free = Row("restocking_fee", TWENTY, -417, -83), Row("items", (), 500, 0)
    found = e_reporting.days(
        notes=[
            note(21, dress, fee),
            note(21, dress, honey),
            note(21, dress, buyer=Party("Optique", "FR")),
            note(22, free, buyer=Party("Optik", "DE")),
        ]
    )
    assert [(one.on.day, one.category, one.rate.written(), one.net, one.tax, one.notes) for one in found] == [
        (int(row["day"]), row["category"], row["rate"], cents(row["net"]), cents(row["tax"]), int(row["notes"]))
        for row in tables.rows(DOCUMENT, first_column="day")
    ]


@pytest.mark.parametrize(("place", "written"), [(1, "AV-2026-000001"), (1234567, "AV-2026-1234567")])
def test_numbers(place: int, written: str) -> None:
    assert credit_note.number(prefix="AV", year=2026, place=place) == written
