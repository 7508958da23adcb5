"""How are several things said in a row: with commas, and "or" or "and" before the last?

A list that nobody would read to its end is cut and its rest counted; our JSON has it whole.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from volte.kit.text import Message, message

MOST_TOLD = 12


def either(parts: Sequence[Any]) -> Any:
    """a, b or c."""
    return _joined(_cut(parts), "policy-told-or")


def together(parts: Sequence[Any]) -> Any:
    """a, b and c."""
    return _joined(_cut(parts), "policy-told-and")


def conditions(parts: Sequence[Message]) -> Any:
    """if a and if b."""
    told = parts[0]
    for place, part in enumerate(parts[1:], start=2):
        told = message("policy-told-and-if" if place == len(parts) else "policy-told-next-if", first=told, last=part)
    return told


def results(parts: Sequence[Message]) -> Any:
    """a; b."""
    first, *rest = parts
    for part in rest:
        first = message("policy-told-besides", first=first, last=part)
    return first


def quoted(value: str) -> Message:
    return message("policy-told-quoted", value=value)


def in_language(names: Mapping[str, str], code: str) -> Message:
    """What has a name in each language; a language left out borrows from the first."""
    first = next(iter(names.values()), code)
    return message("policy-told-in-language", fr=names.get("fr", first), en=names.get("en", first))


def _cut(parts: Sequence[Any]) -> Sequence[Any]:
    if len(parts) <= MOST_TOLD:
        return parts
    return [*parts[: MOST_TOLD - 1], message("policy-told-others", count=len(parts) - MOST_TOLD + 1)]


def _joined(parts: Sequence[Any], last: str) -> Any:
    told = parts[0]
    for place, part in enumerate(parts[1:], start=2):
        told = message(last if place == len(parts) else "policy-joined", first=told, rest=part)
    return told
