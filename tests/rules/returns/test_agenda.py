"""What is late, due today and within a week: in days of the shop, one line of a return in each."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.law.rules.interest import Interest
from volte.law.rules.lateness import Cost
from volte.returns.rules.clocks import agenda
from volte.returns.rules.clocks.agenda import Due, When
from volte.returns.rules.clocks.clock import Clock
from volte.returns.rules.clocks.cost import Lateness
from volte.returns.rules.clocks.words import Code, Origin, Who

PARIS = "Europe/Paris"
# 8 o'clock in Paris, on a Tuesday.
NOW = datetime(2026, 11, 24, 7, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 24, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "place"),
    [
        (NOW, When.LATE),
        (NOW + timedelta(seconds=1), When.TODAY),
        (MIDNIGHT, When.TODAY),
        (MIDNIGHT + timedelta(seconds=1), When.WEEK),
        (MIDNIGHT + timedelta(days=7), When.WEEK),
        (MIDNIGHT + timedelta(days=7, seconds=1), None),
    ],
)
def test_midnight_is_where_the_shop_is(due: datetime, place: When | None) -> None:
    clock = Clock(Code.REFUND_LAW, Who.SHOP, Origin.LAW, PARIS, due)
    assert agenda.when(clock, now=NOW, zone=PARIS) is place


def test_what_the_customer_does_and_what_is_done_is_no_work() -> None:
    theirs = Clock(Code.EVIDENCE, Who.CUSTOMER, Origin.PROMISE, PARIS, MIDNIGHT)
    done = Clock(Code.ANSWER, Who.SHOP, Origin.PROMISE, PARIS, MIDNIGHT, done_at=NOW)
    open_ended = Clock(Code.CURE, Who.SHOP, Origin.LAW, PARIS, None)
    assert [agenda.when(each, now=NOW, zone=PARIS) for each in (theirs, done, open_ended)] == [None] * 3


def due(return_id: UUID, code: Code, origin: Origin, at: datetime, extra: int | None = None) -> Due:
    late = Lateness(12, Cost(Money(extra, "EUR"), 5)) if extra is not None else None
    return Due(return_id, str(return_id)[:4], code, origin, at, Money(10000, "EUR"), late)


def test_the_law_comes_before_what_was_promised_and_a_return_stands_once_in_each() -> None:
    one, other = uuid4(), uuid4()
    promised = due(one, Code.REFUND_PROMISED, Origin.PROMISE, NOW - timedelta(days=20))
    lawful = due(one, Code.REFUND_LAW, Origin.LAW, NOW - timedelta(days=12), extra=500)
    answer = due(other, Code.ANSWER, Origin.PROMISE, NOW - timedelta(days=30))
    again = due(other, Code.REFUND_LAW, Origin.LAW, MIDNIGHT)
    found = agenda.agenda([(When.LATE, answer), (When.LATE, promised), (When.LATE, lawful), (When.TODAY, again)])
    assert found.late == (lawful, answer)
    assert found.today == (again,)
    assert found.late_costs == (Money(500, "EUR"),)
    assert found.interest == ()


def test_legal_interest_is_named_by_what_it_runs_on() -> None:
    owed = Interest(Money(3, "EUR"), Rate.parse("6.67 %"))
    early = Lateness(3, Cost(None, 0, legal_interest=True), interest=owed)
    one = Due(uuid4(), "R", Code.REFUND_LAW, Origin.LAW, NOW, Money(4999, "EUR"), early)
    found = agenda.agenda([(When.LATE, one)])
    assert (found.late_costs, found.interest) == ((), (Money(4999, "EUR"),))
    assert found.interest_so_far == (Money(3, "EUR"),)
