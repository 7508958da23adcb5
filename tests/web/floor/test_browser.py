"""The floor in a real browser, hands on the keyboard: presses counted, seconds measured, the network cut."""

import re
import shutil
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.live import crowded
from tests.web.floor.conftest import Device
from tests.web.floor.walking import Walker
from volte.returns.views import ReturnView
from volte.warehouse.queries import UnitView
from volte.warehouse.rules.states import UnitStatus

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium")
SERIOUS = ("serious", "critical")

Asked = Callable[..., ReturnView]
Units = Callable[[ReturnView], list[UnitView]]


class Screen:
    """Somebody's hands and eyes at the device."""

    def __init__(self, walker: Walker) -> None:
        self.walker = walker
        self.presses = 0

    def open(self, path: str) -> None:
        self.walker.do(lambda page: page.goto(self.walker.host + path))

    def scan(self, code: str) -> None:
        """As a keyboard-wedge scanner does: everything at once, then Enter."""
        self._ready()
        self.walker.do(lambda page: (page.keyboard.type(code), page.keyboard.press("Enter")))

    def press(self, key: str) -> None:
        self._ready()
        self.presses += 1
        self.walker.do(lambda page: page.keyboard.press(key))

    def _ready(self) -> None:
        """The scan field has the focus: without it a key goes nowhere when the page has no script."""
        self.walker.ready()
        self.finds(":focus")

    def sees(self, words: str) -> None:
        self.walker.do(lambda page: page.get_by_text(words).first.wait_for())

    def finds(self, selector: str, state: str = "visible") -> None:
        self.walker.do(lambda page: page.locator(selector).first.wait_for(state=state))

    def click(self, role: str, name: str) -> None:
        self.walker.do(lambda page: page.get_by_role(role, name=name).click())


@pytest.fixture
def walker(device: Device, settings: Any) -> Iterator[Walker]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not here: the floor was NOT walked")
    settings.DEMO_SHOP = "maison"
    started = Walker(executable=CHROMIUM, client=device.client)
    yield started
    started.close()


@pytest.fixture
def screen(walker: Walker) -> Screen:
    return Screen(walker)


def test_a_good_unit_in_five_presses_and_ten_seconds(screen: Screen, asked: Asked, units_of: Units) -> None:
    one = asked(("l1", 1))
    screen.open("/floor/")
    began = time.monotonic()
    screen.scan(one.parcel_code)
    screen.sees("One item in this box")
    screen.press("Enter")
    screen.sees("Is it the right item?")
    screen.press("Enter")
    screen.sees("Undo")
    took = time.monotonic() - began
    assert screen.presses <= 5
    assert took < 10 * crowded()
    assert [unit.disposition for unit in units_of(one)] == ["restock"]
    assert not screen.walker.said


def test_each_answer_is_one_key_and_undo_is_u(screen: Screen, asked: Asked, units_of: Units) -> None:
    one = asked(("l1", 1))
    screen.open("/floor/")
    screen.scan(one.parcel_code)
    screen.sees("One item in this box")
    screen.press("Enter")
    screen.sees("Is it the right item?")
    screen.press("d")
    screen.sees("Refurbish")
    screen.press("d")
    screen.sees("Back on sale")
    screen.press("d")
    screen.sees("Refurbish")
    screen.press("Enter")
    screen.sees("C · used or incomplete")
    screen.press("u")
    screen.sees("Taken back: Robe Inès")
    assert units_of(one)[0].status is UnitStatus.AWAITING
    assert not screen.walker.said


def test_the_next_scan_confirms_and_a_code_is_never_taken_for_keys(
    screen: Screen, asked: Asked, units_of: Units
) -> None:
    first, second = asked(("l1", 1)), asked(("l2", 1))
    screen.open("/floor/")
    screen.scan(first.parcel_code)
    screen.sees("Robe Inès")
    screen.scan(first.parcel_code)
    screen.sees("Is it the right item?")
    screen.scan(second.parcel_code)
    screen.sees("Tasse")
    [unit] = units_of(first)
    assert (unit.grade, unit.disposition) == ("A", "restock")


def test_digits_and_arrows_count(screen: Screen, asked: Asked, units_of: Units) -> None:
    one = asked(("l1", 2), ("l2", 1))
    screen.open("/floor/")
    screen.scan(one.parcel_code)
    screen.sees("3 items in this box")
    screen.press("1")
    screen.finds("[data-total]:text-is('2')")
    screen.press("ArrowDown")
    screen.press("0")
    screen.finds("[data-total]:text-is('1')")
    assert screen.walker.do(lambda page: page.locator(".stepper-button:visible").count()) == 4
    screen.press("Enter")
    screen.sees("2 items are missing")
    assert len(units_of(one)) == 1


def test_without_a_network_nothing_is_lost(screen: Screen, asked: Asked, units_of: Units) -> None:
    one, two = asked(("l1", 1)), asked(("l2", 1))
    screen.open("/floor/")
    screen.scan(one.parcel_code)
    screen.sees("One item in this box")
    screen.walker.cut = True
    screen.press("Enter")
    screen.sees("No network: kept on this device")
    screen.sees("Not sent yet · 1")
    screen.scan(two.parcel_code)
    screen.sees("Not sent yet · 2")
    assert units_of(one) == []
    screen.walker.cut = False
    screen.click("button", "Send now")
    screen.sees("Scanned without network, to be counted · 1")
    assert len(units_of(one)) == 1 and units_of(two) == []
    screen.click("link", "Open")
    screen.sees("Tasse")
    screen.finds("[data-queue]", state="hidden")


def test_without_script(screen: Screen, asked: Asked, units_of: Units) -> None:
    one = asked(("l1", 1))
    screen.walker.fresh(java_script_enabled=False)
    screen.open("/floor/")
    screen.finds("#scan:focus")
    screen.scan(one.parcel_code)
    screen.sees("One item in this box")
    screen.press("Enter")
    screen.sees("Is it the right item?")
    screen.press("Enter")
    screen.sees("Undo")
    assert units_of(one)[0].disposition == "restock"


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_nothing_serious_on_any_page(width: int, scheme: str, screen: Screen, device: Device, asked: Asked) -> None:
    from axe_playwright_python.sync_playwright import Axe

    one, two, sent = asked(("l1", 1)), asked(("l2", 1)), asked(("l1", 1), number="1002")
    device.enter(device.scan(two.parcel_code), "/floor/box/", scan="TASSE")
    bench = device.enter(device.scan(one.parcel_code), "/floor/box/").path
    aside = device.enter(device.scan("UNKNOWN-1"), "/floor/box/")
    loose = device.scan(re.findall(r'floor-pile-number">(\w{4})<', aside.html)[0]).path
    screen.walker.fresh(viewport={"width": width, "height": 844}, color_scheme=scheme)
    faults = []
    paths = ("/floor/", "/floor/shift/", "/floor/pile/", "/floor/badges/", f"/floor/box/?code={sent.parcel_code}",
             "/floor/box/?code=NOBODY", f"/floor/box/?code={two.number}", bench, aside.path, loose, f"{loose}label/",
             "/floor/units/x/")  # fmt: skip
    for path in paths:
        screen.open(path)
        wide, small, found = screen.walker.do(
            lambda page: (page.evaluate(WIDE), page.evaluate(SMALL), Axe().run(page).response["violations"])
        )
        faults += [f"{path} is wider than {width}"] * wide
        faults += [f"{path}: too small for a glove: {each}" for each in small]
        faults += [f"{path}: {each['id']} {[node['target'] for node in each['nodes']][:3]}"
                   for each in found if each["impact"] in SERIOUS]  # fmt: skip
    assert not faults
    assert not screen.walker.said


WIDE = "document.documentElement.scrollWidth > innerWidth"
# What a thumb has to hit, under 60 px high: links inside sentences and the language switch aside.
SMALL = """() => [...document.querySelectorAll(
    "main button, main .floor-answer, main .floor-grade, main a.button, main a.floor-pile-row, main input.input, " +
    "header a"
  )].filter((e) => e.offsetParent && e.getBoundingClientRect().height < 59.5).map((e) => e.outerHTML.slice(0, 90))"""
