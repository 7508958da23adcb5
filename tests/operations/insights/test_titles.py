"""A title says no more than is known: wide intervals by their low end, few units by their number, ties by all names."""

from typing import Any

import pytest

from tests.operations.insights import history
from volte.insights.questions import comments, costs, rated
from volte.insights.rules.rates import Count, Estimate
from volte.kit.text import message
from volte.runtime import texts


@pytest.mark.parametrize(
    ("low", "rate", "high", "sold", "said"),
    [
        (0.38, 0.40, 0.42, 900, "4 times as often as your average (40% against 10%), and"),
        (0.30, 0.53, 0.80, 60, "at least 3 times as often as your average (53% against 10%), and"),
        (0.30, 0.53, 0.80, 12, "at least 3 times as often as your average (53% against 10%, with only 12 units sold)"),
        (0.105, 0.20, 0.40, 60, "comes back more often than your average (20% against 10%)"),
    ],
)
def test_how_many_times_is_as_sure_as_it_is_known(low: float, rate: float, high: float, sold: int, said: str) -> None:
    told = rated.told(Count(sold, int(sold * rate)), Estimate(rate, low, high), 0.10, history.view("en"))
    title = texts.say(message("insights_products_found", product="A dress", others=1, **told), "en")
    assert said in title.replace("\u2068", "").replace("\u2069", "")
    assert "{" not in texts.say(message("insights_products_found", product="Une robe", others=1, **told), "fr")


def finding(found: list[dict[str, Any]], of_reason: dict[str, int], language: str = "en") -> str:
    told = comments._finding(found, of_reason, history.view(language))
    return texts.say(told, language).replace("\u2068", "").replace("\u2069", "").replace("\u00a0", " ")


def test_words_that_tie_are_both_named_and_the_rarer_one_first() -> None:
    found = [
        {"reason": "too-late", "term": "passée", "comments": 4},
        {"reason": "too-late", "term": "fête", "comments": 4},
        {"reason": "too-small", "term": "passée", "comments": 3},
    ]
    said = finding(found, {"too-late": 5, "too-small": 90})
    assert said.startswith("Few comments so far:") and "4 of 5 say “fête” or “passée”" in said
    assert "disent « fête » ou « passée »" in finding(found, {"too-late": 5, "too-small": 90}, "fr")
    many = finding([{"reason": "too-small", "term": "serre", "comments": 40}], {"too-small": 90})
    assert "customers often write “serre”: 40 of 90" in many


@pytest.mark.parametrize(("lost", "said"), [(618, "the largest part is"), (1200, "most of it is")])
def test_most_is_more_than_half(lost: int, said: str) -> None:
    source = message("insights_source_fees")
    parts = [costs.Part("lost", lost, 30, source), costs.Part("handling", 500, 30, source)]
    parts += [costs.Part("label", 434, 30, source)] if lost < 1000 else []
    assert said in texts.say(costs._finding(parts, 30, 0, history.view("en")), "en")
