"""What leaves in exchange becomes a line of the order: it can come back, and is worth what was paid for it."""

from itertools import groupby

from volte.catalogue import operations as catalogue
from volte.catalogue.rules.order import Exchanged, How
from volte.kit.words import Resolution
from volte.money import queries as money
from volte.returns import decisions, facts, rows
from volte.returns.models import Return, ReturnItem
from volte.returns.rules.lifecycle import Kind
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.warehouse import operations as warehouse


def send(*, by: Actor, row: Return, item: ReturnItem) -> None:
    """What was held for it leaves, or the same article, new or mended. One line; more where the new article had another
    price when further units came back. None for an exchange that was promised before units were written down, or given
    up."""
    now, units = clock.now(), money.sold(subject_id=row.id, reference=str(item.id))
    if item.sent_at is not None:
        order_id, worth = rows.order_of(row), facts.exchanged_units(units)
        catalogue.settle_exchanged(by=by, order_id=order_id, item_id=item.id, units=worth)
        return
    if item.reservation_id is not None:
        given_up = item.resolution != Resolution.EXCHANGE.value
        warehouse.commit(by=by, reservation_id=item.reservation_id, quantity=len(units) if given_up else item.settled)
    for _, same in groupby(sorted(units, key=lambda unit: unit.listed), key=lambda unit: unit.listed):
        exchanged = Exchanged(
            line=item.line,
            number=row.number,
            item=item.id,
            left_at=now,
            own_terms=_own_terms(row, item),
            units=facts.exchanged_units(same),
            how=_how(item),
        )
        sku = item.exchange_sku or item.sku
        catalogue.add_exchanged(by=by, order_id=rows.order_of(row), sku=sku, exchanged=exchanged)


def _how(item: ReturnItem) -> How:
    """A replacement or a repair keeps its word; whatever was given up after units had left was an exchange."""
    return How(item.resolution) if item.resolution in tuple(How) else How.EXCHANGE


def _own_terms(row: Return, item: ReturnItem) -> bool:
    """What never arrived begins its terms when it does. The same article, new or mended, goes on with those of the
    first, and so does whatever is exchanged because of a fault."""
    if row.kind == Kind.CLAIM.value:
        return True
    return _how(item) is How.EXCHANGE and not decisions.is_remedy(item.decision)
