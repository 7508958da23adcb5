"""The worker: reacts to events as they are committed, and runs the queued jobs.

Four loops in one process. The *dispatcher* thread sleeps on PostgreSQL's NOTIFY and looks every five seconds anyway,
should a wake-up be lost. The *queue* runs procrastinate's worker, one lane per kind of slow work, so that a gateway
that hangs holds up no mail. The *projector* writes the facts insights are asked of (see `projecting`), the *courier*
brings webhooks (see `courier`); the dispatcher wakes it when the feed has grown.
"""

import asyncio
import logging
import signal
import threading
from collections.abc import Callable

import psycopg
from django.conf import settings
from django.db import close_old_connections, connections

from volte.insights import jobs as insights  # noqa: F401  # known to the queue by its name
from volte.project import projecting, queueing, reactions, schedule
from volte.project.courier import Courier
from volte.runtime import dispatch, jobs
from volte.runtime.outbox import CHANNEL

log = logging.getLogger(__name__)
SWEEP_SECONDS = 5.0
RETRY_SECONDS = 1.0


class Dispatcher(threading.Thread):
    """Reacts to events until told to stop."""

    def __init__(self, url: str, *, grown: Callable[[], None]) -> None:
        super().__init__(name="dispatcher", daemon=True)
        self._url = url
        self._grown = grown
        self._stop_asked = threading.Event()

    def stop(self) -> None:
        self._stop_asked.set()

    def run(self) -> None:
        while not self._stop_asked.is_set():
            try:
                self._listen()
            except Exception:  # the database went away: look again soon, for as long as it takes
                log.exception("dispatcher lost the database, trying again")
                connections.close_all()
                self._stop_asked.wait(RETRY_SECONDS)

    def _listen(self) -> None:
        with psycopg.connect(self._url, autocommit=True) as listening:
            listening.execute(f"LISTEN {CHANNEL}")
            while not self._stop_asked.is_set():
                if drain():
                    self._grown()
                for _ in listening.notifies(timeout=SWEEP_SECONDS, stop_after=1):
                    pass


def drain() -> int:
    """React until nothing is left; how many events were taken."""
    taken = 0
    try:
        while count := dispatch.dispatch(reactions.REACTIONS):
            taken += count
    finally:
        close_old_connections()
    return taken


def run(url: str, *, concurrency: int = 4) -> None:
    """Work until SIGTERM or SIGINT; what is under way is finished first."""
    jobs.register_all()
    schedule.register()
    courier = Courier()
    dispatcher = Dispatcher(url, grown=courier.wake)
    courier.start()
    dispatcher.start()
    projector = projecting.Projector()
    projector.start()
    try:
        asyncio.run(_run_queue(concurrency))
    finally:
        dispatcher.stop()
        courier.stop()
        projector.stop()
        connections.close_all()


async def _run_queue(concurrency: int) -> None:
    """Run jobs until a signal. Procrastinate's worker ends with its connections: we begin it again."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, told.set)
    stopping = asyncio.ensure_future(told.wait())
    while not told.is_set():
        working = asyncio.ensure_future(_work(concurrency))
        await asyncio.wait((working, stopping), return_when=asyncio.FIRST_COMPLETED)
        if told.is_set():
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)
            log.info("worker told to stop")
        else:
            log.warning("the queue lost the database, trying again", exc_info=working.exception())
            await asyncio.wait((stopping,), timeout=RETRY_SECONDS)


async def _work(concurrency: int) -> None:
    async with queueing.connected().open_async() as app:
        await app.run_worker_async(
            concurrency=concurrency,
            fetch_job_polling_interval=5.0,
            delete_jobs="successful",
            install_signal_handlers=False,
            update_heartbeat_interval=settings.SILENT_SECONDS / 3,
            stalled_worker_timeout=settings.SILENT_SECONDS,
        )
