"""Questions about mails and threads, asked inside an entered shop. Never write."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from volte.kit.errors import NotFound
from volte.messages.models import Mail, ThreadEntry
from volte.messages.models import Status as Status
from volte.messages.rules import thread as thread_rules
from volte.messages.rules.occasions import Occasion
from volte.messages.rules.thread import Entry

PAGE = 50


@dataclass(frozen=True, slots=True)
class MailLine:
    """A mail in a list: all but its words."""

    id: UUID
    occasion: Occasion
    subject_kind: str
    subject_id: UUID
    to_address: str
    to_name: str
    language: str
    subject: str
    status: Status
    attempts: int
    next_try_at: datetime
    via: str
    last_error: str
    created_at: datetime
    sent_at: datetime | None


_LINE = tuple(field.name for field in fields(MailLine))


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes along with a mail, by the digest it is stored under."""

    digest: str
    name: str


@dataclass(frozen=True, slots=True)
class MailView:
    """A mail with its words."""

    line: MailLine
    html: str
    text: str
    attachments: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class MailPage:
    """Mails newest first; `next` is what to pass as `after` for older ones, None at the end."""

    mails: tuple[MailLine, ...]
    next: UUID | None


def outbox(*, status: Status | None = None, after: UUID | None = None, limit: int = PAGE) -> MailPage:
    """The mails of the shop, newest first, by status if one is given. Refuses `mail_unknown` for a strange `after`."""
    rows = Mail.objects.order_by("-created_at", "-id")
    if status is not None:
        rows = rows.filter(status=status.value)
    if after is not None:
        last = _found(Mail.objects.filter(id=after).only("id", "created_at").first())
        rows = rows.filter(Q(created_at__lt=last.created_at) | Q(created_at=last.created_at, id__lt=last.id))
    found = [_line(values) for values in rows.values(*_LINE)[: limit + 1]]
    more = len(found) > limit
    return MailPage(mails=tuple(found[:limit]), next=found[limit - 1].id if more else None)


def mails_of(*, subject_id: UUID) -> Sequence[MailLine]:
    """What was mailed about one subject, oldest first."""
    rows = Mail.objects.filter(subject_id=subject_id).order_by("created_at", "id")
    return [_line(values) for values in rows.values(*_LINE)]


def mail(*, mail_id: UUID) -> MailView:
    """One mail as it was worded; refuses `mail_unknown`."""
    row = _found(Mail.objects.filter(id=mail_id).first())
    line = _line({name: getattr(row, name) for name in _LINE})
    attached = zip(row.attachments, row.attachment_names, strict=True)
    return MailView(line, row.html, row.text, tuple(Attached(digest, name) for digest, name in attached))


def thread(*, subject_id: UUID) -> Sequence[Entry]:
    """Everything said about a subject in its order, notes included: for people of the shop."""
    return [row.snapshot() for row in ThreadEntry.objects.filter(subject_id=subject_id).order_by("at", "id")]


def conversation(*, subject_id: UUID) -> Sequence[Entry]:
    """What the customer may read of a thread."""
    return thread_rules.shown_to_customer(thread(subject_id=subject_id))


def holds(*, subject_id: UUID, digest: str) -> bool:
    """Is this file attached to something the customer may read?"""
    return any(digest in entry.attachments for entry in conversation(subject_id=subject_id))


def counts(*, subject_ids: Sequence[UUID], address: str) -> dict[str, int]:
    """How many mails and messages are about these subjects, or were sent to this address ("" for none)."""
    asked = Q(subject_id__in=list(subject_ids))
    mails = Mail.objects.filter(asked | Q(to_address__iexact=address) if address else asked).count()
    return {"mails": mails, "messages": ThreadEntry.objects.filter(subject_id__in=list(subject_ids)).count()}


def _line(values: dict[str, object]) -> MailLine:
    known = {**values, "occasion": Occasion(str(values["occasion"])), "status": Status(str(values["status"]))}
    return MailLine(**known)  # type: ignore[arg-type]  # the columns of `_LINE` are the fields of MailLine


def _found(row: Mail | None) -> Mail:
    if row is None:
        raise NotFound("mail_unknown")
    return row
