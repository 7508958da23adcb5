"""The books over HTTP: closed, and taken out."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.operations.money.test_closing import day, three_days
from volte.runtime import clock

__all__ = ["three_days"]
LATER = datetime(2026, 12, 3, 9, tzinfo=UTC)


@pytest.mark.usefixtures("three_days")
def test_days_are_closed_and_read(api: Client) -> None:
    span = f"since={day(0)}&until={day(1)}"
    with clock.at(LATER):
        closed = api.post("/api/v1/ledger/closings", {"day": str(day(1))}, content_type="application/json")
        again = api.post("/api/v1/ledger/closings", {"day": str(day(1))}, content_type="application/json")
        read = api.get(f"/api/v1/ledger/postings.csv?{span}")
        fec = api.get(f"/api/v1/ledger/fec?{span}")
    assert (closed.status_code, closed.json()) == (201, {"day": str(day(1)), "first": 1, "last": 4})
    assert (again.status_code, again.json()["code"]) == (409, "day_closed")
    assert read["Content-Type"].startswith("text/csv")
    assert read.content.decode().splitlines()[1].startswith("1,ent_")
    assert (fec.status_code, fec.json()["code"]) == (422, "fec_needs_company")
