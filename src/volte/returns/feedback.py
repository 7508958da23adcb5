"""What customers said at the end: of one return, by month, and the latest. Asked inside an entered shop."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from volte.returns.models import Feedback, Return
from volte.returns.rules import feedback as rules
from volte.returns.rules.feedback import Openness
from volte.returns.views import ReturnView
from volte.runtime import clock, shop_settings, sql, tenancy


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """What was said about one return: 1 (very bad) to 5 (very good)."""

    score: int
    comment: str
    given_at: datetime
    changed_at: datetime

    @property
    def is_low(self) -> bool:
        return rules.is_low(self.score)


@dataclass(frozen=True, slots=True)
class Month:
    """The returns that were settled in a month of the shop's calendar: how many customers were asked, how many
    answered since, and how many gave each score from 1 to 5."""

    month: date
    asked: int
    scores: tuple[int, int, int, int, int]

    @property
    def answers(self) -> int:
        return sum(self.scores)


@dataclass(frozen=True, slots=True)
class Said:
    """One answer in a list, with the return it is about."""

    return_id: UUID
    number: str
    customer_name: str
    unhappy: bool
    view: FeedbackView


def of_return(*, return_id: UUID) -> FeedbackView | None:
    """What was said about this return; None when nobody answered."""
    row = Feedback.objects.filter(return_row_id=return_id, score__isnull=False).first()
    return _view(row) if row is not None else None


def openness(*, view: ReturnView, said: FeedbackView | None) -> Openness:
    """May the customer answer now, or change the answer?"""
    given_at = said.given_at if said else None
    return rules.openness(status=view.status, settled_at=view.settled_at, given_at=given_at, now=clock.now())


def by_month(*, since: datetime, until: datetime) -> tuple[Month, ...]:
    """One line a month, the oldest first; months without a settled return are left out. `until` is exclusive."""
    zone = shop_settings.of_shop(tenancy.current()).timezone
    found = sql.run(_BY_MONTH, [zone, tenancy.current(), since, until]).fetchall()
    return tuple(Month(month, asked, tuple(scores)) for month, asked, scores in found)


def latest(*, limit: int = 20, before: datetime | None = None, low: bool = False) -> tuple[Said, ...]:
    """What was said last, newest first; `low` keeps what was bad."""
    rows = Feedback.objects.filter(score__isnull=False).select_related("return_row").order_by("-given_at")
    if before is not None:
        rows = rows.filter(given_at__lt=before)
    if low:
        rows = rows.filter(score__lte=rules.LOW)
    return tuple(_said(row, row.return_row) for row in rows[:limit])


_BY_MONTH = """
SELECT date_trunc('month', asked_at AT TIME ZONE %s)::date AS month, count(*),
       ARRAY[count(*) FILTER (WHERE score = 1), count(*) FILTER (WHERE score = 2), count(*) FILTER (WHERE score = 3),
             count(*) FILTER (WHERE score = 4), count(*) FILTER (WHERE score = 5)]
  FROM volte_returns_feedback WHERE shop_id = %s AND asked_at >= %s AND asked_at < %s
 GROUP BY month ORDER BY month
"""


def _said(row: Feedback, about: Return) -> Said:
    return Said(about.id, about.number, about.customer_name, about.unhappy, _view(row))


def _view(row: Feedback) -> FeedbackView:
    assert row.score is not None and row.given_at is not None and row.changed_at is not None
    return FeedbackView(row.score, row.comment, row.given_at, row.changed_at)
