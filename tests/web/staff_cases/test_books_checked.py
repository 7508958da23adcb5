"""A ledger broken by hand is seen in the morning: on the pages, in the mail, by the doctor and in the numbers."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.conftest import subject
from tests.operations.money.test_nightly import NIGHT, changed, looked
from tests.web.staff_cases.conftest import MUG, words
from volte.kit.money import Money
from volte.money import operations as money
from volte.money import queries, sending, verifications, verify
from volte.money.models import BooksFault
from volte.money.notes import checking
from volte.project import pulse
from volte.project.doctor.checks import books as doctor_books
from volte.project.doctor.checks import database
from volte.returns import morning_money, operations
from volte.returns.views import ReturnView
from volte.runtime import clock, tenancy, texts
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role
from volte.web.staff.finance import books, overview

PAGE, PROOF = "/staff/finance/", "/staff/finance/books/"


@pytest.fixture
def accountant(browser_of: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(overview.drawings, "at_each_width", lambda *given, **more: ())
    monkeypatch.setattr(database, "why_not", lambda: "")
    return browser_of(Role.FINANCE)


@pytest.fixture
def given(owner: Actor, asked: Callable[..., ReturnView], gateway: FakeGateway) -> ReturnView:
    """A gesture of three euros that arrived."""
    gateway.charges["ch_1"] = 8188
    view = asked(MUG)
    operations.goodwill(by=owner, return_id=view.id, amount=Money(300, "EUR"), reason="merci")
    with tenancy.entered(owner.shop_id):
        [refund] = queries.refunds(subject_id=view.id)
    sending.attempt(by=owner, refund_id=refund.id)
    return view


def codes() -> list[str]:
    return [one.code for one in doctor_books.balanced()]


def alarms(owner: Actor) -> list[str]:
    with tenancy.entered(owner.shop_id):
        return [texts.say(one, "en") for one in morning_money.alarms(today=NIGHT.date())]


def test_a_shop_never_looked_at_is_told_so(accountant: Client, given: ReturnView) -> None:
    for page in (PAGE, PROOF):
        assert "The books have not been checked yet" in words(accountant.get(page))


def test_a_break_is_seen_in_each_place_until_it_is_mended(owner: Actor, accountant: Client, given: ReturnView) -> None:
    with clock.at(NIGHT):
        looked(owner)
    with clock.at(NIGHT + timedelta(hours=5)):
        assert "Books checked last night at 03:30: in order" in words(accountant.get(PAGE))
        assert "books" in codes() and alarms(owner) == []
        assert (pulse.take().books_findings, pulse.take().books_age) == (0, 5 * 3600.0)
    changed(owner, 1)
    with clock.at(NIGHT + timedelta(days=1)):
        found = looked(owner).found
        said = words(accountant.get(PAGE))
        assert f"Books checked last night at 03:30: {found} things do not add up" in said
        proof = words(accountant.get(PROOF))
        assert "An entry is not what it was written for What to do Either somebody took an entry back" in proof
        assert "Paid by providers: the account differs from the refunds What to do This usually follows" in proof
        assert "gateway_clearing €2.99 €3.00 24 Nov 2026" in proof
        assert "books-found" in codes()
        assert alarms(owner)[0].startswith(f"All books were added up again last night, and {found} things")
        assert pulse.take().books_findings == found
    changed(owner, -1)
    with clock.at(NIGHT + timedelta(days=2)):
        looked(owner)
        assert "in order" in words(accountant.get(PAGE))
        proof = words(accountant.get(PROOF))
        assert "Mended" in proof and "25 November 2026, 03:30" in proof
        assert "books-found" not in codes() and alarms(owner) == [] and pulse.take().books_findings == 0
    with clock.at(NIGHT + timedelta(days=4)):
        assert "have not been checked since 25 November 2026, 03:30" in words(accountant.get(PAGE))
        assert "books-unchecked" in codes()


def test_who_keeps_the_books_has_them_checked_now_and_others_only_read(
    accountant: Client, agent: Client, given: ReturnView, browser_of: Callable[[Role], Client]
) -> None:
    done = words(accountant.post(f"{PROOF}check", follow=True))
    assert "The books are being checked." in done and "Check the books now" not in done
    assert "The books are being checked right now." in words(accountant.post(f"{PROOF}check", follow=True))
    assert agent.get(PROOF).status_code == 200 and agent.post(f"{PROOF}check").status_code == 403
    assert browser_of(Role.PICKER).get(PROOF).status_code == 403


def test_another_shop_sees_nothing_of_it(
    owner: Actor, given: ReturnView, other_shop: UUID, browser_at: Callable[[UUID, Role], Client]
) -> None:
    changed(owner, 1)
    with clock.at(NIGHT):
        looked(owner)
        with tenancy.entered(other_shop):
            assert not BooksFault.objects.exists() and verifications.last() is None
        assert "do not add up" not in words(browser_at(other_shop, Role.OWNER).get(PROOF))


def test_a_code_that_pays_is_not_kept_in_what_was_found(owner: Actor, given: ReturnView) -> None:
    credit = money.issue_credit(by=owner, amount=Money(700, "EUR"), subject=subject())
    changed(owner, 5, "credit_liability")
    with clock.at(NIGHT):
        looked(owner)
    with tenancy.entered(owner.shop_id):
        places = {one.place for one in verifications.faults() if one.what == "credit_books"}
    assert places == {f"•••• {credit.code[-4:]} base"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_check_says_what_it_means_and_what_to_do(language: str) -> None:
    kinds = {*verify.CHECKS, *checking.KINDS} - {"credit_notes"}
    for what in kinds:
        assert books.title(what, language)[0].isupper()
    assert {*books._DO} <= kinds, "no advice for what is never found"
