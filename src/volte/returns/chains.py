"""Do the timelines of the shop still hang together? Asked inside an entered shop of rows as they are. Never writes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from volte.kit import canonical
from volte.kit.errors import NotFound
from volte.returns import chaining
from volte.returns.models import Return, ReturnItem, Settlement, Step
from volte.returns.rules import chain, wear
from volte.returns.rules.chain import PHOTOS, Found
from volte.withdrawals import queries as withdrawals

BATCH = 200


@dataclass(frozen=True, slots=True)
class ChainView:
    """The chain of one return, its steps by place, and what is wrong with it. `not_chained` steps wait for their
    place: those of before there were chains, until they have been taken over."""

    return_id: UUID
    number: str
    length: int
    head: str
    steps: tuple[chain.Step, ...]
    not_chained: int
    flaws: tuple[Found, ...]

    @property
    def adopted(self) -> int:
        return sum(1 for step in self.steps if step.adopted_at is not None)

    @property
    def erased(self) -> int:
        return sum(1 for step in self.steps if step.erased_at is not None)


def of_return(*, return_id: UUID) -> ChainView:
    """Refuses `return_unknown`."""
    found = _checked([return_id])
    if not found:
        raise NotFound("return_unknown")
    return found[0]


def after(*, return_id: UUID | None, limit: int = BATCH) -> Sequence[ChainView]:
    """The next chains of the shop, by the id of their return."""
    rows = Return.objects.order_by("id")
    if return_id is not None:
        rows = rows.filter(id__gt=return_id)
    return _checked(list(rows.values_list("id", flat=True)[:limit]))


def _checked(return_ids: Sequence[UUID]) -> list[ChainView]:
    wanted = list(return_ids)
    steps: dict[UUID, list[Step]] = {}
    for row in Step.objects.filter(return_row_id__in=wanted).order_by("return_row_id", "place", "id"):
        steps.setdefault(row.return_row_id, []).append(row)
    items: dict[UUID, list[ReturnItem]] = {}
    for item in ReturnItem.objects.filter(return_row_id__in=wanted):
        items.setdefault(item.return_row_id, []).append(item)
    plans: dict[UUID, list[Settlement]] = {}
    for made in Settlement.objects.filter(return_row_id__in=wanted):
        plans.setdefault(made.return_row_id, []).append(made)
    rows = Return.objects.filter(id__in=wanted).order_by("id")
    return [_view(row, steps.get(row.id, ()), items.get(row.id, ()), plans.get(row.id, ())) for row in rows]


def _view(row: Return, steps: Iterable[Step], items: Sequence[ReturnItem], plans: Sequence[Settlement]) -> ChainView:
    kept = [chaining.snapshot(step) for step in steps]
    chained = [step for step in kept if step.place is not None]
    length, head = row.chain_length or 0, row.chain_head
    flaws = chain.flaws(return_id=str(row.id), length=length, head=head, steps=chained)
    photos = {f"{PHOTOS}:{item.id}": list(item.photos) for item in items}
    photos |= {
        chaining.worn_name(item.id, found): list(found.photos) for item in items for found in wear.read(item.wear)
    }
    flaws += chain.beside(steps=chained, known=_known(row, items, plans), photos=photos)
    return ChainView(row.id, row.number, length, head, tuple(chained), len(kept) - len(chained), tuple(flaws))


def _known(row: Return, items: Sequence[ReturnItem], plans: Sequence[Settlement]) -> Mapping[str, str]:
    known = {f"decision:{item.id}": canonical.digest(item.decision) for item in items}
    for made in plans:
        known[f"plan:{made.id}"] = chaining.plan_digest(made.kind, made.units, made.amount, made.currency, made.plan)
    if row.withdrawn_at is not None:
        for said in withdrawals.of_return(return_id=row.id):
            # A statement whose words are gone for their age still has the digest of them.
            known[f"statement:{said.number}"] = said.digest if said.emptied or said.proves else ""
    return known
