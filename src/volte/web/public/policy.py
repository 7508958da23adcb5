"""The shop's return policy for everybody to read: what the shop promises, and beside it what the law gives anyway.

Both come from where decisions come from: the published version and the law's provisions. So the page cannot promise
what a decision would not keep.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from volte.kit import time
from volte.kit.money import Money
from volte.kit.text import Message, message
from volte.kit.words import Method
from volte.law.rules import provisions, terms
from volte.law.rules.provisions import Statute
from volte.law.rules.words import Topic
from volte.policy import queries as policies
from volte.policy.rules import explain
from volte.policy.rules.model import MethodTerm, Policy, Terms, Window
from volte.policy.rules.words import Field
from volte.runtime import clock, tenancy
from volte.web.shared import here


@dataclass(frozen=True, slots=True)
class Way:
    """One way back and what it costs: a price, nothing, or the customer's own postage."""

    name: Message
    price: Money | None
    cost: Message


@dataclass(frozen=True, slots=True)
class Law:
    """What the law gives in the shop's country. `paid_by` says who pays the way back after a withdrawal."""

    days: int
    refund_days: int
    send_back_days: int
    paid_by: Message
    exceptions: tuple[Message, ...]
    cited: str
    guarantee_months: int
    guarantee_cited: str


@require_safe
def page(request: here.PageRequest) -> HttpResponse:
    """`/s/<shop>/policy`; refuses `policy_none_in_force` for a shop that has published none."""
    now = clock.now()
    with tenancy.entered(request.shop.id):
        version = policies.version_in_force(at=now)
    policy, settings = version.policy, request.shop.settings
    context = {
        "version": version,
        "window": window(policy.terms.window),
        "windows": _other_windows(policy),
        "closed": not policy.terms.accept,
        "ways": [_way(term) for term in policy.terms.methods],
        "gets": _gets(policy.terms),
        "fee": policy.terms.restocking_fee if policy.terms.restocking_fee.share else None,
        "refund": message(f"policy-page-refund-{policy.terms.refund_at}", days=policy.terms.refund_within.days),
        "exceptions": _exceptions(policy, request.language),
        "evidence": bool(policy.terms.evidence) or _sets(policy, Field.EVIDENCE),
        "law": _law(policy, settings.country, time.local_date(now, settings.timezone)),
        "country": settings.country,
    }
    return render(request, "public/policy.html", context)


def window(wanted: Window) -> Message:
    """Until when something may come back, in one sentence."""
    if wanted.days is None:
        return message("policy-page-window-until", last_day=wanted.until)
    start = wanted.start.value
    if wanted.until is None:
        return message(f"policy-page-window-{start}", days=wanted.days)
    return message(f"policy-page-window-{start}-later", days=wanted.days, last_day=wanted.until)


def _other_windows(policy: Policy) -> list[Message]:
    """The other times that some articles have, the promise of all aside."""
    found = [window(rule.then[Field.WINDOW]) for rule in policy.rules if Field.WINDOW in rule.then]
    return list({repr(one): one for one in found}.values())


def _way(term: MethodTerm) -> Way:
    free = term.price is not None and not term.price
    cost = "own" if term.price is None else "free" if free else "price"
    if term.method is Method.KEEP:
        cost = "nothing"
    name = message(f"logistics-method-{term.method}".replace("_", "-"))
    return Way(name, term.price, message(f"policy-page-cost-{cost}"))


def _gets(terms: Terms) -> list[Message]:
    """What a customer may choose, best said with the bonus in its line."""
    bonus = terms.credit_bonus
    return [
        message("policy-page-gets-credit-bonus", bonus=bonus)
        if resolution == "credit" and bonus.share
        else message(f"policy-page-gets-{resolution}".replace("_", "-"))
        for resolution in terms.resolutions
    ]


def _exceptions(policy: Policy, language: str) -> Sequence[str]:
    """What the shop does not take back, in its own clauses; a language it left out borrows from the first."""
    refusing = [rule for rule in policy.rules if rule.then.get(Field.ACCEPT) is False and rule.because]
    clauses = [rule.because.get(language) or next(iter(rule.because.values())) for rule in refusing]
    return list(dict.fromkeys(clauses))


def _sets(policy: Policy, field: Field) -> bool:
    return any(rule.then.get(field) for rule in policy.rules)


def _law(policy: Policy, country: str, today: date) -> Law | None:
    """The rights in this country today; None where we do not know its law."""
    statute = provisions.statute(country, today)
    window, refund = statute.get(Topic.WINDOW, terms.Window), statute.get(Topic.REFUND, terms.Refund)
    send_back = statute.get(Topic.SEND_BACK, terms.SendBack)
    liable = statute.get(Topic.CONFORMITY_TERM, terms.ConformityTerm)
    if window is None or refund is None or refund.days is None or send_back is None or liable is None:
        return None
    payer = {True: "customer", False: "merchant", None: "told"}[policy.informs_of_withdrawal]
    topics = (Topic.WINDOW, Topic.RETURN_COST, Topic.OUTBOUND, Topic.REFUND, Topic.EXCEPTIONS)
    return Law(
        days=window.days,
        refund_days=refund.days,
        send_back_days=send_back.days,
        paid_by=message(f"policy-page-law-paid-{payer}"),
        exceptions=_law_exceptions(statute),
        cited=explain.cited(statute.cite(*topics)),
        guarantee_months=liable.months or liable.sure_months,
        guarantee_cited=explain.cited(statute.cite(Topic.CONFORMITY_TERM, Topic.CONFORMITY_COST)),
    )


def _law_exceptions(statute: Statute) -> tuple[Message, ...]:
    letters = dict.fromkeys(exempt.letter for exempt in statute.exceptions)
    return tuple(message(f"policy-page-exception-{letter}") for letter in letters)
