"""Where does somebody live or a parcel go?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address as the shop gave it; every field may be empty but the country (ISO 3166-1 alpha-2)."""

    country: str
    name: str = ""
    line1: str = ""
    line2: str = ""
    postcode: str = ""
    city: str = ""
    email: str = ""
    phone: str = ""
