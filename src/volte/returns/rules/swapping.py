"""What does one new unit of an exchange cost?

Prices of variants are with tax, as the shop shows them. A price in another currency than the order's says nothing
about it: like a variant without a price, it costs what the old one was listed at.
"""

from volte.catalogue.rules.product import Variant
from volte.kit.money import Money
from volte.money.rules.basis import PaidLine


def new_price(*, variant: Variant | None, old: PaidLine) -> Money:
    """With tax, one unit, before the promotion of the purchase."""
    if variant is None or variant.price is None:
        return old.list_price
    if variant.currency not in ("", old.list_price.currency):
        return old.list_price
    return Money(variant.price, old.list_price.currency)
