"""Loading and restating a return: every verb takes it locked, and leaves its status and a step behind."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from volte.kit.errors import Conflict, NotFound
from volte.kit.words import Resolution
from volte.returns import chaining, deadlines
from volte.returns.chaining import Proof
from volte.returns.models import Return, ReturnItem, Step
from volte.returns.rules import lifecycle
from volte.returns.rules.lifecycle import Act, Appeal, Kind, Outcome, Standing, Status, Verdict, Whereabouts
from volte.runtime import hot, tenancy
from volte.runtime.actor import Actor


def locked(*, by: Actor, return_id: UUID) -> tuple[Return, list[ReturnItem]]:
    """The return and its items, ours until the transaction ends, so they are read once however many verbs ask.

    A shopper finds returns of their own order only: a buyer none of what was given to somebody else, who finds none of
    the buyer's.
    """
    row, items = tenancy.remembered(_key(return_id), lambda: _lock(by, return_id))
    if by.kind == "shopper" and (row.order_id, row.gift_id) != (by.order_id, by.gift_id):
        raise NotFound("return_unknown")
    return row, items


def held(return_id: UUID) -> tuple[Return, list[ReturnItem]] | None:
    """The return as it stands in this transaction, if it is ours already."""
    found: tuple[Return, list[ReturnItem]] | None = tenancy.known(_key(return_id))
    return found


def taken(return_id: UUID) -> Return | None:
    """The row alone, ours until the transaction ends, be it ours already; None where there is no such return."""
    found = held(return_id)
    return found[0] if found is not None else hot.first(Return, lock=True, id=return_id)


def opened(row: Return, items: list[ReturnItem]) -> None:
    """A new return, which is ours until the transaction ends."""
    chaining.begin(row)
    for each in (row, *items):
        each.insert_late()
    tenancy.remembered(_key(row.id), lambda: (row, items))


def items_of(return_ids: Iterable[UUID]) -> dict[UUID, list[ReturnItem]]:
    """The items of each, in their order; nothing for one that has none."""
    found: dict[UUID, list[ReturnItem]] = {}
    for row in hot.rows(ReturnItem, order="position", return_row_id=list(return_ids)):
        found.setdefault(row.return_row_id, []).append(row)
    return found


def _key(return_id: UUID) -> tuple[str, UUID]:
    return "return", return_id


def _lock(by: Actor, return_id: UUID) -> tuple[Return, list[ReturnItem]]:
    own: dict[str, Any] = {"order_id": by.order_id} if by.kind == "shopper" else {}
    row = hot.first(Return, lock=True, id=return_id, **own)
    if row is None:
        raise NotFound("return_unknown")
    return row, hot.rows(ReturnItem, order="position", return_row_id=return_id)


def order_of(row: Return) -> UUID:
    """Its order; refuses `return_without_order`: of a past return that fits no purchase, nothing more can be made."""
    if row.order_id is None:
        raise Conflict("return_without_order", number=row.number)
    return row.order_id


def order_line_of(item: ReturnItem) -> UUID:
    """Its order line, which every return but such a past one has."""
    if item.order_line_id is None:
        raise Conflict("return_without_order", number="")
    return item.order_line_id


def allow(row: Return, act: Act, *, paid_less: bool = False) -> None:
    """Refuse an act that this status does not allow; says what it is in."""
    order_of(row)
    gift = row.gift_id is not None
    found = lifecycle.possible(Status(row.status), Appeal(row.appeal), Kind(row.kind), gift=gift, paid_less=paid_less)
    if act not in found:
        raise Conflict("return_not_possible_now", act=act.value, status=row.status, number=row.number)


def standing(item: ReturnItem) -> Standing:
    return Standing(
        verdict=Verdict(item.verdict),
        whereabouts=Whereabouts(item.whereabouts),
        outcome=Outcome(item.outcome),
        # What a person decided to do without is no part of it any more.
        quantity=item.quantity - item.missing,
        arrived=item.arrived,
        inspected=item.inspected,
        settled=item.settled,
        rejected=item.rejected,
        unpaid=item.unpaid,
    )


def restate(row: Return, items: Sequence[ReturnItem], *, now: datetime) -> Status:
    """Write the items, the status that follows from them, and who is waited for."""
    status = state(row, items, now=now)
    hot.save(row)
    for item in items:
        hot.save(item)
    return status


def state(row: Return, items: Sequence[ReturnItem], *, now: datetime) -> Status:
    """What follows from the items, put on the row and not yet written."""
    status = lifecycle.status([standing(item) for item in items])
    row.status = status.value
    waits_for = _waits_for(row, items)
    if waits_for != row.waits_for and row.waits_for != "money":
        row.waits_for, row.waits_since = waits_for, (now if waits_for else None)
    row.deadline_at = deadlines.of(row, items)
    if status is Status.SETTLED and row.settled_at is None:
        row.settled_at = now
    row.updated_at = now
    return status


def doubtful_units(item: ReturnItem) -> int:
    """Units that were looked at, were not what was agreed, and about which nobody has decided yet."""
    if not standing(item).is_open:
        return 0
    return max(0, item.inspected - max(item.passed, item.settled) - item.rejected)


def paid_less(items: Iterable[ReturnItem]) -> bool:
    """Was something taken off for use, and the rest paid?"""
    return any(item.deducted for item in items)


def item_of(items: Iterable[ReturnItem], item_id: UUID) -> ReturnItem:
    """Refuses `item_unknown`: of another return, or of none."""
    found = next((item for item in items if item.id == item_id), None)
    if found is None:
        raise NotFound("item_unknown")
    return found


def reduction_due(item: ReturnItem) -> bool:
    """Does the customer keep it at a lower price that nobody has named yet?"""
    return item.resolution == Resolution.PRICE_REDUCTION.value and standing(item).is_open and not item.settled


def absent_units(item: ReturnItem) -> int:
    """Units of an open item that no box has held so far, and that were not paid without being seen."""
    if not standing(item).is_open or item.whereabouts in (Whereabouts.KEPT.value, Whereabouts.LOST.value):
        return 0
    seen = max(item.arrived, item.inspected, item.settled + item.rejected)
    return max(0, item.quantity - item.missing - seen)


def _waits_for(row: Return, items: Sequence[ReturnItem]) -> str:
    verdicts = {item.verdict for item in items}
    if (
        row.doubt
        or row.unhappy
        or row.appeal == Appeal.OPEN.value
        or Verdict.NEEDS_REVIEW.value in verdicts
        or any(doubtful_units(item) or reduction_due(item) for item in items)
    ):
        return "shop"
    asked = Verdict.NEEDS_EVIDENCE.value in verdicts or any(item.unpaid for item in items)
    return "customer" if asked else ""


def step(row: Return, kind: str, *, by: Actor, now: datetime, proof: Proof = chaining.NOTHING, **detail: Any) -> None:
    """Leave a line on the timeline: `step-<kind>` names its text. It is chained to the one before it, and vouches for
    what `proof` names."""
    made = Step.of_shop(
        return_row_id=row.id,
        kind=kind,
        actor_kind=by.kind,
        actor_name="" if by.kind == "shopper" else by.name[:120],
        detail={key: value for key, value in detail.items() if value is not None},
        at=now,
    )
    chaining.append(row, made, proof)
    made.insert_late()
