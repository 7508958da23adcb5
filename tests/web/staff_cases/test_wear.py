"""The desk sees what the bench found, with its photos; the customer sees what was taken off, and may object."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.test import Client

from tests.operations.returns.test_wear import WORN, look, said
from tests.web.staff_cases.conftest import DRESS, once, seen, words
from volte.returns import operations
from volte.returns.views import ReturnView
from volte.runtime import shop_settings
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role


def test_from_the_bench_to_the_answer_to_an_objection(
    owner: Actor, shop: UUID, asked: Callable[..., ReturnView], browser_of: Any, settings: Any
) -> None:
    settings.DEMO_SHOP = "maison"
    of = asked(DRESS)
    operations.approve(by=owner, return_id=of.id)
    box = operations.receive(by=owner, code=seen(owner, of.id).parcel_code, location=None, units=())
    unit = box.arrival.units[0].id
    said(owner, unit, 1250)
    look(owner, unit)
    boss, case = browser_of(Role.OWNER), f"/staff/returns/{of.number}/"
    page = boss.get(case)
    assert "The bench proposes to take €12.50 off" in words(page) and "Inès proposes to take €12.50 off" in words(page)
    (photo,) = seen(owner, of.id).items[0].wear[0].photos
    assert boss.get(f"{case}photos/{photo}").status_code == 200
    guest = Client(headers={"accept-language": "en"})
    guest.post("/", {"number": "1001", "proof": "75011"})
    assert guest.get(f"/photos/{photo}").status_code == 404
    sheet = boss.get(f"{case}items/0/deduction")
    assert 'value="12.50"' in sheet.content.decode() and WORN in words(sheet)
    taken = {"amount": "12.50", "reason": WORN, "once": once(sheet)}
    assert boss.post(f"{case}items/0/deduction", taken).status_code == 303

    own = f"/returns/{of.number}/"
    told = guest.get(own)
    assert "Taken off for use" in words(told) and WORN in words(told) and f"/photos/{photo}" in told.content.decode()
    assert guest.get(f"/photos/{photo}").status_code == 200
    assert guest.post(f"{own}appeal/", {"why": "It was like that."}).status_code == 302
    assert "objects to what was taken off" in words(boss.get(case))
    assert "€12.50 stay taken off" in words(boss.get(f"{case}objection/upholding"))
    sheet = boss.get(f"{case}objection/repayment")
    done = boss.post(f"{case}objection/repayment", {"reason": "You are right.", "once": once(sheet)})
    assert done.status_code == 303
    assert "is given back" in words(boss.get(case)) and "objects to" not in words(boss.get(case))


def test_the_shop_says_what_the_bench_decides_alone(shop: UUID, browser_of: Any) -> None:
    boss, page = browser_of(Role.OWNER), "/staff/settings/bench/"
    assert "Taken off for use without asking" in words(boss.get(page))
    assert boss.post(page, {"alone": "a lot"}).status_code == 422
    assert boss.post(page, {"alone": "15"}).status_code == 302
    assert shop_settings.of_shop(shop).bench.alone == 1500
    assert 'value="15.00"' in boss.get(page).content.decode()
