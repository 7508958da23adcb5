"""What a box should hold: the lines agreed in a return, as the warehouse wants them told."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from volte.kit import ids
from volte.kit.errors import Invalid, NotFound
from volte.kit.words import Fault
from volte.logistics import queries as parcels
from volte.returns import rows
from volte.returns.models import Return, ReturnItem
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
    parcel = parcels.by_code(written=code)
    if parcel is not None:
        row = Return.objects.filter(id=parcel.subject_id).first()
    else:
        row = Return.objects.filter(number=ids.tidy_number(code)).first()
    return _found(row) if row is not None else None


def named(*, number: str) -> Found:
    """The return a person named, by its number or public id; refuses `return_unknown`."""
    return_id = ids.parse("ret", number)
    rows_found = (
        Return.objects.filter(id=return_id) if return_id else Return.objects.filter(number=ids.tidy_number(number))
    )
    row = rows_found.first()
    if row is None:
        raise NotFound("return_unknown")
    return _found(row)


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


def _found(row: Return) -> Found:
    items = tuple(ReturnItem.objects.filter(return_row_id=row.id).order_by("position"))
    return Found(row, items, tuple(_expected(row, items)))


def _expected(row: Return, items: Sequence[ReturnItem]) -> list[Expected]:
    """A refused or cancelled item that comes all the same is not expected: it will show as extra."""
    return [
        Expected(
            subject=row.id,
            line=item.id,
            sku=item.sku,
            quantity=item.quantity if rows.standing(item).is_open else 0,
            title=item.title,
            group=group_of(category=item.category),
            fault=Fault(item.fault) if item.fault else None,
        )
        for item in items
    ]
