"""What does legal interest come to, day by day? Worked table in docs/algorithms/late-refunds.md.

The state sets the rate for a half-year; the rates we know stand in `data/interest/<country>.toml`. Where a day lies
after them, the last one is taken and the answer says so: it is an estimate then, and names the day from which a rate
is missing.
"""

import tomllib
from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from importlib import resources

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.law.rules.words import Confidence


@dataclass(frozen=True, slots=True)
class Term:
    """The rate by the year from one day to another, both counted."""

    since: date
    until: date
    rate: Rate
    citation: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Interest:
    """`rate` is the one of the last day; from `missing_from` on (None: nowhere) the last one known stands in."""

    amount: Money
    rate: Rate
    missing_from: date | None = None


def terms(country: str) -> Sequence[Term]:
    """The rates we know of a country, in order; none where its law asks no legal interest of us."""
    return _terms().get(country, ())


def interest(*, country: str, amount: Money, first: date, last: date) -> Interest | None:
    """On `amount` for each day from `first` to `last`, both counted; None where we know no rate at all.

    A day is a 365th of the rate of that day, a 366th in a leap year; the whole is rounded up to the minor unit.
    """
    known = terms(country)
    if not known or first < known[0].since:
        return None
    whole, day, term = Fraction(0), first, known[0]
    while day <= last:
        term = next((each for each in known if each.since <= day <= each.until), known[-1])
        # A rate and a length of the year hold to the end of the half-year, known or not.
        end = min(last, _half_ends(day))
        days = (end - day).days + 1
        whole += term.rate.share * amount.amount * Fraction(days, 366 if isleap(day.year) else 365)
        day = end + timedelta(days=1)
    beyond = known[-1].until + timedelta(days=1)
    missing = max(first, beyond) if last >= beyond else None
    return Interest(Money(-(-whole // 1), amount.currency), term.rate, missing)


def _half_ends(day: date) -> date:
    first = date(day.year, 6, 30)
    return first if day <= first else date(day.year, 12, 31)


@cache
def _terms() -> dict[str, tuple[Term, ...]]:
    folder = resources.files("volte.law").joinpath("data/interest")
    found = {}
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            entries = tomllib.loads(file.read_text("utf-8"))["rate"]
            found[file.name.removesuffix(".toml").upper()] = tuple(
                Term(
                    since=entry["from"],
                    until=entry["until"],
                    rate=Rate.parse(f"{entry['percent']} %"),
                    citation=entry["citation"],
                    confidence=Confidence(entry["confidence"]),
                )
                for entry in entries
            )
    return found
