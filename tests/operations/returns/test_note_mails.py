"""The mail about money leads to its credit note, where one is written."""

from uuid import UUID

import pytest

from tests import cast
from tests.operations.money.test_notes import BUSINESS, company
from tests.operations.returns.test_journey import asked, key, react, received, see
from volte.catalogue import operations as catalogue
from volte.kit.money import Money
from volte.messages import queries as mails
from volte.money.notes import queries as notes
from volte.returns import operations
from volte.runtime import tenancy
from volte.runtime.actor import Actor


@pytest.fixture
def shopper(owner: Actor, order: UUID) -> Actor:
    return Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")


def paid_back(owner: Actor, return_id: UUID) -> None:
    unit = received(owner, see(owner, return_id)).arrival.units[0]
    operations.inspect(by=key(owner), unit_id=unit.id, findings=())
    react()


def leading_to_it(owner: Actor, return_id: UUID) -> list[str]:
    link = f"?note={see(owner, return_id).number}"
    with tenancy.entered(owner.shop_id):
        written = [(line.occasion.value, mails.mail(mail_id=line.id)) for line in mails.mails_of(subject_id=return_id)]
    return [occasion for occasion, mail in written if link in mail.text and link in mail.html]


def test_each_mail_about_money_leads_to_its_note(shopper: Actor, owner: Actor, order: UUID) -> None:
    company(owner)
    return_id = asked(shopper, order)
    operations.goodwill(by=owner, return_id=return_id, amount=Money(100, "EUR"), reason="Merci")
    paid_back(owner, return_id)
    assert leading_to_it(owner, return_id) == ["goodwill_made", "refund_on_its_way"]


@pytest.mark.parametrize("why", ["no company is named", "the invoice is not known"])
def test_no_mail_promises_a_note_nobody_can_write(shopper: Actor, owner: Actor, order: UUID, why: str) -> None:
    if why == "the invoice is not known":
        company(owner)
        catalogue.take_in(by=owner, document=cast.order(customer=BUSINESS))
    return_id = asked(shopper, order)
    operations.goodwill(by=owner, return_id=return_id, amount=Money(100, "EUR"), reason="Merci")
    react()
    assert leading_to_it(owner, return_id) == []
    with tenancy.entered(owner.shop_id):
        assert notes.of_subject(subject_id=return_id) == ()
