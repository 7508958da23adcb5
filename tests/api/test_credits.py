"""Store credit over HTTP: spent once, and not found by trying."""

from datetime import datetime
from uuid import uuid4

from tests import cast
from tests.api.conftest import Caller
from tests.conftest import shop_today
from tests.operations.returns.test_journey import react
from volte.kit import time
from volte.kit.money import Money
from volte.money import operations as money
from volte.money.rules.standing import Subject
from volte.runtime import people
from volte.runtime.actor import Actor
from volte.runtime.permissions import EVERYTHING


def _code(owner: Actor) -> str:
    return money.issue_credit(by=owner, amount=Money(1000, "EUR"), subject=Subject("return", uuid4())).code


def test_a_payment_is_taken_once(api: Caller, owner: Actor) -> None:
    address = f"/credits/{_code(owner)}/spendings"
    wish = {"amount": {"amount": 300, "currency": "EUR"}, "key": "checkout-1"}
    for _ in range(2):
        spent = api.post(address, wish)
        assert (spent.status, spent.json["balance"]["amount"]) == (201, 700)
    more = api.post(address, {**wish, "key": "checkout-2", "amount": {"amount": 701, "currency": "EUR"}})
    assert (more.status, more.json["code"]) == (409, "credit_too_small")


def test_what_was_owed_and_the_gift_are_told_apart(api: Caller, owner: Actor) -> None:
    told = api.get(f"/credits/{_code(owner)}").json
    assert {name: told[name] for name in ("status", "base_left", "bonus_left", "usable")} == {
        "status": "active",
        "base_left": {"amount": 1000, "currency": "EUR"},
        "bonus_left": {"amount": 0, "currency": "EUR"},
        "usable": {"amount": 1000, "currency": "EUR"},
    }


def test_a_payment_is_called_off_and_a_credit_stopped(api: Caller, owner: Actor) -> None:
    address = f"/credits/{_code(owner)}"
    wish = {"amount": {"amount": 300, "currency": "EUR"}, "key": "checkout-1"}
    api.post(f"{address}/spendings", wish)
    for _ in range(2):
        back = api.post(f"{address}/reversal", {"key": "checkout-1"})
        assert (back.status, back.json["balance"]["amount"]) == (200, 1000)
    assert api.post(f"{address}/spendings", wish).json["code"] == "credit_key_reused"
    assert api.post(f"{address}/reversal", {"key": "checkout-2"}).json["code"] == "credit_spending_unknown"
    assert api.post(f"{address}/block", {}).json["code"] == "credit_why_missing"
    assert api.post(f"{address}/block", {"why": "lost"}).json["status"] == "blocked"
    assert api.post(f"{address}/spendings", wish | {"key": "checkout-3"}).json["code"] == "credit_blocked"
    assert api.delete(f"{address}/block").json["status"] == "active"
    in_dollars = wish | {"key": "checkout-4", "amount": {"amount": 1, "currency": "USD"}}
    assert api.post(f"{address}/spendings", in_dollars).json["code"] == "credit_currency"


def test_a_gesture_for_an_order_or_a_customer(api: Caller) -> None:
    document = cast.order()
    api.put("/orders/1001", document)
    wish = {"amount": {"amount": 500, "currency": "EUR"}}
    given = api.post("/credits", wish | {"order": "1001"})
    assert (given.status, given.json["balance"]["amount"]) == (201, 500)
    ends = time.add_months(shop_today(), 24)
    assert datetime.fromisoformat(given.json["expires_at"]) == time.end_of(ends, "Europe/Paris")
    assert api.post("/credits", wish | {"customer": document["customer"]["id"]}).status == 201
    assert api.post("/credits", wish).json["code"] == "credit_for_whom"
    assert api.post("/credits", wish | {"order": "1001", "customer": "c1"}).json["code"] == "credit_for_whom"
    assert api.post("/credits", wish | {"customer": "nobody"}).json["code"] == "customer_unknown"
    dollars = {"amount": {"amount": 500, "currency": "USD"}, "order": "1001"}
    assert api.post("/credits", dollars).json["code"] == "credit_currency"
    react()
    event = next(one for one in api.get("/events").json["data"] if one["type"] == "credit.issued")
    assert event["data"]["order"].startswith("ord_") and "return" not in event["data"]


def test_nor_with_many_keys_from_one_address(api: Caller, other_api: Caller, owner: Actor) -> None:
    for caller in (api, other_api):
        assert {caller.get(f"/credits/CR-AAAA-BBBB-{place:04}").status for place in range(20)} == {404}
    third = Caller(people.make_key(by=owner, name="Third", permissions=EVERYTHING).secret)
    assert third.get(f"/credits/{_code(owner)}").json["code"] == "too_many_tries"


def test_one_who_tries_codes_stops_nobody_else(api: Caller, owner: Actor) -> None:
    for place in range(5):
        assert api.get(f"/credits/CR-AAAA-BBBB-{place:04}", volte_shopper="visitor 1").status == 404
    address = f"/credits/{_code(owner)}"
    assert api.get(address, volte_shopper="visitor 1").status == 429
    assert api.get(address, volte_shopper="visitor 2").status == 200


def test_codes_are_not_found_by_trying(api: Caller, other_api: Caller, owner: Actor) -> None:
    code = _code(owner)
    assert {api.get(f"/credits/CR-AAAA-BBBB-{place:04}").status for place in range(20)} == {404}
    refused = api.get(f"/credits/{code}")
    assert (refused.status, refused.json["code"]) == (429, "too_many_tries")
    assert (
        api.post(f"/credits/{code}/spendings", {"amount": {"amount": 1, "currency": "EUR"}, "key": "k"}).status == 429
    )
    assert other_api.get(f"/credits/{code}").status == 404
