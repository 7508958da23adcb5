"""Twenty windows claim the same mug at once, each through the portal's own forms: exactly one return comes of it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from threading import Barrier
from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from tools.stack import Stack

pytestmark = pytest.mark.serial

HANDS = 20
ROUNDS = int(os.environ.get("VOLTE_ROUNDS", "10"))


class Visitor:
    """A browser without a screen: cookies, forms with their token, redirects left to whoever asks."""

    def __init__(self, url: str) -> None:
        self.client = httpx.Client(base_url=url, timeout=60, headers={"Accept-Language": "fr", "Referer": url})

    def send(self, path: str, **fields: str) -> httpx.Response:
        return self.client.post(path, data={"csrfmiddlewaretoken": self.client.cookies["csrftoken"], **fields})

    def ready(self, link: str) -> str:
        """Walk up to the last page with one mug; what its form would send."""
        self.client.get(link)
        page = self.client.get("/order/").text
        [line] = re.findall(r'name="line" value="([^"]+)"(?:(?!name="line").)*?Tasse', page, re.DOTALL)[-1:]
        self.send("/order/", line=line)
        self.send("/order/instead/", **{f"instead-{line}": "refund"})
        self.send("/order/way/", way="drop_off")
        [seen] = re.findall(r'name="seen" value="([^"]+)"', self.client.get("/order/check/").text)
        return unescape(seen)


@pytest.fixture
def visitors(stack: Stack) -> Iterator[list[Visitor]]:
    crowd = [Visitor(stack.url) for _ in range(HANDS)]
    yield crowd
    for visitor in crowd:
        visitor.client.close()


def test_one_mug_and_twenty_windows(
    stack: Stack, visitors: list[Visitor], order: Callable[..., str], link_to: Callable[[str], str]
) -> None:
    with ThreadPoolExecutor(HANDS) as hands, stack.api as api:
        for round_number in range(ROUNDS):
            number = order()
            link = link_to(number)
            seen = list(hands.map(lambda visitor, link=link: visitor.ready(link), visitors))
            together = Barrier(HANDS)

            def press(visitor: Visitor, what: str, together: Barrier = together) -> int:
                together.wait()
                return visitor.send("/order/check/", seen=what).status_code

            statuses = list(hands.map(press, visitors, seen))
            assert sorted(statuses) == [302] + [409] * (HANDS - 1), f"round {round_number}: {statuses}"
            opened = api.get("/returns", params={"order": number}).json()["data"]
            assert len(opened) == 1
