"""Entry points for the worker, queue `money`."""

from uuid import UUID

from volte.money import sending
from volte.runtime import jobs
from volte.runtime.actor import Actor


@jobs.job(queue="money")
def attempt_refund(*, shop: str, refund: str) -> None:
    """Send one refund. An unreachable gateway raises, and the queue tries again later."""
    sending.attempt(by=Actor.system(UUID(shop)), refund_id=UUID(refund))


def send_later(*, shop_id: UUID, refund_id: UUID) -> None:
    """Ask the worker to send this refund once our transaction has committed; never queued twice at once."""
    jobs.later(attempt_refund, once=f"refund:{refund_id}", shop=str(shop_id), refund=str(refund_id))
