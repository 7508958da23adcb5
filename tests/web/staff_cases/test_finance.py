"""The finance page: what left and why, what is open and late, whether the books balance, and the files."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.test_notes import company
from tests.web.staff_cases.conftest import MUG, words
from volte.kit.money import Money
from volte.money import queries as money
from volte.money import sending, summing
from volte.money.rules.summed import DayBooks
from volte.returns import operations
from volte.returns.views import ReturnView
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role
from volte.web.staff.finance import overview

PAGE = "/staff/finance/"


@pytest.fixture
def accountant(browser_of: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch) -> Client:
    # The chart is drawn elsewhere in the tests, and takes a second.
    monkeypatch.setattr(overview.drawings, "at_each_width", lambda *given, **more: ())
    return browser_of(Role.FINANCE)


@pytest.fixture
def given(owner: Actor, asked: Callable[..., ReturnView], gateway: FakeGateway) -> ReturnView:
    """A gesture of three euros that arrived."""
    gateway.charges["ch_1"] = 8188
    view = asked(MUG)
    operations.goodwill(by=owner, return_id=view.id, amount=Money(300, "EUR"), reason="merci")
    with tenancy.entered(owner.shop_id):
        [refund] = money.refunds(subject_id=view.id)
    sending.attempt(by=owner, refund_id=refund.id)
    return view


def test_an_empty_shop_is_told_so(accountant: Client) -> None:
    said = words(accountant.get(PAGE))
    assert "Nothing was given back in this period" in said
    assert "Nothing is waiting" in said and "No refund is late" in said and "No store credit waits" in said
    assert "No day has been closed yet." in said


def test_the_page_sums_and_says_that_the_days_balance(accountant: Client, given: ReturnView) -> None:
    said = words(accountant.get(PAGE))
    assert "€3.00 given back to customers" in said
    assert "Every day of the period balances to zero" in said
    assert "Card, through Simulator 1 100% €3.00" in said and "Gesture 1 100% €3.00" in said
    assert "10 Nov 2026 €3.00 €6.00 €6.00 balance" in said
    before = words(accountant.get(f"{PAGE}?since=2026-01-01&until=2026-01-31"))
    assert "Nothing was given back" in before
    for odd in ("?since=yesterday", "?since=2026-11-30&until=2020-01-01", "?until=9999-12-31&since=0001-01-01"):
        assert accountant.get(PAGE + odd).status_code == 200


def test_a_day_that_does_not_balance_is_said_loudly(
    accountant: Client, given: ReturnView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DayBooks, "balances", lambda self: False)
    said = words(accountant.get(PAGE))
    assert "One day does not balance" in said and "do not balance" in said
    assert "balances to zero" not in said


def test_what_waits_for_somebody_says_what_to_do(
    accountant: Client, owner: Actor, asked: Callable[..., ReturnView], gateway: FakeGateway
) -> None:
    view = asked(MUG, number="1501", payments=[{"id": "p1", "kind": "cash_on_delivery", "amount": 9688}])
    operations.goodwill(by=owner, return_id=view.id, amount=Money(300, "EUR"), reason="merci")
    said = words(accountant.get(PAGE))
    assert "Waiting for bank details 1 €3.00" in said
    assert f"{view.number} · Cash on delivery €3.00 The customer has yet to name an account" in said


def test_days_are_closed_from_the_page_once_and_for_good(accountant: Client, given: ReturnView) -> None:
    with clock.at(clock.now() + timedelta(days=3)):
        page = accountant.post(f"{PAGE}closings", {"day": "2026-11-12"}, follow=True)
        said = words(page)
        assert "closed up to and with Thursday 12 November 2026" in said and "2 entries have their numbers" in said
        assert "€6.00 balance, closed" in said
        again = words(accountant.post(f"{PAGE}closings", {"day": "2026-11-12"}, follow=True))
        assert "2 entries have their numbers" not in again and "closed" in again
        assert "Choose the last day to close." in words(accountant.post(f"{PAGE}closings", {"day": "x"}, follow=True))


def test_the_books_are_taken_out_as_files(accountant: Client, owner: Actor, given: ReturnView) -> None:
    journal = accountant.get(f"{PAGE}postings.csv?since=2026-11-01&until=2026-11-30").content.decode("utf-8-sig")
    assert journal.startswith("number,entry,at") and given.number in journal
    days = accountant.get(f"{PAGE}refunds-by-day.csv?since=2026-11-01&until=2026-11-30").content.decode("utf-8-sig")
    assert days.splitlines() == ["day,currency,number,amount", "2026-11-10,EUR,1,3.00"]
    assert "the company’s SIREN is missing" in words(accountant.get(PAGE))
    refused = accountant.get(f"{PAGE}fec?since=2026-11-10&until=2026-11-10", follow=True)
    assert refused.redirect_chain and refused.status_code == 200, "back to the page, with the reason"
    company(owner)
    with clock.at(clock.now() + timedelta(days=3)):
        accountant.post(f"{PAGE}closings", {"day": "2026-11-12"})
        file = accountant.get(f"{PAGE}fec?since=2026-11-10&until=2026-11-12")
    assert file["Content-Disposition"] == 'attachment; filename="802954784FEC20261112.txt"'


def test_who_may_not_see_money_sees_no_finance(
    browser_of: Callable[[Role], Client], agent: Client, given: ReturnView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview.drawings, "at_each_width", lambda *given, **more: ())
    picker = browser_of(Role.PICKER)
    for address in ("", "postings.csv", "refunds-by-day.csv", "fec"):
        assert picker.get(PAGE + address).status_code == 403
    assert "Close for good" not in words(agent.get(PAGE)), "an agent reads, and closes no books"
    assert agent.post(f"{PAGE}closings", {"day": "2026-11-09"}).status_code == 403


def test_another_shop_sees_its_own_sums(
    given: ReturnView, other_shop: UUID, browser_at: Callable[[UUID, Role], Client]
) -> None:
    assert "Nothing was given back" in words(browser_at(other_shop, Role.OWNER).get(PAGE))
    with tenancy.entered(other_shop):
        assert not summing.open_refunds().counts
