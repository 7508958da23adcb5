"""What is on a credit: the worked tables of docs/algorithms/store-credit.md, and what must hold for any history."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.money import tables
from tests.rules.money.test_refund import eur
from volte.kit import time
from volte.kit.errors import Conflict, Invalid, Refused
from volte.kit.money import Money
from volte.money.rules import credit
from volte.money.rules.credit import Least, Terms
from volte.money.rules.purse import Move, Purse, State

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
DAY = timedelta(days=1)
NONE = eur(0)


def purse(base: int = 5000, bonus: int = 500) -> Purse:
    return Purse(eur(base), eur(bonus), eur(base), eur(bonus), NONE, NONE)


def test_the_worked_history() -> None:
    stands = purse()
    for row in tables.rows("store-credit.md", first_column="step"):
        amount = eur(int(row["amount"]))
        try:
            move = stands.spent(amount=amount, now=NOW) if row["step"] == "spend" else stands.put_back(amount=amount)
        except Refused as refused:
            assert refused.code == row["base left"]
            continue
        stands = stands.moved(move)
        assert (stands.base_left, stands.bonus_left) == (eur(int(row["base left"])), eur(int(row["bonus left"]))), row


@pytest.mark.parametrize("row", tables.rows("store-credit.md", first_column="shop"), ids=str)
def test_the_worked_terms(row: dict[str, str]) -> None:
    least = {"–": None, "for ever": Least(None)}.get(row["law"]) if row["law"] in ("–", "for ever") else None
    if row["law"].isdigit():
        least = Least(int(row["law"]))
    found = credit.terms(
        months=int(row["shop"]),
        bonus_months=int(row["bonus"]),
        least=least,
        issued_at=datetime(2026, 1, 30, 23, 30, tzinfo=UTC),
        zone="Europe/Paris",
    )
    assert (_last(found.expires_at), _last(found.bonus_expires_at)) == (row["base until"], row["bonus until"])


def _last(moment: datetime | None) -> str:
    return "–" if moment is None else str(time.local_date(moment - timedelta(seconds=1), "Europe/Paris"))


def test_a_bonus_lasts_as_long_as_the_rest_where_nobody_says_otherwise() -> None:
    found = credit.terms(months=2, bonus_months=None, least=None, issued_at=NOW, zone="Europe/Paris")
    assert found == Terms(time.end_of(date(2027, 1, 22), "Europe/Paris"), None)


@pytest.mark.parametrize("row", tables.rows("store-credit.md", first_column="day"), ids=str)
def test_the_worked_ends(row: dict[str, str]) -> None:
    ends = {"expires_at": NOW + 60 * DAY, "bonus_expires_at": NOW + 30 * DAY}
    stands = replace(purse(), base_left=eur(200), blocked=row["blocked"] == "yes", **ends)
    at = NOW + int(row["day"]) * DAY
    lapses = stands.lapses(now=at) or Move(NONE, NONE)
    assert (-lapses.base, -lapses.bonus) == (eur(int(row["lapses base"])), eur(int(row["lapses bonus"])))
    told = stands.warns(now=at, warned=None)
    assert ("–" if told is None else f"day {(told - NOW).days}") == row["told"]
    assert told is None or stands.warns(now=at, warned=told) is None
    if not stands.blocked:
        assert stands.usable(now=at) == eur(int(row["usable"]))
        if stands.usable(now=at):
            assert stands.spent(amount=stands.usable(now=at), now=at).amount == -stands.usable(now=at)
        with pytest.raises(Conflict):
            stands.spent(amount=stands.usable(now=at) + eur(1), now=at)


def test_states_and_refusals() -> None:
    over = replace(purse(), expires_at=NOW)
    assert purse().state(now=NOW) is State.ACTIVE
    assert replace(over, blocked=True).state(now=NOW) is State.BLOCKED
    assert over.state(now=NOW) is State.EXPIRED
    assert replace(over, base_left=NONE, bonus_left=NONE, base_lapsed=eur(5000)).state(now=NOW) is State.EXPIRED
    assert replace(over, base_left=NONE, bonus_left=NONE).state(now=NOW) is State.SPENT
    with pytest.raises(Conflict, match="credit_expired"):
        over.spent(amount=eur(1), now=NOW)
    with pytest.raises(Conflict, match="credit_blocked"):
        replace(purse(), blocked=True).spent(amount=eur(1), now=NOW)
    for wrong in (NONE, eur(-5)):
        with pytest.raises(Invalid, match="credit_spend_invalid"):
            purse().spent(amount=wrong, now=NOW)
        with pytest.raises(Conflict, match="credit_above_issued"):
            purse().put_back(amount=wrong)
    with pytest.raises(Invalid, match="credit_currency"):
        purse().spent(amount=Money(5, "USD"), now=NOW)


def test_a_refund_goes_only_where_it_stays_worth_something() -> None:
    used = replace(purse(), base_left=NONE)
    assert used.takes_back(amount=eur(5000), now=NOW)
    assert not used.takes_back(amount=eur(5001), now=NOW)
    assert not used.takes_back(amount=Money(5, "USD"), now=NOW)
    assert not replace(used, blocked=True).takes_back(amount=eur(1), now=NOW)
    assert not replace(used, expires_at=NOW).takes_back(amount=eur(1), now=NOW)


def test_time_nobody_could_spend_it_is_given_back() -> None:
    ends = replace(purse(), blocked=True, expires_at=NOW + 5 * DAY, bonus_expires_at=NOW - DAY)
    opened = ends.opened(after=3 * DAY)
    assert (opened.blocked, opened.expires_at, opened.bonus_expires_at) == (False, NOW + 8 * DAY, NOW + 2 * DAY)
    # Spent two days before the bonus ended, called off the day after: it has two days again, the rest is as it was.
    again = ends.resumed(since=NOW - 3 * DAY, now=NOW)
    assert (again.expires_at, again.bonus_expires_at) == (NOW + 5 * DAY, NOW + 2 * DAY)
    assert ends.resumed(since=NOW - DAY, now=NOW).bonus_expires_at == NOW - DAY


@given(
    base=st.integers(1, 10**6),
    bonus=st.integers(0, 10**5),
    steps=st.lists(st.tuples(st.booleans(), st.integers(1, 10**6)), max_size=30),
)
def test_no_history_makes_money_of_a_gift_or_a_gift_of_money(
    base: int, bonus: int, steps: list[tuple[bool, int]]
) -> None:
    stands, moved = purse(base, bonus), NONE
    for spends, amount in steps:
        try:
            move = stands.spent(amount=eur(amount), now=NOW) if spends else stands.put_back(amount=eur(amount))
        except Refused:
            continue
        assert abs(move.amount.amount) == amount
        # Bonus is touched only where no base is left to take, or none is left to give back.
        after = stands.moved(move)
        assert not move.bonus or (not after.base_left if spends else after.base_left == after.base)
        stands, moved = after, moved + move.amount
        assert NONE <= stands.base_left <= stands.base
        assert NONE <= stands.bonus_left <= stands.bonus
    assert stands.balance == eur(base + bonus) + moved
    if stands.room():
        assert stands.moved(stands.put_back(amount=stands.room())) == purse(base, bonus)
