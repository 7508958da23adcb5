"""The desk sees both people of a gift, told apart, and that neither is to learn of the other."""

import re
from typing import Any
from uuid import UUID

from django.test import Client

from tests.operations.returns.test_gifts import gift_of, sent_back
from tests.web.staff_cases.conftest import words
from volte.privacy.models import Look
from volte.returns import queries
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role


def test_the_case_names_both_and_says_what_not_to_tell(owner: Actor, order: UUID, browser_of: Any) -> None:
    return_id = sent_back(owner, gift_of(owner, order))
    with tenancy.entered(owner.shop_id):
        view = queries.by_id(return_id=return_id)
    boss = browser_of(Role.OWNER)
    page = boss.get(f"/staff/returns/{view.number}/")
    told = words(page)
    assert "Gift return" in told and "must not learn of one another" in told
    assert "Recipient Noor Haddad" in told and "Buyer Camille Martin" in told
    assert "/reduction" not in page.content.decode(), "a price is never lowered for whoever did not pay it"
    with tenancy.entered(owner.shop_id):
        assert {look.subject_id for look in Look.objects.all()} >= {return_id, order}, "both were looked at"
        (found,) = queries.of_order(order_id=order) or [None]
    assert found is None


def test_the_desk_leads_to_where_an_order_is_given_away(owner: Actor, order: UUID, browser_of: Any) -> None:
    page = browser_of(Role.OWNER).get("/staff/returns/new/?q=1001").content.decode()
    (way,) = re.findall(r'href="([^"]+\?gift)"', page)
    buyer = Client()
    came = buyer.get(way)
    assert came.headers["Location"].endswith("/order/gift/")
    assert "Robe Inès" in words(buyer.get(came.headers["Location"]))
