"""The worked tables of docs/algorithms/clocks.md, and what must hold for any case."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.rules.warehouse.tables import table as worked
from volte.kit import time
from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.law.rules import provisions, terms
from volte.law.rules.lateness import Cost
from volte.law.rules.refunding import News, RefundTerm
from volte.law.rules.words import RefundStart, Topic
from volte.returns.rules.clocks import cost, table
from volte.returns.rules.clocks.clock import Case, Clock, Contract, Part, Right
from volte.returns.rules.clocks.words import Awaited, Code, Origin, State, Who
from volte.returns.rules.lifecycle import Verdict

PAGE = "clocks.md"
PARIS = "Europe/Paris"
ASKED = datetime(2026, 11, 2, 10, tzinfo=UTC)


def _at(written: str) -> datetime | None:
    return datetime.fromisoformat(written).replace(tzinfo=UTC) if written else None


def _part(country: str = "FR", zone: str = PARIS, asked_at: datetime = ASKED, **more: object) -> Part:
    """An accepted item of a consumer there, with the refund the law gives for a change of mind."""
    statute = provisions.statute(country, date(2026, 10, 1))
    refund = statute.get(Topic.REFUND, terms.Refund) or terms.Refund()
    withhold = statute.get(Topic.WITHHOLD, terms.Withhold)
    legal = RefundTerm(refund.days, refund.unit, refund.starts, bool(withhold), country)
    by_notice = replace(legal, may_withhold=False).lawful_by(News(time.local_date(asked_at, zone)))
    lawful_at = time.end_of(by_notice, zone) if by_notice and legal.starts is RefundStart.NOTICE else None
    contract = Contract(country, None, date(2026, 10, 1))
    part = Part(Verdict.ACCEPTED, Resolution.REFUND, zone, legal=legal, lawful_at=lawful_at, contract=contract)
    return replace(part, **more)  # type: ignore[arg-type]  # fields of Part


def _case(part: Part, asked_at: datetime = ASKED, **more: object) -> Case:
    case = Case(zone=PARIS, requested_at=asked_at, parts=(part,), country="FR")
    return replace(case, **more)  # type: ignore[arg-type]  # fields of Case


def _clock(case: Case, code: Code) -> Clock | None:
    return next((clock for clock in table.table(case) if clock.code is code), None)


@pytest.mark.parametrize("row", worked(PAGE, under="The refund"), ids=lambda row: f"{row['place']} {row['due']}")
def test_by_when_the_law_wants_the_money_back(row: dict[str, str]) -> None:
    asked_at = _at(row["asked"])
    assert asked_at is not None
    case = _case(
        _part(row["place"], row["zone"], asked_at),
        asked_at,
        handed_over_at=_at(row["handed over"]),
        arrived_at=_at(row["arrived"]),
    )
    clock = _clock(case, Code.REFUND_LAW)
    assert clock is not None
    assert clock.due == _at(row["due"])
    assert (clock.awaits is None) is (clock.due is not None)
    assert table.next_due(case) == clock.due


@pytest.mark.parametrize("row", worked(PAGE, under="The cost"), ids=lambda row: f"{row['place']} {row['now']}")
def test_what_being_late_costs_and_when_it_grows(row: dict[str, str]) -> None:
    def said(found: Cost | None) -> str:
        if found is None:
            return ""
        return "interest" if found.extra is None else f"{found.extra.amount / 100:.2f}"

    now = _at(row["now"])
    clock = _clock(_case(_part(row["place"]), handed_over_at=ASKED), Code.REFUND_LAW)
    assert now is not None and clock is not None and clock.last_day == date(2026, 11, 16)
    found = cost.of(clock, amount=Money(10000, "EUR"), now=now)
    assert found is not None
    next_on = found.next_on.isoformat() if found.next_on else ""
    shown = (str(found.days_late), said(found.so_far), next_on, said(found.then))
    assert shown == (row["days late"], row["so far"], row["next on"], row["then"])
    assert clock.state(now) is (State.MISSED if found.days_late else State.RUNNING)
    assert (found.interest is not None) is found.so_far.legal_interest
    assert (found.daily is not None) is (row["then"] == "interest")


@pytest.mark.parametrize("row", worked(PAGE, under="Repair"))
def test_by_when_a_defect_is_cured(row: dict[str, str]) -> None:
    asked_at = _at(row["asked"])
    assert asked_at is not None
    case = _case(_part(row["place"], asked_at=asked_at, faulty=True, resolution=Resolution.REPAIR), asked_at)
    clock = _clock(case, Code.CURE)
    assert clock is not None
    assert clock.due == _at(row["due"])
    assert clock.awaits is (None if clock.due else Awaited.REASONABLE)
    assert _clock(_case(_part(row["place"], resolution=Resolution.REPAIR)), Code.CURE) is None


@pytest.mark.parametrize("row", worked(PAGE, under="The price back"))
def test_by_when_the_price_of_faulty_goods_is_back(row: dict[str, str]) -> None:
    part = _part(row["place"], faulty=True)
    case = _case(part, approved_at=_at(row["approved"]), handed_over_at=_at(row["handed over"]))
    clock = _clock(case, Code.CONFORMITY_REFUND)
    assert (clock.due if clock else None) == _at(row["due"])
    assert (clock is None) is (row["place"] == "DE")


@pytest.mark.parametrize("row", worked(PAGE, under="An answer"))
def test_by_when_a_person_answers(row: dict[str, str]) -> None:
    case = _case(_part(), asked_since=_at(row["waits since"]), undecided=True)
    clock = _clock(case, Code.ANSWER)
    assert clock is not None
    assert clock.last_day == date.fromisoformat(row["last day"])
    assert (clock.who, clock.origin) == (Who.SHOP, Origin.PROMISE)
    assert _clock(replace(case, undecided=False), Code.QUESTION) is not None
    appealed = replace(case, appeal_until=ASKED + timedelta(days=5))
    assert [each.code for each in table.table(appealed)][:1] == [Code.APPEAL]
    assert _clock(appealed, Code.ANSWER) is None


def test_articles_of_the_law_that_held_when_it_was_bought() -> None:
    clock = _clock(_case(_part(), handed_over_at=ASKED), Code.REFUND_LAW)
    assert clock is not None
    assert any("L221-24" in citation for citation in clock.citations)
    assert not any("L221-24" in citation for citation in clock.unverified)
    unknown = _clock(_case(_part(contract=None), handed_over_at=ASKED), Code.REFUND_LAW)
    assert unknown is not None
    assert (unknown.due, unknown.citations, unknown.late) == (clock.due, (), None)


def test_a_promise_never_shortens_the_time_to_send_back() -> None:
    right = Right(date(2026, 11, 20), used=True)
    part = _part(withdrawal=right)
    early = _clock(_case(part, last_day=date(2026, 11, 9)), Code.SEND_BACK)
    late = _clock(_case(part, last_day=date(2026, 11, 23)), Code.SEND_BACK)
    assert early is not None and late is not None
    assert (early.last_day, early.origin) == (date(2026, 11, 16), Origin.LAW)
    assert (late.last_day, late.origin) == (date(2026, 11, 23), Origin.PROMISE)
    sent = _clock(_case(part, last_day=date(2026, 11, 23), handed_over_at=ASKED), Code.SEND_BACK)
    assert sent is not None and sent.state(ASKED + timedelta(days=90)) is State.MET


def test_of_several_items_the_most_pressing_counts() -> None:
    soon, later = _part(within_days=3, arrived=True, inspected=True), _part(within_days=9, inspected=True)
    case = _case(soon, inspected_at=ASKED)
    both = replace(case, parts=(later, soon))
    assert _clock(both, Code.REFUND_PROMISED) == _clock(case, Code.REFUND_PROMISED)
    paid = replace(both, parts=(later, replace(soon, over=True)))
    clock = _clock(paid, Code.REFUND_PROMISED)
    assert clock is not None and clock.due == ASKED + timedelta(days=9)


def test_what_is_paid_is_met_and_sorts_no_list() -> None:
    case = _case(_part(over=True, within_days=3, inspected=True), handed_over_at=ASKED, settled_at=ASKED)
    assert table.next_due(case) is None
    clock = _clock(case, Code.REFUND_LAW)
    assert clock is not None and clock.state(ASKED + timedelta(days=400)) is State.MET


def test_rights_end_without_being_missed_and_press_nobody() -> None:
    part = _part(guarantee=Right(date(2026, 11, 9), ("As told then",)))
    case = _case(part)
    clock = _clock(case, Code.GUARANTEE)
    assert clock is not None
    assert clock.state(ASKED) is State.RUNNING
    assert clock.state(ASKED + timedelta(days=30)) is State.OVER
    assert clock.citations[0] == "Code de la consommation, L217-3"
    untold = _clock(_case(replace(part, contract=None)), Code.GUARANTEE)
    assert untold is not None and untold.citations == ("As told then",)
    assert table.next_due(case) is None


def test_what_is_overdue_stands_first() -> None:
    part = _part(within_days=2, inspected=True, guarantee=Right(date(2028, 11, 1)))
    case = _case(part, inspected_at=ASKED, handed_over_at=ASKED, last_day=date(2026, 11, 20), travels=True)
    ordered = table.by_urgency(table.table(case), ASKED + timedelta(days=5))
    assert [clock.code for clock in ordered] == [
        Code.REFUND_PROMISED,
        Code.REFUND_LAW,
        Code.GUARANTEE,
        Code.SEND_BACK,
    ]
