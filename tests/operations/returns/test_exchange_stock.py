"""What is reserved for an exchange leaves, or is free again: however the return ends, nothing stays promised."""

from uuid import UUID

import pytest

from tests.operations.returns.test_boxes import looked_at, opened
from tests.operations.returns.test_journey import asked, react, see
from volte.catalogue import operations as catalogue
from volte.kit.errors import Conflict
from volte.kit.words import Resolution
from volte.returns import operations
from volte.returns.operations import CountedUnits
from volte.returns.rules.lifecycle import Outcome, Status
from volte.returns.rules.request import WantedItem
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.warehouse import operations as warehouse
from volte.warehouse.models import Reservation, Stock
from volte.warehouse.rules.inspection import Finding

TWO = WantedItem("l1", 2, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="ROBE-L")
EVEN = {"id": "robe-ines", "variants": [{"sku": "ROBE-L", "price": 4999, "currency": "EUR"}]}


@pytest.fixture
def shopper(owner: Actor, order: UUID) -> Actor:
    """Where the larger size costs the same, so that nothing waits for a difference."""
    catalogue.put_product(by=owner, document=EVEN)
    return Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")


def shelf(owner: Actor) -> tuple[int, int]:
    """How many larger dresses lie there, and how many of them are promised."""
    with tenancy.entered(owner.shop_id):
        row = Stock.objects.get(sku="ROBE-L")
        held = sum(one.quantity for one in Reservation.objects.filter(status="held"))
        assert row.reserved == held, "every promise of stock has its row"
        return row.on_hand, row.reserved


def test_cancelled_before_anything_was_sent(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order, TWO)
    assert shelf(owner) == (2, 2)
    operations.cancel(by=shopper, return_id=return_id)
    assert shelf(owner) == (2, 0)


def test_what_came_back_as_something_else_and_was_refused_frees_all(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order, TWO)
    looked_at(owner, opened(owner, return_id), Finding.WRONG_ITEM)
    operations.refuse(by=owner, return_id=return_id, reason="Ce ne sont pas nos robes.")
    react()
    assert see(owner, return_id).items[0].outcome is Outcome.REFUSED
    assert shelf(owner) == (2, 0)


def test_one_as_agreed_and_one_refused_sends_one(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order, TWO)
    box = opened(owner, return_id)
    one, other = box.arrival.units
    looked(owner, one.id)
    looked(owner, other.id, Finding.WRONG_ITEM)
    assert see(owner, return_id).items[0].settled == 1
    operations.refuse(by=owner, return_id=return_id, reason="La seconde n'est pas la nôtre.")
    react()
    view = see(owner, return_id)
    assert (view.status, view.items[0].outcome) == (Status.SETTLED, Outcome.EXCHANGED)
    assert shelf(owner) == (1, 0)


def test_one_missing_in_the_box_sends_one(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order, TWO)
    looked_at(owner, opened(owner, return_id, CountedUnits(line="l1")))
    operations.close_box(by=owner, return_id=return_id, reason="Une seule robe était dans le colis.")
    react()
    assert see(owner, return_id).items[0].outcome is Outcome.EXCHANGED
    assert shelf(owner) == (1, 0)


def test_a_cancelled_exchange_taken_up_again_is_reserved_again(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = refused_once(shopper, owner, order)
    operations.approve(by=owner, return_id=return_id, reason="Après réflexion.")
    assert shelf(owner) == (2, 2)
    looked_at(owner, opened(owner, return_id))
    assert see(owner, return_id).status is Status.SETTLED
    assert shelf(owner) == (0, 0)


def test_taken_up_again_when_it_is_sold_out_says_so(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = refused_once(shopper, owner, order)
    warehouse.set_on_hand(by=owner, sku="ROBE-L", location="lyon", on_hand=1)
    with pytest.raises(Conflict) as refusal:
        operations.approve(by=owner, return_id=return_id, reason="Après réflexion.")
    assert refusal.value.code == "exchange_out_of_stock"
    assert shelf(owner) == (1, 0)


def refused_once(shopper: Actor, owner: Actor, order: UUID) -> UUID:
    return_id = asked(shopper, order, TWO)
    operations.refuse(by=owner, return_id=return_id, reason="Pas cette fois.")
    assert shelf(owner) == (2, 0)
    return return_id


def looked(owner: Actor, unit_id: UUID, *findings: Finding) -> None:
    by = Actor(owner.shop_id, "key", None, "WMS", owner.permissions)
    operations.inspect(by=by, unit_id=unit_id, findings=findings)
    react()
