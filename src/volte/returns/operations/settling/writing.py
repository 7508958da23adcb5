"""A settlement as a row: which units, how much, by which plan."""

from typing import Any
from uuid import UUID

from volte.kit.words import Resolution
from volte.money.queries import PromiseView
from volte.returns import wire
from volte.returns.models import Return, Settlement
from volte.runtime import clock


def write(
    row: Return, kind: str, units: dict[str, int], promise: PromiseView, made_id: UUID, **more: Any
) -> Settlement:
    detail: dict[str, Any] = {"promise": str(promise.id), "due": promise.due.amount, **more}
    if promise.credits:
        detail["bonus"] = promise.credits[0].bonus.amount
    paid = promise.credits[0].base + promise.credits[0].bonus if promise.credits else promise.amount
    plan = [
        {"kind": line.kind.value, "amount": line.amount.amount, "reason": wire.message(line.reason)}
        for line in promise.lines
    ]
    return _save(row, kind, units, made_id, amount=paid.amount, plan=plan, detail=detail)


def write_in_kind(row: Return, resolution: Resolution, units: dict[str, int], made_id: UUID) -> Settlement:
    return _save(row, resolution.value, units, made_id, amount=0, plan=[], detail={})


def _save(
    row: Return,
    kind: str,
    units: dict[str, int],
    made_id: UUID,
    *,
    amount: int,
    plan: list[Any],
    detail: dict[str, Any],
) -> Settlement:
    made = Settlement.of_shop(
        id=made_id,
        return_row_id=row.id,
        kind=kind,
        units=units,
        amount=amount,
        currency=row.currency,
        plan=plan,
        detail=detail,
        made_at=clock.now(),
    )
    made.insert_late()
    return made
