"""Questions to risk, inside an entered shop."""

from datetime import UTC, datetime, time
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.kit.time import add_months
from volte.risk.rules.return_rate import MONTHS, Standing
from volte.runtime import sql, tenancy


def standing(*, customer_id: UUID, now: datetime) -> Standing:
    """What the customer bought in the last twelve whole months and this one, and how much of it came back."""
    since = add_months(now.astimezone(UTC).date().replace(day=1), -MONTHS)
    bought = catalogue.bought(customer_id=customer_id, since=datetime.combine(since, time.min, UTC))
    (returned,) = sql.run(_RETURNED, [tenancy.current(), customer_id, since]).fetchone() or (0,)
    return Standing(orders=bought.orders, units_bought=bought.units, units_returned=returned)


_RETURNED = """
SELECT coalesce(sum(returned), 0)::bigint FROM volte_risk_customerreturncount
 WHERE shop_id = %s AND customer_id = %s AND ordered_in >= %s
"""
