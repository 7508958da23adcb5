"""What happened is counted."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from volte.kit import ids
from volte.kit.errors import Invalid
from volte.kit.words import Fault
from volte.risk.models import CustomerReturnCount
from volte.runtime import sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

_ADD = """
INSERT INTO volte_risk_customerreturncount AS count (id, shop_id, customer_id, ordered_in, returned, excused)
VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (customer_id, ordered_in)
DO UPDATE SET returned = count.returned + EXCLUDED.returned, excused = count.excused + EXCLUDED.excused
"""


@operation(Permission.RETURNS_APPROVE, Permission.WAREHOUSE_INSPECT)
def note(*, by: Actor, customer_id: UUID, placed_at: datetime, units: int, fault: Fault | None) -> None:
    """Count units a customer really sent back of an order placed at `placed_at`; `fault` None is read as their wish.

    Call it once for each unit's arrival, from a reaction. Refuses `quantity_not_positive`.
    """
    if units < 1:
        raise Invalid("quantity_not_positive", asked=units)
    excused = fault in (Fault.MERCHANT, Fault.CARRIER)
    returned = (0, units) if excused else (units, 0)
    month = placed_at.date().replace(day=1)
    sql.run(_ADD, [ids.new_id(), tenancy.current(), customer_id, month, *returned])


_ADD_PAST = """
INSERT INTO volte_risk_customerreturncount AS count (id, shop_id, customer_id, ordered_in, returned, excused)
SELECT id, %(shop)s, customer, ordered_in, returned, 0
  FROM unnest(%(ids)s::uuid[], %(customers)s::uuid[], %(months)s::date[], %(units)s::int[])
       AS past(id, customer, ordered_in, returned)
ON CONFLICT (customer_id, ordered_in) DO UPDATE SET returned = count.returned + EXCLUDED.returned
"""


@operation(Permission.ORDERS_WRITE)
def note_past(*, by: Actor, returned: Sequence[tuple[UUID, datetime, int]]) -> None:
    """Count units of a history: (customer, when their order was placed, units sent back)."""
    together: Counter[tuple[UUID, date]] = Counter()
    for customer_id, placed_at, units in returned:
        together[customer_id, placed_at.date().replace(day=1)] += units
    rows = sorted(together.items())
    given = {
        "shop": tenancy.current(),
        "ids": [ids.new_id() for _ in rows],
        "customers": [customer_id for (customer_id, _), _ in rows],
        "months": [month for (_, month), _ in rows],
        "units": [units for _, units in rows],
    }
    sql.run(_ADD_PAST, given, once=True)


@operation(Permission.PRIVACY_ERASE)
def forget_customers(*, by: Actor, customer_ids: Sequence[UUID]) -> int:
    """What was counted about these customers; how many months of it."""
    gone: int = CustomerReturnCount.objects.filter(customer_id__in=list(customer_ids)).delete()[0]
    return gone
