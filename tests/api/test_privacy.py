"""Personal data over the API: an archive, a preview, a certificate."""

import io
import zipfile
from uuid import UUID

from tests.api.conftest import Caller
from tests.api.test_returns import WISH
from volte.privacy import queries
from volte.privacy.queries import Looked
from volte.runtime import people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Permission

CAMILLE = {"email": "camille@example.com"}


def test_export_and_erase(api: Caller, order: UUID) -> None:
    made = api.post("/returns", WISH).json
    packed = api.post("/privacy/exports", CAMILLE)
    assert packed.headers["Content-Type"] == "application/zip"
    assert "returns.json" in zipfile.ZipFile(io.BytesIO(packed.raw)).namelist()

    seen = api.post("/privacy/erasures", {**CAMILLE, "preview": True}).json
    assert seen["against"]["open_returns"] == [made["number"]]
    assert seen["nameless"]["orders"] == 1 and "orders" not in seen["goes"]
    blocked = api.post("/privacy/erasures", CAMILLE)
    assert (blocked.status, blocked.json["code"]) == (409, "erasure_blocked")
    later = api.post("/privacy/erasures", {**CAMILLE, "when_settled": True}, idempotency_key="e1")
    assert (later.status, later.json["status"]) == (201, "waits")

    api.post(f"/returns/{made['id']}/cancellation", {})
    done = api.post("/privacy/erasures", CAMILLE, idempotency_key="e2")
    assert (done.status, done.json["status"], done.json["id"]) == (201, "done", later.json["id"])
    assert api.get(f"/privacy/erasures/{done.json['id']}").json["done"]["orders"] == 1
    assert "camille" not in done.raw.decode()
    gone = api.post("/privacy/exports", CAMILLE)
    assert (gone.status, gone.json["code"]) == (404, "person_unknown")
    assert api.get("/orders/1001").json["customer"]["email"] == ""


def test_programs_leave_a_look_too(api: Caller, order: UUID, owner: Actor) -> None:
    made = api.post("/returns", WISH).json
    for _ in range(2):
        api.get(f"/returns/{made['id']}")
    api.get("/orders/1001")
    api.get("/orders?email=camille%40example.com")
    with tenancy.entered(owner.shop_id):
        found = {look.what.value: look for look in queries.looks(wanted=Looked(email=CAMILLE["email"]))}
        every = {look.what.value: look.times for look in queries.looks(wanted=Looked())}
    assert set(found) == {"search"}
    assert every == {"case": 2, "order": 2, "search": 1}


def test_a_key_needs_the_permission(api: Caller, other_api: Caller, order: UUID, owner: Actor) -> None:
    weak = Caller(people.make_key(by=owner, name="WMS", permissions=[Permission.RETURNS_READ]).secret)
    for path in ("/privacy/exports", "/privacy/erasures"):
        assert weak.post(path, CAMILLE).status == 403
        assert other_api.post(path, CAMILLE).status == 404
        assert api.post(path, {"email": ""}).status == 422
