"""Which stock codes are no goods, and what does the table call its countries?"""

from functools import lru_cache

# What a customer pays for the way: it becomes the order's shipping price.
CARRIAGE = frozenset({"POST", "DOT", "C2"})
_SERVICES = CARRIAGE | {"M", "m", "D", "S", "BANK CHARGES", "CRUK", "AMAZONFEE", "PADS", "B"}
_VOUCHER = "gift_"

# The table's own words for countries, where they are not the usual English ones. What stands for several countries
# or none ("Channel Islands", "European Community", "Unspecified") is not known to us.
_OWN_WORDS = {"EIRE": "IE", "RSA": "ZA", "USA": "US", "Hong Kong": "HK", "Czech Republic": "CZ"}


def is_service(code: str) -> bool:
    """Postage, fees, samples, vouchers and bookings by hand: nothing a warehouse could take back."""
    return code in _SERVICES or code.startswith(_VOUCHER)


@lru_cache(maxsize=512)
def country(written: str) -> str:
    """ISO 3166 code of a country's English name (or of a code), "" when it is none."""
    return _OWN_WORDS.get(written) or _names().get(written.casefold(), "")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    # Babel reads its territories from disk: only an import of this table needs them.
    from babel import Locale  # noqa: PLC0415

    known = {code: name for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()}
    return {name.casefold(): code for code, name in known.items()} | {code.casefold(): code for code in known}
