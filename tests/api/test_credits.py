"""Store credit over HTTP: spent once, and not found by trying."""

from uuid import uuid4

from tests.api.conftest import Caller
from volte.kit.money import Money
from volte.money import operations as money
from volte.money.rules.standing import Subject
from volte.runtime.actor import Actor


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


def test_codes_are_not_found_by_trying(api: Caller, other_api: Caller, owner: Actor) -> None:
    code = _code(owner)
    assert {api.get(f"/credits/CR-AAAA-BBBB-{place:04}").status for place in range(20)} == {404}
    refused = api.get(f"/credits/{code}")
    assert (refused.status, refused.json["code"]) == (429, "too_many_tries")
    assert (
        api.post(f"/credits/{code}/spendings", {"amount": {"amount": 1, "currency": "EUR"}, "key": "k"}).status == 429
    )
    assert other_api.get(f"/credits/{code}").status == 404
