"""What was expected in this box, what was counted, and how do the two differ?

Every physical thing gets exactly one match. Nothing is ever rejected: what nobody expected is `extra`, what took the
place of something else is `wrong_item`, and everything in a box nobody announced is `unannounced`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Match(StrEnum):
    """How a counted unit relates to what was expected."""

    EXPECTED = "expected"
    EXTRA = "extra"
    WRONG_ITEM = "wrong_item"
    UNANNOUNCED = "unannounced"


@dataclass(frozen=True, slots=True)
class Expected:
    """What somebody said would come: `quantity` units still to arrive of one line of one subject."""

    subject: UUID
    line: UUID
    sku: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What a person counted. Without a `line` the sku finds it; without both it is only known to be there."""

    sku: str = ""
    quantity: int = 1
    subject: UUID | None = None
    line: UUID | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """One physical unit and what it was matched with."""

    sku: str
    match: Match
    subject: UUID | None
    line: UUID | None


@dataclass(frozen=True, slots=True)
class Reception:
    """The units of a box, in the order counted, and what is still to come."""

    units: tuple[Seen, ...]
    missing: tuple[Expected, ...]


def compare(*, expected: Sequence[Expected], counted: Iterable[Counted], announced: bool) -> Reception:
    """Match counted things with expected ones.

    A thing counted under a line with its own sku fills that line until it is full, then is extra. Under a line with
    another sku it is a wrong item of that line, which stays missing. Without a line its sku finds one (of its subject
    when that is named); with an unknown sku it is extra. `announced` is False when nobody knows the parcel.
    """
    left = {line.line: line.quantity for line in expected}
    by_line = {line.line: line for line in expected}
    units: list[Seen] = []
    for thing in counted:
        for _ in range(thing.quantity):
            units.append(_match(thing, by_line, left, announced=announced))
    missing = tuple(
        Expected(line.subject, line.line, line.sku, left[line.line]) for line in expected if left[line.line] > 0
    )
    return Reception(tuple(units), missing)


def _match(thing: Counted, by_line: dict[UUID, Expected], left: dict[UUID, int], *, announced: bool) -> Seen:
    line = by_line.get(thing.line) if thing.line is not None else _line_of(thing, by_line, left)
    if line is None:
        match = Match.EXTRA if announced else Match.UNANNOUNCED
        return Seen(thing.sku, match, thing.subject, thing.line)
    if thing.sku and thing.sku != line.sku:
        return Seen(thing.sku, Match.WRONG_ITEM, line.subject, line.line)
    if left[line.line] == 0:
        return Seen(line.sku, Match.EXTRA, line.subject, line.line)
    left[line.line] -= 1
    return Seen(line.sku, Match.EXPECTED, line.subject, line.line)


def _line_of(thing: Counted, by_line: dict[UUID, Expected], left: dict[UUID, int]) -> Expected | None:
    """The line this sku belongs to: one that still waits before one that is full."""
    fitting = [
        line
        for line in by_line.values()
        if thing.sku and line.sku == thing.sku and thing.subject in (None, line.subject)
    ]
    return next((line for line in fitting if left[line.line] > 0), fitting[0] if fitting else None)
