"""Questions to risk, inside an entered shop."""

from datetime import UTC, datetime, time
from uuid import UUID

from django.db.models import Sum

from volte.catalogue import queries as catalogue
from volte.kit.time import add_months
from volte.risk.models import CustomerReturnCount
from volte.risk.rules.return_rate import MONTHS, Standing


def standing(*, customer_id: UUID, now: datetime) -> Standing:
    """What the customer bought in the last twelve whole months and this one, and how much of it came back."""
    since = add_months(now.astimezone(UTC).date().replace(day=1), -MONTHS)
    bought = catalogue.bought(customer_id=customer_id, since=datetime.combine(since, time.min, UTC))
    rows = CustomerReturnCount.objects.filter(customer_id=customer_id, ordered_in__gte=since)
    returned = rows.aggregate(units=Sum("returned"))["units"] or 0
    return Standing(orders=bought.orders, units_bought=bought.units, units_returned=returned)
