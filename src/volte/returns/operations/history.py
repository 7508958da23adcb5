"""Returns that were over before we knew of them come in: kept as they were, with the units they took."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from volte.catalogue import operations as catalogue
from volte.catalogue import queries as sold
from volte.catalogue.operations import PastClaim, Progress, SoldLine
from volte.kit import ids
from volte.kit.text import message
from volte.kit.words import Method, Resolution
from volte.returns import chaining, wire
from volte.returns.events import ReturnsTakenIn
from volte.returns.models import Return, ReturnItem, Settlement, Step
from volte.returns.ports import PastItem, PastReturn
from volte.returns.rules.lifecycle import Outcome, Status, Verdict, Whereabouts
from volte.risk import operations as risk
from volte.runtime import bulk, clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission

CHANNEL = "import"
# Units whose order line had been taken by somebody else when the history came in.
TAKEN_MEANWHILE = "taken_meanwhile"
Items = Sequence[tuple[PastItem, SoldLine | None]]
Found = tuple[PastReturn, Items]


@operation(Permission.ORDERS_WRITE)
def take_in_past(*, by: Actor, progress: Progress, past: Sequence[PastReturn], line_done: int) -> Progress:
    """Take in the next returns of a history and move the import on, both or neither; those known stay as they are.

    What belongs to a line takes its units, so that nobody returns them again; nothing is paid, announced to the
    customer or put on a shelf: that happened. Refuses `import_elsewhere`.
    """
    known = set(Return.objects.filter(number__in=[each.number for each in past]).values_list("number", flat=True))
    fresh = [each for each in past if each.number not in known]
    customers = sold.customers(external_ids={each.customer for each in fresh if each.customer})
    found = _claimed(by, fresh)
    return_ids = _write(by, found, customers)
    _note_for_risk(by, found)
    if return_ids:
        announce(ReturnsTakenIn(return_ids=tuple(return_ids)))
    lost = sum(item.quantity for _, items in found for item, line in items if item.line and line is None)
    further = {"returns": len(fresh), TAKEN_MEANWHILE: lost}
    return catalogue.move_on(by=by, progress=progress, line_done=line_done, further=further)


def _claimed(by: Actor, past: Sequence[PastReturn]) -> list[Found]:
    """Each return with its items, and the lines that gave their units."""
    wanted = [(each, item) for each in past for item in each.items if item.line]
    claims = [PastClaim(each.order, item.line, item.quantity) for each, item in wanted]
    lines = iter(catalogue.claim_past_units(by=by, claims=claims))
    return [(each, [(item, next(lines) if item.line else None) for item in each.items]) for each in past]


def _write(by: Actor, found: Sequence[Found], customers: dict[str, UUID]) -> list[UUID]:
    now = clock.now()
    returns: list[Return] = []
    items: list[ReturnItem] = []
    settlements: list[Settlement] = []
    steps: list[Step] = []
    for each, own in found:
        row = _return(each, own, customers, now)
        rows = [_item(row, place, item, line) for place, (item, line) in enumerate(own)]
        returns.append(row)
        items += rows
        settlements.append(_settlement(row, rows, each))
        steps.append(_step(row, own, by, each.at, now))
    for fresh in (returns, items, settlements, steps):
        bulk.insert_rows(fresh)
    return [row.id for row in returns]


def _return(each: PastReturn, own: Items, customers: dict[str, UUID], now: datetime) -> Return:
    order = next((line for _, line in own if line is not None), None)
    row: Return = Return.of_shop(
        id=ids.new_id_at(each.at),
        number=each.number,
        order_id=order.order_id if order else None,
        order_number=order.order_number[:60] if order else "",
        customer_id=order.customer_id if order else customers.get(each.customer),
        status=Status.SETTLED.value,
        method=Method.MAIL.value,
        channel=CHANNEL,
        value=sum(item.amount for item in each.items),
        currency=each.currency,
        requested_at=each.at,
        arrived_at=each.at,
        settled_at=each.at,
        updated_at=now,
    )
    return row


def _item(row: Return, place: int, item: PastItem, line: SoldLine | None) -> ReturnItem:
    made: ReturnItem = ReturnItem.of_shop(
        return_row_id=row.id,
        position=place,
        order_line_id=line.line_id if line else None,
        line=item.line if line else "",
        sku=item.sku,
        product=item.sku,
        title=item.title,
        quantity=item.quantity,
        resolution=Resolution.REFUND.value,
        verdict=Verdict.ACCEPTED.value,
        whereabouts=Whereabouts.ARRIVED.value,
        outcome=Outcome.REFUNDED.value,
        arrived=item.quantity,
        settled=item.quantity,
    )
    return made


def _settlement(row: Return, items: Sequence[ReturnItem], each: PastReturn) -> Settlement:
    """What was given back, item by item, without us: the books of `money` know nothing of it."""
    plan = [
        {
            "kind": "outside",
            "amount": item.amount,
            "reason": wire.message(message("history-given-back", title=item.title, count=item.quantity)),
        }
        for item in each.items
    ]
    amounts = {str(made.id): item.amount for made, item in zip(items, each.items, strict=True)}
    made: Settlement = Settlement.of_shop(
        return_row_id=row.id,
        kind="outside",
        units={str(one.id): one.quantity for one in items},
        amount=row.value,
        currency=row.currency,
        plan=plan,
        detail={"items": amounts},
        made_at=each.at,
    )
    return made


def _step(row: Return, own: Items, by: Actor, at: datetime, now: datetime) -> Step:
    why = next((item.why or TAKEN_MEANWHILE for item, line in own if line is None), "")
    detail: dict[str, Any] = {"units": sum(item.quantity for item, _ in own)} | ({"why": why} if why else {})
    kind = "imported_without_order" if row.order_id is None else "imported"
    step: Step = Step.of_shop(return_row_id=row.id, kind=kind, actor_kind=by.kind, detail=detail, at=at)
    chaining.begin(row)
    chaining.link(row, step, adopted_at=now)
    return step


def _note_for_risk(by: Actor, found: Sequence[Found]) -> None:
    """What a customer sent back before counts in their return rate, as their own wish: nobody told a reason."""
    returned = [
        (line.customer_id, line.placed_at, item.quantity)
        for _, items in found
        for item, line in items
        if line is not None and line.customer_id is not None
    ]
    if returned:
        risk.note_past(by=by, returned=returned)
