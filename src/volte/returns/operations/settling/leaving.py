"""What leaves in exchange becomes a line of the order: it can come back, and is worth what was paid for it."""

from itertools import groupby

from volte.catalogue import operations as catalogue
from volte.catalogue.rules.order import Exchanged
from volte.money import queries as money
from volte.returns import decisions, facts, rows
from volte.returns.models import Return, ReturnItem
from volte.runtime import clock
from volte.runtime.actor import Actor


def add_lines(*, by: Actor, row: Return, item: ReturnItem) -> None:
    """One line; more where the new article had another price when further units came back. None for an exchange that
    was promised before units were written down."""
    now, units = clock.now(), money.sold(subject_id=row.id, reference=str(item.id))
    for _, same in groupby(sorted(units, key=lambda unit: unit.listed), key=lambda unit: unit.listed):
        exchanged = Exchanged(
            line=item.line,
            number=row.number,
            item=item.id,
            left_at=now,
            own_terms=not decisions.is_remedy(item.decision),
            units=facts.exchanged_units(same),
        )
        catalogue.add_exchanged(by=by, order_id=rows.order_of(row), sku=item.exchange_sku, exchanged=exchanged)
