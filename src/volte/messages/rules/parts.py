"""What are the facts of a mail made of: articles, places, sums, and where money goes?

A `Said` is a sentence already in the customer's language, or a Message still to be written in it.
"""

from dataclasses import dataclass
from enum import StrEnum

from volte.kit.money import Money
from volte.kit.text import Message, message
from volte.kit.words import PaymentKind, RefundTrigger, Resolution

Said = str | Message


class HoldStage(StrEnum):
    """How far an exchange is that left before the other article came back: it was `SENT`, the day is near (`AGAIN`),
    the money on the card was let go (`LET_GO`) or taken."""

    SENT = "sent"
    AGAIN = "again"
    LET_GO = "let_go"
    TAKEN = "taken"


class Difference(StrEnum):
    """How what we found departs from what was announced."""

    MISSING = "missing"
    OTHER = "other"
    INCOMPLETE = "incomplete"
    WORN = "worn"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Item:
    """An article as the customer knows it; `detail` is its size or colour in one breath."""

    title: str
    quantity: int = 1
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An article that may not come back, and why."""

    item: Item
    why: Said


@dataclass(frozen=True, slots=True)
class Found:
    """One difference between announced and found; `note` is what the person at the bench wrote for the customer."""

    item: Item
    difference: Difference
    note: Said = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """What the customer gets for what, once `after` has happened. `instead` names the article of an exchange."""

    resolution: Resolution
    amount: Money | None = None
    after: RefundTrigger | None = None
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to bring it; `hours` is one sentence in the customer's language."""

    name: str
    address: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One line of a sum, with its sign."""

    what: Said
    amount: Money


@dataclass(frozen=True, slots=True)
class Way:
    """Where money goes: to what, and how much of it."""

    to: Said
    amount: Money


def way(*, kind: PaymentKind, amount: Money, ending: str = "") -> Way:
    """Money going back the way it came; `ending` is the last digits of a card."""
    return Way(message(f"mail_way_{kind.value}", ending=ending, known="yes" if ending else "no"), amount)


def new_credit(*, code: str, amount: Money) -> Way:
    """What a gift card paid and cannot take back: on a credit whose code the customer learns here."""
    return Way(message("mail_way_new_credit", code=code, known="yes"), amount)
