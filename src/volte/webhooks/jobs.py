"""Entry points for the worker: the sweeps. Delivering itself is a loop of its own (see `delivering.office`)."""

from datetime import datetime

from volte.runtime import clock, sql, tenancy
from volte.runtime.actor import Actor
from volte.webhooks import operations
from volte.webhooks.rules import schedule

BATCH = 5_000
_FORGET = """
DELETE FROM volte_webhooks_attempt WHERE delivery_id = ANY(%s)
"""
_OLD = """
SELECT d.id FROM volte_webhooks_subscription s CROSS JOIN LATERAL (
    SELECT id, status, created_at FROM volte_webhooks_delivery d
     WHERE d.subscription_id = s.id AND d.created_at < %s AND d.status = ANY(%s) LIMIT %s) AS d LIMIT %s
"""
_DROP = "DELETE FROM volte_webhooks_delivery WHERE id = ANY(%s)"
_EMPTY = """
DELETE FROM volte_webhooks_subscription s
 WHERE s.status = 'removed' AND NOT EXISTS (SELECT FROM volte_webhooks_delivery d WHERE d.subscription_id = s.id)
"""

_FAILING = """
SELECT shop_id, id FROM volte_webhooks_subscription
 WHERE status = 'on' AND failing_since <= %s AND told_failing_since IS DISTINCT FROM failing_since
"""


def tell_failing() -> None:
    """Every few minutes: endpoints that have taken nothing for a day, each told of once."""
    with tenancy.everywhere():
        found = sql.run(_FAILING, [clock.now() - schedule.TELL_AFTER]).fetchall()
    for shop_id, subscription_id in found:
        operations.tell_failing(by=Actor.system(shop_id), subscription_id=subscription_id)


def forget_old() -> None:
    """Every night: deliveries that nobody looks up any more, a few thousand at a time; then empty removed
    subscriptions."""
    now = clock.now()
    while _forget(now - schedule.KEEP_DELIVERED, ["taken", "skipped"]):
        continue
    while _forget(now - schedule.KEEP_FAILED, ["failed"]):
        continue
    with tenancy.everywhere():
        sql.run(_EMPTY)


def _forget(before: datetime, statuses: list[str]) -> int:
    with tenancy.everywhere():
        found = [row[0] for row in sql.run(_OLD, [before, statuses, BATCH, BATCH]).fetchall()]
        if found:
            sql.run(_FORGET, [found])
            sql.run(_DROP, [found])
    return len(found)
