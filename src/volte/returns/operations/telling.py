"""The customer hears of every step: one mail an occasion, in their language, through messages."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.conf import settings as django_settings

from volte.kit import time
from volte.kit.errors import Conflict
from volte.kit.money import Money
from volte.messages import operations as messages
from volte.messages.rules.facts import CreditIssued, ExchangeOnItsWay, Facts, GoodwillMade, RefundOnItsWay
from volte.messages.rules.parts import HoldStage
from volte.money import hold_queries
from volte.money import queries as money
from volte.money.notes import queries as notes
from volte.money.queries import PromiseView
from volte.money.rules.plan import LineKind
from volte.returns import letters, links, queries
from volte.returns.letters import Case
from volte.returns.models import Return, ReturnItem, Settlement, Step
from volte.returns.rules.lifecycle import Kind, Status
from volte.returns.views import ReturnView
from volte.runtime import clock, shop_settings, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import Shop
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.withdrawals import links as receipts

_Noted = TypeVar("_Noted", RefundOnItsWay, CreditIssued, ExchangeOnItsWay, GoodwillMade)


@operation(Permission.RETURNS_MESSAGE)
def tell_requested(*, by: Actor, return_id: UUID) -> None:
    """A person will look at it, or something is still to be shown. Says nothing when nobody is waited for."""
    case = _case(by, return_id)
    if case.view.waits_for == "shop":
        _send(by, case, letters.received(case))
    elif case.view.waits_for == "customer":
        _send(by, case, letters.evidence_asked(case))


@operation(Permission.RETURNS_MESSAGE)
def tell_approved(*, by: Actor, return_id: UUID) -> None:
    case = _case(by, return_id)
    _send(by, case, letters.approved(case))


@operation(Permission.RETURNS_MESSAGE)
def tell_way(*, by: Actor, return_id: UUID) -> None:
    """The new code or label, once for each; nothing while the return waits, as approving it tells them."""
    case = _case(by, return_id)
    if case.view.status is Status.APPROVED:
        _send(by, case, letters.approved(case), step=case.view.parcel_code)


@operation(Permission.RETURNS_MESSAGE)
def tell_refused(*, by: Actor, return_id: UUID) -> None:
    case = _case(by, return_id)
    _send(by, case, letters.refused(case, _reason_of_staff(return_id)))


@operation(Permission.RETURNS_MESSAGE)
def tell_cancelled(*, by: Actor, return_id: UUID) -> None:
    case = _case(by, return_id)
    last = Step.objects.filter(return_row_id=return_id, kind="cancelled").order_by("-id").first()
    _send(by, case, letters.cancelled(case, by_customer=last is None or last.actor_kind == "shopper"))


@operation(Permission.RETURNS_MESSAGE)
def tell_arrived(*, by: Actor, return_id: UUID) -> None:
    case = _case(by, return_id)
    today = time.local_date(clock.now(), case.settings.timezone)
    _send(by, case, letters.arrived(case, on=today))


@operation(Permission.RETURNS_MESSAGE)
def tell_last_day(*, by: Actor, return_id: UUID) -> None:
    """The last day is near. Told once a last day, and not when the goods left meanwhile."""
    case = _case(by, return_id)
    view = case.view
    if view.status is Status.APPROVED and view.handed_over_at is None and view.last_day is not None:
        _send(by, case, letters.expiring_soon(case, view.last_day), step=view.last_day.isoformat())


@operation(Permission.RETURNS_MESSAGE)
def tell_expired(*, by: Actor, return_id: UUID) -> None:
    """The last day passed."""
    case = _case(by, return_id)
    if case.view.last_day is not None:
        _send(by, case, letters.expired(case, case.view.last_day), step=case.view.last_day.isoformat())


@operation(Permission.RETURNS_MESSAGE)
def tell_lost(*, by: Actor, return_id: UUID) -> None:
    """The carrier lost the parcel."""
    case = _case(by, return_id)
    _send(by, case, letters.lost(case))


@operation(Permission.RETURNS_MESSAGE)
def tell_settlement(*, by: Actor, return_id: UUID, settlement_id: UUID) -> None:
    """What was promised, line by line. A settlement of nothing (fees ate it up) is told all the same."""
    row = Settlement.objects.filter(id=settlement_id).first()
    promise_id = row.detail.get("promise") if row is not None else None
    if row is None:
        return
    if promise_id is None:
        _tell_sent_again(by, return_id)
        return
    case = _asking(_case(by, return_id), settlement_id)
    promise = money.promise(promise_id=UUID(promise_id))
    if promise.credits and (row.kind == "credit" or case.view.gift_id is not None):
        _send(by, case, _with_note(case, promise, letters.credit(case, promise)), step=str(settlement_id))
    elif row.kind == "goodwill":
        gesture = letters.goodwill(case, promise, str(row.detail.get("reason", "")))
        _send(by, case, _with_note(case, promise, gesture), step=str(settlement_id))
    elif row.kind == "exchange" and promise.given_up_at is not None:
        return
    elif row.kind == "exchange" and _left_before(row.units):
        return  # the end of the hold says all of it
    elif row.kind == "exchange" and promise.is_unpaid:
        _send(by, case, letters.difference_due(case, promise), step=str(settlement_id))
    elif row.kind == "exchange":
        _send(by, case, _with_note(case, promise, letters.exchange(case, promise)), step=str(settlement_id))
    else:
        refund = letters.refund(case, promise, promise.refunds)
        _send(by, case, _with_note(case, promise, refund), step=str(settlement_id))


def _tell_sent_again(by: Actor, return_id: UUID) -> None:
    """What never arrived leaves once more. Of a return, its approval said what comes instead."""
    case = _case(by, return_id)
    if case.view.kind is Kind.CLAIM:
        _send(by, case, letters.approved(case))


@operation(Permission.RETURNS_MESSAGE)
def tell_difference_again(*, by: Actor, return_id: UUID) -> None:
    """The difference is not paid yet and the days are nearly over. Told once for each."""
    case = _case(by, return_id)
    for promise in money.promises(subject_id=return_id):
        if promise.is_unpaid:
            _send(by, case, letters.difference_due(case, promise, again=True), step=f"{promise.id}:again")


@operation(Permission.RETURNS_MESSAGE)
def tell_difference_paid(*, by: Actor, return_id: UUID, promise_id: UUID) -> None:
    """The exchange leaves now. Nobody's news when it is no return."""
    made = Settlement.objects.filter(return_row_id=return_id, detail__promise=str(promise_id)).first()
    if made is None or _left_before(made.units):
        return
    promise = money.promise(promise_id=promise_id)
    case = _asking(_case(by, return_id), None)
    _send(by, case, _with_note(case, promise, letters.exchange(case, promise)), step=f"paid-{promise_id}")


@operation(Permission.RETURNS_MESSAGE)
def tell_difference_given(*, by: Actor, return_id: UUID, promise_id: UUID) -> None:
    """The exchange leaves now, and nothing is to be paid for it. Nobody's news when it is no return."""
    if not Return.objects.filter(id=return_id).exists():
        return
    promise = money.promise(promise_id=promise_id)
    made = Settlement.objects.filter(return_row_id=return_id, detail__promise=str(promise_id)).first()
    why = str(made.detail.get("reason", "")) if made is not None else ""
    case = _asking(_case(by, return_id), None)
    given = letters.exchange(case, promise, given=promise.due, why=why)
    _send(by, case, _with_note(case, promise, given), step=f"given-{promise_id}")


@operation(Permission.RETURNS_MESSAGE)
def tell_hold(*, by: Actor, return_id: UUID, hold_id: UUID, stage: HoldStage) -> None:
    """What left first and what is held for it: told at each stage once. Nobody's news when it is no return."""
    if not Return.objects.filter(id=return_id).exists():
        return
    held = hold_queries.hold(hold_id=hold_id)
    if held.held_at is None:
        return
    case = _case(by, return_id)
    _send(by, case, letters.hold(case, held, stage), step=f"{hold_id} {stage.value}")


@operation(Permission.RETURNS_MESSAGE)
def tell_hold_again(*, by: Actor, return_id: UUID, hold_id: UUID, day: date) -> None:
    """The day is near, and what comes instead was not handed over. Told once on each day."""
    case, held = _case(by, return_id), hold_queries.hold(hold_id=hold_id)
    _send(by, case, letters.hold(case, held, HoldStage.AGAIN), step=f"{hold_id} again {day.isoformat()}")


def _left_before(units: Mapping[str, int]) -> bool:
    """Did it leave before, for money held on a card?"""
    return bool(ReturnItem.objects.filter(id__in=list(units)).exclude(sent_at=None).exists())


@operation(Permission.RETURNS_MESSAGE)
def tell_refund_failed(*, by: Actor, return_id: UUID, refund_id: UUID, amount: Money) -> None:
    """The money did not arrive, and somebody is on it: told once a refund, however often it is tried again. Nobody's
    news when it is no return."""
    if Return.objects.filter(id=return_id).exists():
        case = _case(by, return_id)
        _send(by, case, letters.refund_failed(case, amount), step=str(refund_id))


@operation(Permission.RETURNS_MESSAGE)
def tell_credit_instead(*, by: Actor, return_id: UUID, promise_id: UUID) -> None:
    """The code of the credit that a customer took for a refund that failed."""
    issued = money.promise(promise_id=promise_id).credits[-1]
    _send(by, _case(by, return_id), letters.credit_instead(_case(by, return_id), issued), step=f"instead-{issued.id}")


@operation(Permission.RETURNS_MESSAGE)
def tell_difference(*, by: Actor, return_id: UUID, missing: Mapping[UUID, int], note: str) -> None:
    """What was not in the box, and what a person decided; the same closing is told once."""
    case = _case(by, return_id)
    _send(by, case, letters.difference(case, missing, note), step=str(sorted(map(str, missing))))


@operation(Permission.RETURNS_MESSAGE)
def tell_answer(*, by: Actor, return_id: UUID, text: str, step: str) -> None:
    case = _case(by, return_id)
    _send(by, case, letters.answer(case, author=by.name, text=text), step=step)


def _send(by: Actor, case: Case, facts: Facts, *, step: str = "") -> None:
    if not case.view.email:
        return
    messages.queue(
        by=by, to=case.view.email, language=case.view.language, facts=facts, subject_id=case.view.id, step=step
    )


def _case(by: Actor, return_id: UUID) -> Case:
    view = queries.by_id(return_id=return_id)
    if view.order_id is None:
        raise Conflict("return_without_order", number=view.number)
    base = case_page(view, shop_id=by.shop_id)
    label = f"{base}?label={view.number}" if view.parcel_id is not None else ""
    return Case(view, f"{base}?return={view.number}", label, "", shop_settings.of_shop(by.shop_id))


def _with_note(case: Case, promise: PromiseView, said: _Noted) -> _Noted:
    """With the link to the credit note, where one is written: it may be set in type a moment after this mail; and to
    what shows why something was taken off for use. The note of a gift corrects the buyer's purchase, and is for the
    books alone."""
    if not isinstance(said, GoodwillMade) and any(line.kind is LineKind.DEDUCTION for line in promise.lines):
        said = dataclasses.replace(said, worn_link=case.link)
    if case.settings.entity is None or case.view.gift_id is not None or not notes.is_due(promise_id=promise.id):
        return said
    return dataclasses.replace(said, note_link=case.link.replace("?return=", "?note="))


def _asking(case: Case, settlement_id: UUID | None) -> Case:
    """With the link to the one question, when this settlement (None: a paid difference) is the last of the return:
    settled at once in two ways, it is asked about once."""
    if case.view.status is not Status.SETTLED:
        return case
    if settlement_id is not None:
        made = Settlement.objects.filter(return_row_id=case.view.id).exclude(kind="goodwill").order_by("id")
        if made.values_list("id", flat=True).last() != settlement_id:
            return case
    return dataclasses.replace(case, feedback_link=case.link.replace("?return=", "?feedback="))


def case_page(view: ReturnView, *, shop_id: UUID) -> str:
    """A signed link to what somebody may see: the order they bought, or the return of what they were given."""
    if view.gift_id is not None:
        return f"{_shop_page(shop_id)}/gift/l/{links.gift_token(shop_id=shop_id, return_id=view.id)}"
    assert view.order_id is not None, "only what was bought is sent back"
    return _base(shop_id, view.order_id)


def page_of(*, shop_id: UUID, number: str) -> str:
    """The address of a return's page for whoever may see the order already: it holds no signature."""
    return f"{_shop_page(shop_id)}/returns/{number}/"


def order_page(*, shop_id: UUID, order_id: UUID) -> str:
    """A signed link to an order."""
    return _base(shop_id, order_id)


def gift_page(*, shop_id: UUID, code: str) -> str:
    """The address behind the code of a gift, to print or to send on."""
    return f"{_shop_page(shop_id)}/gift/{code}"


def shop_page(*, shop_id: UUID) -> str:
    """Where anybody begins."""
    return f"{_shop_page(shop_id)}/"


def receipt_page(*, shop_id: UUID, withdrawal_id: UUID) -> str:
    """A signed link to the receipt of a withdrawal."""
    token = receipts.token(shop_id=shop_id, withdrawal_id=withdrawal_id)
    return f"{_shop_page(shop_id)}/withdrawal/receipts/{token}"


def _base(shop_id: UUID, order_id: UUID) -> str:
    return f"{_shop_page(shop_id)}/l/{links.token(shop_id=shop_id, order_id=order_id)}"


def _shop_page(shop_id: UUID) -> str:
    handle = tenancy.remembered(
        ("handle", shop_id), lambda: Shop.objects.values_list("handle", flat=True).get(id=shop_id)
    )
    return f"{django_settings.PUBLIC_URL}/s/{handle}"


def _reason_of_staff(return_id: UUID) -> str:
    last = Step.objects.filter(return_row_id=return_id, kind="refused_by_staff").order_by("-id").first()
    return str(last.detail.get("reason", "")) if last else ""
