"""Erasing what belongs to a person or has become too old.

History is only ever added to: the database refuses changes of it. What the law wants gone goes through here, and only
the history that may hold words of people (the list stands in migration 0004); money's never.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

from volte.kit.naming import Words
from volte.runtime import sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


@contextmanager
def history_opened() -> Iterator[None]:
    """Inside, this transaction may change or delete history. An error undoes the transaction, and this with it."""
    sql.run("SELECT set_config('volte.forgetting', 'on', true)")
    yield
    sql.run("SELECT set_config('volte.forgetting', 'off', true)")


def mark_of(*, kind: str, value: str) -> str:
    """A mark by which a person is recognised again without being kept: a keyed hash, of the entered shop only."""
    return marks_of(kind=kind, value=value)[0]


def marks_of(*, kind: str, value: str) -> list[str]:
    """The marks this person may have been given: with today's key first, then with those before it."""
    written = f"{tenancy.current()}:{kind}:{value}"
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [salted_hmac("volte.forgotten", written, secret=key, algorithm="sha256").hexdigest() for key in keys]


_BLANK_EVENTS = """
UPDATE volte_runtime_outboxevent
   SET last_error = '', data = CASE WHEN data ? 'reason' THEN jsonb_set(data, '{reason}', '""') ELSE data END
 WHERE shop_id = %s AND (subject_id = ANY(%s) OR data->>'subject_id' = ANY(%s))
   AND (last_error <> '' OR data ? 'reason')
"""
# A caller who repeats a request whose answer is gone does everything twice: only what is surely this person's goes. Who
# is named in an answer stands there with a public id too, so that names, which others bear as well, need not count. The
# answer to the erasure itself is being made (no status yet): it must stay, for whoever asks twice.
_FORGET_ANSWERS = """
DELETE FROM volte_runtime_idempotencyrecord
 WHERE shop_id = %s AND status IS NOT NULL AND (answer::text ~* %s OR key ~* %s OR call ~* %s
       OR jsonb_path_exists(answer, '$.**.customer ? (@.id == $ids[*])', jsonb_build_object('ids', %s::text[])))
"""


@operation(Permission.PRIVACY_ERASE)
def forget_traces(*, by: Actor, subject_ids: Sequence[UUID], words: Words) -> dict[str, int]:
    """Free words in events about these subjects, and answers kept for repeated requests that tell of the person. How
    many of each."""
    shop, subjects = tenancy.current(), list(subject_ids)
    events = sql.run(_BLANK_EVENTS, [shop, subjects, [str(one) for one in subjects]]).rowcount
    marked, keyed = words.marked or None, words.keyed or None
    answers = sql.run(_FORGET_ANSWERS, [shop, marked, keyed, keyed, list(words.ids)]).rowcount
    return {"events": events, "answers": answers}


# The newest event stays whatever its age: the next one counts on from its position.
_OLD_EVENTS = """
SELECT id FROM volte_runtime_outboxevent
 WHERE shop_id = %s AND happened_at < %s AND dispatched_at IS NOT NULL
   AND position < (SELECT max(position) FROM volte_runtime_outboxevent) ORDER BY position LIMIT %s
"""
_OLD_AUDIT = "SELECT id FROM volte_runtime_auditentry WHERE shop_id = %s AND at < %s ORDER BY at LIMIT %s"
_OLD_ANSWERS = """
SELECT id FROM volte_runtime_idempotencyrecord WHERE shop_id = %s AND created_at < %s ORDER BY created_at LIMIT %s
"""


@operation(Permission.PRIVACY_ERASE)
def drop_old_events(*, by: Actor, before: datetime, limit: int) -> int:
    """Events everybody has reacted to; how many."""
    found = _ids(_OLD_EVENTS, before, limit)
    sql.run("DELETE FROM volte_runtime_reactiondone WHERE shop_id = %s AND event_id = ANY(%s)", [_shop(), found])
    sql.run("DELETE FROM volte_runtime_outboxevent WHERE shop_id = %s AND id = ANY(%s)", [_shop(), found])
    return len(found)


@operation(Permission.PRIVACY_ERASE)
def drop_old_audit(*, by: Actor, before: datetime, limit: int) -> int:
    """Lines of the audit; how many."""
    found = _ids(_OLD_AUDIT, before, limit)
    with history_opened():
        sql.run("DELETE FROM volte_runtime_auditentry WHERE shop_id = %s AND id = ANY(%s)", [_shop(), found])
    return len(found)


@operation(Permission.PRIVACY_ERASE)
def drop_old_answers(*, by: Actor, before: datetime, limit: int) -> int:
    """Answers kept for requests that are repeated; how many."""
    found = _ids(_OLD_ANSWERS, before, limit)
    sql.run("DELETE FROM volte_runtime_idempotencyrecord WHERE shop_id = %s AND id = ANY(%s)", [_shop(), found])
    return len(found)


def count_old(*, what: str, before: datetime, limit: int) -> int:
    """How many events, audit lines or answers would be dropped, counted up to `limit`."""
    statement = {"events": _OLD_EVENTS, "audit": _OLD_AUDIT, "answers": _OLD_ANSWERS}[what]
    return len(_ids(statement, before, limit))


def _ids(statement: str, before: datetime, limit: int) -> list[UUID]:
    return [row[0] for row in sql.run(statement, [_shop(), before, limit]).fetchall()]


def _shop() -> UUID:
    return tenancy.current()
