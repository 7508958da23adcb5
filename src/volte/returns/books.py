"""The books, with what they are about: money knows ids, an accountant asks for the number of a return."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from volte.money import exporting
from volte.returns.models import Return


def as_csv(*, since: date, until: date) -> str:
    """Every posting of these days, see `money.exporting`."""
    return exporting.as_csv(since=since, until=until, pieces=numbers)


def as_fec(*, since: date, until: date) -> tuple[str, str]:
    """Name and content of the file for French accountants, see `money.exporting`."""
    return exporting.as_fec(since=since, until=until, pieces=numbers)


def numbers(subject_ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """The number of each of these that is a return."""
    wanted = sorted(set(subject_ids))
    found: dict[UUID, str] = {}
    for start in range(0, len(wanted), 5_000):
        part = Return.objects.filter(id__in=wanted[start : start + 5_000])
        found.update(part.values_list("id", "number"))
    return found
