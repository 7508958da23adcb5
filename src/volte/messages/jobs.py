"""Entry points for the worker."""

from datetime import timedelta
from uuid import UUID

from volte.messages import sending
from volte.runtime import jobs, tenancy

COMPANY = timedelta(seconds=2)


@jobs.job(queue="mail")
def send_queued(*, shop_id: str) -> None:
    """Send all mail of a shop that is due."""
    sending.send_due(shop_id=UUID(shop_id))


def wake(*, shop_id: UUID) -> None:
    """Let the worker send soon, in this transaction. One waiting job a shop is enough for any number of mails.

    A job costs more than a mail, so it waits a moment for company; the outbox page shows the mail at once.
    """
    jobs.later(send_queued, wait=COMPANY, once=f"mail:{shop_id}", shop_id=str(shop_id))


def sweep() -> None:
    """Every minute: mail whose next try has come, and mail whose wake-up was lost.

    A wake-up is lost when the waiting job began just before the transaction that relied on it committed.
    """
    for shop_id in sending.shops_with_due_mail():
        with tenancy.entered(shop_id):
            wake(shop_id=shop_id)
