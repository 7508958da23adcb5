"""What is our own published document: the whole policy, the law beside it, the sentences, and what others cannot carry?

The shape is versioned (`SCHEMA`): fields are added, never given another meaning. Money is minor units, percentages are
text ("12.5"), days are ISO.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message
from volte.kit.time import Span
from volte.law.rules import provisions, terms
from volte.law.rules.provisions import Citation, Statute
from volte.law.rules.words import Topic
from volte.policy.rules.conditions import (
    AnyOf,
    Between,
    Condition,
    InCategory,
    Is,
    Matching,
    OneOf,
    OptionIs,
    Range,
    ReturnsOften,
)
from volte.policy.rules.model import MethodTerm, Policy, Rule, Window
from volte.policy.rules.publishing.unsaid import Unsaid
from volte.policy.rules.telling.rights import Place, Right, payer
from volte.policy.rules.telling.statements import Statement, Told
from volte.policy.rules.words import Fact, Field

SCHEMA = "volte.return-policy/1"
Say = Callable[[Message], dict[str, str]]
"""A message in every language of the policy."""


@dataclass(frozen=True, slots=True)
class Version:
    """Which version it is: `number` for people, None for a draft."""

    number: int | None
    valid_from: str | None


def document(
    policy: Policy,
    *,
    version: Version,
    told: Told,
    places: Iterable[Place],
    unsaid: Mapping[str, Iterable[Unsaid]],
    page: str,
    today: date,
    say: Say,
) -> dict[str, Any]:
    """Everything, as JSON values."""
    return {
        "schema": SCHEMA,
        "policy": {
            "name": policy.name,
            "version": version.number,
            "hash": f"sha256:{policy.digest}",
            "valid_from": version.valid_from,
            "sells_to": list(policy.sells_to),
            "languages": list(policy.languages),
            "currency": policy.currency,
            "informs_of_withdrawal": policy.informs_of_withdrawal,
            "page": page or None,
        },
        "terms": {field.value: term(getattr(policy.terms, field)) for field in Field},
        "terms_told": {field.value: _said(clauses, say) for field, clauses in told.terms.items()},
        "rules": [rule(each, told.statements[place], say) for place, each in enumerate(policy.rules)],
        "law": {"digest": f"sha256:{provisions.digest()}", "as_of": today.isoformat()},
        "statutory": [_place(place, policy.informs_of_withdrawal, say) for place in places],
        "not_expressed": {target: [left_out(each, say) for each in found] for target, found in unsaid.items()},
    }


def term(value: Any) -> Any:
    """The value of a term."""
    match value:
        case bool() | str() | int() | None:
            return value
        case Window():
            return {
                "days": value.days,
                "from": value.start.value,
                "until": None if value.until is None else value.until.isoformat(),
                "or_days_after_order": value.or_days_after_order,
            }
        case Rate():
            return percent(value.share)
        case Span():
            return {"days": value.days, "months": value.months}
        case (MethodTerm(), *_):
            return {each.method.value: _price(each.price) for each in value}
        case _:
            return [each.value for each in value]


def percent(share: Fraction | int) -> str:
    return Rate(Fraction(share)).written().removesuffix(" %")


def _price(price: Money | None) -> dict[str, Any]:
    return {"own_postage": True} if price is None else {"amount": price.amount, "currency": price.currency}


def rule(each: Rule, statement: Statement, say: Say) -> dict[str, Any]:
    """One rule: what it looks at, what it sets, and its sentence."""
    return {
        "id": each.id,
        "part": statement.part.value,
        "when": [condition(one) for one in each.when],
        "then": {field.value: _set(field, value) for field, value in each.then.items()},
        "stop": each.stop,
        "because": dict(each.because),
        "sentence": say(statement.sentence),
    }


def _set(field: Field, value: Any) -> Any:
    return {} if field is Field.METHODS and not value else term(value)


def condition(one: Condition) -> dict[str, Any]:
    """`is` names the kind, the rest what it compares with."""
    told: dict[str, Any] = {"fact": one.fact.value}
    match one:
        case OneOf(_, values):
            return told | {"is": "one_of", "values": sorted(values)}
        case AnyOf(_, values):
            return told | {"is": "any_of", "values": sorted(values)}
        case Matching(_, exact, beginnings):
            return told | {"is": "matching", "exact": sorted(exact), "beginnings": list(beginnings)}
        case InCategory(paths):
            return told | {"is": "in_category", "paths": [list(path) for path in paths]}
        case OptionIs(name, values):
            return told | {"is": "option", "name": name, "values": sorted(values)}
        case Range():
            return told | {"is": "range", **_range(one)}
        case Between(_, first, last):
            days = {"from": first, "until": last}
            return told | {"is": "between"} | {name: day.isoformat() for name, day in days.items() if day is not None}
        case Is(_, value):
            return told | {"is": "is", "value": value}
        case ReturnsOften(over, months, orders):
            return told | {"is": "returns_often", "over": percent(over), "months": months, "at_least_orders": orders}


_UNITS = {Fact.WEIGHT: "g", Fact.SIZE: "mm", Fact.DISCOUNT: "%"}


def _range(one: Range) -> dict[str, Any]:
    bounds = {"over": one.over, "at_least": one.at_least, "under": one.under, "at_most": one.at_most}
    unit = one.currency or _UNITS.get(one.fact)
    told = {
        name: percent(bound) if one.fact is Fact.DISCOUNT else int(bound)
        for name, bound in bounds.items()
        if bound is not None
    }
    return told | ({} if unit is None else {"unit": unit})


def _place(place: Place, informs: bool | None, say: Say) -> dict[str, Any]:
    statute = place.statute
    return {
        "country": place.country,
        "region": place.region,
        "coverage": place.coverage.value,
        "withdrawal": _right(place.withdrawal, say, _withdrawal(place, informs) if place.window else None),
        "exceptions": _said(place.exceptions, say),
        "guarantee": _right(place.guarantee, say, _guarantee(statute)),
    }


def _right(right: Right, say: Say, values: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "given": values is not None,
        **(values or {}),
        "told": _said(right.sentences, say),
        "citations": [_citation(each, right) for each in right.citations],
    }


def _citation(each: Citation, right: Right) -> dict[str, str]:
    confidence = "unverified" if each in right.doubtful else "verified"
    return {"title": each.title, "article": each.article, "confidence": confidence}


def _withdrawal(place: Place, informs: bool | None) -> dict[str, Any]:
    statute, window = place.statute, place.window or terms.Window()
    start = statute.get(Topic.START, terms.Start) or terms.Start()
    refund = statute.get(Topic.REFUND, terms.Refund)
    bears, longer = payer(statute, informs), statute.get(Topic.NOT_INFORMED, terms.NotInformed)
    withhold, outbound = statute.get(Topic.WITHHOLD, terms.Withhold), statute.get(Topic.OUTBOUND, terms.Outbound)
    send_back = statute.get(Topic.SEND_BACK, terms.SendBack)
    return {
        "days": window.days,
        "unit": window.unit.value,
        "from": start.event.value,
        "only_if": None if window.only_if is None else window.only_if.value,
        "unused_only": window.unused_only,
        "return_paid_by": None if bears is None else bears.value,
        "refund_days": None if refund is None else refund.days,
        "refund_unit": None if refund is None else refund.unit.value,
        "refund_from": None if refund is None else refund.starts.value,
        "refund_indexed": refund is not None and refund.indexed,
        "refund_may_wait_for_goods": withhold is not None and withhold.until_goods_or_proof,
        "outbound_delivery": "none" if outbound is None else outbound.owed.value,
        "send_back_days": None if send_back is None else send_back.days,
        "months_more_if_not_informed": None if longer is None else longer.months,
    }


def _guarantee(statute: Statute) -> dict[str, Any] | None:
    liable = statute.get(Topic.CONFORMITY_TERM, terms.ConformityTerm)
    if liable is None:
        return None
    remedy = statute.get(Topic.CONFORMITY_REMEDY, terms.ConformityRemedy)
    return {
        "months": (liable.sure_months if liable.open_ended else liable.months) or None,
        "days": liable.days or None,
        "open_ended": liable.open_ended,
        "may_be_excluded": liable.excludable,
        "used_months_by_agreement": liable.used_months_by_agreement or None,
        "refund_if_major": remedy is not None and remedy.refund_if_major,
    }


def left_out(each: Unsaid, say: Say) -> dict[str, Any]:
    """Where, by which rule, why."""
    return {
        "path": each.path,
        "rule": each.rule,
        "code": each.why.code.removeprefix("policy-unsaid-"),
        "why": say(each.why),
    }


def _said(messages: Iterable[Message], say: Say) -> list[dict[str, str]]:
    return [say(each) for each in messages]
