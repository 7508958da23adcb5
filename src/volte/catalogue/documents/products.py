"""The door for untrusted products."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from volte.catalogue.documents import faults, fields
from volte.catalogue.rules import product as rules
from volte.kit.rates import Rate


def product(*, document: Mapping[str, Any]) -> rules.Product:
    """The product in a document; refuses `product_invalid` with its first fault and all of them in `problems`."""
    try:
        return _Product.model_validate(document).made()
    except ValidationError as error:
        raise faults.refusal(code="product_invalid", error=error) from None


class _Variant(fields.Part):
    sku: fields.Id
    title: fields.LongText = ""
    gtin: fields.Gtin = ""
    options: Annotated[dict[fields.Word, fields.Text], Field(max_length=30)] = {}
    price: fields.Amount | None = None
    currency: fields.Currency | None = None
    weight_g: fields.Grams | None = None
    image_url: fields.Url = ""


class _Product(fields.Part):
    id: fields.Id
    title: fields.LongText = ""
    url: fields.Url = ""
    image_url: fields.Url = ""
    currency: fields.Currency | None = None
    category: fields.Words = ()
    tags: fields.Words = ()
    traits: fields.Words = ()
    taxes: Annotated[tuple[fields.Tax, ...], Field(max_length=20)] | None = None
    variants: Annotated[tuple[_Variant, ...], Field(max_length=2_000)] = ()

    @model_validator(mode="after")
    def _skus_once(self) -> "_Product":
        seen: set[str] = set()
        for variant in self.variants:
            if variant.sku in seen:
                raise PydanticCustomError("document_id_twice", "{value} twice", {"value": variant.sku})
            seen.add(variant.sku)
        return self

    def made(self) -> rules.Product:
        return rules.Product(
            id=self.id,
            title=self.title,
            url=self.url,
            image_url=self.image_url,
            category=self.category,
            tags=self.tags,
            traits=self.traits,
            taxes=self._taxes(),
            variants=tuple(self._variant(variant) for variant in self.variants),
        )

    def _taxes(self) -> tuple[Rate, ...] | None:
        return None if self.taxes is None else tuple(tax.rate for tax in self.taxes)

    def _variant(self, sent: _Variant) -> rules.Variant:
        told = dict(sent.__dict__)
        told.update(
            product=self.id,
            title=sent.title or self.title,
            currency=sent.currency or self.currency or "",
            image_url=sent.image_url or self.image_url,
            taxes=self._taxes(),
        )
        return rules.Variant(**told)
