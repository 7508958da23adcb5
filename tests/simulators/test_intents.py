"""Money is taken at once or only held; what is held is captured once, in part or whole, or let go."""

from typing import Any

import httpx
import pytest

from tests.simulators.provider import Provider


def asked(psp: Provider, path: str = "", **sent: Any) -> dict[str, Any]:
    return dict(posted(psp, path, **sent).json())


def posted(psp: Provider, path: str = "", **sent: Any) -> httpx.Response:
    return psp.http.post(f"/v1/payment_intents{path}", data=sent)


def held(psp: Provider, amount: int = 5000) -> str:
    made = asked(
        psp, amount=amount, currency="eur", capture_method="manual", payment_method="pm_card_visa", confirm="true"
    )
    assert (made["status"], made["amount_capturable"], made["latest_charge"]) == ("requires_capture", amount, None)
    return str(made["id"])


def test_what_is_held_is_taken_once_and_can_then_be_refunded_by_its_name(psp: Provider) -> None:
    name = held(psp)
    before = psp.http.post("/v1/refunds", data={"payment_intent": name})
    assert before.status_code == 400
    taken = asked(psp, f"/{name}/capture", amount_to_capture=3000)
    assert (taken["status"], taken["amount_received"]) == ("succeeded", 3000)
    assert posted(psp, f"/{name}/capture").json()["error"]["code"] == "payment_intent_unexpected_state"
    assert posted(psp, f"/{name}/cancel").status_code == 400
    assert psp.http.post("/v1/refunds", data={"payment_intent": name, "amount": 3001}).status_code == 400
    refund = psp.http.post("/v1/refunds", data={"payment_intent": name, "amount": 1000}).json()
    assert (refund["payment_intent"], refund["charge"]) == (name, taken["latest_charge"])
    listed = psp.http.get("/v1/refunds", params={"payment_intent": name}).json()["data"]
    assert [one["id"] for one in listed] == [refund["id"]]


def test_what_is_released_cannot_be_taken(psp: Provider) -> None:
    name = held(psp)
    assert asked(psp, f"/{name}/cancel")["status"] == "canceled"
    assert posted(psp, f"/{name}/capture").status_code == 400


def test_more_than_is_held_is_never_taken(psp: Provider) -> None:
    assert posted(psp, f"/{held(psp)}/capture", amount_to_capture=5001).json()["error"]["code"] == "amount_too_large"


def test_a_declined_card_holds_nothing(psp: Provider) -> None:
    answer = posted(psp, amount=1, currency="eur", payment_method="pm_card_chargeDeclined", confirm="true")
    assert (answer.status_code, answer.json()["error"]["code"]) == (402, "card_declined")


def test_without_manual_capture_the_money_is_taken_when_confirmed(psp: Provider) -> None:
    name = asked(psp, amount=700, currency="eur")["id"]
    assert posted(psp, f"/{name}/confirm").status_code == 400
    done = asked(psp, f"/{name}/confirm", payment_method="pm_card_visa")
    assert done["status"] == "succeeded"
    assert psp.charge(done["latest_charge"])["payment_intent"] == name


@pytest.mark.parametrize(("currency", "amount", "status"), [("kwd", 1230, 200), ("kwd", 1234, 400), ("isk", 150, 400)])
def test_amounts_whose_last_digit_cannot_be_paid_are_refused(
    psp: Provider, currency: str, amount: int, status: int
) -> None:
    assert posted(psp, amount=amount, currency=currency).status_code == status


def test_lists_filter_by_moment_and_refuse_filters_they_do_not_know(psp: Provider) -> None:
    made = psp.http.get(f"/v1/payment_intents/{held(psp)}").json()
    listing = psp.http.get("/v1/payment_intents", params={"created[gte]": made["created"]}).json()
    assert made["id"] in [one["id"] for one in listing["data"]]
    later = psp.http.get("/v1/payment_intents", params={"created[gt]": made["created"] + 60}).json()
    assert later["data"] == []
    refused = psp.http.get("/v1/refunds", params={"colour": "red"})
    assert refused.json()["error"]["code"] == "parameter_unknown"
    assert psp.http.get("/v1/refunds", params={"created[gte]": "yesterday"}).status_code == 400
