"""After a restore: whoever reads the feed may be further than the backup is.

If positions went on from the backup's last one, a reader ahead of it would never be told of what happens next. So each
shop's feed goes on with `shop.restored`, behind every position that can have been given since the backup was taken.
"""

from datetime import UTC, datetime

from volte.runtime import clock, outbox, sql, tenancy
from volte.runtime.events import ShopRestored
from volte.runtime.models import Shop

# So many at least, and as many as if a thousand events had happened each second since: restoring the same backup a
# second time leads behind the first as well.
LEAST = 1_000_000
A_SECOND = 1_000
_POSITION = """
UPDATE volte_runtime_outboxevent AS event SET position = fresh.position
FROM (SELECT id, (SELECT COALESCE(MAX(position), 0) FROM volte_runtime_outboxevent)
             + %s + ROW_NUMBER() OVER (ORDER BY id) AS position
      FROM volte_runtime_outboxevent WHERE position IS NULL AND kind = %s) AS fresh
WHERE event.id = fresh.id
"""


def tell(*, as_of: datetime) -> None:
    """Tell every shop's readers; nobody else may work in the database."""
    told = ShopRestored(as_of=as_of.astimezone(UTC).isoformat().replace("+00:00", "Z"))
    for shop_id in Shop.objects.order_by("handle").values_list("id", flat=True):
        with tenancy.entered(shop_id):
            outbox.announce(told)
    since = max(0, int((clock.now() - as_of).total_seconds()))
    with tenancy.everywhere():
        sql.run(_POSITION, [LEAST + since * A_SECOND, ShopRestored.kind])
