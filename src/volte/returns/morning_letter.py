"""The morning's mail in facts: the agenda of the day and the forecast of the week turned into lines."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.conf import settings as django_settings

from volte.kit import time
from volte.kit.text import Message, message
from volte.law.rules.lateness import Cost
from volte.messages.rules.to_staff import DeadlinesDue, DueLine, DueList
from volte.policy.rechecking import Fallen
from volte.returns.rules.clocks import cost
from volte.returns.rules.clocks.agenda import Agenda, Due
from volte.returns.rules.clocks.forecast import Forecast
from volte.runtime import formats, shop_settings, tenancy

# A mail is a beginning; the queue has the rest.
SHOWN = 12
_LEAST_MISSED = 0.5


def letter(
    *,
    name: str,
    agenda: Agenda,
    week: Forecast,
    today: date,
    fallen: Sequence[Fallen] = (),
    money: Sequence[Message] = (),
) -> DeadlinesDue:
    """What is said to one person of the shop; of `fallen` policies to whom may write them, of `money` to whom may read
    it."""
    desk = f"{django_settings.PUBLIC_URL}/staff"
    queue = f"{desk}/?queue=deadlines"
    zone = shop_settings.of_shop(tenancy.current()).timezone
    first = next((each.number for each in (*agenda.late, *agenda.today, *agenda.week)), "")
    return DeadlinesDue(
        number=first,
        name=name,
        link=queue,
        on=today,
        late=_list(agenda.late, f"{queue}&due=late", today, zone),
        today=_list(agenda.today, f"{queue}&due=soon", today, zone),
        week=_list(agenda.week, queue, today, zone),
        costs=agenda.late_costs,
        interest=agenda.interest,
        foresaw=finding(week) if week.whole.due else "",
        forecast_link=f"{desk}/deadlines/",
        fallen=tuple(map(_fallen, fallen)),
        policy_link=f"{desk}/policy/",
        money=tuple(money),
        finance_link=f"{desk}/finance/",
        account_link=f"{desk}/account/#morning",
    )


def _fallen(one: Fallen) -> Message:
    number, terms = one.version.number, len(one.groups)
    if one.on is None:
        return message("morning_policy_fallen", number=number, terms=terms)
    return message("morning_policy_will_fall", number=number, terms=terms, day=one.on)


def finding(week: Forecast) -> Message:
    """What the forecast says, in one sentence."""
    whole = week.whole
    if not whole.due:
        return message("forecast_nothing")
    if not week.says_something:
        return message("forecast_unknown", due=whole.due)
    told = whole.due - whole.unknown
    if whole.mean < _LEAST_MISSED:
        return message("forecast_kept", due=told)
    worst = max(week.days, key=lambda day: day.expected.mean)
    return message(
        "forecast_missed", due=told, missed=max(1, round(whole.mean)), low=whole.low, high=whole.high, day=worst.on
    )


def said(price: Cost, interest: Message | None = None) -> tuple[Message, ...]:
    """A price of being late: an amount with its share (and damages), or legal interest; nothing while it is nothing."""
    if price.legal_interest:
        return (interest or message("clock_cost_interest"),)
    if not price.extra:
        return ()
    extra = message("clock_cost_extra", amount=price.extra, percent=price.percent)
    return (extra, message("clock_cost_damages")) if price.damages else (extra,)


def _list(dues: Sequence[Due], link: str, today: date, zone: str) -> DueList:
    more = len(dues) - SHOWN
    return DueList(
        lines=tuple(_line(each, today, zone) for each in dues[:SHOWN]),
        count=len(dues),
        more=message("morning_more", count=more) if more > 0 else "",
        link=link,
    )


def _line(each: Due, today: date, zone: str) -> DueLine:
    return DueLine(
        number=each.number,
        link=f"{django_settings.PUBLIC_URL}/staff/returns/{each.number}/",
        what=message(f"clock_{each.code}"),
        until=_until(each, today, zone),
        amount=each.amount,
        cost=_cost(each),
    )


def _until(each: Due, today: date, zone: str) -> Message:
    last = time.local_date(each.due - timedelta(microseconds=1), zone)
    if last > today:
        return message("morning_by", day=last)
    if last < today:
        return message("morning_late", days=(today - last).days)
    if each.due == time.end_of(today, zone):
        return message("morning_tonight")
    return message("morning_before", hour=formats.hour(each.due, "en", zone))


def _cost(each: Due) -> tuple[Message, ...]:
    """What it costs by now, and what it will from which day on."""
    if each.lateness is None:
        return ()
    owed, daily = each.lateness.interest, each.lateness.daily
    now = said(each.lateness.so_far, cost.told(owed, so_far=True) if owed else None)
    if each.lateness.next_on is None or each.lateness.then is None:
        return now
    then = said(each.lateness.then, cost.told(daily, so_far=False) if daily else None)[:1]
    return (*now, *(message("morning_then", day=each.lateness.next_on, cost=price) for price in then))
