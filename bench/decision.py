"""One decision in a warm process: the rules of a policy of thirty, and what the law adds."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from tests.rules.policy.plain import facts

from bench.backtest import RULES, document
from bench.report import Figure, keep
from volte.law.rules.rights import rights_for
from volte.policy.rules import counterfactual, evaluate, window
from volte.policy.rules.decide import decide, judge
from volte.policy.rules.decision import Decision
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import Policy
from volte.policy.rules.situation import rights_of

WARM, TIMES, ROUNDS = 60, 300, 20
Work = Callable[[int], object]


def run() -> None:
    policy = document(days=30, fee="0 %")
    # Other days each time, so that nobody answers from memory (what the law remembers is forgotten before each).
    several = [
        facts(delivered=(day,), today=day + timedelta(days=5), ordered=day - timedelta(days=3))
        for day in (facts().order.placed_on + timedelta(days=number) for number in range(60))
    ]
    rights = [rights_of(policy=policy, facts=one) for one in several]

    def rules(place: int) -> None:
        shop = evaluate.effective(policy=policy, facts=several[place])
        window.promised(window=shop.terms.window, facts=several[place])

    late = [_late(one) for one in several]
    accepted, refused = ([judge(policy=policy, facts=one) for one in some] for some in (several, late))
    works: dict[str, Work] = {
        "rules": rules,
        "decision": lambda place: decide(policy=policy, facts=several[place], rights=rights[place]),
        "with the law": lambda place: judge(policy=policy, facts=several[place]),
        "accepted": lambda place: _otherwise(policy, several[place], accepted[place]),
        "refused": lambda place: _otherwise(policy, late[place], refused[place]),
    }
    took = _p50(works)
    keep(Figure(f"rules of a policy of {RULES}, p50", took["rules"], "µs", "allowed", 50))
    keep(Figure("whole decision, the rights known, p50", took["decision"], "µs", "allowed", 50))
    keep(Figure("the law on top of it, p50", took["with the law"] - took["decision"], "µs", "allowed", 100))
    for name in ("accepted", "refused"):
        keep(Figure(f"the nearest other answer, {name}, p50", took[name], "µs"))


def _late(facts: Facts) -> Facts:
    return replace(facts, request=replace(facts.request, asked_on=facts.request.asked_on + timedelta(days=60)))


def _otherwise(policy: Policy, facts: Facts, decision: Decision) -> object:
    return counterfactual.smallest(policy=policy, facts=facts, decision=decision)


def _p50(works: Mapping[str, Work]) -> dict[str, float]:
    """Microseconds: of each the median of its quietest round, taken in turns, because others may be at work on this
    machine."""
    rounds = [{name: _round(work) for name, work in works.items()} for _ in range(ROUNDS)]
    return {name: min(one[name] for one in rounds) for name in works}


def _round(work: Work) -> float:
    took = []
    for number in range(WARM + TIMES):
        place = number % 60
        rights_for.cache_clear()
        began = time.perf_counter_ns()
        work(place)
        took.append((time.perf_counter_ns() - began) / 1000)
    return statistics.median(took[WARM:])
