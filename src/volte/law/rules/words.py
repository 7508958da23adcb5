"""Which closed words does the law use here?"""

from enum import StrEnum


class Standing(StrEnum):
    """Does a right exist? UNKNOWN means facts are missing, and is never to be read as NO."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Coverage(StrEnum):
    """Whose provisions were used: the country's own, only the union's minimum, or none because we have none yet."""

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


class Condition(StrEnum):
    """What must be true, besides the traits, for an exception to end the right to withdraw."""

    ALWAYS = "always"
    SEAL_BROKEN = "seal_broken"
    PERSONALISED = "personalised"
    DELIVERED = "delivered"
    LATE_DELIVERY_AGREED = "late_delivery_agreed"
    BEGUN_WITH_CONSENT = "begun_with_consent"


class Confidence(StrEnum):
    """Was the text of the provision read, or is it from general knowledge and still to be checked?"""

    READ = "read"
    UNCHECKED = "unchecked"


class Topic(StrEnum):
    """The questions a provision can answer. A country's own provision replaces the union's on the same topic."""

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
    WITHHOLD = "withdrawal_withhold"
    DEDUCTION = "withdrawal_deduction"
    DIGITAL = "withdrawal_digital"
    EXCEPTIONS = "withdrawal_exceptions"
    CONFORMITY_TERM = "conformity_term"
    CONFORMITY_PROOF = "conformity_proof"
    CONFORMITY_REMEDY = "conformity_remedy"
    CONFORMITY_COST = "conformity_cost"
