"""What is the customer told, in one sentence? Picks the text and its parameters; the words stand in `texts/*.ftl`."""

from dataclasses import dataclass

from volte.kit.text import Message, message
from volte.law.rules.rights import Rights
from volte.law.rules.words import Standing
from volte.policy.rules.evaluate import Effective
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import Rule
from volte.policy.rules.overlay import Laid, is_claim
from volte.policy.rules.words import Evidence, Fact, Field, Verdict

_EXCEPTION = "law-exception-"
_REFUSED_FOR = {
    Fact.TAGS: "item",
    Fact.CATEGORY: "item",
    Fact.SKU: "item",
    Fact.GTIN: "item",
    Fact.TRAITS: "item",
    Fact.DISCOUNT: "discount",
    Fact.CONDITION: "condition",
    Fact.SEAL_BROKEN: "condition",
}


@dataclass(frozen=True, slots=True)
class Said:
    """Everything a sentence may draw on."""

    facts: Facts
    rights: Rights
    shop: Effective
    laid: Laid
    verdict: Verdict
    evidence: tuple[Evidence, ...]


def sentence(said: Said) -> Message:
    """The answer in one sentence."""
    item = said.facts.item.title
    match said.verdict:
        case Verdict.ACCEPTED:
            if is_claim(said.facts.request):
                return message("policy-accepted-claim", item=item)
            return until(said)
        case Verdict.NEEDS_EVIDENCE:
            kind = said.evidence[0].value if len(said.evidence) == 1 else "several"
            return message(f"policy-needs-{kind}", item=item)
        case Verdict.NEEDS_REVIEW:
            return message("policy-review-doubt" if said.laid.basis is None else "policy-review", item=item)
        case Verdict.REFUSED:
            return _refused(said)


def until(said: Said) -> Message:
    """How long the item may come back; before its delivery in days, the better of the shop's and the law's."""
    item, last_day = said.facts.item.title, said.laid.last_day
    if last_day is not None:
        return message("policy-open-until", item=item, last_day=last_day)
    days = said.laid.terms.window.days or 0
    if said.rights.withdrawal.standing is Standing.YES:
        days = max(days, said.rights.withdrawal.window_days or 0)
    return message("policy-open-after-delivery", item=item, days=days)


def hint(said: Said) -> Message | None:
    """What may still be done after a no: a defect is another matter as long as the legal guarantee may run."""
    if said.verdict is not Verdict.REFUSED or is_claim(said.facts.request):
        return None
    if said.rights.conformity.standing is Standing.NO:
        return None
    return message("policy-hint-defect")


def _refused(said: Said) -> Message:
    item = said.facts.item.title
    if said.laid.terms.accept:
        return message("policy-refused-late", item=item, last_day=said.laid.last_day)
    rule = said.shop.set_by.get(Field.ACCEPT)
    if rule is None:
        return message("policy-refused-all", item=item)
    if rule.because:
        return _because(item, rule)
    why = said.rights.withdrawal.why.code
    if why.startswith(_EXCEPTION):
        return message(f"policy-refused-exception-{why.removeprefix(_EXCEPTION)}", item=item)
    decided = next(step for step in said.shop.steps if step.rule is rule)
    return message(f"policy-refused-{_REFUSED_FOR.get(decided.fact, 'rule')}", item=item)


def _because(item: str, rule: Rule) -> Message:
    """The shop's own clause in every language; a language it left out borrows from the first."""
    first = next(iter(rule.because.values()))
    return message(
        "policy-refused-because",
        item=item,
        because_fr=rule.because.get("fr", first),
        because_en=rule.because.get("en", first),
    )
