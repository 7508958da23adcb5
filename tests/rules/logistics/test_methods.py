"""Ways back with their price, effort and footprint, and honest marks."""

import pytest

from volte.kit.money import Money
from volte.kit.words import Method
from volte.logistics.rules import footprint, methods
from volte.logistics.rules.footprint import Trip
from volte.logistics.rules.methods import LabelNeed, Offer


def euros(cents: int) -> Money:
    return Money(cents, "EUR")


def shown(*offers: tuple[Method, int]) -> dict[Method, methods.Option]:
    told = [Offer(method, euros(cents)) for method, cents in offers]
    return {option.method: option for option in methods.options(offers=told, trip=Trip())}


def test_cheapest_first_then_the_one_that_asks_least() -> None:
    options = shown(
        (Method.MAIL, 0),
        (Method.PICKUP, 690),
        (Method.STORE, 0),
        (Method.DROP_OFF, 390),
    )
    assert list(options) == [Method.STORE, Method.MAIL, Method.DROP_OFF, Method.PICKUP]


def test_marks_are_shared_by_equals() -> None:
    options = shown((Method.MAIL, 0), (Method.STORE, 0), (Method.DROP_OFF, 390))
    assert {method for method, option in options.items() if option.cheapest} == {
        Method.MAIL,
        Method.STORE,
    }
    assert {method for method, option in options.items() if option.easiest} == {Method.STORE}


def test_no_mark_where_all_are_equal() -> None:
    options = shown((Method.MAIL, 390), (Method.PICKUP, 390))
    assert not any(option.cheapest or option.easiest for option in options.values())
    assert not shown((Method.MAIL, 390))[Method.MAIL].cheapest


def test_what_each_way_needs() -> None:
    options = shown(*((method, 0) for method in Method))
    assert {method: option.label for method, option in options.items()} == {
        Method.KEEP: LabelNeed.NOTHING,
        Method.STORE: LabelNeed.CODE,
        Method.DROP_OFF: LabelNeed.CODE,
        Method.PICKUP: LabelNeed.PRINTED,
        Method.MAIL: LabelNeed.PRINTED,
    }
    assert options[Method.KEEP].easiest
    assert options[Method.DROP_OFF].title.code == "logistics-method-drop-off"


def test_two_prices_for_one_way_are_a_mistake() -> None:
    with pytest.raises(ValueError):
        shown((Method.MAIL, 0), (Method.MAIL, 100))


def test_no_offers_no_options() -> None:
    assert methods.options(offers=[], trip=Trip()) == ()


@pytest.mark.parametrize(
    ("method", "low", "high"),
    [
        # 1.5 kg, 400 km lorry and 15 km van: 62.16 + 14.29 = 76.45 g; high 63 + 14.29 + 800 g by car
        (Method.DROP_OFF, 70, 880),
        (Method.MAIL, 70, 880),
        (Method.STORE, 0, 870),
        # 62.16 + 250 · 63 + 14.29 + 318
        (Method.PICKUP, 310, 400),
        (Method.KEEP, 0, 0),
    ],
)
def test_worked_footprints(method: Method, low: int, high: int) -> None:
    found = footprint.estimate(method=method, trip=Trip(weight_g=1500))
    assert (found.low_g, found.high_g) == (low, high)


def test_an_estimate_names_its_source() -> None:
    assert "DESNZ 2026" in footprint.estimate(method=Method.DROP_OFF, trip=Trip()).source
