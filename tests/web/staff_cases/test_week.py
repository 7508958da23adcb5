"""The coming week by its deadlines, and the morning's mail each chooses for themselves."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.test import Client

from tests.operations.returns.test_week import copies
from tests.web.staff_cases.conftest import DRESS, words
from volte.returns import due, operations
from volte.returns.rules.clocks.words import Code
from volte.returns.views import ReturnView
from volte.runtime import clock, people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Morning
from volte.warehouse.rules.inspection import Finding

WEEK = "/staff/deadlines/"


def looked_at(owner: Actor, asked: Callable[..., ReturnView]) -> ReturnView:
    view = asked(DRESS)
    operations.approve(by=owner, return_id=view.id)
    box = operations.receive(by=owner, code=view.number, location=None, units=())
    operations.inspect(by=owner, unit_id=box.arrival.units[0].id, findings=(Finding.WRONG_ITEM,))
    return view


def history(owner: Actor, of: UUID, count: int, days: int) -> None:
    """As many returns of two months ago which were settled so many days after they were looked at."""
    then = clock.now() - timedelta(days=60)
    done = {"status": "settled", "requested_at": then, "arrived_at": then, "inspected_at": then, "waits_for": ""}
    copies(owner, of, count, **done, settled_at=then + timedelta(days=days))


def test_the_title_says_what_is_found_and_too_little_history_is_said(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView]
) -> None:
    assert "Nothing is due in the coming seven days" in words(agent.get(WEEK))
    view = asked(DRESS)
    page = words(agent.get(WEEK))
    assert "there is too little history to say whether it will be kept" in page
    assert view.number in page and "not known" in page
    assert "Camille" not in page


def test_a_shop_that_was_always_late_reads_how_many_when_and_where(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView], today: object
) -> None:
    view = looked_at(owner, asked)
    history(owner, view.id, 40, days=30)
    with tenancy.entered(owner.shop_id):
        promised = next(each for each in due.clocks(return_id=view.id) if each.code is Code.REFUND_PROMISED)
    assert promised.due is not None
    shortly_before = promised.due - timedelta(hours=5)
    with clock.at(shortly_before):
        page = agent.get(WEEK)
    said = words(page)
    assert "will probably be missed" in said
    html = page.content.decode()
    assert f'href="/staff/returns/{view.number}/?queue=deadlines"' in html
    assert "<figure" in html and "<svg" in html
    assert "style=" not in html.split("<main", 1)[-1]
    with clock.at(shortly_before):
        each = list(csv.DictReader(io.StringIO(agent.get(f"{WEEK}each.csv").content.decode("utf-8-sig"))))
        days = list(csv.DictReader(io.StringIO(agent.get(f"{WEEK}days.csv").content.decode("utf-8-sig"))))
    assert {row["Return"] for row in each} == {view.number}
    refunds = [row for row in each if row["To do"] == "refund_promised"]
    assert len(refunds) == 1 and 0.9 < float(refunds[0]["Risk"]) < 1
    assert len(days) == 7 and sum(int(row["Deadlines"]) for row in days) == len(each)


def test_what_has_waited_longer_than_almost_all_is_marked_as_rough(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView], today: object
) -> None:
    view = looked_at(owner, asked)
    history(owner, view.id, 40, days=1)
    with tenancy.entered(owner.shop_id):
        promised = next(each for each in due.clocks(return_id=view.id) if each.code is Code.REFUND_PROMISED)
    assert promised.due is not None
    with clock.at(promised.due - timedelta(hours=5)):
        page = words(agent.get(WEEK))
    table, _, note = page.partition("≈:")
    assert "≈" in table and "compared with those that waited longest" in note


def test_each_chooses_their_mornings(agent: Client, owner: Actor) -> None:
    page = agent.get("/staff/account/").content.decode()
    assert 'value="when_due"' in page and page.index("checked") > page.index('value="when_due"')
    assert agent.post("/staff/account/", {"morning": "never"}).status_code == 302
    with tenancy.entered(owner.shop_id):
        assert {member.morning for member in people.members()} == {Morning.NEVER}
    assert "Your choice has been saved." in words(agent.get("/staff/account/?done=morning"))
    agent.post("/staff/account/", {"morning": "sometimes"})
    with tenancy.entered(owner.shop_id):
        assert {member.morning for member in people.members()} == {Morning.NEVER}
