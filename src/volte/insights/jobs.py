"""Entry points for the worker: a draft is held against the past, a thousand items at a time."""

import logging
from uuid import UUID

from django.db.models import QuerySet

from volte.insights.backtest import history, runs, written
from volte.insights.models import BacktestRun
from volte.kit import time
from volte.kit.errors import Refused
from volte.policy import queries as policies
from volte.policy.rules import parse
from volte.runtime import clock, jobs, shop_settings, tenancy

log = logging.getLogger(__name__)
# The file of a page holds so many; `volte policy backtest --csv` writes them all.
MOST_LINES = 20_000


class _Stopped(Exception):
    """Somebody has had enough."""


@jobs.job(queue="insights")
def run_backtest(*, shop_id: str, run_id: str) -> None:
    """Begin, or begin again after a worker was killed."""
    shop, run = UUID(shop_id), UUID(run_id)
    try:
        _run(shop, run)
    except _Stopped:
        return
    except Exception as error:
        log.exception("the backtest %s failed", run)
        code = error.code if isinstance(error, Refused) else "insights_backtest_failed"
        with tenancy.entered(shop):
            _live(run).update(state="failed", failure=code[:60], ended_at=clock.now())


def run_backtest_soon(*, shop_id: UUID, run_id: UUID) -> None:
    jobs.later(run_backtest, shop_id=str(shop_id), run_id=str(run_id))


def _run(shop: UUID, run: UUID) -> None:
    # DuckDB and Ibis take their time to load: only this job waits for them.
    from volte.insights.backtest import replayed  # noqa: PLC0415

    with tenancy.entered(shop):
        row = _live(run).first()
        if row is None:
            raise _Stopped
        period = _period(row)
        draft, current = parse.policy(row.document), policies.version(number=row.against).policy
        _told(run, state="running", read=0, of=history.count(period))
    every: list[history.Asked | None] = []
    batch = _next(shop, run, history.FIRST, period, every)
    while batch is not None:
        batch = _next(shop, run, batch.last, period, every)
    with tenancy.entered(shop):
        sold = replayed.sold(current=current, draft=draft, period=period)
    found = replayed.backtest(current=current, draft=draft, every=every, sold=sold)
    with tenancy.entered(shop):
        _told(
            run,
            state="done",
            ended_at=clock.now(),
            outcome=runs.kept(found),
            lines=written.lines(found, most=MOST_LINES),
        )


def _next(
    shop: UUID, run: UUID, after: UUID, period: history.Period, every: list[history.Asked | None]
) -> history.Batch | None:
    """One batch in a transaction of its own, so that everybody sees how far it is."""
    with tenancy.entered(shop):
        batch = history.some(after=after, period=period)
        if batch is not None:
            every.extend(batch.items)
            _told(run, read=len(every))
    return batch


def _live(run: UUID) -> QuerySet[BacktestRun]:
    found: QuerySet[BacktestRun] = BacktestRun.objects.filter(id=run, state__in=runs.UNDER_WAY)
    return found


def _told(run: UUID, **news: object) -> None:
    if _live(run).update(**news) != 1:
        raise _Stopped


def _period(row: BacktestRun) -> history.Period:
    zone = shop_settings.of_shop(row.shop_id).timezone
    ends = {}
    if row.since is not None:
        ends["since"] = time.start_of(row.since, zone)
    if row.until is not None:
        ends["until"] = time.end_of(row.until, zone)
    return history.Period(**ends)
