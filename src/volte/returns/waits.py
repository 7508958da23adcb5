"""How long the shop's own steps took of late, counted in whole hours: what the forecast of missed deadlines reads.

Asked inside an entered shop. Imported histories have no steps and are left out, and so are returns that ended without
anybody having to act (cancelled, expired, refused).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from volte.returns.operations.history import CHANNEL
from volte.returns.rules.clocks.forecast import Step, Wait
from volte.returns.rules.lifecycle import Status
from volte.runtime import sql, tenancy

_SINCE = timedelta(days=365)
# The newest returns of the last year: older habits say little, and a page wants an answer in a moment.
_MOST = 20_000
_OPEN = [Status.APPROVED.value, Status.IN_TRANSIT.value, Status.ARRIVED.value, Status.INSPECTED.value]

_REFUNDS = """
    SELECT at.step, floor(extract(epoch FROM coalesce(r.settled_at, %s) - at.since) / 3600)::int8,
           r.settled_at IS NOT NULL, count(*)
    FROM (SELECT * FROM volte_returns_return WHERE shop_id = %s ORDER BY id DESC LIMIT %s) r,
    LATERAL (VALUES ('from_request', r.requested_at), ('from_approval', r.approved_at),
                    ('from_hand_over', r.handed_over_at), ('from_arrival', r.arrived_at),
                    ('from_inspection', r.inspected_at)) at (step, since)
    WHERE r.requested_at >= %s AND r.channel <> %s AND (r.settled_at IS NOT NULL OR r.status = ANY(%s))
      AND at.since <= coalesce(r.settled_at, %s)
    GROUP BY 1, 2, 3
"""

# From the first thing that asks for a person to the first thing a person then did about it.
_ANSWERS = """
    SELECT floor(extract(epoch FROM coalesce(ended, %s) - since) / 3600)::int8, ended IS NOT NULL, count(*)
    FROM (
        SELECT s.at AS since, r.waits_for,
               (SELECT min(e.at) FROM volte_returns_step e
                WHERE e.return_row_id = s.return_row_id AND e.id > s.id AND e.kind = ANY(%s)) AS ended,
               (SELECT max(b.id::text) FROM volte_returns_step b
                WHERE b.return_row_id = s.return_row_id AND b.id < s.id AND b.kind = ANY(%s)) AS asked_before,
               (SELECT max(b.id::text) FROM volte_returns_step b
                WHERE b.return_row_id = s.return_row_id AND b.id < s.id AND b.kind = ANY(%s)) AS answered_before
        FROM (SELECT id, waits_for, requested_at FROM volte_returns_return
              WHERE shop_id = %s ORDER BY id DESC LIMIT %s) r
        JOIN volte_returns_step s ON s.return_row_id = r.id
        WHERE r.requested_at >= %s AND s.kind = ANY(%s)
    ) asked
    WHERE (asked_before IS NULL OR answered_before > asked_before) AND (ended IS NOT NULL OR waits_for = 'shop')
    GROUP BY 1, 2
"""
_ASKS = ["waits_for_shop", "evidence_sent", "question", "appealed"]
_ANSWERED = ["approved_by_staff", "approved_as_it_is", "refused_by_staff", "answer", "box_closed", "box_seen_to"]


def history(*, now: datetime) -> Mapping[Step, Sequence[Wait]]:
    """Each step's waits, those of one length together."""
    shop, since = tenancy.current(), now - _SINCE
    found: dict[Step, list[Wait]] = {step: [] for step in Step}
    asked = sql.run(_REFUNDS, [now, shop, _MOST, since, CHANNEL, _OPEN, now])
    for step, hours, ended, count in asked.fetchall():
        found[Step(step)].append(Wait(hours, ended, count))
    answers = sql.run(_ANSWERS, [now, _ANSWERED, _ASKS, _ANSWERED, shop, _MOST, since, _ASKS])
    found[Step.ANSWER] = [Wait(hours, ended, count) for hours, ended, count in answers.fetchall()]
    return found
