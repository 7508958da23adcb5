"""Somebody who owns nothing here learns nothing here: not even which orders there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys import cast

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tools.stack import Stack

pytestmark = [pytest.mark.serial, pytest.mark.browser]


def test_guessing_tells_nothing(stranger: Page, order: Callable[..., str]) -> None:
    number = order()
    answers = set()
    for guessed, proof in ((number, "mallory@example.com"), ("999999", cast.EMAIL), ("9001", cast.EMAIL)):
        cast.find_order(stranger, guessed, proof)
        stranger.get_by_role("alert").wait_for()
        answers.add(cast.said(stranger).replace(guessed, "…").replace(proof, "…"))
    assert len(answers) == 1, "each wrong guess reads the same: another's e-mail, no such order, another shop's order"
    for address in ("/order/", "/order/check/"):
        stranger.goto(address)
        cast.at(stranger, "Faire un retour")


def test_links_that_open_nothing(stranger: Page, place: dict[str, Any], stack: Stack) -> None:
    good = place["good"]
    forged = good[:-1] + ("A" if good[-1] != "A" else "B")
    for word in (forged, place["expired"], place["next_door"], "nothing-of-ours"):
        stranger.goto(f"/l/{word}")
        cast.at(stranger, "Faire un retour")
        stranger.get_by_role("alert").wait_for()
        stranger.goto("/order/")
        cast.at(stranger, "Faire un retour")
    # The same words as they were made, where they were made for, do open.
    for address in (f"/l/{good}", f"/s/autre/l/{place['next_door']}"):
        stranger.goto(address)
        cast.at(stranger, "souhaitez")


def test_another_s_return(shopper: Page, stranger: Page, order: Callable[..., str]) -> None:
    number = cast.send_back(shopper, order())
    stranger.goto(f"/returns/{number}/")
    cast.at(stranger, "Faire un retour")
    cast.find_order(stranger, order())
    cast.at(stranger, "souhaitez")
    for page in ("", "cancellation/", "label.pdf"):
        answer = stranger.request.get(f"/returns/{number}/{page}")
        assert answer.status == 404, page
    for desk in ("/staff/", f"/staff/returns/{number}/", "/floor/"):
        stranger.goto(desk)
        cast.at(stranger, "Bonjour")
