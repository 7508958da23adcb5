"""A person is erased from their returns, or what is old loses photos, words and names. What happened stays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from volte.returns.models import Feedback, Return, ReturnItem
from volte.returns.rules.chain import FREE_WORDS, PHOTOS, WORDS
from volte.returns.rules.lifecycle import Status
from volte.runtime import clock, sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

ENDED = (Status.SETTLED.value, Status.CLOSED.value, Status.CANCELLED.value, Status.REFUSED.value, Status.EXPIRED.value)


@dataclass(frozen=True, slots=True)
class Blanked:
    """What was erased. `photos` are digests that these returns hold no longer."""

    returns: int
    comments: int
    photos: frozenset[str]


@operation(Permission.PRIVACY_ERASE)
def forget(*, by: Actor, return_ids: Sequence[UUID]) -> Blanked:
    """Erase whoever asked for these returns: names, addresses, all words and photos. Numbers, articles, decisions and
    amounts stay, and belong to nobody any more."""
    wanted = list(return_ids)
    comments = _blank_words(wanted)
    photos = _take_photos(wanted)
    count = Return.objects.filter(id__in=wanted).update(
        email="", customer_name="", sender={}, unhappy=False, updated_at=clock.now()
    )
    return Blanked(count, comments, photos)


@operation(Permission.PRIVACY_ERASE)
def drop_old_photos(*, by: Actor, before: datetime, limit: int) -> frozenset[str]:
    """Photos of returns that ended before then; which files are held no longer by these."""
    return _take_photos(_ended(before, _HAS_PHOTOS, limit))


@operation(Permission.PRIVACY_ERASE)
def drop_old_words(*, by: Actor, before: datetime, limit: int) -> list[UUID]:
    """What people wrote about returns that ended before then; in which returns."""
    found = _ended(before, _HAS_WORDS, limit)
    _blank_words(found)
    return found


@operation(Permission.PRIVACY_ERASE)
def drop_old_names(*, by: Actor, before: datetime, limit: int) -> int:
    """Names and e-mail addresses on returns that ended before then; on how many."""
    rows = Return.objects.filter(id__in=_ended(before, _HAS_NAME, limit))
    return int(rows.update(email="", customer_name="", sender={}))


def count_old(*, what: str, before: datetime, limit: int) -> int:
    """How many returns would lose their `photos`, `words` or `names`, counted up to `limit`."""
    having = {"photos": _HAS_PHOTOS, "words": _HAS_WORDS, "names": _HAS_NAME}[what]
    return len(_ended(before, having, limit))


def photos_held(*, digests: Iterable[str]) -> frozenset[str]:
    """Which of these files does a return of the entered shop still show?"""
    wanted = sorted(set(digests))
    shop = tenancy.current()
    found = sql.run(_HELD, [shop, wanted, wanted, shop, wanted]).fetchall() if wanted else []
    return frozenset(row[0] for row in found)


_ENDED_ROWS = """
SELECT r.id FROM volte_returns_return r
 WHERE r.shop_id = %s AND r.updated_at < %s AND r.status = ANY(%s) AND {having} ORDER BY r.updated_at, r.id LIMIT %s
"""
_HAS_PHOTOS = """EXISTS (SELECT FROM volte_returns_returnitem i WHERE i.return_row_id = r.id
    AND (i.photos <> '[]'::jsonb OR jsonb_path_exists(i.wear, '$[*].photos[*]')))"""
_HAS_WORDS = """(
    EXISTS (SELECT FROM volte_returns_returnitem i
            WHERE i.return_row_id = r.id
              AND (i.comment || i.deduction_reason <> '' OR jsonb_path_exists(i.wear, '$[*] ? (@.why != "…")')))
    OR EXISTS (SELECT FROM volte_returns_feedback f WHERE f.return_row_id = r.id AND f.comment <> '')
    OR EXISTS (SELECT FROM volte_returns_step s, jsonb_each_text(s.detail) AS said WHERE s.return_row_id = r.id
               AND said.key IN ('reason', 'note', 'text') AND said.value <> '…')
    OR EXISTS (SELECT FROM volte_returns_settlement m WHERE m.return_row_id = r.id AND m.detail ? 'reason'))"""
_HAS_NAME = "(r.email <> '' OR r.customer_name <> '' OR r.sender <> '{}'::jsonb)"
_HELD = """
SELECT DISTINCT photo FROM volte_returns_returnitem i, jsonb_array_elements_text(i.photos) AS photo
 WHERE i.shop_id = %s AND i.photos <> '[]'::jsonb AND i.photos ?| %s::text[] AND photo = ANY(%s)
 UNION
SELECT photo FROM volte_returns_returnitem i, jsonb_path_query(i.wear, '$[*].photos[*]') AS kept,
       LATERAL (SELECT kept #>> '{}' AS photo) AS named
 WHERE i.shop_id = %s AND i.wear <> '[]'::jsonb AND photo = ANY(%s)
"""
_WORN = """
SELECT DISTINCT kept #>> '{}' FROM volte_returns_returnitem i, jsonb_path_query(i.wear, '$[*].photos[*]') AS kept
 WHERE i.shop_id = %s AND i.return_row_id = ANY(%s) AND i.wear <> '[]'::jsonb
"""
# One word of each proposal becomes another, the rest stays.
_BLANK_WEAR = """
UPDATE volte_returns_returnitem SET wear = (
    SELECT jsonb_agg(one || %s::jsonb ORDER BY place) FROM jsonb_array_elements(wear) WITH ORDINALITY AS w(one, place))
 WHERE shop_id = %s AND return_row_id = ANY(%s) AND wear <> '[]'::jsonb
"""
# The sentence of a step is filled from its detail: what was said becomes an ellipsis, and the sentence still reads.
# With the words goes the salt of their digest: the chain holds, and nobody can try whether words they know were it.
_BLANK_STEPS = """
UPDATE volte_returns_step SET salts = salts - %s, erased_at = coalesce(erased_at, %s), detail = detail || (
    SELECT jsonb_object_agg(word, '…') FROM jsonb_object_keys(detail) AS word WHERE word = ANY(%s))
 WHERE shop_id = %s AND return_row_id = ANY(%s) AND detail ?| %s::text[]
"""
_UNSALT_PHOTOS = """
UPDATE volte_returns_step SET salts = salts - %s, erased_at = coalesce(erased_at, %s)
 WHERE shop_id = %s AND return_row_id = ANY(%s) AND salts ? %s
"""
# The reason of a gesture stands in its detail and, once more, in the line the customer read.
_BLANK_SETTLEMENTS = """
UPDATE volte_returns_settlement SET detail = detail - 'reason', plan = (
    SELECT coalesce(jsonb_agg(CASE WHEN line->'reason'->'params' ? 'why'
        THEN jsonb_set(line, '{reason,params,why}', '"…"') ELSE line END ORDER BY place), '[]'::jsonb)
    FROM jsonb_array_elements(plan) WITH ORDINALITY AS lines(line, place))
 WHERE shop_id = %s AND return_row_id = ANY(%s) AND (detail ? 'reason' OR plan::text LIKE %s)
"""


def _ended(before: datetime, having: str, limit: int) -> list[UUID]:
    given = [tenancy.current(), before, list(ENDED), limit]
    return [row[0] for row in sql.run(_ENDED_ROWS.format(having=having), given).fetchall()]


def _blank_words(return_ids: Sequence[UUID]) -> int:
    """How many comments of the customer were blanked."""
    wanted, shop = list(return_ids), tenancy.current()
    spoken = ReturnItem.objects.filter(return_row_id__in=wanted).exclude(comment="")
    comments: int = spoken.update(comment="")
    ReturnItem.objects.filter(return_row_id__in=wanted).exclude(deduction_reason="").update(deduction_reason="")
    sql.run(_BLANK_WEAR, ['{"why": "…"}', shop, wanted])
    comments += Feedback.objects.filter(return_row_id__in=wanted).exclude(comment="").update(comment="")
    sql.run(_BLANK_STEPS, [WORDS, clock.now(), list(FREE_WORDS), shop, wanted, list(FREE_WORDS)])
    sql.run(_BLANK_SETTLEMENTS, [shop, wanted, '%"why"%'])
    return comments


def _take_photos(return_ids: Sequence[UUID]) -> frozenset[str]:
    sql.run(_UNSALT_PHOTOS, [PHOTOS, clock.now(), tenancy.current(), list(return_ids), PHOTOS])
    shown: Any = ReturnItem.objects.filter(return_row_id__in=list(return_ids)).exclude(photos=[])
    digests = frozenset(digest for photos in shown.values_list("photos", flat=True) for digest in photos)
    shown.update(photos=[])
    given = [tenancy.current(), list(return_ids)]
    digests |= {row[0] for row in sql.run(_WORN, given).fetchall()}
    sql.run(_BLANK_WEAR, ['{"photos": []}', *given])
    return digests
