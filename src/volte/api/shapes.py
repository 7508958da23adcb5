"""What programs get back: our views as JSON, sentences in the caller's language. The feed and what it is sent to:
`feed_shapes`."""

from functools import lru_cache
from typing import Any

from volte.catalogue.documents import outgoing as orders
from volte.kit import ids
from volte.kit.money import Money
from volte.kit.text import Message
from volte.kit.words import Resolution
from volte.law.rules.interest import Interest
from volte.law.rules.lateness import Cost
from volte.money.queries import CreditView, RefundView
from volte.money.rules.plan import RefundPlan
from volte.returns import decisions, wire
from volte.returns.considering import Considered
from volte.returns.due import ClockView
from volte.returns.feedback import FeedbackView
from volte.returns.rules.clocks.cost import Lateness
from volte.returns.views import ItemView, ReturnView
from volte.returns.weighing import Weighed
from volte.runtime import texts
from volte.warehouse.operations import Received
from volte.warehouse.queries import UnitView


def said(message: Message | None, language: str) -> str | None:
    return texts.say(message, language) if message is not None else None


def returned(view: ReturnView, language: str) -> dict[str, Any]:
    """A return with everything a program needs to go on."""
    own = ids.public("ret", view.id)
    return {
        "id": own,
        "number": view.number,
        "kind": view.kind.value,
        "gift": ids.public("gft", view.gift_id) if view.gift_id else None,
        "order": ids.public("ord", view.order_id) if view.order_id else None,
        "order_number": view.order_number,
        "status": view.status.value,
        "waits_for": view.waits_for or None,
        "deadline_at": wire.moment(view.deadline_at) if view.deadline_at else None,
        "method": view.method.value,
        "language": view.language,
        "requested_at": wire.moment(view.requested_at),
        "approved_at": wire.moment(view.approved_at) if view.approved_at else None,
        "last_day": view.last_day.isoformat() if view.last_day else None,
        "settled_at": wire.moment(view.settled_at) if view.settled_at else None,
        "updated_at": wire.moment(view.updated_at),
        "value": wire.money(view.value),
        "doubt": view.doubt or None,
        "due": wire.money(view.due) if view.due else None,
        "items": [item(one, view.value.currency, language) for one in view.items],
        "promise": promise(view, language),
        "inquiry_until": wire.moment(view.inquiry_until) if view.inquiry_until else None,
        "label_code": view.parcel_code or None,
        "label_url": f"/api/v1/returns/{own}/label.pdf" if view.parcel_id else None,
        "next_actions": [act.value for act in view.next_acts],
    }


def feedback(said: FeedbackView | None) -> dict[str, Any] | None:
    """What the customer said at the end; null when nobody answered."""
    if said is None:
        return None
    times = {"given_at": wire.moment(said.given_at), "changed_at": wire.moment(said.changed_at)}
    return {"score": said.score, "comment": said.comment, **times}


def deadline(one: ClockView, language: str) -> dict[str, Any]:
    """One deadline of a return, and what being late costs by law, where one names a price."""
    return {
        "deadline": one.code.value,
        "what": texts.say(f"clock-{one.code}", language),
        "who": one.who.value,
        "origin": one.origin.value,
        "state": one.state.value,
        "due_at": wire.moment(one.due) if one.due else None,
        "last_day": one.last_day.isoformat() if one.last_day else None,
        "awaits": one.awaits.value if one.awaits and not one.due else None,
        "done_at": wire.moment(one.done_at) if one.done_at else None,
        "articles": list(one.citations),
        "unverified": list(one.unverified),
        "lateness": _lateness(one.lateness) if one.lateness else None,
    }


def _lateness(late: Lateness) -> dict[str, Any]:
    return {
        "days": late.days_late,
        "so_far": _cost(late.so_far, late.interest),
        "next_on": late.next_on.isoformat() if late.next_on else None,
        "then": _cost(late.then, late.daily) if late.then else None,
    }


def _cost(cost: Cost, interest: Interest | None) -> dict[str, Any]:
    """`amount` is null where it is legal interest: what that comes to stands in `interest`, null where no rate is
    known. From `missing_from` on the last known rate stands in for one we do not have."""
    return {
        "amount": wire.money(cost.extra) if cost.extra is not None else None,
        "percent": cost.percent,
        "damages": cost.damages,
        "interest": {
            "amount": wire.money(interest.amount),
            "rate": interest.rate.written(),
            "missing_from": interest.missing_from.isoformat() if interest.missing_from else None,
        }
        if interest
        else None,
    }


def promise(view: ReturnView, language: str) -> dict[str, Any]:
    """What the customer can count on: how much, and which news starts it, how many days later at most."""
    refund = next((one.decision["refund"] for one in view.items if one.decision.get("refund")), None)
    return {
        "amount": wire.money(view.value),
        "refund_after": refund["trigger"] if refund else None,
        "within_days": refund["within_days"] if refund else None,
        "legal_days": refund["legal_days"] if refund else None,
    }


def item(view: ItemView, currency: str, language: str) -> dict[str, Any]:
    return {
        "id": ids.public("itm", view.id),
        "line": view.line,
        "sku": view.sku,
        "title": view.title,
        "quantity": view.quantity,
        "reason": view.reason or None,
        "fault": view.fault.value if view.fault else None,
        "comment": view.comment,
        "resolution": view.resolution.value,
        "exchange": {"sku": view.exchange_sku} if view.exchange_sku else None,
        "whereabouts": view.whereabouts.value,
        "outcome": view.outcome.value,
        "arrived": view.arrived,
        "inspected": view.inspected,
        "settled": view.settled,
        "rejected": view.rejected,
        "missing": view.missing,
        "deduction": wire.money(Money(view.deduction, currency)) if view.deduction else None,
        "decision": decision(dict(view.decision), language),
    }


def decision(kept: dict[str, Any], language: str) -> dict[str, Any]:
    """A kept decision with its sentences written. What was decided before Volte has no reasons we know of."""

    def told(message: Any) -> str | None:
        return said(wire.message_back(message), language)

    written = dict(kept)
    for name in ("sentence", "hint"):
        written[name] = told(kept.get(name))
    written["reasons"] = [{"code": reason["code"], "text": told(reason)} for reason in kept.get("reasons", ())]
    otherwise = kept.get("counterfactual")
    if otherwise:
        changes = [{**change, "said": told(change["said"])} for change in otherwise["changes"]]
        written["counterfactual"] = {**otherwise, "said": told(otherwise["said"]), "changes": changes}
    written["statutory"] = [{**right, "why": told(right["why"])} for right in kept.get("statutory", ())]
    return written


@lru_cache(maxsize=4096)
def _remembered(message: Message, language: str) -> str:
    """Lines of a trace or a plan say much the same of every item; they name rules, terms and articles, no person."""
    return texts.say(message, language)


def considered(answer: Considered, language: str) -> dict[str, Any]:
    """What would be decided, and what would be paid, line by line."""

    def told(message: Message) -> str:
        return _remembered(message, language)

    def reason(message: Message) -> dict[str, str]:
        return {"code": message.code, "text": told(message)}

    return {
        "order": ids.public("ord", answer.order.order_id),
        "items": [
            {
                "line": one.line.id,
                "quantity": one.wanted.quantity,
                "resolution": one.wanted.resolution.value,
                "fault": one.fault.value if one.fault else None,
                **({"exchanged": orders.exchanged(came=one.line.exchanged)} if one.line.exchanged else {}),
                "decision": decisions.kept(one.decision, one.otherwise, facts=one.facts, text=told, reason=reason),
            }
            for one in answer.items
        ],
        "shipping_fee": wire.money(answer.shipping_fee),
        "plans": [plan(resolution, one, language) for resolution, one in answer.plans.items()],
        "value": wire.money(answer.value),
    }


def weighed(answer: Weighed, language: str) -> dict[str, Any]:
    """The same of units that never arrived or have not left."""
    until = answer.inquiry_until
    return {
        "order": ids.public("ord", answer.order.order_id),
        "kind": answer.kind.value,
        "items": [
            {
                "line": one.line.id,
                "quantity": one.wanted.quantity,
                "resolution": one.wanted.resolution.value,
                "decision": decision(dict(one.kept), language),
            }
            for one in answer.items
        ],
        "inquiry_until": wire.moment(until) if until else None,
        "plans": [plan(Resolution.REFUND, answer.plan, language)] if answer.plan.lines else [],
        "value": wire.money(answer.value),
    }


def plan(resolution: Resolution, one: RefundPlan, language: str) -> dict[str, Any]:
    return {
        "resolution": resolution.value,
        "total": wire.money(one.total()),
        "lines": [
            {"kind": line.kind.value, "amount": wire.money(line.amount), "why": _remembered(line.reason, language)}
            for line in one.lines
        ],
    }


def received(answer: Received) -> dict[str, Any]:
    return {
        "id": ids.public("arr", answer.arrival.id),
        "code": answer.arrival.code,
        "location": answer.arrival.location,
        "blind": answer.arrival.blind,
        "units": [unit(one) for one in answer.arrival.units],
        "missing": [
            {"return": ids.public("ret", one.subject), "item": ids.public("itm", one.line), "quantity": one.quantity}
            for one in answer.missing
        ],
    }


def unit(one: UnitView) -> dict[str, Any]:
    return {
        "id": ids.public("unt", one.id),
        "return": ids.public("ret", one.subject_id) if one.subject_id else None,
        "item": ids.public("itm", one.line_id) if one.line_id else None,
        "sku": one.sku,
        "match": one.match.value,
        "status": one.status.value,
        "grade": one.grade.value if one.grade else None,
        "disposition": one.disposition.value if one.disposition else None,
        "location": one.location,
    }


def refund(one: RefundView) -> dict[str, Any]:
    return {
        "id": ids.public("rfd", one.id),
        "return": ids.public("ret", one.subject_id),
        "amount": wire.money(one.amount),
        "status": one.status.value,
        "route": one.route.value,
        "payment": one.payment,
        "payment_kind": one.payment_kind.value,
        "gateway_reference": one.gateway_refund or None,
        "failure": one.failure or None,
        "redirected_from": ids.public("rfd", one.redirected_from) if one.redirected_from else None,
        "credit": {"code": one.put_on.code, "refilled": one.put_on.refilled} if one.put_on else None,
        "planned_at": wire.moment(one.planned_at),
        "changed_at": wire.moment(one.changed_at),
    }


def credit(one: CreditView) -> dict[str, Any]:
    """`base` and `bonus` as issued; `balance` is the sum of what is left of the two, `usable` what a payment may take
    of it now."""
    return {
        "id": ids.public("crd", one.id),
        "code": one.code,
        "status": one.state.value,
        "balance": wire.money(one.balance),
        "usable": wire.money(one.usable),
        "base": wire.money(one.base),
        "base_left": wire.money(one.base_left),
        "bonus": wire.money(one.bonus),
        "bonus_left": wire.money(one.bonus_left),
        "issued_at": wire.moment(one.issued_at),
        "expires_at": wire.moment(one.expires_at) if one.expires_at else None,
        "bonus_expires_at": wire.moment(one.bonus_expires_at) if one.bonus_expires_at else None,
    }
