"""The policy desk without a script: what holds, two versions compared, a draft nobody overwrites, publishing it."""

from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from tests.conftest import open_shop
from tests.web.staff_cases.conftest import words
from tests.web.staff_policy.conftest import STARTER
from volte.policy import operations, queries
from volte.policy.queries import PublishedPolicy
from volte.runtime import clock, people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import Person
from volte.runtime.permissions import Role

DESK = "/staff/policy/"
DRAFT = "/staff/policy/draft/"
PUBLICATION = "/staff/policy/draft/publication/"
LONGER = STARTER.replace("days = 30", "days = 45").replace('id = "final-sale"', 'id = "sale"')
PRECIOUS = """
[[rule]]
id = "precious"
when = { price_paid = { over = "1.00" } }
then = { credit_bonus = "25 %" , methods = { pickup = "4.90" } }
"""
SHORT = STARTER.replace("window = { days = 30", "window = { days = 7")


@pytest.fixture
def manager(browser_of: Callable[[Role], Client]) -> Client:
    return browser_of(Role.MANAGER)


def save(client: Client, document: str, seen: int = 0) -> int:
    return client.post(DRAFT, {"document": document, "seen": str(seen)}).status_code


def test_a_shop_without_a_policy_is_shown_the_way(manager: Client) -> None:
    said = words(manager.get(DESK))
    assert "No policy has been published yet" in said
    assert "Begin a draft" in said


def test_what_holds_is_told_with_its_number_day_and_hash(manager: Client, first: PublishedPolicy) -> None:
    said = words(manager.get(DESK))
    assert "Version 1" in said
    assert "1 January 2026" in said
    assert "Odile" in said
    assert first.digest in said
    assert "30 days from delivery" in said


def test_two_versions_are_compared_in_words(manager: Client, owner: Actor, first: PublishedPolicy) -> None:
    operations.publish(by=owner, document_text=LONGER)
    said = words(manager.get("/staff/policy/comparison/?from=1&to=2"))
    assert "30 days from delivery" in said
    assert "45 days from delivery" in said
    assert "sale New" in said
    assert "final-sale Gone If the article is marked “final-sale”" in said, "a rule is told as customers read it"
    assert manager.get("/staff/policy/comparison/?from=1&to=9").status_code == 404
    assert manager.get("/staff/policy/comparison/?from=x&to=").status_code == 404


def test_a_draft_is_saved_as_it_stands_with_what_is_wrong_beside(manager: Client, first: PublishedPolicy) -> None:
    broken = STARTER.replace('approval = "automatic"', 'approval = "perhaps"')
    assert save(manager, broken) == 303
    page = manager.get(DRAFT)
    said = words(page)
    assert "This is no policy yet" in said
    assert "line 19: terms.approval" in said
    assert 'There stands: "perhaps"' in said
    assert "approval = &quot;perhaps&quot;" in page.content.decode()


def test_text_that_is_no_toml_is_kept_too(manager: Client, first: PublishedPolicy) -> None:
    assert save(manager, "[policy\nname = ") == 303
    said = words(manager.get(DRAFT))
    assert "neither valid TOML nor valid JSON" in said


def test_nobody_saves_over_what_they_have_not_seen(manager: Client, owner: Actor, first: PublishedPolicy) -> None:
    assert save(manager, STARTER) == 303
    operations.save_draft(by=owner, document_text=LONGER, seen=1)
    refused = manager.post(DRAFT, {"document": SHORT, "seen": "1"})
    assert refused.status_code == 409
    page = refused.content.decode()
    assert "days = 7" in page, "what was typed is still there"
    assert "days = 45" in page, "and so is what the other one saved"
    assert 'name="seen" value="2"' in page
    assert save(manager, SHORT, seen=2) == 303


def test_below_the_law_is_refused_with_field_and_article(shop: UUID, manager: Client, first: PublishedPolicy) -> None:
    save(manager, SHORT)
    page = words(manager.get(PUBLICATION))
    assert "line 14: terms.window" in page
    assert "L221-18" in page
    assert "When shall it hold?" not in page
    refused = manager.post(PUBLICATION, {"seen": "1"})
    assert refused.status_code == 422
    assert "This policy cannot be published" in words(refused)
    with tenancy.entered(shop):
        assert [version.number for version in queries.versions()] == [1]
        assert queries.draft() is not None


def test_a_draft_is_published_once_seen(shop: UUID, manager: Client, owner: Actor, first: PublishedPolicy) -> None:
    save(manager, LONGER)
    assert "45 days from delivery" in words(manager.get(PUBLICATION))
    operations.save_draft(by=owner, document_text=LONGER + "\n# one more word\n", seen=1)
    assert manager.post(PUBLICATION, {"seen": "1"}).status_code == 409
    assert manager.post(PUBLICATION, {"seen": "2"}).status_code == 303
    with tenancy.entered(shop):
        assert queries.versions()[0].published_by == "Manager"
        assert queries.draft() is None
    assert "There is no draft to publish" in words(manager.get(PUBLICATION))


def test_a_draft_is_published_for_a_day_and_taken_back(
    shop: UUID, manager: Client, owner: Actor, first: PublishedPolicy
) -> None:
    save(manager, LONGER)
    page = manager.get(f"{PUBLICATION}?when=day&day=2027-01-01").content.decode()
    assert 'value="2027-01-01"' in page and "Europe/Paris" in page
    for day, said in (("", "Choose the day"), ("soon", "Choose the day"), ("2020-01-01", "begins on a day from")):
        refused = manager.post(PUBLICATION, {"seen": "1", "when": "day", "day": day})
        assert refused.status_code == 422 and said in words(refused)
    with clock.at(datetime(2026, 11, 22, 12, tzinfo=UTC)):
        assert manager.post(PUBLICATION, {"seen": "1", "when": "day", "day": "2026-12-01"}).status_code == 303
        said = words(manager.get(DESK))
        assert "Version 2 holds from Tuesday 1 December 2026." in said
        assert "Version 2 takes over on Tuesday 1 December 2026" in said and "Planned" in said
        assert "Version 1" in said.split("What you promise")[0], "what holds is the one before"
        customers = Client(headers={"Accept-Language": "en"})
        told = words(customers.get("/s/maison/policy"))
        assert "From Tuesday 1 December 2026, other terms apply to new orders" in told
        assert "Version 1, in force since Thursday 1 January 2026" in told and "30 days after delivery" in told
        coming = customers.get("/s/maison/policy/coming")
        assert "45 days after delivery" in words(coming) and "noindex" in coming.content.decode()
        assert "ld+json" not in coming.content.decode()
        assert "2 is planned for" in words(manager.get(PUBLICATION)) or "no draft" in words(manager.get(PUBLICATION))
        assert "max-age=3600" in customers.get("/s/maison/return-policy.json")["Cache-Control"]
        with clock.at(datetime(2026, 11, 30, 22, 50, tzinfo=UTC)):
            assert "max-age=600" in customers.get("/s/maison/return-policy.json")["Cache-Control"]
        assert manager.post("/staff/policy/versions/2/withdrawal").status_code == 303
        assert "Taken back" in words(manager.get(DESK))
        assert "other terms" not in words(customers.get("/s/maison/policy"))
        assert customers.get("/s/maison/policy/coming").status_code == 404
        assert manager.post("/staff/policy/versions/2/withdrawal").status_code == 409


def test_an_earlier_version_is_taken_up_again(
    shop: UUID, manager: Client, owner: Actor, first: PublishedPolicy
) -> None:
    operations.publish(by=owner, document_text=LONGER)
    assert manager.post("/staff/policy/versions/1/again", {"seen": "0"}).status_code == 303
    with tenancy.entered(shop):
        draft = queries.draft()
    assert draft is not None
    assert draft.document == STARTER
    assert manager.post("/staff/policy/draft/discard", {"seen": "1"}).status_code == 303
    with tenancy.entered(shop):
        assert queries.draft() is None


def test_who_may_read_reads_and_no_more(browser_of: Callable[[Role], Client], first: PublishedPolicy) -> None:
    agent = browser_of(Role.AGENT)
    said = words(agent.get(DESK))
    assert "Version 1" in said
    assert "Change the policy" not in said
    assert agent.get(DRAFT).status_code == 403
    assert agent.get(PUBLICATION).status_code == 403
    assert save(agent, LONGER) == 403
    picker = browser_of(Role.PICKER)
    assert picker.get(DESK).status_code == 403


def test_another_shop_sees_nothing_of_it(manager: Client, first: PublishedPolicy, person: object) -> None:
    save(manager, LONGER)
    other = open_shop("autre")
    people.invite(
        by=Actor.system(other), email="x@example.com", name="X", role=Role.MANAGER, password="une autre phrase"
    )
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(Person.objects.get(email="x@example.com"))
    assert "No policy has been published yet" in words(client.get(DESK))
    assert client.get("/staff/policy/versions/1/").status_code == 404
    assert "days = 45" not in client.get(DRAFT).content.decode()


def test_an_order_is_tried_under_both(manager: Client, order: UUID, owner: Actor) -> None:
    refusing = STARTER.replace("accept = false", "accept = true", 1) + PRECIOUS
    save(manager, refusing)
    page = manager.get("/staff/policy/draft/try/?order=1001&reason=changed-mind&condition=unworn")
    said = words(page)
    assert "Another answer" in said
    assert said.count("In force, version 1") == 2, "one for each line"
    assert "Rule “precious” applies" in said
    assert "Rule “final-sale” does not apply" in said
    missing = manager.get("/staff/policy/draft/try/?order=nobody")
    assert missing.status_code == 404
    assert 'value="nobody"' in missing.content.decode()
    save(manager, "[policy", seen=1)
    assert "The draft cannot be read yet" in words(manager.get("/staff/policy/draft/try/?order=1001"))


def test_who_may_not_read_policies_tries_none(browser_of: Callable[[Role], Client], order: UUID) -> None:
    assert browser_of(Role.AGENT).get("/staff/policy/draft/try/?order=1001").status_code == 403


def test_the_customers_text_stands_beside_in_either_language(manager: Client, first: PublishedPolicy) -> None:
    save(manager, LONGER)
    english = manager.get(f"{DRAFT}?text=en").content.decode()
    assert "45 days" in english.split("policy-letter")[1].split("</div>")[0]
    french = manager.get(f"{DRAFT}?text=fr").content.decode()
    assert "il a été vendu en vente définitive" in unescape(french).split("policy-letter")[1]
    assert 'class="policy-letter" lang="fr"' in french


def test_a_version_the_law_has_overtaken_says_so(
    first: PublishedPolicy, owner: Actor, browser_of: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    weak = SHORT
    with monkeypatch.context() as patch:
        patch.setattr(operations, "_checked", lambda policy, day: None)
        made = operations.publish(by=owner, document_text=weak)
    boss = browser_of(Role.MANAGER)
    boss.cookies["volte_language"] = "fr"
    for address in ("/staff/policy/", f"/staff/policy/versions/{made.number}/"):
        page = boss.get(address).content.decode()
        assert "est désormais en dessous de la loi" in page, address
        assert "terms.window" in page and "L221-2" in page
