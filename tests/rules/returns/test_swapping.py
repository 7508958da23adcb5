"""The price of an article taken in exchange, in the terms of the order it is set against."""

import pytest

from tests.rules.money import tables
from volte.catalogue.rules.product import Variant
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.money.rules import exchange
from volte.money.rules.basis import OrderBasis, Paid, PaidLine, Piece, SoldLine, paid_per_unit
from volte.money.rules.exchange import Discount, Swap
from volte.money.rules.taxes import Part
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


@pytest.mark.parametrize("discount", Discount)
@pytest.mark.parametrize("row", tables.rows("exchanges.md", first_column="was paid"), ids=str)
def test_what_is_at_fault_is_replaced_as_documented(row: dict[str, str], discount: Discount) -> None:
    paid, listed = int(row["was paid"]), Money(int(row["listed"]), "EUR")
    whole = Part((), paid, ())
    old = PaidLine("l1", 1, 1, listed, (Piece(1, whole),))
    price = swapping.new_price(
        variant=today("L", row["wanted today"]), old=old, remedy_of=today("M", row["same one today"])
    )
    swap = Swap(Paid(Money(paid, "EUR"), (whole,)), listed, price, remedy=True)
    found = exchange.price_of(swaps=[swap], discount=discount).amount
    assert (found, found - paid) == (int(row["new unit costs"]), int(row["difference"]))


def today(sku: str, price: str, product: str = "robe") -> Variant:
    return Variant(sku=sku, product=product, price=int(price), currency="EUR")


@pytest.mark.parametrize("at_fault", [None, today("M", "1", product="tasse"), Variant(sku="M", product="robe")])
def test_another_product_or_one_without_a_price_says_nothing_of_it(at_fault: Variant | None) -> None:
    old = PaidLine("l1", 1, 1, Money(4999, "EUR"), (Piece(1, Part((), 4999, ())),))
    assert swapping.new_price(variant=today("L", "6499"), old=old, remedy_of=at_fault) == Money(6499, "EUR")
