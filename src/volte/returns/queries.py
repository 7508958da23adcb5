"""Questions about returns, asked inside an entered shop. Never write."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from volte.kit import ids
from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.kit.text import Message
from volte.kit.words import Fault, Method, Resolution
from volte.logistics import queries as parcels
from volte.returns import desk, wire
from volte.returns import rows as ours
from volte.returns.models import Return, ReturnItem, Settlement, Step
from volte.returns.rules import lifecycle
from volte.returns.rules.lifecycle import Act, Appeal, Outcome, Status, Verdict, Whereabouts
from volte.returns.views import ItemView, QueueRow, ReturnView, SettlementView, StepView
from volte.runtime import hot

_OPEN = (Status.SETTLED.value, Status.CLOSED.value, Status.CANCELLED.value, Status.REFUSED.value, Status.EXPIRED.value)


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


def by_id(*, return_id: UUID) -> ReturnView:
    """One return; refuses `return_unknown`."""
    held = ours.held(return_id)
    if held is not None:
        return view(*held)
    return _view(_found(hot.first(Return, id=return_id)))


def by_number(*, number: str) -> ReturnView | None:
    row = Return.objects.filter(number=ids.tidy_number(number)).first()
    return _view(row) if row else None


def of_order(*, order_id: UUID) -> list[ReturnView]:
    """The returns of one order, newest first."""
    return _views(list(Return.objects.filter(order_id=order_id).order_by("-id")))


def of_customer(*, customer_id: UUID, limit: int = 20) -> list[ReturnView]:
    return _views(list(Return.objects.filter(customer_id=customer_id).order_by("-id")[:limit]))


def timeline(*, return_id: UUID) -> list[StepView]:
    """Every step, oldest first."""
    rows = Step.objects.filter(return_row_id=return_id).order_by("id")
    return [StepView(row.id, row.kind, row.actor_name, row.actor_kind, row.at, row.detail) for row in rows]


def settlements(*, return_id: UUID) -> list[SettlementView]:
    rows = Settlement.objects.filter(return_row_id=return_id).order_by("id")
    return [_settlement(row) for row in rows]


def page(
    *,
    status: Status | None = None,
    order: UUID | None = None,
    updated_since: datetime | None = None,
    after: UUID | None = None,
    limit: int = 50,
) -> list[ReturnView]:
    """Returns by id (which is by age), oldest first: what programs read."""
    rows = Return.objects.order_by("id")
    if status is not None:
        rows = rows.filter(status=status.value)
    if order is not None:
        rows = rows.filter(order_id=order)
    if updated_since is not None:
        rows = rows.filter(updated_at__gte=updated_since)
    if after is not None:
        rows = rows.filter(id__gt=after)
    return _views(list(rows[:limit]))


def queue(*, wanted: Queue) -> list[QueueRow]:
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
    items = _items_of([row.id for row in found])
    return [_queue_row(row, items.get(row.id, [])) for row in found]


_OF_WORK = ("review", "evidence", "money")


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


def counts() -> dict[str, int]:
    """How many returns wait in each queue; one statement over partial indexes."""
    names = ("review", "evidence", "money")
    asked = {name: Count("id", filter=_queue_filter(name)) for name in names}
    waiting: dict[str, int] = Return.objects.exclude(waits_for="").aggregate(**asked)
    return waiting


def expected_at(*, limit: int = 50) -> list[QueueRow]:
    """What is on its way to us, the longest under way first."""
    rows = list(Return.objects.filter(status=Status.IN_TRANSIT.value).order_by("handed_over_at", "id")[:limit])
    items = _items_of([row.id for row in rows])
    return [_queue_row(row, items.get(row.id, [])) for row in rows]


def item(*, item_id: UUID) -> tuple[UUID, ItemView]:
    """The return's id and one of its items; refuses `item_unknown`."""
    row = ReturnItem.objects.filter(id=item_id).first()
    if row is None:
        raise NotFound("item_unknown")
    return row.return_row_id, item_view(row)


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
            return ~Q(status__in=_OPEN)
        case _:
            return Q()


def _exactly(words: str) -> Q:
    if "@" in words:
        return Q(email=words.strip().lower())
    tidy = ids.tidy_number(words)
    parcel = parcels.by_code(written=words)
    exact = Q(number=tidy) | Q(order_number=tidy)
    return exact | Q(id=parcel.subject_id) if parcel is not None else exact


def _found(row: Return | None) -> Return:
    if row is None:
        raise NotFound("return_unknown")
    return row


def _items_of(return_ids: Iterable[UUID]) -> dict[UUID, list[ReturnItem]]:
    found: dict[UUID, list[ReturnItem]] = {}
    for row in hot.rows(ReturnItem, order="position", return_row_id=list(return_ids)):
        found.setdefault(row.return_row_id, []).append(row)
    return found


def _view(row: Return) -> ReturnView:
    return _views([row])[0]


def _views(rows: Sequence[Return]) -> list[ReturnView]:
    items = _items_of([row.id for row in rows])
    return [view(row, items.get(row.id, [])) for row in rows]


def view(row: Return, items: Sequence[ReturnItem]) -> ReturnView:
    """The frozen view of rows already at hand."""
    status = Status(row.status)
    acts = lifecycle.possible(status, Appeal(row.appeal))
    return ReturnView(
        id=row.id,
        number=row.number,
        order_id=row.order_id,
        order_number=row.order_number,
        customer_id=row.customer_id,
        email=row.email,
        customer_name=row.customer_name,
        status=status,
        waits_for=row.waits_for,
        waits_since=row.waits_since,
        deadline_at=row.deadline_at,
        method=Method(row.method),
        store=row.store,
        language=row.language,
        channel=row.channel,
        parcel_id=row.parcel_id,
        parcel_code=row.parcel_code,
        handed_over_at=row.handed_over_at,
        requested_at=row.requested_at,
        withdrawn_at=row.withdrawn_at,
        approved_at=row.approved_at,
        last_day=row.last_day,
        settled_at=row.settled_at,
        updated_at=row.updated_at,
        value=Money(row.value, row.currency),
        due=Money(row.due, row.currency),
        doubt=row.doubt,
        unhappy=row.unhappy,
        appeal=Appeal(row.appeal),
        appealed_at=row.appealed_at,
        items=tuple(item_view(item) for item in items),
        next_acts=tuple(act for act in Act if act in acts) if row.order_id else (),
    )


def item_view(row: ReturnItem) -> ItemView:
    return ItemView(
        id=row.id,
        position=row.position,
        order_line_id=row.order_line_id,
        line=row.line,
        sku=row.sku,
        product=row.product,
        title=row.title,
        image_url=row.image_url,
        category=tuple(row.category),
        quantity=row.quantity,
        reason=row.reason,
        fault=Fault(row.fault) if row.fault else None,
        comment=row.comment,
        condition=row.condition,
        photos=tuple(row.photos),
        resolution=Resolution(row.resolution),
        exchange_sku=row.exchange_sku,
        verdict=Verdict(row.verdict),
        sentence=wire.message_back(row.decision.get("sentence")),
        decision=row.decision,
        whereabouts=Whereabouts(row.whereabouts),
        outcome=Outcome(row.outcome),
        arrived=row.arrived,
        inspected=row.inspected,
        passed=row.passed,
        settled=row.settled,
        rejected=row.rejected,
        missing=row.missing,
    )


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


def _settlement(row: Settlement) -> SettlementView:
    lines: list[tuple[str, Money, Message]] = []
    for line in row.plan:
        reason = wire.message_back(line["reason"])
        if reason is not None:
            lines.append((line["kind"], Money(line["amount"], row.currency), reason))
    return SettlementView(
        row.id, row.kind, Money(row.amount, row.currency), row.made_at, tuple(lines), row.units, row.detail
    )


def steps_as_wire(*, return_id: UUID) -> list[dict[str, Any]]:
    """The timeline as the API shows it: at, who, what, why."""
    return [
        {"at": wire.moment(step.at), "who": step.who or step.actor_kind, "what": step.what, "why": dict(step.detail)}
        for step in timeline(return_id=return_id)
    ]
