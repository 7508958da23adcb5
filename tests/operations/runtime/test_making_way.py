"""A job that fails while the same work was queued anew makes way for it, in the worker that runs both."""

from collections.abc import Iterator

import pytest
from asgiref.sync import async_to_sync
from django.db import connection, transaction
from procrastinate.contrib.django import app as queue

from volte.project import queueing
from volte.runtime import jobs

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]
LANE = "making_way"
runs: list[str] = []


@jobs.job(queue=LANE)
def refuse(*, shop: str, anew: bool) -> None:
    """While it was busy the same was wanted again; then it failed."""
    runs.append(shop)
    if anew:
        with transaction.atomic():
            jobs.later(refuse, once=f"refuse:{shop}", alone="all", shop=shop, anew=False)
        raise RuntimeError("the provider is away")


@jobs.job(queue=LANE)
def fail(*, shop: str) -> None:
    runs.append(shop)
    raise RuntimeError("the provider is away")


@pytest.fixture(autouse=True)
def _known_here_only() -> Iterator[None]:
    runs.clear()
    yield
    for name in (refuse.volte_job, fail.volte_job):  # type: ignore[attr-defined]
        queue.tasks.pop(name, None)


async def _work() -> None:
    async with queueing.connected().open_async() as app:
        await app.run_worker_async(queues=[LANE], wait=False, install_signal_handlers=False, listen_notify=False)


def _jobs() -> list[tuple[str, str, int]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT queueing_lock, status, attempts FROM procrastinate_jobs ORDER BY id")
        found: list[tuple[str, str, int]] = cursor.fetchall()
    return found


def test_the_newer_one_does_the_work_and_nobody_waits_for_ever() -> None:
    with transaction.atomic():
        jobs.later(refuse, once="refuse:a", alone="all", shop="a", anew=True)
        jobs.later(refuse, once="refuse:b", alone="all", shop="b", anew=False)
    async_to_sync(_work)()
    assert runs == ["a", "b", "a"], "the lock all three share was given back"
    assert [(lock, status) for lock, status, _ in _jobs()] == [
        ("refuse:a", "aborted"),
        ("refuse:b", "succeeded"),
        ("refuse:a", "succeeded"),
    ]


def test_one_that_is_alone_with_its_work_is_tried_again_as_ever() -> None:
    with transaction.atomic():
        jobs.later(fail, once="fail:a", shop="a")
    async_to_sync(_work)()
    assert (runs, _jobs()) == (["a"], [("fail:a", "todo", 1)])
