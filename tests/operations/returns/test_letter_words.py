"""What a customer reads in a mail is never a number of ours."""

from uuid import UUID

from tests.operations.returns.test_journey import asked, react, shopper
from volte.kit.words import Resolution
from volte.messages import queries as mails
from volte.returns.rules.request import WantedItem
from volte.runtime import tenancy
from volte.runtime.actor import Actor

__all__ = ["shopper"]


def test_an_exchange_is_named_as_people_name_it(shopper: Actor, owner: Actor, order: UUID) -> None:
    larger = WantedItem("l1", 1, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="ROBE-L")
    return_id = asked(shopper, order, larger)
    react()
    with tenancy.entered(owner.shop_id):
        lines = mails.mails_of(subject_id=return_id)
        letter = mails.mail(mail_id=lines[0].id)
    assert "en échange, Robe Inès, L" in letter.text.replace("\u00a0", " ")
    assert "ROBE-L" not in letter.text + letter.html
