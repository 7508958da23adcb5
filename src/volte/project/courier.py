"""The worker's loop that brings webhooks, in a thread of its own."""

import asyncio
import logging
import threading
from contextlib import suppress

from volte.project import wiring
from volte.webhooks.delivering.office import Office

log = logging.getLogger(__name__)
RETRY_SECONDS = 1.0
# What is under way may come back; what does not is tried again by somebody else.
GRACE_SECONDS = 8.0


class Courier(threading.Thread):
    """Brings webhooks until told to stop. Its loop outlives the database; should it end, it begins anew."""

    def __init__(self) -> None:
        super().__init__(name="courier", daemon=True)
        self._stop_asked = threading.Event()
        self._office: Office | None = None

    def wake(self) -> None:
        """The feed has grown. Any thread may say so."""
        office = self._office
        if office is not None:
            with suppress(RuntimeError):  # its loop has just ended
                office.wake()

    def stop(self) -> None:
        self._stop_asked.set()
        office = self._office
        if office is not None:
            with suppress(RuntimeError):
                office.stop()
        self.join(timeout=GRACE_SECONDS)

    def run(self) -> None:
        while not self._stop_asked.is_set():
            try:
                asyncio.run(self._work())
            except Exception:
                log.exception("the courier fell over, beginning again")
                self._stop_asked.wait(RETRY_SECONDS)
            finally:
                self._office = None

    async def _work(self) -> None:
        self._office = Office(wiring.webhook_carrier())
        if not self._stop_asked.is_set():
            await self._office.work()
