"""What does the shop sell? Products with their variants, prices, stock and pictures, from `content/products`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from zlib import crc32

from volte.project.demo import reading
from volte.project.demo.pictures import design, gallery
from volte.project.demo.pictures import paint as brush
from volte.project.demo.reading import Words

PICTURES = "/demo/pictures"
WAREHOUSE, STORE = "meyzieu", "paris-charonne"

# GS1 keeps 20 to 29 for use inside a company: these numbers name nothing anywhere else.
_INTERNAL = "29"


@dataclass(frozen=True, slots=True)
class Colour:
    """`handle` is stable; `paint` are the tones its pictures are drawn in."""

    handle: str
    name: Words
    paint: brush.Paint


@dataclass(frozen=True, slots=True)
class Variant:
    """What can be ordered and scanned. `price` in euro cents; `stock` by location; no `size` when there is one only."""

    sku: str
    gtin: str
    size: str
    colour: Colour
    price: int
    stock: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Product:
    """`cost` in euro cents, `weight` in grams, `category` the French path."""

    id: str
    name: Words
    about: Words
    made_of: Words
    category: tuple[str, ...]
    tags: tuple[str, ...]
    traits: tuple[str, ...]
    cost: int
    weight: int
    design: design.Design
    variants: tuple[Variant, ...]

    def picture_url(self, *, colour: str) -> str:
        return f"{PICTURES}/{self.id}-{colour}.svg"

    def document(self) -> dict[str, Any]:
        """The product in the shape of `PUT /products/{external_id}`."""
        return {
            "id": self.id,
            "title": self.name.fr,
            "category": list(self.category),
            "tags": list(self.tags),
            "traits": list(self.traits),
            "currency": "EUR",
            "variants": [
                {
                    "sku": variant.sku,
                    "gtin": variant.gtin,
                    "title": title(self, variant, language="fr"),
                    "price": variant.price,
                    "options": options(variant, language="fr"),
                    "weight_g": self.weight,
                    "image_url": self.picture_url(colour=variant.colour.handle),
                }
                for variant in self.variants
            ],
        }


@cache
def everything() -> tuple[Product, ...]:
    """All products, in the order of the shelves."""
    entries = [entry for name in reading.names("products") for entry in reading.table(name)["product"]]
    return tuple(_product(place, entry) for place, entry in enumerate(entries, start=1))


@cache
def by_id() -> Mapping[str, Product]:
    return {product.id: product for product in everything()}


@cache
def by_sku() -> Mapping[str, tuple[Product, Variant]]:
    return {variant.sku: (product, variant) for product in everything() for variant in product.variants}


@cache
def colours() -> Mapping[str, Colour]:
    """All colours by handle."""
    content = reading.table("colours")
    return {
        handle: Colour(
            handle=handle,
            name=reading.words(entry),
            paint=brush.of(base=entry["hex"], wall=content["walls"][entry["wall"]], trim=entry["trim"]),
        )
        for handle, entry in content["colours"].items()
    }


def pictures() -> Mapping[str, str]:
    """Every picture as SVG, by file name (`robe-ines-nuit.svg`): one per product and colour."""
    drawn: dict[str, str] = {}
    for product in everything():
        for colour in {variant.colour.handle: variant.colour for variant in product.variants}.values():
            said = f"{product.name.fr}, {colour.name.fr.lower()}"
            drawn[f"{product.id}-{colour.handle}.svg"] = gallery.picture(product.design, paint=colour.paint, title=said)
    return drawn


def options(variant: Variant, *, language: str) -> dict[str, str]:
    size = {"size": variant.size} if variant.size else {}
    return {**size, "colour": variant.colour.name.said(language=language)}


def title(product: Product, variant: Variant, *, language: str) -> str:
    return ", ".join((product.name.said(language=language), *options(variant, language=language).values()))


def check_digit(digits: str) -> str:
    """The last digit of a GTIN: weights 3 and 1 from the right (GS1 General Specifications, section 7.9)."""
    weighted = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-weighted % 10)


def _product(place: int, entry: Mapping[str, Any]) -> Product:
    return Product(
        id=entry["id"],
        name=reading.words(entry["name"]),
        about=reading.words(entry["about"]),
        made_of=reading.words(entry["made_of"]),
        category=tuple(entry["category"]),
        tags=tuple(entry.get("tags", ())),
        traits=tuple(entry.get("traits", ())),
        cost=entry["cost"],
        weight=entry["weight"],
        design=design.read(entry["picture"]),
        variants=tuple(_variants(place, entry)),
    )


def _variants(place: int, entry: Mapping[str, Any]) -> Sequence[Variant]:
    sizes = entry.get("sizes", [""])
    prices = entry.get("prices", [entry["price"]] * len(sizes))
    made: list[Variant] = []
    for colour in entry["colours"]:
        for size, price in zip(sizes, prices, strict=True):
            sku = "-".join(filter(None, (entry["code"], colour[:4].upper(), _plain(size))))
            number = f"{_INTERNAL}{place:05}{len(made) + 1:05}"
            gtin = number + check_digit(number)
            made.append(Variant(sku, gtin, size, colours()[colour], price, _stock(sku, entry)))
    return made


def _plain(size: str) -> str:
    return "".join(letter for letter in size.upper().replace("×", "X") if letter.isalnum() or letter == "-")


def _stock(sku: str, entry: Mapping[str, Any]) -> Mapping[str, int]:
    """Plenty at the warehouse, of every third a few in the shop, one variant in nine sold out."""
    if "made_to_order" in entry.get("traits", ()) or "digital" in entry.get("traits", ()):
        return {WAREHOUSE: 500}
    if sku in entry.get("sold_out", ()):
        return {WAREHOUSE: 0, STORE: 0}
    drawn = crc32(sku.encode())
    if drawn % 9 == 0 and sku not in entry.get("in_stock", ()):
        return {WAREHOUSE: 0, STORE: 0}
    return {WAREHOUSE: 3 + drawn % 37, STORE: drawn // 37 % 12 // 8 * (1 + drawn % 4)}
