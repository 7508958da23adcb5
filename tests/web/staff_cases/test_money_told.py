"""The money of a case: before anybody says yes, what would be paid and to which payment; afterwards what was."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.test import Client

from tests.web.staff_cases.conftest import DRESS, seen, words
from volte.kit.words import Resolution
from volte.returns import operations
from volte.returns.rules.request import WantedItem
from volte.returns.views import ReturnView
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.warehouse import operations as warehouse
from volte.web.staff.cases import paying, reading
from volte.web.staff.cases.paying import Account

TWO = [
    {"id": "p1", "kind": "card", "amount": 3000, "status": "captured", "gateway": "simulator", "reference": "ch_1"},
    {"id": "p2", "kind": "gift_card", "amount": 6688, "status": "captured"},
]


def told(owner: Actor, view: ReturnView) -> tuple[tuple[Account, ...], tuple[Account, ...]]:
    with tenancy.entered(owner.shop_id):
        case = reading.case(view.number, by=owner)
    return paying.accounts(case, "en"), paying.to_come(case, "en")


def adds_up(account: Account) -> bool:
    return account.total is not None and sum(amount.amount for _, amount in account.lines) == account.total.amount


def test_before_the_yes_stands_which_payment_gets_how_much(agent: Client, asked: Callable[..., ReturnView]) -> None:
    view = asked(DRESS, number="1401", payments=TWO)
    for page in (agent.get(f"/staff/returns/{view.number}/"), agent.get(f"/staff/returns/{view.number}/approval")):
        said = words(page)
        assert "In all €38.56" in said or "Leaves when the goods are here €38.56" in said, said
        assert "of which VAT at 20% €6.43" in said
        assert "Shared over the payments Card, through Simulator €30.00" in said
        assert "Gift card, given back as store credit €8.56" in said


def test_an_account_sums_to_its_total_before_and_after(
    owner: Actor, asked: Callable[..., ReturnView], gateway: Any, order: UUID
) -> None:
    credit = WantedItem(line="l1", quantity=1, reason="too-small", resolution=Resolution.CREDIT)
    mug = WantedItem(line="l2", quantity=1, reason="changed-mind")
    view = asked(credit, mug, number="1402", payments=TWO)
    operations.approve(by=owner, return_id=view.id)
    view = seen(owner, view.id)
    _, foreseen = told(owner, view)
    box = operations.receive(by=owner, code=view.parcel_code, location=None, units=())
    for unit in box.arrival.units:
        operations.inspect(by=owner, unit_id=unit.id, findings=())
    operations.settle_due(by=owner, return_id=view.id)
    made, left = told(owner, view)
    assert not left and len(made) == len(foreseen) == 2
    assert all(map(adds_up, (*made, *foreseen)))
    assert [(one.lines, one.total, one.tax) for one in made] == [(one.lines, one.total, one.tax) for one in foreseen]
    assert sum(len(one.refunds) for one in made) and sum(len(one.credits) for one in made)


def test_an_exchange_for_a_dearer_article_sums_to_what_the_customer_pays(
    owner: Actor, asked: Callable[..., ReturnView], agent: Client
) -> None:

    warehouse.set_on_hand(by=owner, sku="ROBE-L", location="lyon", on_hand=2)
    swap = WantedItem("l1", 1, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="ROBE-L")
    view = asked(swap, number="1403")
    operations.approve(by=owner, return_id=view.id)
    view = seen(owner, view.id)
    (foreseen,) = told(owner, view)[1]
    box = operations.receive(by=owner, code=view.parcel_code, location=None, units=())
    operations.inspect(by=owner, unit_id=box.arrival.units[0].id, findings=())
    operations.settle_due(by=owner, return_id=view.id)
    (made,) = told(owner, view)[0]
    assert adds_up(made) and adds_up(foreseen) and made.lines == foreseen.lines
    assert made.owed is not None and made.owed.amount == 500
    page = words(agent.get(f"/staff/returns/{view.number}/"))
    assert re.search(r"The customer pays\s+€5\.00\s+of which VAT at 20%\s+€0\.8", page)
