"""Numbers are given here and nowhere else: the next number and its note in one short transaction.

Called after the promise has committed, never within its transaction: whoever counts makes all others of the shop wait.
"""

import logging
from datetime import date
from uuid import UUID

from volte.kit import time
from volte.money.events import CreditNoteIssued
from volte.money.models import CreditNote, CreditNoteSeries, Promise
from volte.money.notes import drafting, jobs
from volte.money.rules import credit_note, note_document
from volte.money.rules.credit_note import Draft
from volte.runtime import clock, shop_settings, sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import Entity

log = logging.getLogger(__name__)
_OPEN = """
INSERT INTO volte_money_creditnoteseries (id, shop_id, entity, year, prefix, last, last_on)
VALUES (%s, %s, %s, %s, %s, 0, %s) ON CONFLICT DO NOTHING
"""
_NEXT = """
UPDATE volte_money_creditnoteseries SET last = last + 1, last_on = greatest(last_on, %s)
 WHERE shop_id = %s AND entity = %s AND year = %s RETURNING id, prefix, last, last_on
"""


@operation(Permission.MONEY_REFUND)
def issue(*, by: Actor, promise_id: UUID) -> UUID | None:
    """The credit note of a promise, made if it is not there yet; None where none is due, or it has to wait (see
    `drafting.Waits`)."""
    # Held, so that two hands do not both find it without a note.
    promise: Promise = Promise.objects.select_for_update().get(id=promise_id)
    known: UUID | None = CreditNote.objects.filter(promise=promise).values_list("id", flat=True).first()
    if known is not None:
        return known
    drafted = drafting.draft(promise=promise)
    if not isinstance(drafted, Draft):
        return None
    settings = shop_settings.of_shop(by.shop_id)
    assert settings.entity is not None  # there would be no draft
    today = time.local_date(clock.now(), settings.timezone)
    counted = _count(settings.entity, today)
    if counted is None:
        return None
    row = _write(promise, drafted, counted)
    jobs.make_later(shop_id=by.shop_id, note_id=row.id)
    gross = drafted.gross()
    about = (promise.order_id, promise.subject_kind, promise.subject_id, row.number, row.paper)
    announce(CreditNoteIssued(row.id, promise.id, *about, gross.amount, gross.currency), subject_id=promise.subject_id)
    return row.id


def prefix_is_free(*, entity: Entity, year: int) -> bool:
    """May this company begin its numbers of the year so? Not when another of this shop does already. (The same company
    in another shop is not seen from here: the database refuses its numbers all the same.)"""
    taken = CreditNoteSeries.objects.filter(prefix=entity.note_prefix, year=year)
    return not taken.exclude(entity=register_of(entity=entity)).exists()


def _write(promise: Promise, draft: Draft, counted: "_Counted") -> CreditNote:
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


_Counted = tuple[UUID, int, str, int, date]


def _count(entity: Entity, today: date) -> _Counted | None:
    """The series of the year with its next number, and the day: never before the day of the number before. None when
    the prefix is not free."""
    shop, own = tenancy.current(), register_of(entity=entity)
    asked = [today, shop, own, today.year]
    found = sql.run(_NEXT, asked).fetchone()
    if found is None:
        new = CreditNoteSeries.of_shop(entity=own, year=today.year, prefix=entity.note_prefix, last_on=today)
        sql.run(_OPEN, [new.id, shop, own, today.year, new.prefix, today])
        found = sql.run(_NEXT, asked).fetchone()
    if found is None:
        log.warning("credit notes wait: their prefix is another company's", extra={"prefix": entity.note_prefix})
        return None
    series, prefix, place, day = found
    return series, today.year, prefix, place, day


def register_of(*, entity: Entity) -> str:
    """What a legal entity is recognised by: its number in the register, for tax, or else its name."""
    return (entity.siren or entity.vat_id or entity.name)[:60]
