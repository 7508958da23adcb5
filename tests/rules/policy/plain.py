"""One plain purchase, and a way to say what is different about it."""

from datetime import date
from typing import Any

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.words import CustomerKind, Fault
from volte.law.rules import traits
from volte.policy.rules.facts import Customer, Delivery, Facts, Item, Order, Request, ReturnRate
from volte.policy.rules.words import Evidence

TERMS = """
[policy]
name = "Maison Lumière"
sells_to = ["FR"]
languages = ["fr", "en"]
currency = "EUR"

[terms]
window = { days = 30 }
resolutions = ["refund", "exchange", "credit"]
methods = { drop_off = "free", pickup = "4.90" }
"""


def facts(
    *,
    title: str = "Robe Inès",
    price: int = 4999,
    tags: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
    category: tuple[str, ...] | None = ("Femme", "Robes"),
    discount: str | None = "20 %",
    weight_g: int | None = 400,
    ordered: date = date(2026, 11, 2),
    delivered: tuple[date, ...] = (date(2026, 11, 5),),
    complete: bool | None = None,
    today: date = date(2026, 11, 10),
    country: str | None = "FR",
    informed: bool | None = True,
    kind: CustomerKind | None = CustomerKind.CONSUMER,
    return_rate: ReturnRate | None = None,
    reason: str | None = "too-small",
    fault: Fault | None = Fault.CUSTOMER,
    condition: str | None = None,
    shown: tuple[Evidence, ...] = (),
    **more: Any,
) -> Facts:
    item = Item(
        title=title,
        sku="ROBE-M",
        category=category,
        tags=frozenset(tags),
        traits=traits.of_words(words).traits,
        options={"size": "M"},
        price_paid=Money(price, "EUR"),
        discount=None if discount is None else Rate.parse(discount),
        weight_g=weight_g,
    )
    order = Order(
        placed_on=ordered, country=country, region="", channel="online", total=Money(9999, "EUR"), informed=informed
    )
    return Facts(
        item=item,
        order=order,
        request=Request(
            asked_on=today, reason=reason, fault=fault, condition=condition, quantity=1, shown=frozenset(shown), **more
        ),
        customer=Customer(kind=kind, tags=frozenset(), orders=3, return_rate=return_rate),
        delivery=Delivery(delivered_on=delivered, complete=complete),
    )
