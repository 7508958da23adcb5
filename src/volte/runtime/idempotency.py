"""The same request twice is one request: same key and body, same answer.

The claim is a row in the work's own transaction. A second request with the key waits for the first at the unique
index, then reads its answer; if the first was undone, the second does the work.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.utils import OperationalError
from psycopg import errors as pg
from psycopg.types.json import Jsonb

from volte.kit import ids
from volte.kit.errors import Conflict, Invalid
from volte.runtime import clock, sql, tenancy
from volte.runtime.models import IdempotencyRecord

WAIT_MS = 5_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a caller was told: HTTP status and JSON body."""

    status: int
    body: Any
    replayed: bool = False


def digest_of(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def once(*, shop_id: UUID, key: str, call: str, digest: str, work: Callable[[], Answer]) -> Answer:
    """Do `work` in one transaction unless this key did it before.

    Refuses `idempotency_key_reused` (Invalid) for another call or body, `idempotency_key_in_flight` (Conflict) when
    the first request is still at work after five seconds.
    """
    if not 1 <= len(key) <= 255:
        raise Invalid("idempotency_key_length")
    with tenancy.entered(shop_id):
        if not _claim(key, call, digest):
            return _earlier(key, call, digest)
        answer = work()
        sql.run(_ANSWER, [answer.status, Jsonb(answer.body), shop_id, key])
        return answer


# The patience is set before the row is tried, by the statement that tries it.
_CLAIM = """
INSERT INTO volte_runtime_idempotencyrecord (id, shop_id, key, call, digest, created_at)
SELECT %s, %s, %s, %s, %s, %s FROM set_config('lock_timeout', %s, true) ON CONFLICT (shop_id, key) DO NOTHING
"""
_ANSWER = """
UPDATE volte_runtime_idempotencyrecord SET status = %s, answer = %s WHERE shop_id = %s AND key = %s
"""


def _claim(key: str, call: str, digest: str) -> bool:
    try:
        given = [ids.new_id(), tenancy.current(), key, call, digest, clock.now(), f"{WAIT_MS}ms"]
        return sql.run(_CLAIM, given).rowcount == 1
    except OperationalError as error:
        if isinstance(error.__cause__, pg.LockNotAvailable):
            raise Conflict("idempotency_key_in_flight") from error
        raise


def _earlier(key: str, call: str, digest: str) -> Answer:
    record = IdempotencyRecord.objects.get(key=key)
    if record.digest != digest or record.call != call:
        raise Invalid("idempotency_key_reused")
    return Answer(status=record.status or 200, body=json.loads(json.dumps(record.answer)), replayed=True)
