"""Pages in a real browser: nothing axe calls serious, nothing wider than a phone, nothing the policy had to stop."""

import queue
import shutil
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.web.floor import walking
from tests.web.staff_settings.conftest import browser_of, person
from volte.runtime.permissions import Role
from volte.web.shared import bundles

__all__ = ["browser_of", "person"]
pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium")
HOST = "http://volte.test"
PAGES = ("/staff/login/", "/staff/design/", "/nothing/", "/staff/account/", "/staff/settings/brand/",
         "/staff/settings/reasons/", "/staff/settings/reasons/too-small/", "/staff/settings/locations/lyon/",
         "/staff/settings/members/", "/staff/settings/keys/")  # fmt: skip
MOST_BYTES = 100_000


@pytest.fixture
def answers(shop: UUID, browser_of: Callable[[Role], Client], settings: Any) -> dict[str, tuple[int, str, bytes]]:
    """Every page and what it loads, fetched before the browser starts (its event loop and our database do not mix)."""
    settings.DEMO_SHOP = "maison"
    boss = browser_of(Role.OWNER)
    found = {}
    kinds = [bundles.bundle(face, kind).address for face in bundles.FACES for kind in ("css", "js")]
    for path in (*PAGES, *kinds, "/accent/0b5d51.css", "/icon.svg", "/static/django_htmx/htmx-2.min.js"):
        answer = (Client() if path == "/staff/login/" else boss).get(path)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        headers = {name: answer[name] for name in ("Content-Type", "Content-Security-Policy") if name in answer}
        found[path] = (answer.status_code, headers, content)
    return found  # type: ignore[return-value]


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_pages(answers: dict[str, Any], width: int, scheme: str) -> None:
    if CHROMIUM is None:
        pytest.skip("Chromium is not here: pages were NOT looked at")
    told: queue.Queue[tuple[str, Any]] = queue.Queue()
    window = {"viewport": {"width": width, "height": 844}, "color_scheme": scheme}
    walking.chromium(CHROMIUM).do(lambda browser: _looked_at(browser.new_page(**window), answers), told)
    kind, found = told.get(timeout=180)
    assert kind == "done", found
    faults, said, asked = found
    assert not faults
    assert not said
    assert all(path.startswith("/") for path in asked), "somebody else was asked"


def _looked_at(page: Any, answers: dict[str, Any]) -> tuple[list[str], list[str], list[str]]:
    """What is wrong with the pages, what the browser said of them, and which addresses it asked for."""
    from axe_playwright_python.sync_playwright import Axe

    width = page.viewport_size["width"]
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if "Content Security" in message.text else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    asked: list[str] = []

    def serve(route: Any) -> None:
        path = route.request.url.removeprefix(HOST)
        asked.append(path)
        status, headers, content = answers.get(path, (404, {}, b""))
        route.fulfill(status=status, headers=headers, body=content)

    page.route("**/*", serve)
    faults = []
    for path in PAGES:
        page.goto(HOST + path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{path} is wider than {width}")
        for found in Axe().run(page).response["violations"]:
            if found["impact"] in ("serious", "critical"):
                faults.append(f"{path}: {found['id']} {[node['target'] for node in found['nodes']][:3]}")
    page.close()
    return faults, said, asked


def test_no_page_is_heavy(answers: dict[str, Any]) -> None:
    """What travels: pages as they are (no compression), stylesheets and scripts packed."""
    import gzip

    packed = sum(len(bundles.bundle("staff", kind).packed) for kind in ("css", "js"))
    library = len(gzip.compress(answers["/static/django_htmx/htmx-2.min.js"][2]))
    for path in PAGES:
        assert len(answers[path][2]) + packed + library < MOST_BYTES, path
