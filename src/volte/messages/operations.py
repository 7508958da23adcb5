"""Verbs of messages: queue a mail, send a failed one again, say something, ask something, leave a note."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from volte.kit import ids
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.messages import events, jobs, rendering, sending
from volte.messages.models import Mail, Status, ThreadEntry
from volte.messages.rules import occasions, thread
from volte.messages.rules.thread import AuthorKind, Entry
from volte.messages.rules.to_staff import Letter
from volte.runtime import clock, columns, files, outbox, shop_settings, sql
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

RETURN = "return"
ADDRESS_INVALID = "no usable address"
NO_FILES: Mapping[str, str] = MappingProxyType({})


@operation(Permission.RETURNS_MESSAGE)
def queue(
    *,
    by: Actor,
    to: str,
    language: str,
    facts: Letter,
    subject_id: UUID,
    step: str = "",
    subject_kind: str = RETURN,
    attachments: Mapping[str, str] = NO_FILES,
) -> UUID:
    """Write the mail for these facts down and let the worker send it; the id of the mail. `attachments` are stored
    files by the name they go under; refuses `file_unknown`.

    The same occasion for the same subject and `step` is written once: asking again gives the first one's id. Without
    a usable address the mail is kept as failed, for people to see; the journey goes on.
    """
    settings, now = shop_settings.of_shop(by.shop_id), clock.now()
    chosen = rendering.language_for(wanted=language, settings=settings, occasion=facts.occasion)
    words = rendering.write(facts=facts, language=chosen, settings=settings)
    usable = _usable(to)
    for digest in attachments.values():
        files.about(digest)
    mail = Mail.of_shop(
        id=ids.new_id(),
        occasion=facts.occasion.value,
        subject_kind=subject_kind,
        subject_id=subject_id,
        to_address=to.strip()[:254],
        to_name=" ".join(facts.name.split())[:200],
        language=chosen,
        subject=words.subject,
        html=words.html,
        text=words.text,
        status=(Status.QUEUED if usable else Status.FAILED).value,
        next_try_at=now,
        dedupe_key=occasions.dedupe_key(occasion=facts.occasion, subject_id=subject_id, step=step),
        last_error="" if usable else ADDRESS_INVALID,
        attachments=list(attachments.values()),
        attachment_names=[name[:120] for name in attachments],
        created_at=now,
    )
    return _keep_once(mail)


@operation(Permission.RETURNS_MESSAGE)
def send_again(*, by: Actor, mail_id: UUID, to: str) -> None:
    """Send a mail that failed to this address, the same or a corrected one.

    Refuses `mail_unknown`, `mail_address_invalid` and `mail_not_failed` (it is sent, or still tried).
    """
    if not _usable(to):
        raise Invalid("mail_address_invalid")
    again = Mail.objects.filter(id=mail_id, status=Status.FAILED.value).update(
        status=Status.QUEUED.value, to_address=to.strip(), attempts=0, next_try_at=clock.now(), last_error=""
    )
    if again != 1:
        raise Conflict("mail_not_failed") if Mail.objects.filter(id=mail_id).exists() else NotFound("mail_unknown")
    jobs.wake(shop_id=by.shop_id)


@operation(Permission.RETURNS_MESSAGE)
def say(*, by: Actor, subject_id: UUID, text: str, attachments: Sequence[str] = ()) -> Entry:
    """Somebody of the shop writes to the customer. The mail about it is queued by whoever knows the customer.

    `attachments` are digests of stored files. Refuses `message_empty`, `message_too_long`,
    `message_attachments_too_many` and `file_unknown`.
    """
    author = AuthorKind.SYSTEM if by.kind == "system" else AuthorKind.MEMBER
    return _post(subject_id, author, by.name, text, attachments)


@operation(Permission.RETURNS_MESSAGE)
def ask(*, by: Actor, subject_id: UUID, name: str, text: str, attachments: Sequence[str] = ()) -> Entry:
    """The customer, called `name`, writes to the shop. Refuses what `say` refuses.

    A shopper has no permission for this by itself: they come through the journey, which knows whether the subject is
    theirs.
    """
    return _post(subject_id, AuthorKind.SHOPPER, name, text, attachments)


@operation(Permission.RETURNS_MESSAGE)
def note(*, by: Actor, subject_id: UUID, text: str, attachments: Sequence[str] = ()) -> Entry:
    """Something for colleagues only; the customer never sees it and nobody is told. Refuses what `say` refuses."""
    author = AuthorKind.SYSTEM if by.kind == "system" else AuthorKind.MEMBER
    return _entry(subject_id, author, by.name, text, attachments, visible=False)


def _keep_once(mail: Mail) -> UUID:
    """Keep the mail unless its step has one; the unique key decides between two at once."""
    if not _insert(mail):
        kept: UUID = Mail.objects.values_list("id", flat=True).get(dedupe_key=mail.dedupe_key)
        return kept
    if mail.status == Status.QUEUED.value:
        jobs.wake(shop_id=mail.shop_id)
    else:
        outbox.announce(sending.failure(mail), subject_id=mail.subject_id)
    return mail.id


def _insert(mail: Mail) -> bool:
    """Did the row go in? Django's own ON CONFLICT does not say, and asking again costs every mail a query."""
    fields = Mail._meta.concrete_fields
    names, places = ", ".join(str(field.column) for field in fields), ", ".join(["%s"] * len(fields))
    into = f"INSERT INTO {Mail._meta.db_table} ({names}) VALUES ({places})"  # noqa: S608  # names of our own columns
    given = columns.values(mail)
    return sql.run(f"{into} ON CONFLICT (shop_id, dedupe_key) DO NOTHING", given).rowcount == 1


def _usable(address: str) -> bool:
    try:
        validate_email(address.strip())
    except ValidationError:
        return False
    return True


def _post(subject_id: UUID, author: AuthorKind, name: str, text: str, attachments: Sequence[str]) -> Entry:
    entry = _entry(subject_id, author, name, text, attachments, visible=True)
    posted = events.MessagePosted(subject_id=subject_id, entry_id=entry.id, author_kind=author.value)
    outbox.announce(posted, subject_id=subject_id)
    return entry


def _entry(
    subject_id: UUID, author: AuthorKind, name: str, text: str, attachments: Sequence[str], *, visible: bool
) -> Entry:
    kept, digests = thread.tidy_text(written=text), thread.tidy_attachments(digests=attachments)
    for digest in digests:
        files.about(digest)
    row = ThreadEntry.of_shop(
        subject_id=subject_id,
        author_kind=author.value,
        author_name=name[:200],
        text=kept,
        visible_to_customer=visible,
        attachments=list(digests),
        at=clock.now(),
    )
    row.save(force_insert=True)
    return row.snapshot()
