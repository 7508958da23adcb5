"""How is the installation? Its work in numbers, counted in the database when somebody asks: for `volte doctor` and
`/metrics`. Each question goes through an index of what is not done yet, however much is."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from volte.insights import folders
from volte.runtime import clock, tenancy

# A worker beats every ten seconds.
SILENT_AFTER = timedelta(seconds=40)
# The sweeps ask again after two minutes; what stands longer than this needs somebody.
STUCK_AFTER = timedelta(minutes=15)
# Providers take a day or two; what was promised before that, a customer asks about.
LONG_AFTER = timedelta(days=3)
# Time enough for somebody to take what is held before the card lets go of it.
ENDING_WITHIN = timedelta(days=1)
# A receiver that restarts is no news.
AILING_AFTER = timedelta(hours=1)

_OUTBOX = """
SELECT count(*), COALESCE(EXTRACT(EPOCH FROM %(now)s - min(happened_at)), 0),
       count(*) FILTER (WHERE failures > 0)
FROM volte_runtime_outboxevent WHERE dispatched_at IS NULL
"""
_FAILING = """
SELECT kind, max(failures), split_part(max(last_error), ':', 1) FROM volte_runtime_outboxevent
WHERE dispatched_at IS NULL AND failures > 0 GROUP BY kind ORDER BY kind
"""
_LANES = """
SELECT queue_name, count(*) FILTER (WHERE status = 'todo'), count(*) FILTER (WHERE status = 'doing'),
       COALESCE(EXTRACT(EPOCH FROM now() - min(scheduled_or_made) FILTER (
           WHERE status = 'todo' AND scheduled_or_made <= now())), 0)
FROM (SELECT job.queue_name, job.status, COALESCE(job.scheduled_at, (
          SELECT min(event.at) FROM procrastinate_events event WHERE event.job_id = job.id)) AS scheduled_or_made
      FROM procrastinate_jobs job WHERE job.status IN ('todo', 'doing')) AS waiting
GROUP BY queue_name ORDER BY queue_name
"""
_JOBS_FAILED = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'"
_STALLED = """
SELECT count(*) FROM procrastinate_jobs job LEFT JOIN procrastinate_workers worker ON worker.id = job.worker_id
WHERE job.status = 'doing' AND (worker.id IS NULL OR worker.last_heartbeat < now() - interval '60 seconds')
"""
_WORKERS = """
SELECT count(*) FILTER (WHERE last_heartbeat > now() - make_interval(secs => %(silent)s)),
       COALESCE(EXTRACT(EPOCH FROM now() - max(last_heartbeat)), -1)
FROM procrastinate_workers
"""
_REFUNDS = """
SELECT status, count(*), count(*) FILTER (WHERE changed_at < %(stuck)s), count(*) FILTER (WHERE unclear > 0),
       count(*) FILTER (WHERE planned_at < %(long)s), EXTRACT(EPOCH FROM %(now)s - min(planned_at))
FROM volte_money_refund WHERE status IN ('planned', 'sending', 'pending') GROUP BY status
"""
_HELD_UP = """
SELECT count(*) FILTER (WHERE status = 'failed'), count(*) FILTER (WHERE status = 'manual' AND batch_id IS NULL),
       count(*) FILTER (WHERE planned_at < %(long)s), COALESCE(EXTRACT(EPOCH FROM %(now)s - min(planned_at)), 0)
FROM volte_money_refund WHERE status IN ('failed', 'manual')
"""
_HOLDS = """
SELECT status, count(*), count(*) FILTER (WHERE status IN ('releasing', 'taking') AND changed_at < %(stuck)s),
       count(*) FILTER (WHERE status = 'held' AND until < %(soon)s)
FROM volte_money_hold WHERE status IN ('asked', 'held', 'releasing', 'taking') GROUP BY status
"""
# Of the shop that was looked at longest ago; a new one is as old as it is.
_BOOKS = """
SELECT COALESCE(max(EXTRACT(EPOCH FROM %(now)s - COALESCE(last.finished_at, shop.created_at))), 0),
       (SELECT count(*) FROM volte_money_booksfault WHERE resolved_at IS NULL),
       COALESCE(sum(cardinality(string_to_array(last.missed, ' '))), 0)
FROM volte_runtime_shop shop LEFT JOIN LATERAL (
    SELECT look.finished_at, look.missed FROM volte_money_verification look
     WHERE look.shop_id = shop.id AND look.finished_at IS NOT NULL
     ORDER BY look.shop_id, look.finished_at DESC LIMIT 1) AS last ON true
"""
_MAIL = """
SELECT count(*), COALESCE(EXTRACT(EPOCH FROM %(now)s - min(created_at)), 0) FROM volte_messages_mail
WHERE status = 'queued'
"""
_DELIVERIES = """
SELECT count(*), GREATEST(COALESCE(EXTRACT(EPOCH FROM %(now)s - min(next_try_at)), 0), 0)
FROM volte_webhooks_delivery delivery JOIN volte_webhooks_subscription subscription
  ON subscription.id = delivery.subscription_id AND subscription.status = 'on'
WHERE delivery.status = 'waiting'
"""
_ENDPOINTS = """
SELECT count(*) FILTER (WHERE status = 'paused' AND paused_because <> 'asked'),
       count(*) FILTER (WHERE status = 'on' AND failing_since < %(ailing)s)
FROM volte_webhooks_subscription WHERE status IN ('on', 'paused')
"""
_FACTS_FAILING = "SELECT count(*), split_part(max(failure), ':', 1) FROM volte_insights_factset WHERE failures > 0"
_FACT_SETS = "SELECT shop_id, base, fresh FROM volte_insights_factset WHERE base <> ''"
# Asked as in `runtime.feed`: a small shop never walks through the events of a large one.
_FACTS = """
SELECT COALESCE(max(EXTRACT(EPOCH FROM %(now)s - next.happened_at)), 0) FROM volte_insights_factset facts,
LATERAL (SELECT happened_at FROM volte_runtime_outboxevent event
          WHERE (event.shop_id, event.position) > (facts.shop_id, facts.position) AND event.shop_id <= facts.shop_id
          ORDER BY event.shop_id, event.position LIMIT 1) AS next
"""


@dataclass(frozen=True, slots=True)
class Lane:
    """One queue of jobs. `oldest` is the age in seconds of the one that should have begun longest ago."""

    name: str
    waiting: int
    running: int
    oldest: float


@dataclass(frozen=True, slots=True)
class Failing:
    """A kind of event whose reaction fails; `error` is the class of the last error, without its words."""

    kind: str
    failures: int
    error: str


@dataclass(frozen=True, slots=True)
class Pulse:
    """Ages in seconds; `worker_age` is -1 where no worker was ever seen."""

    events_waiting: int
    events_oldest: float
    events_failing: int
    failing: tuple[Failing, ...]
    lanes: tuple[Lane, ...]
    jobs_failed: int
    jobs_stalled: int
    workers: int
    worker_age: float
    refunds_moving: dict[str, int]
    refunds_stuck: int
    refunds_failed: int
    """Refused for good: somebody must decide."""
    refunds_unclear: int
    """Of those under way: the provider answers in words nobody understands."""
    refunds_long: int
    """Promised three days ago, and still not there."""
    refunds_oldest: dict[str, float]
    """Since the oldest was promised, by whom it waits for: the provider, the shop."""
    transfers_waiting: int
    """To be paid by transfer or by hand, and in no file yet."""
    holds: dict[str, int]
    holds_stuck: int
    """To be taken or let go, and the provider has not done it."""
    holds_ending: int
    """The card lets go of it by itself within a day: what did not come back is not paid then."""
    books_age: float
    """Since the books were looked at, of the shop where that is longest ago."""
    books_findings: int
    books_missed: int
    """Checks the last looks could not make."""
    mails_waiting: int
    mails_oldest: float
    deliveries_waiting: int
    deliveries_late: float
    endpoints_paused: int
    """Paused by us: they failed for days or are gone."""
    endpoints_failing: int
    facts_behind: float
    facts_failing: int
    facts_error: str
    # Shops whose facts lie where this machine cannot see them.
    facts_hidden: int


def take() -> Pulse:
    """All of it, across shops."""
    now = clock.now()
    with tenancy.everywhere():
        waiting, oldest, failing = _one(_OUTBOX, now)
        refunds = _all(_REFUNDS, now)
        failed, by_hand, held_long, held_oldest = _one(_HELD_UP, now)
        holds = _all(_HOLDS, now)
        books_age, findings, missed = _one(_BOOKS, now)
        mails, mail_age = _one(_MAIL, now)
        workers, worker_age = _one(_WORKERS, now)
        deliveries, late = _one(_DELIVERIES, now)
        paused, ailing = _one(_ENDPOINTS, now)
        facts_failing, facts_error = _one(_FACTS_FAILING, now)
        return Pulse(
            events_waiting=waiting,
            events_oldest=float(oldest),
            events_failing=failing,
            failing=tuple(Failing(*row) for row in _all(_FAILING, now)) if failing else (),
            lanes=tuple(Lane(name, todo, doing, float(age)) for name, todo, doing, age in _all(_LANES, now)),
            jobs_failed=_one(_JOBS_FAILED, now)[0],
            jobs_stalled=_one(_STALLED, now)[0],
            workers=workers,
            worker_age=float(worker_age),
            refunds_moving={row[0]: row[1] for row in refunds},
            refunds_stuck=sum(row[2] for row in refunds),
            refunds_failed=failed,
            refunds_unclear=sum(row[3] for row in refunds),
            refunds_long=held_long + sum(row[4] for row in refunds),
            refunds_oldest={
                "provider": float(max((row[5] for row in refunds), default=0)),
                "shop": float(held_oldest),
            },
            transfers_waiting=by_hand,
            holds={row[0]: row[1] for row in holds},
            holds_stuck=sum(row[2] for row in holds),
            holds_ending=sum(row[3] for row in holds),
            books_age=float(books_age),
            books_findings=findings,
            books_missed=missed,
            mails_waiting=mails,
            mails_oldest=float(mail_age),
            deliveries_waiting=deliveries,
            deliveries_late=float(late),
            endpoints_paused=paused,
            endpoints_failing=ailing,
            facts_behind=float(_one(_FACTS, now)[0]),
            facts_failing=facts_failing,
            facts_error=facts_error or "",
            facts_hidden=sum(not folders.are_there(shop, sets) for shop, *sets in _all(_FACT_SETS, now)),
        )


def _one(statement: str, now: datetime) -> tuple[Any, ...]:
    return _all(statement, now)[0]


def _all(statement: str, now: datetime) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            statement,
            {
                "now": now,
                "stuck": now - STUCK_AFTER,
                "long": now - LONG_AFTER,
                "soon": now + ENDING_WITHIN,
                "ailing": now - AILING_AFTER,
                "silent": SILENT_AFTER.total_seconds(),
            },
        )
        return list(cursor.fetchall())
