"""What was sold in the last nine months? The orders the stories need, and quiet ones with every case a shop meets."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from volte.project.demo import products
from volte.project.demo.documents import Parcel, Pick, Sale
from volte.project.demo.people import Customer
from volte.project.demo.stories.story import Ending
from volte.project.demo.stories.tales import Tale

DAYS = 270
_KINDS = ("card", "card", "card", "card", "card", "card", "wallet", "wallet", "pay_later", "transfer")


def for_tale(*, tale: Tale, customer: Customer, now: datetime, chance: Random) -> Sale:
    """The order behind a story: delivered `held` days before it was asked about."""
    delivered = now - timedelta(days=tale.asked + tale.held, minutes=chance.randint(320, 900))
    placed = delivered - timedelta(days=chance.randint(2, 4), minutes=chance.randint(0, 900))
    picks = (*tale.bought, *tale.kept)
    sale = Sale("", customer, placed, picks, (Parcel(placed + timedelta(hours=20), delivered),))
    if tale.ending is Ending.SETTLED and chance.random() < 0.08:
        sale = replace(sale, kind="transfer")
    if chance.random() < 0.2:
        sale = replace(sale, codes=(("BIENVENUE10", _worth(picks) // 10),))
    return replace(sale, gift=2500) if chance.random() < 0.06 and _worth(picks) > 5000 else sale


def quiet(*, count: int, crowd: Sequence[Customer], now: datetime, chance: Random) -> Iterator[Sale]:
    """Orders nobody sends anything back from, spread over the months; the cases take turns."""
    shoppers = [customer for customer in crowd if customer.kind == "consumer"]
    companies = [customer for customer in crowd if customer.kind != "consumer"]
    for place in range(count):
        placed = now - timedelta(days=_days_ago(place, count), minutes=chance.randint(30, 1400))
        if place % 14 == 5:
            sale = _wholesale(chance.choice(companies), placed, chance)
        else:
            sale = _retail(chance.choice(shoppers), placed, chance)
        yield _special(place, _sent(sale, now, chance), now, chance)


def _days_ago(place: int, count: int) -> int:
    """A busy week just now, then evenly back through the months."""
    return place // 4 if place < 24 else 6 + (place - 24) * (DAYS - 6) // (count - 24)


def _retail(customer: Customer, placed: datetime, chance: Random) -> Sale:
    picks = tuple(
        {pick.sku: pick for pick in (_pick(chance) for _ in range(chance.choice((1, 1, 2, 2, 3, 4))))}.values()
    )
    kind = chance.choice(_KINDS)
    return Sale("", customer, placed, picks, (), kind=kind, express=chance.random() < 0.12)


def _wholesale(customer: Customer, placed: datetime, chance: Random) -> Sale:
    """A company buys many of few things, and pays by transfer."""
    wanted = (
        "torchons-vaisselle",
        "tasses-matin",
        "nappe-dimanche-midi",
        "housse-grasse-matinee",
        "bougie-feu-de-bois",
    )
    shelf = [products.by_id()[handle] for handle in chance.sample(wanted, 2)]
    picks = tuple(Pick(chance.choice(product.variants).sku, chance.choice((4, 6, 8, 12))) for product in shelf)
    return Sale("", customer, placed, picks, (), kind="transfer")


def _pick(chance: Random) -> Pick:
    product = chance.choice(products.everything())
    variant = chance.choice(product.variants)
    quantity = chance.choice((1, 1, 1, 1, 1, 2, 3)) if variant.price < 4000 else 1
    lowered = variant.price * quantity // 5 if chance.random() < 0.12 and product.id != "carte-cadeau" else 0
    return Pick(variant.sku, quantity, discount=lowered)


def _sent(sale: Sale, now: datetime, chance: Random) -> Sale:
    """Packed the next day, there two or three days later, as far as that is in the past; one in fifty never arrives."""
    shipped = sale.placed_at + timedelta(hours=chance.randint(14, 40))
    delivered = shipped + timedelta(hours=chance.randint(30, 80))
    astray = chance.random() < 0.02
    if shipped > now:
        return sale
    return replace(sale, parcels=(Parcel(shipped, None if astray or delivered > now else delivered),))


def _special(place: int, sale: Sale, now: datetime, chance: Random) -> Sale:
    """Every so often something out of the ordinary; each case comes round many times in 400 orders."""
    worth = _worth(sale.picks)
    match place % 20:
        case 1 | 11 | 16:
            return replace(sale, codes=(("BIENVENUE10", worth // 10),))
        case 2 if worth > 6000:
            return replace(sale, codes=(("FETEDESMERES", 1000),))
        case 3 if worth > 6000:
            return replace(sale, gift=5000 if worth > 9000 else 2500)
        case 4 if len(sale.picks) > 1 and sale.parcels:
            return _in_two_parcels(sale, now)
        case 6 | 7 if sale.customer.country == "FR":
            return _in_the_shop(sale)
        case 8 if len(sale.picks) > 1 and not sale.codes:
            return _short_of_one(sale)
        case 9 if place > 60 and sale.parcels and sum(pick.quantity for pick in sale.picks) > 1:
            return replace(sale, kept_back=((1, 1),))
        case 13 if place % 40 == 13:
            return replace(sale, informed=False)
        case 17 if place in {57, 157, 217}:
            return replace(sale, wrong_by=chance.choice((-500, -100, 290)))
        case _:
            return sale


def _in_two_parcels(sale: Sale, now: datetime) -> Sale:
    """The first thing at once, the rest four days later."""
    first = sale.parcels[0]
    later = Parcel(_later(first.shipped_at, now), _later(first.delivered_at, now), tuple(range(1, len(sale.picks))))
    return replace(sale, parcels=(replace(first, picks=(0,)), later))


def _later(moment: datetime | None, now: datetime) -> datetime | None:
    """Four days on; None while that is still to come."""
    then = moment + timedelta(days=4) if moment else now
    return then if then < now else None


def _in_the_shop(sale: Sale) -> Sale:
    """Carried home on the spot."""
    return replace(sale, channel="store", express=False, parcels=(Parcel(sale.placed_at, sale.placed_at),))


def _short_of_one(sale: Sale) -> Sale:
    """One unit could not be sent: cancelled, and its money given back at once."""
    *others, last = sale.picks
    return replace(sale, kind="card", picks=(*others, replace(last, quantity=last.quantity + 1, cancelled=1)))


def _worth(picks: Sequence[Pick]) -> int:
    """What the basket costs after its line discounts, in euro cents."""
    return sum(products.by_sku()[pick.sku][1].price * pick.quantity - pick.discount for pick in picks)
