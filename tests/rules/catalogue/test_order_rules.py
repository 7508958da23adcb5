"""Later copies, sums of payments, arrivals and names: the rules by example."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests import cast
from volte.catalogue.documents import orders
from volte.catalogue.rules import delivery, identity, merge, totals
from volte.catalogue.rules.order import Customer, Flag, Line, Order, Shipment, Units
from volte.kit.errors import Invalid


def _order(**changes: Any) -> Order:
    return orders.order(document=cast.order(**changes))


def _with_line(order: Order, **changes: Any) -> Order:
    return replace(order, lines=(replace(order.lines[0], **changes), *order.lines[1:]))


def test_the_sample_order_adds_up() -> None:
    assert totals.cost(order=_order()) == 2 * 4999 - 1000 + 1500 - 1500 + 690
    assert totals.payments_add_up(order=_order())


@pytest.mark.parametrize(
    ("payments", "adds_up"),
    [
        ([], True),
        ([9688], True),
        ([4688, 5000], True),
        ([9687], False),
        ([9689], False),
        ([9688, 1], False),
    ],
)
def test_payments_add_up_to_the_minor_unit(payments: list[int], adds_up: bool) -> None:
    told = [{"id": str(place), "kind": "card", "amount": amount} for place, amount in enumerate(payments)]
    assert totals.payments_add_up(order=_order(payments=told)) is adds_up


def test_failed_payments_are_none_and_pending_ones_are_promises() -> None:
    told = [
        {"id": "a", "kind": "card", "amount": 9688, "status": "failed"},
        {"id": "b", "kind": "transfer", "amount": 9688, "status": "pending"},
    ]
    order = _order(payments=told)
    assert totals.payments_add_up(order=order) and order.captured == 0


def test_cancelled_units_may_be_paid_or_not() -> None:
    order = _with_line(_order(), cancelled_quantity=1)
    assert totals.payments_add_up(order=order)
    unpaid = replace(order, payments=(replace(order.payments[0], amount=9688 - 4999),))
    assert totals.payments_add_up(order=unpaid)
    assert not totals.payments_add_up(order=replace(unpaid, payments=(replace(order.payments[0], amount=4000),)))


def test_tax_on_top_is_part_of_what_it_cost() -> None:
    order = _with_line(_order(discounts=[], shipping=None), tax_included=False, discount=0)
    assert totals.cost(order=order) == 9998 + 2000 + 1500


def test_an_unclaimed_order_becomes_its_later_copy() -> None:
    newer = _with_line(_order(), quantity=1, unit_price=1)
    merged = merge.merge(known=_order(), claimed={}, newer=newer)
    assert merged.order.lines == newer.lines and Flag.QUANTITY_BELOW_CLAIMED not in merged.flags


@pytest.mark.parametrize(
    ("quantity", "cancelled", "claimed", "becomes"),
    [(1, 0, 2, (2, 0)), (2, 1, 2, (2, 0)), (3, 2, 2, (3, 1)), (3, 1, 2, (3, 1)), (5, 0, 2, (5, 0))],
)
def test_claimed_units_stay(quantity: int, cancelled: int, claimed: int, becomes: tuple[int, int]) -> None:
    newer = _with_line(_order(), quantity=quantity, cancelled_quantity=cancelled)
    merged = merge.merge(known=_order(), claimed={"l1": claimed}, newer=newer)
    line = merged.order.lines[0]
    assert (line.quantity, line.cancelled_quantity) == becomes
    assert (Flag.QUANTITY_BELOW_CLAIMED in merged.flags) is (becomes != (quantity, cancelled))


def test_a_line_that_vanished_keeps_what_is_claimed() -> None:
    newer = replace(_order(), lines=_order().lines[1:])
    merged = merge.merge(known=_order(), claimed={"l1": 1}, newer=newer)
    gone = merged.order.lines[-1]
    assert (gone.id, gone.quantity, gone.discount, gone.unit_price) == ("l1", 1, 500, 4999)
    assert Flag.CLAIMED_LINE_GONE in merged.flags
    unclaimed = merge.merge(known=_order(), claimed={}, newer=newer).order.lines[-1]
    assert (unclaimed.quantity, unclaimed.cancelled_quantity, unclaimed.unit_price) == (2, 2, 0)


def test_a_changed_price_is_flagged_once_units_are_claimed() -> None:
    newer = _with_line(_order(), unit_price=3999)
    merged = merge.merge(known=_order(), claimed={"l1": 1}, newer=newer)
    assert Flag.PRICE_CHANGED_AFTER_CLAIM in merged.flags and merged.order.lines[0].unit_price == 3999


@pytest.mark.parametrize("changed", [{"taxes": ["5.5 %"]}, {"tax_included": False}], ids=str)
def test_another_tax_is_flagged_once_units_are_claimed(changed: dict[str, object]) -> None:
    newer = _with_line(_order(), **changed)
    assert Flag.PRICE_CHANGED_AFTER_CLAIM in merge.merge(known=_order(), claimed={"l1": 1}, newer=newer).flags
    assert Flag.PRICE_CHANGED_AFTER_CLAIM not in merge.merge(known=_order(), claimed={}, newer=newer).flags


def test_a_delivery_once_known_stays_known() -> None:
    blank = [{"id": "s1", "lines": [{"line": "l1", "quantity": 2}]}]
    merged = merge.merge(known=_order(), claimed={}, newer=_order(shipments=blank))
    assert merged.order.shipments[0].delivered_at == datetime(2026, 11, 5, 14, tzinfo=UTC)


def test_an_order_never_changes_its_currency() -> None:
    with pytest.raises(Invalid, match="order_currency_changed"):
        merge.merge(known=_order(), claimed={}, newer=_order(currency="USD"))


@pytest.mark.parametrize(("named", "claimed", "outside"), [(0, 0, 0), (1, 0, 1), (1, 1, 0), (2, 1, 1), (9, 0, 2)])
def test_units_given_back_elsewhere_are_not_counted_twice(named: int, claimed: int, outside: int) -> None:
    lines = [{"line": "l1", "quantity": named}] if named else []
    order = _order(refunds=[{"id": "r", "amount": 1, "lines": lines}])
    assert merge.outside_quantity(order=order, line=order.lines[0], claimed=claimed) == outside


def test_a_line_has_arrived_when_its_last_unit_has() -> None:
    early, late = datetime(2026, 11, 5, tzinfo=UTC), datetime(2026, 11, 9, tzinfo=UTC)
    one, two = (Units("l1", 1), Units("l1", 2))

    def arrived(*shipments: Shipment) -> datetime | None:
        return delivery.delivered_at(line_id="l1", expected=2, shipments=shipments)

    first = Shipment(id="a", lines=(one,), delivered_at=early)
    assert arrived() is None
    assert arrived(first) is None
    assert arrived(first, Shipment(id="b", lines=(one,))) is None
    assert arrived(first, Shipment(id="b", lines=(one,), delivered_at=late)) == late
    assert arrived(Shipment(id="c", lines=(two,), delivered_at=early), Shipment(id="d")) == early


def test_the_same_person_written_twice() -> None:
    assert identity.normal_email(written=" Camille@Example.COM ") == "camille@example.com"
    assert identity.normal_postcode(written="sw1a 1aa") == identity.normal_postcode(written="SW1A-1AA")
    assert identity.key_of(customer=Customer(id="7", email="a@example.com")) == "id:7"
    assert identity.key_of(customer=Customer(email="A@example.com")) == "mail:a@example.com"
    assert identity.key_of(customer=Customer(name="Nobody")) == identity.key_of(customer=None) == ""


def test_a_line_knows_nothing_it_was_not_told() -> None:
    line = Line(id="x", quantity=1, unit_price=0)
    assert line.unit_cost is None and line.weight_g is None and line.traits == ()
