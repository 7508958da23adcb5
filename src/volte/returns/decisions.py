"""A decision as an item keeps it: enough to show, to explain to an agent, and to settle by."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from volte.kit import time
from volte.kit.money import Money
from volte.kit.rates import NOTHING, Rate
from volte.kit.text import Message
from volte.kit.words import Method, Resolution
from volte.law.rules.provisions import Citation
from volte.law.rules.refunding import News, RefundTerm
from volte.law.rules.words import RefundStart, Unit
from volte.policy.rules import explain
from volte.policy.rules.counterfactual import Counterfactual
from volte.policy.rules.decision import Decision, MethodOffer
from volte.policy.rules.facts import Facts
from volte.policy.rules.refund import RefundPlan
from volte.policy.rules.words import Basis
from volte.returns import wire

NO_TERM = RefundTerm(None)
Texts = Callable[[Message], Any]


def dated(kept_decision: dict[str, Any], *, requested_at: datetime) -> dict[str, Any]:
    """The kept decision with its terms as moments of a return requested then: the last lawful one to pay back where
    the notice starts it (`refund.lawful_at`, before proof of sending counts), and until when a return may be asked for
    (`last_at`)."""
    terms, last_day, zone = kept_decision["refund"], kept_decision["last_day"], kept_decision["zone"]
    by_notice = replace(legal_term(terms), may_withhold=False) if terms["starts"] == RefundStart.NOTICE else None
    term = by_notice.lawful_by(News(time.local_date(requested_at, zone))) if by_notice else None
    lawful_at = wire.moment(time.end_of(term, zone)) if term else None
    last_at = wire.moment(time.end_of(date.fromisoformat(last_day), zone)) if last_day else None
    return {**kept_decision, "last_at": last_at, "refund": {**terms, "lawful_at": lawful_at}}


def legal_term(terms: Mapping[str, Any]) -> RefundTerm:
    """The legal term of a kept refund; those kept before other countries' ways came count from the notice."""
    return RefundTerm(
        terms["legal_days"],
        Unit(terms.get("unit", Unit.CALENDAR)),
        RefundStart(terms.get("starts", RefundStart.NOTICE)),
        terms.get("may_withhold", True),
        terms.get("country", ""),
        terms.get("indexed", False),
    )


def kept(
    decision: Decision,
    otherwise: Counterfactual | None = None,
    *,
    facts: Facts,
    text: Texts = wire.message,
    reason: Texts = wire.message,
) -> dict[str, Any]:
    """The decision as JSON, with the nearest other answer, and the place and day of the contract, which choose the law
    its deadlines fall under. Texts stay codes, written when somebody reads them; who reads at once gives ways to write
    a `text`, and the line of a `reason`."""
    reasons = (*explain.trace(decision), *(() if otherwise is None else (otherwise.said,)))
    order = facts.order
    bonus = next((offer.bonus for offer in decision.resolutions if offer.bonus is not None), None)
    return {
        "verdict": decision.verdict.value,
        "basis": decision.basis.value if decision.basis else None,
        "sentence": text(decision.sentence),
        "hint": text(decision.hint) if decision.hint else None,
        "zone": decision.zone,
        "contract": {
            "country": order.country,
            "region": order.region,
            "concluded_on": order.placed_on.isoformat(),
        },
        "last_day": decision.last_day.isoformat() if decision.last_day else None,
        "send_by": decision.send_by.isoformat() if decision.send_by else None,
        "must_act": decision.must_act.value,
        "evidence": [kind.value for kind in decision.evidence],
        "resolutions": [offer.resolution.value for offer in decision.resolutions],
        "credit_bonus": bonus.written() if bonus else None,
        "methods": [
            {"method": offer.method.value, "price": wire.money(offer.price), "own_postage": offer.own_postage}
            for offer in decision.methods
        ],
        "restocking_fee": decision.restocking_fee.written(),
        "exchange_fee": decision.exchange_fee.written(),
        "outbound_refunded": decision.outbound_refunded,
        "deduction_allowed": decision.deduction_allowed,
        "seal_must_hold": decision.seal_must_hold,
        "refund": _refund(decision.refund),
        "statutory": [
            {
                "right": right.name,
                "standing": right.standing.value,
                "why": text(right.why),
                "last_day": right.last_day.isoformat() if right.last_day else None,
                "citations": [_cited(citation) for citation in right.citations],
                "unverified": [_cited(citation) for citation in right.unverified],
            }
            for right in decision.statutory
        ],
        "counterfactual": None if otherwise is None else _otherwise(otherwise, text),
        "reasons": [reason(one) for one in reasons],
    }


def _refund(terms: RefundPlan) -> dict[str, Any]:
    return {
        "trigger": terms.trigger.value,
        "within_days": terms.within.days,
        "legal_days": terms.legal.days,
        "unit": terms.legal.unit.value,
        "starts": terms.legal.starts.value,
        "may_withhold": terms.legal.may_withhold,
        "country": terms.legal.country,
        "indexed": terms.legal.indexed,
    }


def _otherwise(found: Counterfactual, text: Texts) -> dict[str, Any]:
    return {
        "verdict": found.verdict.value,
        "said": text(found.said),
        "changes": [{"fact": change.fact.value, "said": text(change.said)} for change in found.changes],
    }


def _cited(citation: Citation) -> str:
    return f"{citation.title}, {citation.article}"


def methods_of(kept_decision: Mapping[str, Any]) -> tuple[MethodOffer, ...]:
    """The ways it may be sent back, with the price each was offered at."""
    return tuple(
        MethodOffer(
            Method(offer["method"]),
            Money(offer["price"]["amount"], offer["price"]["currency"]),
            own_postage=offer.get("own_postage", False),
        )
        for offer in kept_decision.get("methods", ())
    )


def fee_of(kept_decision: Mapping[str, Any], resolution: Resolution) -> Rate:
    """What is kept of the price; decisions from before exchanges had a fee of their own have one for all."""
    general = kept_decision.get("restocking_fee", "0 %")
    exchanged = kept_decision.get("exchange_fee", general)
    return Rate.parse(exchanged if resolution is Resolution.EXCHANGE else general)


def by_right(kept_decision: Mapping[str, Any]) -> bool:
    """Is it the law that gives these units back, and not the shop's own will?"""
    return kept_decision.get("basis") in (Basis.WITHDRAWAL, Basis.CONFORMITY)


def is_remedy(kept_decision: Mapping[str, Any]) -> bool:
    """Does the customer get something because what they had was not as it should be?"""
    return kept_decision.get("basis") == Basis.CONFORMITY


def instead_of_exchange(kept_decision: Mapping[str, Any]) -> Resolution:
    """What goes back for goods that are with the shop when their exchange comes to nothing: money, unless the decision
    knew credit only."""
    offered = kept_decision.get("resolutions", [])
    only_credit = Resolution.CREDIT.value in offered and Resolution.REFUND.value not in offered
    return Resolution.CREDIT if only_credit else Resolution.REFUND


def credit_instead(kept_decisions: Iterable[Mapping[str, Any]]) -> bool:
    """Is it store credit, and no money, for all of them?"""
    return all(instead_of_exchange(one) is Resolution.CREDIT for one in kept_decisions)


def whole_delivery(kept_decision: Mapping[str, Any]) -> bool:
    """Is all that delivery cost owed with these units, because they never reached the customer?"""
    return bool(kept_decision.get("whole_delivery"))


def may_deduct(kept_decision: Mapping[str, Any]) -> bool:
    """May something be taken off for use? Decisions kept before this was written down say nothing: then it may not."""
    return bool(kept_decision.get("deduction_allowed"))


def bonus_of(kept_decision: Mapping[str, Any], resolution: Resolution) -> Rate:
    """What is added to store credit."""
    written = kept_decision.get("credit_bonus")
    return Rate.parse(written) if written and resolution is Resolution.CREDIT else NOTHING
