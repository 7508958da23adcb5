"""The policy as programs of the shop read it."""

from datetime import timedelta
from uuid import UUID

from tests.api.conftest import Caller
from volte.policy import operations
from volte.returns import wire
from volte.runtime import clock, people
from volte.runtime.actor import Actor
from volte.runtime.permissions import Permission


def test_the_policy_in_force_with_its_version(api: Caller, order: UUID) -> None:
    told = api.get("/policy").json
    assert told["id"].startswith("pol_") and told["version"] == 1
    assert "[[rule]]" in told["document"]
    assert told["published"]["policy"]["hash"] == told["hash"]
    assert told["published"]["policy"]["valid_from"] == told["valid_from"]


def test_it_names_the_one_that_is_coming(api: Caller, owner: Actor, order: UUID) -> None:
    now = api.get("/policy").json
    assert now["coming"] == []
    day = (clock.now() + timedelta(days=30)).date()
    made = operations.publish(by=owner, document_text=now["document"].replace("days = 30", "days = 45"), on=day)
    told = api.get("/policy").json
    assert told["version"] == now["version"], "what holds is still the one before"
    assert told["coming"] == [
        {"version": made.number, "hash": f"sha256:{made.digest}", "valid_from": wire.moment(made.valid_from)}
    ]


def test_google_gets_what_it_can_take_and_the_shop_what_it_cannot(api: Caller, order: UUID) -> None:
    told = api.get("/policy/google-merchant").json
    (policy,) = told["policies"]
    assert policy["policy"] == {"type": "NUMBER_OF_DAYS_AFTER_DELIVERY", "days": 30}
    assert policy["returnPolicyUri"].endswith("/policy")
    assert told["not_expressed"][0]["code"] == "google-day"
    assert {each["rule"] for each in told["not_expressed"]} >= {"final-sale", "hygiene"}


def test_it_needs_the_permission(owner: Actor, order: UUID) -> None:
    stranger = Caller(people.make_key(by=owner, name="T", permissions=[Permission.ORDERS_READ]).secret)
    for path in ("/policy", "/policy/google-merchant"):
        assert (stranger.get(path).status, stranger.get(path).json["code"]) == (403, "permission_missing")


def test_a_shop_without_a_policy_says_so(other_api: Caller) -> None:
    assert other_api.get("/policy").json["code"] == "policy_none_in_force"
