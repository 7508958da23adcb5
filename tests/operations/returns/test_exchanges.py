"""Exchanged for another article: where the shop offers it, at a difference told before, taxed at its own rate."""

from typing import Any
from uuid import UUID

import pytest

from tests.operations.returns.test_journey import asked, key, react, received, see, wanted
from volte.catalogue import operations as catalogue
from volte.kit.errors import Refused
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.words import Resolution
from volte.money import queries as money
from volte.money import verify
from volte.money.models import Posting
from volte.returns import offers, operations
from volte.returns.rules.request import WantedItem
from volte.runtime import shops, tenancy
from volte.runtime.actor import Actor
from volte.warehouse import operations as warehouse

SCARF: dict[str, Any] = {
    "id": "foulard-lou",
    "title": "Foulard Lou",
    "category": ["femme", "accessoires"],
    "variants": [{"sku": "FOULARD", "price": 3999, "currency": "EUR"}],
}
DRESS_FOR_SCARF = WantedItem("l1", 1, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="FOULARD")


@pytest.fixture
def shopper(owner: Actor, order: UUID) -> Actor:
    return Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")


@pytest.fixture
def open_shop(owner: Actor, order: UUID) -> UUID:
    """The order of a shop that exchanges for any article, with three scarves in stock."""
    catalogue.put_product(by=owner, document=SCARF)
    warehouse.set_on_hand(by=owner, sku="FOULARD", location="lyon", on_hand=3)
    allow(owner)
    return order


def allow(owner: Actor, **more: Any) -> None:
    shops.change_settings(by=owner, changes={"exchanges": {"other_articles": True, **more}})


def offered(owner: Actor, order: UUID, item: WantedItem = DRESS_FOR_SCARF) -> offers.ItemOffer:
    with tenancy.entered(owner.shop_id):
        return offers.offers(order_id=order, items=(item,)).items[0]


def settled(owner: Actor, return_id: UUID) -> money.PromiseView:
    for unit in received(owner, see(owner, return_id)).arrival.units:
        operations.inspect(by=key(owner), unit_id=unit.id, findings=())
    react()
    with tenancy.entered(owner.shop_id):
        assert verify.ledger().discrepancies == ()
        return money.promises(subject_id=return_id)[0]


def refused(shopper: Actor, order: UUID, item: WantedItem) -> str:
    with pytest.raises(Refused) as refusal:
        operations.decide(by=shopper, order_id=order, wanted=wanted(item))
    return refusal.value.code


def test_a_shop_that_says_nothing_exchanges_for_variants_only(owner: Actor, shopper: Actor, open_shop: UUID) -> None:
    allow(owner, other_articles=False)
    assert offered(owner, open_shop).others == ()
    assert refused(shopper, open_shop, DRESS_FOR_SCARF) == "exchange_other_article"


def test_another_article_is_offered_at_the_difference_that_is_promised(
    owner: Actor, shopper: Actor, open_shop: UUID
) -> None:
    (scarf,) = offered(owner, open_shop).others
    promise = settled(owner, asked(shopper, open_shop, DRESS_FOR_SCARF))
    assert (scarf.variant.sku, scarf.difference) == ("FOULARD", promise.due - promise.amount)
    assert promise.amount.amount > 0


def test_what_has_no_price_in_the_currency_of_the_order_is_not_exchanged_for(
    owner: Actor, shopper: Actor, open_shop: UUID
) -> None:
    for changed in ({"price": None}, {"currency": "USD"}):
        catalogue.put_product(by=owner, document={**SCARF, "variants": [{**SCARF["variants"][0], **changed}]})
        assert offered(owner, open_shop).others == ()
        assert refused(shopper, open_shop, DRESS_FOR_SCARF) == "exchange_currency"


def test_what_is_not_in_stock_is_not_offered(owner: Actor, shopper: Actor, open_shop: UUID) -> None:
    warehouse.set_on_hand(by=owner, sku="FOULARD", location="lyon", on_hand=0)
    assert offered(owner, open_shop).others == ()
    assert refused(shopper, open_shop, DRESS_FOR_SCARF) == "exchange_out_of_stock"


def test_where_the_promotion_ends_the_new_article_is_at_its_price(
    owner: Actor, shopper: Actor, open_shop: UUID
) -> None:
    """A dress of 49.99 of which 44.99 was paid: another size of 54.99 costs 5.00, or 10.00 once the promotion ends."""
    larger = WantedItem("l1", 1, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="ROBE-L")
    kept = offered(owner, open_shop, larger).instead(sku="ROBE-L")
    allow(owner, price="ends")
    ends = offered(owner, open_shop, larger).instead(sku="ROBE-L")
    assert kept is not None and ends is not None
    promise = settled(owner, asked(shopper, open_shop, larger))
    assert kept.difference < ends.difference == promise.due


def test_another_article_is_taxed_at_its_own_rate(owner: Actor, shopper: Actor, open_shop: UUID) -> None:
    catalogue.put_product(by=owner, document={**SCARF, "taxes": [{"rate": "5.5 %"}]})
    settled(owner, asked(shopper, open_shop, DRESS_FOR_SCARF))
    with tenancy.entered(owner.shop_id):
        rates = dict(Posting.objects.filter(account="exchange_sales").values_list("rates", "amount"))
        taxed = dict(Posting.objects.filter(account="tax", amount__lt=0).values_list("rates", "amount"))
    assert set(rates) == set(taxed) == {Rate.parse("5.5 %").written()}
    sale = -sum(rates.values()) - sum(taxed.values())
    assert -sum(taxed.values()) == round(sale * 55 / 1055)
    assert Money(sale, "EUR") <= Money(3999, "EUR")
