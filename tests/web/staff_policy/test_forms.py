"""The draft as a form: it writes the same text, keeps comments, and says what is wrong at the field."""

import re
from collections.abc import Callable
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from tests.web.staff_policy.conftest import STARTER
from tests.web.staff_policy.test_pages import save
from volte.policy import queries
from volte.policy.queries import PublishedPolicy
from volte.policy.rules import parse
from volte.policy.rules.model import Policy
from volte.runtime import tenancy
from volte.runtime.permissions import Role

FORM = "/staff/policy/draft/form/"
NEW = "/staff/policy/draft/rules/new/"


@pytest.fixture
def manager(browser_of: Callable[[Role], Client], first: PublishedPolicy) -> Client:
    return browser_of(Role.MANAGER)


def filled(client: Client, address: str) -> dict[str, list[str]]:
    """What a browser would send of this page if nobody touched it."""
    page = client.get(address).content.decode()
    form = next(part for part in re.findall(r'<form method="post".*?</form>', page, re.S) if 'class="button' in part)
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>|<select.*?</select>", form, re.S):
        name = re.search(r'name="([^"]+)"', tag)
        if not name:
            continue
        value = re.search(r'value="([^"]*)"', tag)
        if tag.startswith("<select"):
            value = re.search(r'<option value="([^"]*)" selected', tag)
        if 'type="checkbox"' not in tag or " checked" in tag:
            found.setdefault(name.group(1), []).append(unescape(value.group(1)) if value else "")
    return found


def document(shop: UUID) -> str:
    with tenancy.entered(shop):
        draft = queries.draft()
    assert draft is not None
    return draft.document


def drafted(shop: UUID) -> Policy:
    return parse.policy(document(shop))


def test_saved_untouched_the_form_writes_the_very_text(shop: UUID, manager: Client) -> None:
    assert manager.post(FORM, filled(manager, FORM)).status_code == 303
    assert document(shop) == STARTER


def test_a_rule_saved_untouched_is_the_very_rule(shop: UUID, manager: Client) -> None:
    for place in range(1, 6):
        address = f"/staff/policy/draft/rules/{place}/"
        assert manager.post(address, filled(manager, address)).status_code == 303
    assert document(shop) == STARTER


def test_terms_are_changed_and_comments_stay(shop: UUID, manager: Client) -> None:
    sent = filled(manager, FORM) | {
        "window_days": ["60"],
        "method_pickup": ["price"],
        "price_pickup": ["4.90"],
        "evidence": ["photo"],
        "sells_to": ["FR, BE"],
    }
    assert manager.post(FORM, sent).status_code == 303
    policy = drafted(shop)
    assert policy.terms.window.days == 60
    assert policy.sells_to == ("FR", "BE")
    assert [str(term.method) for term in policy.terms.methods] == ["drop_off", "store", "mail", "pickup"]
    assert "# Your checkout and its confirmation mail" in document(shop)
    page = manager.get(FORM).content.decode()
    assert "needs no reason and no proof" in page, "the law's word stands at the field"


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(shop: UUID, manager: Client) -> None:
    sent = filled(manager, FORM) | {"window_days": ["soon"], "credit_bonus": ["a lot"], "name": ["Maison Neuve"]}
    refused = manager.post(FORM, sent)
    assert refused.status_code == 422
    page = refused.content.decode()
    for typed in ('value="soon"', 'value="a lot"', 'value="Maison Neuve"'):
        assert typed in page
    assert 'href="#f-window_days"' in page
    assert 'id="f-window_days-error"' in page
    with tenancy.entered(shop):
        assert queries.draft() is None


def test_a_rule_is_added_moved_and_removed(shop: UUID, manager: Client) -> None:
    sent = filled(manager, NEW) | {
        "id": ["bulky"],
        "when_fact": ["weight", "weight", "options", "customer_return_rate", "ordered", "withdrawal_right"],
        "when_operator": ["over", "at_most", "is", "over", "until", "is"],
        "when_value": ["15 kg", "80 kg", "size: XL, XXL", "60 %; 12 months; 5", "2027-01-31", "no"],
        "method_pickup": ["free"],
        "because_fr": ["il est lourd"],
    }
    assert manager.post(NEW, sent).status_code == 303
    policy = drafted(shop)
    assert policy.rules[-1].id == "bulky"
    assert len(policy.rules[-1].when) == 5
    place = len(policy.rules)
    assert manager.post(f"/staff/policy/draft/rules/{place}/up", {"seen": "1"}).status_code == 303
    assert drafted(shop).rules[-2].id == "bulky"
    assert manager.post(f"/staff/policy/draft/rules/{place - 1}/removal", {"seen": "2"}).status_code == 303
    assert drafted(shop).rules == parse.policy(STARTER).rules
    assert manager.post("/staff/policy/draft/rules/99/removal", {"seen": "3"}).status_code == 404


def test_a_wrong_condition_is_said_at_its_row(manager: Client) -> None:
    sent = filled(manager, NEW) | {
        "id": ["Not A Name"],
        "when_fact": ["fault"],
        "when_operator": ["is"],
        "when_value": ["somebody"],
    }
    refused = manager.post(NEW, sent)
    assert refused.status_code == 422
    page = refused.content.decode()
    assert 'value="somebody"' in page
    assert 'id="f-value-1-error"' in page
    assert 'id="f-id-error"' in page


def test_a_text_that_cannot_be_read_has_no_form(manager: Client) -> None:
    save(manager, "[policy\n")
    assert "there is no form to show" in manager.get(FORM).content.decode()


def test_saving_over_somebody_else_keeps_what_was_typed(manager: Client) -> None:
    sent = filled(manager, FORM) | {"name": ["Maison Neuve"]}
    save(manager, STARTER)
    refused = manager.post(FORM, sent)
    assert refused.status_code == 409
    assert 'value="Maison Neuve"' in refused.content.decode()


def test_the_words_that_can_be_typed_stand_on_the_page(manager: Client) -> None:
    page = manager.get(NEW).content.decode()
    for word, said in (("made_to_order", "is made to order"), ("merchant", "the mistake is ours")):
        assert f"<dt><code>{word}</code></dt><dd>{said}</dd>" in page.replace("\n", "")
