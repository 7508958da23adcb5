"""What messages announces."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from volte.runtime.events import Event


@dataclass(frozen=True, slots=True)
class MessagePosted(Event):
    """Something was said about a subject, by the customer or to them. Notes are announced to nobody."""

    kind: ClassVar[str] = "message.posted"
    subject_id: UUID
    entry_id: UUID
    author_kind: str


@dataclass(frozen=True, slots=True)
class MailFailed(Event):
    """A mail will not reach its address; somebody should find another way to tell the customer."""

    kind: ClassVar[str] = "mail.failed"
    mail_id: UUID
    subject_kind: str
    subject_id: UUID
    occasion: str
