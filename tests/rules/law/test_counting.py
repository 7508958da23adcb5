"""The worked tables of docs/algorithms/counting-days.md."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volte.kit.time import Span
from volte.law.rules import counting, working_days
from volte.law.rules.counting import Place

FRANCE = Place("FR", working_days.NATIONWIDE)
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("country", "region", "event", "last"),
    [
        ("FR", "", date(2026, 2, 24), date(2026, 3, 10)),  # a plain fortnight
        ("FR", "", date(2026, 1, 10), date(2026, 1, 26)),  # ends on a Saturday
        ("FR", "", date(2026, 6, 30), date(2026, 7, 15)),  # ends on 14 July
        ("FR", "", date(2026, 3, 21), date(2026, 4, 7)),  # Saturday, Easter Sunday, Easter Monday
        ("FR", "", date(2026, 12, 11), date(2026, 12, 28)),  # Christmas on a Friday: not on the Saturday after
        ("FR", "57", date(2026, 3, 20), date(2026, 4, 7)),  # Good Friday is a holiday in Moselle
        ("FR", "", date(2026, 3, 20), date(2026, 4, 3)),  # and is none in Paris
        ("DE", "", date(2026, 9, 19), date(2026, 10, 5)),  # 3 October, a Saturday
        ("DE", "BY", date(2026, 5, 21), date(2026, 6, 5)),  # Corpus Christi in Bavaria
    ],
)
def test_fourteen_days(country: str, region: str, event: date, last: date) -> None:
    found = counting.last_day(event_on=event, span=Span(days=14), place=Place(country, region))
    assert found.certain == found.latest == last


def test_months_end_on_the_last_day_where_the_date_does_not_exist() -> None:
    found = counting.last_day(event_on=date(2024, 2, 29), span=Span(months=12), place=FRANCE)
    assert found.certain == date(2025, 2, 28)


def test_an_unknown_place_leaves_the_end_open_between_its_holidays() -> None:
    found = counting.last_day(event_on=date(2026, 3, 20), span=Span(days=14), place=Place("FR"))
    assert (found.certain, found.latest) == (date(2026, 4, 3), date(2026, 4, 7))


@given(event=DAYS, days=st.integers(1, 60), country=st.sampled_from(["FR", "DE", "IT", "SE"]))
def test_a_period_ends_on_a_working_day_and_never_early(event: date, days: int, country: str) -> None:
    span = Span(days=days)
    found = counting.last_day(event_on=event, span=span, place=Place(country, ""))
    assert found.certain >= span.after(event)
    assert working_days.is_working_day(found.certain, country=country, region="")


@given(event=DAYS, country=st.sampled_from(["FR", "DE"]))
def test_not_knowing_the_place_never_takes_a_day_away(event: date, country: str) -> None:
    unknown = counting.last_day(event_on=event, span=Span(days=14), place=Place(country))
    for region in ("", "57", "BY", "971", "SN"):
        somewhere = counting.last_day(event_on=event, span=Span(days=14), place=Place(country, region))
        assert unknown.latest is not None and somewhere.latest is not None
        assert unknown.certain <= somewhere.certain <= unknown.latest
