"""What did an order cost, when a later copy of it names other prices than those something was promised by?

The first promise freezes prices, discounts, rates and the way out. Quantities stay those of today: fewer units than
were sold count as cancelled, further units and new lines come at today's price and share no discount of the order, so
that no unit that was there changes its worth.
"""

from dataclasses import replace

from volte.money.rules.basis import OrderBasis, SoldLine


def held(*, frozen: OrderBasis, today: OrderBasis) -> OrderBasis:
    """The order as it was frozen, with the units of today."""
    if frozen == today:
        return frozen
    now = {line.id: line for line in today.lines}
    known = {line.id for line in frozen.lines}
    lines = [_line(line, now.get(line.id)) for line in frozen.lines]
    later = [replace(line, apart=True) for line in today.lines if line.id not in known]
    return replace(frozen, lines=(*lines, *later))


def moved(*, frozen: OrderBasis, today: OrderBasis) -> bool:
    """Does today's copy price what was sold otherwise? Lines that are gone or all cancelled do not count."""
    if (frozen.discounts, frozen.shipping) != (today.discounts, today.shipping):
        return True
    now = {line.id: line for line in today.lines if line.quantity > line.cancelled_quantity}
    return any(line.id in now and _terms(line) != _terms(now[line.id]) for line in frozen.lines)


def _terms(line: SoldLine) -> tuple[object, ...]:
    return line.unit_price, line.discount, line.taxes, line.tax_included


def _line(sold: SoldLine, today: SoldLine | None) -> SoldLine:
    if today is None:
        return replace(sold, cancelled_quantity=sold.quantity)
    further = today.quantity - sold.quantity
    if further <= 0:
        kept = max(today.quantity - today.cancelled_quantity, 0)
        return replace(sold, cancelled_quantity=sold.quantity - kept)
    more = replace(today, quantity=further, cancelled_quantity=0, discount=max(today.discount - sold.discount, 0))
    return replace(sold, cancelled_quantity=today.cancelled_quantity, more=more)
