"""Units that were paid back before they left never leave."""

from collections.abc import Sequence

from volte.catalogue import operations as catalogue
from volte.catalogue.rules.order import OrderView
from volte.returns import rows
from volte.returns.events import UnitsCancelled
from volte.returns.models import Return, ReturnItem
from volte.runtime.actor import Actor
from volte.runtime.outbox import announce


def keep_from_leaving(by: Actor, row: Return, order: OrderView, due: Sequence[tuple[ReturnItem, int]]) -> None:
    """They are cancelled in the order, after they were promised as sold, and the shop is told."""
    catalogue.cancel_units(by=by, claims=[(rows.order_line_of(item), count) for item, count in due])
    for item, count in due:
        told = UnitsCancelled(
            return_id=row.id,
            number=row.number,
            order_id=order.order_id,
            order_external_id=order.id,
            line=item.line,
            sku=item.sku,
            quantity=count,
        )
        announce(told, subject_id=row.id)
