"""Questions about deadlines, asked inside an entered shop: the clocks of one return, with what being late costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.returns import deadlines
from volte.returns.models import Return, ReturnItem
from volte.returns.rules.clocks import cost, table
from volte.returns.rules.clocks.clock import Clock
from volte.returns.rules.clocks.cost import Lateness
from volte.returns.rules.clocks.words import Awaited, Code, Origin, State, Who
from volte.runtime import clock, hot


@dataclass(frozen=True, slots=True)
class ClockView:
    """One deadline as it stands. `last_day` is the last day in time where it is counted; `lateness` None where no law
    we know puts a price on it."""

    code: Code
    who: Who
    origin: Origin
    state: State
    due: datetime | None
    last_day: date | None
    awaits: Awaited | None
    done_at: datetime | None
    citations: tuple[str, ...]
    unverified: tuple[str, ...]
    lateness: Lateness | None


def clocks(*, return_id: UUID, amount: Money | None = None) -> list[ClockView]:
    """Every deadline of a return, what is overdue first. `amount` is what is still to be paid back, else its value."""
    row = hot.first(Return, id=return_id)
    if row is None:
        raise NotFound("return_unknown")
    return of_row(row, hot.rows(ReturnItem, order="position", return_row_id=return_id), amount=amount)


def of_row(row: Return, items: Sequence[ReturnItem], *, amount: Money | None = None) -> list[ClockView]:
    """The same of rows at hand."""
    now, owed = clock.now(), amount or Money(row.value, row.currency)
    return [_view(each, owed, now) for each in table.by_urgency(deadlines.clocks(row, items), now)]


def _view(each: Clock, amount: Money, now: datetime) -> ClockView:
    return ClockView(
        code=each.code,
        who=each.who,
        origin=each.origin,
        state=each.state(now),
        due=each.due,
        last_day=each.last_day,
        awaits=each.awaits,
        done_at=each.done_at,
        citations=each.citations,
        unverified=each.unverified,
        lateness=cost.of(each, amount=amount, now=now),
    )
