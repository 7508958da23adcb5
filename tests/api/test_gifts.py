"""Gift codes, as a shop's own programs make and print them."""

from uuid import UUID

from tests.api.conftest import Caller
from volte.kit.words import Method, Resolution
from volte.returns import gifts, operations
from volte.returns.operations import Recipient
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import tenancy
from volte.runtime.actor import Actor


def test_a_code_is_made_once_listed_and_taken_back(api: Caller, order: UUID) -> None:
    wish = {"lines": [{"line": "l1", "quantity": 1}], "last_day": None}
    made = api.post("/orders/1001/gift-codes", wish, idempotency_key="print-1")
    again = api.post("/orders/1001/gift-codes", wish, idempotency_key="print-1")
    assert (made.status, made.json["state"], made.json["lines"][0]["asked"]) == (201, "good", 0)
    assert made.json["code"].startswith("GF-") and again.json == made.json
    assert made.json["page"].endswith("/gift/")
    assert api.post("/orders/1001/gift-codes", {"lines": [{"line": "l1", "quantity": 2}]}).json["code"] == (
        "gift_units_covered"
    )
    rest = api.post("/orders/1001/gift-codes", {}).json
    assert {(line["line"], line["quantity"]) for line in rest["lines"]} == {("l1", 1), ("l2", 1)}
    assert api.post("/orders/1001/gift-codes", {}).json["code"] == "gift_without_units"
    listed = api.get("/orders/1001/gift-codes").json["data"]
    assert [one["code"] for one in listed] == [rest["code"], made.json["code"]]
    revoked = api.post(f"/gift-codes/{made.json['id']}/revocation", {}).json
    assert revoked["state"] == "revoked"
    assert api.post("/gift-codes/gft_x/revocation", {}).json["code"] == "gift_unknown"
    assert api.post("/orders/1001/gift-codes", {"last_day": "2020-01-01"}).json["code"] == "gift_days"


def test_what_is_listed_of_an_order_is_its_buyers(api: Caller, order: UUID, owner: Actor) -> None:
    """Shops show such a list to whoever bought it."""
    gift_id = operations.make_gift_code(by=owner, order_id=order, units={"l1": 1})
    with tenancy.entered(owner.shop_id):
        gift = gifts.by_id(gift_id=gift_id)
    noor = Actor.recipient(owner.shop_id, order_id=order, gift_id=gift.id, language="fr")
    wanted = Wanted((WantedItem("l1", 1, resolution=Resolution.CREDIT),), Method.DROP_OFF, "fr")
    recipient = Recipient("Noor Haddad", "noor@example.org")
    operations.request_gift(by=noor, gift_id=gift.id, wanted=wanted, recipient=recipient)
    assert api.get("/returns?order=1001").json["data"] == []
    (given,) = api.get("/returns?order=1001&gift=true").json["data"]
    assert given["gift"] and given["items"][0]["resolution"] == "credit"
    assert [one["gift"] for one in api.get("/returns").json["data"]] == [given["gift"]]
    assert api.get("/returns?gift=false").json["data"] == []
