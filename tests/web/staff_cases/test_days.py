"""A day on a page is the day it is where the shop is, whatever Greenwich says."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from tests.web.staff_cases.conftest import DRESS
from volte.returns.views import ReturnView
from volte.runtime import clock
from volte.web.staff.cases import snippets
from volte.web.staff.cases.next_step import Next
from volte.web.staff.privacy import opinions
from volte.web.templatetags import desk


@pytest.mark.parametrize(
    ("until", "zone", "day"),
    [
        # The end of the 25th, as every deadline is kept: the first moment after it.
        (datetime(2026, 11, 25, 23, tzinfo=UTC), "Europe/Paris", "25 novembre"),
        (datetime(2026, 11, 26, 0, tzinfo=UTC), "Europe/London", "25 novembre"),
        (datetime(2026, 11, 26, 4, tzinfo=UTC), "America/Martinique", "25 novembre"),
        (datetime(2026, 11, 25, 20, tzinfo=UTC), "Indian/Reunion", "25 novembre"),
    ],
)
def test_a_letter_names_the_last_day_and_not_the_one_after(
    asked: Callable[..., ReturnView], until: datetime, zone: str, day: str
) -> None:
    step = Next("", "wait", until)
    ready = snippets.ready(view=asked(DRESS), step=step, shop_name="M", zone=zone, author="Léa", language="fr")
    dated = [one.words for one in ready if "novembre" in one.words]
    assert dated and all(day in words for words in dated)


def test_what_waits_for_months_says_since_which_day_here() -> None:
    with clock.at(datetime(2026, 11, 22, 12, tzinfo=UTC)), timezone.override("Europe/Paris"):
        assert desk.since(datetime(2026, 8, 31, 22, 30, tzinfo=UTC)).params["day"] == date(2026, 9, 1)


def test_a_shop_nobody_answered_counts_from_its_own_month() -> None:
    assert opinions._total((), today=date(2026, 12, 1)).month == date(2026, 12, 1)
