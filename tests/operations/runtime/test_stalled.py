"""What a worker killed with -9 held is taken back, whatever was queued meanwhile; nobody waits for the dead."""

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.contrib.django import app as queue

from volte.project import schedule

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]

# One of a worker that is gone; the second was queued after the first had begun, and waits for its lock.
_DEAD = """
INSERT INTO procrastinate_jobs (queue_name, task_name, status, args, lock, queueing_lock)
VALUES ('money', 'money.jobs.attempt_planned', 'doing', '{}', 'refunds:x', 'refunds:x') RETURNING id
"""
_QUEUED = _DEAD.replace("'doing'", "'todo'")


def _made(statement: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        found: int = cursor.fetchone()[0]
    return found


def _status(job: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status FROM procrastinate_jobs WHERE id = %s", [job])
        found: str = cursor.fetchone()[0]
    return found


def _take_back() -> None:
    if "schedule.retry_stalled" not in queue.tasks:
        schedule.register()
    async_to_sync(queue.tasks["schedule.retry_stalled"].func)(0)


def test_it_is_queued_again() -> None:
    dead = _made(_DEAD)
    _take_back()
    assert _status(dead) == "todo"


def test_where_the_same_is_queued_already_the_dead_one_makes_way() -> None:
    dead, other, queued = _made(_DEAD), _made(_DEAD.replace("refunds:x", "refunds:y")), _made(_QUEUED)
    _take_back()
    assert (_status(dead), _status(queued)) == ("aborted", "todo")
    assert _status(other) == "todo", "one that cannot be queued again keeps no other from it"
