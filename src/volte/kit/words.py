"""The closed words several areas speak: they are CONTRACT, so each stands once, here."""

from enum import StrEnum


class Fault(StrEnum):
    """Whose doing is it that the goods come back?"""

    CUSTOMER = "customer"
    MERCHANT = "merchant"
    CARRIER = "carrier"


class Resolution(StrEnum):
    """What the customer wants, or gets."""

    REFUND = "refund"
    EXCHANGE = "exchange"
    CREDIT = "credit"
    REPLACEMENT = "replacement"
    REPAIR = "repair"
    PRICE_REDUCTION = "price_reduction"


class Method(StrEnum):
    """How goods travel back."""

    DROP_OFF = "drop_off"
    STORE = "store"
    PICKUP = "pickup"
    MAIL = "mail"
    KEEP = "keep"


class Disposition(StrEnum):
    """Where a graded unit goes next."""

    RESTOCK = "restock"
    REPACK = "repack"
    REFURBISH = "refurbish"
    REPAIR = "repair"
    OUTLET = "outlet"
    SECOND_HAND = "second_hand"
    SUPPLIER = "supplier"
    LIQUIDATE = "liquidate"
    DONATE = "donate"
    RECYCLE = "recycle"
    DESTROY = "destroy"


class CustomerKind(StrEnum):
    CONSUMER = "consumer"
    BUSINESS = "business"
    SOLE_TRADER = "sole_trader"


class PaymentKind(StrEnum):
    CARD = "card"
    WALLET = "wallet"
    TRANSFER = "transfer"
    CASH_ON_DELIVERY = "cash_on_delivery"
    GIFT_CARD = "gift_card"
    CREDIT = "credit"
    PAY_LATER = "pay_later"


class RefundTrigger(StrEnum):
    """Which news starts the refund."""

    CARRIER_SCAN = "carrier_scan"
    RECEIPT = "receipt"
    INSPECTION = "inspection"
