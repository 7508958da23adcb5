"""The price of an article taken in exchange, in the terms of the order it is set against."""

import pytest

from volte.catalogue.rules.product import Variant
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.money.rules.basis import OrderBasis, SoldLine, paid_per_unit
from volte.returns.rules import swapping

NET = OrderBasis("EUR", (SoldLine("l1", 1, 1000, taxes=(Rate.parse("20 %"),), tax_included=False),))
VARIANT = Variant(sku="L", price=1500, currency="EUR")


@pytest.mark.parametrize(
    ("variant", "price"),
    [
        (VARIANT, 1500),
        (Variant(sku="L", price=1500), 1500),
        # What the shop does not say costs what the old one did, with its tax.
        (Variant(sku="L", currency="EUR"), 1200),
        (None, 1200),
        # 15.00 dollars are not 15.00 euros.
        (Variant(sku="L", price=1500, currency="USD"), 1200),
    ],
)
def test_the_price_of_what_is_sent_instead(variant: Variant | None, price: int) -> None:
    old = paid_per_unit(order=NET).line(id="l1")
    assert swapping.new_price(variant=variant, old=old) == Money(price, "EUR")
