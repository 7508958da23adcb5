"""Somebody is erased while a credit note about them is still to be written."""

from uuid import UUID

import pytest

from tests import cast
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.test_notes import BUSINESS, company
from tests.operations.returns.test_journey import asked, react
from volte.catalogue import operations as catalogue
from volte.kit import ids
from volte.kit.errors import Conflict
from volte.kit.money import Money
from volte.money import jobs as money
from volte.money import verify
from volte.money.notes import queries as notes
from volte.money.notes import sweeping
from volte.money.notes.queries import NoteView
from volte.privacy import jobs, operations, people, previews
from volte.privacy.rules.erasure import Why
from volte.returns import operations as returns
from volte.runtime import tenancy
from volte.runtime.actor import Actor


@pytest.fixture
def given(owner: Actor, order: UUID, gateway: FakeGateway) -> UUID:
    """A return that ended with a gesture, which arrived: nothing is open but perhaps its note."""
    gateway.charges["ch_1"] = 9688
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")
    return_id = asked(shopper, order)
    returns.goodwill(by=owner, return_id=return_id, amount=Money(100, "EUR"), reason="Merci")
    react()
    money.attempt_planned(shop=str(owner.shop_id))
    returns.cancel(by=shopper, return_id=return_id)
    react()
    return return_id


def written(owner: Actor) -> NoteView:
    sweeping.sweep(by=owner)
    with tenancy.entered(owner.shop_id):
        (note,) = notes.notes(limit=10)
        assert verify.ledger().discrepancies == ()
    return note


def test_a_business_is_not_erased_before_the_note_that_must_name_it(given: UUID, owner: Actor) -> None:
    company(owner)
    catalogue.take_in(by=owner, document=cast.order(customer=BUSINESS))
    ref = ids.public("ret", given)
    with tenancy.entered(owner.shop_id):
        seen = previews.preview(person=people.by_ref(ref=ref)).obstacles
    assert len(seen.notes_due) == 1 and seen.numbers == seen.notes_due
    with pytest.raises(Conflict, match="erasure_blocked"):
        operations.erase(by=owner, ref=ref, why=Why.ASKED)
    operations.postpone(by=owner, ref=ref, why=Why.ASKED)
    assert jobs.try_waiting(shop_id=owner.shop_id) == 0

    catalogue.take_in(by=owner, document=cast.order(customer=BUSINESS, invoice={"number": "F-2026-17"}))
    buyer = written(owner).draft.buyer
    assert buyer is not None and buyer.name == "Optique du Lac"
    assert jobs.try_waiting(shop_id=owner.shop_id) == 1
    with tenancy.entered(owner.shop_id):
        (note,) = notes.notes(limit=10)
    assert note.draft.buyer == buyer, "the law wants the note as it was issued"


def test_the_receipt_of_a_consumer_needs_nobody(given: UUID, owner: Actor) -> None:
    operations.erase(by=owner, ref=ids.public("ret", given), why=Why.ASKED)
    company(owner)
    note = written(owner)
    assert (note.paper, note.draft.buyer, note.gross) == ("receipt", None, Money(100, "EUR"))
