"""May something be taken off for use, and what did the bench propose?

Whoever looks at a unit proposes; one proposal a unit, written beside its item. Until somebody decides, that unit is not
paid. A shop may let the bench decide small amounts alone. In words: docs/algorithms/deductions-and-reductions.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self

MOST_PHOTOS = 5


class Standing(StrEnum):
    """`alone`: the bench decided it, within what the shop lets it."""

    PROPOSED = "proposed"
    ALONE = "alone"
    TAKEN = "taken"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Wear:
    """What somebody found on a unit. `amount` in minor units, `photos` digests of files, `seen` once the unit was
    graded: from then on it is with whoever decides. `id` tells it from what was said of the same unit before."""

    id: str
    unit: str
    amount: int
    why: str
    photos: tuple[str, ...]
    by: str
    standing: Standing = Standing.PROPOSED
    seen: bool = False

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Self:
        return cls(**{**row, "photos": tuple(row["photos"]), "standing": Standing(row["standing"])})

    def written(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "unit": self.unit,
            "amount": self.amount,
            "why": self.why,
            "photos": list(self.photos),
            "by": self.by,
            "standing": self.standing.value,
            "seen": self.seen,
        }

    @property
    def is_open(self) -> bool:
        return self.standing is Standing.PROPOSED

    @property
    def was_taken(self) -> bool:
        return self.standing in (Standing.ALONE, Standing.TAKEN)


Wears = tuple[Wear, ...]


def read(rows: Iterable[Mapping[str, Any]]) -> Wears:
    return tuple(Wear.read(row) for row in rows)


def written(found: Wears) -> list[dict[str, Any]]:
    return [one.written() for one in found]


def of_unit(found: Wears, unit: str) -> Wear | None:
    return next((one for one in found if one.unit == unit), None)


def put(found: Wears, new: Wear) -> Wears:
    """With this one, in the place of what was said of its unit before."""
    return (*(one for one in found if one.unit != new.unit), new)


def without(found: Wears, unit: str) -> Wears:
    return tuple(one for one in found if one.unit != unit)


def closed(found: Wears, standing: Standing, *, seen_only: bool = False) -> Wears:
    """Somebody decided about what was proposed; `seen_only` leaves units alone that are still to be looked at."""
    return tuple(
        replace(one, standing=standing) if one.is_open and (one.seen or not seen_only) else one for one in found
    )


def proposed(found: Wears) -> int:
    """What the open ones come to."""
    return sum(one.amount for one in found if one.is_open)


def alone(amount: int, limit: int) -> bool:
    """May the bench decide so much without anybody else?"""
    return 0 < amount <= limit


def words(found: Sequence[Wear]) -> str:
    """Their reasons in one breath, each once."""
    return " · ".join(dict.fromkeys(one.why for one in found if one.why))


class Obstacle(StrEnum):
    """Why nothing can be taken off for use, as it is said at the bench."""

    STRAY = "stray"
    """It belongs to no article of a return."""
    IN_KIND = "in_kind"
    """The customer gets no money for it, but goods."""
    NOT_AS_AGREED = "not_as_agreed"
    """It comes back because it was not as it should have been."""
    LAW = "law"
    """A withdrawal of somebody who was not told of the right, or where the law knows no such deduction."""
    PAID = "paid"
    """It was paid before anybody looked at it."""
    DECIDED = "decided"
    """Somebody has decided about it already."""


def obstacle(*, allowed: bool, basis: str, in_money: bool, here: int, now: Wear | None) -> Obstacle | None:
    """What stands in the way of a proposal for a unit of an item, None when nothing does. `here` are the units of the
    item that came and were not paid, `now` what was said of this unit."""
    if not allowed:
        return Obstacle.NOT_AS_AGREED if basis == "conformity" else Obstacle.LAW
    if not in_money:
        return Obstacle.IN_KIND
    if here <= 0:
        return Obstacle.PAID
    return Obstacle.DECIDED if now is not None and not now.is_open else None
