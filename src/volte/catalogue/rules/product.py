"""What is a product, and which variants of it can be had instead?"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One thing with a price. `price` in minor units of `currency`; `product` is the shop's own product id."""

    sku: str
    product: str = ""
    title: str = ""
    gtin: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    price: int | None = None
    currency: str = ""
    weight_g: int | None = None
    image_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    id: str
    title: str = ""
    url: str = ""
    image_url: str = ""
    category: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
