"""Credit notes are kept when somebody is erased: those of consumers name nobody, those of businesses must."""

from tests.operations.money.test_notes import company
from tests.operations.privacy import walk
from tests.operations.privacy.conftest import EMAIL, NAME, PHONE, STREET, Camille
from tests.operations.privacy.test_erase import erased
from volte.money import verify
from volte.money.models import CreditNote
from volte.money.notes import sweeping
from volte.runtime import tenancy
from volte.runtime.actor import Actor


def test_a_consumers_receipts_stay_and_name_nobody(camille: Camille, owner: Actor) -> None:
    company(owner, notes_from="2020-01-01")
    assert sweeping.sweep(by=owner) > 0
    with tenancy.entered(owner.shop_id):
        before = list(CreditNote.objects.order_by("place").values_list("number", "document"))
    assert before, "the story has refunds"
    erased(owner, camille)
    with tenancy.entered(owner.shop_id):
        assert list(CreditNote.objects.order_by("place").values_list("number", "document")) == before
        assert verify.ledger().discrepancies == ()
    places = {where for found in walk.places([EMAIL, NAME, STREET, PHONE]).values() for where in found}
    assert not [where for where in places if where.startswith("volte_money_")]
