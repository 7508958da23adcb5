"""Steps are chained as they are written: each gets its place and digest while the return is ours.

The end of the chain stands on the return, which every verb has locked and writes anyway, so it costs no statement. A
return whose chain has not begun (it is older than chains, or an older Volte opened it) leaves its steps to
`operations.adopting`, which says so in what it writes.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from volte.kit import canonical
from volte.returns.models import Return, ReturnItem, Settlement, Step
from volte.returns.rules import chain
from volte.returns.rules.wear import Wear
from volte.runtime import hot


@dataclass(frozen=True, slots=True)
class Proof:
    """What lies beside a step and is vouched for by it: digests, and photos (digests of files), by name."""

    digests: Mapping[str, str] = field(default_factory=dict)
    photos: Mapping[str, Sequence[str]] = field(default_factory=dict)


NOTHING = Proof()


def begin(row: Return) -> None:
    """A new return begins its chain."""
    row.chain_length, row.chain_head = 0, ""


def append(row: Return, step: Step, proof: Proof = NOTHING) -> None:
    """Put a new step, not yet written, at the end of the chain of a return that is ours."""
    if row.chain_length is None:
        return
    link(row, step, proof=proof)
    hot.save(row)


def link(row: Return, step: Step, *, proof: Proof = NOTHING, adopted_at: datetime | None = None) -> None:
    """The same without writing the return."""
    salts = {}
    kept = snapshot(step)
    bound = dict(proof.digests)
    if kept.words:
        salts[chain.WORDS] = secrets.token_hex(16)
        step.words_digest = chain.salted(salt=salts[chain.WORDS], value=kept.words)
    if proof.photos:
        salts[chain.PHOTOS] = salt = secrets.token_hex(16)
        bound |= {name: chain.salted(salt=salt, value=list(shown)) for name, shown in proof.photos.items()}
    step.salts, step.bound, step.adopted_at = salts, bound, adopted_at
    step.place = (row.chain_length or 0) + 1
    said = chain.content(return_id=str(row.id), place=step.place, before=row.chain_head, step=snapshot(step))
    step.digest = canonical.digest(said)
    row.chain_length, row.chain_head = step.place, step.digest


def snapshot(step: Step) -> chain.Step:
    """A row as the rules know it."""
    return chain.Step(
        place=step.place,
        digest=step.digest,
        kind=step.kind,
        actor_kind=step.actor_kind,
        actor_name=step.actor_name,
        detail=step.detail,
        at=step.at,
        words_digest=step.words_digest,
        bound=step.bound,
        salts=step.salts,
        adopted_at=step.adopted_at,
        erased_at=step.erased_at,
    )


def decided(items: Sequence[ReturnItem]) -> Proof:
    """What was decided of each item, and the photos it came with."""
    return Proof(
        {f"decision:{item.id}": canonical.digest(item.decision) for item in items},
        {f"{chain.PHOTOS}:{item.id}": item.photos for item in items if item.photos},
    )


def photos(item: ReturnItem) -> Proof:
    """All photos of an item, those that came just now among them."""
    return Proof(photos={f"{chain.PHOTOS}:{item.id}": item.photos} if item.photos else {})


def worn(item: ReturnItem, found: Wear) -> Proof:
    """The photos of one proposal of the bench."""
    return Proof(photos={worn_name(item.id, found): found.photos} if found.photos else {})


def worn_name(item_id: UUID, found: Wear) -> str:
    return f"{chain.PHOTOS}:{item_id}:{found.id}"


def planned(made: Settlement) -> Proof:
    """Units and amounts of a settlement, line by line."""
    return Proof({f"plan:{made.id}": plan_digest(made.kind, made.units, made.amount, made.currency, made.plan)})


def plan_digest(kind: str, units: Mapping[str, int], amount: int, currency: str, plan: Sequence[Any]) -> str:
    """The digest of a plan without the sentences of its lines, in which words of people may stand."""
    lines = [[line["kind"], line["amount"]] for line in plan]
    said = {"kind": kind, "units": dict(units), "amount": amount, "currency": currency, "lines": lines}
    return canonical.digest(said)


def declared(*, number: str, digest: str) -> Proof:
    """A statement of withdrawal, by its number, with the digest of what was declared."""
    return Proof({f"statement:{number}": digest})
