"""Which orders show a newcomer what Volte does? Ten with easy numbers, told in `content/tour.toml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from volte.project.demo import people, reading
from volte.project.demo.documents import Parcel, Pick, Sale
from volte.project.demo.people import Customer
from volte.project.demo.reading import Words


@dataclass(frozen=True, slots=True)
class Stop:
    """What to type on the first page, and what there is to see."""

    number: str
    email: str
    postcode: str
    what: Words


def stops() -> tuple[Stop, ...]:
    return tuple(
        Stop(entry["number"], _customer(entry).email, entry["postcode"], reading.words(entry["what"]))
        for entry in _entries()
    )


def sales(*, now: datetime) -> Iterator[Sale]:
    """The orders of the tour, delivered so many days before now."""
    for entry in _entries():
        delivered = now - timedelta(days=entry["ago"], hours=3)
        placed = delivered - timedelta(days=3, hours=5)
        sale = Sale(
            number=entry["number"],
            customer=_customer(entry),
            placed_at=placed,
            picks=tuple(_picks(entry)),
            parcels=(Parcel(placed + timedelta(hours=19), delivered),),
            codes=(("BIENVENUE15", entry["code"]),) if "code" in entry else (),
            gift=entry.get("gift", 0),
            kind="transfer" if entry.get("kind") == "business" else "card",
        )
        yield _split(sale) if entry.get("parcels") == 2 else sale


def _entries() -> list[Mapping[str, Any]]:
    entries: list[Mapping[str, Any]] = reading.table("tour")["stop"]
    return entries


def _customer(entry: Mapping[str, Any]) -> Customer:
    name = entry["name"]
    return people.named(
        id=f"tour-{entry['number']}",
        name=name,
        email=entry.get("email") or people.address_of(name=name),
        country=entry.get("country", "FR"),
        language=entry.get("language", "fr"),
        line1=entry["line1"],
        postcode=entry["postcode"],
        city=entry["city"],
        kind=entry.get("kind", "consumer"),
    )


def _picks(entry: Mapping[str, Any]) -> Iterator[Pick]:
    for place, written in enumerate(entry["bought"]):
        sku, _, quantity = written.partition("*")
        yield Pick(sku, int(quantity or 1), discount=entry.get("discount", 0) if place == 0 else 0)


def _split(sale: Sale) -> Sale:
    """The second half of the basket came a day earlier."""
    half = len(sale.picks) // 2
    late = sale.parcels[0]
    early = Parcel(
        shipped_at=late.shipped_at and late.shipped_at - timedelta(hours=6),
        delivered_at=late.delivered_at and late.delivered_at - timedelta(days=1),
        picks=tuple(range(half, len(sale.picks))),
    )
    return replace(sale, parcels=(replace(late, picks=tuple(range(half))), early))
