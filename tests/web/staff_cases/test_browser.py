"""The desk in a real browser: decided without a mouse, without a reload, without script, and readable by everybody."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from tests.web.floor.walking import Walker
from tests.web.staff_cases.conftest import DRESS, MUG, seen
from tests.web.staff_cases.test_case import address
from volte.returns import operations
from volte.returns.operations import CountedUnits
from volte.returns.rules.lifecycle import Status
from volte.returns.views import ReturnView
from volte.runtime.actor import Actor
from volte.warehouse.rules.inspection import Finding

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium")
Asked = Callable[..., ReturnView]


class Desk:
    """An agent's hands on the keyboard, and eyes on the screen."""

    def __init__(self, walker: Walker) -> None:
        self.walker = walker

    def open(self, path: str) -> None:
        self.walker.do(lambda page: page.goto(self.walker.host + path))

    def press(self, *keys: str) -> None:
        for key in keys:
            self.walker.ready()
            self.walker.do(lambda page, key=key: page.keyboard.press(key))

    def type(self, words: str) -> None:
        self.walker.ready()
        self.walker.do(lambda page: page.keyboard.type(words))

    def sees(self, words: str) -> None:
        self.walker.do(lambda page: page.get_by_text(words).locator("visible=true").first.wait_for())

    def finds(self, selector: str, state: str = "visible") -> None:
        self.walker.do(lambda page: page.locator(selector).first.wait_for(state=state))

    def focus(self) -> str:
        """The id of what has the focus, else its words."""
        self.walker.ready()
        found: str = self.walker.do(
            lambda page: page.evaluate("document.activeElement.id || document.activeElement.textContent")
        )
        return found.strip()

    def asks(self, script: str) -> Any:
        return self.walker.do(lambda page: page.evaluate(script))


@pytest.fixture
def desk(agent: Client, settings: Any) -> Iterator[Desk]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not here: the desk was NOT walked")
    settings.DEMO_SHOP = "maison"
    walker = Walker(executable=CHROMIUM, client=agent)
    walker.fresh(viewport={"width": 1280, "height": 900})
    yield Desk(walker)
    walker.close()


def test_a_day_without_a_mouse(desk: Desk, owner: Actor, asked: Asked) -> None:
    first, second = asked(DRESS, number="1001"), asked(DRESS, number="1002")
    desk.open("/staff/")
    desk.asks("window.same = true")
    desk.press("j", "j", "k", "Enter")
    desk.finds(f"[data-case='{first.number}']")
    desk.press("a")
    desk.sees("gets a mail with the way to send it back")
    assert desk.focus() == "Approve"
    desk.press("Enter")
    desk.sees(f"Return {first.number} is approved.")
    desk.finds(f".case-row[data-number='{first.number}']", state="detached")
    desk.press("j", "Enter")
    desk.finds(f"[data-case='{second.number}']")
    desk.press("r")
    desk.finds("#refusal-reason:focus")
    desk.press("Tab", "Tab", "Enter")
    desk.finds("#refusal-reason[aria-invalid=true]:focus")
    desk.type("Cette robe a été portée.")
    desk.press("Tab", "Tab", "Enter")
    desk.sees(f"Return {second.number} is refused.")
    desk.sees("Nothing here.")
    assert seen(owner, first.id).status is Status.APPROVED
    assert seen(owner, second.id).status is Status.REFUSED
    assert desk.asks("window.same") is True, "nothing needed a reload"
    assert not desk.walker.said


def test_a_gesture_and_a_message_by_keys(desk: Desk, asked: Asked) -> None:
    view = asked(MUG)
    desk.open(address(view))
    desk.press("g")
    desk.finds("#goodwill-amount:focus")
    desk.type("4,50")
    desk.press("Tab")
    desk.type("Pour l'attente")
    desk.press("Tab", "Tab", "Enter")
    desk.sees("Can still be given back afterwards")
    assert desk.focus() == "Give €4.50 now"
    desk.press("Enter")
    desk.sees("€4.50 is on its way.")
    desk.press("m")
    assert desk.focus() == "message-text"
    desk.type("a r g j k ? x are only letters here")
    assert not desk.asks("document.querySelector('dialog[open]')")
    desk.press("Tab", "Tab", "Enter")
    desk.sees("Your message to Camille Martin is on its way.")
    desk.finds(".talk-member")
    assert not desk.walker.said


def test_a_step_back_shows_the_case_before(desk: Desk, asked: Asked) -> None:
    first, second = asked(DRESS, number="1001"), asked(DRESS, number="1002")
    desk.open("/staff/")
    desk.press("j", "Enter")
    desk.finds(f"[data-case='{first.number}']")
    desk.press("j", "Enter")
    desk.finds(f"[data-case='{second.number}']")
    desk.walker.do(lambda page: page.go_back())
    desk.finds(f"[data-case='{first.number}']")
    assert first.number in desk.asks("document.title")


def test_without_script_every_act_is_a_page(desk: Desk, owner: Actor, asked: Asked) -> None:
    view = asked(DRESS)
    desk.walker.fresh(java_script_enabled=False, viewport={"width": 390, "height": 844})
    desk.open("/staff/")
    for step in (
        lambda page: page.locator(".case-row").click(),
        lambda page: page.locator(".case-acts").get_by_text("Refuse").click(),
        lambda page: page.get_by_role("button", name="Refuse this return").click(),
        lambda page: page.locator("#refusal-reason[aria-invalid=true]").fill("Trop tard."),
        lambda page: page.get_by_role("button", name="Refuse this return").click(),
    ):
        desk.walker.do(step)
    desk.sees(f"Return {view.number} is refused.")
    assert seen(owner, view.id).status is Status.REFUSED


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_nothing_serious_on_any_page(desk: Desk, owner: Actor, asked: Asked, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    waiting, wrong = asked(DRESS, number="1001"), asked(MUG, number="1002")
    box = operations.receive(by=owner, code=wrong.parcel_code, location=None, units=())
    operations.inspect(by=owner, unit_id=box.arrival.units[0].id, findings=[Finding.WRONG_ITEM], reason="A bowl")
    operations.note(by=owner, return_id=waiting.id, text="Bonne cliente")
    loose = operations.receive(by=owner, code="8R1", location=None, units=[CountedUnits(sku="TASSE")]).arrival.units[0]
    desk.walker.fresh(viewport={"width": width, "height": 844}, color_scheme=scheme)
    faults = []
    acts = [address(waiting, noun) for noun in ("", "approval", "refusal", "goodwill", "cancellation")]
    parcel = f"/staff/parcels/{loose.id}/"
    lists = ("/staff/", "/staff/?q=nobody", "/staff/returns/new/?q=1001", "/staff/outbox/", "/staff/parcels/")
    for path in (*lists, *acts, address(wrong), parcel, f"{parcel}?return={wrong.number}"):
        desk.open(path)
        desk.asks("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        found = desk.walker.do(lambda page: Axe().run(page).response["violations"])
        faults += [f"{path}: {each['id']} {[node['target'] for node in each['nodes']][:3]}"
                   for each in found if each["impact"] in ("serious", "critical")]  # fmt: skip
        if desk.asks("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{path} is wider than {width}")
    assert not faults
    assert not desk.walker.said
