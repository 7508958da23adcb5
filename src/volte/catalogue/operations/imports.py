"""A file of orders comes in, batch by batch; what is done stays done, whatever ends the import."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from uuid import UUID

from volte.catalogue.models import ImportRun
from volte.catalogue.operations import orders
from volte.catalogue.operations.orders import TakenIn
from volte.catalogue.ports import Fault, PastOrder, Record
from volte.catalogue.writing import Ready
from volte.kit.errors import Conflict, Refused
from volte.kit.text import Message, message
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

# Each refusal is counted; only so many are kept with their reason.
MOST_REFUSALS = 1_000


@dataclass(frozen=True, slots=True)
class Counts:
    """`orders` are new ones, `changed` known ones that differ; `lines` of all orders read, repetitions included.
    `further` is what others count who take in their part of the same file."""

    orders: int = 0
    changed: int = 0
    lines: int = 0
    refused: int = 0
    further: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is. `line_done` is the last line of the file that is behind us; 0 at its beginning."""

    run_id: UUID
    line_done: int
    counts: Counts
    refusals: tuple[Fault, ...]


@operation(Permission.ORDERS_WRITE)
def begin_import(*, by: Actor, fingerprint: str, format: str) -> Progress:
    """Begin with a file (named by a digest of its bytes), or go on where an import of it was cut off."""
    row, _ = ImportRun.objects.get_or_create(
        shop_id=tenancy.current(),
        fingerprint=fingerprint,
        format=format,
        finished_at=None,
        defaults={"started_at": clock.now(), "counts": asdict(Counts())},
    )
    return _progress(row)


@operation(Permission.ORDERS_WRITE)
def import_batch(*, by: Actor, progress: Progress, records: Sequence[Record]) -> Progress:
    """Take in the next records and move on, both or neither.

    Refuses `import_elsewhere` when somebody else moved this import on meanwhile.
    """
    good = [record for record in records if record.document is not None]
    results = orders.take_in_batch(by=by, documents=[record.document or {} for record in good])
    refusals = [record.fault for record in records if record.fault is not None]
    refusals += [_fault(record, each) for record, each in zip(good, results, strict=True) if isinstance(each, Refused)]
    after = replace(
        progress,
        line_done=max(progress.line_done, *(record.last_line for record in records)),
        counts=_counted(progress.counts, good, results, len(refusals)),
        refusals=(*progress.refusals, *sorted(refusals, key=lambda fault: fault.line))[:MOST_REFUSALS],
    )
    _move(progress, after)
    return after


@operation(Permission.ORDERS_WRITE)
def import_past(
    *, by: Actor, progress: Progress, past: Sequence[PastOrder], line_done: int, new: Ready | None = None
) -> Progress:
    """Take in the next orders of a history and move on, both or neither. Refuses `import_elsewhere`.

    `new` is what `make_ready` made of them meanwhile, if anything.
    """
    results = orders.take_in_past(by=by, past=past, new=new)
    taken = [each for each in results if isinstance(each, TakenIn)]
    refusals = [
        Fault(0, each.order.id, message(f"error_{result.code}", **result.params))
        for each, result in zip(past, results, strict=True)
        if isinstance(result, Refused)
    ]
    counts = replace(
        progress.counts,
        orders=progress.counts.orders + sum(each.created for each in taken),
        changed=progress.counts.changed + sum(each.changed for each in taken),
        lines=progress.counts.lines + sum(len(each.order.lines) for each in past),
        refused=progress.counts.refused + len(refusals),
    )
    kept = (*progress.refusals, *refusals)[:MOST_REFUSALS]
    after = replace(progress, line_done=line_done, counts=counts, refusals=kept)
    _move(progress, after)
    return after


@operation(Permission.ORDERS_WRITE)
def move_on(*, by: Actor, progress: Progress, line_done: int, further: Mapping[str, int]) -> Progress:
    """Somebody took in their part of the file, in this transaction. Refuses `import_elsewhere`."""
    before = progress.counts.further
    added = {name: before.get(name, 0) + further.get(name, 0) for name in {**before, **further}}
    after = replace(progress, line_done=line_done, counts=replace(progress.counts, further=added))
    _move(progress, after)
    return after


@operation(Permission.ORDERS_WRITE)
def finish_import(*, by: Actor, progress: Progress) -> None:
    """The file is at its end: importing it again begins anew."""
    ImportRun.objects.filter(id=progress.run_id, finished_at=None).update(finished_at=clock.now())


def _counted(before: Counts, good: Sequence[Record], results: Sequence[TakenIn | Refused], refused: int) -> Counts:
    taken = [(record, each) for record, each in zip(good, results, strict=True) if isinstance(each, TakenIn)]
    return replace(
        before,
        orders=before.orders + sum(each.created for _, each in taken),
        changed=before.changed + sum(each.changed for _, each in taken),
        lines=before.lines + sum(len((record.document or {})["lines"]) for record, _ in taken),
        refused=before.refused + refused,
    )


def _move(before: Progress, after: Progress) -> None:
    changes: dict[str, Any] = {"line_done": after.line_done, "counts": asdict(after.counts)}
    if after.refusals != before.refusals:
        changes["refusals"] = [_kept(fault) for fault in after.refusals]
    row = ImportRun.objects.filter(id=before.run_id, line_done=before.line_done, finished_at=None)
    if row.update(**changes) != 1:
        raise Conflict("import_elsewhere")


def _fault(record: Record, refused: Refused) -> Fault:
    """A refused document, said in the words of its source."""
    line, field = record.where(path=str(refused.params.get("field", "")))
    reason = refused.params.get("reason")
    if isinstance(reason, Message):
        return Fault(line, field, reason)
    return Fault(line, field, message(f"error_{refused.code}", **refused.params))


def _progress(row: ImportRun) -> Progress:
    refusals = tuple(
        Fault(kept["line"], kept["field"], message(kept["reason"], **kept["params"])) for kept in row.refusals
    )
    return Progress(row.id, row.line_done, Counts(**row.counts), refusals)


def _kept(fault: Fault) -> dict[str, Any]:
    """What is written down for an import that goes on later."""
    reason = fault.reason
    return {"line": fault.line, "field": fault.field, "reason": reason.code, "params": dict(reason.params)}
