"""A program asks for the page where the difference of an exchange is paid, or says that it was paid another way."""

from typing import Any
from uuid import UUID

import pytest

from tests.api.conftest import Caller
from tests.connectors.payment_fake import FakePayments
from tests.operations.returns.test_journey import react
from volte.money.ports import PaymentGateway
from volte.runtime import wiring

LARGER = {"line": "l1", "quantity": 1, "reason": "too-small", "resolution": "exchange", "exchange": {"sku": "ROBE-L"}}


@pytest.fixture
def owing(api: Caller, order: UUID) -> Any:
    """A return whose larger dress costs 5.00 more, looked at."""
    wiring.bind(PaymentGateway, "simulator", FakePayments)
    made = api.post("/returns", {"order": "1001", "items": [LARGER]}).json
    assert made["due"] is None
    unit = api.post("/arrivals", {"code": made["number"]}).json["units"][0]["id"]
    api.post(f"/units/{unit}/inspection", {"findings": []})
    react()
    return api.get(f"/returns/{made['id']}").json


def test_what_is_due_is_named_and_has_a_page(api: Caller, owing: Any) -> None:
    assert owing["due"] == {"amount": 500, "currency": "EUR"}
    assert (owing["status"], owing["waits_for"]) == ("inspected", "customer")
    first, second = (api.post(f"/returns/{owing['id']}/payment", {}) for _ in range(2))
    assert first.status == 201
    assert first.json["url"].startswith("https://pay.example/")
    assert first.json == second.json


def test_paid_another_way_needs_its_reason(api: Caller, owing: Any) -> None:
    refused = api.post(f"/returns/{owing['id']}/difference", {"reason": ""})
    assert (refused.status, refused.json["code"]) == (422, "difference_needs_reason")
    done = api.post(f"/returns/{owing['id']}/difference", {"reason": "Ticket 4512"}).json
    assert (done["status"], done["due"]) == ("settled", None)
    again = api.post(f"/returns/{owing['id']}/payment", {})
    assert (again.status, again.json["code"]) == (409, "difference_not_due")


def test_given_away_it_leaves_and_is_told_as_news(api: Caller, owing: Any) -> None:
    refused = api.post(f"/returns/{owing['id']}/difference-given", {"reason": " "})
    assert (refused.status, refused.json["code"]) == (422, "goodwill_needs_reason")
    done = api.post(f"/returns/{owing['id']}/difference-given", {"reason": "La petite taille manquait."}).json
    assert (done["status"], done["due"]) == ("settled", None)
    react()
    (line,) = [one for one in api.get("/orders/1001").json["lines"] if one.get("exchanged")]
    assert (line["exchanged"]["how"], line["units_left"]) == ("exchange", 1)
    told = api.get("/events?limit=200").json["data"]
    assert [one["data"]["amount"] for one in told if one["type"] == "exchange.difference_given"] == [owing["due"]]


def test_given_up_with_a_reason_it_is_paid_back(api: Caller, owing: Any) -> None:
    done = api.post(f"/returns/{owing['id']}/money-instead", {"reason": "Par téléphone"}).json
    assert (done["status"], done["due"], done["items"][0]["outcome"]) == ("settled", None, "refunded")
    steps = api.get(f"/returns/{owing['id']}/timeline").json["data"]
    assert "Par téléphone" in str(steps)
