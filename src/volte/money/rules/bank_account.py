"""Is this a bank account money can be sent to, and how is it shown to somebody who need not know it?"""

from dataclasses import dataclass

from stdnum import iban as ibans
from stdnum.exceptions import ValidationError

from volte.kit.errors import Invalid

# As long as a name may be in a credit transfer (ISO 20022).
LONGEST_HOLDER = 70


@dataclass(frozen=True, slots=True)
class Account:
    """A holder and a checked IBAN without spaces."""

    holder: str
    iban: str

    def masked(self) -> str:
        """Its country and its last four signs: enough to know one's own again."""
        return f"{self.iban[:2]} •••• {self.iban[-4:]}"

    def spaced(self) -> str:
        """In groups of four, as people read it out."""
        return " ".join(self.iban[start : start + 4] for start in range(0, len(self.iban), 4))


def account(*, holder: str, iban: str) -> Account:
    """What somebody typed, checked: length, check digits, and the country's own ones. Refuses
    `account_holder_missing`, `account_holder_too_long`, `iban_missing`, `iban_invalid`."""
    name = " ".join(holder.split())
    if not name:
        raise Invalid("account_holder_missing")
    if len(name) > LONGEST_HOLDER:
        raise Invalid("account_holder_too_long", most=LONGEST_HOLDER)
    if not iban.strip():
        raise Invalid("iban_missing")
    try:
        return Account(name, ibans.validate(iban[:100]))
    except ValidationError:
        raise Invalid("iban_invalid") from None
