"""Do the payments of an order add up to what it cost?

A shop may take the money for cancelled units and give it back later, or never take it: any sum between the two is
right. Where tax comes on top of prices, each taxed line may be a minor unit off, because shops round differently.
"""

from volte.catalogue.rules import bundles
from volte.catalogue.rules.order import Order, PaymentStatus, Shipping
from volte.kit.money import Money, allocate
from volte.kit.rates import Rate

_PROMISED = (PaymentStatus.CAPTURED, PaymentStatus.AUTHORIZED, PaymentStatus.PENDING)


def payments_add_up(*, order: Order) -> bool:
    """True as well when nothing is known of payments: missing is not wrong."""
    if not order.payments:
        return True
    promised = sum(payment.amount for payment in order.payments if payment.status in _PROMISED)
    whole = cost(order=order)
    slack = _roundings(order)
    return whole - _cancelled(order) - slack <= promised <= whole + slack


def cost(*, order: Order) -> int:
    """What the order cost as ordered, tax and shipping included, minor units."""
    lines = bundles.priced(lines=order.lines)
    prices = [line.price() for line in lines]
    wanted = sum(discount.amount for discount in order.discounts)
    lowered = min(wanted, sum(prices))
    shares = allocate(lowered, prices) if lowered else [0] * len(prices)
    goods = sum(
        _with_tax(price - share, line.taxes, line.tax_included, order.currency)
        for line, price, share in zip(lines, prices, shares, strict=True)
    )
    return goods + _way_out(order.shipping, wanted - lowered, order.currency)


def _cancelled(order: Order) -> int:
    return sum(
        _with_tax(line.unit_price * line.cancelled_quantity, line.taxes, line.tax_included, order.currency)
        for line in bundles.priced(lines=order.lines)
    )


def _way_out(shipping: Shipping | None, discount_left: int, currency: str) -> int:
    if shipping is None:
        return 0
    return _with_tax(max(shipping.price - discount_left, 0), shipping.taxes, shipping.tax_included, currency)


def _with_tax(amount: int, taxes: tuple[Rate, ...], included: bool, currency: str) -> int:
    if included:
        return amount
    return amount + sum(rate.of(Money(amount, currency)).amount for rate in taxes)


def _roundings(order: Order) -> int:
    return sum(max(line.quantity, 1) for line in order.lines if line.taxes and not line.tax_included)
