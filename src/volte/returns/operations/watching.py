"""Deadlines are told of before they are missed, and once they are."""

from datetime import datetime, timedelta
from uuid import UUID

from volte.returns import deadlines
from volte.returns.events import DeadlineMissed, DeadlineNear
from volte.returns.models import DeadlineNotice, Return, ReturnItem
from volte.returns.rules.clocks import news
from volte.returns.rules.clocks.clock import Clock
from volte.returns.rules.clocks.news import News
from volte.runtime import clock, hot, shop_settings
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission


@operation(Permission.RETURNS_READ)
def tell_deadlines(*, by: Actor, return_id: UUID) -> int:
    """Announce the deadlines of this return that are near or missed and were not told of yet; how many."""
    row = hot.first(Return, lock=True, id=return_id)
    if row is None or row.deadline_at is None:
        return 0
    now = clock.now()
    ahead = timedelta(hours=shop_settings.of_shop(by.shop_id).deadlines.near_hours)
    told = 0
    for each in deadlines.clocks(row, hot.rows(ReturnItem, order="position", return_row_id=row.id)):
        kind = news.of(each, now=now, ahead=ahead)
        if kind is not None and _first_time(row, each, kind, now):
            _announce(row, each, kind)
            told += 1
    return told


def _first_time(row: Return, each: Clock, kind: News, now: datetime) -> bool:
    """The row of the return is ours: nobody else tells of it at this moment."""
    _, new = DeadlineNotice.objects.get_or_create(
        return_row_id=row.id, deadline=each.code.value, kind=kind.value, defaults={"shop_id": row.shop_id, "at": now}
    )
    return bool(new)


def _announce(row: Return, each: Clock, kind: News) -> None:
    assert each.due is not None, "only what has a day is near or missed"
    due, code = each.due.isoformat().replace("+00:00", "Z"), each.code.value
    if kind is News.NEAR:
        announce(DeadlineNear(row.id, row.number, code, due, row.value, row.currency), subject_id=row.id)
    else:
        missed = DeadlineMissed(row.id, row.number, code, each.origin.value, due, row.value, row.currency)
        announce(missed, subject_id=row.id)
