"""Finance as programs read it: the books day by day, and what is open."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge, paging
from volte.kit import time
from volte.kit.errors import Invalid
from volte.money import summing, verifications
from volte.money.rules.summed import Needs
from volte.money.summing import AccountDay
from volte.returns import bookdays, books, wire
from volte.returns.bookdays import BookDay, Key
from volte.returns.books import Late, Sum
from volte.runtime import clock, shop_settings
from volte.runtime.permissions import Permission

router = Router(tags=["money"])
_USUAL_DAYS = 30
_MOST_LATE = 200


@router.get("/finance/days", summary="The books day by day, the last day first")
def days(
    request: HttpRequest,
    since: date | None = None,
    until: date | None = None,
    currency: str = "",
    limit: int | None = None,
    after: str | None = None,
) -> HttpResponse:
    """One row for each day and currency with entries, where the shop is; both days included, the last thirty without
    them, a year at most. `given_back` is what left, `by_way` and `by_reason` what it consists of; a reason is the
    handle of yours, `.gesture` or `.other`. `balances` says whether debits equal credits; `accounts` holds each account
    that moved or is not empty, debits positive, with what it held before and after that day. 422 `days_out_of_order`,
    `period_too_long`."""
    edge.needs(request, Permission.MONEY_READ)
    by, size, before = edge.actor(request), paging.size(limit), _key(after)

    def work() -> object:
        today = time.local_date(clock.now(), shop_settings.of_shop(by.shop_id).timezone)
        last = until or today
        first = since or last - timedelta(days=_USUAL_DAYS - 1)
        found = bookdays.page(since=first, until=last, currency=currency.upper(), before=before, limit=size)
        following = f"{found[-1].on.isoformat()} {found[-1].currency}" if found else None
        return paging.page([_day(one) for one in found], limit=size, key=following)

    return edge.read(request, work)


@router.get("/finance/open", summary="What of the money is open, late, or does not add up")
def still_open(request: HttpRequest) -> HttpResponse:
    """`refunds` by what they wait for: `decision` (refused by the provider), `meaning` (an answer nobody understands),
    `paying` (by you), `account` (the customer's), `provider`. `late` are returns whose money is overdue, what costs by
    law first, 200 at most of `late_count`: `extra` is owed on top by now, `interest` the legal one where its rate is
    known. `books` says when they were last checked, and how much did not add up."""
    edge.needs(request, Permission.MONEY_READ)
    return edge.read(request, _open)


def _open() -> dict[str, Any]:
    waiting, late, looked = summing.open_refunds(), books.late_refunds(), verifications.last()
    checked = looked.finished_at if looked is not None else None
    return {
        "refunds": [
            {
                "waits_for": needs.value,
                "count": waiting.counts[needs],
                "amounts": [wire.money(each) for each in waiting.sums[needs]],
            }
            for needs in Needs
            if needs in waiting.counts
        ],
        "late_count": len(late),
        "late": [_late(one) for one in late[:_MOST_LATE]],
        "differences": summing.open_discrepancies(),
        "books": {
            "checked_at": wire.moment(checked) if checked is not None else None,
            "findings": verifications.open_count(),
        },
    }


def _key(after: str | None) -> Key | None:
    key = paging.key_of(after)
    if key is None:
        return None
    day, _, code = key.partition(" ")
    try:
        return date.fromisoformat(day), code
    except ValueError as error:
        raise Invalid("after_invalid") from error


def _day(one: BookDay) -> dict[str, Any]:
    return {
        "day": one.on.isoformat(),
        "currency": one.currency,
        "given_back": wire.money(one.paid.amount),
        "times": one.paid.times,
        "entries": one.books.entries,
        "debit": wire.money(one.debit),
        "credit": wire.money(one.credit),
        "balances": one.books.balances(),
        "closed": one.closed,
        "by_way": [
            {"kind": way.kind.value, "route": way.route.value, "gateway": way.gateway or None, **_sum(found)}
            for way, found in one.ways
        ],
        "by_reason": [{"reason": name, **_sum(found)} for name, found in one.reasons],
        "accounts": [_account(each) for each in one.accounts],
    }


def _sum(found: Sum) -> dict[str, Any]:
    return {"times": found.times, "amount": wire.money(found.amount)}


def _account(one: AccountDay) -> dict[str, Any]:
    sides = {"opening": one.opening, "debit": one.debit, "credit": one.credit, "closing": one.closing}
    return {"account": one.account.value, **{name: wire.money(amount) for name, amount in sides.items()}}


def _late(one: Late) -> dict[str, Any]:
    lateness = one.lateness
    extra = lateness.so_far.extra if lateness is not None else None
    interest = lateness.interest.amount if lateness is not None and lateness.interest is not None else None
    return {
        "number": one.number,
        "deadline": one.code.value,
        "due": wire.moment(one.due),
        "amount": wire.money(one.amount),
        "extra": wire.money(extra) if extra else None,
        "percent": lateness.so_far.percent if lateness is not None else 0,
        "interest": wire.money(interest) if interest else None,
        "damages": lateness is not None and lateness.so_far.damages,
    }
