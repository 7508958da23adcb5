"""All numbers of `/metrics`: those of this machine's web processes, and the state of the installation."""

import os
import threading
import time
from collections.abc import Iterator

from django.db import connection
from django.db.utils import Error
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY, Collector

import volte
from volte.project import pulse

# Several who ask at once get the same answer.
_FRESH = 5.0
# What each of them does is hidden from the role web and worker act in.
_CONNECTIONS = """
SELECT numbackends, current_setting('max_connections')::int FROM pg_stat_database WHERE datname = current_database()
"""


class Installation(Collector):
    """The pulse as gauges. Where the database does not answer, `volte_database_up` alone says so."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: list[Metric] = []
        self._asked_at = -_FRESH

    def collect(self) -> Iterator[Metric]:
        with self._lock:
            if time.monotonic() - self._asked_at > _FRESH:
                self._known = _asked()
                self._asked_at = time.monotonic()
            yield from self._known


_installation = Installation()


def written() -> bytes:
    """In Prometheus' own text format."""
    registry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        own = generate_latest(registry)
    else:
        own = generate_latest(REGISTRY)
    state = CollectorRegistry()
    state.register(_installation)
    return own + generate_latest(state)


def _asked() -> list[Metric]:
    about = GaugeMetricFamily("volte_info", "Which Volte this is.", labels=["version"])
    about.add_metric([volte.__version__], 1)
    try:
        return [about, _gauge("database_up", "Does the database answer?", 1), *_state(pulse.take()), *_connections()]
    except Error:
        return [about, _gauge("database_up", "Does the database answer?", 0)]


def _state(found: pulse.Pulse) -> Iterator[Metric]:
    yield _gauge("events_waiting", "Events nobody reacted to yet.", found.events_waiting)
    yield _gauge("events_oldest_seconds", "Age of the oldest of them.", found.events_oldest)
    yield _gauge("events_failing", "Events whose reaction failed and is tried again.", found.events_failing)
    yield _gauge("jobs_failed", "Jobs given up.", found.jobs_failed)
    yield _gauge("jobs_stalled", "Jobs in the hands of a silent worker.", found.jobs_stalled)
    yield _gauge("workers_alive", "Workers heard of lately.", found.workers)
    yield _gauge("worker_heartbeat_age_seconds", "Since the last one was heard of; -1: never.", found.worker_age)
    yield _gauge("refunds_stuck", "Refunds that have not moved for a quarter of an hour.", found.refunds_stuck)
    yield from _money(found)
    yield _gauge("mails_waiting", "Mails not sent yet.", found.mails_waiting)
    yield _gauge("mails_oldest_seconds", "Age of the oldest of them.", found.mails_oldest)
    yield _gauge("deliveries_waiting", "Webhook deliveries not made yet.", found.deliveries_waiting)
    yield _gauge("deliveries_late_seconds", "How late the latest of them is.", found.deliveries_late)
    yield _gauge("endpoints_paused", "Webhooks paused because they failed for days.", found.endpoints_paused)
    yield _gauge("endpoints_failing", "Webhooks that took nothing for an hour.", found.endpoints_failing)
    yield _gauge("facts_failing", "Shops whose insights cannot be kept up to date.", found.facts_failing)
    yield _gauge("facts_behind_seconds", "Age of the oldest event insights do not know yet.", found.facts_behind)
    waiting = GaugeMetricFamily("volte_jobs_waiting", "Jobs not begun.", labels=["lane"])
    running = GaugeMetricFamily("volte_jobs_running", "Jobs under way.", labels=["lane"])
    oldest = GaugeMetricFamily("volte_jobs_oldest_seconds", "How long the first of them is due.", labels=["lane"])
    for lane in found.lanes:
        waiting.add_metric([lane.name], lane.waiting)
        running.add_metric([lane.name], lane.running)
        oldest.add_metric([lane.name], lane.oldest)
    yield from (waiting, running, oldest)


def _money(found: pulse.Pulse) -> Iterator[Metric]:
    yield _gauge("refunds_failed", "Refunds refused for good that wait for a decision.", found.refunds_failed)
    yield _gauge("refunds_unclear", "Refunds about which the provider answers nothing known.", found.refunds_unclear)
    yield _gauge("refunds_waiting_long", "Refunds promised three days ago and not there.", found.refunds_long)
    yield _gauge("transfers_waiting", "Refunds to be paid by transfer or by hand.", found.transfers_waiting)
    yield _gauge("holds_stuck", "Holds the provider should have taken or let go by now.", found.holds_stuck)
    yield _gauge("holds_ending", "Holds the card lets go of within a day.", found.holds_ending)
    yield _gauge("books_findings", "What did not add up when the books were last checked.", found.books_findings)
    yield _gauge("books_checks_missed", "Checks of the books that could not be made.", found.books_missed)
    yield _gauge("books_checked_age_seconds", "Since the books of every shop were checked.", found.books_age)
    refunds = GaugeMetricFamily("volte_refunds_moving", "Refunds on their way.", labels=["status"])
    for status in ("planned", "sending", "pending"):
        refunds.add_metric([status], found.refunds_moving.get(status, 0))
    yield refunds
    holds = GaugeMetricFamily("volte_holds", "What is held on cards.", labels=["status"])
    for status in ("asked", "held", "releasing", "taking"):
        holds.add_metric([status], found.holds.get(status, 0))
    yield holds
    oldest = GaugeMetricFamily("volte_refunds_oldest_seconds", "Since the first was promised.", labels=["waits_for"])
    for whom, age in found.refunds_oldest.items():
        oldest.add_metric([whom], age)
    yield oldest


def _connections() -> Iterator[Metric]:
    with connection.cursor() as cursor:
        cursor.execute(_CONNECTIONS)
        used, most = cursor.fetchone()
    yield _gauge("database_connections", "Connections to this database.", used)
    yield _gauge("database_connections_most", "As many as PostgreSQL allows.", most)


def _gauge(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(f"volte_{name}", about, value=value)
