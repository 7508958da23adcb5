"""Until when the money may be paid back by law."""

from datetime import date

from volte.kit.time import Span
from volte.kit.words import RefundTrigger
from volte.law.rules.refunding import News, RefundTerm
from volte.policy.rules.refund import RefundPlan

NOTICE = date(2026, 11, 10)
PLAN = RefundPlan(RefundTrigger.INSPECTION, Span(days=3), RefundTerm(14, may_withhold=True))


def test_the_law_counts_from_the_notice_and_lets_the_shop_wait_for_goods_or_proof() -> None:
    assert PLAN.lawful_by(News(NOTICE, proof_on=None)) is None
    assert PLAN.lawful_by(News(NOTICE, proof_on=date(2026, 11, 12))) == date(2026, 11, 24)
    assert PLAN.lawful_by(News(NOTICE, proof_on=date(2026, 11, 30))) == date(2026, 11, 30)


def test_nothing_to_wait_for_where_nothing_is_sent() -> None:
    plan = RefundPlan(RefundTrigger.RECEIPT, Span(days=3), RefundTerm(14))
    assert plan.lawful_by(News(NOTICE, proof_on=None)) == date(2026, 11, 24)
