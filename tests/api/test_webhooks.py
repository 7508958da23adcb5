"""Webhooks as a program sets them up, and the feed they tell."""

from typing import Any
from uuid import UUID

import pytest

from tests.api.conftest import Caller
from tests.operations.returns.test_journey import react
from volte.runtime import feed
from volte.runtime.models import IdempotencyRecord

WISH = {"url": "https://shop.example/volte", "types": ["return.approved"], "description": "Our shop"}


def test_a_webhook_is_made_once_and_its_secret_kept_by_nobody(api: Caller, order: UUID) -> None:
    made = api.post("/webhooks", WISH, idempotency_key="one")
    assert made.status == 201, made.raw
    secret = made.json["secret"]
    assert secret.startswith("whsec_")
    again = api.post("/webhooks", WISH, idempotency_key="one")
    assert (again.json, again.headers["Idempotency-Replayed"]) == (made.json, "true")
    (listed,) = api.get("/webhooks").json["data"]
    assert listed == {key: value for key, value in made.json.items() if key != "secret"}


def test_the_kept_answer_of_a_key_does_not_hold_the_secret(api: Caller, shop: UUID) -> None:
    from volte.runtime import tenancy

    secret = api.post("/webhooks", WISH, idempotency_key="one").json["secret"]
    with tenancy.entered(shop):
        kept = IdempotencyRecord.objects.get(key="one").answer
    assert secret not in str(kept)


def test_its_whole_life(api: Caller, order: UUID) -> None:
    made = api.post("/webhooks", WISH).json
    path = f"/webhooks/{made['id']}"
    changed = api.patch(path, {"types": [], "url": "https://new.example/"}).json
    assert (changed["types"], changed["url"], changed["description"]) == ([], "https://new.example/", "Our shop")
    rotated = api.post(f"{path}/rotation", {}).json
    assert rotated["secret"] != made["secret"]
    assert rotated["secret_before_until"]
    test = api.post(f"{path}/test", {})
    assert (test.status, test.json["type"], test.json["status"]) == (201, "webhook.test", "waiting")
    assert api.post(f"{path}/pause", {}).json["status"] == "paused"
    assert api.post(f"{path}/test", {}).json["code"] == "webhook_paused"
    assert api.post(f"{path}/resumption", {"from_now": True}).json["status"] == "on"
    (one,) = api.get(f"{path}/deliveries").json["data"]
    assert (one["id"], one["status"], one["attempts"]) == (test.json["id"], "skipped", [])
    assert api.get(f"{path}/deliveries/{one['id']}").json == one
    assert api.post(f"{path}/replay", {"since": "2020-01-01T00:00:00Z"}).json == {"count": 1}
    assert api.post(f"{path}/deliveries/{one['id']}/replay", {}).json["code"] == "delivery_under_way"
    assert api.delete(path).json["status"] == "removed"
    assert api.get(path).status == 404


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"url": "http://shop.example/"}, "webhook_url_unencrypted"),
        ({"url": "https://127.0.0.1/"}, "webhook_url_private"),
        ({"url": "https://shop.example/", "types": ["nope"]}, "event_kind_unknown"),
        ({"types": []}, "request_invalid"),
        ({**WISH, "surprise": 1}, "request_invalid"),
    ],
)
def test_what_makes_no_sense_is_refused(api: Caller, body: Any, code: str) -> None:
    answer = api.post("/webhooks", body)
    assert (answer.status, answer.json["code"]) == (422, code)


def test_another_shop_finds_nothing(api: Caller, other_api: Caller) -> None:
    made = api.post("/webhooks", WISH).json
    path = f"/webhooks/{made['id']}"
    sent = api.post(f"{path}/test", {}).json["id"]
    assert other_api.get("/webhooks").json["data"] == []
    for answer in (
        other_api.get(path),
        other_api.patch(path, {}),
        other_api.delete(path),
        other_api.post(f"{path}/rotation", {}),
        other_api.get(f"{path}/deliveries"),
        other_api.get(f"{path}/deliveries/{sent}"),
        other_api.post(f"{path}/deliveries/{sent}/replay", {}),
    ):
        assert answer.status == 404, answer.raw
    other = api.post("/webhooks", WISH).json["id"]
    assert api.get(f"/webhooks/{other}/deliveries/{sent}").json["code"] == "delivery_unknown"


def test_the_feed_leaves_out_what_was_not_asked_for(api: Caller, order: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        wish = {"order": "1001", "items": [{"line": "l1" if number else "l2", "quantity": 1}]}
        assert api.post("/returns", wish).status == 201
    react()
    everything = api.get("/events?limit=200").json["data"]
    asked = [one for one in everything if one["type"] == "return.requested"]
    assert len(asked) == 3
    assert asked[0]["data"]["return"].startswith("ret_")
    assert asked[0]["data"]["order"].startswith("ord_")
    assert api.get("/events?type=return.requested").json == {"data": asked, "next": None}
    monkeypatch.setattr(feed, "LOOKED_AT", 4)
    walked, after = [], ""
    for _ in range(100):
        page = api.get(f"/events?type=return.requested&type=return.approved&limit=2&after={after}").json
        walked += page["data"]
        if page["next"] is None:
            break
        after = page["next"]
    wanted = [one for one in everything if one["type"] in ("return.requested", "return.approved")]
    assert walked == wanted, "short pages lead on, and nothing is missed or twice"
    assert api.get("/events?type=return.requsted").json["code"] == "event_kind_unknown"


def test_the_feed_is_walked_page_by_page(api: Caller, order: UUID) -> None:
    api.post("/returns", {"order": "1001", "items": [{"line": "l1", "quantity": 1}]})
    react()
    everything = api.get("/events?limit=200").json["data"]
    walked, after = [], ""
    while True:
        page = api.get(f"/events?limit=2&after={after}").json
        walked += page["data"]
        if page["next"] is None:
            break
        after = page["next"]
    assert walked == everything
    positions = [one["position"] for one in everything]
    assert positions == sorted(set(positions))
    assert api.get(f"/events?after={positions[-1]}").json == {"data": [], "next": None}
    assert api.get("/events?after=x").json["code"] == "after_invalid"
