"""Days and numbers at the edge: leap days, year ends, the hour that comes twice, windows of nothing, 500 rules."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.rules.policy.plain import TERMS, facts
from volte.kit.errors import Invalid
from volte.kit.words import CustomerKind
from volte.policy.rules import parse
from volte.policy.rules.decide import judge
from volte.policy.rules.words import Verdict

POLICY = parse.policy(TERMS)


@pytest.mark.parametrize(
    ("delivered", "zone", "last", "too_late"),
    [
        (date(2028, 1, 30), "Europe/Paris", date(2028, 2, 29), datetime(2028, 2, 29, 23, tzinfo=UTC)),
        (date(2027, 1, 30), "Europe/Paris", date(2027, 3, 1), datetime(2027, 3, 1, 23, tzinfo=UTC)),
        (date(2028, 2, 29), "Europe/Paris", date(2028, 3, 30), datetime(2028, 3, 30, 22, tzinfo=UTC)),
        (date(2026, 12, 1), "Europe/Paris", date(2026, 12, 31), datetime(2026, 12, 31, 23, tzinfo=UTC)),
        (date(2026, 9, 25), "Europe/Paris", date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),
        (date(2026, 2, 27), "Europe/Paris", date(2026, 3, 29), datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (date(2026, 10, 2), "America/New_York", date(2026, 11, 1), datetime(2026, 11, 2, 5, tzinfo=UTC)),
        (date(2026, 11, 2), "Asia/Tokyo", date(2026, 12, 2), datetime(2026, 12, 2, 15, tzinfo=UTC)),
    ],
)
def test_a_window_ends_with_its_last_day_where_the_customer_is(
    delivered: date, zone: str, last: date, too_late: datetime
) -> None:
    bought = facts(
        ordered=delivered - timedelta(days=3), delivered=(delivered,), today=last, kind=CustomerKind.BUSINESS
    )
    in_time = judge(policy=POLICY, facts=replace(bought, zone=zone))
    assert (in_time.verdict, in_time.last_day, in_time.window_until) == (Verdict.ACCEPTED, last, too_late)
    request = replace(bought.request, asked_on=last + timedelta(days=1))
    assert judge(policy=POLICY, facts=replace(bought, zone=zone, request=request)).verdict is not Verdict.ACCEPTED


@pytest.mark.parametrize(("days", "open_after"), [(0, 0), (3650, 3650)])
def test_the_shortest_and_the_longest_window(days: int, open_after: int) -> None:
    policy = parse.policy(TERMS.replace("days = 30", f"days = {days}"))
    delivered = date(2026, 11, 5)
    for asked, wanted in ((open_after, Verdict.ACCEPTED), (open_after + 1, None)):
        today = delivered + timedelta(days=asked)
        found = judge(policy=policy, facts=facts(delivered=(delivered,), today=today, kind=CustomerKind.BUSINESS))
        assert (found.verdict is Verdict.ACCEPTED) is (wanted is not None), asked
    # The law stands below the shortest: a consumer has fourteen days.
    consumer = judge(policy=policy, facts=facts(delivered=(delivered,), today=date(2026, 11, 10)))
    assert consumer.verdict is Verdict.ACCEPTED


def test_five_hundred_rules_and_no_more() -> None:
    def rules(count: int) -> str:
        return TERMS + "".join(
            f'\n[[rule]]\nid = "r{number}"\nwhen = {{ sku = "S{number}" }}\nthen = {{ accept = false }}'
            for number in range(count)
        )

    policy = parse.policy(rules(500))
    assert len(judge(policy=policy, facts=facts()).steps) == 500
    with pytest.raises(Invalid) as refused:
        parse.policy(rules(501))
    assert [problem.path for problem in refused.value.params["problems"]] == ["rule"]
