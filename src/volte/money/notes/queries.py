"""Questions about credit notes, asked inside an entered shop. Never write."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from volte.kit import ids, time
from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.money.models import CreditNote, Promise
from volte.money.notes import drafting, numbering
from volte.money.notes.drafting import Waits
from volte.money.rules import note_document
from volte.money.rules.credit_note import Draft, Note, Paper
from volte.runtime import clock, files, shop_settings, sql, tenancy


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note as issued. `pdf` and `xml` are digests of files, "" while there is none."""

    id: UUID
    number: str
    paper: Paper
    issued_on: date
    issued_at: datetime
    promise_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    note: Note
    pdf: str
    xml: str

    @property
    def draft(self) -> Draft:
        return self.note.draft

    @property
    def public(self) -> str:
        """How the note is named outside."""
        return ids.public("cno", self.id)

    @property
    def kind(self) -> str:
        """The end of the text that names its paper."""
        return self.paper.value.replace("_", "-")

    @property
    def gross(self) -> Money:
        return self.note.draft.gross()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A promise whose note is due and cannot be written; `number` is the order's."""

    promise_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: Money
    promised_at: datetime
    why: Waits | None


def note(*, note_id: UUID) -> NoteView:
    """One note; refuses `credit_note_unknown`."""
    row = CreditNote.objects.select_related("series").filter(id=note_id).first()
    if row is None:
        raise NotFound("credit_note_unknown")
    return view(row=row)


def notes(*, limit: int, before: UUID | None = None, since: date | None = None) -> tuple[NoteView, ...]:
    """A page of notes, the newest first; `before` is the last one seen."""
    rows = CreditNote.objects.order_by("-id")
    if before is not None:
        rows = rows.filter(id__lt=before)
    if since is not None:
        rows = rows.filter(issued_on__gte=since)
    return _views(rows[:limit])


def of_subject(*, subject_id: UUID) -> tuple[NoteView, ...]:
    """The notes about a return, oldest first."""
    return _views(CreditNote.objects.filter(subject_id=subject_id).order_by("id"))


def of_days(*, since: date, until: date) -> tuple[NoteView, ...]:
    """The notes issued on these days, `until` not included, in the order of their numbers."""
    rows = CreditNote.objects.filter(issued_on__gte=since, issued_on__lt=until)
    return _views(rows.order_by("issued_on", "series_id", "place"))


def naming_somebody(*, subject_ids: Iterable[UUID]) -> frozenset[UUID]:
    """About which of these a note to a business is due and not written yet. It has to name its buyer and be kept for
    years: who is erased before can never be named."""
    bare = Promise.objects.filter(subject_id__in=list(subject_ids))
    bare = bare.exclude(id__in=CreditNote.objects.values("promise_id"))
    return frozenset(row.subject_id for row in bare if _names_somebody(drafting.draft(promise=row)))


def _names_somebody(drafted: Draft | Waits | None) -> bool:
    return drafted is Waits.INVOICE or (isinstance(drafted, Draft) and drafted.buyer is not None)


def is_due(*, promise_id: UUID) -> bool:
    """Is the note of this promise written, or is it being written: does nothing stand in its way?"""
    if CreditNote.objects.filter(promise_id=promise_id).exists():
        return True
    promise = Promise.objects.filter(id=promise_id).first()
    return promise is not None and isinstance(drafting.draft(promise=promise), Draft)


def content(*, digest: str) -> bytes:
    """A file of a note; refuses `file_unknown` while it is not there."""
    return files.read(digest)


# What settled on or after the day, gives something back, and has no note. The plan is added up as it stands: of an
# exchange only the difference is in `amount`.
_WITHOUT = """
SELECT p.id FROM volte_money_promise p
 WHERE p.shop_id = %(shop)s AND p.promised_at >= %(since)s
   AND p.resolution NOT IN ('replacement', 'repair')
   AND (p.due = 0 OR p.due_paid_at IS NOT NULL OR p.due_given_at IS NOT NULL)
   AND NOT EXISTS (SELECT FROM volte_money_creditnote n WHERE n.promise_id = p.id)
   AND (SELECT sum((line->>'amount')::bigint) FROM jsonb_array_elements(p.lines) line) > 0
 ORDER BY p.id LIMIT %(most)s
"""


def without(*, most: int) -> list[UUID]:
    """Promises whose note is due and is not there, oldest first."""
    settings = shop_settings.of_shop(tenancy.current())
    if settings.entity is None:
        return []
    since = time.start_of(settings.entity.notes_from, settings.timezone)
    asked = {"shop": tenancy.current(), "since": since, "most": most}
    return [row[0] for row in sql.run(_WITHOUT, asked).fetchall()]


def waiting(*, most: int = 50) -> tuple[Waiting, ...]:
    """What stands in the way of notes that are due; `why` is None where the next sweep will write it."""
    settings = shop_settings.of_shop(tenancy.current())
    if settings.entity is None:
        return ()
    year = time.local_date(clock.now(), settings.timezone).year
    otherwise = None if numbering.prefix_is_free(entity=settings.entity, year=year) else Waits.PREFIX
    rows = Promise.objects.filter(id__in=without(most=most)).order_by("id")
    return tuple(_waiting(row, otherwise) for row in rows)


def _waiting(row: Promise, otherwise: Waits | None) -> Waiting:
    found = drafting.draft(promise=row)
    amount = Money(sum(line["amount"] for line in row.lines), row.currency)
    why = found if isinstance(found, Waits) else otherwise
    return Waiting(row.id, row.order_id, row.subject_kind, row.subject_id, amount, row.promised_at, why)


def _views(rows: Iterable[CreditNote]) -> tuple[NoteView, ...]:
    return tuple(view(row=row) for row in rows)


def view(*, row: CreditNote) -> NoteView:
    return NoteView(
        id=row.id,
        number=row.number,
        paper=Paper(row.paper),
        issued_on=row.issued_on,
        issued_at=row.issued_at,
        promise_id=row.promise_id,
        order_id=row.order_id,
        subject_kind=row.subject_kind,
        subject_id=row.subject_id,
        note=Note(row.number, row.issued_on, note_document.read(written=row.document)),
        pdf=row.pdf,
        xml=row.xml,
    )
