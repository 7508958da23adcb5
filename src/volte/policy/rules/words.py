"""Which closed words does a policy document use?"""

from enum import StrEnum


class WindowStart(StrEnum):
    """From which event the days of a window are counted."""

    ORDER = "order"
    SHIPMENT = "shipment"
    DELIVERY = "delivery"


class Approval(StrEnum):
    AUTOMATIC = "automatic"
    MANUAL = "manual"


class Evidence(StrEnum):
    """What the customer is asked to show."""

    PHOTO = "photo"
    COMMENT = "comment"
    SERIAL = "serial"


class RefundShipping(StrEnum):
    """When the standard outbound delivery is paid back."""

    BY_LAW = "by_law"
    WHEN_AT_FAULT = "when_at_fault"
    ALWAYS = "always"


class Field(StrEnum):
    """Every term a policy can set: the names of `model.Terms`."""

    ACCEPT = "accept"
    WINDOW = "window"
    RESOLUTIONS = "resolutions"
    CREDIT_BONUS = "credit_bonus"
    METHODS = "methods"
    RESTOCKING_FEE = "restocking_fee"
    EXCHANGE_FEE = "exchange_fee"
    APPROVAL = "approval"
    REFUND_AT = "refund_at"
    REFUND_WITHIN = "refund_within"
    REFUND_SHIPPING = "refund_shipping"
    SEND_WITHIN = "send_within"
    EVIDENCE = "evidence"


class Fact(StrEnum):
    """Every fact a rule may look at: the keys of `when`."""

    CATEGORY = "category"
    TAGS = "tags"
    SKU = "sku"
    GTIN = "gtin"
    LOT = "lot"
    OPTIONS = "options"
    TRAITS = "traits"
    PRICE_PAID = "price_paid"
    DISCOUNT = "discount"
    WEIGHT = "weight"
    SIZE = "size"
    SELLER = "seller"
    ORDERED = "ordered"
    CHANNEL = "channel"
    COUNTRY = "country"
    ORDER_TOTAL = "order_total"
    PAYMENT = "payment"
    PROMOTION = "promotion"
    CUSTOMER_KIND = "customer_kind"
    CUSTOMER_TIER = "customer_tier"
    CUSTOMER_TAGS = "customer_tags"
    CUSTOMER_ORDERS = "customer_orders"
    CUSTOMER_RETURN_RATE = "customer_return_rate"
    REQUESTED = "requested"
    REASON = "reason"
    FAULT = "fault"
    CONDITION = "condition"
    SEAL_BROKEN = "seal_broken"
    QUANTITY = "quantity"
    ANSWERS = "answers"
    DELIVERED = "delivered"
    PARTIAL = "partial"
    WITHDRAWAL_RIGHT = "withdrawal_right"


class Verdict(StrEnum):
    ACCEPTED = "accepted"
    REFUSED = "refused"
    NEEDS_EVIDENCE = "needs_evidence"
    NEEDS_REVIEW = "needs_review"


class Basis(StrEnum):
    """On what an acceptance rests: the shop's promise, or one of the two rights of the law."""

    COMMERCIAL = "commercial"
    WITHDRAWAL = "withdrawal"
    CONFORMITY = "conformity"


class MustAct(StrEnum):
    """Whose turn it is after the decision."""

    CUSTOMER = "customer"
    SHOP = "shop"
    NOBODY = "nobody"


class Openness(StrEnum):
    """What the portal says of an item before any reason is known."""

    OPEN = "open"
    FAULT_ONLY = "fault_only"
    REVIEW = "review"
    CLOSED = "closed"
