"""Which returns are told? The tales written by hand, and ordinary ones put together from the bank of comments."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from volte.kit.words import Method, Resolution
from volte.project.demo import products, reading
from volte.project.demo.documents import Pick
from volte.project.demo.products import Product, Variant
from volte.project.demo.stories.story import Ending

# How ordinary returns end: mostly as new, now and then not.
_GRADES = (("A", ()), ("A", ()), ("A", ()), ("A", ()), ("A", ()), ("B", ("tags_removed",)), ("C", ("marked",)))
_SHOWN = frozenset({"damaged", "defective", "not-as-described"})


@dataclass(frozen=True, slots=True)
class Tale:
    """`asked` and `held` in days; `to` is the SKU wanted instead; `member` names a customer of the regular cast;
    `gives` is the gesture in euro cents, `reply` what the shop writes; `score` and `opinion` are what the customer says
    at the end (without them chance does), `unheard` when nobody of the shop has seen to it."""

    ending: Ending
    bought: tuple[Pick, ...]
    reason: str
    comment: str
    asked: int
    held: int = 3
    kept: tuple[Pick, ...] = ()
    wants: Resolution = Resolution.REFUND
    to: str = ""
    method: Method = Method.DROP_OFF
    language: str = "fr"
    condition: str = "unworn"
    photos: int = 0
    findings: tuple[str, ...] = ()
    grade: str = "A"
    note: str = ""
    why: str = ""
    message: str = ""
    member: str = ""
    reply: str = ""
    gives: int = 0
    score: int = 0
    opinion: str = ""
    unheard: bool = False


def told() -> tuple[Tale, ...]:
    """The tales of `content/tales.toml`."""
    return tuple(_told(entry) for entry in reading.table("tales")["tale"])


def ordinary(*, count: int, chance: Random) -> tuple[Tale, ...]:
    """Settled returns of the last eight months, a third of them by three people who send back nearly everything."""
    tales: list[Tale] = []
    for place in range(count):
        member = f"often{place // 3 % 3 + 1}" if place % 3 == 0 or place < 9 else ""
        language = "en" if not member and chance.random() < 0.15 else "fr"
        tales.append(_ordinary(member, language, 14 + place * 230 // count, chance))
    return tuple(tales)


def _told(entry: Mapping[str, Any]) -> Tale:
    words = ("reason", "comment", "to", "language", "condition", "grade", "note", "why", "message", "member", "reply")
    given: dict[str, Any] = {word: entry[word] for word in words if word in entry}
    days: dict[str, Any] = {word: entry[word] for word in ("asked", "held", "photos", "gives") if word in entry}
    said: dict[str, Any] = {word: entry[word] for word in ("score", "opinion", "unheard") if word in entry}
    tale = Tale(ending=Ending(entry["ends"]), bought=tuple(map(_pick, entry["bought"])), **given, **days, **said)
    return replace(
        tale,
        kept=tuple(map(_pick, entry.get("kept", ()))),
        wants=Resolution(entry.get("wants", "refund")),
        method=Method(entry.get("method", "drop_off")),
        findings=tuple(entry.get("findings", ())),
    )


def _pick(written: str) -> Pick:
    sku, _, quantity = written.partition("*")
    return Pick(sku, int(quantity or 1))


def _ordinary(member: str, language: str, asked: int, chance: Random) -> Tale:
    family, reason = chance.choice([(family, reason) for family, reasons in _bank().items() for reason in reasons])
    product, variant = chance.choice(_shelf(family))
    said = chance.choice(_bank()[family][reason][language]).format(size=variant.size)
    grade, findings = chance.choice(_GRADES)
    if reason in {"damaged", "defective"}:
        grade, findings = "D", (reason,)
    if "hygiene" in product.traits:
        grade, findings = "A", ()
    other = _next_size(product, variant, reason)
    wants, to = (Resolution.EXCHANGE, other.sku) if other and chance.random() < 0.45 else (Resolution.REFUND, "")
    if wants is Resolution.REFUND and chance.random() < 0.25:
        wants = Resolution.CREDIT
    return Tale(
        ending=Ending.SETTLED,
        bought=(Pick(variant.sku),),
        reason=reason,
        comment=said,
        asked=asked,
        held=chance.randint(1, 12),
        kept=(Pick(chance.choice(_shelf("small"))[1].sku),) if chance.random() < 0.5 else (),
        wants=wants,
        to=to,
        method=Method.STORE if language == "fr" and chance.random() < 0.2 else Method.DROP_OFF,
        language=language,
        photos=1 if reason in _SHOWN else 0,
        findings=findings,
        grade=grade,
        member=member,
    )


def _bank() -> Mapping[str, Mapping[str, Mapping[str, list[str]]]]:
    bank: Mapping[str, Mapping[str, Mapping[str, list[str]]]] = reading.table("comments")
    return bank


def _shelf(family: str) -> list[tuple[Product, Variant]]:
    """Variants of a family that policy takes back without a second look, and that did not sell out: nothing that
    comes back may fill a shelf the tour shows empty."""
    easy = [
        product for product in products.everything() if not {"final-sale", "engraved", "gift-card"} & {*product.tags}
    ]
    return [
        (product, variant)
        for product in easy
        for variant in product.variants
        if _family(product) == family
        and variant.price <= 15000
        and product.weight < 15000
        and any(variant.stock.values())
    ]


def _family(product: Product) -> str:
    match product.category:
        case ("Femme" | "Homme", *_):
            return "clothes"
        case ("Chaussures", *_):
            return "shoes"
        case ("Maison", *_):
            return "fragile" if "fragile" in product.tags else "home"
        case _:
            return "small"


def _next_size(product: Product, variant: Variant, reason: str) -> Variant | None:
    """One size up or down in the same colour, where there is one and it is in stock."""
    if reason not in {"too-small", "too-large"}:
        return None
    same = [other for other in product.variants if other.colour == variant.colour]
    place = same.index(variant) + (1 if reason == "too-small" else -1)
    fits = 0 <= place < len(same) and same[place].price == variant.price and sum(same[place].stock.values()) > 4
    return same[place] if fits else None
