"""What follows by itself? Reactions, mails, labels, refunds: done at once, at the moment they would have been done.

The worker is not running yet. This does its work between two happenings, with the clock a little further on, so that
nothing of the past is left waiting in the queue.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from procrastinate.contrib.django import app as queue

from volte.money import operations as money
from volte.money import queries as money_queries
from volte.money.rules.outcomes import RefundStatus
from volte.project import reactions
from volte.project.demo.playing.cast import Cast
from volte.project.demo.playing.stage import Misplayed
from volte.runtime import clock, dispatch, tenancy

# The dispatcher wakes at commit; the queue waits a moment for company, and until a look can no longer be taken back.
_REACTS_AFTER = timedelta(seconds=1)
_WORKS_AFTER = timedelta(seconds=12)
_TRANSFERS_AFTER = timedelta(days=1)
_MOST_ROUNDS = 20
_BUSY = """
SELECT EXISTS (SELECT 1 FROM volte_runtime_outboxevent WHERE dispatched_at IS NULL)
       OR EXISTS (SELECT 1 FROM procrastinate_jobs WHERE status = 'todo')
"""
_TAKE = """
WITH taken AS (
    DELETE FROM procrastinate_jobs
    WHERE status = 'todo' AND %s IN (args ->> 'shop', args ->> 'shop_id')
    RETURNING id, task_name, args
)
SELECT task_name, args FROM taken ORDER BY id
"""


class Aftermath:
    """Follows the happenings up to `now`, never beyond."""

    def __init__(self, *, cast: Cast, now: datetime) -> None:
        self._cast = cast
        self._now = now
        self._reached: datetime | None = None
        self._transferred_on: date | None = None

    def free_at(self, moment: datetime) -> datetime:
        """This moment, or a little later when what came before was still being dealt with: time runs forward."""
        return moment if self._reached is None else max(moment, self._reached)

    def follow(self, *, at: datetime) -> None:
        """Everything that what happened at `at` brings about, and what that brings about."""
        self._transfer(at)
        moment = self._reached = at
        for _ in range(_MOST_ROUNDS):
            moment = min(moment + _REACTS_AFTER, self._now)
            with clock.at(moment):
                dispatch.dispatch(reactions.REACTIONS)
            moment = self._reached = min(moment + _WORKS_AFTER, self._now)
            with clock.at(moment):
                self._work()
            if not self._is_busy():
                return
        raise Misplayed(f"what follows from {at:%Y-%m-%d %H:%M} never ends: a reaction fails again and again")

    def _is_busy(self) -> bool:
        """Asked, because it costs less than looking for work and finding none."""
        with tenancy.entered(self._cast.shop_id), connection.cursor() as cursor:
            cursor.execute(_BUSY)
            return bool(cursor.fetchone()[0])

    def _work(self) -> None:
        """Run the jobs of this shop that wait, in this process."""
        with connection.cursor() as cursor:
            cursor.execute(_TAKE, [str(self._cast.shop_id)])
            jobs = cursor.fetchall()
        for name, arguments in jobs:
            queue.tasks[name].func(**_read(arguments))

    def _transfer(self, at: datetime) -> None:
        """Once a day somebody pays by bank transfer what no provider can send back."""
        if self._transferred_on == at.date():
            return
        self._transferred_on = at.date()
        with clock.at(at):
            with tenancy.entered(self._cast.shop_id):
                waiting = money_queries.refunds_to_pay_by_hand()
            for refund in waiting:
                if refund.status is RefundStatus.MANUAL and refund.planned_at < at - _TRANSFERS_AFTER:
                    reference = f"VIR {at:%Y%m%d} {str(refund.id)[-4:].upper()}"
                    money.record_payout(by=self._cast.finance, refund_id=refund.id, reference=reference)


def _read(arguments: Any) -> Mapping[str, Any]:
    """Our own cursor gives JSON as text."""
    read: Mapping[str, Any] = json.loads(arguments) if isinstance(arguments, str) else arguments
    return read
