"""A mail is written down once, leaves when it can, and says what became of it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection

from tests.operations.messages.conftest import Killed, Mailbox
from tests.operations.messages.letters import letters
from volte.kit.errors import Conflict, Invalid, NotAllowed, NotFound
from volte.messages import forgetting, jobs, operations, queries, sending
from volte.messages.models import Mail, Status
from volte.messages.ports import Attachment, Delivery, Outcome
from volte.messages.queries import Attached, MailLine
from volte.messages.rules import timing
from volte.messages.rules.occasions import Occasion
from volte.runtime import files, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
At = Callable[[datetime], AbstractContextManager[None]]


def _queue(by: Actor, case: UUID, occasion: Occasion = Occasion.APPROVED, *, step: str = "", to: str = "") -> UUID:
    address = to or "camille@example.com"
    return operations.queue(by=by, to=address, language="fr", facts=letters("fr")[occasion], subject_id=case, step=step)


def _line(shop: UUID, mail_id: UUID) -> MailLine:
    with tenancy.entered(shop):
        return queries.mail(mail_id=mail_id).line


def _waiting_jobs(owner: Actor) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT queueing_lock FROM procrastinate_jobs WHERE status = 'todo' AND args->>'shop_id' = %s",
            [str(owner.shop_id)],
        )
        return [row[0] for row in cursor.fetchall()]


def test_a_mail_is_kept_then_sent_with_what_was_kept(owner: Actor, case: UUID, mailbox: Mailbox) -> None:
    mail_id = _queue(owner, case)
    assert _line(owner.shop_id, mail_id).status is Status.QUEUED
    assert sending.send_due(shop_id=owner.shop_id) == 1
    line, (letter,) = _line(owner.shop_id, mail_id), mailbox.letters
    assert (line.status, line.via, line.attempts) == (Status.SENT, "fake", 1)
    assert line.sent_at is not None
    assert letter.id == mail_id
    assert letter.thread == case
    assert letter.from_name == "Maison Test"
    assert letter.subject == line.subject == "Votre retour est accepté\u00a0: à envoyer jusqu’au 11 décembre"
    assert sending.send_due(shop_id=owner.shop_id) == 0


def test_the_same_step_is_told_once_and_another_step_again(owner: Actor, case: UUID, mailbox: Mailbox) -> None:
    first = _queue(owner, case, Occasion.REFUND_ON_ITS_WAY, step="settlement-1")
    assert _queue(owner, case, Occasion.REFUND_ON_ITS_WAY, step="settlement-1") == first
    assert _queue(owner, case, Occasion.REFUND_ON_ITS_WAY, step="settlement-2") != first
    assert sending.send_due(shop_id=owner.shop_id) == 2
    assert _queue(owner, case, Occasion.REFUND_ON_ITS_WAY, step="settlement-1") == first
    assert sending.send_due(shop_id=owner.shop_id) == 0


def test_many_mails_make_one_waiting_job(owner: Actor, case: UUID) -> None:
    for occasion in (Occasion.APPROVED, Occasion.SCANNED, Occasion.ARRIVED):
        _queue(owner, case, occasion)
    assert _waiting_jobs(owner) == [f"mail:{owner.shop_id}"]


def test_a_server_that_is_down_keeps_the_mail_and_it_leaves_later(
    owner: Actor, case: UUID, mailbox: Mailbox, clock_at: At
) -> None:
    mailbox.down = True
    with clock_at(NOON):
        mail_id = _queue(owner, case)
        assert sending.send_due(shop_id=owner.shop_id) == 0
    line = _line(owner.shop_id, mail_id)
    assert (line.status, line.next_try_at) == (Status.QUEUED, NOON + timedelta(seconds=30))
    assert line.last_error == "ConnectionRefusedError"
    mailbox.down = False
    with clock_at(NOON + timedelta(seconds=29)):
        assert sending.send_due(shop_id=owner.shop_id) == 0
    with clock_at(NOON + timedelta(seconds=30)):
        assert sending.send_due(shop_id=owner.shop_id) == 1
    assert _line(owner.shop_id, mail_id).status is Status.SENT


def test_a_down_server_is_asked_once_not_for_every_batch(
    owner: Actor, case: UUID, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "BATCH", 1)
    mailbox.down = True
    ids = [_queue(owner, case, step=str(number)) for number in range(3)]
    sending.send_due(shop_id=owner.shop_id)
    assert [_line(owner.shop_id, mail_id).attempts for mail_id in ids] == [1, 0, 0]
    mailbox.down = False
    assert sending.send_due(shop_id=owner.shop_id) == 2


def test_the_sweep_finds_what_is_due_and_only_that(owner: Actor, case: UUID, mailbox: Mailbox, clock_at: At) -> None:
    mailbox.down = True
    with clock_at(NOON):
        _queue(owner, case)
        sending.send_due(shop_id=owner.shop_id)
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs")
        jobs.sweep()
        assert _waiting_jobs(owner) == []
    with clock_at(NOON + timedelta(minutes=1)):
        jobs.sweep()
        jobs.sweep()
    assert _waiting_jobs(owner) == [f"mail:{owner.shop_id}"]


def test_one_refused_address_holds_up_nobody(owner: Actor, case: UUID, mailbox: Mailbox) -> None:
    mailbox.answers = {
        "gone@example.com": Delivery(Outcome.REFUSED, "550 no such user"),
        "full@example.com": Delivery(Outcome.LATER, "452 mailbox full"),
    }
    gone, full = (_queue(owner, case, step=name, to=f"{name}@example.com") for name in ("gone", "full"))
    fine = _queue(owner, case)
    assert sending.send_due(shop_id=owner.shop_id) == 1
    lines = [_line(owner.shop_id, mail_id) for mail_id in (gone, full, fine)]
    assert [line.status for line in lines] == [Status.FAILED, Status.QUEUED, Status.SENT]
    assert lines[0].last_error == "550 no such user"
    with tenancy.entered(owner.shop_id):
        (event,) = OutboxEvent.objects.filter(kind="mail.failed")
        assert event.data["mail_id"] == str(gone)
        assert event.subject_id == case


def test_trying_ends_after_four_days_and_somebody_is_told(owner: Actor, case: UUID, mailbox: Mailbox) -> None:
    mail_id = _queue(owner, case)
    with tenancy.entered(owner.shop_id):
        Mail.objects.filter(id=mail_id).update(attempts=timing.MOST_ATTEMPTS - 1)
    mailbox.down = True
    sending.send_due(shop_id=owner.shop_id)
    assert _line(owner.shop_id, mail_id).status is Status.FAILED
    with tenancy.entered(owner.shop_id):
        assert OutboxEvent.objects.filter(kind="mail.failed").count() == 1


@pytest.mark.parametrize("address", ["", "nobody", "a@b@c", "eve@example.com\nBcc: all@example.com"])
def test_without_a_usable_address_the_journey_goes_on(owner: Actor, case: UUID, mailbox: Mailbox, address: str) -> None:
    facts = letters("fr")[Occasion.APPROVED]
    mail_id = operations.queue(by=owner, to=address, language="fr", facts=facts, subject_id=case)
    line = _line(owner.shop_id, mail_id)
    assert (line.status, line.last_error) == (Status.FAILED, operations.ADDRESS_INVALID)
    assert sending.send_due(shop_id=owner.shop_id) == 0
    assert mailbox.letters == []


def test_a_failed_mail_leaves_for_a_corrected_address(owner: Actor, case: UUID, mailbox: Mailbox) -> None:
    mail_id = _queue(owner, case, to="nobody")
    with pytest.raises(Invalid, match="mail_address_invalid"):
        operations.send_again(by=owner, mail_id=mail_id, to="still nobody")
    operations.send_again(by=owner, mail_id=mail_id, to=" camille@example.com ")
    assert sending.send_due(shop_id=owner.shop_id) == 1
    assert mailbox.letters[0].to_address == "camille@example.com"
    with pytest.raises(Conflict, match="mail_not_failed"):
        operations.send_again(by=owner, mail_id=mail_id, to="camille@example.com")
    with pytest.raises(NotFound, match="mail_unknown"):
        operations.send_again(by=owner, mail_id=case, to="camille@example.com")


def test_a_worker_that_dies_with_a_mail_in_hand_loses_nothing(
    owner: Actor, case: UUID, mailbox: Mailbox, clock_at: At
) -> None:
    with clock_at(NOON):
        mail_id = _queue(owner, case)
        mailbox.dies = True
        with pytest.raises(Killed):
            sending.send_due(shop_id=owner.shop_id)
        mailbox.dies = False
    with clock_at(NOON + sending.LEASE - timedelta(seconds=1)):
        assert sending.send_due(shop_id=owner.shop_id) == 0
    with clock_at(NOON + sending.LEASE):
        assert sending.send_due(shop_id=owner.shop_id) == 1
    assert [letter.id for letter in mailbox.letters] == [mail_id]


def test_the_outbox_lists_newest_first_in_pages(owner: Actor, case: UUID, mailbox: Mailbox, clock_at: At) -> None:
    ids: list[UUID] = []
    for minute in (0, 1, 1, 2):
        with clock_at(NOON + timedelta(minutes=minute)):
            ids.append(_queue(owner, case, step=str(len(ids))))
    with tenancy.entered(owner.shop_id):
        first = queries.outbox(limit=3)
        rest = queries.outbox(limit=3, after=first.next)
        assert [line.id for line in (*first.mails, *rest.mails)] == ids[::-1]
        assert rest.next is None
        assert queries.outbox(status=Status.FAILED).mails == ()
        assert [line.id for line in queries.mails_of(subject_id=case)] == ids
        with pytest.raises(NotFound, match="mail_unknown"):
            queries.outbox(after=case)


def test_another_shop_sees_nothing_and_a_shopper_may_send_nothing(owner: Actor, other_shop: UUID, case: UUID) -> None:
    mail_id = _queue(owner, case)
    with tenancy.entered(other_shop):
        assert queries.outbox().mails == ()
        with pytest.raises(NotFound, match="mail_unknown"):
            queries.mail(mail_id=mail_id)
    with pytest.raises(NotAllowed):
        _queue(Actor.shopper(owner.shop_id, order_id=case, language="fr"), case)


def test_a_file_goes_along_with_its_mail(owner: Actor, case: UUID, mailbox: Mailbox) -> None:
    facts = letters("fr")[Occasion.APPROVED]
    with tenancy.entered(owner.shop_id):
        kept = files.keep(b"%PDF-1.7 a receipt", media_type="application/pdf")
    mail_id = operations.queue(
        by=owner,
        to="camille@example.com",
        language="fr",
        facts=facts,
        subject_id=case,
        attachments={"reçu.pdf": kept.digest},
    )
    assert sending.send_due(shop_id=owner.shop_id) == 1
    assert mailbox.letters[0].attachments == (Attachment("reçu.pdf", "application/pdf", b"%PDF-1.7 a receipt"),)
    with tenancy.entered(owner.shop_id):
        assert queries.mail(mail_id=mail_id).attachments == (Attached(kept.digest, "reçu.pdf"),)
        assert forgetting.attachments_held(digests={kept.digest}) == {kept.digest}
    gone = forgetting.forget(by=owner, subject_ids=[case], address="")
    assert gone.attachments == {kept.digest}


def test_a_file_that_was_erased_holds_no_mail_back(owner: Actor, case: UUID, mailbox: Mailbox) -> None:
    facts = letters("fr")[Occasion.APPROVED]
    with tenancy.entered(owner.shop_id):
        kept = files.keep(b"gone soon", media_type="text/plain")
    operations.queue(
        by=owner, to="a@example.com", language="fr", facts=facts, subject_id=case, attachments={"a.txt": kept.digest}
    )
    with tenancy.entered(owner.shop_id):
        files.release([kept.digest])
    assert sending.send_due(shop_id=owner.shop_id) == 1
    assert mailbox.letters[0].attachments == ()
    with pytest.raises(NotFound):
        operations.queue(
            by=owner, to="a@example.com", language="fr", facts=facts, subject_id=case, attachments={"b": kept.digest}
        )
