"""Notes are written here and nowhere else: the next number and its note in one short transaction.

Called after the promise has committed, never within its transaction: whoever counts makes all others of the shop wait.
"""

from uuid import UUID

from volte.kit import time
from volte.kit.errors import NotFound
from volte.money.events import CreditNoteIssued
from volte.money.models import CreditNote, Promise
from volte.money.notes import drafting, jobs, numbering
from volte.money.rules import credit_note, note_document
from volte.money.rules.credit_note import Draft
from volte.runtime import clock, shop_settings
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission


@operation(Permission.MONEY_REFUND)
def issue(*, by: Actor, promise_id: UUID) -> UUID | None:
    """The credit note of a promise, made if it is not there yet; None where none is due, or it has to wait (see
    `drafting.Waits`). Refuses `promise_unknown`."""
    # Held, so that two hands do not both find it without a note.
    promise: Promise | None = Promise.objects.select_for_update().filter(id=promise_id).first()
    if promise is None:
        raise NotFound("promise_unknown")
    known: UUID | None = CreditNote.objects.filter(promise=promise).values_list("id", flat=True).first()
    if known is not None:
        return known
    drafted = drafting.draft(promise=promise)
    if not isinstance(drafted, Draft):
        return None
    settings = shop_settings.of_shop(by.shop_id)
    assert settings.entity is not None  # there would be no draft
    today = time.local_date(clock.now(), settings.timezone)
    counted = numbering.count(entity=settings.entity, today=today)
    if counted is None:
        return None
    row = _write(promise, drafted, counted)
    jobs.make_later(shop_id=by.shop_id, note_id=row.id)
    gross = drafted.gross()
    about = (promise.order_id, promise.subject_kind, promise.subject_id, row.number, row.paper)
    announce(CreditNoteIssued(row.id, promise.id, *about, gross.amount, gross.currency), subject_id=promise.subject_id)
    return row.id


def _write(promise: Promise, draft: Draft, counted: numbering.Counted) -> CreditNote:
    series, year, prefix, place, day = counted
    made: CreditNote = CreditNote.objects.create(
        series_id=series,
        place=place,
        number=credit_note.number(prefix=prefix, year=year, place=place),
        promise=promise,
        order_id=promise.order_id,
        subject_kind=promise.subject_kind,
        subject_id=promise.subject_id,
        paper=draft.paper.value,
        currency=draft.currency,
        net=draft.net().amount,
        tax=draft.tax().amount,
        issued_on=day,
        issued_at=clock.now(),
        document=note_document.written(draft=draft),
    )
    return made
