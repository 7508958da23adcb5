"""How an amount leaves the shop: mark it, call the gateway outside any transaction, write down what it said.

A crash anywhere leaves a row that says what to do next: a refund marked as being sent is looked up before it is sent
again, and is sent again under the same key.
"""

from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from volte.kit.errors import Conflict, NotFound
from volte.kit.money import Money
from volte.money import booking, discrepancies
from volte.money.events import RefundFailed, RefundPending, RefundSucceeded
from volte.money.models import Refund, RefundAttempt
from volte.money.ports import GatewayAnswer, GatewayRequest, RefundGateway
from volte.money.rules import outcomes, posting
from volte.money.rules.ledger import What
from volte.money.rules.outcomes import Outcome, RefundStatus
from volte.money.rules.tenders import Route
from volte.runtime import clock, hot, wiring
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission


@dataclass(frozen=True, slots=True)
class Call:
    """What to ask the gateway. `status` is where the refund stood before this attempt."""

    gateway: str
    request: GatewayRequest
    attempt_id: UUID
    status: RefundStatus


def attempt(*, by: Actor, refund_id: UUID) -> None:
    """Send one refund, or learn what became of it. Raises GatewayUnreachable, and is safe to run again at any time."""
    call = begin_attempt(by=by, refund_id=refund_id)
    if call is None:
        return
    answer = _ask(call)
    if answer is not None:
        finish_attempt(by=by, attempt_id=call.attempt_id, refund_id=refund_id, key=call.request.key, answer=answer)


def _ask(call: Call) -> GatewayAnswer | None:
    gateway: RefundGateway = wiring.adapter(RefundGateway, call.gateway)
    match call.status:
        case RefundStatus.PLANNED:
            return gateway.refund(request=call.request)
        case RefundStatus.SENDING:
            return gateway.lookup(request=call.request) or gateway.refund(request=call.request)
        case RefundStatus.PENDING:
            return gateway.lookup(request=call.request)
        case RefundStatus.SUCCEEDED | RefundStatus.FAILED | RefundStatus.MANUAL | RefundStatus.REPLACED:
            return None
        case _:
            assert_never(call.status)


@operation(Permission.MONEY_REFUND)
def begin_attempt(*, by: Actor, refund_id: UUID) -> Call | None:
    """Write down that the gateway is about to be called; None when there is nothing left to do."""
    refund = _refund(refund_id)
    status = RefundStatus(refund.status)
    if status not in (RefundStatus.PLANNED, RefundStatus.SENDING, RefundStatus.PENDING):
        return None
    now = clock.now()
    marked = RefundStatus.PENDING if status is RefundStatus.PENDING else RefundStatus.SENDING
    hit = Refund.objects.filter(id=refund.id, status=refund.status, attempts=refund.attempts).update(
        status=marked.value, attempts=refund.attempts + 1, changed_at=now
    )
    if hit != 1:
        raise Conflict("refund_moved_on")
    key = key_of(refund)
    tried: RefundAttempt = RefundAttempt.of_shop(
        refund=refund, number=refund.attempts + 1, idempotency_key=key, started_at=now
    )
    tried.insert_late()
    request = GatewayRequest(
        key=key,
        reference=refund.reference,
        amount=Money(refund.amount, refund.currency),
        shop_id=by.shop_id,
        refund_id=refund.id,
    )
    return Call(refund.gateway, request, tried.id, status)


@operation(Permission.MONEY_REFUND)
def finish_attempt(*, by: Actor, attempt_id: UUID, refund_id: UUID, key: str, answer: GatewayAnswer) -> None:
    """Write down what the gateway said to this attempt."""
    RefundAttempt.objects.filter(id=attempt_id).update(
        finished_at=clock.now(), outcome=answer.outcome.value, code=answer.code[:80]
    )
    settle(refund_id=refund_id, key=key, answer=answer)


@operation(Permission.MONEY_REFUND)
def record_outcome(*, by: Actor, refund_id: UUID, key: str, answer: GatewayAnswer) -> None:
    """Write down what the gateway told us unasked (a signed webhook). Twice and out of order is fine; what was sent
    another way since is not moved (see `hearing`)."""
    settle(refund_id=refund_id, key=key, answer=answer)


def key_of(refund: Refund) -> str:
    """The key under which the gateway knows this refund; a new one only after a failure for good."""
    return f"volte-{refund.id}-{refund.round}"


def _refund(refund_id: UUID) -> Refund:
    refund = hot.first(Refund, id=refund_id)
    if refund is None:
        raise NotFound("refund_unknown")
    return refund


def settle(*, refund_id: UUID, key: str, answer: GatewayAnswer) -> None:
    """Where the refund has come to by this answer; within an operation."""
    refund = hot.first(Refund, lock=True, id=refund_id)
    if refund is None:
        raise NotFound("refund_unknown")
    if key != key_of(refund) or refund.route != Route.GATEWAY:
        # Late news of a round that failed before, or of one a person has paid by hand since.
        return
    owed = Money(refund.amount, refund.currency)
    outcome, doubt = outcomes.believed(outcome=answer.outcome, told=answer.amount, owed=owed)
    if outcome is Outcome.UNKNOWN:
        _unclear(refund, answer, doubt or answer.code)
        return
    old = RefundStatus(refund.status)
    new = outcomes.after(status=old, outcome=outcome)
    if new is old:
        return
    Refund.objects.filter(id=refund.id).update(
        status=new.value,
        unclear=0,
        gateway_refund=answer.gateway_refund or refund.gateway_refund,
        failure=answer.code[:80] if new is RefundStatus.FAILED else "",
        changed_at=clock.now(),
    )
    book_change(refund=refund, old=old, new=new)
    tell(refund=refund, status=new, code=answer.code)


def _unclear(refund: Refund, answer: GatewayAnswer, doubt: str) -> None:
    """An answer nobody understands: nothing is booked, the gateway is asked again a few times, then a person is."""
    old = RefundStatus(refund.status)
    new = outcomes.after(status=old, outcome=Outcome.UNKNOWN)
    asked = refund.unclear + 1
    Refund.objects.filter(id=refund.id).update(
        status=new.value,
        unclear=asked,
        gateway_refund=answer.gateway_refund or refund.gateway_refund,
        changed_at=clock.now(),
    )
    if new is not old:
        tell(refund=refund, status=new)
    if asked == outcomes.MOST_UNCLEAR:
        discrepancies.unclear(refund=refund, answer=answer, doubt=doubt)


def book_change(*, refund: Refund, old: RefundStatus, new: RefundStatus) -> None:
    """Money is out once a refund has succeeded, and owed again when the success is taken back."""
    amount, route = Money(refund.amount, refund.currency), Route(refund.route)
    if new is RefundStatus.SUCCEEDED:
        booking.book(entry=posting.paid_out(amount=amount, route=route), refund_id=refund.id)
    elif old is RefundStatus.SUCCEEDED:
        paid = booking.standing(kind=What.PAID_OUT, refund_id=refund.id)
        assert paid is not None, "what succeeded was booked"
        booking.take_back(row=paid)


def tell(*, refund: Refund, status: RefundStatus, code: str = "") -> None:
    """Announce where the refund has come to."""
    about = (refund.id, refund.order_id, refund.subject_kind, refund.subject_id, refund.amount, refund.currency)
    match status:
        case RefundStatus.PENDING:
            announce(RefundPending(*about), subject_id=refund.subject_id)
        case RefundStatus.SUCCEEDED:
            announce(RefundSucceeded(*about, refund.route), subject_id=refund.subject_id)
        case RefundStatus.FAILED:
            announce(RefundFailed(*about, code), subject_id=refund.subject_id)
        case RefundStatus.PLANNED | RefundStatus.SENDING | RefundStatus.MANUAL | RefundStatus.REPLACED:
            pass
        case _:
            assert_never(status)
