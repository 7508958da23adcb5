"""Somebody asks for their own data: the same answer to everybody, a link that ends, an archive, an erasure."""

import io
import re
import zipfile
from datetime import timedelta
from html import unescape
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.test import Client

from tests.web.portal.conftest import taken_in
from volte.catalogue import queries as catalogue
from volte.kit.words import Method
from volte.messages.models import Mail
from volte.privacy import links
from volte.privacy.models import Erasure
from volte.returns import operations
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import AuditEntry

ASK = "/s/maison/my-data/"
KNOWN, UNKNOWN = "camille@example.com", "nobody@example.com"


@pytest.fixture
def order(portal_shop: UUID, owner: Any) -> UUID:
    return taken_in(owner)


@pytest.fixture
def client() -> Client:
    return Client(headers={"Accept-Language": "fr"})


def said(response: Any) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def ask(client: Client, email: str) -> Any:
    return client.post(ASK, {"email": email}, follow=True)


def link(shop: UUID, email: str) -> str:
    """What stands in the last mail to this address."""
    with tenancy.entered(shop):
        mail = Mail.objects.filter(occasion="privacy_link", to_address=email).latest("created_at")
    found = re.search(r"https?://\S+/my-data/\S+", mail.text)
    assert found, mail.text
    return urlsplit(found[0]).path


def test_whether_or_not_somebody_is_known_the_answer_is_the_same(
    client: Client, order: UUID, portal_shop: UUID
) -> None:
    answers = [ask(client, email) for email in (KNOWN, UNKNOWN)]
    shown = [re.sub(r'value="[^"]+"', "", answer.content.decode()) for answer in answers]
    assert shown[0] == shown[1] and "C’est noté" in said(answers[0])
    with tenancy.entered(portal_shop):
        texts = {
            mail.to_address: re.sub(r"\S+/my-data/\S+|D[0-9A-Z-]{6,}", "", mail.text) for mail in Mail.objects.all()
        }
    assert texts[KNOWN] == texts[UNKNOWN]
    assert "ne conserve rien sous votre adresse" in said(client.get(link(portal_shop, UNKNOWN)))


def test_the_link_shows_no_address_opens_one_shop(
    client: Client, order: UUID, portal_shop: UUID, other_shop: UUID
) -> None:
    ask(client, KNOWN)
    path = link(portal_shop, KNOWN)
    assert "camille" not in path.casefold()
    page = client.get(path)
    assert page.status_code == 200 and "Voici ce que" in said(page)
    assert page["Cache-Control"] == "private, no-store"
    for wrong in (path[:-3] + "abc", "/s/autre/my-data/" + path.rpartition("/")[2]):
        assert client.get(wrong).status_code in (403, 404)
        assert client.post(f"{wrong}/archive").status_code in (403, 404)
        assert client.post(f"{wrong}/erasure", {"sure": "yes"}).status_code in (403, 404)


def test_an_old_link_opens_nothing(client: Client, order: UUID, portal_shop: UUID, monkeypatch: Any) -> None:
    ask(client, KNOWN)
    path = link(portal_shop, KNOWN)
    monkeypatch.setattr(links, "LASTS", timedelta(seconds=-1))
    for answer in (
        client.get(path),
        client.post(f"{path}/archive"),
        client.post(f"{path}/erasure", {"sure": "yes"}),
    ):
        assert answer.status_code in (401, 403)
        assert "Demandez-en un nouveau" in said(answer)
    with tenancy.entered(portal_shop):
        assert not Erasure.objects.exists()


def test_the_archive_is_theirs(client: Client, order: UUID, portal_shop: UUID) -> None:
    ask(client, KNOWN)
    answer = client.post(f"{link(portal_shop, KNOWN)}/archive")
    assert answer["Content-Type"] == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert '"1001"' in archive.read("orders.json").decode()
    with tenancy.entered(portal_shop):
        entry = AuditEntry.objects.get(operation__contains="gather_mine")
    assert (entry.actor_kind, entry.actor_name) == ("shopper", "")


def test_erasing_waits_for_a_tick_and_says_what_is_kept_and_why(client: Client, order: UUID, portal_shop: UUID) -> None:
    ask(client, KNOWN)
    path = link(portal_shop, KNOWN)
    page = said(client.get(path))
    assert "Ce que la loi nous fait garder" in page and "Code de commerce, art. L123-22" in page
    unsure = client.post(f"{path}/erasure")
    assert unsure.status_code == 422 and "Cochez la case" in said(unsure)
    with tenancy.entered(portal_shop):
        assert not Erasure.objects.exists()
    done = client.post(f"{path}/erasure", {"sure": "yes"})
    assert "Vos données sont effacées" in said(done)
    with tenancy.entered(portal_shop):
        row = Erasure.objects.get()
        assert (row.status, row.why, row.asked_by) == ("done", "asked", "")
        assert catalogue.order(order_id=order).email == ""
        assert not Mail.objects.filter(to_address=KNOWN).exists()
    assert "ne conserve rien" in said(client.get(path))


def test_while_a_return_is_open_it_waits(client: Client, order: UUID, portal_shop: UUID) -> None:
    shopper = Actor.shopper(portal_shop, order_id=order, language="fr", name="Camille")
    wanted = Wanted(items=(WantedItem(line="l1", quantity=1),), method=Method.DROP_OFF, language="fr")
    operations.request(by=shopper, order_id=order, wanted=wanted)
    ask(client, KNOWN)
    path = link(portal_shop, KNOWN)
    assert "Quelque chose est encore en cours" in said(client.get(path))
    for _ in range(2):
        assert "Votre demande est enregistrée" in said(client.post(f"{path}/erasure", {"sure": "yes"}))
    with tenancy.entered(portal_shop):
        assert Erasure.objects.get().status == "waits"
        assert catalogue.order(order_id=order).email == KNOWN


def test_no_more_than_three_mails_a_day_and_the_page_says_nothing_of_it(
    client: Client, order: UUID, portal_shop: UUID
) -> None:
    answers = {said(ask(client, KNOWN)) for _ in range(5)}
    assert len(answers) == 1
    with tenancy.entered(portal_shop):
        assert Mail.objects.filter(to_address=KNOWN).count() == 3
    for place in range(5):
        ask(client, f"a{place}@example.com")
    refused = client.post(ASK, {"email": KNOWN})
    assert refused.status_code == 429 and int(refused["Retry-After"]) > 0


@pytest.mark.parametrize("email", ["", "camille", "a@b", "x" * 250 + "@example.com", "a b@example.com"])
def test_what_is_no_address_is_said_and_kept_in_the_field(client: Client, portal_shop: UUID, email: str) -> None:
    answer = client.post(ASK, {"email": email})
    assert answer.status_code == 422
    assert "Saisissez une adresse e-mail complète" in said(answer)
    with tenancy.entered(portal_shop):
        assert not Mail.objects.exists()


def test_every_page_leads_there(client: Client, order: UUID) -> None:
    assert f'href="{ASK}"' in client.get("/s/maison/").content.decode()
