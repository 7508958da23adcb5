"""What words, places, seasons and lost value mean."""

from collections import Counter

import pytest

from volte.insights import places
from volte.insights.rules import lost, regions, seasons, terms


def test_forms_of_a_word_are_one_term_shown_as_most_wrote_it() -> None:
    written = [("fr", "serre", 4), ("fr", "serrée", 2), ("fr", "trop", 9), ("en", "sleeves", 3), ("en", "sleeve", 1)]
    found = {(word.language, word.word): word.term for word in terms.terms(written)}
    assert found == {
        ("fr", "serre"): "serre",
        ("fr", "serrée"): "serre",
        ("en", "sleeves"): "sleeves",
        ("en", "sleeve"): "sleeves",
    }


def test_a_term_that_only_says_the_reason_is_known() -> None:
    assert terms.same("cadeaux", {"fr": "Cadeau qui ne convient pas", "en": "A gift"})
    assert not terms.same("épaules", {"fr": "Trop petit"})


@pytest.mark.parametrize("country, postcode, region", [
    ("FR", "75011", "75"), ("FR", "97400", "974"), ("FR", "", ""), ("DE", "10115", "10"), ("GB", "SW1A1AA", "SW"),
    ("GB", "M11AE", "M"), ("BE", "1000", "1"), ("XX", "12345", ""),
])  # fmt: skip
def test_regions(country: str, postcode: str, region: str) -> None:
    assert regions.region_of(country=country, postcode=postcode) == region


@pytest.mark.parametrize("key, name", [
    ("FR:75", "Paris (75)"), ("FR:33", "Gironde (33)"), ("FR:974", "La Réunion (974)"), ("FR:95", "Val-d’Oise (95)"),
    ("FR:99", "99"), ("DE:10", "Allemagne 10…"), ("FR:", "France"), (":", ""),
])  # fmt: skip
def test_region_names(key: str, name: str) -> None:
    assert places.region(key=key, language="fr") == name


def test_a_reason_that_belongs_to_a_season() -> None:
    by_month = {
        "2026-01": Counter({"gift": 40, "too-small": 40}),
        "2026-04": Counter({"gift": 5, "too-small": 45}),
        "2026-07": Counter({"gift": 5, "too-small": 45}),
    }
    found = seasons.seasonal(by_month)
    assert found is not None
    assert (found.reason, found.season, found.share, found.otherwise) == ("gift", "winter", 0.5, 0.1)


def test_seasons_alike_have_none() -> None:
    by_month = {month: Counter({"gift": 10, "too-small": 40}) for month in ("2026-01", "2026-04", "2026-07")}
    assert seasons.seasonal(by_month) is None


def test_months_over_a_new_year() -> None:
    assert list(seasons.months("2025-11", "2026-02")) == ["2025-11", "2025-12", "2026-01", "2026-02"]


def test_value_lost_counts_what_it_does_not_know() -> None:
    sold_again, outlet = lost.Seen("restock", 3, 9000), lost.Seen("outlet", 2, 5001)
    seen = [sold_again, outlet, lost.Seen("donate", 1, 0, unpriced=1), lost.Seen("", 2, 4000)]
    assert lost.value_lost(seen, {"restock": 0, "outlet": 50, "donate": 100}) == lost.Lost(2501, 8, 3)
    assert lost.value_lost(seen, {}) == lost.Lost(None, 8, 8)
    assert lost.value_lost([], {}) == lost.Lost(0, 0, 0)
