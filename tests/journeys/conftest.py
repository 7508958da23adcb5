"""The stage of the stories: one Volte for all of them, one Chromium, and a window for each of the cast."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.journeys import town
from tests.live import recent_order

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, StorageState
    from tools.stack import Stack

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_PHONE = {"width": 390, "height": 844}
_DESK = {"width": 1280, "height": 900}
_PATIENCE = 120_000
_numbers = count(7001)

Window = Callable[..., "Page"]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before anything is started for a story that needs a browser."""
    if _CHROMIUM is None and item.get_closest_marker("browser"):
        told = "Chromium is not here: THIS JOURNEY WAS NOT WALKED. Install it (Debian: apt-get install chromium)."
        if os.environ.get("VOLTE_REQUIRE_BROWSER") == "1":
            pytest.fail(told)
        pytest.skip(told)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Closed when the last story is told: Playwright's loop and Django's database do not live in one thread."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as player:
        started = player.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def place(stack: Stack) -> dict[str, Any]:
    """What `town` made: its links."""
    code = f"""
import json
import django; django.setup()
from volte.project import wiring; wiring.connect()
from tests.journeys import town
print(json.dumps(town.make({stack.shop["shop"]!r})))
"""
    made: dict[str, Any] = json.loads(stack.python(code).splitlines()[-1])
    return made


@pytest.fixture
def order(stack: Stack, place: dict[str, Any]) -> Callable[..., str]:
    """`order()` places one and gives its number; `order(delivered=20)` came too long ago for the law's two weeks."""

    def put(**changes: Any) -> str:
        number = str(next(_numbers))
        with stack.api as api:
            answer = api.put(f"/orders/{number}", json=recent_order(number, **changes))
        assert answer.status_code == 201, answer.text
        return number

    return put


@pytest.fixture
def window(browser: Browser, stack: Stack, place: dict[str, Any]) -> Iterator[Window]:
    """`window()` opens one. No page may fail in its script or ask for what its own policy forbids."""
    faults: list[str] = []
    opened = []

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        page.on("console", lambda told: faults.append(told.text) if "Content Security" in told.text else None)

    def open_one(**options: Any) -> Page:
        asked = {"viewport": _DESK, "locale": "fr-FR", "base_url": stack.url} | options
        context = browser.new_context(**asked)
        context.set_default_timeout(_PATIENCE)
        context.on("page", watch)
        opened.append(context)
        return context.new_page()

    yield open_one
    for context in opened:
        context.close()
    assert not faults


@pytest.fixture
def shopper(window: Window) -> Page:
    """Camille, on her phone, in French."""
    return window(viewport=_PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def stranger(window: Window) -> Page:
    """Somebody who owns none of the orders here."""
    return window()


@pytest.fixture(scope="session")
def badge(stack: Stack, place: dict[str, Any]) -> Callable[[str], StorageState]:
    """Who logged in once stays so: `badge("aline@example.com")` gives the cookies."""
    known: dict[str, StorageState] = {}

    def of(email: str) -> StorageState:
        if email not in known:
            known[email] = _logged_in(stack.url, email)
        return known[email]

    return of


def _logged_in(url: str, email: str) -> StorageState:
    with httpx.Client(base_url=url, timeout=60) as client:
        client.get("/staff/login/").raise_for_status()
        asked = {"login": email, "password": town.PASSWORD, "csrfmiddlewaretoken": client.cookies["csrftoken"]}
        answer = client.post("/staff/login/", data=asked, headers={"Referer": f"{url}/staff/login/"})
        assert answer.status_code == 302, answer.text
        kept = [{"name": name, "value": value, "url": url} for name, value in client.cookies.items()]
    return {"cookies": kept, "origins": []}  # type: ignore[typeddict-item]  # an address stands for domain and path


@pytest.fixture
def agent(window: Window, badge: Callable[[str], StorageState]) -> Page:
    """Aline, at her desk."""
    return _staff(window, badge("aline@example.com"))


@pytest.fixture
def owner(window: Window, badge: Callable[[str], StorageState]) -> Page:
    """Odile, who may do everything."""
    return _staff(window, badge("odile@example.com"))


@pytest.fixture
def picker(window: Window, badge: Callable[[str], StorageState]) -> Page:
    """Inès, at the bench in Lyon, a scanner in her hand."""
    page = _staff(window, badge("ines@example.com"))
    page.goto("/floor/shift/")
    page.get_by_role("radio", name="Entrepôt de Lyon").check()
    page.get_by_role("button", name="Commencer").click()
    page.get_by_role("heading", name="Scannez un colis").wait_for()
    return page


def _staff(window: Window, known: StorageState) -> Page:
    page = window()
    page.context.add_cookies(known["cookies"])  # type: ignore[arg-type]
    return page


@pytest.fixture(scope="session")
def link_to(stack: Stack, badge: Callable[[str], StorageState]) -> Callable[[str], str]:
    """The way into the customer's own form that an agent gets for somebody on the phone."""
    cookies = {cookie["name"]: cookie["value"] for cookie in badge("aline@example.com")["cookies"]}

    def find(number: str) -> str:
        page = httpx.get(f"{stack.url}/staff/returns/new/", params={"q": number}, cookies=cookies, timeout=60)
        [link] = re.findall(r'href="(/l/[^"?]+)"', page.text)
        return str(link)

    return find
