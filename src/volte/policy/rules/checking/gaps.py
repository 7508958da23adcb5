"""What was forgotten, or is hardly meant: no way back, a refusal without its reason, a window of a decade."""

from collections.abc import Collection, Iterator
from datetime import date
from fractions import Fraction

from volte.kit.rates import Rate
from volte.kit.text import message
from volte.policy.rules.checking.finding import Finding, Level
from volte.policy.rules.conditions import OneOf
from volte.policy.rules.model import Policy, Rule, Terms, Window
from volte.policy.rules.words import Fact, Field

_LONG_DAYS = 730
_WHOLE = Fraction(1)


def findings(policy: Policy, today: date) -> Iterator[Finding]:
    """Gaps of the terms, then of each rule in order."""
    yield from _terms(policy.terms)
    yield from _window(policy.terms.window, "terms.window", today)
    for rule in policy.rules:
        yield from _rule(policy, rule)
        if Field.WINDOW in rule.then:
            yield from _window(rule.then[Field.WINDOW], f"rule.{rule.id}.then.window", today)


def reasons(policy: Policy, known: Collection[str]) -> Iterator[Finding]:
    """Rules about a reason nobody can choose: they never fire for it, and customers would read its handle."""
    for rule in policy.rules:
        for condition in rule.when:
            if isinstance(condition, OneOf) and condition.fact is Fact.REASON:
                strange = sorted(value for value in condition.values if value not in known)
                if strange:
                    said = message("policy-check-reason", rule=rule.id, reasons=", ".join(strange))
                    yield Finding(Level.WARNS, f"rule.{rule.id}.when.reason", said)


def _terms(terms: Terms) -> Iterator[Finding]:
    if terms.accept and not terms.methods:
        yield Finding(Level.BLOCKS, "terms.methods", message("policy-check-no-way"))
    if terms.accept and not terms.resolutions:
        yield Finding(Level.BLOCKS, "terms.resolutions", message("policy-check-no-resolution"))
    yield from _share(terms.restocking_fee, "terms.restocking_fee", Level.BLOCKS)
    if terms.exchange_fee is not None:
        yield from _share(terms.exchange_fee, "terms.exchange_fee", Level.BLOCKS)
    yield from _share(terms.credit_bonus, "terms.credit_bonus", Level.WARNS)


def _share(rate: Rate, path: str, level: Level) -> Iterator[Finding]:
    if rate.share > _WHOLE:
        yield Finding(level, path, message("policy-check-more-than-all", rate=rate))


def _rule(policy: Policy, rule: Rule) -> Iterator[Finding]:
    for fee in (Field.RESTOCKING_FEE, Field.EXCHANGE_FEE):
        if fee in rule.then:
            yield from _share(rule.then[fee], f"rule.{rule.id}.then.{fee}", Level.BLOCKS)
    if rule.then.get(Field.ACCEPT) is False:
        silent = [language for language in policy.languages if language not in rule.because]
        if silent:
            said = message("policy-check-because", rule=rule.id, languages=", ".join(silent))
            yield Finding(Level.NOTES, f"rule.{rule.id}.because", said)


def _window(window: Window, path: str, today: date) -> Iterator[Finding]:
    if window.days is not None and window.days > _LONG_DAYS:
        yield Finding(Level.WARNS, path, message("policy-check-long", days=window.days))
    if window.until is not None and window.until < today:
        yield Finding(Level.WARNS, path, message("policy-check-past", last_day=window.until))
