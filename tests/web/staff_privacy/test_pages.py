"""Find a person, take out what is held, erase them in two steps with a certificate; see who looked, set the terms."""

import io
import re
import zipfile
from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from tests.web.staff_cases.conftest import words
from volte.returns import operations
from volte.returns.views import ReturnView
from volte.runtime import shop_settings, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role

EMAIL = "camille@example.com"


@pytest.fixture
def manager(browser_of: Callable[[Role], Client]) -> Client:
    return browser_of(Role.MANAGER)


@pytest.fixture
def ended(asked: Callable[..., ReturnView], owner: Actor) -> ReturnView:
    """Camille's return, which a person refused."""
    view = asked()
    operations.refuse(by=owner, return_id=view.id, reason="Porté.")
    return view


def person_of(client: Client, words: str = EMAIL) -> str:
    found = client.post("/staff/privacy/", {"q": words})
    assert found.status_code == 302, found.content.decode()
    return str(found["Location"])


def test_from_the_question_to_the_certificate(manager: Client, ended: ReturnView) -> None:
    page = person_of(manager)
    assert "@" not in page, "no address of a page names anybody"
    held = words(manager.get(page))
    assert "Camille Martin" in held and EMAIL in held and "Comments 1" in held

    packed = manager.post(f"{page}archive")
    assert packed["Content-Type"] == "application/zip"
    assert "no-store" in packed["Cache-Control"]
    assert "summary.html" in zipfile.ZipFile(io.BytesIO(packed.content)).namelist()

    preview = words(manager.get(f"{page}erasure"))
    assert "This term has not been verified" in preview
    assert re.search(r"Goes for ever .*Comments 1.* Becomes nameless .*Orders 1.*Returns 1.* Stays", preview)
    assert "Step 1 of 2" in preview and "L123-22" in preview and "cannot be undone" in preview
    assert "Step 2 of 2" in words(manager.get(f"{page}erasure?sure"))
    wrong = manager.post(f"{page}erasure", {"address": "camile@example.com", "why": "asked"})
    assert wrong.status_code == 422
    assert "is not this person’s address" in words(wrong)
    assert EMAIL in words(manager.get(page)), "nothing happened"

    done = manager.post(f"{page}erasure", {"address": " Camille@example.com ", "why": "asked"})
    assert done.status_code == 303
    certificate = words(manager.get(done["Location"]))
    assert "Certificate of erasure" in certificate and "Orders 1" in certificate and "Code de commerce" in certificate
    assert EMAIL not in certificate and "Camille" not in certificate
    again = words(manager.post("/staff/privacy/", {"q": EMAIL}))
    assert "This person has been erased" in again
    assert "Check the spelling" not in again, "no error beside the answer"
    case = manager.get(f"/staff/returns/{ended.number}/")
    assert "goodwill" not in case.content.decode().partition('class="case-columns"')[0], "nobody to be kind to"
    assert 'id="message-text"' not in case.content.decode(), "nobody to write to"
    assert "R" in words(manager.get(f"/staff/returns/{ended.number}/")), "the case still tells what happened"


def test_what_is_open_is_erased_later(manager: Client, asked: Callable[..., ReturnView]) -> None:
    view = asked()
    page = person_of(manager, view.number)
    preview = words(manager.get(f"{page}erasure"))
    assert f"Returns under way: {view.number}" in preview
    done = manager.post(f"{page}erasure", {"address": EMAIL, "why": "shop"})
    waits = manager.get(done["Location"])
    assert "Erasure waiting" in words(waits)
    address = re.findall(r'action="(/staff/privacy/erasures/[^"]+)"', waits.content.decode())[0]
    assert manager.post(address).status_code == 302
    assert "Nobody has been erased yet" in words(manager.get("/staff/privacy/"))


def test_agents_neither_export_nor_erase_nor_audit(browser_of: Callable[[Role], Client], ended: ReturnView) -> None:
    agent, owner_ = browser_of(Role.AGENT), browser_of(Role.OWNER)
    page = person_of(owner_)
    for address in ("/staff/privacy/", page, f"{page}erasure", "/staff/audit/"):
        assert agent.get(address).status_code == 403, address
    assert agent.post(f"{page}archive").status_code == 403
    assert agent.get("/staff/feedback/").status_code == 200
    assert agent.get("/staff/privacy/retention/").status_code == 200
    assert agent.post("/staff/privacy/retention/", {"photos": "60"}).status_code == 403
    assert Client().get(page).status_code == 302


def test_another_shops_person_is_unknown(
    manager: Client, ended: ReturnView, other_shop: UUID, browser_at: Callable[[UUID, Role], Client]
) -> None:
    page = person_of(manager)
    stranger = browser_at(other_shop, Role.OWNER)
    assert stranger.get(page).status_code == 404
    assert stranger.post(f"{page}archive").status_code == 404
    assert "Nothing is held" in words(stranger.post("/staff/privacy/", {"q": EMAIL}))


def test_who_looked_is_told_by_person_and_day(
    manager: Client, browser_of: Callable[[Role], Client], ended: ReturnView
) -> None:
    agent = browser_of(Role.AGENT)
    for _ in range(3):
        agent.get(f"/staff/returns/{ended.number}/")
    agent.get("/staff/", {"q": EMAIL})
    everything = words(manager.get("/staff/audit/"))
    assert f"opened the case {ended.number} 3" in everything, "one line a day that counts"
    about = words(manager.post("/staff/audit/", {"about": EMAIL}))
    assert "searched" in about and "opened the case" in about
    assert "Nobody looked" in words(manager.post("/staff/audit/", {"about": "nobody@example.org"}))
    assert "Nobody looked" in words(manager.post("/staff/audit/", {"until": "2020-01-01"}))
    for edge in ("since=0001-01-01", "until=9999-12-31", "after=0001-01-01", "after=0001-01-01T00:00%2B14:00"):
        assert manager.get(f"/staff/audit/?{edge}").status_code == 200, edge


def test_the_terms_are_set_within_what_makes_sense(manager: Client, shop: UUID) -> None:
    kept = {"photos": "60", "words": "365", "mails": "90", "addresses": "730", "names": "1095"}
    kept |= {"looks": "180", "audit": "365", "events": "365", "answers": "3"}
    wrong = manager.post("/staff/privacy/retention/", {**kept, "addresses": "30"})
    assert wrong.status_code == 422
    assert "Give a number of days from 730 to 3650" in words(wrong).replace(",", "")
    assert manager.post("/staff/privacy/retention/", kept).status_code == 302
    with tenancy.entered(shop):
        assert shop_settings.of_shop(shop).retention.photos == 60


def test_what_nobody_held_against_the_law_says_so(manager: Client) -> None:
    from volte.privacy.rules.keeping import TERMS

    unsure = [term for term in TERMS.values() if term.cited and not term.checked]
    assert words(manager.get("/staff/privacy/retention/")).count("This term has not been verified") == len(unsure)


def test_the_terms_of_the_page_are_those_of_the_settings() -> None:
    from volte.privacy.rules.keeping import TERMS, Kind
    from volte.runtime.shop_settings import Retention

    for kind in Kind:
        field = Retention.model_fields[kind.value]
        least, most = (next(getattr(m, name) for m in field.metadata if hasattr(m, name)) for name in ("ge", "le"))
        assert (TERMS[kind].least, TERMS[kind].most) == (least, most), kind
