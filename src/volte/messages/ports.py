"""What messages wants from the outside: somebody who carries mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

# The name under which `project/wiring.py` binds the adapter that is used.
OUTGOING = "outgoing"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along with a mail, under this name."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail ready to go. `id` makes its Message-ID, so that a copy sent after a crash can be recognised; `thread`
    keeps the mails of one subject together in the reader's mailbox."""

    id: UUID
    thread: UUID
    to_address: str
    to_name: str
    from_name: str
    reply_to: str
    language: str
    subject: str
    text: str
    html: str
    attachments: tuple[Attachment, ...] = ()


class Outcome(StrEnum):
    """`later`: not this time, try again. `refused`: never, whatever we do."""

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one letter; `detail` is what the other side said, for people who look after the shop."""

    outcome: Outcome
    detail: str = ""


class Mail(Protocol):
    """A way to send mail. `name` is kept with each mail that went this way."""

    @property
    def name(self) -> str: ...

    def send(self, *, letters: Sequence[Letter]) -> Sequence[Delivery]:
        """Try each letter once; one delivery per letter, in their order. Never raises for what the far side does."""
        ...
