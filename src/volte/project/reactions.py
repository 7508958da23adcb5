"""All consequences of all events, on one page.

Each reaction is one call of one operation, in a transaction of its own, done once (see `runtime.dispatch`). News goes
up: an area announces, and only this page knows who cares.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from volte.kit import ids
from volte.kit.money import Money
from volte.kit.words import Disposition
from volte.messages import operations as messages
from volte.messages.rules import to_staff
from volte.messages.rules.parts import HoldStage
from volte.money.events import (
    CreditIssued,
    CreditLapsing,
    DifferenceGiven,
    DifferencePaid,
    DifferencePaidTwice,
    ExchangePromised,
    HoldPlaced,
    HoldReleased,
    HoldTaken,
    HoldTrouble,
    RefundFailed,
    RefundPromised,
    RefundSucceeded,
)
from volte.money.notes import issuing as notes
from volte.returns import events as returns
from volte.returns import jobs as return_jobs
from volte.returns.operations import crediting, following, instant, paying, restocking, settling, telling, withdrawing
from volte.returns.operations.inspecting import UNDO_WITHIN
from volte.runtime import people
from volte.runtime.actor import Actor
from volte.runtime.dispatch import Reaction
from volte.runtime.events import Event
from volte.runtime.permissions import OF_ROLE, Permission
from volte.warehouse.events import DispositionChanged, InspectionUndone, UnitGraded
from volte.webhooks import queries as webhooks
from volte.webhooks.events import EndpointFailing, EndpointPaused
from volte.withdrawals.events import (
    WithdrawalAccepted,
    WithdrawalCommercial,
    WithdrawalDeclared,
    WithdrawalRepeated,
)


def tell_requested(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, returns.ReturnRequested)
    telling.tell_requested(by=Actor.system(shop_id), return_id=event.return_id)


def tell_approved(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, returns.ReturnApproved)
    telling.tell_approved(by=Actor.system(shop_id), return_id=event.return_id)


def tell_way(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, returns.ReturnWayChosen)
    telling.tell_way(by=Actor.system(shop_id), return_id=event.return_id)


def tell_refused(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, returns.ReturnRefused)
    telling.tell_refused(by=Actor.system(shop_id), return_id=event.return_id)


def tell_cancelled(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, returns.ReturnCancelled)
    telling.tell_cancelled(by=Actor.system(shop_id), return_id=event.return_id)


def tell_arrived(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, returns.ReturnArrived)
    telling.tell_arrived(by=Actor.system(shop_id), return_id=event.return_id)


def tell_expired(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, returns.ReturnExpired)
    telling.tell_expired(by=Actor.system(shop_id), return_id=event.return_id)


def tell_lost(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, returns.ReturnLost)
    telling.tell_lost(by=Actor.system(shop_id), return_id=event.return_id)


def tell_settlement(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, returns.SettlementMade)
    telling.tell_settlement(by=Actor.system(shop_id), return_id=event.return_id, settlement_id=event.settlement_id)


def release_exchange(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, DifferencePaid)
    paying.difference_paid(by=Actor.system(shop_id), return_id=event.subject_id, promise_id=event.promise_id)


def tell_difference_paid(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, DifferencePaid)
    telling.tell_difference_paid(by=Actor.system(shop_id), return_id=event.subject_id, promise_id=event.promise_id)


def tell_difference_given(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, DifferenceGiven)
    telling.tell_difference_given(by=Actor.system(shop_id), return_id=event.subject_id, promise_id=event.promise_id)


def raise_paid_twice(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, DifferencePaidTwice)
    amount = Money(event.amount, event.currency)
    paying.difference_paid_twice(
        by=Actor.system(shop_id), return_id=event.subject_id, refund_id=event.refund_id, amount=amount
    )


def send_first(shop_id: UUID, event: Event) -> None:
    """The price is held on a card: what was chosen leaves, and the customer hears of it."""
    assert isinstance(event, HoldPlaced)
    by = Actor.system(shop_id)
    if instant.send_first(by=by, return_id=event.subject_id, hold_id=event.hold_id):
        telling.tell_hold(by=by, return_id=event.subject_id, hold_id=event.hold_id, stage=HoldStage.SENT)


def follow_hold(shop_id: UUID, event: Event) -> None:
    """Something was settled, or a difference is owed no more: is all of it back that money is held for?"""
    assert isinstance(event, returns.SettlementMade | DifferencePaid | DifferenceGiven)
    about = event.return_id if isinstance(event, returns.SettlementMade) else event.subject_id
    instant.follow_hold(by=Actor.system(shop_id), return_id=about)


def end_hold(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, HoldReleased | HoldTaken)
    instant.hold_ended(by=Actor.system(shop_id), return_id=event.subject_id, hold_id=event.hold_id)


def tell_hold_ended(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, HoldReleased | HoldTaken)
    stage = HoldStage.TAKEN if isinstance(event, HoldTaken) else HoldStage.LET_GO
    by = Actor.system(shop_id)
    telling.tell_hold(by=by, return_id=event.subject_id, hold_id=event.hold_id, stage=stage)


def raise_hold(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, HoldTrouble)
    instant.hold_needs_a_person(by=Actor.system(shop_id), return_id=event.subject_id, hold_id=event.hold_id)


def settle_inspected(shop_id: UUID, event: Event) -> None:
    """At once for machines; a person may take the look back first."""
    assert isinstance(event, returns.ReturnInspected)
    if event.undo_open:
        return_jobs.settle_in(shop_id=shop_id, return_id=event.return_id, wait=UNDO_WITHIN)
    else:
        settling.settle_due(by=Actor.system(shop_id), return_id=event.return_id)


def tell_stock(shop_id: UUID, event: Event) -> None:
    """The shop's stock follows what a person or the rules decided, once that stands; never that something arrived."""
    match event:
        case UnitGraded(disposition=Disposition.RESTOCK.value) | DispositionChanged():
            if event.undo_open:
                return_jobs.tell_stock_in(shop_id=shop_id, unit_id=event.unit_id, wait=STANDS_AFTER)
            else:
                restocking.tell_stock(by=Actor.system(shop_id), unit_id=event.unit_id)
        case InspectionUndone():
            restocking.tell_stock(by=Actor.system(shop_id), unit_id=event.unit_id)


def tell_paused(shop_id: UUID, event: Event) -> None:
    """Whoever looks after webhooks gets a mail: one that stopped by itself may not stop silently."""
    assert isinstance(event, EndpointPaused)
    _tell_of_webhook(
        shop_id,
        event,
        to_staff.EndpointPaused,
        since=datetime.fromisoformat(event.failing_since),
        gone=event.because == "gone",
    )


def tell_failing(shop_id: UUID, event: Event) -> None:
    """The same people, while there is time to repair it."""
    assert isinstance(event, EndpointFailing)
    _tell_of_webhook(
        shop_id,
        event,
        to_staff.EndpointFailing,
        since=datetime.fromisoformat(event.failing_since),
        until=datetime.fromisoformat(event.pauses_at),
    )


def _tell_of_webhook(
    shop_id: UUID,
    event: EndpointPaused | EndpointFailing,
    told: type[to_staff.EndpointPaused] | type[to_staff.EndpointFailing],
    **more: Any,
) -> None:
    endpoint = next((one for one in webhooks.subscriptions() if one.id == event.subscription_id), None)
    if endpoint is None:
        return  # somebody was quicker and removed it
    public = ids.public("whk", event.subscription_id)
    about: dict[str, Any] = {
        "number": endpoint.description or public,
        "link": f"{settings.PUBLIC_URL}/staff/settings/webhooks/{public}/",
        "url": endpoint.url,
    }
    for member in people.members():
        if Permission.WEBHOOKS_WRITE not in OF_ROLE[member.role]:
            continue
        messages.queue(
            by=Actor.system(shop_id),
            to=member.email,
            language=member.language,
            facts=told(name=member.name, **about, **more),
            subject_id=event.subscription_id,
            subject_kind="webhook",
            step=f"{event.failing_since} {member.id}",
        )


def note_for_risk(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, returns.ReturnInspected)
    following.note_for_risk(by=Actor.system(shop_id), return_id=event.return_id, unit_id=event.unit_id)


def write_note(shop_id: UUID, event: Event) -> None:
    """Not within the settlement: whoever counts makes all others of the shop wait."""
    assert isinstance(event, RefundPromised | ExchangePromised | CreditIssued | DifferencePaid | DifferenceGiven)
    if event.promise_id is not None:
        notes.issue(by=Actor.system(shop_id), promise_id=event.promise_id)


def tell_credit_ending(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, CreditLapsing)
    crediting.tell_credit_ending(
        by=Actor.system(shop_id),
        credit_id=event.credit_id,
        amount=Money(event.amount, event.currency),
        bonus=Money(event.bonus, event.currency),
        ends_at=datetime.fromisoformat(event.expires_at),
    )


def note_refund(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, RefundSucceeded)
    amount = Money(event.amount, event.currency)
    following.refund_succeeded(by=Actor.system(shop_id), return_id=event.subject_id, amount=amount)


def raise_failed_refund(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, RefundFailed)
    amount = Money(event.amount, event.currency)
    following.refund_failed(by=Actor.system(shop_id), return_id=event.subject_id, amount=amount, code=event.code)


def tell_failed_refund(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, RefundFailed)
    amount = Money(event.amount, event.currency)
    telling.tell_refund_failed(
        by=Actor.system(shop_id), return_id=event.subject_id, refund_id=event.refund_id, amount=amount
    )


def acknowledge_withdrawal(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, WithdrawalDeclared)
    withdrawing.acknowledge(by=Actor.system(shop_id), withdrawal_id=event.withdrawal_id)


def acknowledge_again(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, WithdrawalRepeated)
    withdrawing.acknowledge(by=Actor.system(shop_id), withdrawal_id=event.withdrawal_id, again=event.repeated_id)


def take_up_withdrawal(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, WithdrawalDeclared | WithdrawalRepeated)
    withdrawing.take_up(by=Actor.system(shop_id), withdrawal_id=event.withdrawal_id)


def tell_limits(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, WithdrawalAccepted | WithdrawalCommercial)
    withdrawing.tell_limits(by=Actor.system(shop_id), withdrawal_id=event.withdrawal_id)


def follow_withdrawal(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, returns.ReturnSettled | returns.ReturnCancelled)
    withdrawing.follow(by=Actor.system(shop_id), return_id=event.return_id)


# The first second in which nobody can take a decision back.
STANDS_AFTER = UNDO_WITHIN + timedelta(seconds=1)
REACTIONS: Mapping[str, Sequence[Reaction]] = {
    returns.ReturnRequested.kind: (tell_requested,),
    returns.ReturnApproved.kind: (tell_approved,),
    returns.ReturnRefused.kind: (tell_refused,),
    returns.ReturnWayChosen.kind: (tell_way,),
    returns.ReturnCancelled.kind: (tell_cancelled, follow_withdrawal),
    returns.ReturnSettled.kind: (follow_withdrawal,),
    returns.ReturnExpired.kind: (tell_expired,),
    returns.ReturnLost.kind: (tell_lost,),
    returns.ReturnArrived.kind: (tell_arrived,),
    returns.ReturnInspected.kind: (settle_inspected, note_for_risk),
    returns.SettlementMade.kind: (tell_settlement, follow_hold),
    RefundPromised.kind: (write_note,),
    ExchangePromised.kind: (write_note,),
    CreditIssued.kind: (write_note,),
    CreditLapsing.kind: (tell_credit_ending,),
    DifferencePaid.kind: (release_exchange, tell_difference_paid, write_note, follow_hold),
    DifferenceGiven.kind: (tell_difference_given, write_note, follow_hold),
    DifferencePaidTwice.kind: (raise_paid_twice,),
    HoldPlaced.kind: (send_first,),
    HoldReleased.kind: (end_hold, tell_hold_ended),
    HoldTaken.kind: (end_hold, tell_hold_ended),
    HoldTrouble.kind: (raise_hold,),
    RefundSucceeded.kind: (note_refund,),
    RefundFailed.kind: (raise_failed_refund, tell_failed_refund),
    EndpointPaused.kind: (tell_paused,),
    EndpointFailing.kind: (tell_failing,),
    UnitGraded.kind: (tell_stock,),
    DispositionChanged.kind: (tell_stock,),
    InspectionUndone.kind: (tell_stock,),
    WithdrawalDeclared.kind: (acknowledge_withdrawal, take_up_withdrawal),
    WithdrawalRepeated.kind: (acknowledge_again, take_up_withdrawal),
    WithdrawalAccepted.kind: (tell_limits,),
    WithdrawalCommercial.kind: (tell_limits,),
}
