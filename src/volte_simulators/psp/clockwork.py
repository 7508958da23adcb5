"""What happens without a request? Refunds become what they were going to be, and events are delivered."""

from __future__ import annotations

import sys
import threading
import time
import traceback

from volte_simulators.psp import events, intents, refunds, webhooks
from volte_simulators.psp.desk import Desk

LONGEST_SLEEP = 60.0


class Clockwork(threading.Thread):
    """One thread that sleeps until the next thing is due or the bell rings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(name="psp-clockwork", daemon=True)
        self._desk = desk
        self._postman = webhooks.Postman(desk)

    def run(self) -> None:
        while not self._desk.closing.is_set():
            try:
                self._desk.bell.wait(self._sleep())
                self._desk.bell.clear()
                self._tick()
            except Exception:  # one bad tick must not end the news for good; say it and go on
                traceback.print_exc(file=sys.stderr)
                self._desk.closing.wait(1.0)
        self._postman.hang_up()

    def _tick(self) -> None:
        note = events.Note(now=time.time(), key=None, wanted=self._desk.settings.wanted)
        with self._desk.store.transaction() as db:
            refunds.settle_due(db, note=note)
            intents.lapse_due(db, note=note)
        self._postman.deliver_due()

    def _sleep(self) -> float:
        with self._desk.store.transaction() as db:
            due = (refunds.next_due(db), intents.next_due(db), webhooks.next_due(db))
            moments = [moment for moment in due if moment is not None]
        return max(0.0, min([moment - time.time() for moment in moments] + [LONGEST_SLEEP]))
