"""Who buys? Some two hundred customers, put together from the names and towns of `content/people.toml`."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from volte.project.demo import reading

_HOW_MANY = {"FR": 157, "BE": 14, "DE": 12, "ES": 8}
_LANGUAGES = {"FR": "fr", "BE": "fr", "DE": "en", "ES": "en"}


@dataclass(frozen=True, slots=True)
class Customer:
    """`kind` is consumer, business or sole_trader; `address` has the keys of an order's shipping address."""

    id: str
    name: str
    email: str
    country: str
    language: str
    address: Mapping[str, str]
    kind: str = "consumer"
    tags: tuple[str, ...] = field(default=())

    def document(self) -> dict[str, Any]:
        return {"id": self.id, "email": self.email, "name": self.name, "kind": self.kind, "tags": list(self.tags)}


def crowd(*, chance: Random) -> tuple[Customer, ...]:
    """Everybody, no name twice: consumers of four countries, then companies and sole traders."""
    taken: set[str] = set()
    people = [_person(country, taken, chance) for country, count in _HOW_MANY.items() for _ in range(count)]
    companies = reading.table("people")["companies"]
    people += [_company(kind, name, chance) for kind, names in companies.items() for name in names]
    return tuple(people)


def named(
    *, id: str, name: str, email: str, country: str, language: str, line1: str, postcode: str, city: str,
    kind: str = "consumer", tags: tuple[str, ...] = (),
) -> Customer:  # fmt: skip
    """Somebody chosen by hand."""
    address = {"name": name, "line1": line1, "postcode": postcode, "city": city, "country": country}
    return Customer(id, name, email, country, language, address, kind, tags)


def address_of(*, name: str) -> str:
    """`Camille Martin` -> `camille.martin@example.com`."""
    return f"{_plain(name.split(',')[0])}@example.com"


def _person(country: str, taken: set[str], chance: Random) -> Customer:
    pool = reading.table("people")["names"][country]
    while True:
        name = f"{chance.choice(pool['first'])} {chance.choice(pool['last'])}"
        if name not in taken:
            break
    taken.add(name)
    language = "en" if country == "FR" and chance.random() < 0.04 else _LANGUAGES[country]
    tags = ("fidele",) if chance.random() < 0.12 else ()
    return _at_home(f"c{len(taken):04}", name, country, language, "consumer", tags, chance)


def _company(kind: str, name: str, chance: Random) -> Customer:
    handle = _plain(name.split(",")[0])
    return _at_home(f"b-{handle}"[:40], name, "FR", "fr", kind, ("pro",), chance)


def _at_home(
    id: str, name: str, country: str, language: str, kind: str, tags: tuple[str, ...], chance: Random
) -> Customer:
    pool = reading.table("people")["names"][country]
    postcode, city = chance.choice(pool["towns"])
    street = f"{chance.choice(pool['streets'])} {chance.randint(1, 80)}"
    line1 = " ".join((street.rsplit(" ", 1)[1], street.rsplit(" ", 1)[0])) if country in {"FR", "BE"} else street
    address = {"name": name, "line1": line1, "postcode": postcode, "city": city, "country": country}
    return Customer(id, name, address_of(name=name), country, language, address, kind, tags)


def _plain(name: str) -> str:
    """`Maëlle Le Goff` -> `maelle.le-goff`, as an e-mail address wants it."""
    letters = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    first, _, rest = "".join(letter if letter.isalnum() else " " for letter in letters).strip().partition(" ")
    return ".".join(filter(None, (first, "-".join(rest.split()))))
