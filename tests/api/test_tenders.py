"""An order paid three ways comes back in three parcels: each cent goes where the document says, and pages say so."""

from collections.abc import Callable
from itertools import groupby
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from tests import cast
from tests.api.conftest import Caller
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.test_promise import all_is_well
from tests.operations.returns.test_journey import react
from tests.rules.money import tables
from tests.web.portal.conftest import Shopper, words
from tests.web.staff_settings.conftest import browser_of, person
from volte.catalogue import operations as catalogue
from volte.kit import ids
from volte.kit.money import Money
from volte.messages.models import Mail
from volte.money import jobs, queries
from volte.money import operations as money
from volte.money.rules.standing import Subject
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role

__all__ = ["browser_of", "person"]

LINES = {"dress": "l1", "mug": "l2"}
OURS = ("gift_card", "credit")
STORIES = {
    paid: list(rows)
    for paid, rows in groupby(tables.rows("tenders.md", first_column="paid with"), lambda row: row["paid with"])
}


@pytest.fixture
def codes(owner: Actor) -> dict[str, str]:
    """A gift card and a credit of ours, worth 50.00 each, that paid for the order."""
    about = Subject("gift", uuid4())
    return {kind: money.issue_credit(by=owner, amount=Money(5000, "EUR"), subject=about).code for kind in OURS}


def bought(owner: Actor, gateway: FakeGateway, paid: str, codes: dict[str, str]) -> None:
    payments: list[dict[str, Any]] = []
    for kind, amount in tables.pairs(paid):
        payment: dict[str, Any] = {"id": f"p-{kind}", "kind": kind, "amount": amount, "status": "captured"}
        if kind in OURS:
            money.spend_credit(by=owner, code=codes[kind], amount=Money(amount, "EUR"), key=f"1002-{kind}")
            payment["reference"] = codes[kind]
        elif kind in ("card", "pay_later"):
            payment |= {"gateway": "simulator", "reference": gateway.charge(amount=amount)}
        payments.append(payment)
    catalogue.take_in(by=owner, document=cast.order("1002", payments=payments))


def sent_back(api: Caller, line: str) -> dict[str, Any]:
    """A return through the API until its money is promised; the refunds."""
    item = {"line": line, "quantity": 1, "reason": "too-small"}
    made = api.post("/returns", {"order": "1002", "items": [item]}).json
    box = api.post("/arrivals", {"code": made["number"], "units": [{"line": line, "quantity": 1}]}).json
    api.post(f"/units/{box['units'][0]['id']}/inspection", {"findings": []})
    react()
    found: dict[str, Any] = made
    return found


def refunds(api: Caller, made: dict[str, Any]) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = api.get(f"/refunds?return={made['id']}").json["data"]
    return listed


@pytest.mark.parametrize("paid", STORIES)
def test_each_return_goes_where_the_document_says(
    api: Caller, owner: Actor, order: UUID, gateway: FakeGateway, codes: dict[str, str], paid: str
) -> None:
    bought(owner, gateway, paid, codes)
    back: dict[str, int] = {}
    for row in STORIES[paid]:
        made = sent_back(api, LINES[row["returned"]])
        found = {one["payment_kind"]: one for one in refunds(api, made)}
        assert [(kind, found[kind]["amount"]["amount"]) for kind in found] == tables.pairs(row["goes to"])
        assert sum(one["amount"]["amount"] for one in found.values()) == int(row["back"])
        assert int(row["goods"]) + int(row["delivery"]) == int(row["back"])
        for kind, one in found.items():
            back[kind] = back.get(kind, 0) + one["amount"]["amount"]
            assert one["credit"] == ({"code": codes[kind], "refilled": True} if kind in OURS else None)
    with tenancy.entered(owner.shop_id):
        for kind, amount in tables.pairs(paid):
            if kind in OURS:
                assert queries.credit(code=codes[kind]).balance.amount == 5000 - amount + back[kind]
    assert all_is_well(owner)


def test_the_split_is_told_in_words(
    api: Caller,
    owner: Actor,
    order: UUID,
    gateway: FakeGateway,
    codes: dict[str, str],
    browser_of: Callable[[Role], Client],
) -> None:
    three = next(paid for paid in STORIES if len(tables.pairs(paid)) == 3)
    bought(owner, gateway, three, codes)
    shopper = Shopper(Client(), "en")
    shopper.find("1002")
    shopper.through()
    agent = browser_of(Role.AGENT)
    ending = {kind: code[-4:] for kind, code in codes.items()}
    for row in STORIES[three]:
        made = sent_back(api, LINES[row["returned"]])
        jobs.attempt_planned(shop=str(owner.shop_id))
        react()
        back = {kind: f"€{amount / 100:.2f}" for kind, amount in tables.pairs(row["goes to"])}
        read = words(shopper.get(f"/returns/{made['number']}/"))
        seen = words(agent.get(f"/staff/returns/{made['number']}/"))
        with tenancy.entered(owner.shop_id):
            mail = Mail.objects.filter(occasion="refund_on_its_way").latest("id").text
        if "card" in back:
            assert f"To your card · {back['card']} · paid" in read
            assert "Sur votre carte bancaire" in mail
        if "gift_card" in back:
            assert (
                f"Back on your gift card ending in {ending['gift_card']} · {back['gift_card']} · ready to spend" in read
            )
            assert f"Back on the gift card that had paid, ending in {ending['gift_card']}" in seen
            assert f"carte cadeau se terminant par {ending['gift_card']}" in mail
        if "credit" in back:
            assert f"Back on your shop credit ending in {ending['credit']} · {back['credit']} · ready to spend" in read
        assert not any(code in read + seen + mail for code in codes.values())


def test_what_failed_goes_to_the_account_told_on_the_phone(
    api: Caller, owner: Actor, order: UUID, gateway: FakeGateway, codes: dict[str, str]
) -> None:
    bought(owner, gateway, next(paid for paid in STORIES if "card" in paid), codes)
    made = sent_back(api, LINES["dress"])
    [card] = [one for one in refunds(api, made) if one["status"] == "planned"]
    path = f"/returns/{made['id']}/refunds/{card['id']}/transfer"
    account = {"holder": "Camille Martin", "iban": "FR76 3000 6000 0112 3456 7890 189"}
    assert api.post(path, {**account, "words": "by phone"}).json["code"] == "refund_not_by_hand"
    gateway.next.append("fail")
    jobs.attempt_planned(shop=str(owner.shop_id))
    assert api.post(path, account).json["code"] == "redirect_needs_consent"
    assert api.post(path, {**account, "iban": "FR77"}).json["code"] == "iban_invalid"
    other = api.post(f"/returns/{made['id']}/refunds/{ids.public('rfd', owner.shop_id)}/transfer", account)
    assert (other.status, other.json["code"]) == (404, "refund_unknown")
    sent = api.post(path, {**account, "words": "by phone"})
    assert (sent.status, sent.json["redirected_from"], sent.json["route"]) == (200, card["id"], "bank_transfer")
    assert account["iban"][-3:] not in sent.raw.decode()
    assert {one["id"]: one["status"] for one in refunds(api, made)}[card["id"]] == "replaced"
    assert all_is_well(owner)
