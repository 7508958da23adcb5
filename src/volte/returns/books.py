"""The books, with what they are about: money knows ids, an accountant asks for the number of a return."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from volte.kit.money import Money
from volte.money import exporting, summing
from volte.money.rules import summed
from volte.money.summing import Way
from volte.returns import deadlines, due
from volte.returns.models import Return, ReturnItem
from volte.returns.rules.clocks import cost
from volte.returns.rules.clocks.cost import Lateness
from volte.returns.rules.clocks.words import Code, Origin, State
from volte.runtime import clock

GESTURE = ".gesture"
OTHER = ".other"
"""No handle of a reason begins with a point."""
_Key = TypeVar("_Key", bound=Hashable)
_Name = TypeVar("_Name", bound=Hashable)
_OF_MONEY = (Code.REFUND_LAW, Code.REFUND_PROMISED, Code.CONFORMITY_REFUND)


def as_csv(*, since: date, until: date) -> str:
    """Every posting of these days, see `money.exporting`."""
    return exporting.as_csv(since=since, until=until, pieces=numbers)


def as_fec(*, since: date, until: date) -> tuple[str, str]:
    """Name and content of the file for French accountants, see `money.exporting`."""
    return exporting.as_fec(since=since, until=until, pieces=numbers)


def numbers(subject_ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """The number of each of these that is a return."""
    wanted = sorted(set(subject_ids))
    found: dict[UUID, str] = {}
    for start in range(0, len(wanted), 5_000):
        part = Return.objects.filter(id__in=wanted[start : start + 5_000])
        found.update(part.values_list("id", "number"))
    return found


@dataclass(frozen=True, slots=True)
class Sum:
    """What left under one heading, in one currency. `times`: how many refunds and credits that were."""

    times: int
    amount: Money


@dataclass(frozen=True, slots=True)
class Report:
    """What left in a period, summed three ways; each way sums to `totals`, by currency. A reason is the handle of the
    shop's, or one of `GESTURE` and `OTHER`. `given`, by reason too, never left and is no part of them: differences of
    exchanges that customers were let have."""

    totals: Mapping[str, Sum]
    by_day: Mapping[tuple[date, str], Sum]
    by_way: Mapping[tuple[Way, str], Sum]
    by_reason: Mapping[tuple[str, str], Sum]
    given: Mapping[tuple[str, str], Sum]
    ways_of_day: Mapping[tuple[date, str], Mapping[Way, Sum]]
    reasons_of_day: Mapping[tuple[date, str], Mapping[str, Sum]]


@dataclass(frozen=True, slots=True)
class Late:
    """A refund that should be there by now, the law's deadline rather than ours where both passed."""

    number: str
    code: Code
    due: datetime
    amount: Money
    lateness: Lateness | None


def report(*, since: date, until: date) -> Report:
    """What was paid out and put on store credit in these days, the shop's, both included; what came back is taken off.

    Refuses `days_out_of_order`, `period_too_long`.
    """
    found = summing.moved(since=since, until=until)
    let_go = summing.given_away(since=since, until=until)
    reasons = _reasons([one.promise_id for one in found if one.promise_id is not None] + [name for name, _ in let_go])
    totals: dict[str, list[int]] = {}
    by_day: dict[tuple[date, str], list[int]] = {}
    by_way: dict[tuple[Way, str], list[int]] = {}
    by_reason: dict[tuple[str, str], list[int]] = {}
    ways: dict[tuple[date, str], dict[tuple[Way, str], list[int]]] = {}
    causes: dict[tuple[date, str], dict[tuple[str, str], list[int]]] = {}
    for one in found:
        code, amount = one.amount.currency, one.amount.amount
        _count(totals, code, amount)
        _count(by_day, (one.day, code), amount)
        _count(by_way, (one.way, code), amount)
        _count(ways.setdefault((one.day, code), {}), (one.way, code), amount)
        whose = reasons.get(one.promise_id, {}) if one.promise_id is not None else {}
        for reason, part in summed.shared(amount=amount, by_worth=whose or {OTHER: 1}).items():
            _count(by_reason, (reason, code), part)
            _count(causes.setdefault((one.day, code), {}), (reason, code), part)
    given: dict[tuple[str, str], list[int]] = {}
    for name, let in let_go:
        for reason, part in summed.shared(amount=let.amount, by_worth=reasons.get(name) or {OTHER: 1}).items():
            _count(given, (reason, let.currency), part)
    return Report(
        totals={code: _sum(code, counted) for code, counted in sorted(totals.items())},
        by_day={key: _sum(key[1], counted) for key, counted in sorted(by_day.items())},
        by_way=_largest_first(by_way),
        by_reason=_largest_first(by_reason),
        ways_of_day={key: _named(sums) for key, sums in ways.items()},
        reasons_of_day={key: _named(sums) for key, sums in causes.items()},
        given=_largest_first(given),
    )


def late_refunds() -> tuple[Late, ...]:
    """Returns whose money is overdue, what costs by law first, then the oldest."""
    now = clock.now()
    found: dict[UUID, Late] = {}
    for batch in due.due_before(now):
        owed = due.still_owed(batch)
        for row, items in batch:
            missed = [
                each
                for each in deadlines.clocks(row, items)
                if each.code in _OF_MONEY and each.state(now) is State.MISSED
            ]
            for each in sorted(missed, key=lambda one: one.origin is not Origin.LAW)[:1]:
                assert each.due is not None, "what was missed had a day"
                lateness = cost.of(each, amount=owed[row.id], now=now)
                found[row.id] = Late(row.number, each.code, each.due, owed[row.id], lateness)
    return tuple(sorted(found.values(), key=lambda one: (one.code is Code.REFUND_PROMISED, one.due)))


def _reasons(promise_ids: Sequence[UUID]) -> dict[UUID, dict[str, int]]:
    """What of each promise was for which reason."""
    by_reference = summing.worth(promise_ids=promise_ids)
    names = sorted({name for worth in by_reference.values() for name in worth if name != summed.GESTURE})
    known: dict[str, str] = {}
    for start in range(0, len(names), 5_000):
        rows = ReturnItem.objects.filter(id__in=names[start : start + 5_000]).values_list("id", "reason")
        known.update({str(name): reason for name, reason in rows})
    found: dict[UUID, dict[str, int]] = {}
    for promise_id, worth in by_reference.items():
        mine = found.setdefault(promise_id, {})
        for name, value in worth.items():
            reason = GESTURE if name == summed.GESTURE else known.get(name) or OTHER
            mine[reason] = mine.get(reason, 0) + value
    return found


def _count(sums: dict[_Key, list[int]], key: _Key, amount: int) -> None:
    counted = sums.setdefault(key, [0, 0])
    counted[0] += 1
    counted[1] += amount


def _sum(code: str, counted: Sequence[int]) -> Sum:
    return Sum(counted[0], Money(counted[1], code))


def _named(sums: Mapping[tuple[_Name, str], Sequence[int]]) -> dict[_Name, Sum]:
    """Of one currency, what weighs most first."""
    return {name: found for (name, _), found in _largest_first(sums).items()}


def _largest_first(sums: Mapping[tuple[_Name, str], Sequence[int]]) -> dict[tuple[_Name, str], Sum]:
    """By currency, and what weighs most first."""
    ordered = sorted(sums.items(), key=lambda one: (one[0][1], -one[1][1]))
    return {key: _sum(key[1], counted) for key, counted in ordered}
