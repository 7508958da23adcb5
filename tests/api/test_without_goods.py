"""What never arrived and what has not left, as a program asks for it."""

from uuid import UUID

from tests import cast
from tests.api.conftest import Caller
from volte.catalogue import operations as catalogue
from volte.runtime.actor import Actor

SENT = [{"id": "s1", "lines": [{"line": "l1", "quantity": 2}], "shipped_at": "2026-11-03T10:00:00Z"}]


def wish(kind: str, line: str, **more: object) -> dict[str, object]:
    return {"order": "1001", "kind": kind, "items": [{"line": line, **more}]}


def test_a_claim_is_decided_opened_and_found_again(api: Caller, order: UUID, owner: Actor) -> None:
    catalogue.take_in(by=owner, document=cast.order(shipments=SENT))
    decided = api.post("/decisions", wish("claim", "l1", quantity=2)).json
    assert decided["value"] == {"amount": 7712 + 591, "currency": "EUR"}
    assert decided["items"][0]["decision"]["verdict"] == "needs_review" and decided["inquiry_until"]
    made = api.post("/returns", wish("claim", "l1", quantity=2))
    assert (made.status, made.json["kind"], made.json["status"]) == (201, "claim", "requested")
    assert made.json["label_url"] is None and made.json["inquiry_until"] == decided["inquiry_until"]
    found = api.post(f"/returns/{made.json['id']}/found", {"where": "returned", "note": "NPAI"}).json
    assert (found["status"], found["items"][0]["outcome"]) == ("settled", "refunded")
    assert api.post("/returns", wish("claim", "l2")).json["code"] == "units_not_shipped"


def test_a_cancellation_by_the_shop_is_settled_at_once(api: Caller, order: UUID, owner: Actor) -> None:
    catalogue.take_in(by=owner, document=cast.order(shipments=SENT))
    made = api.post("/returns", wish("cancellation", "l2")).json
    assert (made["kind"], made["status"], made["label_url"]) == ("cancellation", "settled", None)
    line = next(one for one in api.get("/orders/1001").json["lines"] if one["id"] == "l2")
    assert (line["cancelled_quantity"], line["units_left"]) == (1, 0)
    assert api.post("/returns", wish("cancellation", "l1")).json["code"] == "units_already_left"
    plain = api.post("/returns", {"order": "1001", "items": [{"line": "l1"}]}).json
    assert (plain["kind"], plain["inquiry_until"]) == ("return", None)
    assert api.post(f"/returns/{plain['id']}/found", {"where": "customer"}).json["code"] == "not_a_claim"
