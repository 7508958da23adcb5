"""The receipt of what came back stands on the page of the return, for its owner."""

from typing import Any
from uuid import UUID

from tests.operations.money.test_notes import company
from tests.web.portal.conftest import Shopper, one_dress, taken_in, words
from tests.web.portal.test_return import come_back, of_number
from volte.money.notes import making, queries
from volte.project.reactions import REACTIONS
from volte.runtime import dispatch, tenancy
from volte.runtime.actor import Actor


def test_the_receipt_is_there_once_it_is_made(shopper: Shopper, portal_shop: UUID, owner: Any) -> None:
    company(owner, notes_from="2020-01-01")
    taken_in(owner, **one_dress())
    shopper.find()
    number = shopper.returned()
    come_back(owner, portal_shop, number)
    while dispatch.dispatch(REACTIONS):
        pass
    assert "Reçu d’avoir" not in words(shopper.get(f"/returns/{number}/"))
    with tenancy.entered(portal_shop):
        (note,) = queries.of_subject(subject_id=of_number_id(portal_shop, number))
    address = f"/returns/{number}/notes/{note.public}.pdf"
    assert shopper.get(address).status_code == 404
    making.made(by=Actor.system(portal_shop), note_id=note.id)
    page = shopper.get(f"/returns/{number}/")
    assert f"Reçu d’avoir {note.number} (PDF)" in words(page).replace("\xa0", " ")
    assert address in page.content.decode()
    assert shopper.get(address).content.startswith(b"%PDF")
    assert shopper.get(f"/returns/{number}/notes/cno_nothing.pdf").status_code == 404


def of_number_id(shop: UUID, number: str) -> UUID:
    found: UUID = of_number(shop, number).id
    return found
