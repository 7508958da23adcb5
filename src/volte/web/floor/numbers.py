"""The short number written on a thing that was put aside, so that a person finds it again."""

from collections.abc import Iterable
from uuid import UUID

from volte.kit import ids
from volte.kit.errors import NotFound
from volte.warehouse.queries import UnitView

_LETTERS = "23456789BCDFGHJKNPRSTVX"
LENGTH = 4


def of_unit(*, unit_id: UUID) -> str:
    """Four characters from the part of the id that chance made: `K7T4`."""
    rest, letters = unit_id.int & (2**62 - 1), ""
    for _ in range(LENGTH):
        rest, place = divmod(rest, len(_LETTERS))
        letters += _LETTERS[place]
    return letters


def unit_of(*, number: str, units: Iterable[UnitView]) -> UnitView | None:
    """The only unit among these with this number; None when there is none, or two of them."""
    tidy = ids.tidy_number(number).replace("-", "")
    found = [unit for unit in units if of_unit(unit_id=unit.id) == tidy]
    return found[0] if len(found) == 1 else None


def unit_id(written: str) -> UUID:
    """Refuses `unit_unknown`."""
    found = ids.parse("unt", written)
    if found is None:
        raise NotFound("unit_unknown")
    return found
