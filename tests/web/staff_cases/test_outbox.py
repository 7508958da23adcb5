"""Mails as they were written, in a frame that may do nothing; and what failed sent again."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from tests.web.staff_cases.conftest import DRESS, MUG, words
from volte.messages import operations as messages
from volte.messages import queries
from volte.messages.queries import MailLine
from volte.messages.rules import facts
from volte.project import reactions
from volte.returns.views import ReturnView
from volte.runtime import dispatch, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role


def mails(owner: Actor) -> tuple[MailLine, ...]:
    with tenancy.entered(owner.shop_id):
        return queries.outbox().mails


def plain(subject: str) -> str:
    """As `words` gives it back: every space an ordinary one."""
    return " ".join(subject.split())


@pytest.fixture
def mailed(owner: Actor, asked: Callable[..., ReturnView]) -> MailLine:
    """The mail that says yes to Camille."""
    asked(MUG)
    while dispatch.dispatch(reactions.REACTIONS):
        pass
    return mails(owner)[0]


def test_the_list_and_one_mail(agent: Client, mailed: MailLine) -> None:
    listed = words(agent.get("/staff/outbox/"))
    assert plain(mailed.subject) in listed and "camille@example.com" in listed
    page = agent.get(f"/staff/outbox/{mailed.id}/")
    assert "Return accepted" in words(page) and "The text part" in words(page)
    assert "frame-src 'self'" in page["Content-Security-Policy"]


def test_the_letter_may_do_nothing(agent: Client, mailed: MailLine) -> None:
    letter = agent.get(f"/staff/outbox/{mailed.id}/letter")
    assert letter.status_code == 200 and "Camille" in letter.content.decode()
    policy = letter["Content-Security-Policy"]
    assert "sandbox" in policy and "default-src 'none'" in policy and "script-src" not in policy
    assert letter["X-Frame-Options"] == "SAMEORIGIN"


def test_nobody_else_reads_mails(
    client: Client,
    browser_of: Callable[[Role], Client],
    mailed: MailLine,
    other_shop: UUID,
    browser_at: Callable[[UUID, Role], Client],
) -> None:
    assert client.get("/staff/outbox/").status_code == 302
    assert browser_of(Role.PICKER).get("/staff/outbox/").status_code == 403
    elsewhere = browser_at(other_shop, Role.OWNER)
    assert plain(mailed.subject) not in words(elsewhere.get("/staff/outbox/"))
    for noun in ("", "letter", "dispatch"):
        assert elsewhere.get(f"/staff/outbox/{mailed.id}/{noun}").status_code == 404


def test_a_mail_that_failed_goes_to_the_right_address(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView]
) -> None:
    view = asked(DRESS)
    said = facts.Answer(number=view.number, name="Camille", link="https://example.com/", author="Léa", text="Bonjour")
    mail_id = messages.queue(by=owner, to="camille(at)example", language="fr", facts=said, subject_id=view.id)
    page = agent.get(f"/staff/outbox/{mail_id}/")
    assert "This mail was not delivered" in words(page) and view.number in words(page)
    wrong = agent.post(f"/staff/outbox/{mail_id}/dispatch", {"to": "camille"})
    assert wrong.status_code == 422 and 'value="camille"' in wrong.content.decode()
    done = agent.post(f"/staff/outbox/{mail_id}/dispatch", {"to": "camille@example.com"}, follow=True)
    assert "The mail goes out again, to camille@example.com." in words(done)


def test_only_the_chosen_state_is_listed(agent: Client, mailed: MailLine) -> None:
    assert plain(mailed.subject) in words(agent.get("/staff/outbox/?status=queued"))
    assert "No mail." in words(agent.get("/staff/outbox/?status=failed"))
    assert plain(mailed.subject) in words(agent.get("/staff/outbox/?status=nonsense&after=nonsense"))
