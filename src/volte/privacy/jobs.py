"""Entry points for the clock: every night what is too old goes, and erasures that waited are tried again."""

import logging
from contextlib import suppress
from uuid import UUID

from volte.kit import ids
from volte.kit.errors import Conflict, NotFound
from volte.privacy import operations, queries
from volte.privacy.models import RetentionRun
from volte.privacy.operations import keeping
from volte.privacy.rules import keeping as rules
from volte.privacy.rules.keeping import Kind
from volte.runtime import clock, files, shop_settings, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import Shop

log = logging.getLogger(__name__)
BATCH = 200
# A first night with years behind it goes on the next one rather than into the morning.
MOST_BATCHES = 500


def nightly() -> None:
    """For each shop: erasures that waited, then what is too old; last of all the bytes nobody holds."""
    for shop_id in Shop.objects.order_by("created_at").values_list("id", flat=True):
        try_waiting(shop_id=shop_id)
        retain(shop_id=shop_id)
    files.sweep()


def retain(*, shop_id: UUID) -> dict[str, int]:
    """Remove what is too old in one shop, photos first; how many of each kind."""
    by, removed = Actor.system(shop_id), dict.fromkeys((kind.value for kind in Kind), 0)
    with tenancy.entered(shop_id):
        terms = shop_settings.of_shop(shop_id).retention
        run = RetentionRun.objects.create(started_at=clock.now())
    for kind in Kind:
        before = rules.before(days=getattr(terms, kind.value), now=clock.now())
        for _ in range(MOST_BATCHES):
            gone = operations.remove_some(by=by, kind=kind, before=before, limit=BATCH)
            removed[kind.value] += gone
            if not gone:
                break
    with tenancy.entered(shop_id):
        RetentionRun.objects.filter(id=run.id).update(finished_at=clock.now(), removed=removed)
    return removed


def overdue(*, shop_id: UUID, most: int = 10_000) -> dict[str, int]:
    """What `retain` would remove now, each kind counted up to `most`; removes nothing."""
    with tenancy.entered(shop_id):
        terms = shop_settings.of_shop(shop_id).retention
        return {
            kind.value: keeping.count(
                kind=kind, before=rules.before(days=getattr(terms, kind.value), now=clock.now()), limit=most
            )
            for kind in Kind
        }


def try_waiting(*, shop_id: UUID) -> int:
    """Erase those persons of whom nothing is open any more; how many."""
    with tenancy.entered(shop_id):
        found = queries.waiting()
    done = 0
    for _, customers, orders, why in found:
        named = [("cus", one) for one in customers] + [("ord", one) for one in orders]
        if named:
            with suppress(Conflict, NotFound):
                operations.erase(by=Actor.system(shop_id), ref=ids.public(*named[0]), why=why)
                done += 1
    return done
