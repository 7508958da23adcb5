"""Which terms fall below the law of a country sold to?

The law holds whatever a policy says (`overlay` sees to it), so a weaker term only misleads: it may not be published.
Looked at are the terms of the shop and those each rule sets, for a consumer who bought online and changes their mind. A
rule whose conditions leave such a purchase out (another country, businesses, goods the law excepts,
`withdrawal_right = false`) may be as strict as the shop likes.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from volte.kit.text import Country, message
from volte.kit.words import CustomerKind, Fault, Method, Resolution
from volte.law.rules import provisions, terms, working_days
from volte.law.rules.provisions import Statute
from volte.law.rules.words import Bears, Channel, Coverage, Topic, Trait, Unit
from volte.law.rules.words import Condition as When
from volte.policy.rules.checking.finding import Finding, Level
from volte.policy.rules.conditions import AnyOf, Condition, Is, OneOf
from volte.policy.rules.model import MethodTerm, Policy, Rule, Window
from volte.policy.rules.words import Approval, Fact, Field, WindowStart

# Reasons that say nothing is wrong: whoever names one withdraws, and owes nobody a proof.
_NO_CLAIM = frozenset({"changed-mind", "too-small", "too-large", "gift", "other"})


@dataclass(frozen=True, slots=True)
class _Law:
    """What one country gives to whoever changes their mind."""

    country: str
    statute: Statute
    window: terms.Window
    refund: terms.Refund
    send_back_days: int | None
    merchant_pays: bool

    def finding(self, path: str, code: str, *topics: Topic, level: Level = Level.BLOCKS, **params: Any) -> Finding:
        said = message(f"policy-check-{code}", country=Country(self.country), countries=1, **params)
        cited = self.statute.cite(*topics)
        return Finding(level, path, said, self.country, cited, self.statute.unverified(*topics))


def findings(policy: Policy, today: date) -> Iterator[Finding]:
    """Every weaker term, by country; countries whose law we do not have are named."""
    for place, country in enumerate(policy.sells_to):
        statute = provisions.statute(country, today, working_days.NATIONWIDE)
        if statute.coverage is Coverage.NOT_COVERED:
            said = message("policy-check-not-covered", country=Country(country), countries=1)
            yield Finding(Level.WARNS, f"policy.sells_to[{place}]", said, country)
            continue
        law = _law(policy, country, statute)
        if law is not None:
            yield from _of_terms(policy, law)
            for rule in policy.rules:
                if not _leaves_out(rule, law):
                    yield from _of_rule(policy, rule, law)


def _law(policy: Policy, country: str, statute: Statute) -> _Law | None:
    """None where nobody who bought online may change their mind, or only if the shop had not said what it says."""
    window = statute.get(Topic.WINDOW, terms.Window)
    if window is None or Channel.ONLINE not in window.channels:
        return None
    if window.only_if is not None and policy.informs_of_withdrawal is not False:
        return None
    cost, send_back = statute.get(Topic.RETURN_COST, terms.ReturnCost), statute.get(Topic.SEND_BACK, terms.SendBack)
    payer = None if cost is None else cost.payer
    untold = payer is Bears.CUSTOMER_IF_INFORMED and policy.informs_of_withdrawal is False
    refund = statute.get(Topic.REFUND, terms.Refund) or terms.Refund()
    days = None if send_back is None else send_back.days
    return _Law(country, statute, window, refund, days, payer is Bears.MERCHANT or untold)


def _of_terms(policy: Policy, law: _Law) -> Iterator[Finding]:
    own = {field: getattr(policy.terms, field) for field in _CHECKS}
    for field, check in _CHECKS.items():
        yield from check(own[field], f"terms.{field}", law, ())


def _of_rule(policy: Policy, rule: Rule, law: _Law) -> Iterator[Finding]:
    for field, check in _CHECKS.items():
        if field not in rule.then:
            continue
        value = rule.then[field]
        if field is Field.METHODS:
            prices = {term.method: term for term in (*policy.terms.methods, *value)}
            value = tuple(prices.values())
        yield from check(value, f"rule.{rule.id}.then.{field}", law, rule.when)


def _window(window: Window, path: str, law: _Law, when: tuple[Condition, ...]) -> Iterator[Finding]:
    least = law.window.days
    if law.window.unit is not Unit.CALENDAR or window.days is None:
        return
    if window.start is not WindowStart.DELIVERY:
        level = Level.WARNS if window.days >= least else Level.BLOCKS
        yield law.finding(path, "window-start", Topic.START, Topic.WINDOW, level=level, days=window.days, least=least)
    elif window.days < least:
        yield law.finding(path, "window", Topic.WINDOW, days=window.days, least=least)


def _fee(fee: Any, path: str, law: _Law, when: tuple[Condition, ...]) -> Iterator[Finding]:
    if fee.share:
        yield law.finding(path, "fee", Topic.REFUND, Topic.WINDOW, fee=fee)


def _exchange_fee(fee: Any, path: str, law: _Law, when: tuple[Condition, ...]) -> Iterator[Finding]:
    if fee is not None and fee.share:
        yield law.finding(path, "exchange-fee", Topic.REFUND, Topic.WINDOW, level=Level.NOTES, fee=fee)


def _resolutions(found: tuple[Resolution, ...], path: str, law: _Law, when: tuple[Condition, ...]) -> Iterator[Finding]:
    if Resolution.REFUND not in found:
        yield law.finding(path, "no-refund", Topic.REFUND)


def _methods(found: tuple[MethodTerm, ...], path: str, law: _Law, when: tuple[Condition, ...]) -> Iterator[Finding]:
    travelling = [term for term in found if term.method is not Method.KEEP]
    if law.merchant_pays and not any(term.price is not None and not term.price.amount for term in travelling):
        yield law.finding(path, "no-free-way", Topic.RETURN_COST)


def _refund_within(span: Any, path: str, law: _Law, when: tuple[Condition, ...]) -> Iterator[Finding]:
    most = law.refund.days
    if most is not None and law.refund.unit is Unit.CALENDAR and (span.months or span.days > most):
        yield law.finding(path, "refund-late", Topic.REFUND, most=most)


def _send_within(span: Any, path: str, law: _Law, when: tuple[Condition, ...]) -> Iterator[Finding]:
    least = law.send_back_days
    if least is not None and not span.months and span.days < least:
        yield law.finding(path, "send-within", Topic.SEND_BACK, least=least)


def _evidence(found: tuple[Any, ...], path: str, law: _Law, when: tuple[Condition, ...]) -> Iterator[Finding]:
    if found and not _about_a_fault(when):
        yield law.finding(path, "evidence", Topic.WINDOW)


def _approval(found: Approval, path: str, law: _Law, when: tuple[Condition, ...]) -> Iterator[Finding]:
    if found is Approval.MANUAL and not _about_a_fault(when):
        yield law.finding(path, "approval", Topic.WINDOW, level=Level.NOTES)


def _accept(found: bool, path: str, law: _Law, when: tuple[Condition, ...]) -> Iterator[Finding]:
    if not found:
        days = law.window.days
        yield law.finding(path, "accept", Topic.WINDOW, level=Level.NOTES, days=days)


Check = Callable[[Any, str, _Law, tuple[Condition, ...]], Iterator[Finding]]
_CHECKS: Mapping[Field, Check] = {
    Field.ACCEPT: _accept,
    Field.WINDOW: _window,
    Field.RESOLUTIONS: _resolutions,
    Field.METHODS: _methods,
    Field.RESTOCKING_FEE: _fee,
    Field.EXCHANGE_FEE: _exchange_fee,
    Field.APPROVAL: _approval,
    Field.REFUND_WITHIN: _refund_within,
    Field.SEND_WITHIN: _send_within,
    Field.EVIDENCE: _evidence,
}
"""How each term is held against the law. A bonus only gives; when the money goes and who gets the way out back, the law
decides besides."""


def _about_a_fault(when: tuple[Condition, ...]) -> bool:
    """Does the rule only speak of goods with which something is wrong?"""
    for condition in when:
        if isinstance(condition, OneOf) and condition.fact is Fact.FAULT and Fault.CUSTOMER not in condition.values:
            return True
        if isinstance(condition, OneOf) and condition.fact is Fact.REASON and _NO_CLAIM.isdisjoint(condition.values):
            return True
    return False


def _leaves_out(rule: Rule, law: _Law) -> bool:
    """Can no consumer there, who bought online and may change their mind, meet this rule?"""
    return any(_excludes(condition, rule.when, law) for condition in rule.when)


def _excludes(condition: Condition, when: tuple[Condition, ...], law: _Law) -> bool:
    match condition:
        case OneOf(Fact.COUNTRY, values):
            return law.country not in values
        case OneOf(Fact.CUSTOMER_KIND, values):
            return values <= {CustomerKind.BUSINESS}
        case OneOf(Fact.CHANNEL, values):
            return values <= {Channel.STORE}
        case Is(Fact.WITHDRAWAL_RIGHT, right):
            return not right
        case AnyOf(Fact.TRAITS, values):
            return all(_excepted(Trait(word), when, law) for word in values)
        case _:
            return False


def _excepted(trait: Trait, when: tuple[Condition, ...], law: _Law) -> bool:
    """Does the law give no right for goods of this trait, as the rule's other conditions have it?"""
    broken = Is(Fact.SEAL_BROKEN, True) in when
    for exempt in law.statute.exceptions:
        surely = exempt.when is When.ALWAYS or (exempt.when is When.SEAL_BROKEN and broken)
        if trait in exempt.traits and surely:
            return True
    return False
