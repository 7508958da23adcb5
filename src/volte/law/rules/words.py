"""Which closed words does the law use here?"""

from enum import StrEnum


class Standing(StrEnum):
    """Does a right exist? UNKNOWN means facts are missing, and is never to be read as NO."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Coverage(StrEnum):
    """Whose provisions were used: the country's or state's own, the union's minimum, or none: we have none yet."""

    NATIONAL = "national"
    UNION = "union"
    NOT_COVERED = "not_covered"


class Channel(StrEnum):
    """Where the contract was concluded. Only STORE gives no right to change one's mind."""

    ONLINE = "online"
    PHONE = "phone"
    MAIL_ORDER = "mail_order"
    OFF_PREMISES = "off_premises"
    STORE = "store"


class Payer(StrEnum):
    """Who bears a cost."""

    CUSTOMER = "customer"
    MERCHANT = "merchant"


class Trait(StrEnum):
    """What the law finds important in goods, whatever the shop calls them."""

    SEALED = "sealed"
    HYGIENE = "hygiene"
    MEDIA = "media"
    PERSONALISABLE = "personalisable"
    MADE_TO_ORDER = "made_to_order"
    PERISHABLE = "perishable"
    INSEPARABLE = "inseparable"
    MARKET_PRICED = "market_priced"
    FUTURE_ALCOHOL = "future_alcohol"
    PERIODICAL = "periodical"
    REGULAR_DELIVERY = "regular_delivery"
    PUBLIC_AUCTION = "public_auction"
    DATED_LEISURE = "dated_leisure"
    DIGITAL = "digital"
    USED = "used"
    LASTING = "lasting"
    PRESCRIPTION = "prescription"


class Condition(StrEnum):
    """What must be true, besides the traits, for an exception to end the right to withdraw."""

    ALWAYS = "always"
    SEAL_BROKEN = "seal_broken"
    PERSONALISED = "personalised"
    DELIVERED = "delivered"
    LATE_DELIVERY_AGREED = "late_delivery_agreed"
    BEGUN_WITH_CONSENT = "begun_with_consent"


class Confidence(StrEnum):
    """Was the text of the provision read, or is it known and still to be compared with the text?"""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"


class Unit(StrEnum):
    """How days are counted: each, or those people work."""

    CALENDAR = "calendar"
    BUSINESS = "business"


class StartEvent(StrEnum):
    """What a period is counted from: goods in the consumer's hands, or the contract itself."""

    POSSESSION = "possession"
    CONCLUSION = "conclusion"


class RefundStart(StrEnum):
    """What the time to refund is counted from: the consumer's notice, goods or proof of sending, or goods alone."""

    NOTICE = "notice"
    GOODS_OR_PROOF = "goods_or_proof"
    GOODS = "goods"


class Bears(StrEnum):
    """Who bears the way back."""

    CUSTOMER = "customer"
    CUSTOMER_IF_INFORMED = "customer_if_informed"
    MERCHANT = "merchant"


class Owed(StrEnum):
    """What of the outbound delivery is refunded: the cheapest standard one, all that was paid, or nothing by law."""

    STANDARD = "standard"
    ALL = "all"
    NONE = "none"


class SoleTraders(StrEnum):
    """Are those who trade in their own name consumers: if they bought for themselves, also outside the trade they
    practise, or never?"""

    DEPENDS = "depends"
    OUTSIDE_TRADE = "protected_outside_trade"
    EXCLUDED = "excluded"


class OnlyIf(StrEnum):
    """What the shop must have failed to do for a right to exist at all."""

    NOT_INFORMED = "not_informed"
    NOT_DISPLAYED = "terms_not_displayed"


class Topic(StrEnum):
    """The questions a provision can answer. A country's own fields replace the union's on the same topic."""

    COUNTING = "counting"
    BUYERS = "buyers"
    SMALL_PROFESSIONALS = "small_professionals"
    WINDOW = "withdrawal_window"
    START = "withdrawal_start"
    NOT_INFORMED = "withdrawal_not_informed"
    SEND_BACK = "withdrawal_send_back"
    RETURN_COST = "withdrawal_return_cost"
    REFUND = "withdrawal_refund"
    OUTBOUND = "withdrawal_outbound"
    DELIVERY_RISK = "delivery_risk"
    WITHHOLD = "withdrawal_withhold"
    DEDUCTION = "withdrawal_deduction"
    DIGITAL = "withdrawal_digital"
    EXCEPTIONS = "withdrawal_exceptions"
    LATE_REFUND = "withdrawal_late_refund"
    CONFORMITY_TERM = "conformity_term"
    CONFORMITY_PROOF = "conformity_proof"
    CONFORMITY_REMEDY = "conformity_remedy"
    CONFORMITY_COST = "conformity_cost"
    CONFORMITY_REJECT = "conformity_reject"
    CONFORMITY_REPAIR = "conformity_repair"
    CONFORMITY_NOTICE = "conformity_notice"
    CONFORMITY_LATE_REFUND = "conformity_late_refund"
    CREDIT_TERM = "credit_term"
