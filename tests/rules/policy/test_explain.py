"""A trace says what kept a rule from deciding: what nobody knows, or what is known and tells too little."""

from dataclasses import replace

import pytest

from tests.rules.policy.plain import TERMS, facts
from volte.kit.rates import Rate
from volte.policy.rules import evaluate, explain, parse
from volte.policy.rules.facts import ReturnRate

RULE = """
[[rule]]
id = "often"
when = { customer_return_rate = { over = "10 %", of_last = "12 months", at_least_orders = 5 } }
then = { approval = "manual" }
"""


@pytest.mark.parametrize(
    ("standing", "code"),
    [
        (None, "policy-step-missing"),
        (ReturnRate(Rate.parse("14.3 %"), orders=3, months=12), "policy-step-cannot-tell"),
        (ReturnRate(Rate.parse("14.3 %"), orders=9, months=12), "policy-step-holds"),
        (ReturnRate(Rate.parse("4.3 %"), orders=9, months=12), "policy-step-fails"),
    ],
)
def test_known_too_little_is_not_unknown(standing: ReturnRate | None, code: str) -> None:
    known = facts()
    known = replace(known, customer=replace(known.customer, return_rate=standing))
    (step,) = evaluate.effective(policy=parse.policy(TERMS + RULE), facts=known).steps
    assert next(iter(explain._rule(step))).code == code
