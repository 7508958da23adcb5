"""Slow or outside work, done by the worker. A job is enqueued in the transaction that wants it, or not at all."""

import functools
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ParamSpec, cast

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app as queue
from procrastinate.exceptions import AlreadyEnqueued

from volte.runtime import journal, sql

P = ParamSpec("P")

# Tried again after 2, 4, 8 … seconds, up to about 17 minutes apart, for most of a day.
_RETRY = RetryStrategy(max_attempts=30, exponential_wait=2)


@dataclass(frozen=True, slots=True)
class Job:
    """A function the worker knows by name."""

    name: str
    queue: str


@dataclass(frozen=True, slots=True)
class Done:
    """One run of a job, and with what it failed if it did."""

    name: str
    lane: str
    seconds: float
    error: BaseException | None


JOBS: dict[str, Job] = {}
# Whoever wants to know of each run in this process.
watchers: list[Callable[[Done], None]] = []


def job(*, queue: str) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Make a function of plain keyword arguments a job on `queue`. It must be safe to run twice."""

    def wrap(function: Callable[P, None]) -> Callable[P, None]:
        name = f"{function.__module__.removeprefix('volte.')}.{function.__qualname__}"
        JOBS[name] = Job(name, queue)
        _tasks[name] = (function, queue)

        @functools.wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> None:
            function(*args, **kwargs)

        run.volte_job = name  # type: ignore[attr-defined]  # how `later` finds the job again
        return run

    return wrap


_tasks: dict[str, tuple[Callable[..., None], str]] = {}
_registered: dict[str, Any] = {}


def _task(name: str) -> Any:
    if name not in _registered:
        function, lane = _tasks[name]
        capped = RetryStrategy(max_attempts=30, linear_wait=30) if lane == "mail" else _RETRY
        _registered[name] = queue.task(name=name, queue=lane, retry=capped)(_watched(name, lane, function))
    return _registered[name]


def _watched(name: str, lane: str, function: Callable[..., None]) -> Callable[..., None]:
    """The same, told to whoever watches; what it logs carries its name."""

    @functools.wraps(function)
    def run(**kwargs: Any) -> None:
        began, error = time.perf_counter(), None
        with journal.noted(job=name, lane=lane):
            try:
                function(**kwargs)
            except BaseException as raised:
                error = raised
                raise
            finally:
                done = Done(name, lane, time.perf_counter() - began, error)
                for watcher in watchers:
                    watcher(done)

    return run


def register_all() -> None:
    """Tell procrastinate every job; the worker calls this once all areas are imported."""
    for name in _tasks:
        _task(name)


def later(
    function: Callable[..., None],
    *,
    wait: timedelta | None = None,
    once: str | None = None,
    alone: str | None = None,
    **kwargs: Any,
) -> None:
    """Enqueue a job with plain arguments, in this transaction. With `once`, not again while one so named waits; of the
    jobs with the same `alone` one is run at a time."""
    name = cast(str, function.volte_job)  # type: ignore[attr-defined]  # set by `job`
    options: dict[str, Any] = {"queueing_lock": once, "lock": alone}
    if wait is not None:
        options["schedule_in"] = {"seconds": int(wait.total_seconds())}
    if once is not None and _waits(once):
        return
    try:
        with transaction.atomic(savepoint=once is not None):
            _task(name).configure(**options).defer(**kwargs)
    except AlreadyEnqueued:
        return


def _waits(once: str) -> bool:
    """Is a job so named waiting, and will it wait until we have committed? Asking is cheaper than being refused; the
    unique index still has the last word. Our lock on its row keeps a worker from taking it before we are done, so it
    finds what we wrote."""
    return sql.run(_WAITING, [once]).fetchone() is not None


_WAITING = "SELECT 1 FROM procrastinate_jobs WHERE queueing_lock = %s AND status = 'todo' FOR KEY SHARE SKIP LOCKED"
