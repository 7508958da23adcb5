"""At the table: a box is scanned, counted and received, whatever it holds and whoever announced it."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.web.floor.conftest import Device, Page
from volte.catalogue import operations as catalogue
from volte.kit import ids
from volte.returns import operations
from volte.returns.rules.lifecycle import Status
from volte.returns.views import ReturnView
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.warehouse import queries as warehouse
from volte.warehouse.queries import UnitView
from volte.warehouse.rules.receiving import Match

Asked = Callable[..., ReturnView]
Units = Callable[[ReturnView], list[UnitView]]
BOX = "/floor/box/"


def count(of: ReturnView, line: str) -> str:
    return next(f"n-{item.id}" for item in of.items if item.line == line)


def unit_form(page: Page) -> str:
    found = re.search(r"/floor/units/unt_\w+/inspection/", page.html)
    assert found, page.html
    return found.group()


def test_a_good_unit_takes_a_scan_and_two_presses(device: Device, asked: Asked, units_of: Units) -> None:
    one = asked(("l1", 1))
    box = device.scan(one.parcel_code)
    assert box.status == 200
    assert "One item in this box" in box and "Robe Inès" in box and "Too small" in box
    assert 'data-sound="good"' in box.html

    bench = device.enter(box, BOX)
    assert "One item received" in bench and "Back on sale" in bench

    done = device.enter(bench, unit_form(bench))
    assert done.path == "/floor/"
    assert "Back on sale" in done and "Robe Inès · A · as new" in done and "Undo" in done
    [unit] = units_of(one)
    assert (unit.grade, unit.disposition, unit.location) == ("A", "restock", "lyon")


def test_the_next_scan_confirms_the_last_unit(device: Device, asked: Asked, units_of: Units) -> None:
    first, second = asked(("l1", 1)), asked(("l2", 1))
    bench = device.enter(device.scan(first.parcel_code), BOX)
    next_box = device.enter(bench, unit_form(bench), scan=second.parcel_code)
    assert units_of(first)[0].disposition == "restock"
    assert "Tasse" in next_box and next_box.path.startswith("/floor/box/")


def test_the_same_label_again_receives_the_box(device: Device, asked: Asked, units_of: Units) -> None:
    one = asked(("l1", 2))
    device.enter(device.scan(one.parcel_code), BOX, scan=one.parcel_code)
    assert len(units_of(one)) == 2


def test_double_enter_receives_once(device: Device, asked: Asked, units_of: Units) -> None:
    one = asked(("l1", 1))
    fields = device.scan(one.parcel_code).fields(BOX)
    first, second = device.send(BOX, fields), device.send(BOX, fields)
    assert len(units_of(one)) == 1
    assert first.path == second.path


def test_a_second_scan_shows_what_was_received(device: Device, asked: Asked, units_of: Units) -> None:
    one = asked(("l1", 1))
    device.enter(device.scan(one.parcel_code), BOX)
    again = device.scan(one.parcel_code)
    assert "This box was received already" in again and "One item still has to be inspected." in again
    bench = device.enter(again, "/floor/scan/")
    assert "/floor/units/" in bench.path
    device.enter(bench, unit_form(bench))
    assert "All of it came, and was inspected." in device.scan(one.number)
    assert len(units_of(one)) == 1


def test_one_is_missing(device: Device, asked: Asked, units_of: Units, now_of: Callable[..., ReturnView]) -> None:
    one = asked(("l1", 2))
    bench = device.enter(device.scan(one.parcel_code), BOX, **{count(one, "l1"): "1"})
    assert "One item is missing; the return waits for it." in bench
    assert [unit.match for unit in units_of(one)] == [Match.EXPECTED]
    rest = device.scan(one.parcel_code)
    assert "Already received: one item" in rest and "One item in this box" in rest
    assert now_of(one).items[0].arrived == 1


def test_an_empty_box_takes_nothing_for_granted(
    device: Device, asked: Asked, units_of: Units, now_of: Callable[..., ReturnView]
) -> None:
    one = asked(("l1", 1))
    done = device.enter(device.scan(one.parcel_code), BOX, **{count(one, "l1"): "0"})
    assert "Empty box received" in done
    assert units_of(one) == [] and now_of(one).items[0].arrived == 0


def test_another_item_in_its_place(device: Device, asked: Asked, units_of: Units) -> None:
    one = asked(("l2", 1))
    typed = {"new-what": "brown coat", "new-instead": str(one.items[0].id), "new-count": "1"}
    shown = device.enter(device.scan(one.parcel_code), BOX, do="add", **typed)
    assert "Instead of: Tasse" in shown and "× 1" in shown
    device.enter(shown, BOX)
    [unit] = units_of(one)
    assert (unit.match, unit.title, unit.line_id) == (Match.WRONG_ITEM, "brown coat", one.items[0].id)


def test_what_was_typed_is_added_before_anything_is_received(device: Device, asked: Asked, units_of: Units) -> None:
    one = asked(("l1", 1))
    shown = device.enter(device.scan(one.parcel_code), BOX, **{"new-what": "ROBE-L"})
    assert "Also in the box" in shown and "ROBE-L" in shown
    assert units_of(one) == []


def test_one_more_than_announced_gets_a_number(device: Device, asked: Asked, units_of: Units) -> None:
    one = asked(("l1", 1))
    counted = device.enter(device.scan(one.parcel_code), BOX, scan="ROBE-L")
    aside = device.enter(counted, BOX)
    assert "Write the number on the item" in aside
    matches = {unit.match for unit in units_of(one)}
    assert matches == {Match.EXPECTED, Match.EXTRA}
    bench = device.enter(aside, "/floor/scan/")
    assert "Robe Inès" in bench and unit_form(bench)


def test_items_are_counted_by_scanning_them(device: Device, asked: Asked) -> None:
    one = asked(("l1", 2), ("l2", 1))
    first = device.enter(device.scan(one.parcel_code), BOX, scan="robe-m")
    assert first.fields(BOX)[count(one, "l1")] == "1" and first.fields(BOX)[count(one, "l2")] == "0"
    second = device.enter(first, BOX, scan="ROBE-M")
    assert second.fields(BOX)[count(one, "l1")] == "2"


def test_several_returns_in_one_box(device: Device, asked: Asked, units_of: Units) -> None:
    first, second = asked(("l1", 1)), asked(("l2", 1), number="1002")
    both = device.enter(device.scan(first.parcel_code), BOX, scan=second.number)
    assert "2 returns in this box" in both
    device.enter(both, BOX)
    assert len(units_of(first)) == 1 and len(units_of(second)) == 1


@pytest.mark.parametrize("what", ["cancelled", "refused"])
def test_a_return_that_should_not_have_come(
    what: str, device: Device, asked: Asked, units_of: Units, owner: Actor
) -> None:
    one = asked(("l1", 1))
    if what == "cancelled":
        operations.cancel(by=owner, return_id=one.id)
    else:
        operations.refuse(by=owner, return_id=one.id, reason="hygiene")
    box = device.scan(one.number)
    assert f"This return was {what}, and the box came anyway." in box
    assert 'data-sound="stop"' in box.html
    bench = device.enter(box, BOX)
    assert "Not expected in this return" in bench
    assert [unit.match for unit in units_of(one)] == [Match.EXTRA]


def test_nobody_announced_it(device: Device, asked: Asked, owner: Actor, units_of: Units) -> None:
    box = device.scan("1Z999AA1")
    assert "Nobody announced this box" in box and 'data-sound="stop"' in box.html
    aside = device.enter(box, BOX, **{"new-what": "brown coat"})
    number = re.search(r'floor-pile-number">(\w{4})<', aside.html)
    assert number and "brown coat" in aside

    later = device.scan(number.group(1))
    assert "No return is known for this item." in later and "1Z999AA1" in later
    one = asked(("l1", 1))
    found = device.open(f"{later.path}?return={one.number}")
    action = re.search(r'action="(/floor/units/\w+/return/)"', found.html)
    assert action and "Which item of" in found
    bench = device.enter(found, action.group(1))
    assert f"Belongs to {one.number}" in bench
    assert [unit.match for unit in units_of(one)] == [Match.EXPECTED]
    with tenancy.entered(owner.shop_id):
        assert warehouse.unresolved() == []


def test_a_return_nobody_knows_is_said_so(device: Device) -> None:
    aside = device.enter(device.scan("???"), BOX)
    unit = re.search(r'floor-pile-number">(\w{4})<', aside.html)
    assert unit
    loose = device.scan(unit.group(1))
    assert "No return is known under" in device.open(f"{loose.path}?return=R2222-2222")


@pytest.fixture
def dress(owner: Actor) -> str:
    """The barcode of a dress, as a scanner reads it: EAN-13."""
    variants = [{"sku": "ROBE-M", "title": "Robe Inès M", "gtin": "3760000000017"},
                {"sku": "ROBE-L", "title": "Robe Inès L", "gtin": "03760000000024"}]  # fmt: skip
    catalogue.put_product(by=owner, document={"id": "robe", "title": "Robe Inès", "variants": variants})
    return "3760000000017"


def test_the_barcode_of_an_announced_article_counts_it(device: Device, asked: Asked, dress: str) -> None:
    one = asked(("l1", 2))
    counted = device.enter(device.scan(one.parcel_code), BOX, scan=dress)
    assert counted.fields(BOX)[count(one, "l1")] == "1"
    other = device.enter(counted, BOX, scan="]E03760000000024")
    assert "Also in the box" in other and "Robe Inès L" in other and "ROBE-L" in other


def test_a_barcode_without_a_box_says_what_it_is(device: Device, dress: str) -> None:
    shown = device.scan(dress)
    assert "Nobody announced this box" in shown and "Robe Inès M" in shown
    assert "In the box" in shown and "Also in the box" not in shown
    assert "Put aside" in device.enter(shown, BOX)
    assert "Robe Inès M" in device.scan(dress)


def test_what_nobody_knows_is_not_put_back_on_sale(device: Device) -> None:
    aside = device.enter(device.scan("1Z999AA1"), BOX, **{"new-what": "brown coat"})
    number = re.search(r'floor-pile-number">(\w{4})<', aside.html)
    assert number
    bench = device.open(f"{device.scan(number.group(1)).path}?look=1")
    assert "Put aside: a person decides" in bench and "(proposed)" not in bench


def test_an_unknown_code_while_counting_asks_what_it_is(device: Device, asked: Asked, units_of: Units) -> None:
    one = asked(("l1", 1))
    shown = device.enter(device.scan(one.parcel_code), BOX, scan="4006381333931")
    assert "Nobody knows “4006381333931”." in shown
    inside = device.enter(shown, BOX, inside="4006381333931")
    assert "Also in the box" in inside and "4006381333931" in inside
    assert units_of(one) == []


def test_somebody_else_received_it_meanwhile(device: Device, asked: Asked, units_of: Units, owner: Actor) -> None:
    one = asked(("l1", 1))
    box = device.scan(one.parcel_code)
    operations.receive(by=owner, code=one.parcel_code, location=None, units=())
    shown = device.enter(box, BOX)
    assert "Somebody received this box in the meantime." in shown
    assert len(units_of(one)) == 1


def test_a_settled_return_is_only_counted(device: Device, asked: Asked, owner: Actor) -> None:
    one = asked(("l1", 1))
    with clock.at(clock.now() + timedelta(days=1)):
        received = operations.receive(by=owner, code=one.number, location=None, units=())
        key = Actor(owner.shop_id, "key", None, "WMS", owner.permissions)
        operations.inspect(by=key, unit_id=received.arrival.units[0].id, findings=())
        operations.settle_due(by=Actor.system(owner.shop_id), return_id=one.id)
        device.send("/floor/shift/", {"station": "lyon"})
        more = device.open(f"/floor/box/?code={one.number}&more=1")
    assert "This return is settled already." in more


@pytest.mark.parametrize("code", ["", "   ", "\t"])
def test_nothing_scanned_stays_where_it_is(code: str, device: Device) -> None:
    assert device.scan(code).path == "/floor/"


def test_a_very_long_scan_is_a_code_like_any_other(device: Device) -> None:
    assert device.scan("9" * 5000).status == 200


@pytest.mark.parametrize("counted", ["-1", "1e9", "99999999", "x", "²", ""])
def test_a_count_that_is_none_is_not_taken(counted: str, device: Device, asked: Asked, units_of: Units) -> None:
    one = asked(("l1", 1))
    page = device.enter(device.scan(one.parcel_code), BOX, **{count(one, "l1"): counted})
    assert page.status == 200 and len(units_of(one)) == 1


def test_a_form_without_its_key_is_not_done(device: Device, asked: Asked, units_of: Units) -> None:
    one = asked(("l1", 1))
    assert device.enter(device.scan(one.parcel_code), BOX, key="").status == 422
    assert units_of(one) == []


def test_the_status_follows(device: Device, asked: Asked, now_of: Callable[..., ReturnView]) -> None:
    one = asked(("l1", 1))
    device.enter(device.scan(one.parcel_code), BOX)
    assert now_of(one).status is Status.ARRIVED


def test_an_arrival_of_another_shop_does_not_exist(device: Device) -> None:
    foreign = ids.public("arr", ids.new_id())
    assert device.open(f"/floor/arrivals/{foreign}/").status == 404
