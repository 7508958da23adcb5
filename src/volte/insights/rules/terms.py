"""Which words of a comment say something, and which of them are the same?

Words that stand in every sentence (our lists in `insights/words`) say nothing; "serre" and "serrée", "sleeve" and
"sleeves" are one term (Snowball stems), shown by the form most people wrote.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import snowballstemmer

# A term in fewer comments than this is one person's word, not what customers say.
FEWEST = 3
SHORTEST = 3
_STEMMERS = {"fr": "french", "en": "english"}
LANGUAGES = tuple(_STEMMERS)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was written, in how many comments, and what it counts as."""

    language: str
    word: str
    term: str


@lru_cache
def silent(language: str) -> frozenset[str]:
    """The words of a language that say nothing about goods."""
    file = Path(__file__).resolve().parent.parent / "words" / f"{language}.txt"
    return frozenset(file.read_text(encoding="utf-8").split())


def terms(written: Iterable[tuple[str, str, int]]) -> list[Word]:
    """`(language, word, comments)` become words with their term: the most written form of the same stem."""
    known = sorted(written, key=lambda each: (-each[2], each[1]))
    shown: dict[tuple[str, str], str] = {}
    found = []
    for language, word, _ in known:
        if word in silent(language):
            continue
        stem = _stemmer(language).stemWord(word)
        if stem in _silent_stems(language):
            continue
        found.append(Word(language, word, shown.setdefault((language, stem), word)))
    return found


def same(term: str, names: Mapping[str, str]) -> bool:
    """Does a name, in the language it is written in, contain the term?"""
    for language, name in names.items():
        if language in _STEMMERS:
            stem = _stemmer(language).stemWord
            if stem(term) in {stem(word) for word in re.findall(r"[^\W\d_]+", name.lower())}:
                return True
    return False


@lru_cache
def _silent_stems(language: str) -> frozenset[str]:
    """Other forms of words that say nothing, such as "retourné"; stems shorter than a word say too little."""
    return frozenset(_stemmer(language).stemWord(word) for word in silent(language) if len(word) > SHORTEST)


@lru_cache
def _stemmer(language: str) -> "snowballstemmer.SnowballStemmer":
    return snowballstemmer.stemmer(_STEMMERS[language])
