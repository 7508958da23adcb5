"""Every job of this worker: how long, and whether it ended well. Told on a port of its own."""

import logging

from prometheus_client import Counter, Histogram, start_http_server

from volte.runtime import jobs

log = logging.getLogger("volte.job")

SECONDS = Histogram(
    "volte_job_seconds",
    "A job from its beginning to its end.",
    ["lane", "job"],
    buckets=(0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300),
)
DONE = Counter("volte_jobs_total", "Jobs by outcome; a failed one is tried again.", ["lane", "job", "outcome"])


def watch(address: str) -> None:
    """Count this process's jobs; answer on `HOST:PORT` when there is one."""
    jobs.watchers.append(_observe)
    if address:
        host, _, port = address.rpartition(":")
        start_http_server(int(port), addr=host or "127.0.0.1")


def _observe(done: jobs.Done) -> None:
    SECONDS.labels(done.lane, done.name).observe(done.seconds)
    outcome = "failed" if done.error else "succeeded"
    DONE.labels(done.lane, done.name, outcome).inc()
    log.info(outcome, extra={"ms": round(done.seconds * 1000, 1)}, exc_info=done.error)
