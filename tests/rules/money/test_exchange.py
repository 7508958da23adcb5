"""What an exchange costs: the worked tables of docs/algorithms/exchanges.md."""

import pytest

from tests.rules.money import tables
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.money.rules import exchange
from volte.money.rules.basis import Paid
from volte.money.rules.exchange import Discount, Swap
from volte.money.rules.taxes import Part, Rates


def swap(row: dict[str, str], *, parts: tuple[Part, ...] | None = None, rates: Rates | None = None) -> Swap:
    paid = int(row.get("paid") or row["paid for"])
    known = parts if parts is not None else (Part((), paid, ()),)
    listed = Money(int(row.get("listed", paid)), "EUR")
    return Swap(Paid(Money(paid, "EUR"), known), listed, Money(int(row["wanted"]), "EUR"), rates)


@pytest.mark.parametrize("row", tables.rows("exchanges.md", first_column="paid"), ids=str)
def test_the_price_of_the_new_unit_is_as_documented(row: dict[str, str]) -> None:
    price = exchange.price_of(swaps=[swap(row)], discount=Discount(row["promotion"]))
    assert (price.amount, price.amount - int(row["paid"])) == (int(row["new unit costs"]), int(row["difference"]))
    assert exchange.sale_of(swaps=[swap(row)], discount=Discount(row["promotion"])).gross == price


@pytest.mark.parametrize("row", tables.rows("exchanges.md", first_column="paid for"), ids=str)
def test_another_article_is_taxed_as_documented(row: dict[str, str]) -> None:
    named, known = row["rate of the new one"], row["tax in it"]
    old = Part((rate_of(known),), int(row["paid for"]), (int(known.partition(":")[2]),))
    rates = None if named == "not named" else (Rate.parse(named),)
    sale = exchange.sale_of(swaps=[swap(row, parts=(old,), rates=rates)], discount=Discount.ENDS)
    told = row["tax of the sale"]
    assert [(part.rates, part.taxes) for part in sale.parts] == [((rate_of(told),), (int(told.partition(":")[2]),))]


def rate_of(written: str) -> Rate:
    return Rate.parse(f"{written.partition(':')[0]} %")
