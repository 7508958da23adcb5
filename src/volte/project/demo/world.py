"""The whole demo shop from a seed and a moment: who buys, what was ordered, what was charged, what came back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from typing import Any

from volte.kit.words import Method
from volte.project.demo import documents, history, people, tour
from volte.project.demo.documents import Document, Sale
from volte.project.demo.people import Customer
from volte.project.demo.stories import days, tales
from volte.project.demo.stories.story import Ending, Story
from volte.project.demo.stories.tales import Tale

SEED = 1907
_ORDERS = 400
_ORDINARY = 50
_FIRST_NUMBER = 2001


@dataclass(frozen=True, slots=True)
class World:
    """`orders` oldest first, in the public shape; `charges` as the payment simulator's control page takes them;
    `uneven` are the ids of orders whose payments do not add up, on purpose."""

    now: datetime
    orders: tuple[Document, ...]
    charges: tuple[Document, ...]
    stories: tuple[Story, ...]
    tour: tuple[tour.Stop, ...]
    uneven: frozenset[str]


def make(*, now: datetime, seed: int = SEED) -> World:
    """The same seed and moment give the same world. `now` is aware."""
    chance = Random(seed)  # noqa: S311 - a made-up world is to be the same every time, not secret
    crowd = people.crowd(chance=chance)
    told = (*tales.told(), *tales.ordinary(count=_ORDINARY, chance=chance))
    behind = list(_behind(told, crowd, now, chance))
    guided = list(tour.sales(now=now))
    quiet = history.quiet(count=_ORDERS - len(behind) - len(guided), crowd=crowd, now=now, chance=chance)
    numbered = _numbered([*behind, *quiet])
    stories = tuple(
        days.story(key=f"s{place:03}", tale=tale, order=documents.written(sale), now=now, chance=chance)
        for place, (tale, sale) in enumerate(zip(told, numbered, strict=False), start=1)
    )
    sold = sorted([*guided, *numbered], key=lambda sale: (sale.placed_at, sale.number))
    orders = tuple(documents.written(sale) for sale in sold)
    uneven = frozenset(sale.number for sale in sold if sale.wrong_by)
    return World(now, orders, tuple(_charges(orders, stories)), stories, tour.stops(), uneven)


def _behind(told: Sequence[Tale], crowd: Sequence[Customer], now: datetime, chance: Random) -> Iterator[Sale]:
    """One order per tale, by somebody who speaks its language; the regulars buy again and again."""
    consumers = [customer for customer in crowd if customer.kind == "consumer"]
    french = [customer for customer in consumers if customer.language == "fr"]
    english = [customer for customer in consumers if customer.language == "en"]
    regulars = dict(zip(("often1", "often2", "often3"), french, strict=False))
    regulars["often"] = regulars["often1"]
    for tale in told:
        pool = english if tale.language == "en" else french[3:]
        if tale.method is Method.STORE:
            pool = [customer for customer in pool if customer.country == "FR"]
        customer = regulars[tale.member] if tale.member else chance.choice(pool)
        yield history.for_tale(tale=tale, customer=customer, now=now, chance=chance)


def _numbered(sales: Sequence[Sale]) -> list[Sale]:
    """The same sales in the same places, numbered in the order they were placed."""
    by_date = sorted(range(len(sales)), key=lambda place: (sales[place].placed_at, place))
    numbers = {place: str(_FIRST_NUMBER + rank) for rank, place in enumerate(by_date)}
    return [replace(sale, number=numbers[place]) for place, sale in enumerate(sales)]


def _charges(orders: Sequence[Document], stories: Sequence[Story]) -> Iterator[Document]:
    """What the payment provider holds. Where a story wants a refund to fail, the bank already took the money back."""
    taken_back = {story.order for story in stories if story.ending is Ending.REFUND_FAILED}
    for order in orders:
        for payment in order["payments"]:
            if payment["gateway"] == "simulator":
                yield _charge(order, payment, taken_back=order["id"] in taken_back)


def _charge(order: Mapping[str, Any], payment: Mapping[str, Any], *, taken_back: bool) -> Document:
    outside = sum(refund["amount"] for refund in order["refunds"] if refund["payment"] == payment["id"])
    return {
        "id": payment["reference"],
        "amount": 100 if taken_back else payment["amount"] - outside,
        "currency": order["currency"].lower(),
        "description": f"Linotte & Fils {order['number']}",
        "metadata": {"order": order["id"]},
    }
