"""One decision in a warm process: the rules of a policy of thirty, and what the law adds."""

import statistics
import time
from collections.abc import Callable
from datetime import timedelta

from tests.rules.policy.plain import facts

from bench.backtest import RULES, document
from bench.report import Figure, keep
from volte.policy.rules import evaluate, window
from volte.policy.rules.decide import decide, judge
from volte.policy.rules.situation import rights_of

WARM, TIMES = 300, 3_000


def run() -> None:
    policy = document(days=30, fee="0 %")
    # Other days each time, so that nobody answers from memory.
    several = [
        facts(delivered=(day,), today=day + timedelta(days=5), ordered=day - timedelta(days=3))
        for day in (facts().order.placed_on + timedelta(days=number) for number in range(60))
    ]
    rights = [rights_of(policy=policy, facts=one) for one in several]

    def rules(place: int) -> None:
        shop = evaluate.effective(policy=policy, facts=several[place])
        window.promised(window=shop.terms.window, facts=several[place])

    keep(Figure(f"rules of a policy of {RULES}, p50", _p50(rules), "µs", "allowed", 50))
    without = _p50(lambda place: decide(policy=policy, facts=several[place], rights=rights[place]))
    keep(Figure("whole decision, the rights known, p50", without, "µs", "allowed", 50))
    lawful = _p50(lambda place: judge(policy=policy, facts=several[place]))
    keep(Figure("the law on top of it, p50", lawful - without, "µs", "allowed", 100))


def _p50(work: Callable[[int], object]) -> float:
    """Microseconds."""
    took = []
    for number in range(WARM + TIMES):
        place = number % 60
        began = time.perf_counter_ns()
        work(place)
        took.append((time.perf_counter_ns() - began) / 1000)
    return statistics.median(took[WARM:])
