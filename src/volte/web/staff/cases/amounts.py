"""An amount as a person types it: "12", "12,50", "12.50 €"."""

import re
from decimal import Decimal, InvalidOperation

from volte.kit import currencies
from volte.kit.money import Money
from volte.runtime import formats

_LARGEST = Decimal(1_000_000)


def parse(*, written: str, currency: str) -> Money | None:
    """The amount in minor units of `currency`; None when it is none, has parts of a cent, or is beyond reason."""
    plain = re.sub(r"[\s€$£\u00a0\u202f]", "", written).replace(currency, "").replace(",", ".")
    if not re.fullmatch(r"[0-9]{1,7}(\.[0-9]{0,4})?", plain):
        return None
    try:
        minor = Decimal(plain).scaleb(currencies.digits(currency))
    except InvalidOperation:
        return None
    if minor != minor.to_integral_value() or Decimal(plain) > _LARGEST:
        return None
    return Money(int(minor), currency)


def typed(amount: Money) -> str:
    """The amount as it could have been typed, to put back into a field."""
    return str(formats.in_units(amount))
