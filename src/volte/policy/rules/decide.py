"""Is this item taken back, until when, how, at what price, and for what in return?

`decide` answers for a request; `outlook` for an item nobody has given a reason for yet. Both are pure: what decided can
be decided again. About the order of things: docs/algorithms/policy-evaluation.md.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import assert_never

from volte.kit.money import Money
from volte.kit.text import Message
from volte.kit.time import end_of
from volte.kit.words import Fault, Resolution
from volte.law.rules.rights import Rights
from volte.law.rules.words import Standing
from volte.policy.rules import evaluate, overlay, sentences, window
from volte.policy.rules.decision import Decision, MethodOffer, ResolutionOffer
from volte.policy.rules.evaluate import Effective
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import MethodTerm, Policy, Terms
from volte.policy.rules.overlay import Laid
from volte.policy.rules.refund import RefundPlan, legal_term
from volte.policy.rules.situation import rights_of
from volte.policy.rules.words import (
    Approval,
    Basis,
    Evidence,
    MustAct,
    Openness,
    RefundShipping,
    Verdict,
)

_RIGHT = {Standing.YES: True, Standing.NO: False, Standing.UNKNOWN: None}
# Python 3.11 looks an enum member up through a descriptor, which takes as long as a rule: once here.
_NEEDS_EVIDENCE, _WITHDRAWAL, _CREDIT = Verdict.NEEDS_EVIDENCE, Basis.WITHDRAWAL, Resolution.CREDIT
_MANUAL = Approval.MANUAL


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an item has before it: for a change of mind, and for a fault of the shop's.

    `last_day` is inclusive in the customer's zone (None: no end yet), `window_until` the first moment too late.
    `sentence` says until when, or why not; `hint` what is still possible.
    """

    openness: Openness
    last_day: date | None
    window_until: datetime | None
    sentence: Message
    hint: Message | None
    changed_mind: Decision
    faulty: Decision


def judge(*, policy: Policy, facts: Facts) -> Decision:
    """`decide` with the rights the law gives for these facts."""
    return decide(policy=policy, facts=facts, rights=rights_of(policy=policy, facts=facts))


def decide(*, policy: Policy, facts: Facts, rights: Rights) -> Decision:
    """The answer of `policy` for `facts`, never below `rights`. Never refuses to answer."""
    facts, shop, laid, open_evidence, verdict = _weighed(policy, facts, rights)
    terms = laid.terms
    said = sentences.Said(facts=facts, rights=rights, shop=shop, laid=laid, verdict=verdict, evidence=open_evidence)
    how_long = sentences.until(said)
    return Decision(
        verdict=verdict,
        basis=laid.basis,
        zone=facts.zone,
        last_day=laid.last_day,
        window_until=None if laid.last_day is None else _end_of(laid.last_day, facts.zone),
        resolutions=_resolutions(terms),
        methods=_methods(terms.methods, _currency(policy, facts)),
        restocking_fee=terms.restocking_fee,
        exchange_fee=terms.restocking_fee if terms.exchange_fee is None else terms.exchange_fee,
        outbound_refunded=_outbound_refunded(terms, laid, facts),
        deduction_allowed=_deduction_allowed(laid, rights),
        seal_must_hold=laid.basis is _WITHDRAWAL and rights.withdrawal.seal_must_hold,
        refund=_refund(laid, rights),
        evidence=open_evidence if verdict is _NEEDS_EVIDENCE else (),
        must_act=_must_act(verdict),
        send_by=None if laid.basis is None else terms.send_within.after(facts.request.asked_on),
        rights=rights,
        set_by=shop.set_by,
        lifted=laid.lifted,
        steps=shop.steps,
        sentence=sentences.sentence(said),
        how_long=how_long,
        hint=sentences.hint(said),
    )


def verdict_of(*, policy: Policy, facts: Facts, rights: Rights) -> Verdict:
    """Only the verdict of `decide`, for whoever asks what many other facts would come to."""
    return _weighed(policy, facts, rights)[-1]


def _weighed(
    policy: Policy, facts: Facts, rights: Rights
) -> tuple[Facts, Effective, Laid, tuple[Evidence, ...], Verdict]:
    facts = facts.with_right(_RIGHT[rights.withdrawal.standing])
    shop = evaluate.effective(policy=policy, facts=facts)
    promise = window.promised(window=shop.terms.window, facts=facts)
    laid = overlay.lay(
        terms=shop.terms, promise=promise, request=facts.request, rights=rights, currency=policy.currency
    )
    shown = facts.request.shown
    open_evidence = tuple(kind for kind in laid.terms.evidence if kind not in shown)
    return facts, shop, laid, open_evidence, _verdict(laid, open_evidence)


def outlook(*, policy: Policy, facts: Facts, rights: Rights) -> Outlook:
    """What the customer is told of an item before giving a reason. `facts.request` needs only its day."""

    def supposing(fault: Fault) -> Decision:
        request = replace(facts.request, reason=None, fault=fault)
        return decide(policy=policy, facts=replace(facts, request=request), rights=rights)

    changed_mind, faulty = supposing(Fault.CUSTOMER), supposing(Fault.MERCHANT)
    openness = _openness(changed_mind, faulty)
    return Outlook(
        openness=openness,
        last_day=changed_mind.last_day,
        window_until=changed_mind.window_until,
        sentence=changed_mind.sentence if openness is not Openness.OPEN else changed_mind.how_long,
        hint=changed_mind.hint,
        changed_mind=changed_mind,
        faulty=faulty,
    )


def _openness(changed_mind: Decision, faulty: Decision) -> Openness:
    if changed_mind.basis is not None:
        return Openness.OPEN
    if changed_mind.verdict is Verdict.NEEDS_REVIEW:
        return Openness.REVIEW
    return Openness.CLOSED if faulty.verdict is Verdict.REFUSED else Openness.FAULT_ONLY


_end_of = lru_cache(maxsize=4096)(end_of)


def _verdict(laid: Laid, open_evidence: tuple[Evidence, ...]) -> Verdict:
    if laid.basis is None:
        return Verdict.NEEDS_REVIEW if laid.in_doubt else Verdict.REFUSED
    if open_evidence:
        return _NEEDS_EVIDENCE
    return Verdict.NEEDS_REVIEW if laid.terms.approval is _MANUAL else Verdict.ACCEPTED


def _must_act(verdict: Verdict) -> MustAct:
    match verdict:
        case Verdict.ACCEPTED | Verdict.NEEDS_EVIDENCE:
            return MustAct.CUSTOMER
        case Verdict.NEEDS_REVIEW:
            return MustAct.SHOP
        case Verdict.REFUSED:
            return MustAct.NOBODY
        case _:
            assert_never(verdict)


def _resolutions(terms: Terms) -> tuple[ResolutionOffer, ...]:
    bonus = terms.credit_bonus if terms.credit_bonus.share else None
    return tuple(
        [
            ResolutionOffer(resolution, bonus) if resolution is _CREDIT else _PLAIN[resolution]
            for resolution in terms.resolutions
        ]
    )


_PLAIN = {resolution: ResolutionOffer(resolution) for resolution in Resolution}


def _currency(policy: Policy, facts: Facts) -> str:
    """The one the customer paid in, else the policy's."""
    return facts.item.price_paid.currency if facts.item.price_paid else policy.currency


@lru_cache(maxsize=1024)
def _methods(terms: tuple[MethodTerm, ...], currency: str) -> tuple[MethodOffer, ...]:
    return tuple(_method(term, currency) for term in terms)


def _method(term: MethodTerm, currency: str) -> MethodOffer:
    """A price the policy states in another currency was never told to this customer: it is not charged."""
    if term.price is None:
        return MethodOffer(term.method, Money(0, currency), own_postage=True)
    return MethodOffer(term.method, term.price if term.price.currency == currency else Money(0, currency))


def _outbound_refunded(terms: Terms, laid: Laid, facts: Facts) -> bool:
    match terms.refund_shipping:
        case RefundShipping.ALWAYS:
            return laid.basis is not None
        case RefundShipping.WHEN_AT_FAULT:
            return laid.basis is not None and facts.request.fault in (Fault.MERCHANT, Fault.CARRIER)
        case RefundShipping.BY_LAW:
            return False
        case _:
            assert_never(terms.refund_shipping)


def _deduction_allowed(laid: Laid, rights: Rights) -> bool:
    match laid.basis:
        case Basis.WITHDRAWAL:
            return rights.withdrawal.deduction is Standing.YES
        case Basis.COMMERCIAL:
            return True
        case Basis.CONFORMITY | None:
            return False
        case _:
            assert_never(laid.basis)


def _refund(laid: Laid, rights: Rights) -> RefundPlan:
    terms = laid.terms
    if laid.basis is None:
        return RefundPlan(terms.refund_at, terms.refund_within)
    return RefundPlan(terms.refund_at, terms.refund_within, legal_term(rights))
