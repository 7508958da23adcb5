"""The facts follow the journey: what the feed names is read again from the database, some seconds behind.

Nothing is taken from an event but ids, so an event read twice does no harm and the facts are always what the database
says. The row `FactSet` moves when the files are on the disk: a crash or a full disk before that leaves everything as
it was, with the reason on the row, and the next try does it again. One writer a shop, by an advisory lock.

Who cannot see the files the row names passes by as long as somebody else keeps the row up to date: two machines that
were meant to share a folder and do not would otherwise make everything anew in turns, for ever.
"""

import logging
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from volte.insights import folders, neighbours, reading
from volte.insights.models import FactSet
from volte.insights.shapes import Facts
from volte.insights.touched import Touched
from volte.runtime import clock, feed, sql, tenancy

log = logging.getLogger(__name__)
_LOCK = "SELECT pg_try_advisory_xact_lock(7311003, hashtext(%s::text))"
_ORDERS = "SELECT id FROM volte_catalogue_order WHERE shop_id = %s AND id > %s ORDER BY id LIMIT %s"
_RETURNS_OF = "SELECT id FROM volte_returns_return WHERE shop_id = %s AND order_id = ANY(%s)"
_ORPHANS = (
    "SELECT id FROM volte_returns_return WHERE shop_id = %s AND order_id IS NULL AND id > %s ORDER BY id LIMIT %s"
)
_BATCH = 2_000
_EVENTS = 500
# So many orders read again and one base is made of both sets: the smaller set is written anew with each change.
PUT_TOGETHER_AT = 20_000
# A question that began before a set was replaced may still be reading it.
_STILL_READ = timedelta(seconds=60)
_MOST_PATIENCE = 60
# Whoever sees the files says so each minute; after five minutes without, another machine makes its own.
_SEEN_EVERY = timedelta(seconds=60)
_TAKEN_OVER_AFTER = timedelta(minutes=5)


def refresh(*, shop_id: UUID) -> bool:
    """Follow the feed to its end; True when something was written. Fails quietly: the reason stands on the row."""
    if not _is_time(shop_id):
        return False
    return _noting_failure(shop_id, lambda: _refreshed(shop_id))


def rebuild(*, shop_id: UUID) -> None:
    """Everything anew from the database; raises what went wrong, and leaves the facts as they were."""
    with tenancy.entered(shop_id):
        _wait_for_lock(shop_id)
        _rebuilt(_row())


def _noting_failure(shop_id: UUID, work: Callable[[], bool]) -> bool:
    try:
        return work()
    except Exception as error:  # whatever it is, the journey goes on and the facts are tried again
        log.exception("facts could not be written", extra={"shop": str(shop_id)})
        with tenancy.entered(shop_id):
            row = _row()
            row.failure = f"{type(error).__name__}: {error}"[:500]
            row.failures, row.failed_at = row.failures + 1, clock.now()
            row.save(update_fields=["failure", "failures", "failed_at"])
        return False


def _refreshed(shop_id: UUID) -> bool:
    wrote = False
    while True:
        with tenancy.entered(shop_id):
            if not _locked(shop_id):
                return wrote
            row = _row()
            if not _is_there(row):
                if _is_kept_elsewhere(row):
                    return wrote
                _rebuilt(row)
                return True
            more = _follow(row)
        if not more:
            return wrote
        wrote = True


def _follow(row: FactSet) -> bool:
    """Read what the next events name; False when there was nothing to follow."""
    entries = feed.page(after=row.position, limit=_EVENTS).entries
    touched = Touched()
    reached = row.position
    for entry in entries:
        touched.add(entry.data)
        reached = entry.position
        if len(touched) >= _BATCH:
            break
    if not entries:
        _caught_up(row)
        return False
    if len(touched):
        orders, returns = neighbours.of(touched, row)
        _write_fresh(row, reading.facts(orders=orders, returns=returns))
        if touched.leaves_the_disk or row.fresh_orders >= PUT_TOGETHER_AT:
            _put_together(row)
    _moved(row, reached)
    return True


def _write_fresh(row: FactSet, facts: Facts) -> None:
    # DuckDB is loaded by whoever writes facts, not by whoever starts the program.
    from volte.insights import columns  # noqa: PLC0415

    place = folders.home(row.shop_id)
    before = place / row.fresh if row.fresh else None
    with columns.opened(place) as database:
        name = folders.write(row.shop_id, lambda folder: columns.write(database, facts, folder, on_top_of=before))
    _replace(row, base=row.base, fresh=name)
    row.fresh_orders += len(facts.orders) + len(facts.returns)


def _put_together(row: FactSet) -> None:
    from volte.insights import columns  # noqa: PLC0415  # as above

    place = folders.home(row.shop_id)
    base, fresh = place / row.base, place / row.fresh
    with columns.opened(place) as database:
        name = folders.write(row.shop_id, lambda folder: columns.put_together(database, folder, base=base, fresh=fresh))
    _replace(row, base=name, fresh="")
    row.fresh_orders = 0


def _rebuilt(row: FactSet) -> None:
    from volte.insights import columns  # noqa: PLC0415  # as above

    reached = feed.newest()
    place = folders.home(row.shop_id)
    parts = folders.unfinished(place)
    try:
        folders.make(parts)
        with columns.opened(place) as database:
            for number, facts in enumerate(_everything()):
                folder = parts / f"{number:08}"
                folder.mkdir()
                columns.write(database, facts, folder)
            name = folders.write(row.shop_id, lambda folder: columns.gather(database, folder, parts=parts))
    finally:
        shutil.rmtree(parts, ignore_errors=True)
    _replace(row, base=name, fresh="")
    row.fresh_orders = 0
    _moved(row, reached)


def _everything() -> Iterator[Facts]:
    """Every order with its returns, then the returns whose order nobody knows. At least one, if empty."""
    first = True
    for batch in _pages(_ORDERS):
        returns = [one for (one,) in sql.run(_RETURNS_OF, [tenancy.current(), batch]).fetchall()]
        yield reading.facts(orders=batch, returns=returns)
        first = False
    for batch in _pages(_ORPHANS):
        yield reading.facts(orders=[], returns=batch)
        first = False
    if first:
        yield reading.facts(orders=[], returns=[])


def _pages(statement: str) -> Iterator[Sequence[UUID]]:
    after = UUID(int=0)
    while found := [one for (one,) in sql.run(statement, [tenancy.current(), after, _BATCH]).fetchall()]:
        yield found
        after = found[-1]


def _replace(row: FactSet, *, base: str, fresh: str) -> None:
    """Name the new sets; those they replace are removed when nobody can be reading them any more."""
    until = (clock.now() + _STILL_READ).isoformat()
    gone = {row.base, row.fresh} - {base, fresh, ""}
    row.retired = [*row.retired, *({"name": name, "until": until} for name in sorted(gone))]
    row.base, row.fresh = base, fresh


def _moved(row: FactSet, position: int) -> None:
    now = clock.now()
    over = [each["name"] for each in row.retired if datetime.fromisoformat(each["until"]) <= now]
    folders.remove(row.shop_id, over)
    row.retired = [each for each in row.retired if each["name"] not in over]
    row.position, row.caught_up_at = position, now
    row.failure, row.failures, row.failed_at = "", 0, None
    row.save()


def _caught_up(row: FactSet) -> None:
    """Nothing new, which is said each minute. What was retired last is removed all the same; a failure that was waited
    out is over."""
    now = clock.now()
    is_over = any(datetime.fromisoformat(each["until"]) <= now for each in row.retired)
    is_told = row.caught_up_at is not None and row.caught_up_at > now - _SEEN_EVERY
    if is_over or row.failures or not is_told:
        folders.sweep(row.shop_id, keep=[row.base, row.fresh, *(each["name"] for each in row.retired)])
        _moved(row, row.position)


def _is_there(row: FactSet) -> bool:
    """Are the files there that the row names? Not so at the beginning, and after a restore without them."""
    return bool(row.base) and folders.are_there(row.shop_id, [row.base, row.fresh])


def _is_kept_elsewhere(row: FactSet) -> bool:
    """Does somebody who sees these files keep them up to date? A machine of its own is right to ask: see above."""
    if not row.base or row.caught_up_at is None:
        return False
    silent = clock.now() - row.caught_up_at
    if silent < _TAKEN_OVER_AFTER:
        if row.shop_id not in _told_elsewhere:
            _told_elsewhere.add(row.shop_id)
            log.warning("facts lie where this machine cannot see them: share VOLTE_FACTS", extra={"shop": row.shop_id})
        return True
    log.warning("facts nobody has kept for %d s are made anew here", silent.seconds, extra={"shop": row.shop_id})
    return False


# Said once a process, not each second.
_told_elsewhere: set[UUID] = set()


def _row() -> FactSet:
    found: FactSet = FactSet.objects.get_or_create(shop_id=tenancy.current())[0]
    return found


def _is_time(shop_id: UUID) -> bool:
    """After a failure we wait 2, 4, 8 … seconds, a minute at most."""
    with tenancy.entered(shop_id):
        row = FactSet.objects.filter(shop_id=shop_id).first()
    if row is None or row.failed_at is None:
        return True
    return bool(clock.now() >= row.failed_at + timedelta(seconds=min(_MOST_PATIENCE, 2**row.failures)))


def _locked(shop_id: UUID) -> bool:
    return bool(sql.run(_LOCK, [shop_id]).fetchone()[0])


def _wait_for_lock(shop_id: UUID) -> None:
    sql.run("SELECT pg_advisory_xact_lock(7311003, hashtext(%s::text))", [shop_id])
