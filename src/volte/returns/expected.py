"""What a box should hold: the lines agreed in a return, as the warehouse wants them told."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from volte.kit import ids
from volte.kit.errors import Invalid, NotFound
from volte.kit.words import Fault
from volte.logistics import queries as parcels
from volte.returns import rows
from volte.returns.models import Return, ReturnItem
from volte.runtime import hot
from volte.runtime.actor import Actor
from volte.warehouse.rules.inspection import group_of
from volte.warehouse.rules.receiving import Counted, Expected


class CountedThing(Protocol):
    """Units of a line, or of a sku, or of nobody knows what."""

    @property
    def line(self) -> str: ...
    @property
    def sku(self) -> str: ...
    @property
    def quantity(self) -> int: ...
    @property
    def title(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Found:
    """A return and the lines it announced (`Expected.line` is the return item's id)."""

    row: Return
    items: tuple[ReturnItem, ...]
    lines: tuple[Expected, ...]


def find(*, code: str) -> Found | None:
    """The return behind a label code, a carrier's code or a return number; None when nobody knows it."""
    return_id = _behind(code)
    row = hot.first(Return, id=return_id) if return_id is not None else None
    return _found(row, hot.rows(ReturnItem, order="position", return_row_id=row.id)) if row is not None else None


def locked(*, by: Actor, code: str, numbers: Collection[str]) -> tuple[Found | None, dict[str, Found]]:
    """The return behind a code and those named by number, all ours from here on; refuses `return_unknown` for one that
    is named. Locked in one order, so that two boxes of the same returns cannot wait for each other in a circle."""
    main_id = _behind(code)
    named_ids = {number: _named(number) for number in numbers}
    wanted = {*named_ids.values(), *([main_id] if main_id is not None else [])}
    found = {return_id: _found(*rows.locked(by=by, return_id=return_id)) for return_id in sorted(wanted)}
    main = found[main_id] if main_id is not None else None
    return main, {number: found[return_id] for number, return_id in named_ids.items()}


def locked_as(*, by: Actor, number: str) -> Found:
    """The return a person named, by its number or public id, ours from here on; refuses `return_unknown`."""
    return _found(*rows.locked(by=by, return_id=_named(number)))


def _behind(code: str) -> UUID | None:
    """By its own number, else by a code on the parcel: a return's number is no parcel's code."""
    return _numbered(code) or _labelled(code)


def _labelled(code: str) -> UUID | None:
    parcel = parcels.by_code(written=code)
    if parcel is None or not Return.objects.filter(id=parcel.subject_id).exists():
        return None
    return parcel.subject_id


def _numbered(written: str) -> UUID | None:
    row = hot.first(Return, number=ids.tidy_number(written))
    return row.id if row is not None else None


def _named(number: str) -> UUID:
    found = ids.parse("ret", number) or _numbered(number)
    if found is None:
        raise NotFound("return_unknown")
    return found


def line_of(found: Found, line: str) -> Expected:
    """The announced line the shop calls `line`; refuses `line_unknown`."""
    for item, expected in zip(found.items, found.lines, strict=True):
        if item.line == line or str(item.id) == line or ids.public("itm", item.id) == line:
            return expected
    raise Invalid("line_unknown", line=line, known=", ".join(item.line for item in found.items))


def counted(one: CountedThing, found: Found | None) -> Counted:
    """What a person counted, in the warehouse's words."""
    subject, line = (found.row.id if found else None), None
    if one.line and found is not None:
        line = line_of(found, one.line).line
    return Counted(sku=one.sku, quantity=one.quantity, subject=subject, line=line, title=one.title[:300])


def everything(found: Found) -> list[Counted]:
    """All that is still to come, as if it had been counted."""
    open_items = zip(found.items, found.lines, strict=True)
    return [
        Counted(quantity=item.quantity - item.arrived, subject=line.subject, line=line.line)
        for item, line in open_items
        if item.quantity > item.arrived
    ]


def _found(row: Return, items: Sequence[ReturnItem]) -> Found:
    return Found(row, tuple(items), tuple(_expected(row, items)))


def _expected(row: Return, items: Sequence[ReturnItem]) -> list[Expected]:
    """A refused or cancelled item that comes all the same is not expected: it will show as extra."""
    return [
        Expected(
            subject=row.id,
            line=item.id,
            sku=item.sku,
            quantity=item.quantity if rows.standing(item).is_open else 0,
            title=item.title,
            group=group_of(category=item.category, traits=item.traits),
            fault=Fault(item.fault) if item.fault else None,
        )
        for item in items
    ]
