"""Can a refund be sent by SEPA credit transfer, and what may stand in the file?

A SEPA transfer is in euros, between accounts of the SEPA area (EPC409-09), in a small set of Latin letters (EPC217-08).
"""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from volte.kit import ids
from volte.kit.money import Money
from volte.money.rules.bank_account import LONGEST_HOLDER, Account

CURRENCY = "EUR"
# What a bank takes at once without asking.
MOST = 5_000
# By the letters an IBAN begins with.
_AREA = (
    "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT"
    " RO RS SE SI SK SM VA"
)
AREA = frozenset(_AREA.split(" "))
_KEPT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-?:().,'+ ")
# Letters that are no other letter with a mark.
_WRITTEN = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
     "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "’": "'", "‘": "'", "–": "-", "—": "-", "&": "+", "_": "-"}
)  # fmt: skip


class Batched(StrEnum):
    """Where a batch stands."""

    MADE = "made"
    EXECUTED = "executed"
    CANCELLED = "cancelled"


class Obstacle(StrEnum):
    """Why a refund cannot go into a file, and is paid by hand."""

    NO_ACCOUNT = "no_account"
    CURRENCY = "currency"
    AREA = "area"
    LETTERS = "letters"


class Rejection(StrEnum):
    """Why a bank sent one transfer back, in its own codes (ISO 20022 ExternalReturnReason1Code)."""

    AC01 = "AC01"
    AC04 = "AC04"
    AC06 = "AC06"
    AG01 = "AG01"
    MS03 = "MS03"


@dataclass(frozen=True, slots=True)
class Debtor:
    """The shop's own account; without a `bic` the bank finds it by the IBAN."""

    holder: str
    iban: str
    bic: str = ""


@dataclass(frozen=True, slots=True)
class Transfer:
    """One refund on its way to one account."""

    refund_id: UUID
    amount: Money
    to: Account


@dataclass(frozen=True, slots=True)
class Batch:
    """All that stands in one file. `words` is what customers read on their statement, before the reference."""

    id: UUID
    made_at: datetime
    execute_on: date
    debtor: Debtor
    words: str
    transfers: tuple[Transfer, ...]


def obstacle(*, amount: Money, account: Account | None) -> Obstacle | None:
    """What keeps a refund out of the file."""
    if amount.currency != CURRENCY:
        return Obstacle.CURRENCY
    if account is None:
        return Obstacle.NO_ACCOUNT
    if account.iban[:2] not in AREA:
        return Obstacle.AREA
    return None if any(letter.isalnum() for letter in latin(account.holder)) else Obstacle.LETTERS


def latin(written: str, *, longest: int = LONGEST_HOLDER) -> str:
    """As banks write it: no marks on letters, and nothing they would refuse."""
    plain = unicodedata.normalize("NFKD", written.translate(_WRITTEN))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    kept = "".join(letter if letter in _KEPT else " " for letter in bare)
    return " ".join(kept.split())[:longest].strip()


def end_to_end(refund_id: UUID) -> str:
    """What the bank carries from end to end: the refund's own id, with the dash banks allow."""
    return ids.public("rfd", refund_id).replace("_", "-")
