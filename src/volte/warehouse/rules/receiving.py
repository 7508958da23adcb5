"""What was expected in this box, what was counted, and how do the two differ?

Every physical thing gets exactly one match. Nothing is ever rejected: what nobody expected is `extra`, what took the
place of something else is `wrong_item`, and everything in a box nobody announced is `unannounced`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from volte.kit.words import Fault
from volte.warehouse.rules.inspection import Group


class Match(StrEnum):
    """How a counted unit relates to what was expected."""

    EXPECTED = "expected"
    EXTRA = "extra"
    WRONG_ITEM = "wrong_item"
    UNANNOUNCED = "unannounced"


@dataclass(frozen=True, slots=True)
class Expected:
    """What somebody said would come: `quantity` units of one line of one subject, and what to know when looking at
    them. Whoever announces counts all units agreed; `still_open` takes away those that came before."""

    subject: UUID
    line: UUID
    sku: str
    quantity: int
    title: str = ""
    group: Group = Group.GENERAL
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What a person counted. Without a `line` the sku finds it; without both it is only known to be there, by the
    words somebody gave it (`title`)."""

    sku: str = ""
    quantity: int = 1
    subject: UUID | None = None
    line: UUID | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """One physical unit and what it was matched with."""

    sku: str
    match: Match
    subject: UUID | None
    line: UUID | None
    title: str = ""
    group: Group = Group.GENERAL
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Reception:
    """The units of a box, in the order counted, and what is still to come."""

    units: tuple[Seen, ...]
    missing: tuple[Expected, ...]


def compare(*, expected: Sequence[Expected], counted: Iterable[Counted], announced: bool) -> Reception:
    """Match counted things with expected ones.

    A thing counted under a line with its own sku fills that line until it is full, then is extra. Under a line with
    another sku (or words of its own) it is a wrong item of that line, which stays missing. Without a line its sku
    finds one (of its subject when that is named); with an unknown sku it is extra. `announced` is False when nobody
    knows the parcel.
    """
    left = {line.line: line.quantity for line in expected}
    by_line = {line.line: line for line in expected}
    units: list[Seen] = []
    for thing in counted:
        for _ in range(thing.quantity):
            units.append(_match(thing, by_line, left, announced=announced))
    missing = tuple(replace(line, quantity=left[line.line]) for line in expected if left[line.line] > 0)
    return Reception(tuple(units), missing)


def still_open(*, agreed: Sequence[Expected], came: Mapping[UUID, int]) -> tuple[Expected, ...]:
    """The agreed lines less what came before (units by line), never below zero."""
    return tuple(replace(line, quantity=max(line.quantity - came.get(line.line, 0), 0)) for line in agreed)


def _match(thing: Counted, by_line: dict[UUID, Expected], left: dict[UUID, int], *, announced: bool) -> Seen:
    line = by_line.get(thing.line) if thing.line is not None else _line_of(thing, by_line, left)
    if line is None:
        match = Match.EXTRA if announced else Match.UNANNOUNCED
        return Seen(thing.sku, match, thing.subject, thing.line, thing.title)
    if thing.sku != line.sku if thing.sku else thing.title:
        return Seen(thing.sku, Match.WRONG_ITEM, line.subject, line.line, thing.title, fault=line.fault)
    match = Match.EXTRA if left[line.line] == 0 else Match.EXPECTED
    left[line.line] -= match is Match.EXPECTED
    return Seen(line.sku, match, line.subject, line.line, line.title, line.group, line.fault)


def _line_of(thing: Counted, by_line: dict[UUID, Expected], left: dict[UUID, int]) -> Expected | None:
    """The line this sku belongs to: one that still waits before one that is full."""
    fitting = [
        line
        for line in by_line.values()
        if thing.sku and line.sku == thing.sku and thing.subject in (None, line.subject)
    ]
    return next((line for line in fitting if left[line.line] > 0), fitting[0] if fitting else None)
