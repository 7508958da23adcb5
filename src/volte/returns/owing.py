"""The deadlines of all returns in a list, page by page: what is owed to somebody, the most pressing return first.

A deadline is no row: it is counted from its return. So the list goes through the returns that have something due, in
the order of their next deadline, and leaves out what was not asked for; it stops after so many returns, however few it
found.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from volte.kit.errors import Invalid
from volte.returns import deadlines, due
from volte.returns import rows as ours
from volte.returns.due import ClockView
from volte.returns.models import Return
from volte.returns.rules.clocks import table
from volte.returns.rules.clocks.clock import Clock
from volte.returns.rules.clocks.words import OWED, Code, Origin, State, Who
from volte.runtime import clock

MOST_RETURNS = 1_000
"""A page looks at so many returns at most."""
BATCH = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; None is any."""

    due_before: datetime | None = None
    who: Who | None = None
    code: Code | None = None
    origin: Origin | None = None
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Owing:
    """One deadline of one return."""

    return_id: UUID
    number: str
    clock: ClockView


@dataclass(frozen=True, slots=True)
class Page:
    """`key` continues after it; None when nothing follows."""

    found: list[Owing]
    key: str | None


def page(*, wanted: Wanted, after: str | None = None, limit: int = 50) -> Page:
    """Deadlines that run or were missed, by the next deadline of their return. Refuses `after_invalid`."""
    found: list[Owing] = []
    at, last, seen = _place(after)
    looked_at = 0
    while looked_at < MOST_RETURNS:
        rows = _rows(wanted, at, last)
        looked_at += len(rows)
        for row, each in _fitting(rows, wanted):
            if row.id == last and each.clock.code in seen:
                continue
            if len(found) == limit:
                return Page(found, _key(at, last, seen))
            at, last, seen = row.deadline_at, row.id, (*(seen if row.id == last else ()), each.clock.code)
            found.append(each)
        if len(rows) < BATCH:
            return Page(found, None)
        at, last, seen = rows[-1].deadline_at, rows[-1].id, tuple(Code)
    return Page(found, _key(at, last, seen))


def _rows(wanted: Wanted, at: datetime | None, last: UUID | None) -> list[Return]:
    rows = Return.objects.filter(deadline_at__isnull=False)
    if wanted.due_before is not None:
        rows = rows.filter(deadline_at__lt=wanted.due_before)
    if at is not None:
        rows = rows.filter(Q(deadline_at__gt=at) | Q(deadline_at=at, id__gte=last), deadline_at__gte=at)
    return list(rows.order_by("deadline_at", "id")[:BATCH])


def _fitting(rows: list[Return], wanted: Wanted) -> Iterator[tuple[Return, Owing]]:
    now, items = clock.now(), ours.items_of([row.id for row in rows])
    owed = due.still_owed([(row, items.get(row.id, [])) for row in rows])
    for row in rows:
        for each in table.by_urgency(deadlines.clocks(row, items.get(row.id, [])), now):
            if _fits(each, wanted, now):
                yield row, Owing(row.id, row.number, due.view(each, owed[row.id], now))


def _fits(each: Clock, wanted: Wanted, now: datetime) -> bool:
    state = each.state(now)
    if each.code not in OWED or each.due is None or state not in (State.RUNNING, State.MISSED):
        return False
    return (
        (wanted.due_before is None or each.due < wanted.due_before)
        and wanted.who in (None, each.who)
        and wanted.code in (None, each.code)
        and wanted.origin in (None, each.origin)
        and wanted.state in (None, state)
    )


def _key(at: datetime | None, last: UUID | None, seen: tuple[Code, ...]) -> str | None:
    """Where a page ended: the return it was in, and which of its deadlines were told."""
    return None if at is None else f"{at.isoformat()} {last} {','.join(seen)}"


def _place(after: str | None) -> tuple[datetime | None, UUID | None, tuple[Code, ...]]:
    if after is None:
        return None, None, ()
    try:
        at, last, seen = after.split(" ")
        moment = datetime.fromisoformat(at)
        if moment.tzinfo is None:
            raise ValueError(at)
        return moment, UUID(last), tuple(Code(each) for each in seen.split(","))
    except ValueError as error:
        raise Invalid("after_invalid") from error
