"""Two books side by side: what is a difference, what is not, and what is proposed."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volte.kit.money import Money
from volte.money.rules import reconcile
from volte.money.rules.outcomes import Outcome, RefundStatus
from volte.money.rules.reconcile import Act, Found, Kind, Ours, Theirs

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ONE = UUID("0199aa00-0000-7000-8000-000000000001")
TABLE = Path(__file__).parents[3] / "docs/algorithms/reconciliation.md"
ROWS = re.findall(r"^\| \d+ \| (.+) \|$", TABLE.read_text("utf-8"), re.MULTILINE)


def ours(status: RefundStatus = RefundStatus.SUCCEEDED) -> Ours:
    return Ours(ONE, "key-1", status, Money(1500, "EUR"), "re_1", NOW - timedelta(hours=1))


def theirs(outcome: Outcome = Outcome.SUCCEEDED) -> Theirs:
    return Theirs("re_1", "ch_1", outcome, outcome.value, Money(1500, "EUR"), ONE, "key-1")


def compared(mine: list[Ours], listed: list[Theirs], *, whole: bool = True) -> list[Found]:
    found = reconcile.compare(ours=mine, theirs=listed, elsewhere=frozenset(), read_at=NOW, whole=whole)
    return list(found)


def test_the_worked_table_is_what_happens() -> None:
    assert len(ROWS) == 17
    for row in ROWS:
        mine, key, listed, difference, proposed = (cell.strip() for cell in row.split("|"))
        found = compared(_mine(mine), _listed(listed, key, known=mine != "–"))
        told = [(one.kind.value, one.act.value) for one in found] or [("–", "–")]
        assert told == [(difference, proposed)], row


def _mine(written: str) -> list[Ours]:
    if written == "–":
        return []
    if written == "by hand":
        return [replace(ours(), elsewhere=True)]
    return [ours(RefundStatus(written))]


def _listed(written: str, key: str, *, known: bool) -> list[Theirs]:
    if written == "–":
        return []
    word, amount, currency = written.split()
    outcome = Outcome(word) if word in list(Outcome) else Outcome.UNKNOWN
    money = Money(int(amount.replace(".", "")), currency)
    one = Theirs("re_1", "ch_1", outcome, word, money, ONE if known else None, "key-1" if known else "")
    return [replace(one, key="key-0") if key == "before" else one]


def test_two_that_go_through_for_one_of_ours_are_twice_and_only_the_second_is_told() -> None:
    again = replace(theirs(), gateway_refund="re_0", key="key-0")
    [found] = compared([ours()], [theirs(), again])
    assert (found.kind, found.gateway_refund) == (Kind.TWICE, "re_0")
    failed_before = replace(again, outcome=Outcome.FAILED)
    assert compared([ours()], [theirs(), failed_before]) == []


def test_what_changed_a_moment_ago_and_what_a_gap_hides_are_no_differences() -> None:
    fresh = replace(ours(), changed_at=NOW - timedelta(minutes=4))
    assert compared([fresh], [theirs(Outcome.FAILED)]) == []
    assert compared([ours()], [], whole=False) == []
    assert compared([replace(ours(), expected=False)], []) == []


def test_a_refund_the_shop_told_us_of_is_known() -> None:
    foreign = replace(theirs(), refund_id=None, key="")
    assert [one.kind for one in compared([], [foreign])] == [Kind.ONLY_THERE]
    known = frozenset({"re_1"})
    assert reconcile.compare(ours=[], theirs=[foreign], elsewhere=known, read_at=NOW, whole=True) == ()


@given(st.lists(st.sampled_from(list(RefundStatus)), max_size=8))
def test_books_that_agree_have_no_difference_and_each_side_is_told_at_most_once(statuses: list[RefundStatus]) -> None:
    mine, listed = [], []
    for place, status in enumerate(statuses):
        name = UUID(int=place + 1)
        mine.append(replace(ours(status), refund_id=name, key=f"k{place}", gateway_refund=f"re_{place}"))
        if status in (RefundStatus.SUCCEEDED, RefundStatus.FAILED, RefundStatus.PENDING):
            one = replace(theirs(Outcome(status.value)), refund_id=name, key=f"k{place}", gateway_refund=f"re_{place}")
            listed.append(one)
    assert compared(mine, listed) == []
    without = compared(mine, [])
    assert len({one.refund_id for one in without}) == len(without)
    assert {one.kind for one in without} <= {Kind.ONLY_HERE}


@pytest.mark.parametrize("status", [RefundStatus.PENDING, RefundStatus.SENDING])
def test_what_can_be_taken_over_is_proposed(status: RefundStatus) -> None:
    [found] = compared([ours(status)], [theirs()])
    assert found.act is Act.TAKE_OVER
