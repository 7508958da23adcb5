"""The draft tried on the past, from the desk: asked for, waited for without a script, and told in sentences."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.operations.insights.test_facts import ask
from tests.web.staff_cases.conftest import words
from tests.web.staff_policy.conftest import STARTER
from tests.web.staff_policy.test_pages import save
from volte.insights import jobs, operations
from volte.insights.backtest import replayed, runs
from volte.insights.backtest.outcome import Backtest
from volte.insights.models import BacktestRun
from volte.kit.errors import Conflict
from volte.policy import operations as policy
from volte.policy.queries import PublishedPolicy
from volte.returns.models import Return
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role

PAGE = "/staff/policy/draft/backtest/"
STINGY = STARTER.replace('bonus = "10 %"', 'bonus = "5 %"').replace('fee = "0 %"', 'fee = "5 %"')


@pytest.fixture
def manager(browser_of: Callable[[Role], Client]) -> Client:
    return browser_of(Role.MANAGER)


def start(manager: Client, **days: str) -> str:
    answer = manager.post(PAGE, {"seen": "1", **days})
    assert answer.status_code == 303, words(answer)
    return str(answer["Location"])


def work(shop: UUID, address: str) -> None:
    jobs.run_backtest(shop_id=str(shop), run_id=address.rstrip("/").rpartition("/")[2])


def test_a_shop_without_a_past_is_told_so(manager: Client, first: PublishedPolicy) -> None:
    save(manager, STINGY)
    assert "Nobody has sent anything back yet" in words(manager.get(PAGE))


@pytest.fixture
def asked(owner: Actor, order: UUID) -> None:
    ask(owner, order)


def test_it_is_told_in_sentences_first(shop: UUID, manager: Client, asked: None) -> None:
    assert "There is no draft to try" in words(manager.get(PAGE))
    save(manager, STINGY)
    assert "One item was asked back so far. It will be decided by version 1" in words(manager.get(PAGE))
    address = start(manager)
    waiting = manager.get(address)
    assert "as soon as the worker is free" in words(waiting) and 'http-equiv="refresh"' in waiting.content.decode()
    assert manager.post(PAGE, {"seen": "1"}).status_code == 409, "one at a time"
    assert manager.get(f"{address}items.csv").status_code == 404
    work(shop, address)
    done = manager.get(address)
    said = words(done)
    assert 'http-equiv="refresh"' not in done.content.decode()
    assert "With this draft, none of the 1 items you take back today would be refused." in said
    assert "Of 1 items in all, 1 would be treated worse in some way, and none better." in said
    assert "For one item, a term of the draft was below the law." in said
    assert "What gets worse most often: A smaller bonus (1)" in said and "<svg" in done.content.decode()
    assert "What this cannot know" in said and "How customers would have behaved" in said
    file = manager.get(f"{address}items.csv").content.decode("utf-8-sig").splitlines()
    assert file[0].startswith("order,return") and file[1].endswith(",bonus,EUR")
    assert "No day known" not in said, "nothing has come back, so there is no calendar yet"
    calendar = manager.get(f"{address}refunds.csv").content.decode("utf-8-sig").splitlines()
    assert calendar[0].startswith("from,items_now") and calendar[1].startswith(",1,")
    save(manager, STARTER, seen=1)
    assert "The draft has been changed since" in words(manager.get(address))


def test_by_when_the_money_has_to_be_out(shop: UUID, manager: Client, asked: None) -> None:
    save(manager, STINGY)
    with tenancy.entered(shop):
        row = Return.objects.get()
        Return.objects.update(handed_over_at=row.requested_at, arrived_at=row.requested_at + timedelta(days=4))
    address = start(manager)
    assert manager.get(f"{address}refunds.csv").status_code == 404
    work(shop, address)
    said = words(manager.get(address))
    assert "Refunds would have to leave as soon as today" in said and "Week from" in said
    assert "the last day that the policy, or the law before it, leaves you" in said
    _, dated, undated = manager.get(f"{address}refunds.csv").content.decode("utf-8-sig").splitlines()
    assert dated.split(",")[1::2] == ["1", "1", "EUR"] and undated == ",0,0.00,0,0.00,EUR"


def test_only_some_days(shop: UUID, manager: Client, asked: None) -> None:
    save(manager, STINGY)
    wrong = manager.post(PAGE, {"seen": "1", "since": "soon"})
    assert wrong.status_code == 422 and 'value="soon"' in wrong.content.decode()
    assert manager.post(PAGE, {"seen": "1", "since": "2026-02-01", "until": "2026-01-01"}).status_code == 422
    address = start(manager, until="2001-01-01")
    work(shop, address)
    assert "Nothing was asked back in that time." in words(manager.get(address))


def test_it_can_be_stopped_and_only_the_last_are_kept(shop: UUID, manager: Client, asked: None, owner: Actor) -> None:
    save(manager, STINGY)
    address = start(manager)
    assert manager.post(f"{address}stop").status_code == 303
    work(shop, address)
    assert "stopped before its end" in words(manager.get(address))
    assert manager.post(f"{address}stop").status_code == 409
    for _ in range(operations.KEPT):
        work(shop, start(manager))
    assert manager.get(address).status_code == 404
    with tenancy.entered(shop):
        assert [one.state for one in runs.newest()] == ["done"] * operations.KEPT


def test_a_worker_that_fails_says_so_and_one_that_was_killed_begins_again(
    shop: UUID, manager: Client, asked: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(manager, STINGY)
    address = start(manager)
    with tenancy.entered(shop):
        BacktestRun.objects.update(state="running", read=1)
    with monkeypatch.context() as broken:
        broken.setattr(jobs.history, "some", lambda **_: 1 / 0)
        work(shop, address)
    assert "Something went wrong on our side" in words(manager.get(address))
    again = start(manager)
    with tenancy.entered(shop):
        BacktestRun.objects.filter(state="waiting").update(state="running", read=1)
    work(shop, again)
    assert "What this cannot know" in words(manager.get(again))


def test_both_policies_are_computed_while_no_transaction_is_open(
    shop: UUID, manager: Client, asked: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compute(**given: Any) -> Backtest:
        with pytest.raises(tenancy.NoShopEntered):
            tenancy.current()
        return backtest(**given)

    backtest = replayed.backtest
    save(manager, STINGY)
    address = start(manager)
    monkeypatch.setattr(replayed, "backtest", compute)
    work(shop, address)
    assert "What this cannot know" in words(manager.get(address))


def test_a_draft_nobody_has_seen_is_not_tried(manager: Client, asked: None, owner: Actor) -> None:
    save(manager, STINGY)
    with pytest.raises(Conflict, match="policy_draft_changed"):
        operations.start_backtest(by=owner, seen=9)
    policy.save_draft(by=owner, document_text="[policy", seen=1)
    assert "cannot be read yet" in words(manager.get(PAGE))
    assert manager.post(PAGE, {"seen": "2"}).status_code == 422


def test_who_may_not_write_policies_sees_none(browser_of: Callable[[Role], Client], first: PublishedPolicy) -> None:
    assert browser_of(Role.AGENT).get(PAGE).status_code == 403
