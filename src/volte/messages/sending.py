"""From intent to outcome: take what is due, try it outside any transaction, write down what became of it.

A mail that is taken gets its next try at once, ten minutes away, so whoever dies with it in hand loses nothing: it is
tried again then, under the same Message-ID. Two workers never take the same mail (SKIP LOCKED).
"""

import logging
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import assert_never
from uuid import UUID

from django.db.models import F

from volte.kit.errors import NotFound
from volte.messages import events, ports
from volte.messages.models import Mail, Status
from volte.messages.ports import Attachment, Delivery, Letter, Outcome
from volte.messages.rules import timing
from volte.runtime import clock, files, outbox, shop_settings, tenancy, wiring
from volte.runtime.shop_settings import Brand

log = logging.getLogger(__name__)
BATCH = 20
LEASE = timedelta(minutes=10)


def send_due(*, shop_id: UUID) -> int:
    """Send what is due of one shop, batch by batch; how many left. What could not leave waits for its next try.

    Stops at a batch of which nothing left: the far side is down, and the rest need not wait for its time-outs.
    """
    carrier = wiring.adapter(ports.Mail, ports.OUTGOING)
    total = 0
    while True:
        with tenancy.entered(shop_id):
            taken = _take()
            brand = shop_settings.of_shop(shop_id).brand
            letters = [_letter(mail, brand) for mail in taken]
        if not taken:
            return total
        deliveries = carrier.send(letters=letters)
        with tenancy.entered(shop_id):
            sent = _record(taken, deliveries, via=carrier.name)
        total += sent
        if not sent:
            return total


def shops_with_due_mail() -> list[UUID]:
    """Whose mail waits to be sent now?"""
    with tenancy.everywhere():
        waiting = Mail.objects.filter(status=Status.QUEUED.value, next_try_at__lte=clock.now())
        return list(waiting.values_list("shop_id", flat=True).distinct())


def failure(mail: Mail) -> events.MailFailed:
    return events.MailFailed(
        mail_id=mail.id, subject_kind=mail.subject_kind, subject_id=mail.subject_id, occasion=mail.occasion
    )


def _take() -> list[Mail]:
    now = clock.now()
    waiting = Mail.objects.filter(status=Status.QUEUED.value, next_try_at__lte=now).order_by("next_try_at", "id")
    taken = list(waiting.select_for_update(skip_locked=True, of=("self",))[:BATCH])
    if taken:
        ids = [mail.id for mail in taken]
        Mail.objects.filter(id__in=ids).update(attempts=F("attempts") + 1, next_try_at=now + LEASE)
    return taken


def _letter(mail: Mail, brand: Brand) -> Letter:
    return Letter(
        id=mail.id,
        thread=mail.subject_id,
        to_address=mail.to_address,
        to_name=mail.to_name,
        from_name=brand.name,
        reply_to=brand.support_email,
        language=mail.language,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        attachments=tuple(_attached(mail)),
    )


def _attached(mail: Mail) -> Iterator[Attachment]:
    """The files that go along. One that was erased meanwhile stays away: the mail says what is in it itself."""
    for digest, name in zip(mail.attachments, mail.attachment_names, strict=True):
        try:
            yield Attachment(name, files.about(digest).media_type, files.read(digest))
        except NotFound:
            log.warning("attachment gone", extra={"mail": str(mail.id), "digest": digest})


def _record(taken: Sequence[Mail], deliveries: Sequence[Delivery], *, via: str) -> int:
    """Write the outcomes down; how many were sent. Only what is still queued moves: if our ten minutes ran out and
    somebody else was quicker, their outcome stands."""
    gone = []
    for mail, delivery in zip(taken, deliveries, strict=True):
        match delivery.outcome:
            case Outcome.SENT:
                gone.append(mail.id)
            case Outcome.LATER if timing.given_up(attempts=mail.attempts + 1):
                _fail(mail, delivery, via)
            case Outcome.LATER:
                _postpone(mail, delivery, via)
            case Outcome.REFUSED:
                _fail(mail, delivery, via)
            case never:
                assert_never(never)
    if gone:
        queued = Mail.objects.filter(id__in=gone, status=Status.QUEUED.value)
        queued.update(status=Status.SENT.value, sent_at=clock.now(), via=via, last_error="")
    return len(gone)


def _postpone(mail: Mail, delivery: Delivery, via: str) -> None:
    at = timing.next_try(attempts=mail.attempts + 1, now=clock.now())
    ours = Mail.objects.filter(id=mail.id, status=Status.QUEUED.value, attempts=mail.attempts + 1)
    ours.update(next_try_at=at, via=via, last_error=delivery.detail[:500])
    log.warning("mail not sent yet", extra={"mail": str(mail.id), "why": delivery.detail, "next": at.isoformat()})


def _fail(mail: Mail, delivery: Delivery, via: str) -> None:
    ours = Mail.objects.filter(id=mail.id, status=Status.QUEUED.value)
    if ours.update(status=Status.FAILED.value, via=via, last_error=delivery.detail[:500]) == 1:
        outbox.announce(failure(mail), subject_id=mail.subject_id)
