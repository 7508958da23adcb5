"""Entry points for the clock: every night what is too old goes, and erasures that waited are tried again."""

import logging
from uuid import UUID

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
    """For each shop: erasures that waited, then what is too old; last of all the bytes nobody holds.

    What fails for one shop stops nothing of the others; it is raised at the end, so that the night counts as failed.
    """
    failed: list[Exception] = []
    for shop_id, handle in Shop.objects.order_by("created_at").values_list("id", "handle"):
        for step in (try_waiting, retain):
            try:
                step(shop_id=shop_id)
            except Exception as error:
                log.exception("Personal data of %s: %s failed", handle, step.__name__)
                failed.append(error)
    files.sweep()
    if failed:
        raise ExceptionGroup("the night of personal data failed in part", failed)


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
    done, failed = 0, list[Exception]()
    for erasure_id in found:
        try:
            operations.settle(by=Actor.system(shop_id), erasure_id=erasure_id)
            done += 1
        except Conflict:
            continue  # Something is still open: the next night.
        except NotFound:
            log.warning("Erasure %s waits for somebody of whom nothing is held: withdraw it", erasure_id)
        except Exception as error:
            failed.append(error)
    if failed:
        raise ExceptionGroup("some erasures that waited failed", failed)
    return done
