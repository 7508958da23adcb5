"""What the shop offers: the choice for exchanges."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from volte.catalogue.documents import products as incoming
from volte.catalogue.events import ProductChanged
from volte.catalogue.models import Product, Variant
from volte.catalogue.rules import product as rules
from volte.kit.errors import Invalid
from volte.runtime import clock, outbox, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


@operation(Permission.PRODUCTS_WRITE)
def put_product(*, by: Actor, document: Mapping[str, Any], external_id: str = "") -> UUID:
    """Create or replace a product with its variants. A variant no longer named is kept but not offered.

    Refuses `product_invalid`, `product_id_mismatch`.
    """
    if external_id and document.get("id", external_id) != external_id:
        raise Invalid("product_id_mismatch", product=external_id)
    product = incoming.product(document={**document, "id": external_id} if external_id else document)
    product_id = _put(product)
    Variant.objects.filter(product_id=product_id).exclude(sku__in=[each.sku for each in product.variants]).update(
        offered=False
    )
    for position, variant in enumerate(product.variants):
        _put_variant(product_id, position, variant)
    outbox.announce(ProductChanged(product_id=product_id, external_id=product.id), subject_id=product_id)
    return product_id


def _put(product: rules.Product) -> UUID:
    details: dict[str, Any] = {"category": product.category, "tags": product.tags, "traits": product.traits}
    if product.taxes is not None:
        details["taxes"] = [rate.written() for rate in product.taxes]
    row, _ = Product.objects.update_or_create(
        shop_id=tenancy.current(),
        external_id=product.id,
        defaults={
            "title": product.title,
            "url": product.url,
            "image_url": product.image_url,
            "details": details,
            "updated_at": clock.now(),
        },
    )
    return row.id  # type: ignore[no-any-return]


def _put_variant(product_id: UUID, position: int, variant: rules.Variant) -> None:
    Variant.objects.update_or_create(
        shop_id=tenancy.current(),
        sku=variant.sku,
        defaults={
            "product_id": product_id,
            "position": position,
            "gtin": variant.gtin,
            "title": variant.title,
            "options": dict(variant.options),
            "price": variant.price,
            "currency": variant.currency,
            "weight_g": variant.weight_g,
            "image_url": variant.image_url,
            "offered": True,
        },
    )
