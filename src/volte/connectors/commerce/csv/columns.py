"""Which column says what? Each has a name, a place in the order document and a kind of value."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    TEXT = "text"
    WHOLE = "whole number"
    MONEY = "amount with decimals"
    MOMENT = "moment"
    LIST = "words between >"
    PAIRS = "name=value; name=value"
    RATES = "percentages between +"
    YES_NO = "yes or no"


@dataclass(frozen=True, slots=True)
class Column:
    """`path` is the place in the document; `lines.` stands for the row's own line. `required` columns must exist."""

    name: str
    path: str
    kind: Kind = Kind.TEXT
    required: bool = False


COLUMNS = (
    Column("order", "id", required=True),
    Column("number", "number"),
    Column("placed_at", "placed_at", Kind.MOMENT, required=True),
    Column("currency", "currency", required=True),
    Column("channel", "channel"),
    Column("country", "country"),
    Column("language", "language"),
    Column("informed_of_withdrawal", "informed_of_withdrawal", Kind.YES_NO),
    Column("customer_id", "customer.id"),
    Column("email", "customer.email"),
    Column("customer_name", "customer.name"),
    Column("customer_kind", "customer.kind"),
    Column("customer_vat_id", "customer.vat_id"),
    Column("invoice_number", "invoice.number"),
    Column("invoice_issued_on", "invoice.issued_on"),
    Column("bill_name", "billing_address.name"),
    Column("bill_line1", "billing_address.line1"),
    Column("bill_line2", "billing_address.line2"),
    Column("bill_postcode", "billing_address.postcode"),
    Column("bill_city", "billing_address.city"),
    Column("bill_country", "billing_address.country"),
    Column("ship_name", "shipping_address.name"),
    Column("ship_line1", "shipping_address.line1"),
    Column("ship_line2", "shipping_address.line2"),
    Column("ship_postcode", "shipping_address.postcode"),
    Column("ship_city", "shipping_address.city"),
    Column("ship_country", "shipping_address.country"),
    Column("line", "lines.id", required=True),
    Column("product", "lines.product"),
    Column("sku", "lines.sku"),
    Column("gtin", "lines.gtin"),
    Column("title", "lines.title"),
    Column("quantity", "lines.quantity", Kind.WHOLE, required=True),
    Column("cancelled_quantity", "lines.cancelled_quantity", Kind.WHOLE),
    Column("unit_price", "lines.unit_price", Kind.MONEY, required=True),
    Column("discount", "lines.discount", Kind.MONEY),
    Column("tax_rates", "lines.taxes", Kind.RATES),
    Column("tax_included", "lines.tax_included", Kind.YES_NO),
    Column("unit_cost", "lines.unit_cost", Kind.MONEY),
    Column("category", "lines.category", Kind.LIST),
    Column("options", "lines.options", Kind.PAIRS),
    Column("weight_g", "lines.weight_g", Kind.WHOLE),
    Column("image_url", "lines.image_url"),
    Column("discount_code", "discounts.0.code"),
    Column("order_discount", "discounts.0.amount", Kind.MONEY),
    Column("shipping_price", "shipping.price", Kind.MONEY),
    Column("shipping_standard_price", "shipping.standard_price", Kind.MONEY),
    Column("shipping_tax_rates", "shipping.taxes", Kind.RATES),
    Column("payment_id", "payments.0.id"),
    Column("payment_kind", "payments.0.kind"),
    Column("payment_gateway", "payments.0.gateway"),
    Column("payment_reference", "payments.0.reference"),
    Column("payment_amount", "payments.0.amount", Kind.MONEY),
    Column("payment_status", "payments.0.status"),
    Column("shipped_at", "shipped_at", Kind.MOMENT),
    Column("delivered_at", "delivered_at", Kind.MOMENT),
)
BY_NAME = {column.name: column for column in COLUMNS}
BY_PATH = {column.path: column.name for column in COLUMNS}
REQUIRED = tuple(column.name for column in COLUMNS if column.required)
