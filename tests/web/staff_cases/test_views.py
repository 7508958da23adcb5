"""Saved views: a list under a name, for the person who made it."""

from collections.abc import Callable

from django.test import Client

from tests.web.staff_cases.conftest import words
from volte.runtime.permissions import Role
from volte.web.staff.cases import tabs

WAITING = "/staff/?queue=all&status=requested"


def keep(agent: Client, name: str, address: str = WAITING) -> None:
    agent.post(address.replace("/staff/", "/staff/views/"), {"name": name})


def test_a_filtered_list_can_be_kept_and_opened(agent: Client, browser_of: Callable[[Role], Client]) -> None:
    assert "Keep this view" in words(agent.get(WAITING))
    assert "Keep this view" not in words(agent.get("/staff/")), "a queue has its place in the menu already"
    keep(agent, "  Asked   today ")
    page = agent.get(WAITING).content.decode()
    assert 'href="/staff/?queue=all&amp;status=requested" aria-current="page">Asked today</a>' in page
    assert "Keep this view" not in page
    assert "Asked today" in words(agent.get("/staff/"))
    assert "Asked today" not in words(browser_of(Role.OWNER).get("/staff/")), "it is the agent's own"


def test_the_same_name_means_the_new_list(agent: Client) -> None:
    keep(agent, "Mine")
    keep(agent, "Mine", "/staff/?queue=all&method=store")
    page = agent.get("/staff/").content.decode()
    assert page.count(">Mine</a>") == 1 and "method=store" in page


def test_a_view_goes_away_again_but_nobody_elses(agent: Client, browser_of: Callable[[Role], Client]) -> None:
    keep(agent, "Mine")
    [tab] = agent.get(WAITING).context["listed"].tabs.saved
    browser_of(Role.OWNER).post(f"/staff/views/{tab.id}/removal")
    assert "Mine" in words(agent.get("/staff/"))
    agent.post(f"/staff/views/{tab.id}/removal")
    assert "Mine" not in words(agent.get("/staff/"))


def test_no_more_than_fit(agent: Client) -> None:
    for place in range(tabs.MOST + 2):
        keep(agent, f"View {place}")
    assert len(agent.get("/staff/").context["listed"].tabs.saved) == tabs.MOST


def test_without_a_name_nothing_is_kept(agent: Client) -> None:
    keep(agent, "  ")
    assert agent.get("/staff/").context["listed"].tabs.saved == ()
