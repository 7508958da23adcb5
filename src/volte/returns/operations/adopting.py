"""Steps that were written without a chain get their place in it: those from before there were chains, and those an
older Volte wrote beside us while machines were brought up to date. From then on they cannot be changed unseen; the
moment they were chained stands in them, so that nobody takes them for proof of more."""

from collections.abc import Sequence
from uuid import UUID

from volte.returns import chaining
from volte.returns.models import Return, Step
from volte.runtime import clock, late, sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

BATCH = 100
_NOT_CHAINED = "SELECT DISTINCT return_row_id FROM volte_returns_step WHERE shop_id = %s AND place IS NULL LIMIT %s"
_NOBODYS = "SELECT id FROM volte_returns_return WHERE shop_id = %s AND id = ANY(%s) ORDER BY id FOR UPDATE SKIP LOCKED"


def any_left() -> bool:
    """Are there steps without a chain in the entered shop?"""
    return bool(sql.run(_NOT_CHAINED, [tenancy.current(), 1]).fetchall())


@operation(Permission.RETURNS_READ)
def adopt_steps(*, by: Actor) -> int:
    """Chain the steps of some returns; of how many, 0 when nothing is left that nobody else is working on."""
    waiting = [row[0] for row in sql.run(_NOT_CHAINED, [tenancy.current(), BATCH]).fetchall()]
    mine = [row[0] for row in sql.run(_NOBODYS, [tenancy.current(), waiting]).fetchall()] if waiting else []
    _adopt(mine)
    return len(mine)


@operation(Permission.RETURNS_READ)
def adopt_steps_of(*, by: Actor, return_id: UUID) -> int:
    """Chain what is not chained yet of one return; how many returns: one, or none where all is chained or there is no
    such return."""
    if not Step.objects.filter(return_row_id=return_id, place=None).exists():
        return 0
    mine = list(Return.objects.filter(id=return_id).select_for_update(of=("self",)).values_list("id", flat=True))
    _adopt(mine)
    return len(mine)


def _adopt(return_ids: Sequence[UUID]) -> None:
    """In the order in which they were written, behind what is chained."""
    if not return_ids:
        return
    late.write()
    now = clock.now()
    returns = {row.id: row for row in Return.objects.filter(id__in=list(return_ids))}
    steps = list(Step.objects.filter(return_row_id__in=list(return_ids), place=None).order_by("return_row_id", "id"))
    for step in steps:
        chaining.link(returns[step.return_row_id], step, adopted_at=now)
    Step.objects.bulk_update(steps, ["place", "digest", "words_digest", "bound", "salts", "adopted_at"])
    changed = list(returns.values())
    for row in changed:
        row.chain_length = row.chain_length or 0
    Return.objects.bulk_update(changed, ["chain_length", "chain_head"])
