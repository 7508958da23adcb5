"""What was said about a case, who may read it, and who has the next word?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from volte.kit.errors import Invalid

LONGEST = 5_000
MOST_ATTACHMENTS = 5


class AuthorKind(StrEnum):
    SHOPPER = "shopper"
    MEMBER = "member"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said. `attachments` are digests of stored files; without `visible_to_customer` it is a note."""

    id: UUID
    author_kind: AuthorKind
    author_name: str
    text: str
    visible_to_customer: bool
    attachments: tuple[str, ...]
    at: datetime


def tidy_text(*, written: str) -> str:
    """What somebody typed, as it is kept: no control characters, no blank edges, at most one empty line in a row.

    Refuses `message_empty` and `message_too_long`.
    """
    lines = [_printable(line).rstrip() for line in written.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    text = "\n".join(kept).strip()
    if not text:
        raise Invalid("message_empty")
    if len(text) > LONGEST:
        raise Invalid("message_too_long", longest=LONGEST, length=len(text))
    return text


def tidy_attachments(*, digests: Sequence[str]) -> tuple[str, ...]:
    """The attachments in order, each once; refuses `message_attachments_too_many`."""
    once = tuple(dict.fromkeys(digests))
    if len(once) > MOST_ATTACHMENTS:
        raise Invalid("message_attachments_too_many", most=MOST_ATTACHMENTS)
    return once


def shown_to_customer(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.visible_to_customer)


def waiting_since(entries: Iterable[Entry]) -> datetime | None:
    """Since when the customer waits for a word of ours (the first of their messages nobody answered), or None.

    A note is no answer, and neither is anything Volte says by itself.
    """
    since: datetime | None = None
    for entry in shown_to_customer(entries):
        match entry.author_kind:
            case AuthorKind.SHOPPER:
                since = since or entry.at
            case AuthorKind.MEMBER:
                since = None
            case AuthorKind.SYSTEM:
                pass
    return since


def _printable(line: str) -> str:
    return "".join(letter for letter in line if letter == "\t" or (letter >= " " and letter != "\x7f"))
