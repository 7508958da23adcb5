"""Entry points for the worker, queue `money`."""

from uuid import UUID

from volte.money.notes import making
from volte.runtime import jobs
from volte.runtime.actor import Actor


@jobs.job(queue="money")
def make_files(*, shop: str, note: str) -> None:
    """Set the paper of a note in type, with its XML inside."""
    making.made(by=Actor.system(UUID(shop)), note_id=UUID(note))


def make_later(*, shop_id: UUID, note_id: UUID) -> None:
    jobs.later(make_files, once=f"note:{note_id}", shop=str(shop_id), note=str(note_id))
