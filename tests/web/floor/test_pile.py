"""What waits: shown with its age, oldest first, with as few questions to the database as a page needs."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.web.floor.conftest import Device
from tests.web.floor.test_boxes import BOX
from volte.returns import operations
from volte.returns.views import ReturnView
from volte.runtime import clock
from volte.runtime.actor import Actor

Asked = Callable[..., ReturnView]


def test_the_start_says_what_waits(device: Device, asked: Asked, owner: Actor) -> None:
    one = asked(("l1", 2))
    operations.receive(by=owner, code=one.number, location="lyon", units=())
    with clock.at(clock.now() + timedelta(hours=3)):
        page = device.open("/floor/")
    assert "2 items to inspect" in page and "the oldest: 3 hours" in page


def test_what_is_late_says_so(device: Device, asked: Asked, owner: Actor) -> None:
    one = asked(("l1", 1))
    operations.receive(by=owner, code=one.number, location="lyon", units=())
    with clock.at(clock.now() + timedelta(days=3)):
        device.send("/floor/shift/", {"station": "lyon"})
        page = device.open("/floor/pile/")
    assert "3 days" in page and "floor-late" in page.html


def test_enter_takes_the_oldest(device: Device, asked: Asked, owner: Actor) -> None:
    one, two = asked(("l1", 1)), asked(("l2", 1))
    operations.receive(by=owner, code=two.number, location="lyon", units=())
    with clock.at(clock.now() + timedelta(minutes=1)):
        operations.receive(by=owner, code=one.number, location="lyon", units=())
        bench = device.enter(device.open("/floor/pile/"), "/floor/scan/")
    assert "Tasse" in bench


def test_nothing_waits(device: Device) -> None:
    assert "Nothing waits" in device.open("/floor/pile/")


@pytest.mark.parametrize(("path", "most"), [("/floor/", 16), ("/floor/pile/", 17), ("/floor/box/?code={code}", 20)])
def test_a_page_asks_little(
    path: str, most: int, device: Device, asked: Asked, owner: Actor, django_assert_max_num_queries: Any
) -> None:
    for number in range(3):
        other = asked(("l1", 2), ("l2", 1), number=f"20{number}")
        operations.receive(by=owner, code=other.number, location="lyon", units=())
    one = asked(("l1", 2), ("l2", 1))
    with django_assert_max_num_queries(most):
        device.client.get(path.format(code=one.parcel_code))


def test_french_reads_as_french(device: Device, asked: Asked) -> None:
    one = asked(("l1", 1))
    device.client.cookies["volte_language"] = "fr"
    box = device.scan(one.parcel_code)
    assert "Un article dans ce colis" in box and "Tout y est" in box
    bench = device.enter(box, BOX)
    assert "Rien à signaler\u202f? Entrée, ou scannez le colis suivant" in bench.html
