"""The staff's list of returns, asked inside an entered shop: which of them a queue shows, in which order, and what is
found by the words people have at hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet

from volte.kit import ids
from volte.kit.money import Money
from volte.kit.text import Message
from volte.kit.words import Method
from volte.logistics import queries as parcels
from volte.returns import desk, wire
from volte.returns import rows as ours
from volte.returns.models import Return, ReturnItem
from volte.returns.rules.lifecycle import Appeal, Status, Verdict
from volte.returns.views import QueueRow

_OVER = (Status.SETTLED.value, Status.CLOSED.value, Status.CANCELLED.value, Status.REFUSED.value, Status.EXPIRED.value)
_OF_WORK = ("review", "evidence", "money")


@dataclass(frozen=True, slots=True)
class Queue:
    """Which returns a list shows: review | evidence | money | deadlines | arrivals | travelling | open | all; with
    `due_before` only those due by then, soonest first."""

    name: str = "open"
    search: str = ""
    status: Status | None = None
    method: Method | None = None
    due_before: datetime | None = None
    after: UUID | None = None
    limit: int = 50


def listed(*, wanted: Queue) -> list[QueueRow]:
    """The staff's list: what is due first for queues of work, newest first otherwise."""
    rows = Return.objects.filter(_queue_filter(wanted.name))
    if wanted.status is not None:
        rows = rows.filter(status=wanted.status.value)
    if wanted.method is not None:
        rows = rows.filter(method=wanted.method.value)
    if wanted.due_before is not None:
        rows = rows.filter(deadline_at__lte=wanted.due_before)
    rows = _ordered(wanted.name if wanted.due_before is None else "deadlines")(rows, wanted.after)
    found = _searched(rows, wanted.search, wanted.limit) if wanted.search else list(rows[: wanted.limit])
    items = ours.items_of([row.id for row in found])
    return [_queue_row(row, items.get(row.id, [])) for row in found]


def _queue_filter(name: str) -> Q:
    match name:
        case "review":
            return Q(waits_for="shop")
        case "evidence":
            return Q(waits_for="customer")
        case "money":
            return Q(waits_for="money")
        case "deadlines":
            return Q(deadline_at__isnull=False)
        case "arrivals":
            return Q(status__in=[Status.ARRIVED.value, Status.INSPECTED.value])
        case "travelling":
            return Q(status=Status.IN_TRANSIT.value)
        case "open":
            return ~Q(status__in=_OVER)
        case _:
            return Q()


def _ordered(name: str) -> Callable[[QuerySet[Return], UUID | None], QuerySet[Return]]:
    if name == "deadlines":
        return _most_urgent
    return _by_the_clocks if name in _OF_WORK else _newest


def _most_urgent(rows: QuerySet[Return], after: UUID | None) -> QuerySet[Return]:
    """By deadline, which is what the partial index of returns that have one is sorted by."""
    if after is not None:
        at = Return.objects.filter(id=after).values_list("deadline_at", flat=True).first()
        if at is not None:
            rows = rows.filter(Q(deadline_at__gt=at) | Q(deadline_at=at, id__gt=after), deadline_at__gte=at)
    return rows.order_by("deadline_at", "id")


def _newest(rows: QuerySet[Return], after: UUID | None) -> QuerySet[Return]:
    return (rows.filter(id__lt=after) if after is not None else rows).order_by("-id")


def _by_the_clocks(rows: QuerySet[Return], after: UUID | None) -> QuerySet[Return]:
    """What must be done first: by deadline (those without one last), then by the moment it began to wait. The partial
    index of waiting returns is sorted like this."""
    if after is not None:
        rows = rows.filter(_later_than(after))
    return rows.order_by(F("deadline_at").asc(nulls_last=True), "waits_since", "id")


def _later_than(after: UUID) -> Q:
    at = Return.objects.filter(id=after).values_list("deadline_at", "waits_since").first()
    if at is None:
        return Q()
    due, since = at
    beside = Q(deadline_at=due) & (Q(waits_since__gt=since) | Q(waits_since=since, id__gt=after))
    return beside if due is None else beside | Q(deadline_at__gt=due) | Q(deadline_at=None)


def _searched(rows: QuerySet[Return], words: str, limit: int) -> list[Return]:
    """By what people have at hand: a number, an e-mail address, the code on a parcel; else any part of a name.

    A name is looked for last and alone: it has no index that row-level security would let the planner use.
    """
    found = list(rows.filter(_exactly(words))[:limit])
    if found or "@" in words:
        return found
    return list(rows.filter(customer_name__icontains=words.strip())[:limit])


def _exactly(words: str) -> Q:
    if "@" in words:
        return Q(email=words.strip().lower())
    tidy = ids.tidy_number(words)
    parcel = parcels.by_code(written=words)
    exact = Q(number=tidy) | Q(order_number=tidy)
    return exact | Q(id=parcel.subject_id) if parcel is not None else exact


def _queue_row(row: Return, items: Sequence[ReturnItem]) -> QueueRow:
    return QueueRow(
        id=row.id,
        number=row.number,
        order_number=row.order_number,
        customer_name=row.customer_name,
        email=row.email,
        status=Status(row.status),
        waits_for=row.waits_for,
        waits_since=row.waits_since,
        deadline_at=row.deadline_at,
        value=Money(row.value, row.currency),
        due=Money(row.due, row.currency),
        doubt=row.doubt,
        unhappy=row.unhappy,
        appealed=row.appeal == Appeal.OPEN.value,
        method=Method(row.method),
        requested_at=row.requested_at,
        titles=tuple(item.title for item in items),
        units=sum(item.quantity for item in items),
        first_image=items[0].image_url if items else "",
        why=_why(row, items),
    )


def _why(row: Return, items: Sequence[ReturnItem]) -> Message | None:
    """Why it waits for a person: the rule that asked for one, else the sentence of the first item that waits."""
    if not row.waits_for:
        return None
    waiting = (Verdict.NEEDS_REVIEW.value, Verdict.NEEDS_EVIDENCE.value)
    undecided = next((item for item in items if item.verdict in waiting), None)
    if undecided is None:
        return None
    return desk.why_here(decision=undecided.decision) or wire.message_back(undecided.decision.get("sentence"))
