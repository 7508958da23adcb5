"""Are these two e-mail addresses, postcodes or customers the same?

Only what people write differently for the same thing is evened out. Dots and +tags of an e-mail address stay: to
some hosts they are different people.
"""

import unicodedata

from volte.catalogue.rules.order import Customer


def normal_email(*, written: str) -> str:
    """ " Camille@Example.COM " -> "camille@example.com"."""
    return unicodedata.normalize("NFKC", written).strip().casefold()


def normal_postcode(*, written: str) -> str:
    """ "sw1a 1aa" -> "SW1A1AA", "1010-001" -> "1010001"."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", written).upper() if letter.isalnum())


def key_of(*, customer: Customer | None) -> str:
    """What a customer is recognised by: the shop's own id, else the e-mail; "" for somebody without either."""
    if customer is None:
        return ""
    if customer.id:
        return f"id:{customer.id}"
    email = normal_email(written=customer.email)
    return f"mail:{email}" if email else ""
