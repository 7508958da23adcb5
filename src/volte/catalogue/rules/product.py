"""What is a product, which variants of it can be had instead, and how is one recognised by its barcode?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from volte.kit.rates import Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One thing with a price. `price` in minor units of `currency`, tax included; `product` is the shop's own product
    id; `taxes` are the rates in its price, None where the shop does not say."""

    sku: str
    product: str = ""
    title: str = ""
    gtin: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    price: int | None = None
    currency: str = ""
    weight_g: int | None = None
    image_url: str = ""
    taxes: tuple[Rate, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    id: str
    title: str = ""
    url: str = ""
    image_url: str = ""
    category: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    taxes: tuple[Rate, ...] | None = None
    variants: tuple[Variant, ...] = ()


_GTIN_LENGTHS = (8, 12, 13, 14)


def gtin_forms(*, written: str) -> tuple[str, ...]:
    """All ways to write this barcode (GTIN-8, UPC-A, EAN-13, GTIN-14 differ by zeros in front only); empty when the
    check digit says that it is none: a misread must never become another article.

    https://www.gs1.org/services/how-calculate-check-digit-manually
    """
    digits = "".join(written.split())
    if len(digits) not in _GTIN_LENGTHS or not digits.isascii() or not digits.isdigit():
        return ()
    full = digits.zfill(14)
    if sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(full)) % 10:
        return ()
    return tuple(full[14 - length :] for length in _GTIN_LENGTHS if not full[: 14 - length].strip("0"))
