"""A gift is two people: what is told and kept of the one says nothing of the other."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pypdf
import pytest

from tests.operations.privacy.conftest import COMMENT, EMAIL, NAME, PHONE, QUESTION, STREET, Camille, agent, camille
from tests.operations.privacy.walk import places
from tests.operations.returns.conftest import gateway, order, today
from tests.operations.returns.test_journey import key, react, received, see
from volte.dossiers import gathering
from volte.kit import ids
from volte.kit.words import Method, Resolution
from volte.logistics import labelling
from volte.messages.models import Mail
from volte.money import queries as money
from volte.privacy import operations, people
from volte.privacy.rules.erasure import Why
from volte.returns import operations as returns
from volte.returns.operations import Recipient
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import tenancy
from volte.runtime.actor import Actor

__all__ = ["agent", "camille", "gateway", "order", "today"]

NOOR = Recipient("Noor Haddad", "noor@example.org", "8 quai Rambaud", "69002", "Lyon")
HERS = ("Noor Haddad", "Haddad", "noor@example.org", "quai Rambaud", "Les manches tirent", "Quand arrive mon avoir")
# The order of the buyer, by every name it has, what was paid, and what else was in it.
BUYERS = (EMAIL, NAME, "Camille", STREET, PHONE, COMMENT, QUESTION, "1001", "c1-camille", "vip", "F-2026-17", "Tasse")
PRICES = ("4999", "49,99", "9688", "96,88", "NOEL", "ch_1")


@dataclass(frozen=True)
class Noor:
    """Her return, done: its number, its credit, its label."""

    return_id: UUID
    number: str
    code: str
    parcel_id: UUID


@pytest.fixture
def noor(owner: Actor, agent: Actor, camille: Camille) -> Noor:
    """She received the other dress, and left something everywhere too."""
    gift = returns.make_gift_code(by=owner, order_id=camille.order_id, units={"l1": 1})
    her = Actor.recipient(owner.shop_id, order_id=camille.order_id, gift_id=gift, language="fr")
    item = WantedItem("l1", 1, "too-small", HERS[4], resolution=Resolution.CREDIT)
    wanted = Wanted((item,), Method.DROP_OFF, "fr")
    return_id = returns.request_gift(by=her, gift_id=gift, wanted=wanted, recipient=NOOR)
    returns.ask(by=her, return_id=return_id, text=HERS[5])
    react()
    view = see(owner, return_id)
    assert view.parcel_id is not None
    returns.answer(by=agent, return_id=return_id, text="Dans la semaine.")
    box = received(owner, view)
    returns.inspect(by=key(owner), unit_id=box.arrival.units[0].id, findings=())
    react()
    with tenancy.entered(owner.shop_id):
        (credit,) = money.credits(subject_id=return_id)
    return Noor(return_id, view.number, credit.code, view.parcel_id)


def said(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    for name in archive.namelist():
        content = archive.read(name)
        if name.endswith(".pdf"):
            yield name, paper(content)
        elif name.endswith((".json", ".html")):
            yield name, content.decode()


def paper(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def silent(told: Iterator[tuple[str, str]], *words: str) -> None:
    for where, text in told:
        for word in words:
            assert word.casefold() not in text.casefold(), f"{where} says {word}"


def exported(by: Actor, kind: str, one: UUID) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(operations.export(by=by, ref=ids.public(kind, one))))


def mails_to(shop: UUID, address: str) -> list[tuple[str, str]]:
    with tenancy.entered(shop):
        rows = Mail.objects.filter(to_address=address)
        return [(str(row.occasion), f"{row.to_name} {row.subject} {row.text} {row.html}") for row in rows]


def test_all_the_buyer_is_given_says_nothing_of_the_recipient(noor: Noor, camille: Camille, agent: Actor) -> None:
    theirs = (*HERS, noor.number, noor.code, ids.public("ret", noor.return_id), str(noor.return_id))
    archive = exported(agent, "ord", camille.order_id)
    silent(said(archive), *theirs)
    assert [one["id"] for one in json.loads(archive.read("returns.json"))] == [ids.public("ret", camille.return_id)]
    mails = mails_to(agent.shop_id, EMAIL)
    assert mails
    silent(iter(mails), *theirs)


def test_all_the_recipient_is_given_says_nothing_of_the_buyer(noor: Noor, camille: Camille, agent: Actor) -> None:
    order = (ids.public("ord", camille.order_id), str(camille.order_id))
    mails = mails_to(agent.shop_id, NOOR.email)
    assert {occasion for occasion, _ in mails} == {
        "requested_received",
        "approved",
        "answer",
        "arrived",
        "credit_issued",
    }
    silent(iter(mails), *BUYERS, *PRICES, *order)
    (credit,) = [text for occasion, text in mails if occasion == "credit_issued"]
    assert noor.code in credit and "38,56" in credit, "the credit says its value once it is there"
    silent(iter([one for one in mails if one[0] != "credit_issued"]), "38,56")
    label = paper(labelling.make_label(by=agent, parcel_id=noor.parcel_id))
    assert "Noor Haddad" in label
    silent(iter([("label", label)]), *BUYERS, *PRICES)
    archive = exported(agent, "ret", noor.return_id)
    silent(said(archive), *BUYERS, *PRICES, *order)
    assert json.loads(archive.read("orders.json")) == [], "the order is somebody else's"
    (told,) = json.loads(archive.read("returns.json"))
    assert told["id"] == ids.public("ret", noor.return_id) and told["credits"][0]["code"] == noor.code
    everything = "".join(text for _, text in said(archive))
    for word in HERS:
        assert word in everything, word


def test_the_dossier_names_who_sent_it_back_and_not_who_bought_it(noor: Noor, agent: Actor) -> None:
    with tenancy.entered(agent.shop_id):
        told = json.dumps(
            gathering.gather(by=agent, return_id=noor.return_id, language="fr").content, ensure_ascii=False
        )
    assert "Noor Haddad" in told
    silent(iter([("dossier", told)]), EMAIL, NAME, STREET, PHONE, "c1-camille", "F-2026-17", "ch_1", '"1001"')


def test_each_is_their_own_subject(noor: Noor, camille: Camille, owner: Actor) -> None:
    with tenancy.entered(owner.shop_id):
        hers = people.by_email(email=NOOR.email)
        assert (hers.return_ids, hers.name, hers.known.order_ids) == ((noor.return_id,), "Noor Haddad", ())
        assert people.by_ref(ref=ids.public("ret", noor.return_id)).mark == hers.mark
        assert people.found(words=noor.number) is not None
        assert noor.return_id not in people.by_email(email=EMAIL).return_ids


def test_erasing_the_recipient_leaves_the_buyer(noor: Noor, camille: Camille, owner: Actor) -> None:
    operations.erase(by=owner, ref=ids.public("ret", noor.return_id), why=Why.ASKED)
    left = places([*HERS, EMAIL, COMMENT])
    assert {word: found for word, found in left.items() if word in HERS and found} == {}
    assert left[EMAIL] and left[COMMENT]


def test_erasing_the_buyer_leaves_the_recipient(noor: Noor, camille: Camille, owner: Actor) -> None:
    operations.erase(by=owner, ref=ids.public("ord", camille.order_id), why=Why.ASKED)
    left = places([EMAIL, NAME, COMMENT, QUESTION, *HERS])
    assert {word: found for word, found in left.items() if word not in HERS and found} == {}
    assert all(left[word] for word in HERS)
