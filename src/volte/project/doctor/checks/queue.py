"""Is the work done, and in time?"""

from collections.abc import Iterator
from functools import lru_cache

from volte.insights import folders
from volte.project import pulse
from volte.project.doctor.checks import database
from volte.project.doctor.findings import Finding, bad, ok, warn
from volte.runtime import migrating

_LATE = 300


@lru_cache(maxsize=1)
def _pulse() -> pulse.Pulse | None:
    """None where there is nothing to ask yet."""
    return None if database.why_not() or migrating.state().missing else pulse.take()


def worker() -> Iterator[Finding]:
    found = _pulse()
    if found is None:
        return
    yield ok("worker", count=found.workers) if found.workers else bad("worker-none")


def events() -> Iterator[Finding]:
    found = _pulse()
    if found is None:
        return
    for one in found.failing:
        yield bad("reaction-fails", kind=one.kind, times=one.failures, error=one.error)
    if found.events_oldest > _LATE and not found.failing:
        yield bad("events-late", count=found.events_waiting, minutes=int(found.events_oldest // 60))
    elif not found.failing:
        yield ok("events", count=found.events_waiting)


def jobs() -> Iterator[Finding]:
    found = _pulse()
    if found is None:
        return
    late = [lane for lane in found.lanes if lane.oldest > _LATE]
    for lane in late:
        yield warn("lane-late", lane=lane.name, count=lane.waiting, minutes=int(lane.oldest // 60))
    if found.jobs_stalled:
        yield warn("jobs-stalled", count=found.jobs_stalled)
    if found.jobs_failed:
        yield warn("jobs-failed", count=found.jobs_failed)
    if not (late or found.jobs_stalled or found.jobs_failed):
        yield ok("jobs", count=sum(lane.waiting for lane in found.lanes))


def money() -> Iterator[Finding]:
    found = _pulse()
    if found is None:
        return
    yield warn("refunds-stuck", count=found.refunds_stuck) if found.refunds_stuck else ok("refunds")


def mail() -> Iterator[Finding]:
    found = _pulse()
    if found is None:
        return
    late = found.mails_oldest > _LATE
    minutes = int(found.mails_oldest // 60)
    yield warn("mails-late", count=found.mails_waiting, minutes=minutes) if late else ok("mails")


def webhooks() -> Iterator[Finding]:
    found = _pulse()
    if found is None:
        return
    if found.endpoints_paused:
        yield warn("webhooks-paused", count=found.endpoints_paused)
    if found.endpoints_failing:
        yield warn("webhooks-failing", count=found.endpoints_failing)
    if found.deliveries_late > _LATE:
        yield warn("webhooks-late", count=found.deliveries_waiting, minutes=int(found.deliveries_late // 60))
    if not (found.endpoints_paused or found.endpoints_failing or found.deliveries_late > _LATE):
        yield ok("webhooks", count=found.deliveries_waiting)


def facts() -> Iterator[Finding]:
    found = _pulse()
    if found is None:
        return
    if found.facts_hidden:
        yield bad("facts-elsewhere", count=found.facts_hidden, folder=str(folders.everything()))
    if found.facts_failing:
        yield warn("facts-failing", count=found.facts_failing, error=found.facts_error)
    elif found.facts_behind > _LATE:
        yield warn("facts-late", minutes=int(found.facts_behind // 60))
    elif not found.facts_hidden:
        yield ok("facts")


CHECKS = (worker, events, jobs, money, mail, webhooks, facts)
