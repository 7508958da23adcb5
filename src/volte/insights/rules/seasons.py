"""Is a reason named more often in one season than in the others, beyond chance?

Seasons are those of the weather north of the equator: winter begins in December. The share of a reason in a season is
compared with its share in the rest of the year, each drawn towards the whole (see `rates`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from volte.insights.rules import rates
from volte.insights.rules.rates import Count, Prior

SEASONS = ("winter", "spring", "summer", "autumn")
# A season with fewer units than this is not compared.
_ENOUGH = 30
# The shares of reasons differ between seasons less than products do: they are drawn together strongly.
_STRENGTH = 20.0


@dataclass(frozen=True, slots=True)
class Seasonal:
    """A reason that stands out in a season: its share there and in the rest of the year."""

    reason: str
    season: str
    share: float
    otherwise: float


def season_of(month: str) -> str:
    """2026-12 -> winter."""
    return SEASONS[int(month[5:7]) % 12 // 3]


def by_season(by_month: Mapping[str, Counter[str]]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for month, given in by_month.items():
        found[season_of(month)].update(given)
    return dict(found)


def share(found: Mapping[str, Counter[str]], season: str, reason: str) -> float | None:
    """The reason's share in a season; None where nothing was named in it."""
    given = found.get(season, Counter())
    return given[reason] / given.total() if given.total() else None


def seasonal(by_month: Mapping[str, Counter[str]]) -> Seasonal | None:
    """The reason and season that stand out most; None when none surely does."""
    found = by_season(by_month)
    whole = sum(found.values(), Counter())
    best: tuple[float, Seasonal] | None = None
    for season, given in found.items():
        rest = whole - given
        if given.total() < _ENOUGH or rest.total() < _ENOUGH:
            continue
        for reason, units in given.items():
            otherwise = rest[reason] / rest.total()
            low = rates.estimate(Count(given.total(), units), Prior(whole[reason] / whole.total(), _STRENGTH)).low
            if low > otherwise and (best is None or low - otherwise > best[0]):
                best = (low - otherwise, Seasonal(reason, season, units / given.total(), otherwise))
    return best[1] if best else None


def months(first: str, last: str) -> Iterator[str]:
    """Every month from the first to the last, both included."""
    place, end = _number(first), _number(last)
    while place <= end:
        yield f"{place // 12:04}-{place % 12 + 1:02}"
        place += 1


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1
