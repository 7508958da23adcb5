"""Questions about deadlines, asked inside an entered shop: the clocks of one return with what being late costs, and
what is due soon in all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Sum

from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.returns import deadlines
from volte.returns import rows as ours
from volte.returns.models import DeadlineNotice, Return, ReturnItem, Settlement
from volte.returns.rules.clocks import cost, news, table
from volte.returns.rules.clocks.clock import Clock
from volte.returns.rules.clocks.cost import Lateness
from volte.returns.rules.clocks.words import Awaited, Code, Origin, State, Who
from volte.runtime import clock, hot, shop_settings, tenancy

BATCH = 500


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
    """Every deadline of a return, what is overdue first. `amount` is what is still to be paid back, for who knows."""
    row = hot.first(Return, id=return_id)
    if row is None:
        raise NotFound("return_unknown")
    items = hot.rows(ReturnItem, order="position", return_row_id=return_id)
    return of_row(row, items, amount=amount or still_owed([row])[row.id])


def of_row(row: Return, items: Sequence[ReturnItem], *, amount: Money | None = None) -> list[ClockView]:
    """The same of rows at hand."""
    now, owed = clock.now(), amount or Money(row.value, row.currency)
    return [view(each, owed, now) for each in table.by_urgency(deadlines.clocks(row, items), now)]


def still_owed(rows: Sequence[Return]) -> dict[UUID, Money]:
    """What of each is still to be paid back: its value less what was settled."""
    settled = Settlement.objects.filter(return_row_id__in=[row.id for row in rows]).values("return_row_id")
    paid = {each["return_row_id"]: each["sum"] for each in settled.annotate(sum=Sum("amount"))}
    # A refund that failed was counted as settled and is still owed.
    gone = {row.id: 0 if row.waits_for == "money" else paid.get(row.id, 0) for row in rows}
    return {row.id: Money(max(0, row.value - gone[row.id]), row.currency) for row in rows}


def untold() -> list[UUID]:
    """Returns with a deadline that is near or missed and that nobody was told of."""
    now = clock.now()
    ahead = timedelta(hours=shop_settings.of_shop(tenancy.current()).deadlines.near_hours)
    found = []
    for batch in due_before(now + ahead):
        notices = DeadlineNotice.objects.filter(return_row_id__in=[row.id for row, _ in batch])
        told = set(notices.values_list("return_row_id", "deadline", "kind"))
        for row, items in batch:
            kinds = ((each.code.value, news.of(each, now=now, ahead=ahead)) for each in deadlines.clocks(row, items))
            if any(kind is not None and (row.id, code, kind.value) not in told for code, kind in kinds):
                found.append(row.id)
    return found


def due_before(end: datetime) -> Iterator[list[tuple[Return, list[ReturnItem]]]]:
    """Returns of which something is due by then, with their items, some hundreds at a time, the most pressing first."""
    rows = Return.objects.filter(deadline_at__lte=end).order_by("deadline_at", "id")
    every = list(rows.values_list("id", flat=True))
    for start in range(0, len(every), BATCH):
        some = {row.id: row for row in Return.objects.filter(id__in=every[start : start + BATCH])}
        items = ours.items_of(some)
        yield [(some[each], items.get(each, [])) for each in every[start : start + BATCH] if each in some]


def view(each: Clock, amount: Money, now: datetime) -> ClockView:
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
