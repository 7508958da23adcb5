"""What does the law see in goods a shop names by category and by its own trait words?"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from volte.law.rules.words import Trait


@dataclass(frozen=True, slots=True)
class Reading:
    """The traits found, and the words that meant nothing: those are ordinary goods, and whoever asks is told so."""

    traits: frozenset[Trait]
    unknown: tuple[str, ...] = ()


def of_category(name: str) -> Reading:
    """The traits of a category by its plain name ("mattress", "Toothbrush heads sealed")."""
    found = _data().categories.get(_plain(name))
    return Reading(frozenset(), (name,)) if found is None else Reading(found)


def of_words(words: Iterable[str]) -> Reading:
    """The traits a shop wrote on a product: Trait words ("sealed") and common others ("bespoke")."""
    known = _data().words
    traits: frozenset[Trait] = frozenset()
    unknown = []
    for word in words:
        found = known.get(_plain(word))
        if found is None:
            unknown.append(word)
        else:
            traits |= found
    return Reading(traits, tuple(unknown))


@dataclass(frozen=True, slots=True)
class _Data:
    categories: Mapping[str, frozenset[Trait]]
    words: Mapping[str, frozenset[Trait]]


@cache
def _data() -> _Data:
    text = resources.files("volte.law").joinpath("data/categories.toml").read_text("utf-8")
    document = tomllib.loads(text)
    words = {_plain(word): _traits(names) for word, names in document["words"].items()}
    words.update({trait.value: frozenset({trait}) for trait in Trait})
    return _Data({_plain(name): _traits(names) for name, names in document["categories"].items()}, words)


def _traits(names: Iterable[str]) -> frozenset[Trait]:
    return frozenset(Trait(name) for name in names)


def _plain(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")
