"""Entries are written here and nowhere else."""

from uuid import UUID

from volte.money.models import Entry, Posting
from volte.money.rules import ledger
from volte.runtime import clock


def book(
    *,
    entry: ledger.Entry | None,
    promise_id: UUID | None = None,
    refund_id: UUID | None = None,
    credit_id: UUID | None = None,
) -> None:
    """Write a balanced entry with what it is about; None is nothing to write."""
    if entry is None:
        return
    row = Entry.of_shop(
        kind=entry.kind, promise_id=promise_id, refund_id=refund_id, credit_id=credit_id, at=clock.now()
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
