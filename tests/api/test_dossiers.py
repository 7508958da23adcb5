"""The evidence dossier over the API: three shapes, two languages, and who gets none."""

import io
import json
import zipfile
from uuid import UUID

from django.test import Client

from tests.operations.returns.conftest import gateway, order, today
from tests.operations.returns.test_journey import DRESS, wanted
from volte.dossiers.rules import verifying, zipping
from volte.kit import ids
from volte.returns import operations
from volte.runtime import people, signing
from volte.runtime.actor import Actor
from volte.runtime.permissions import Permission

__all__ = ["gateway", "order", "today"]


def program(owner: Actor, *permissions: Permission) -> Client:
    secret = people.make_key(by=owner, name="Desk", permissions=frozenset(permissions)).secret
    return Client(headers={"Authorization": f"Bearer {secret}"})


def test_a_program_takes_a_dossier(owner: Actor, order: UUID) -> None:
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr")
    made = ids.public("ret", operations.request(by=shopper, order_id=order, wanted=wanted(DRESS)))
    allowed = (Permission.RETURNS_READ, Permission.ORDERS_READ, Permission.MONEY_READ)
    client = program(owner, *allowed)
    place = f"/api/v1/returns/{made}/dossier"

    asked = client.get(place, headers={"Accept-Language": "fr"})
    assert (asked.status_code, asked["Content-Type"], asked["Cache-Control"]) == (200, "application/json", "no-store")
    raw = b"".join(asked.streaming_content)  # type: ignore[attr-defined]
    told = json.loads(raw)
    assert told["content"]["about"]["id"] == made
    assert told["content"]["about"]["language"] == "fr"
    assert verifying.check(raw=raw, files=None, key=signing.public_key()).whole

    paper = client.get(f"{place}.pdf?language=en")
    assert paper["Content-Type"] == "application/pdf"
    assert b"".join(paper.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]

    archive = client.get(f"{place}.zip?language=en")
    assert archive["Content-Disposition"] == f'attachment; filename="{told["content"]["about"]["number"]}.zip"'
    content = b"".join(archive.streaming_content)  # type: ignore[attr-defined]
    opened = zipping.opened(content)
    assert verifying.check(raw=opened.document, files=opened.files, key=signing.public_key()).whole
    with zipfile.ZipFile(io.BytesIO(content)) as unpacked:
        assert unpacked.namelist()[:3] == ["README.txt", "dossier.pdf", "dossier.json"]
        assert b"Evidence dossier of return" in unpacked.read("README.txt")

    wrong = client.get(f"{place}?language=de")
    assert (wrong.status_code, wrong.json()["code"]) == (422, "dossier_language_unknown")
    for lacking in allowed:
        other = program(owner, *(one for one in allowed if one is not lacking))
        for ending in ("", ".pdf", ".zip"):
            assert other.get(place + ending).status_code == 403
    unknown = client.get(f"/api/v1/returns/{ids.public('ret', ids.new_id())}/dossier")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "return_unknown")
