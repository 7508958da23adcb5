"""Each morning whoever wants it gets a mail of what is late, due today and within a week."""

from datetime import UTC, date, datetime
from datetime import time as day_time
from zoneinfo import ZoneInfo

from volte.kit import time
from volte.messages import operations as messages
from volte.messages.rules.to_staff import DeadlinesDue
from volte.policy import rechecking
from volte.returns import morning, morning_letter, morning_money
from volte.returns.models import MorningMail
from volte.runtime import clock, people, shop_settings, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.people import MemberView
from volte.runtime.permissions import OF_ROLE, Morning, Permission

# Machines that slept all morning tell nobody in the afternoon what they should have begun the day with.
_UNTIL = day_time(13)
_NEVER_YET = date(1970, 1, 1)


def is_time() -> bool:
    """Has the morning of the entered shop begun without its mail?"""
    settings, now = shop_settings.of_shop(tenancy.current()), clock.now()
    local = now.astimezone(ZoneInfo(settings.timezone))
    if not day_time(settings.deadlines.morning_hour) <= local.time() < _UNTIL:
        return False
    return not MorningMail.objects.filter(on__gte=local.date()).exists()


@operation(Permission.RETURNS_MESSAGE)
def tell_morning(*, by: Actor) -> int:
    """Queue the mail of this morning for everybody who wants it; to how many. Once a day, whoever else tries."""
    settings, now = shop_settings.of_shop(by.shop_id), clock.now()
    today = time.local_date(now, settings.timezone)
    if not _ours(by, today, now):
        return 0
    wanted = [member for member in people.members() if member.morning is not Morning.NEVER]
    if not wanted:
        return 0
    found, fallen, money = morning.read(), rechecking.fallen(), morning_money.alarms(today=today)
    readers = [
        member
        for member in wanted
        if found.agenda.anything
        or member.morning is Morning.EVERY
        or (fallen and _writes_policy(member))
        or (money and _reads_money(member))
    ]
    if not readers:
        return 0
    week = morning.week(found)
    for member in readers:
        letter = morning_letter.letter(
            name=member.name,
            agenda=found.agenda,
            week=week,
            today=today,
            fallen=fallen if _writes_policy(member) else (),
            money=money if _reads_money(member) else (),
        )
        _queue(by, member, letter, today)
    return len(readers)


def _writes_policy(member: MemberView) -> bool:
    return Permission.POLICY_WRITE in OF_ROLE[member.role]


def _reads_money(member: MemberView) -> bool:
    return Permission.MONEY_READ in OF_ROLE[member.role]


def _ours(by: Actor, today: date, now: datetime) -> bool:
    """Two workers meet at this row: the second waits for the first, and finds the day taken."""
    MorningMail.objects.get_or_create(shop_id=by.shop_id, defaults={"on": _NEVER_YET, "at": now.astimezone(UTC)})
    return bool(MorningMail.objects.filter(on__lt=today).update(on=today, at=now) == 1)


def _queue(by: Actor, member: MemberView, letter: DeadlinesDue, today: date) -> None:
    messages.queue(
        by=by,
        to=member.email,
        language=member.language,
        facts=letter,
        subject_id=member.id,
        subject_kind="member",
        step=today.isoformat(),
    )
