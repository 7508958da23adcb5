"""A box was not as announced: a person waits for the rest, or closes the return with what came."""

from collections.abc import Sequence
from uuid import UUID

from volte.catalogue import operations as catalogue
from volte.kit.errors import Conflict, Invalid
from volte.kit.words import Resolution
from volte.returns import rows
from volte.returns.events import BoxClosed
from volte.returns.models import Return, ReturnItem
from volte.returns.operations import settling, telling
from volte.returns.rules import settlement
from volte.returns.rules.lifecycle import Outcome
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission
from volte.warehouse import operations as warehouse


@operation(Permission.RETURNS_APPROVE)
def await_rest(*, by: Actor, return_id: UUID, reason: str = "") -> None:
    """Somebody has seen to it: what is missing may still come, what was too much has its place.

    Refuses `box_as_announced` when there is nothing to see to.
    """
    row, _ = _doubted(by, return_id)
    now = clock.now()
    row.doubt = ""
    rows.step(row, "box_seen_to", by=by, now=now, reason=reason.strip() or None)
    # Also what could not be exchanged is tried again: the order may be right by now.
    settling.settle_due(by=Actor.system(by.shop_id), return_id=row.id)


@operation(Permission.RETURNS_REFUSE)
def close_box(*, by: Actor, return_id: UUID, reason: str) -> None:
    """Nothing more is expected: units that did not come are owed nothing and stay the customer's, to be asked for
    again; what came goes on as agreed. The customer reads the reason.

    Refuses `box_needs_reason`, `box_as_announced`.
    """
    row, items = _doubted(by, return_id)
    if not reason.strip():
        raise Invalid("box_needs_reason")
    now = clock.now()
    _give_up_exchanges(by, row, items)
    missing = [(item, rows.absent_units(item)) for item in items if rows.absent_units(item)]
    _do_without(by, row, missing)
    row.doubt = ""
    rows.step(row, "box_closed", by=by, now=now, reason=reason.strip())
    announce(BoxClosed(return_id=row.id, number=row.number), subject_id=row.id)
    settling.settle_due(by=Actor.system(by.shop_id), return_id=row.id)
    if missing:
        found = {item.id: units for item, units in missing}
        telling.tell_difference(by=Actor.system(by.shop_id), return_id=row.id, missing=found, note=reason.strip())


def _doubted(by: Actor, return_id: UUID) -> tuple[Return, list[ReturnItem]]:
    row, items = rows.locked(by=by, return_id=return_id)
    if not row.doubt:
        raise Conflict("box_as_announced", number=row.number)
    return row, items


def _give_up_exchanges(by: Actor, row: Return, items: Sequence[ReturnItem]) -> None:
    """Units whose exchange cannot be made, since they were paid back another way: nothing more is owed for them."""
    if row.doubt != "exchange":
        return
    for item, units in settling.due_units(row=row, items=items):
        if item.resolution in (Resolution.EXCHANGE, *settlement.IN_KIND):
            item.rejected += units
            item.outcome = Outcome.PENDING.value if item.settled else Outcome.REFUSED.value
            if item.reservation_id is not None and not item.settled:
                warehouse.release(by=by, reservation_id=item.reservation_id)


def _do_without(by: Actor, row: Return, missing: Sequence[tuple[ReturnItem, int]]) -> None:
    if missing:
        catalogue.release_units(by=by, claims=[(rows.order_line_of(item), units) for item, units in missing])
    for item, units in missing:
        item.missing += units
        if item.missing == item.quantity:
            item.outcome = Outcome.REFUSED.value
            if item.reservation_id is not None:
                warehouse.release(by=by, reservation_id=item.reservation_id)
