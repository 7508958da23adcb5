"""Questions about returns, asked inside an entered shop. Never write."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from volte.kit import ids
from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.kit.text import Message
from volte.kit.words import Fault, Method, Resolution
from volte.returns import rows as ours
from volte.returns import wire
from volte.returns.models import Return, ReturnItem, Settlement, Step
from volte.returns.rules import lifecycle, wear
from volte.returns.rules.lifecycle import Act, Appeal, Kind, Outcome, Status, Verdict, Whereabouts
from volte.returns.views import ItemView, ReturnView, SettlementView, StepView
from volte.runtime import hot


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
    """The returns of one order that are its buyer's, newest first: what somebody sends back who received it as a gift
    is not theirs to know."""
    return _views(list(Return.objects.filter(order_id=order_id, gift_id=None).order_by("-id")))


def of_customer(*, customer_id: UUID, limit: int = 20) -> list[ReturnView]:
    return _views(list(Return.objects.filter(customer_id=customer_id).order_by("-id")[:limit]))


def timeline(*, return_id: UUID) -> list[StepView]:
    """Every step, oldest first."""
    rows = Step.objects.filter(return_row_id=return_id).order_by("id")
    return [StepView(row.id, row.kind, row.actor_name, row.actor_kind, row.at, row.detail) for row in rows]


def settlements(*, return_id: UUID) -> list[SettlementView]:
    """What was settled, oldest first; an exchange that was given up settled nothing."""
    rows = Settlement.objects.filter(return_row_id=return_id).order_by("id")
    return [_settlement(row) for row in rows if "given_up" not in row.detail]


def page(
    *,
    status: Status | None = None,
    order: UUID | None = None,
    updated_since: datetime | None = None,
    after: UUID | None = None,
    limit: int = 50,
    gift: bool | None = None,
) -> list[ReturnView]:
    """Returns by id (which is by age), oldest first: what programs read. `gift`: only those of gifts, or none of them;
    of one `order`, unless it is said, none: what is shown to its buyer is not theirs to know."""
    rows = Return.objects.order_by("id")
    if gift is not None or order is not None:
        rows = rows.filter(gift_id__isnull=not gift)
    if status is not None:
        rows = rows.filter(status=status.value)
    if order is not None:
        rows = rows.filter(order_id=order)
    if updated_since is not None:
        rows = rows.filter(updated_at__gte=updated_since)
    if after is not None:
        rows = rows.filter(id__gt=after)
    return _views(list(rows[:limit]))


def item(*, item_id: UUID) -> tuple[UUID, ItemView]:
    """The return's id and one of its items; refuses `item_unknown`."""
    row = ReturnItem.objects.filter(id=item_id).first()
    if row is None:
        raise NotFound("item_unknown")
    return row.return_row_id, item_view(row)


def _found(row: Return | None) -> Return:
    if row is None:
        raise NotFound("return_unknown")
    return row


def _view(row: Return) -> ReturnView:
    return _views([row])[0]


def _views(rows: Sequence[Return]) -> list[ReturnView]:
    items = ours.items_of([row.id for row in rows])
    return [view(row, items.get(row.id, [])) for row in rows]


def view(row: Return, items: Sequence[ReturnItem]) -> ReturnView:
    """The frozen view of rows already at hand."""
    status = Status(row.status)
    gift, paid_less = row.gift_id is not None, ours.paid_less(items)
    acts = lifecycle.possible(status, Appeal(row.appeal), Kind(row.kind), gift=gift, paid_less=paid_less)
    return ReturnView(
        id=row.id,
        number=row.number,
        order_id=row.order_id,
        kind=Kind(row.kind),
        gift_id=row.gift_id,
        inquiry_until=row.inquiry_until,
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
        sent_at=row.sent_at,
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
        deduction=row.deduction,
        deducted=row.deducted,
        deduction_reason=row.deduction_reason,
        wear=wear.read(row.wear),
    )


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
