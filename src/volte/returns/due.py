"""Questions about deadlines, asked inside an entered shop: the clocks of one return with what being late costs, and
what is due soon in all of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.money import queries as money
from volte.money.rules.plan import LineKind
from volte.returns import deadlines, desk, queries
from volte.returns import rows as ours
from volte.returns.models import DeadlineNotice, Return, ReturnItem, Settlement
from volte.returns.rules.clocks import cost, news, table
from volte.returns.rules.clocks.clock import Clock
from volte.returns.rules.clocks.cost import Lateness
from volte.returns.rules.clocks.words import Awaited, Code, Origin, State, Who
from volte.returns.rules.settlement import IN_KIND
from volte.runtime import clock, hot, shop_settings, tenancy

BATCH = 500
# Given beside what a return is worth.
_ON_TOP = ("goodwill", Resolution.PRICE_REDUCTION.value)
_TAKEN_OFF = (LineKind.UNITS_CAP, LineKind.DEDUCTION, LineKind.CEILING)


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
    return of_row(row, items, amount=amount or still_owed([(row, items)])[row.id])


def of_row(row: Return, items: Sequence[ReturnItem], *, amount: Money | None = None) -> list[ClockView]:
    """The same of rows at hand."""
    now, owed = clock.now(), amount or Money(row.value, row.currency)
    return [view(each, owed, now) for each in table.by_urgency(deadlines.clocks(row, items), now)]


def still_owed(rows: Sequence[tuple[Return, Sequence[ReturnItem]]]) -> dict[UUID, Money]:
    """What of each is still to be paid back: what nothing was promised for yet, and what was promised and has not
    arrived. Units that were turned down, or will not come, are owed nothing, and nor is what is sent or mended instead:
    what the others bring is foreseen, as the case shows it."""
    found = [row.id for row, _ in rows]
    settled: dict[UUID, int] = {}
    made = Settlement.objects.filter(return_row_id__in=found)
    for return_id, kind, amount, plan in made.values_list("return_row_id", "kind", "amount", "plan"):
        settled[return_id] = settled.get(return_id, 0) + (0 if kind in _ON_TOP else _worth(plan, amount))
    # Nothing was promised without a settlement.
    on_its_way = money.not_arrived(subject_ids=list(settled)) if settled else {}
    return {
        row.id: Money(_to_promise(row, items, settled.get(row.id, 0)) + on_its_way.get(row.id, 0), row.currency)
        for row, items in rows
    }


def _to_promise(row: Return, items: Sequence[ReturnItem], settled: int) -> int:
    if row.settled_at is not None:
        return 0
    return _foreseen(row) if any(_in_part(item) for item in items) else max(0, row.value - settled)


def _in_part(item: ReturnItem) -> bool:
    """Is not all of it paid back? Then what it was worth when it was asked for says too much."""
    less = item.rejected or item.missing or item.resolution in IN_KIND
    return bool(less) and ours.standing(item).is_open


def _foreseen(row: Return) -> int:
    view = queries.by_id(return_id=row.id)
    if view.order_id is None:
        return 0
    order = catalogue.order(order_id=view.order_id)
    stake = desk.stake(view=view, order=order, settlements=queries.settlements(return_id=row.id))
    return sum(max(plan.total().amount, 0) for plan in stake.plans.values())


def _worth(plan: Sequence[Mapping[str, Any]], amount: int) -> int:
    """What of the return's value a settlement took care of: whatever it gave instead of money, and what it took off."""
    return sum(line["amount"] for line in plan if line["kind"] not in _TAKEN_OFF) if plan else amount


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
