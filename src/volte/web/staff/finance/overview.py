"""Finance on one page: what left and why, whether the books balance, what is open, what is late and what that costs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse

from volte.insights.answers import Drawing
from volte.kit import time
from volte.kit.money import Money
from volte.money import summing
from volte.money.rules.summed import Needs
from volte.money.summing import Open, OpenRefund
from volte.returns import bookdays, books, holdings, morning_letter
from volte.returns.books import GESTURE, OTHER, Late, Report, Sum
from volte.returns.rules.clocks import cost
from volte.runtime import clock, formats, shop_settings, tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, drawings, here
from volte.web.staff.finance import books as checking
from volte.web.staff.finance import frame, periods
from volte.web.staff.finance.periods import Period

_MOST_CHARTS = 3
_SHOWN = 12
_SOON = timedelta(days=30)
# So many days have a column each in the chart; of more, weeks or months.
_DAYS, _WEEKS = 45, 200


@dataclass(frozen=True, slots=True)
class Named:
    """A sum with its name, and how much of all it is (in hundredths)."""

    name: str
    sum: Sum
    share: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """One refund that waits for somebody."""

    number: str
    open: OpenRefund
    what: str


@dataclass(frozen=True, slots=True)
class LateRow:
    """One refund that is late, and what that costs by now, in words."""

    late: Late
    what: str
    days: int
    cost: str


@access.staff_required(Permission.MONEY_READ)
def page(request: here.StaffRequest) -> HttpResponse:
    """A period in sums, and everything that is open today."""
    language, zone = request.language, request.shop.settings.timezone
    today = time.local_date(clock.now(), zone)
    period = periods.read(request.GET, today=today)
    with tenancy.entered(request.shop.id):
        report = books.report(since=period.since, until=period.until)
        days = summing.days(since=period.since, until=period.until)
        waiting = summing.open_refunds()
        late = books.late_refunds()
        owed = summing.credits_owed(ending_before=clock.now() + _SOON)
        differences = summing.open_discrepancies()
        closed = summing.closed_until()
        checked = checking.state(request)
        numbers = holdings.numbers_by_id(return_ids=[one.refund.subject_id for one in waiting.first])
    totals = [one.amount for one in report.totals.values()]
    usual = periods.usual(today=today)
    finding = texts.say("staff-finance-finding", language, sums=_and(totals, language)) if totals else ""
    return frame.show(
        request,
        "overview",
        part="finance",
        period=period,
        first_day=formats.short_day(period.since, language),
        last_day=formats.short_day(period.until, language),
        usual=usual,
        own_days="open" if period not in [one for _, one in usual] else "",
        finding=finding,
        charts=_charts(request, report, period),
        days=bookdays.of(report=report, days=days),
        unbalanced=[day for day in days if not day.books.balances()],
        any_entries=bool(days),
        ways=_ways(report, language),
        reasons=_reasons(report, request.shop.settings, language),
        given=_given(report, request.shop.settings, language),
        open=_needs(waiting, language),
        waiting=[_waiting(one, numbers, language) for one in waiting.first[:_SHOWN]],
        more_waiting=max(0, len(waiting.first) - _SHOWN),
        **_lateness(late, today, zone, language),
        credits=owed,
        differences=differences,
        closed=closed,
        checked=checked,
        closable=today - timedelta(days=1),
        may_close=Permission.MONEY_BOOKS in request.actor.permissions,
        company=bool(request.shop.settings.entity and request.shop.settings.entity.siren),
    )


def _charts(request: here.StaffRequest, report: Report, period: Period) -> list[tuple[str, drawings.Drawn]]:
    """What left, over time, one chart for each currency; nothing where there is nothing to draw."""
    found = []
    for code in list(report.totals)[:_MOST_CHARTS]:
        sums: dict[str, int] = {}
        for day in period.days():
            paid = report.by_day.get((day, code))
            label = _label(day, period, request.language)
            sums[label] = sums.get(label, 0) + (paid.amount.amount if paid else 0)
        values = tuple(float(formats.in_units(Money(amount, code))) for amount in sums.values())
        title = texts.say("staff-finance-chart", request.language, currency=code)
        drawing = Drawing("columns", labels=tuple(sums), values=values)
        found.append((title, drawings.at_each_width(request, drawing, title=title)))
    return found


def _label(day: date, period: Period, language: str) -> str:
    length = len(period.days())
    if length <= _DAYS:
        return f"{day.day}/{day.month}"
    if length <= _WEEKS:
        return formats.week(day - timedelta(days=day.weekday()), language)
    return formats.month(day, language)


def _ways(report: Report, language: str) -> list[Named]:
    def name(way: summing.Way) -> str:
        kind = texts.say(f"money-kind-{way.kind}", language)
        if way.route == "store_credit" and way.kind == "credit":
            return texts.say("staff-finance-credit-issued", language)
        return texts.say(f"staff-way-{way.route}", language, kind=kind, provider=way.gateway.capitalize())

    whole = {code: total.amount.amount for code, total in report.totals.items()}
    return [_named(name(way), found, whole) for (way, _), found in report.by_way.items()]


def _reasons(report: Report, settings: shop_settings.ShopSettings, language: str) -> list[Named]:
    whole = {code: total.amount.amount for code, total in report.totals.items()}
    return [
        _named(_reason(handle, settings, language), found, whole) for (handle, _), found in report.by_reason.items()
    ]


def _given(report: Report, settings: shop_settings.ShopSettings, language: str) -> list[Named]:
    """What was let go by with exchanges, by the reason the articles came back for."""
    whole: dict[str, int] = {}
    for (_, code), found in report.given.items():
        whole[code] = whole.get(code, 0) + found.amount.amount
    return [_named(_reason(handle, settings, language), found, whole) for (handle, _), found in report.given.items()]


def _reason(handle: str, settings: shop_settings.ShopSettings, language: str) -> str:
    if handle in (GESTURE, OTHER):
        return texts.say(f"staff-finance-reason-{handle.removeprefix('.')}", language)
    known = settings.reason(handle)
    return shop_settings.words(known.names, language) if known else handle


def _named(name: str, found: Sum, totals: Mapping[str, int]) -> Named:
    whole = totals[found.amount.currency]
    return Named(name, found, round(100 * found.amount.amount / whole) if whole > 0 else 0)


def _needs(waiting: Open, language: str) -> list[tuple[str, int, str]]:
    """(what it waits for, how many, how much), what needs somebody first."""
    return [
        (needs.value, waiting.counts[needs], _and(waiting.sums[needs], language))
        for needs in Needs
        if needs in waiting.counts
    ]


def _waiting(one: OpenRefund, numbers: dict[UUID, str], language: str) -> Waiting:
    what = texts.say(f"staff-finance-do-{one.needs}", language)
    return Waiting(numbers.get(one.refund.subject_id, ""), one, what)


def _lateness(late: Sequence[Late], today: date, zone: str, language: str) -> dict[str, Any]:
    """The first of what is late, how many more, and what all of it costs."""
    return {
        "late": [_late(one, today, zone, language) for one in late[:_SHOWN]],
        "more_late": max(0, len(late) - _SHOWN),
        "late_count": len(late),
        "late_costs": _and(_extra(late), language),
    }


def _late(one: Late, today: date, zone: str, language: str) -> LateRow:
    last = time.local_date(one.due - timedelta(microseconds=1), zone)
    lateness = one.lateness
    owed = lateness.interest if lateness else None
    interest = cost.told(owed, so_far=True) if owed else None
    said = morning_letter.said(lateness.so_far, interest) if lateness else ()
    words = " ".join(texts.say(each, language) for each in said)
    return LateRow(one, texts.say(f"clock-{one.code.value.replace('_', '-')}", language), (today - last).days, words)


def _extra(late: Iterable[Late]) -> list[Money]:
    """What lateness costs by now, by currency: what is owed on top, and legal interest where its rate is known."""
    sums: dict[str, int] = {}
    for one in late:
        if one.lateness is None:
            continue
        for part in (one.lateness.so_far.extra, one.lateness.interest.amount if one.lateness.interest else None):
            if part:
                sums[part.currency] = sums.get(part.currency, 0) + part.amount
    return [Money(amount, code) for code, amount in sorted(sums.items())]


def _and(sums: Iterable[Money], language: str) -> str:
    return " · ".join(formats.money(amount, language) for amount in sums)
