"""The desk sees through what never arrived and what has not left."""

import re
from typing import Any
from uuid import UUID

from tests.operations.returns.test_cancelling import call_off, take_in
from tests.operations.returns.test_never_arrived import SENT, claim
from tests.web.staff_cases.conftest import words
from volte.returns import queries
from volte.runtime import shop_settings, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role


def test_the_case_says_what_to_do_and_a_found_parcel_ends_it(owner: Actor, order: UUID, browser_of: Any) -> None:
    sent = take_in(owner, "2002", shipments=[SENT])
    with tenancy.entered(owner.shop_id):
        view = queries.by_id(return_id=claim(owner, sent, l1=1))
    boss = browser_of(Role.OWNER)
    case = f"/staff/returns/{view.number}/"
    shown = words(boss.get(case))
    assert "Never arrived" in shown and "Ask the carrier" in shown and "Tuesday 24 November 2026" in shown
    assert "art. 20" in shown
    assert "taken for lost" in words(boss.get(f"{case}approval"))
    sheet = boss.get(f"{case}found").content.decode()
    assert re.search(r'value="customer"[^>]* checked', sheet) and not re.search(r'value="returned"[^>]* checked', sheet)
    done = boss.post(f"{case}found", {"where": "customer", "reason": "Chez la gardienne", "once": "a"})
    assert done.status_code in (302, 303)
    assert "It has turned up with the customer" in words(boss.get(case))


def test_a_cancellation_is_approved_knowing_what_it_pays(owner: Actor, order: UUID, browser_of: Any) -> None:
    unsent = take_in(owner, "2002", shipments=[])
    shopper = Actor.shopper(owner.shop_id, order_id=unsent, language="fr", name="Camille")
    with tenancy.entered(owner.shop_id):
        view = queries.by_id(return_id=call_off(shopper, unsent, l1=2, l2=1))
    boss = browser_of(Role.OWNER)
    sheet = words(boss.get(f"/staff/returns/{view.number}/approval"))
    assert "do not send them" in sheet and "Delivery, all of it" in sheet and "€96.88" in sheet


def test_the_shop_says_whether_it_tells_of_every_parcel(shop: UUID, browser_of: Any) -> None:
    boss = browser_of(Role.OWNER)
    page = "/staff/settings/parcels/"
    assert "Deliveries" in words(boss.get(page))
    assert boss.post(page, {"told": "on", "inquiry_days": "0"}).status_code == 422
    assert boss.post(page, {"told": "on", "inquiry_days": "7"}).status_code == 302
    told = shop_settings.of_shop(shop).parcels
    assert (told.told, told.inquiry_days) == (True, 7)
