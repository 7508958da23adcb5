"""Days are closed for good, numbered without a gap, and read by a French accountant."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError

from tests.operations.money.conftest import back, eur, subject, wish
from tests.operations.money.test_promise import all_is_well
from tests.rules.money import tables
from volte.kit.errors import Conflict, Invalid, NotAllowed
from volte.kit.money import Money
from volte.money import operations as money
from volte.money.models import Closing, EntryNumber
from volte.money.rules import fec
from volte.money.rules.ledger import Account
from volte.money.rules.standing import OrderMoney
from volte.returns import books
from volte.runtime import clock, shops, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import OF_ROLE, Role

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
ENTITY = {
    "name": "Maison Volte", "line1": "1 rue de la Paix", "postcode": "75002", "city": "Paris", "siren": "732829320",
    "vat_id": "FR44732829320", "notes_from": "2026-01-01",
}  # fmt: skip


def day(after: int) -> date:
    return (MONDAY + timedelta(days=after)).date()


@pytest.fixture
def three_days(owner: Actor, order: OrderMoney) -> None:
    for place, unit in enumerate([back("S", 1), back("S", 2), back("L", 1)]):
        with clock.at(MONDAY + timedelta(days=place)):
            money.promise(by=owner, order=order, wish=wish(unit), subject=subject(), key=f"r{place}")
            money.issue_credit(by=owner, amount=eur(100), subject=subject())
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def close(owner: Actor, after: int) -> tuple[int, int]:
    with clock.at(MONDAY + timedelta(days=10)):
        made = money.close_books(by=owner, day=day(after))
    return made.first, made.last


@pytest.mark.usefixtures("three_days")
def test_numbers_follow_the_clock_without_a_gap_and_never_change(owner: Actor) -> None:
    assert close(owner, 1) == (1, 4)
    with tenancy.entered(owner.shop_id):
        first = dict(EntryNumber.objects.values_list("entry_id", "number"))
    assert close(owner, 4) == (5, 6)
    assert close(owner, 5) == (7, 6)
    with tenancy.entered(owner.shop_id):
        rows = list(EntryNumber.objects.order_by("number").values_list("entry_id", "number", "entry__at"))
        assert [number for _, number, _ in rows] == [1, 2, 3, 4, 5, 6]
        assert [at for _, _, at in rows] == sorted(at for _, _, at in rows)
        assert first.items() <= {entry: number for entry, number, _ in rows}.items()
    assert all_is_well(owner)


@pytest.mark.usefixtures("three_days")
def test_a_closed_day_takes_no_entry_and_cannot_be_touched(owner: Actor) -> None:
    close(owner, 1)
    with pytest.raises(IntegrityError, match="is closed"), transaction.atomic(), clock.at(MONDAY + timedelta(days=1)):
        money.issue_credit(by=owner, amount=eur(100), subject=subject())
    with clock.at(MONDAY + timedelta(days=2)):
        money.issue_credit(by=owner, amount=eur(100), subject=subject())
    with tenancy.entered(owner.shop_id):
        for rows, change in ((EntryNumber.objects.all(), {"number": 99}), (Closing.objects.all(), {"last": 99})):
            with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
                rows.update(**change)


@pytest.mark.usefixtures("three_days")
def test_a_day_is_closed_once_over_and_by_whoever_keeps_the_books(owner: Actor) -> None:
    close(owner, 1)
    for earlier in (0, 1):
        with pytest.raises(Conflict, match="day_closed"):
            close(owner, earlier)
    # Midnight in Paris is 23:00 UTC in winter; the books rest for an hour.
    with clock.at(datetime(2026, 11, 25, 23, 59, tzinfo=UTC)), pytest.raises(Conflict, match="day_not_over"):
        money.close_books(by=owner, day=day(2))
    with clock.at(datetime(2026, 11, 26, 0, 0, tzinfo=UTC)):
        money.close_books(by=owner, day=day(2))
    with pytest.raises(NotAllowed):
        money.close_books(by=replace(owner, permissions=OF_ROLE[Role.AGENT]), day=day(3))


@pytest.mark.usefixtures("three_days")
def test_the_fec_is_as_the_text_asks(owner: Actor) -> None:
    with tenancy.entered(owner.shop_id), pytest.raises(Invalid, match="fec_needs_company"):
        books.as_fec(since=day(0), until=day(1))
    shops.change_settings(by=owner, changes={"entity": ENTITY, "money": {"accounts": {"goodwill": "709999"}}})
    with tenancy.entered(owner.shop_id), pytest.raises(Conflict, match="fec_day_open"):
        books.as_fec(since=day(0), until=day(1))
    close(owner, 1)
    with tenancy.entered(owner.shop_id):
        name, content = books.as_fec(since=day(0), until=day(1))
    assert name == "732829320FEC20261124.txt"
    head, *lines = [line.split("\t") for line in content.removesuffix("\r\n").split("\r\n")]
    assert head == [row["column"] for row in tables.rows("ledger.md", first_column="column")]
    assert {len(line) for line in lines} == {18}
    assert sorted({int(line[2]) for line in lines}) == [1, 2, 3, 4]
    assert [int(line[2]) for line in lines] == sorted(int(line[2]) for line in lines)
    sides = [[round(float(line[at].replace(",", ".")) * 100) for line in lines] for at in (11, 12)]
    assert sum(sides[0]) == sum(sides[1]) == 2623 + 100 + 2622 + 100
    assert {"709999", "419700", "419800", "707000", "708500"} == {line[4] for line in lines}
    assert {(line[3], line[15]) for line in lines} == {("20261123", "20261203"), ("20261124", "20261203")}


@pytest.mark.usefixtures("three_days")
def test_another_currency_is_said_and_not_left_out(owner: Actor) -> None:
    shops.change_settings(by=owner, changes={"entity": ENTITY})
    with clock.at(MONDAY):
        money.issue_credit(by=owner, amount=Money(500, "USD"), subject=subject())
    close(owner, 1)
    with tenancy.entered(owner.shop_id):
        with pytest.raises(Conflict, match="fec_other_currency") as refused:
            books.as_fec(since=day(0), until=day(1))
        assert refused.value.params["currency"] == "USD"
        assert ",500,USD," in books.as_csv(since=day(0), until=day(0))


@pytest.mark.usefixtures("three_days")
def test_csv_has_every_posting_of_its_days(owner: Actor) -> None:
    with tenancy.entered(owner.shop_id):
        head, *lines = books.as_csv(since=day(0), until=day(0)).splitlines()
        assert len(books.as_csv(since=day(0), until=day(2)).splitlines()) > len(lines) + 1
        with pytest.raises(Invalid, match="days_out_of_order"):
            books.as_csv(since=day(1), until=day(0))
    assert head == "number,entry,at,kind,account,rates,amount,currency,reverses,about"
    assert sum(int(line.split(",")[6]) for line in lines) == 0
    assert {line.split(",")[3] for line in lines} == {"promised", "credit_given"}


def test_every_account_has_a_number_of_the_general_chart() -> None:
    assert set(fec.NUMBERS) == set(Account)
    rows = tables.rows("ledger.md", first_column="account")
    assert {row["account"]: row["number"] for row in rows} == {
        name.value: number for name, number in fec.NUMBERS.items()
    }
