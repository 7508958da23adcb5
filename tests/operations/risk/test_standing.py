"""What came back is counted once, by month of the order, faulty goods aside."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from tests import cast
from volte.catalogue import operations as catalogue
from volte.catalogue import queries as orders
from volte.kit.errors import Invalid
from volte.kit.words import Fault
from volte.risk import operations as risk
from volte.risk import queries
from volte.runtime import tenancy
from volte.runtime.actor import Actor

NOW = datetime(2026, 12, 1, tzinfo=UTC)


def _customer(by: Actor, number: str, placed_at: str) -> UUID:
    taken = catalogue.take_in(by=by, document=cast.order(number, placed_at=placed_at))
    with tenancy.entered(by.shop_id):
        customer_id = orders.order(order_id=taken.order_id).customer_id
    assert customer_id
    return customer_id


def test_standing_counts_twelve_months_and_leaves_faulty_goods_out(owner: Actor) -> None:
    recent, old = "2026-11-02T09:30:00Z", "2025-11-30T23:00:00Z"
    customer_id = _customer(owner, "1", recent)
    assert _customer(owner, "2", old) == customer_id
    for placed_at, units, fault in (
        (recent, 1, Fault.CUSTOMER),
        (recent, 1, None),
        (recent, 1, Fault.MERCHANT),
        (old, 3, None),
    ):
        risk.note(
            by=owner, customer_id=customer_id, placed_at=datetime.fromisoformat(placed_at), units=units, fault=fault
        )
    with tenancy.entered(owner.shop_id):
        standing = queries.standing(customer_id=customer_id, now=NOW)
    assert (standing.orders, standing.units_bought, standing.units_returned) == (1, 3, 2)


def test_a_stranger_has_a_clean_sheet(owner: Actor) -> None:
    with tenancy.entered(owner.shop_id):
        standing = queries.standing(customer_id=UUID(int=1), now=NOW)
    assert (standing.orders, standing.rate.written()) == (0, "0 %")


def test_nothing_is_never_counted(owner: Actor) -> None:
    with pytest.raises(Invalid, match="quantity_not_positive"):
        risk.note(by=owner, customer_id=UUID(int=1), placed_at=NOW, units=0, fault=None)
