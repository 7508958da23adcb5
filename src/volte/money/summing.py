"""Sums over the money of a shop: what left by day and payment, whether each day balances, what is open, what credit is
still to be honoured. Asked inside an entered shop, days being the shop's. Never writes.

What left is read from the books: a refund that comes back counts against the day on which it came back.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, Sum

from volte.kit import time
from volte.kit.errors import Invalid
from volte.kit.money import Money
from volte.kit.words import PaymentKind
from volte.money import queries
from volte.money.models import BankAccount, Closing, Credit, Discrepancy, Promise, Refund
from volte.money.queries import RefundView
from volte.money.rules import document, summed
from volte.money.rules.ledger import Account
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.summed import DayBooks, Needs
from volte.money.rules.tenders import Route
from volte.runtime import late, shop_settings, sql, tenancy

# What is not over, asked for so that the partial indexes of refunds answer: `NOT IN` reads every refund there ever was.
OPEN = Q(status__in=[RefundStatus.PLANNED.value, RefundStatus.SENDING.value, RefundStatus.PENDING.value]) | Q(
    status__in=[RefundStatus.FAILED.value, RefundStatus.MANUAL.value]
)
LONGEST = 366
"""Days of a period, at most."""
_BATCH = 5_000
_SHOWN = 100
_MOVED = """
SELECT (e.at AT TIME ZONE %(zone)s)::date, coalesce(r.payment_kind, 'credit'), coalesce(r.route, 'store_credit'),
       coalesce(r.gateway, ''), coalesce(r.promise_id, c.promise_id), p.currency, sum(p.amount)
  FROM volte_money_entry e
  JOIN volte_money_posting p ON p.entry_id = e.id AND p.account = 'refunds_payable'
  LEFT JOIN volte_money_refund r ON r.id = e.refund_id
  LEFT JOIN volte_money_credit c ON c.id = e.credit_id
 WHERE e.shop_id = %(shop)s AND e.at >= %(since)s AND e.at < %(until)s
   AND e.kind IN ('paid_out', 'paid_out.reversed', 'credit_issued', 'credit_issued.reversed',
                  'credit_refilled', 'credit_refilled.reversed')
 GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(p.amount) <> 0 ORDER BY 1
"""
_BALANCED = """
SELECT (e.at AT TIME ZONE %(zone)s)::date, p.currency, count(DISTINCT e.id),
       coalesce(sum(p.amount) FILTER (WHERE p.amount > 0), 0), coalesce(-sum(p.amount) FILTER (WHERE p.amount < 0), 0)
  FROM volte_money_entry e JOIN volte_money_posting p ON p.entry_id = e.id
 WHERE e.shop_id = %(shop)s AND e.at >= %(since)s AND e.at < %(until)s
 GROUP BY 1, 2 ORDER BY 1 DESC, 2
"""


# What each account held before the first day, under no day; then what moved on each.
_ACCOUNTS = """
SELECT CASE WHEN e.at >= %(since)s THEN (e.at AT TIME ZONE %(zone)s)::date END, p.currency, p.account,
       coalesce(sum(p.amount) FILTER (WHERE p.amount > 0), 0), coalesce(-sum(p.amount) FILTER (WHERE p.amount < 0), 0)
  FROM volte_money_entry e JOIN volte_money_posting p ON p.entry_id = e.id
 WHERE e.shop_id = %(shop)s AND p.shop_id = %(shop)s AND e.at < %(until)s
 GROUP BY 1, 2, 3 ORDER BY 1 NULLS FIRST, 2, 3
"""


@dataclass(frozen=True, slots=True, order=True)
class Way:
    """By which payment and how money left; `gateway` is "" where no provider took it."""

    kind: PaymentKind
    route: Route
    gateway: str


@dataclass(frozen=True, slots=True)
class Moved:
    """What left on one day by one way for one promise; below nothing where more came back than left."""

    day: date
    way: Way
    promise_id: UUID | None
    amount: Money


@dataclass(frozen=True, slots=True)
class Day:
    """The books of one day in one currency; `closed` for good or not yet."""

    on: date
    currency: str
    books: DayBooks
    closed: bool


@dataclass(frozen=True, slots=True)
class AccountDay:
    """One account on one day, debits positive: `closing` is `opening` and `debit` less `credit`."""

    account: Account
    opening: Money
    debit: Money
    credit: Money

    @property
    def closing(self) -> Money:
        return self.opening + self.debit - self.credit


@dataclass(frozen=True, slots=True)
class OpenRefund:
    """A refund that is not over, and what it waits for."""

    refund: RefundView
    needs: Needs


@dataclass(frozen=True, slots=True)
class Open:
    """How many refunds wait for what, and how much in each currency; `first` are the oldest of those that wait for
    somebody."""

    counts: Mapping[Needs, int]
    sums: Mapping[Needs, tuple[Money, ...]]
    first: tuple[OpenRefund, ...]


@dataclass(frozen=True, slots=True)
class CreditOwed:
    """Store credit nobody has spent yet, in one currency: how many, how much, and how much of it ends by a day."""

    count: int
    balance: Money
    ending: Money


def moved(*, since: date, until: date) -> tuple[Moved, ...]:
    """What left in these days (both included). Refuses `days_out_of_order` and `period_too_long`."""
    return tuple(
        Moved(day, Way(PaymentKind(kind), Route(route), gateway), promise_id, Money(int(amount), currency))
        for day, kind, route, gateway, promise_id, currency, amount in _between(_MOVED, since, until)
    )


def given_away(*, since: date, until: date) -> tuple[tuple[UUID, Money], ...]:
    """Differences of exchanges that customers were let have in these days, by promise. Refuses the same."""
    _check(since, until)
    zone = shop_settings.of_shop(tenancy.current()).timezone
    rows = Promise.objects.filter(
        due_given_at__gte=time.start_of(since, zone), due_given_at__lt=time.end_of(until, zone)
    )
    found = rows.order_by("id").values_list("id", "due", "currency")
    return tuple((name, Money(due, currency)) for name, due, currency in found)


def days(*, since: date, until: date) -> tuple[Day, ...]:
    """Every day with entries, the last one first. Refuses the same."""
    last = Closing.objects.order_by("-until").values_list("day", flat=True).first()
    return tuple(
        Day(day, currency, DayBooks(entries, int(debit), int(credit)), last is not None and day <= last)
        for day, currency, entries, debit, credit in _between(_BALANCED, since, until)
    )


def accounts(*, since: date, until: date) -> dict[tuple[date, str], tuple[AccountDay, ...]]:
    """By day with entries and currency: every account that held something or moved, by name. Refuses the same."""
    held: dict[tuple[str, Account], int] = {}
    moved: dict[tuple[date, str], dict[Account, tuple[int, int]]] = {}
    for day, code, account, debit, credit in _between(_ACCOUNTS, since, until):
        if day is None:
            held[code, Account(account)] = int(debit) - int(credit)
        else:
            moved.setdefault((day, code), {})[Account(account)] = (int(debit), int(credit))
    found: dict[tuple[date, str], tuple[AccountDay, ...]] = {}
    for (day, code), sums in sorted(moved.items()):
        of_day = []
        for account in Account:
            opening, (debit, credit) = held.get((code, account), 0), sums.get(account, (0, 0))
            held[code, account] = opening + debit - credit
            if opening or account in sums:
                of_day.append(AccountDay(account, *(Money(each, code) for each in (opening, debit, credit))))
        found[day, code] = tuple(of_day)
    return found


def closed_until() -> date | None:
    """The last day that is closed."""
    found: date | None = Closing.objects.order_by("-until").values_list("day", flat=True).first()
    return found


def worth(*, promise_ids: Collection[UUID]) -> dict[UUID, dict[str, int]]:
    """What of each promise belongs to which reference of its units, see `rules.summed`."""
    wanted, found = sorted(set(promise_ids)), {}
    for start in range(0, len(wanted), _BATCH):
        rows = Promise.objects.filter(id__in=wanted[start : start + _BATCH]).values_list("id", "lines")
        found.update({name: summed.worth(document.lines_read(written=lines)) for name, lines in rows})
    return found


def open_refunds() -> Open:
    """Everything that was promised and is not there yet."""
    late.write()
    rows = list(Refund.objects.filter(OPEN).order_by("id"))
    named = set(BankAccount.objects.filter(refund_id__in=[row.id for row in rows]).values_list("refund_id", flat=True))
    counts: dict[Needs, int] = {}
    sums: dict[tuple[Needs, str], int] = {}
    first: list[OpenRefund] = []
    for row in rows:
        view = queries.refund_view(row=row)
        waits = summed.needs(
            status=view.status, route=view.route, payment=view.payment, account=row.id in named, unclear=row.unclear
        )
        assert waits is not None, "what is over was not asked for"
        counts[waits] = counts.get(waits, 0) + 1
        sums[waits, row.currency] = sums.get((waits, row.currency), 0) + row.amount
        if waits is not Needs.PROVIDER and len(first) < _SHOWN:
            first.append(OpenRefund(view, waits))
    by_currency = {
        waits: tuple(Money(amount, code) for (name, code), amount in sorted(sums.items()) if name is waits)
        for waits in counts
    }
    return Open(counts, by_currency, tuple(sorted(first, key=lambda one: list(Needs).index(one.needs))))


def credits_owed(*, ending_before: datetime) -> tuple[CreditOwed, ...]:
    """What is still on store credits, by currency."""
    ending = Q(expires_at__isnull=False, expires_at__lt=ending_before)
    rows = Credit.objects.filter(balance__gt=0).values("currency").order_by("currency")
    told = rows.annotate(count=Count("id"), left=Sum("balance"), soon=Sum("balance", filter=ending))
    return tuple(
        CreditOwed(row["count"], Money(row["left"], row["currency"]), Money(row["soon"] or 0, row["currency"]))
        for row in told
    )


def open_discrepancies() -> int:
    """How many differences with payment providers nobody has seen to."""
    found: int = Discrepancy.objects.filter(resolved_at__isnull=True).count()
    return found


def _check(since: date, until: date) -> None:
    if since > until:
        raise Invalid("days_out_of_order")
    if (until - since).days >= LONGEST:
        raise Invalid("period_too_long", days=LONGEST)


def _between(statement: str, since: date, until: date) -> list[tuple]:  # type: ignore[type-arg]
    _check(since, until)
    late.write()
    zone = shop_settings.of_shop(tenancy.current()).timezone
    asked = {"shop": tenancy.current(), "zone": zone}
    asked |= {"since": time.start_of(since, zone), "until": time.end_of(until, zone)}
    return list(sql.run(statement, asked).fetchall())
