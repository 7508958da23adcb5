"""The worker's loop that writes facts: they follow the journey, a shop at a time, each second."""

import logging
import threading

from django.db import close_old_connections, connections

from volte.insights import projection
from volte.runtime.models import Shop

log = logging.getLogger(__name__)
EVERY_SECONDS = 1.0


class Projector(threading.Thread):
    """Keeps the facts of every shop up to date until told to stop. Several workers may have one: a shop's facts have
    one writer at a time, the others pass by."""

    def __init__(self) -> None:
        super().__init__(name="projector", daemon=True)
        self._stop_asked = threading.Event()

    def stop(self) -> None:
        """Finish the shop in hand and end; what it writes is worth nothing half."""
        self._stop_asked.set()
        self.join(timeout=10)

    def run(self) -> None:
        while not self._stop_asked.wait(EVERY_SECONDS):
            try:
                self._round()
            except Exception:  # the database went away: look again soon, for as long as it takes
                log.exception("the facts lost the database, trying again")
                connections.close_all()
            finally:
                close_old_connections()

    def _round(self) -> None:
        for shop_id in Shop.objects.values_list("id", flat=True):
            if self._stop_asked.is_set():
                return
            projection.refresh(shop_id=shop_id)
