"""Reads the tables of `content/`, once per process."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "content"


@dataclass(frozen=True, slots=True)
class Words:
    """The same thing said in French and in English."""

    fr: str
    en: str

    def said(self, *, language: str) -> str:
        return self.fr if language == "fr" else self.en


def words(table: Mapping[str, str]) -> Words:
    return Words(fr=table["fr"], en=table["en"])


@cache
def table(name: str) -> dict[str, Any]:
    """`table("colours")` is `content/colours.toml`."""
    return tomllib.loads(text(f"{name}.toml"))


def text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def names(folder: str) -> tuple[str, ...]:
    """The tables of a folder, in a stable order."""
    return tuple(f"{folder}/{path.stem}" for path in sorted((FOLDER / folder).glob("*.toml")))
