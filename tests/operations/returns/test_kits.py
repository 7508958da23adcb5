"""A kit with gift wrap comes back part by part: the parts bring exactly what it cost."""

from typing import Any
from uuid import UUID

import pytest

from tests import cast
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.test_journey import key, react, received, see, wanted
from volte.catalogue import operations as catalogue
from volte.catalogue import queries as orders
from volte.catalogue.documents import outgoing
from volte.kit.errors import Invalid
from volte.money import queries as money
from volte.money import verify
from volte.returns import considering, operations
from volte.returns.rules.request import WantedItem
from volte.runtime import tenancy
from volte.runtime.actor import Actor

RATE = [{"rate": "20 %"}]
LINES: list[dict[str, Any]] = [
    {"id": "kit", "title": "Coffret thé", "quantity": 1, "unit_price": 6000, "taxes": RATE},
    {"id": "pot", "title": "Théière", "quantity": 1, "unit_price": 0, "bundle": "kit", "bundle_weight": 4000},
    {"id": "cup", "title": "Tasse", "quantity": 2, "unit_price": 0, "bundle": "kit", "bundle_weight": 1750},
    {"id": "wrap", "title": "Papier cadeau", "quantity": 1, "unit_price": 500, "taxes": RATE, "wraps": ["kit"]},
]


@pytest.fixture
def tea(owner: Actor, order: UUID) -> UUID:
    """6000 for the kit, 500 for the wrap, 690 for the way out, of which 490 are owed."""
    shipped = [{"line": "kit", "quantity": 1}]
    document = cast.order(
        "2002",
        lines=LINES,
        discounts=[],
        payments=[{"id": "p1", "kind": "card", "gateway": "simulator", "reference": "ch_9", "amount": 7190}],
        shipments=[{"id": "s1", "lines": shipped, "delivered_at": "2026-11-05T14:00:00Z"}],
    )
    return catalogue.take_in(by=owner, document=document).order_id


def came_back(owner: Actor, order: UUID, line: str, quantity: int) -> int:
    """Asked, received, looked at, paid: what went back for it."""
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")
    asked = wanted(WantedItem(line=line, quantity=quantity))
    return_id = operations.request(by=shopper, order_id=order, wanted=asked)
    box = received(owner, see(owner, return_id))
    for unit in box.arrival.units:
        operations.inspect(by=key(owner), unit_id=unit.id, findings=())
    react()
    with tenancy.entered(owner.shop_id):
        return sum(refund.amount.amount for refund in money.refunds(subject_id=return_id))


def test_parts_one_by_one_bring_the_kit_its_wrap_and_the_way_out(owner: Actor, tea: UUID, gateway: FakeGateway) -> None:
    # 6000 by 4000 and 2 × 1750: 3200 and 2800; the way out by what was paid for the goods.
    got = [came_back(owner, tea, "pot", 1), came_back(owner, tea, "cup", 1), came_back(owner, tea, "cup", 1)]
    assert got == [3200 + 261, 1400 + 115, 1400 + 114 + 500]
    assert sum(got) == 6000 + 500 + 490
    with tenancy.entered(owner.shop_id):
        assert not verify.ledger().discrepancies


@pytest.mark.parametrize(("line", "instead"), [("kit", "pot, cup"), ("wrap", "pot, cup")])
def test_who_names_the_kit_is_told_its_parts(owner: Actor, tea: UUID, line: str, instead: str) -> None:
    with pytest.raises(Invalid) as refusal:
        operations.request(by=owner, order_id=tea, wanted=wanted(WantedItem(line=line, quantity=1)))
    assert (refusal.value.code, refusal.value.params["instead"]) == ("line_is_no_goods", instead)


def test_the_portal_offers_parts_which_arrived_with_their_kit(owner: Actor, tea: UUID) -> None:
    with tenancy.entered(owner.shop_id):
        _, outlooks = considering.outlooks(order_id=tea)
        document = outgoing.order(view=orders.order(order_id=tea))
    assert [(one.line.id, one.kit) for one in outlooks] == [("pot", "Coffret thé"), ("cup", "Coffret thé")]
    assert all(one.line.delivered_at is not None for one in outlooks)
    told = {line["id"]: (line["bundle"], line["bundle_weight"], line["wraps"]) for line in document["lines"]}
    assert told["cup"] == ("kit", 1750, ()) and told["wrap"] == (None, None, ("kit",))
