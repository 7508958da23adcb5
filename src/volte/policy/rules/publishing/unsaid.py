"""What of the policy can a target not carry? Each thing with its place in the document and why, so that nothing is
dropped without a word."""

from collections.abc import Iterator
from dataclasses import dataclass

from volte.kit.text import Message, message
from volte.kit.words import Method
from volte.policy.rules.model import Policy, Rule, Window
from volte.policy.rules.publishing import google, offered, schema_org
from volte.policy.rules.publishing.offered import Offer
from volte.policy.rules.words import Approval, Field, WindowStart


@dataclass(frozen=True, slots=True)
class Unsaid:
    """`path` is a place in the document ("terms.window.from", "rule[3]"), or "law"."""

    path: str
    why: Message
    rule: str | None = None


def by_schema_org(policy: Policy, offers: tuple[Offer, ...]) -> tuple[Unsaid, ...]:
    said = frozenset(rule.id for rule, _ in offered.seasons(policy)) if policy.terms.accept else frozenset()
    return (*_terms(policy, offers), *_refund(policy), *_rules(policy, said), _LAW)


def by_google(policy: Policy, offers: tuple[Offer, ...]) -> tuple[Unsaid, ...]:
    every = [season for offer in offers for season in offer.seasons]
    said = frozenset(season.rule for season in every if google.season_sayable(season))
    found = [Unsaid("terms.window.days", message("policy-unsaid-google-day"))]
    for offer in offers:
        if not google.sayable(offer):
            found.append(
                Unsaid("terms.window", message("policy-unsaid-google-window", countries=", ".join(offer.countries)))
            )
    found += [*_terms(policy, offers), *_rules(policy, said), _LAW]
    if policy.terms.refund_within.months:
        found.append(Unsaid("terms.refund_within", message("policy-unsaid-refund")))
    found.append(Unsaid("terms.refund_at", message("policy-unsaid-refund-at")))
    return tuple(found)


def _terms(policy: Policy, offers: tuple[Offer, ...]) -> Iterator[Unsaid]:
    terms = policy.terms
    said = {
        "accept": None if terms.accept else "law-only",
        "credit_bonus": "bonus" if terms.credit_bonus.share else None,
        "restocking_fee": "fee" if terms.restocking_fee.share else None,
        "exchange_fee": "exchange-fee" if terms.exchange_fee not in (None, terms.restocking_fee) else None,
        "approval": None if terms.approval is Approval.AUTOMATIC else "approval",
        "evidence": "evidence" if terms.evidence else None,
        "refund_shipping": "shipping",
        "send_within": "send",
    }
    for field, why in said.items():
        if why is not None:
            yield Unsaid(f"terms.{field}", message(f"policy-unsaid-{why}"))
    yield from _window(terms.window)
    yield from _ways(policy)
    for resolution in terms.resolutions:
        everywhere = all(resolution in offer.always for offer in offers)
        if resolution not in schema_org.REFUNDS or not everywhere:
            word = _word("resolution", resolution)
            yield Unsaid("terms.resolutions", message("policy-unsaid-resolution", resolution=word))


def _window(window: Window) -> Iterator[Unsaid]:
    if window.days is not None and window.start is not WindowStart.DELIVERY:
        yield Unsaid("terms.window.from", message("policy-unsaid-start"))
    if window.days is not None and window.until is not None:
        yield Unsaid("terms.window.until", message("policy-unsaid-later-of-both"))
    if window.or_days_after_order is not None:
        yield Unsaid("terms.window.or_days_after_order", message("policy-unsaid-unknown-delivery"))


def _ways(policy: Policy) -> Iterator[Unsaid]:
    least = offered.cheapest(policy.terms.methods)
    for term in policy.terms.methods:
        path = f"terms.methods.{term.method}"
        if term not in offered.named(policy.terms.methods):
            yield Unsaid(path, message("policy-unsaid-method", method=_word("method", term.method)))
        elif term.price != least and term.method is not Method.KEEP:
            yield Unsaid(path, message("policy-unsaid-price", method=_word("method", term.method)))


def _word(of: str, value: str) -> Message:
    return message(f"policy-word-{of}-{value}".replace("_", "-"))


def _refund(policy: Policy) -> Iterator[Unsaid]:
    yield Unsaid("terms.refund_within", message("policy-unsaid-refund"))
    yield Unsaid("terms.refund_at", message("policy-unsaid-refund-at"))


def _rules(policy: Policy, said: frozenset[str]) -> Iterator[Unsaid]:
    for place, rule in enumerate(policy.rules):
        path = f"rule[{place}]"
        if rule.id not in said:
            yield Unsaid(path, message("policy-unsaid-rule", rule=rule.id), rule.id)
        elif _more_than_its_day(rule):
            yield Unsaid(f"{path}.then.window", message("policy-unsaid-later-of-both"), rule.id)


def _more_than_its_day(rule: Rule) -> bool:
    window = rule.then[Field.WINDOW]
    return window.until is not None and window.days is not None


_LAW = Unsaid("law", message("policy-unsaid-law"))
