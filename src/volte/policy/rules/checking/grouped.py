"""What is said of one place for many countries, said once: which countries, and by which article of each?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from volte.kit.text import Country, Message
from volte.law.rules.provisions import Citation
from volte.policy.rules.checking.finding import Finding, Level
from volte.policy.rules.telling.joining import together


@dataclass(frozen=True, slots=True)
class Law:
    """Where one country says so; `unverified` are the articles nobody has compared with their text yet."""

    country: Country
    citations: tuple[Citation, ...]
    unverified: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One thing about a policy, for all countries of which it is true."""

    level: Level
    path: str
    said: Message
    laws: tuple[Law, ...] = ()


def grouped(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Findings in their order; those that differ by their country alone stand together at the first of them."""
    found: dict[tuple[Any, ...], list[Finding]] = {}
    for one in findings:
        found.setdefault(_alike(one), []).append(one)
    return tuple(_group(few) for few in found.values())


def _alike(one: Finding) -> tuple[Any, ...]:
    rest = sorted((name, repr(value)) for name, value in one.said.params.items() if name != "country")
    return one.level, one.path, one.said.code, tuple(rest), bool(one.country)


def _group(few: list[Finding]) -> Group:
    first, laws = few[0], {one.country: one for one in few if one.country}
    said = first.said
    if len(laws) > 1:
        named = together([Country(code) for code in laws])
        said = replace(said, params={**said.params, "country": named, "countries": len(laws)})
    cited = tuple(Law(Country(code), one.citations, one.unverified) for code, one in laws.items())
    return Group(first.level, first.path, said, cited)
