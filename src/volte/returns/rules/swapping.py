"""What does one new unit of an exchange cost?

Prices of variants are with tax, as the shop shows them. A price in another currency than the order's says nothing
about it: like a variant without a price, it costs what the old one was listed at. In exchange for something that was
not as it should be, the customer pays for a dearer article and never for a price that has risen since: bringing goods
into conformity is free of charge (Directive (EU) 2019/771, article 14(1)).
"""

from volte.catalogue.rules.product import Variant
from volte.kit.money import Money
from volte.money.rules.basis import PaidLine


def new_price(*, variant: Variant | None, old: PaidLine, remedy_of: Variant | None = None) -> Money:
    """With tax, one unit, before the promotion of the purchase. `remedy_of` is what was at fault, as it is offered
    today."""
    price = _price(variant, old)
    if price is None or variant is None:
        return old.list_price
    today = _price(remedy_of, old) if remedy_of is not None else None
    if today is None or remedy_of is None or variant.product != remedy_of.product:
        return price
    return (old.list_price + price - today).at_least_zero()


def _price(variant: Variant | None, old: PaidLine) -> Money | None:
    if variant is None or variant.price is None or variant.currency not in ("", old.list_price.currency):
        return None
    return Money(variant.price, old.list_price.currency)
