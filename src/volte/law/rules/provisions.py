"""Which provisions are in force for a contract concluded in a country on a day?

Read once from `law/data/*.toml`. A country's own provision replaces the union's on the same topic; the citations of
both are kept, the country's first, because the one applies and the other is why.
"""

import hashlib
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from volte.law.rules.words import Condition, Confidence, Coverage, Topic, Trait

UNION = "EU"
_LAYERS = ("eu", "fr", "de")
_FILES = (*_LAYERS, "categories")


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """Where it is written: "Code de la consommation", "L221-18"."""

    title: str
    article: str


@dataclass(frozen=True, slots=True)
class Provision:
    """One rule of law. `valid_until` is exclusive; both are days on which the contract was concluded."""

    jurisdiction: str
    topic: Topic
    value: Mapping[str, int | str | bool]
    valid_from: date
    valid_until: date | None
    citation: Citation
    confidence: Confidence

    def in_force(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_until is None or on < self.valid_until)


@dataclass(frozen=True, slots=True)
class Exempt:
    """One exception to the right to withdraw: goods with all `traits`, when `when` holds."""

    letter: str
    traits: frozenset[Trait]
    when: Condition


@dataclass(frozen=True, slots=True)
class Statute:
    """Everything in force in one place at one time."""

    country: str
    coverage: Coverage
    provisions: Mapping[Topic, tuple[Provision, ...]]
    exceptions: tuple[Exempt, ...]

    def has(self, topic: Topic) -> bool:
        return topic in self.provisions

    def number(self, topic: Topic, name: str) -> int:
        return int(self.provisions[topic][0].value[name])

    def number_or_none(self, topic: Topic, name: str) -> int | None:
        found = self.provisions[topic][0].value.get(name)
        return None if found is None else int(found)

    def word(self, topic: Topic, name: str) -> str:
        return str(self.provisions[topic][0].value[name])

    def cite(self, *topics: Topic) -> tuple[Citation, ...]:
        """The citations of these topics in order, each once; topics nobody provides for are left out."""
        found = [provision.citation for topic in topics for provision in self.provisions.get(topic, ())]
        return tuple(dict.fromkeys(found))


def statute(country: str, concluded_on: date) -> Statute:
    """What is in force in `country` (ISO 3166-1 alpha-2) for a contract concluded that day."""
    return _statute(country, bisect_right(_turning_points(), concluded_on))


@lru_cache(maxsize=512)
def _statute(country: str, era: int) -> Statute:
    if era == 0 or country not in _members():
        return Statute(country, Coverage.NOT_COVERED, {}, ())
    own_layers, on = all_provisions(), _turning_points()[era - 1]
    coverage = Coverage.NATIONAL if country in own_layers else Coverage.UNION
    found: dict[Topic, tuple[Provision, ...]] = {}
    for layer in (country, UNION):
        for provision in own_layers.get(layer, ()):
            if provision.in_force(on):
                found[provision.topic] = (*found.get(provision.topic, ()), provision)
    return Statute(country, coverage, found, _exceptions())


@cache
def _turning_points() -> tuple[date, ...]:
    """Every day on which some provision begins or ends: between two of them the law stands still."""
    every = [provision for layer in all_provisions().values() for provision in layer]
    days = {provision.valid_from for provision in every}
    return tuple(sorted(days | {provision.valid_until for provision in every if provision.valid_until}))


@cache
def all_provisions() -> Mapping[str, tuple[Provision, ...]]:
    """Every provision we have, by jurisdiction."""
    layers = {}
    for name in _LAYERS:
        document = _document(name)
        jurisdiction = document["jurisdiction"]
        layers[jurisdiction] = tuple(_provision(jurisdiction, entry) for entry in document["provision"])
    return layers


@cache
def digest() -> str:
    """The SHA-256 of all our law files, in hex: it changes with any word in them."""
    found = hashlib.sha256()
    for name in _FILES:
        found.update(_text(name).encode())
    return found.hexdigest()


@cache
def _members() -> frozenset[str]:
    return frozenset(_document("eu")["members"])


@cache
def _exceptions() -> tuple[Exempt, ...]:
    entries = _document("eu")["exception"]
    return tuple(
        Exempt(entry["letter"], frozenset(map(Trait, entry["traits"])), Condition(entry["when"])) for entry in entries
    )


@cache
def _document(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(name))


def _text(name: str) -> str:
    return resources.files("volte.law").joinpath(f"data/{name}.toml").read_text("utf-8")


def _provision(jurisdiction: str, entry: dict[str, Any]) -> Provision:
    return Provision(
        jurisdiction=jurisdiction,
        topic=Topic(entry["topic"]),
        value=entry["value"],
        valid_from=entry["valid_from"],
        valid_until=entry.get("valid_until"),
        citation=Citation(entry["citation"]["title"], entry["citation"]["article"]),
        confidence=Confidence(entry["confidence"]),
    )
