"""The worker's queue: procrastinate's, with a word on work that was queued anew meanwhile."""

import logging
from datetime import datetime

from procrastinate import App
from procrastinate.contrib.django import app as queue
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status
from procrastinate.manager import JobManager

log = logging.getLogger(__name__)


class MakesWay(JobManager):
    """A job that is to be tried again while the same work waits already makes way: the newer one does it.

    Two of one `queueing_lock` may not wait. Procrastinate's worker would take that refusal for the end of it and leave
    the job `doing` until the worker goes; whatever is to run alone with it would stand still as long.
    """

    async def retry_job_by_id_async(
        self,
        job_id: int,
        retry_at: datetime,
        priority: int | None = None,
        queue: str | None = None,
        lock: str | None = None,
    ) -> None:
        try:
            await super().retry_job_by_id_async(job_id, retry_at, priority=priority, queue=queue, lock=lock)
        except UniqueViolation:
            log.info("job %s makes way for the same work queued anew", job_id)
            await self.finish_job_by_id_async(job_id, Status.ABORTED, delete_job=False)


def connected() -> App:
    """The queue with connections of the worker's own."""
    app = queue.with_connector(queue.connector.get_worker_connector())  # type: ignore[attr-defined]  # Django's connector
    app.job_manager = MakesWay(app.connector)
    return app
