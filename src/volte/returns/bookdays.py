"""The books day by day: what was given back, by which payment and for which reason, whether the day balances, and what
each account held at its beginning and its end. Asked inside an entered shop, days being the shop's. Never writes.

The page of finance and programs read the same days from here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from volte.kit.money import Money
from volte.money import summing
from volte.money.rules.summed import DayBooks
from volte.money.summing import AccountDay, Day, Way
from volte.returns import books
from volte.returns.books import Report, Sum

Key = tuple[date, str]


@dataclass(frozen=True, slots=True)
class BookDay:
    """One day in one currency. `ways` and `reasons` each sum to `paid`; `accounts` are those that hold something or
    moved, left out where nobody asked for them."""

    on: date
    currency: str
    paid: Sum
    ways: tuple[tuple[Way, Sum], ...]
    reasons: tuple[tuple[str, Sum], ...]
    books: DayBooks
    closed: bool
    accounts: tuple[AccountDay, ...] = ()

    @property
    def debit(self) -> Money:
        return Money(self.books.debit, self.currency)

    @property
    def credit(self) -> Money:
        return Money(self.books.credit, self.currency)


def of(*, report: Report, days: Iterable[Day]) -> tuple[BookDay, ...]:
    """Each day on which something was booked, the last one first."""
    return tuple(_day(day, report) for day in sorted(days, key=_place))


def page(*, since: date, until: date, currency: str = "", before: Key | None = None, limit: int) -> tuple[BookDay, ...]:
    """At most `limit` days with their accounts, from behind `before`; in one currency where it is named.

    Refuses `days_out_of_order`, `period_too_long`.
    """
    known = [day for day in summing.days(since=since, until=until) if currency in ("", day.currency)]
    behind = None if before is None else (-before[0].toordinal(), before[1])
    wanted = [day for day in sorted(known, key=_place) if behind is None or _place(day) > behind][:limit]
    if not wanted:
        return ()
    first, last = wanted[-1].on, wanted[0].on
    report, accounts = books.report(since=first, until=last), summing.accounts(since=first, until=last)
    return tuple(_day(day, report, accounts) for day in wanted)


def _place(day: Day) -> tuple[int, str]:
    return -day.on.toordinal(), day.currency


def _day(day: Day, report: Report, accounts: Mapping[Key, Sequence[AccountDay]] | None = None) -> BookDay:
    key = (day.on, day.currency)
    return BookDay(
        on=day.on,
        currency=day.currency,
        paid=report.by_day.get(key, Sum(0, Money(0, day.currency))),
        ways=tuple(report.ways_of_day.get(key, {}).items()),
        reasons=tuple(report.reasons_of_day.get(key, {}).items()),
        books=day.books,
        closed=day.closed,
        accounts=tuple(accounts.get(key, ())) if accounts is not None else (),
    )
