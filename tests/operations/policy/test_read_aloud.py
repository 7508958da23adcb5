"""The sentences a customer reads promise what the decision grants: generated policies, read in English by somebody who
knows nothing else of them."""

import re
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings

from tests.rules.policy.strategies import FACTS, POLICIES
from volte.policy import publishing
from volte.policy.rules.decide import judge
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import Policy
from volte.policy.rules.words import Basis, Field
from volte.runtime import formats

TOOLS = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
_DAY = r"\w+ (\d+ \w+ \d{4})"
_ABOUT = r"(?: \(about (?:one year|\d+ years)\))?"
_DAYS = re.compile(
    rf"ou (?:have (?P<days>one|\d+) days?{_ABOUT} after (?P<event>delivery|dispatch|the order) to ask for a return"
    r"|can ask for a return (?:up to|on) the day of (?P<same>delivery|dispatch|the order))"
    rf"(?:, and at least until {_DAY})?(?=[;.]|$)"
)
_UNTIL = re.compile(rf"ou have until {_DAY} to ask for a return")
_UNKNOWN = re.compile(
    rf"f we do not know when it was \w+, you (?:have (one|\d+) days?{_ABOUT} after|can ask on the day of)"
)
_FEE = re.compile(r"(?:(\S+)% of the price|(?:N|n)othing) is taken off for putting the article back on sale")
_WAYS = {
    "handing it in": "drop_off",
    "returning it": "store",
    "collection from": "pickup",
    "posting it": "mail",
    "keeping the": "keep",
    "you keep the": "keep",
}
_COST = re.compile(r"(free|at your cost|costs? (\S+\d)(?: each)?|nothing to send)\.?$")


class Reading:
    """What somebody remembers of the sentences, read one after another."""

    def __init__(self) -> None:
        self.accept = True
        self.window: dict[str, Any] = {}
        self.fee = ""
        self.ways: dict[str, str] = {}

    def read(self, sentence: str) -> None:
        if "take the article back" in sentence:
            self.accept = "do not take" not in sentence
        days, until, unknown = _DAYS.search(sentence), _UNTIL.search(sentence), _UNKNOWN.search(sentence)
        if days:
            self.window = {
                "days": _count(days["days"]),
                "from": days["event"] or days["same"],
                "until": days[4] and _day(days[4]),
            }
        if until:
            self.window = {"until": _day(until[1])}
        if unknown:
            self.window["unknown"] = _count(unknown[1])
        if fee := _FEE.search(sentence):
            self.fee = fee[1] or "0"
        for part in sentence.split("; "):
            if cost := _COST.search(part):
                self.ways |= {way: cost[2] or cost[1] for name, way in _WAYS.items() if name in part.lower()}

    def last_day(self, facts: Facts) -> date | None:
        """None while nobody can know it."""
        if "days" not in self.window:
            return self.window["until"]
        complete = facts.delivery.complete is not False
        start = {
            "the order": facts.order.placed_on,
            "dispatch": facts.delivery.shipped_on,
            "delivery": max(facts.delivery.delivered_on, default=None) if complete else None,
        }[self.window["from"]]
        if start is not None:
            end = start + timedelta(days=self.window["days"])
        elif "unknown" in self.window and complete:
            end = facts.order.placed_on + timedelta(days=self.window["unknown"])
        else:
            return None
        return max(end, self.window["until"] or end)


def _count(written: str | None) -> int:
    return 0 if written is None else 1 if written == "one" else int(written)


def _day(written: str) -> date:
    return datetime.strptime(written, "%d %B %Y").date()


@TOOLS
@given(policy=POLICIES, facts=FACTS)
def test_what_is_read_is_what_is_granted(policy: Policy, facts: Facts) -> None:
    told = publishing.draft(policy, page="", country="FR", today=date(2026, 3, 2)).told
    decision, reading = judge(policy=policy, facts=facts), Reading()
    for clauses in told.terms.values():
        for clause in clauses:
            reading.read(publishing.sentence(clause, "en"))
    sentences = {each.rule: publishing.sentence(each.sentence, "en") for each in told.statements}
    for step in decision.steps:
        if step.fired:
            reading.read(sentences[step.rule.id])
    last_day = reading.last_day(facts)
    open_ = reading.accept and (last_day is None or facts.request.asked_on <= last_day)
    assert (decision.basis is not None) if open_ else (decision.basis is not Basis.COMMERCIAL)
    if open_ and Field.WINDOW not in decision.lifted:
        assert decision.last_day == last_day
    if open_ and Field.RESTOCKING_FEE not in decision.lifted:
        assert formats.percent(decision.restocking_fee, "en") == f"{reading.fee}%"
    if open_ and Field.METHODS not in decision.lifted and (facts.item.price_paid is None or policy.currency == "EUR"):
        _same_prices(decision.methods, reading.ways, foreign=_foreign(facts))


def _foreign(facts: Facts) -> bool:
    return facts.item.price_paid is not None and facts.item.price_paid.currency != "EUR"


def _same_prices(methods: Any, ways: dict[str, str], *, foreign: bool) -> None:
    assert {one.method.value for one in methods} == set(ways)
    for one in methods:
        said = ways[one.method.value]
        if one.own_postage and one.method.value != "keep":
            assert said == "at your cost"
        elif not foreign:
            wanted = formats.money(one.price, "en")
            assert said == wanted if one.price else said in ("free", "nothing to send")
