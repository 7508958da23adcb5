"""On the bench: a unit is looked at, graded and sent where it is worth most; a slip is taken back."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.web.floor.conftest import Device, Page
from tests.web.floor.test_boxes import BOX, unit_form
from volte.kit import ids
from volte.returns.rules.lifecycle import Status
from volte.returns.views import ReturnView
from volte.runtime import clock
from volte.warehouse.queries import UnitView
from volte.warehouse.rules.states import UnitStatus

Asked = Callable[..., ReturnView]
Units = Callable[[ReturnView], list[UnitView]]


@pytest.fixture
def one(asked: Asked) -> ReturnView:
    return asked(("l1", 1))


@pytest.fixture
def bench(device: Device, one: ReturnView) -> Page:
    return device.enter(device.scan(one.parcel_code), BOX)


def test_the_checklist_skips_what_a_dress_does_not_need(bench: Page) -> None:
    assert "Are the tags on?" in bench
    assert "hygiene seal" not in bench and "Does it work?" not in bench


def test_a_finding_changes_where_it_goes_and_is_shown_first(
    device: Device, bench: Page, one: ReturnView, units_of: Units
) -> None:
    shown = device.enter(bench, unit_form(bench), **{"see-state": "marked"})
    assert "Look: this changes where it goes." in shown and "Refurbish" in shown
    assert units_of(one)[0].status is UnitStatus.AWAITING
    done = device.enter(shown, unit_form(shown))
    assert "Refurbish" in done and "C · used or incomplete" in done
    assert units_of(one)[0].grade == "C"


def test_what_follows_is_told_while_answering(device: Device, bench: Page) -> None:
    action = unit_form(bench).replace("inspection", "outlook")
    told = device.open(f"{action}?see-state=damaged&grade=A&shown-grade=A&way=restock&shown-way=restock")
    assert 'name="shown-grade" value="D"' in told.html and "Recycle" in told
    assert "<html" not in told.html


def test_another_grade_needs_a_reason(device: Device, bench: Page, one: ReturnView, units_of: Units) -> None:
    action = unit_form(bench)
    followed = device.open(f"{action.replace('inspection', 'outlook')}?grade=B&shown-grade=A&shown-way=restock")
    assert "Why? One tap is enough" in followed
    fields = bench.fields(action) | {"grade": "B", "shown-grade": "A", "way": "", "shown-way": "outlet"}
    asked = device.send(action, fields)
    assert asked.status == 422 and "Say in a word why" in asked
    done = device.enter(asked, action, **{"grade": "B", "shown-grade": "A", "shown-way": "outlet", "why": "It smells"})
    assert "Sell in the outlet" in done
    assert units_of(one)[0].grade == "B"


def test_another_way_needs_a_reason(device: Device, bench: Page, one: ReturnView, units_of: Units) -> None:
    action = unit_form(bench)
    asked = device.enter(bench, action, way="donate")
    assert asked.status == 422 and "Why? One tap is enough" in asked
    done = device.enter(asked, action, way="donate", **{"shown-way": "restock", "why-words": "moth holes"})
    assert "Donate" in done
    assert units_of(one)[0].disposition == "donate"


def test_another_item_silences_the_other_answers(device: Device, bench: Page, one: ReturnView) -> None:
    shown = device.enter(bench, unit_form(bench), **{"see-identity": "wrong_item", "see-state": "damaged"})
    assert "Put aside: a person decides" in shown
    done = device.enter(shown, unit_form(shown))
    assert re.search(r"Put aside: \w{4}", done.html)


def test_what_came_in_the_place_of_an_item_is_not_put_back_on_sale_by_enter(device: Device, asked: Asked) -> None:
    one = asked(("l2", 1))
    typed = {"new-what": "brown coat", "new-instead": str(one.items[0].id)}
    counted = device.enter(device.scan(one.parcel_code), BOX, do="add", **typed)
    bench = device.enter(counted, BOX)
    assert "Came in the place of another item" in bench and "Put aside: a person decides" in bench
    assert re.search(r"Put aside: \w{4}", device.enter(bench, unit_form(bench)).html)


def test_not_in_the_box_after_all(
    device: Device, bench: Page, one: ReturnView, now_of: Callable[..., ReturnView]
) -> None:
    shown = device.enter(bench, unit_form(bench), **{"see-identity": "not_returned"})
    device.enter(shown, unit_form(shown))
    assert now_of(one).waits_for == "shop"


def test_undo_within_ten_seconds(
    device: Device, bench: Page, one: ReturnView, units_of: Units, now_of: Callable[..., ReturnView]
) -> None:
    done = device.enter(bench, unit_form(bench))
    action = re.search(r'action="(/floor/units/\w+/undoing/)"', done.html)
    assert action and now_of(one).status is Status.INSPECTED
    back = device.enter(done, action.group(1))
    assert "Taken back: Robe Inès" in back and unit_form(back)
    assert units_of(one)[0].status is UnitStatus.AWAITING
    assert "undoing" not in device.open("/floor/").html


def test_undo_too_late_is_said_and_does_nothing(device: Device, bench: Page, one: ReturnView, units_of: Units) -> None:
    done = device.enter(bench, unit_form(bench))
    action = re.search(r'action="(/floor/units/\w+/undoing/)"', done.html)
    assert action
    with clock.at(clock.now() + timedelta(seconds=11)):
        assert "undoing" not in device.open("/floor/").html
        late = device.enter(done, action.group(1))
    assert late.status == 409 and "The 10 seconds are over." in late
    assert units_of(one)[0].status is UnitStatus.INSPECTED


def test_thinking_again_later_needs_a_reason(device: Device, bench: Page, one: ReturnView, units_of: Units) -> None:
    device.enter(bench, unit_form(bench))
    public = ids.public("unt", units_of(one)[0].id)
    page = device.open(f"/floor/units/{public}/")
    assert "Back on sale" in page and "Inspection" in page
    action = f"/floor/units/{public}/disposition/"
    assert device.enter(page, action, way="repack").status == 422
    done = device.enter(page, action, way="repack", why="Stain or hair", key=ids.new_id().hex)
    assert "Repack" in done
    assert units_of(one)[0].disposition == "repack"


def test_the_same_confirmation_twice_counts_once(
    device: Device, bench: Page, one: ReturnView, now_of: Callable[..., ReturnView]
) -> None:
    fields = bench.fields(unit_form(bench))
    device.send(unit_form(bench), fields)
    again = device.send(unit_form(bench), fields)
    assert again.status == 200 and "Back on sale" in again
    assert now_of(one).items[0].inspected == 1


def test_the_second_unit_of_the_box_comes_by_itself(device: Device, asked: Asked, units_of: Units) -> None:
    two = asked(("l1", 1), ("l2", 1))
    first = device.enter(device.scan(two.parcel_code), BOX)
    assert "item 1 of 2" in first
    second = device.enter(first, unit_form(first))
    assert "item 2 of 2" in second and "Tasse" in second and "Undo" in second


def test_somebody_else_looked_at_it(
    device: Device, bench: Page, one: ReturnView, device_of: Callable[..., Device]
) -> None:
    from volte.runtime.permissions import Role

    other = device_of(Role.PICKER, name="Paul")
    theirs = other.open(unit_form(bench).removesuffix("inspection/"))
    other.enter(theirs, unit_form(theirs))
    late = device.enter(bench, unit_form(bench))
    assert late.status == 409 and "has just been inspected" in late


@pytest.mark.parametrize("unit", ["x", "unt_x", "unt_00000000000000000000000000"])
def test_a_unit_nobody_has(unit: str, device: Device) -> None:
    page = device.open(f"/floor/units/{unit}/")
    assert page.status == 404 and "We cannot find this unit." in page


def test_an_answer_nobody_offered(device: Device, bench: Page) -> None:
    page = device.enter(bench, unit_form(bench), **{"see-state": "haunted"})
    assert page.status == 422 and "is not a finding we know" in page
