"""A fee for refunds and another for exchanges: each return keeps the one of what the customer chose, and none while the
law lets them withdraw."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from volte.kit.rates import Rate
from volte.kit.words import Method, Resolution
from volte.money.rules.plan import LineKind
from volte.policy import operations as policy
from volte.policy.rules import starter
from volte.returns import decisions, operations
from volte.returns.considering import Considered
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import clock
from volte.runtime.actor import Actor

FEES = """
[[rule]]
id = "after-the-law"
when = { withdrawal_right = false }
then = { restocking_fee = "10 %", exchange_fee = "2 %" }
"""


@pytest.fixture
def two_fees(owner: Actor, order: UUID) -> UUID:
    text = starter.default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))
    with clock.at(datetime(2026, 6, 1, tzinfo=UTC)):
        policy.publish(by=owner, document_text=text + FEES)
    return order


def _asked(owner: Actor, order: UUID, resolution: Resolution) -> Considered:
    sku = "ROBE-L" if resolution is Resolution.EXCHANGE else ""
    item = WantedItem(line="l1", quantity=1, reason="too-small", resolution=resolution, exchange_sku=sku)
    return operations.decide(by=owner, order_id=order, wanted=Wanted((item,), Method.DROP_OFF))


def _kept(found: Considered, resolution: Resolution) -> int:
    lines = found.plans[resolution].lines
    return sum(-line.amount.amount for line in lines if line.kind is LineKind.RESTOCKING_FEE)


def test_each_keeps_the_fee_of_what_was_chosen(owner: Actor, two_fees: UUID, today: datetime) -> None:
    with clock.at(today + timedelta(days=12)):
        refund, exchange = (_asked(owner, two_fees, one) for one in (Resolution.REFUND, Resolution.EXCHANGE))
    decision = refund.items[0].decision
    assert (decision.fee(Resolution.REFUND), decision.fee(Resolution.EXCHANGE)) == (
        Rate.parse("10 %"),
        Rate.parse("2 %"),
    )
    assert _kept(refund, Resolution.REFUND) > _kept(exchange, Resolution.EXCHANGE) > 0
    kept = decisions.kept(decision, facts=refund.items[0].facts)
    assert (kept["restocking_fee"], kept["exchange_fee"]) == ("10 %", "2 %")
    assert decisions.fee_of(kept, Resolution.EXCHANGE) == Rate.parse("2 %")
    del kept["exchange_fee"]
    assert decisions.fee_of(kept, Resolution.EXCHANGE) == Rate.parse("10 %"), "as decisions said before"


def test_nobody_pays_it_while_they_may_withdraw(owner: Actor, two_fees: UUID, today: datetime) -> None:
    found = _asked(owner, two_fees, Resolution.EXCHANGE)
    assert _kept(found, Resolution.EXCHANGE) == 0
