"""Entries are written here and nowhere else."""

from uuid import UUID

from volte.kit.money import Money
from volte.money.models import Entry, Posting
from volte.money.rules import ledger
from volte.runtime import clock, hot


def book(
    *,
    entry: ledger.Entry | None,
    promise_id: UUID | None = None,
    refund_id: UUID | None = None,
    credit_id: UUID | None = None,
    reverses_id: UUID | None = None,
    why: str = "",
) -> UUID | None:
    """Write a balanced entry with what it is about; None is nothing to write."""
    if entry is None:
        return None
    row = Entry.of_shop(
        kind=entry.kind,
        promise_id=promise_id,
        refund_id=refund_id,
        credit_id=credit_id,
        reverses_id=reverses_id,
        why=why,
        at=clock.now(),
    )
    row.insert_late()
    for posting in entry.postings:
        Posting.of_shop(
            entry=row,
            account=posting.account.value,
            amount=posting.amount.amount,
            currency=posting.amount.currency,
            rates=posting.rates,
        ).insert_late()
    return row.id


def take_back(*, row: Entry, why: str = "") -> UUID:
    """Write the entry that takes this one back, posting by posting, about the same things."""
    entry = read(row=row).reversed()
    about = {"promise_id": row.promise_id, "refund_id": row.refund_id, "credit_id": row.credit_id}
    made = book(entry=entry, reverses_id=row.id, why=why, **about)
    assert made is not None, "an entry has postings"
    return made


def standing(*, kind: str, refund_id: UUID) -> Entry | None:
    """The entry of this kind about a refund that was not taken back."""
    rows: list[Entry] = list(Entry.objects.filter(refund_id=refund_id))
    gone = {row.reverses_id for row in rows}
    return next((row for row in rows if row.kind == kind and row.id not in gone), None)


def read(*, row: Entry) -> ledger.Entry:
    """An entry as the rules know it."""
    postings = hot.rows(Posting, order="id", entry_id=row.id)
    return ledger.Entry(
        row.kind,
        tuple(
            ledger.Posting(ledger.Account(one.account), Money(one.amount, one.currency), one.rates) for one in postings
        ),
    )
