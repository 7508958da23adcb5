"""To the shop's stock: a unit can be sold again, or no longer, told in the shop's own ids."""

from typing import Any
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.returns.events import UnitRestocked, UnitTakenOut
from volte.returns.models import Return, ReturnItem
from volte.runtime import hot, outbox
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.warehouse import operations as warehouse
from volte.warehouse import queries as units
from volte.warehouse.queries import UnitView


@operation(Permission.WAREHOUSE_INSPECT)
def tell_stock(*, by: Actor, unit_id: UUID) -> bool:
    """Announce what changed for the shop's stock since it last heard of this unit, if anything. Safe to ask twice;
    false while the last decision may still be taken back."""
    change = warehouse.note_sellable(by=by, unit_id=unit_id)
    if change is None:
        return False
    if change == 0:
        return True
    unit = units.unit(unit_id=unit_id)
    origin = _origin(unit)
    if change > 0:
        grade = unit.grade.value if unit.grade else ""
        told: UnitRestocked | UnitTakenOut = UnitRestocked(**origin, grade=grade)
    else:
        told = UnitTakenOut(**origin, disposition=unit.disposition.value if unit.disposition else "")
    outbox.announce(told, subject_id=unit.subject_id)
    return True


def _origin(unit: UnitView) -> dict[str, Any]:
    """The unit, and what it came back from in the shop's ids."""
    row = hot.first(Return, id=unit.subject_id) if unit.subject_id else None
    item = hot.first(ReturnItem, id=unit.line_id) if unit.line_id else None
    order = catalogue.order(order_id=row.order_id) if row is not None and row.order_id else None
    return {
        "unit_id": unit.id,
        "return_id": row.id if row else None,
        "number": row.number if row else "",
        "order_id": order.order_id if order else None,
        "order_external_id": order.id if order else "",
        "line": item.line if item else "",
        "sku": unit.sku,
        "location": unit.location,
        "quantity": 1,
    }
