"""What a refund waits for, and whose part of an amount is whose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volte.money.rules import summed
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.summed import DayBooks, Needs
from volte.money.rules.tenders import PRESUMED, Route

S, R = RefundStatus, Route


@pytest.mark.parametrize(
    ("status", "route", "payment", "account", "unclear", "waits"),
    [
        (S.PLANNED, R.GATEWAY, "p1", False, 0, Needs.PROVIDER),
        (S.PENDING, R.GATEWAY, "p1", False, 0, Needs.PROVIDER),
        (S.PENDING, R.GATEWAY, "p1", False, 2, Needs.MEANING),
        (S.FAILED, R.GATEWAY, "p1", False, 0, Needs.DECISION),
        (S.MANUAL, R.BANK_TRANSFER, "p1", False, 0, Needs.ACCOUNT),
        (S.MANUAL, R.BANK_TRANSFER, "p1", True, 0, Needs.PAYING),
        (S.MANUAL, R.BANK_TRANSFER, PRESUMED, False, 0, Needs.PAYING),
        (S.MANUAL, R.BY_HAND, "p1", False, 0, Needs.PAYING),
        (S.SUCCEEDED, R.GATEWAY, "p1", False, 0, None),
        (S.REPLACED, R.GATEWAY, "p1", False, 3, None),
    ],
)
def test_what_a_refund_waits_for(
    status: S, route: R, payment: str, account: bool, unclear: int, waits: Needs | None
) -> None:
    assert summed.needs(status=status, route=route, payment=payment, account=account, unclear=unclear) is waits


@given(
    st.integers(-(10**12), 10**12),
    st.dictionaries(st.text(max_size=3), st.integers(-(10**9), 10**9), max_size=6),
)
def test_the_parts_of_an_amount_sum_to_it(amount: int, by_worth: dict[str, int]) -> None:
    parts = summed.shared(amount=amount, by_worth=by_worth)
    assert sum(parts.values()) == amount
    assert set(parts) <= (set(by_worth) or {summed.GESTURE})


def test_what_is_worth_nothing_bears_nothing() -> None:
    assert summed.shared(amount=1000, by_worth={"a": 300, "b": 0, "c": 100}) == {"a": 750, "c": 250}
    assert summed.shared(amount=-5, by_worth={}) == {summed.GESTURE: -5}


def test_a_day_balances_or_not() -> None:
    assert DayBooks(2, 500, 500).balances()
    assert not DayBooks(2, 500, 499).balances()
