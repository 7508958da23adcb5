"""What a gateway tells us unasked: believed when signed, and doubted where being wrong would cost somebody their money.

News may be days old, and a gateway may take a success back. That something arrived after all, which we have sent
another way since, is therefore asked and not heard: the word of that day would call off a payment that is still owed.
"""

from collections.abc import Mapping
from uuid import UUID

from volte.kit.money import Money
from volte.money import discrepancies, sending
from volte.money.models import Refund
from volte.money.ports import GatewayAnswer, GatewayRequest, RefundGateway
from volte.money.rules import outcomes
from volte.money.rules.outcomes import Outcome, RefundStatus
from volte.runtime import clock, hot, wiring
from volte.runtime.actor import Actor
from volte.runtime.operation import operation, question
from volte.runtime.permissions import Permission


def hear(*, gateway: str, headers: Mapping[str, str], body: bytes) -> bool:
    """Take in a gateway's signed message; False when it is about none of our refunds. Raises NewsRefused, and
    GatewayUnreachable when it had to be asked and was not there: it will tell us again."""
    adapter: RefundGateway = wiring.adapter(RefundGateway, gateway)
    news = adapter.hear(headers=headers, body=body)
    if news is None:
        return False
    by = Actor.system(news.shop_id)
    if news.answer.outcome is Outcome.SUCCEEDED:
        doubted = sent_another_way(by=by, refund_id=news.refund_id, key=news.key)
        if doubted is not None:
            answer = adapter.lookup(request=doubted)
            if answer is not None:
                record_arrival(by=by, refund_id=news.refund_id, key=news.key, answer=answer)
            return True
    sending.record_outcome(by=by, refund_id=news.refund_id, key=news.key, answer=news.answer)
    return True


@question(Permission.MONEY_REFUND)
def sent_another_way(*, by: Actor, refund_id: UUID, key: str) -> GatewayRequest | None:
    """What to ask the gateway about a refund of which it says that it arrived, when another refund carries it since."""
    refund = hot.first(Refund, id=refund_id, status=RefundStatus.REPLACED.value)
    if refund is None or key != sending.key_of(refund):
        return None
    amount = Money(refund.amount, refund.currency)
    return GatewayRequest(key=key, reference=refund.reference, amount=amount, shop_id=by.shop_id, refund_id=refund_id)


@operation(Permission.MONEY_REFUND)
def record_arrival(*, by: Actor, refund_id: UUID, key: str, answer: GatewayAnswer) -> None:
    """It had failed for good and was sent another way, and the gateway, asked now, says where it is: if it arrived,
    what was not paid yet is not paid any more; what was is a case."""
    refund = hot.first(Refund, lock=True, id=refund_id, status=RefundStatus.REPLACED.value)
    if refund is None or key != sending.key_of(refund):
        return
    arrived(refund=refund, answer=answer)


def arrived(*, refund: Refund, answer: GatewayAnswer) -> None:
    """The same, of a refund that is locked and known to be replaced."""
    owed = Money(refund.amount, refund.currency)
    outcome, _ = outcomes.believed(outcome=answer.outcome, told=answer.amount, owed=owed)
    if outcome is not Outcome.SUCCEEDED:
        return
    instead = Refund.objects.filter(redirected_from_id=refund.id, status=RefundStatus.MANUAL.value, batch=None)
    if instead.update(status=RefundStatus.REPLACED.value, changed_at=clock.now()) != 1:
        discrepancies.twice(refund=refund, answer=answer)
        return
    Refund.objects.filter(id=refund.id).update(
        status=RefundStatus.SUCCEEDED.value,
        gateway_refund=answer.gateway_refund or refund.gateway_refund,
        failure="",
        changed_at=clock.now(),
    )
    sending.book_change(refund=refund, old=RefundStatus.REPLACED, new=RefundStatus.SUCCEEDED)
    sending.tell(refund=refund, status=RefundStatus.SUCCEEDED)


def believe(*, refund: Refund, outcome: Outcome, gateway_refund: str) -> None:
    """The gateway's word, brought by a person who saw it in the gateway's list: as if it had been asked."""
    owed = Money(refund.amount, refund.currency)
    answer = GatewayAnswer(outcome, gateway_refund, amount=owed)
    locked = hot.first(Refund, lock=True, id=refund.id, status=RefundStatus.REPLACED.value)
    if locked is None:
        sending.settle(refund_id=refund.id, key=sending.key_of(refund), answer=answer)
    else:
        arrived(refund=locked, answer=answer)
