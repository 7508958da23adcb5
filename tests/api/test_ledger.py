"""The books over HTTP: closed, and taken out."""

from datetime import UTC, date, datetime
from uuid import uuid4

from django.db import connection

from tests.api.conftest import Caller
from volte.kit.money import Money
from volte.money import operations as money
from volte.money.rules.standing import Subject
from volte.runtime import clock
from volte.runtime.actor import Actor

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = date(2026, 11, 23)


def test_days_are_closed_and_read(api: Caller, owner: Actor) -> None:
    with clock.at(MONDAY):
        money.issue_credit(by=owner, amount=Money(100, "EUR"), subject=Subject("return", uuid4()))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    with clock.at(datetime(2026, 12, 3, 9, tzinfo=UTC)):
        closed = api.post("/ledger/closings", {"day": str(DAY)})
        again = api.post("/ledger/closings", {"day": str(DAY)})
        read = api.get(f"/ledger/postings.csv?since={DAY}&until={DAY}")
        fec = api.get(f"/ledger/fec?since={DAY}&until={DAY}")
    assert (closed.status, closed.json) == (201, {"day": str(DAY), "first": 1, "last": 1})
    assert (again.status, again.json["code"]) == (409, "day_closed")
    assert read.headers["Content-Type"].startswith("text/csv")
    assert read.raw.decode().splitlines()[1].startswith("1,ent_")
    assert (fec.status, fec.json["code"]) == (422, "fec_needs_company")


def test_an_entry_is_taken_back_once_with_a_reason(api: Caller, owner: Actor) -> None:
    with clock.at(MONDAY):
        money.issue_credit(by=owner, amount=Money(100, "EUR"), subject=Subject("return", uuid4()))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    with clock.at(MONDAY):
        entry = api.get(f"/ledger/postings.csv?since={DAY}&until={DAY}").raw.decode().splitlines()[1].split(",")[1]
        without = api.post(f"/ledger/entries/{entry}/reversal", {"reason": " "})
        made = api.post(f"/ledger/entries/{entry}/reversal", {"reason": "given by mistake"})
        again = api.post(f"/ledger/entries/{entry}/reversal", {"reason": "given by mistake"})
        read = api.get(f"/ledger/postings.csv?since={DAY}&until={DAY}").raw.decode().splitlines()
    assert (without.status, without.json["code"]) == (422, "reversal_needs_reason")
    assert (made.status, made.json["reverses"]) == (201, entry)
    assert (again.status, again.json["code"]) == (409, "entry_reversed")
    assert sum(f",{made.json['id']}," in line or line.split(",")[1] == made.json["id"] for line in read) == 2
    assert sum(int(line.split(",")[6]) for line in read[1:]) == 0
