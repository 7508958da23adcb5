"""Add up all books of a shop again, check by check, each in a transaction of its own, and write down what differs.

A turn makes as many checks as fit into a few seconds, then queues up again behind the other shops: a large shop takes
longer, and nobody waits for it. What was not written down when a worker died is done again. A check the database
cannot make is noted, and the others are made.
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from volte.kit.errors import Conflict
from volte.money import verify
from volte.money.events import BooksBroken, BooksMended
from volte.money.models import BooksFault, Entry, Verification
from volte.money.verify import Checked, Discrepancy
from volte.runtime import clock, sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission

log = logging.getLogger(__name__)
# A turn of one shop; a single check may take longer, but not for ever.
_TURN_SECONDS = 20.0
_CHECK_SECONDS = 900
_MEMORY = "64MB"
# Whoever mends the first ones finds the rest the night after.
_MOST = 200
_PLACE = 400
# These begin with the code of the credit they are about.
_BY_CODE, _ENDING = frozenset({"credit_movement", "credit_balance", "credit_books"}), 4


@dataclass(frozen=True, slots=True)
class Made:
    """A check that was made; without `checked` it came to nothing."""

    name: str
    checked: Checked | None


def attempt(*, by: Actor, verification_id: UUID) -> bool:
    """One turn; is there another to come? Safe to run again."""
    with tenancy.entered(by.shop_id):
        row = Verification.objects.filter(id=verification_id, finished_at=None).first()
    if row is None:
        return False
    made: list[Made] = []
    began = time.perf_counter()
    for name in verify.CHECKS[row.done :]:
        made.append(_made(by, name))
        if time.perf_counter() - began > _TURN_SECONDS:
            break
    record_checks(by=by, verification_id=row.id, done=row.done, made=tuple(made))
    return bool(row.done + len(made) < len(verify.CHECKS))


@operation(Permission.MONEY_BOOKS)
def record_checks(*, by: Actor, verification_id: UUID, done: int, made: tuple[Made, ...]) -> None:
    """Write down what these checks found, and close what they no longer find; the last ones end the look.

    Refuses `verification_moved_on` when somebody else made them meanwhile.
    """
    now = clock.now()
    hit = Verification.objects.filter(id=verification_id, finished_at=None, done=done)
    if hit.update(done=done + len(made)) != 1:
        raise Conflict("verification_moved_on")
    row = Verification.objects.get(id=verification_id)
    for one in made:
        if one.checked is None:
            row.missed = f"{row.missed} {one.name}".strip()
            continue
        row.found += one.checked.count
        seen, fresh = _kept(one.name, one.checked.first, now)
        row.fresh += fresh
        if one.checked.count <= _MOST:
            gone = BooksFault.objects.filter(check_name=one.name, resolved_at=None).exclude(id__in=seen)
            gone.update(resolved_at=now)
    if row.done == len(verify.CHECKS):
        row.finished_at, row.entries = now, Entry.objects.count()
    row.save(update_fields=["missed", "found", "fresh", "finished_at", "entries"])
    if row.finished_at is not None:
        _tell(row)


def _made(by: Actor, name: str) -> Made:
    try:
        with tenancy.entered(by.shop_id):
            sql.run("SELECT set_config('statement_timeout', %s, true)", [f"{_CHECK_SECONDS}s"])
            return Made(name, verify.check(name, most=_MOST, memory=_MEMORY))
    except Exception:  # whatever it was, the other checks are made, and the page says which one was not
        log.warning("the check %s of the books came to nothing", name, exc_info=True)
        return Made(name, None)


def _placed(name: str, one: Discrepancy) -> str:
    """Where it is. Whoever holds the code of a store credit may spend it: only its end is kept."""
    if name not in _BY_CODE:
        return one.where[:_PLACE]
    code, _, rest = one.where.partition(" ")
    return f"•••• {code[-_ENDING:]} {rest}"[:_PLACE]


def _kept(name: str, found: Sequence[Discrepancy], now: datetime) -> tuple[list[UUID], int]:
    """Write down what was found: the rows, and how much of it was not open before."""
    kept: list[UUID] = []
    fresh = 0
    places = {_placed(name, one) for one in found}
    rows = BooksFault.objects.filter(check_name=name, place__in=places)
    known = {(row.what, row.place, row.currency): row for row in rows}
    for one in found:
        key = (one.what, _placed(name, one), one.books.currency)
        row = known.get(key)
        if row is None:
            row = known[key] = BooksFault.of_shop(check_name=name, what=key[0], place=key[1], currency=key[2])
            row.found_at, fresh = now, fresh + 1
        elif row.resolved_at is not None:
            row.found_at, row.resolved_at, fresh = now, None, fresh + 1
        row.seen_at, row.books, row.rows = now, one.books.amount, one.rows.amount
        row.save()
        kept.append(row.id)
    return kept, fresh


def _tell(row: Verification) -> None:
    """News of a break that nobody knew, and of its end."""
    if row.fresh:
        announce(BooksBroken(verification_id=row.id, findings=row.found, fresh=row.fresh))
    mended = BooksFault.objects.filter(resolved_at__gte=row.began_at).exists()
    if mended and not BooksFault.objects.filter(resolved_at=None).exists():
        announce(BooksMended(verification_id=row.id))
