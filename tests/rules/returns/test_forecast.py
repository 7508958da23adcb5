"""The worked tables of docs/algorithms/breach-forecast.md, and what must hold for any history."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.warehouse.tables import listed
from tests.rules.warehouse.tables import table as worked
from volte.kit.money import Money
from volte.law.rules import provisions, terms
from volte.law.rules.words import Topic
from volte.returns.rules.clocks import forecast
from volte.returns.rules.clocks.forecast import FEWEST, Curve, Foreseen, Pending, Price, Step, Wait
from volte.returns.rules.clocks.words import Code

PAGE = "breach-forecast.md"
FORTY = (Wait(24, True, 10), Wait(48, True, 10), Wait(72, True, 10), Wait(120, True, 6), Wait(60, False, 4))
TODAY = date(2026, 11, 23)
HUNDRED = Money(10000, "EUR")


def pending(waited: int, allowed: int, **more: object) -> Pending:
    given = {"code": Code.REFUND_LAW, "on": TODAY, "step": Step.FROM_ARRIVAL, **more}
    return Pending(uuid4(), "R1", waited=waited, allowed=allowed, **given)  # type: ignore[arg-type]  # its fields


def of_law(place: str) -> tuple[Price, ...]:
    late = provisions.statute(place, date(2026, 10, 1)).get(Topic.LATE_REFUND, terms.Late)
    assert late is not None
    return forecast.prices(late=late, amount=HUNDRED)


@pytest.mark.parametrize("row", worked(PAGE, under="Still open"), ids=lambda row: row["hours"])
def test_the_share_still_open(row: dict[str, str]) -> None:
    assert f"{Curve(FORTY).open_after(int(row['hours'])):.4f}" == row["still open"]


@pytest.mark.parametrize("row", worked(PAGE, under="The chance"), ids=lambda row: f"{row['waited']} {row['due after']}")
def test_the_chance_that_one_is_missed(row: dict[str, str]) -> None:
    curve, waited = Curve(FORTY), int(row["waited"])
    assert curve.longer_than(waited) == int(row["n"])
    chance = curve.chance(waited=waited, until=int(row["due after"]))
    assert (f"{chance:.4f}", curve.is_rough(waited=waited)) == (row["chance"], row["rough"] == "yes")


@pytest.mark.parametrize("row", worked(PAGE, under="How many"), ids=lambda row: row["chances"])
def test_how_many_are_missed(row: dict[str, str]) -> None:
    each = [Foreseen(pending(0, 1), float(chance), None) for chance in listed(row["chances"])]
    found = forecast.expected(each)
    assert (found.mean, found.low, found.high) == (pytest.approx(float(row["mean"])), int(row["low"]), int(row["high"]))


def test_the_prices_of_being_late() -> None:
    said = [
        (place, str(price.day), f"{price.more.amount / 100:.2f}") for place in ("FR", "ES") for price in of_law(place)
    ]
    assert said == [(row["place"], row["from day late"], row["more"]) for row in worked(PAGE, under="What it would")]


@pytest.mark.parametrize(("place", "cents"), [("ES", 2581), ("FR", 81)])
def test_what_it_would_cost(place: str, cents: int) -> None:
    found = forecast.foreseen(pending(24, 72, prices=of_law(place)), Curve(FORTY))
    assert found.cost == Money(cents, "EUR")


def test_of_what_has_too_little_history_nothing_is_said() -> None:
    days = [TODAY + timedelta(days=ahead) for ahead in range(7)]
    few = (Wait(24, True, FEWEST - 1),)
    found = forecast.forecast(pending=[pending(1, 30)], history={Step.FROM_ARRIVAL: few}, days=days)
    assert not found.says_something
    assert (found.whole.due, found.whole.unknown, found.whole.mean, found.costs) == (1, 1, 0, ())
    enough = (Wait(24, True, FEWEST),)
    assert forecast.forecast(
        pending=[pending(1, 30)], history={Step.FROM_ARRIVAL: enough}, days=days
    ).says_something  # fmt: skip


def test_each_day_has_its_own_and_the_likeliest_stands_first() -> None:
    days = [TODAY + timedelta(days=ahead) for ahead in range(7)]
    soon = pending(24, 30)
    later = pending(24, 72, on=TODAY + timedelta(days=2))
    answer = pending(0, 10, step=Step.ANSWER, code=Code.ANSWER)
    found = forecast.forecast(pending=[later, answer, soon], history={Step.FROM_ARRIVAL: FORTY}, days=days)
    assert [day.expected.due for day in found.days] == [2, 0, 1, 0, 0, 0, 0]
    assert [one.pending for one in found.foreseen] == [soon, later, answer]
    assert found.whole.mean == pytest.approx(sum(day.expected.mean for day in found.days))


WAITS = st.lists(st.builds(Wait, st.integers(0, 300), st.booleans(), st.integers(1, 40)), min_size=1, max_size=30)


@given(WAITS, st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_more_time_is_never_worse_and_a_chance_is_one(waits: list[Wait], waited: int, allowed: int, more: int) -> None:
    curve = Curve(waits)
    soon, later = (curve.chance(waited=waited, until=waited + time) for time in (allowed, allowed + more))
    assert (soon is None) is (later is None) is (curve.count < FEWEST)
    if soon is not None and later is not None:
        assert 0 < later <= soon < 1


@given(st.lists(st.floats(0.01, 0.99), max_size=30))
def test_the_mean_lies_within_its_interval_give_or_take_one(chances: list[float]) -> None:
    found = forecast.expected([Foreseen(pending(0, 1), chance, None) for chance in chances])
    assert 0 <= found.low <= found.high <= len(chances)
    assert found.low - 1 < found.mean < found.high + 1


def test_hundreds_are_reckoned_as_few_are() -> None:
    """The two laws agree where they meet."""

    def width(count: int) -> tuple[float, float]:
        found = forecast.expected([Foreseen(pending(0, 1), 0.3, None)] * count)
        return found.low / count, found.high / count

    assert width(400) == pytest.approx(width(401), abs=0.01)
