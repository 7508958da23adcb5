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
