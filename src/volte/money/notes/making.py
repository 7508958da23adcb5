"""The files of a note: set in type after its number is committed, kept by their digests, written once.

A crash between setting and keeping loses nothing: the note has all that stands on its paper, and the sweep asks again.
"""

from uuid import UUID

from volte.money.models import CreditNote
from volte.money.notes import papers, queries
from volte.money.notes.queries import NoteView
from volte.runtime import files, shop_settings, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


def made(*, by: Actor, note_id: UUID) -> NoteView:
    """The note with its files, made now if they are not there; call it outside any transaction, it takes its time."""
    with tenancy.entered(by.shop_id):
        view = queries.note(note_id=note_id)
        brand = shop_settings.of_shop(by.shop_id).brand.name
    if view.pdf:
        return view
    xml = papers.xml(note=view.note)
    pdf = papers.pdf(note=view.note, xml=xml, brand=brand, made_at=view.issued_at)
    keep_files(by=by, note_id=note_id, pdf=pdf, xml=xml)
    with tenancy.entered(by.shop_id):
        return queries.note(note_id=note_id)


@operation(Permission.MONEY_READ, Permission.MONEY_REFUND)
def keep_files(*, by: Actor, note_id: UUID, pdf: bytes, xml: bytes | None) -> None:
    """Keep what was made, unless somebody was quicker."""
    bare = CreditNote.objects.filter(id=note_id, pdf="")
    if not bare.select_for_update().exists():
        return
    written = files.keep(xml, media_type="application/xml").digest if xml else ""
    bare.update(pdf=files.keep(pdf, media_type="application/pdf").digest, xml=written)
