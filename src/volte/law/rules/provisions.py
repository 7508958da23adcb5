"""Which provisions are in force for a contract concluded in a place on a day?

Read once from `law/data/*.toml`, one file a jurisdiction. A jurisdiction may have a parent (a member state the union, a
state its country): its own fields replace the parent's on the same topic, and the citations of both are kept, its own
first, because the one applies and the other is why.
"""

import hashlib
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from typing import Any, TypeVar

from volte.law.rules import terms
from volte.law.rules.words import Condition, Confidence, Coverage, Topic, Trait

T = TypeVar("T")
UNION = "EU"
_NO_JURISDICTIONS = frozenset({"categories", "calendars"})


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """Where it is written: "Code de la consommation", "L221-18"."""

    title: str
    article: str


@dataclass(frozen=True, slots=True)
class Provision:
    """One rule of law. `valid_until` is exclusive; both are days on which the contract was concluded. `alone`: nothing
    of the parent's on this topic holds besides."""

    jurisdiction: str
    topic: Topic
    value: Mapping[str, Any]
    valid_from: date
    valid_until: date | None
    citation: Citation
    confidence: Confidence
    alone: bool = False

    def in_force(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_until is None or on < self.valid_until)


@dataclass(frozen=True, slots=True)
class Exempt:
    """One exception to the right to withdraw: goods with all `traits`, when `when` holds."""

    letter: str
    traits: frozenset[Trait]
    when: Condition


@dataclass(frozen=True, slots=True)
class Function:
    """The labels of the two steps of the online withdrawal function, in the law's own language."""

    label: str
    confirm: str
    valid_from: date
    confidence: Confidence
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """One file. `zones` are the time zones people live in there, the main one first."""

    code: str
    parent: str | None
    zones: tuple[str, ...]
    provisions: tuple[Provision, ...]
    exceptions: tuple[Exempt, ...] | None
    function: Function | None


@dataclass(frozen=True, slots=True)
class Statute:
    """Everything in force in one place at one time."""

    country: str
    coverage: Coverage
    provisions: Mapping[Topic, tuple[Provision, ...]]
    exceptions: tuple[Exempt, ...]
    values: Mapping[Topic, Any]
    """The typed value (`terms`) of each topic somebody provides for."""

    def has(self, topic: Topic) -> bool:
        return topic in self.values

    def get(self, topic: Topic, kind: type[T]) -> T | None:
        """What is said on a topic; None where nobody says anything."""
        found = self.values.get(topic)
        return found if isinstance(found, kind) else None

    def cite(self, *topics: Topic) -> tuple[Citation, ...]:
        """The citations of these topics in order, each once; topics nobody provides for are left out."""
        found = [provision.citation for topic in topics for provision in self.provisions.get(topic, ())]
        return tuple(dict.fromkeys(found))

    def unverified(self, *topics: Topic) -> tuple[Citation, ...]:
        """Those of them whose text nobody has compared yet."""
        every = [provision for topic in topics for provision in self.provisions.get(topic, ())]
        doubtful = [each.citation for each in every if each.confidence is Confidence.UNVERIFIED]
        return tuple(dict.fromkeys(doubtful))


def statute(country: str, concluded_on: date, region: str | None = None) -> Statute:
    """What is in force in `country` (ISO 3166-1 alpha-2), or its `region` where that has law of its own, for a contract
    concluded that day."""
    place = f"{country}-{region}" if region and f"{country}-{region}" in jurisdictions() else country
    return _statute(place, bisect_right(_turning_points(), concluded_on))


def zones(country: str, region: str | None = None) -> tuple[str, ...]:
    """The time zones of a place, the main one first; empty where we do not know the place."""
    every = jurisdictions()
    found = every.get(f"{country}-{region}") or every.get(country)
    return found.zones if found else ()


def regions_of(country: str) -> tuple[str, ...]:
    """The regions of a country that have law of their own."""
    return tuple(code.partition("-")[2] for code in jurisdictions() if code.startswith(f"{country}-"))


@lru_cache(maxsize=512)
def _statute(place: str, era: int) -> Statute:
    lineage = _lineage(place)
    country = place.partition("-")[0]
    if era == 0 or not lineage:
        return Statute(country, Coverage.NOT_COVERED, {}, (), {})
    on = _turning_points()[era - 1]
    coverage = Coverage.UNION if lineage[0].code == UNION else Coverage.NATIONAL
    found: dict[Topic, tuple[Provision, ...]] = {}
    for layer in lineage:
        for provision in layer.provisions:
            above = found.get(provision.topic, ())
            if provision.in_force(on) and not (above and above[-1].alone):
                found[provision.topic] = (*above, provision)
    exceptions = next((layer.exceptions for layer in lineage if layer.exceptions is not None), ())
    return Statute(country, coverage, found, exceptions, {topic: _merged(topic, own) for topic, own in found.items()})


def _merged(topic: Topic, provisions: tuple[Provision, ...]) -> Any:
    """The fields of all layers, the nearest last: it replaces."""
    value: dict[str, Any] = {}
    for provision in reversed(provisions):
        value |= provision.value
    return terms.read(topic, value)


def _lineage(place: str) -> tuple[Jurisdiction, ...]:
    every = jurisdictions()
    if place in every:
        own = every[place]
        return (own, *(_lineage(own.parent) if own.parent else ()))
    return (every[UNION],) if place in _members() else ()


@cache
def _turning_points() -> tuple[date, ...]:
    """Every day on which some provision begins or ends: between two of them the law stands still."""
    every = [provision for layer in jurisdictions().values() for provision in layer.provisions]
    days = {provision.valid_from for provision in every}
    return tuple(sorted(days | {provision.valid_until for provision in every if provision.valid_until}))


@cache
def jurisdictions() -> Mapping[str, Jurisdiction]:
    """Every place whose law we have, by its code: "EU", "FR", "US-CA"."""
    found = (_jurisdiction(_document(name)) for name in _files() if name not in _NO_JURISDICTIONS)
    return {each.code: each for each in found}


@cache
def digest() -> str:
    """The SHA-256 of all our law files, in hex: it changes with any word in them."""
    found = hashlib.sha256()
    for name in _files():
        found.update(name.encode() + b"\n" + _text(name).encode())
    return found.hexdigest()


@cache
def _files() -> tuple[str, ...]:
    folder = resources.files("volte.law").joinpath("data")
    return tuple(sorted(each.name.removesuffix(".toml") for each in folder.iterdir() if each.name.endswith(".toml")))


@cache
def _members() -> frozenset[str]:
    return frozenset(_document("eu")["members"])


@cache
def _document(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(name))


def _text(name: str) -> str:
    return resources.files("volte.law").joinpath(f"data/{name}.toml").read_text("utf-8")


def _jurisdiction(document: dict[str, Any]) -> Jurisdiction:
    code, exceptions, function = document["jurisdiction"], document.get("exception"), document.get("function")
    return Jurisdiction(
        code=code,
        parent=document.get("parent"),
        zones=tuple(document["zones"]),
        provisions=tuple(_provision(code, entry) for entry in document.get("provision", ())),
        exceptions=None if exceptions is None else tuple(map(_exempt, exceptions)),
        function=Function(**{**function, "confidence": Confidence(function["confidence"])}) if function else None,
    )


def _exempt(entry: dict[str, Any]) -> Exempt:
    return Exempt(entry["letter"], frozenset(map(Trait, entry["traits"])), Condition(entry["when"]))


def _provision(jurisdiction: str, entry: dict[str, Any]) -> Provision:
    return Provision(
        jurisdiction=jurisdiction,
        topic=Topic(entry["topic"]),
        value=entry["value"],
        valid_from=entry["valid_from"],
        valid_until=entry.get("valid_until"),
        citation=Citation(entry["citation"]["title"], entry["citation"]["article"]),
        confidence=Confidence(entry["confidence"]),
        alone=entry.get("alone", False),
    )
