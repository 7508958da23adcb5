"""Rows of the catalogue. Decides nothing; the constraints are the last guard, not the first."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from volte.runtime.rows import ShopRow


def _text(length: int = 255, **options: Any) -> Any:
    return models.CharField(max_length=length, default="", blank=True, **options)


class Customer(ShopRow):
    """Somebody who buys. `key` is what they are recognised by (rules/identity.py)."""

    key = models.CharField(max_length=330)
    external_id = _text()
    email = _text(320)
    email_normal = _text(320)
    name = _text()
    kind = _text(20)
    tags = ArrayField(models.CharField(max_length=100), default=list, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "key"], name="customer_once_per_shop")]
        indexes = [models.Index(fields=["shop", "email_normal"], name="customer_by_email")]


class Order(ShopRow):
    """An order. `document` holds the parts nobody searches: addresses, discounts, shipping; `digest` the last copy."""

    external_id = models.CharField(max_length=255)
    number = models.CharField(max_length=255)
    number_tidy = models.CharField(max_length=255)
    placed_at = models.DateTimeField()
    channel = models.CharField(max_length=40)
    country = _text(2)
    currency = models.CharField(max_length=3)
    language = _text(20)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    email_normal = _text(320)
    postcode_normal = _text(40)
    captured = models.BigIntegerField(default=0)
    flags = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    document = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "external_id"], name="order_once_per_shop")]
        indexes = [
            models.Index(fields=["shop", "number_tidy"], name="order_by_number"),
            models.Index(fields=["shop", "email_normal"], name="order_by_email"),
            models.Index(fields=["shop", "updated_at", "id"], name="order_by_change"),
            models.Index(fields=["customer", "placed_at"], name="order_by_customer"),
        ]


class OrderLine(ShopRow):
    """A line. `details` holds taxes, category, tags, traits, options; `claimed_quantity` is spoken for by returns.
    Of the cancelled units, `cancelled_here` were cancelled through us and the shop's own copy has not said so yet."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="+", db_index=False)
    external_id = models.CharField(max_length=255)
    position = models.PositiveIntegerField()
    product = _text()
    sku = _text()
    gtin = _text(14)
    title = _text(500)
    quantity = models.PositiveIntegerField()
    cancelled_quantity = models.PositiveIntegerField(default=0)
    cancelled_here = models.PositiveIntegerField(default=0, db_default=0)
    claimed_quantity = models.PositiveIntegerField(default=0)
    outside_quantity = models.PositiveIntegerField(default=0)
    unit_price = models.BigIntegerField()
    discount = models.BigIntegerField(default=0)
    tax_included = models.BooleanField(default=True)
    unit_cost = models.BigIntegerField(null=True)
    weight_g = models.PositiveIntegerField(null=True)
    image_url = _text(2000)
    details = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "external_id"], name="line_once_per_order"),
            models.CheckConstraint(
                condition=Q(quantity__gte=F("claimed_quantity") + F("cancelled_quantity") + F("outside_quantity")),
                name="line_units_not_claimed_twice",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_quantity__gte=F("cancelled_here")), name="line_cancelled_here_is_cancelled"
            ),
            models.CheckConstraint(condition=Q(unit_price__gte=0, discount__gte=0), name="line_amounts_not_negative"),
        ]
        indexes = [models.Index(fields=["shop", "sku"], name="line_by_sku")]


class Payment(ShopRow):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="+", db_index=False)
    external_id = models.CharField(max_length=255)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    gateway = _text(40)
    reference = _text()
    amount = models.BigIntegerField()
    status = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "external_id"], name="payment_once_per_order"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="payment_not_negative"),
        ]
        indexes = [models.Index(fields=["shop", "reference"], name="payment_by_reference")]


class ExternalRefund(ShopRow):
    """A refund made without Volte; `lines` is [{line, quantity}]."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="+", db_index=False)
    external_id = models.CharField(max_length=255)
    position = models.PositiveIntegerField()
    payment = _text()
    amount = models.BigIntegerField()
    lines = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "external_id"], name="outside_refund_once_per_order"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="outside_refund_not_negative"),
        ]


class Shipment(ShopRow):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="+", db_index=False)
    external_id = models.CharField(max_length=255)
    position = models.PositiveIntegerField()
    shipped_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "external_id"], name="shipment_once_per_order")]


class ShipmentLine(ShopRow):
    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="+", db_index=False)
    order_line = models.ForeignKey(OrderLine, on_delete=models.CASCADE, related_name="+")
    quantity = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shipment", "order_line"], name="shipment_line_once"),
        ]


class ForgottenMark(ShopRow):
    """A person who was erased, as a keyed hash: what the shop sends again of the time before stays nameless."""

    mark = models.CharField(max_length=64)
    forgotten_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "mark"], name="forgotten_mark_once")]


class Product(ShopRow):
    external_id = models.CharField(max_length=255)
    title = _text(500)
    url = _text(2000)
    image_url = _text(2000)
    details = models.JSONField(default=dict)
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "external_id"], name="product_once_per_shop")]


class Variant(ShopRow):
    """A thing with a price. `offered` is false once the product's later copy no longer has it."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    sku = models.CharField(max_length=255)
    gtin = _text(14)
    title = _text(500)
    options = models.JSONField(default=dict)
    price = models.BigIntegerField(null=True)
    currency = _text(3)
    weight_g = models.PositiveIntegerField(null=True)
    image_url = _text(2000)
    offered = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "sku"], name="variant_sku_once_per_shop")]
        indexes = [models.Index(fields=["shop", "gtin"], name="variant_gtin", condition=~Q(gtin=""))]


class ImportRun(ShopRow):
    """An import of one file, and how far it is: `line_done` moves in the same transaction as the orders it covers."""

    fingerprint = models.CharField(max_length=64)
    format = models.CharField(max_length=40)
    line_done = models.PositiveBigIntegerField(default=0)
    counts = models.JSONField(default=dict)
    refusals = models.JSONField(default=list)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["shop", "fingerprint", "format"], condition=Q(finished_at=None), name="import_once_at_a_time"
            )
        ]
