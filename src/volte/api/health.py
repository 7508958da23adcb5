"""Is it alive, is it ready? For people who watch machines."""

from datetime import timedelta

from django.db import connection
from django.db.utils import Error
from django.http import HttpRequest, JsonResponse

from volte.runtime import clock, tenancy

# A worker beats every ten seconds.
_SILENT_AFTER = timedelta(seconds=40)
_LATE_AFTER = timedelta(minutes=5)


def healthz(request: HttpRequest) -> JsonResponse:
    """200 when web and database answer."""
    ok = _database_answers()
    return JsonResponse({"web": "ok", "database": "ok" if ok else "unreachable"}, status=200 if ok else 503)


def readyz(request: HttpRequest) -> JsonResponse:
    """200 when a worker lives and no event waits for minutes, too."""
    if not _database_answers():
        return JsonResponse({"database": "unreachable"}, status=503)
    worker, late = _worker_lives(), _late_events()
    ready = worker and late == 0
    state = {"database": "ok", "worker": "ok" if worker else "none alive", "late_events": late}
    return JsonResponse(state, status=200 if ready else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except Error:
        return False


def _worker_lives() -> bool:
    with connection.cursor() as cursor:
        since = clock.now() - _SILENT_AFTER
        cursor.execute("SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > %s", [since])
        row = cursor.fetchone()
    return bool(row and row[0])


def _late_events() -> int:
    """Events that should have been reacted to minutes ago: the worker is stuck or far behind."""
    with tenancy.everywhere(), connection.cursor() as cursor:
        since = clock.now() - _LATE_AFTER
        cursor.execute(
            "SELECT count(*) FROM volte_runtime_outboxevent WHERE dispatched_at IS NULL AND happened_at < %s "
            "AND failures = 0",
            [since],
        )
        row = cursor.fetchone()
    return int(row[0]) if row else 0
