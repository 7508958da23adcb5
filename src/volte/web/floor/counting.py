"""What should be in a box, and what does a person say is in it? Read from a form, shown again, told to the journey."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.http import QueryDict

from volte.catalogue import queries as catalogue
from volte.catalogue.rules.product import Variant
from volte.kit.text import Message, message
from volte.returns import expected, queries
from volte.returns.operations import CountedUnits
from volte.returns.rules.lifecycle import Status, Verdict
from volte.returns.views import ItemView, ReturnView
from volte.warehouse import queries as warehouse
from volte.warehouse.queries import UnitView
from volte.web.floor import scanning

MOST = 99
_OVER = (Verdict.REFUSED, Verdict.CANCELLED, Verdict.EXPIRED)


@dataclass(frozen=True, slots=True)
class Extra:
    """Something nobody announced. `instead` is the item whose place it took; `sku` is empty when nobody knows it."""

    title: str
    sku: str = ""
    quantity: int = 1
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One announced item: how many are still `to_come`, how many were counted. Not `welcome`: refused or cancelled."""

    item: ItemView
    to_come: int
    count: int
    welcome: bool


@dataclass(frozen=True, slots=True)
class Announced:
    """One return that may be in the box. `note` says what is unusual about it."""

    view: ReturnView
    lines: tuple[Line, ...]
    note: Message | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A box as it stands on the screen. `unknown` is a code just scanned that nobody knows."""

    code: str
    boxes: tuple[Announced, ...] = ()
    earlier: tuple[UnitView, ...] = ()
    extras: tuple[Extra, ...] = ()
    withs: tuple[str, ...] = ()
    by_scan: bool = False
    unknown: str = ""

    @property
    def blind(self) -> bool:
        return not self.boxes

    @property
    def lines(self) -> list[Line]:
        return [line for box in self.boxes for line in box.lines]

    @property
    def total(self) -> int:
        return sum(line.count for line in self.lines) + sum(extra.quantity for extra in self.extras)

    @property
    def to_come(self) -> int:
        return sum(line.to_come for line in self.lines)

    @property
    def whole(self) -> bool:
        """Exactly what was announced and is welcome."""
        as_told = all(line.count == line.to_come and line.welcome for line in self.lines)
        return bool(self.lines) and as_told and not self.extras


def sheet(*, code: str, withs: Sequence[str] = ()) -> Sheet:
    """The box with this code, everything still to come counted. Asked inside an entered shop."""
    found = [one for one in (expected.find(code=each) for each in dict.fromkeys((code, *withs))) if one is not None]
    views = {one.row.id: queries.view(one.row, one.items) for one in found}
    earlier = _earlier(code, list(views))
    boxes = tuple(_announced(view) for view in views.values())
    return Sheet(code=code, boxes=boxes, earlier=tuple(earlier), withs=tuple(withs))


def read(form: QueryDict) -> Sheet:
    """The box as a person left it on the screen."""
    withs = tuple(scanning.tidy(each) for each in form.getlist("with"))[:20]
    begun = sheet(code=scanning.tidy(form.get("code", "")), withs=withs)
    counted = {line.item.id: whole(form.get(f"n-{line.item.id}"), line.to_come) for line in begun.lines}
    boxes = tuple(_with_counts(box, counted) for box in begun.boxes)
    drop = form.get("drop", "")
    extras = tuple(extra for place, extra in enumerate(_extras(form)) if str(place) != drop)
    return replace(begun, boxes=boxes, extras=extras, by_scan=form.get("by_scan") == "1")


def described(form: QueryDict) -> Extra | None:
    """What was typed into the fields for something else, or an unknown code said to be `inside`; None for nothing."""
    words = " ".join((form.get("inside") or form.get("new-what", "")).split())[:300]
    if not words:
        return None
    known = product(words)
    title, sku = (known.title, known.sku) if known else (words, "")
    return Extra(title, sku, max(1, whole(form.get("new-count"), 1)), form.get("new-instead", "")[:40])


def with_scan(before: Sheet, scanned: str) -> Sheet:
    """The sheet after something in the box was scanned: an announced thing, another return, a product we know."""
    line = _line_of(before, scanned)
    if line is not None:
        return _counted_by_scan(before, line.item.id)
    if expected.find(code=scanned) is not None:
        return with_return(before, scanned)
    known = product(scanned)
    if known is None:
        return replace(before, unknown=scanned)
    line = _line_of(before, known.sku)
    if line is not None:
        return _counted_by_scan(before, line.item.id)
    return replace(before, extras=(*before.extras, Extra(known.title, known.sku)))


def product(code: str) -> Variant | None:
    """The article whose label this is, by its SKU or its barcode (EAN, UPC, GTIN)."""
    return catalogue.variant(sku=code) or catalogue.variant(sku=code.upper()) or catalogue.variant_by_gtin(gtin=code)


def with_return(before: Sheet, scanned: str) -> Sheet:
    """The same box with the items of another return counted too."""
    fresh = sheet(code=before.code, withs=(*before.withs, scanned))
    counted = {line.item.id: line.count for line in before.lines}
    boxes = tuple(_with_counts(box, counted) for box in fresh.boxes)
    return replace(fresh, boxes=boxes, extras=before.extras)


def with_product(before: Sheet) -> Sheet:
    """A thing without a box: the code is on no parcel but on an article of ours, so that is what came."""
    known = product(before.code) if before.blind else None
    return replace(before, extras=(Extra(known.title, known.sku),)) if known else before


def told(count: Sheet) -> list[CountedUnits]:
    """The count in the words of the journey."""
    units = []
    for box in count.boxes:
        units += [
            CountedUnits(line=str(line.item.id), quantity=line.count, return_number=box.view.number)
            for line in box.lines
            if line.count
        ]
    return [*units, *(_extra_told(count, extra) for extra in count.extras)]


def whole(written: str | None, otherwise: int) -> int:
    """A count as a form wrote it, between 0 and what one hand counts."""
    text = (written or "").strip()
    return min(int(text), MOST) if text.isascii() and text.isdigit() and len(text) < 5 else otherwise


def _extra_told(count: Sheet, extra: Extra) -> CountedUnits:
    for box in count.boxes:
        if any(str(line.item.id) == extra.instead for line in box.lines):
            return CountedUnits(
                line=extra.instead,
                sku=extra.sku,
                quantity=extra.quantity,
                return_number=box.view.number,
                title=extra.title,
            )
    return CountedUnits(sku=extra.sku, quantity=extra.quantity, title=extra.title)


def _line_of(count: Sheet, sku: str) -> Line | None:
    """The announced line with this sku, before all one of which more are to come."""
    fitting = [line for line in count.lines if line.item.sku and line.item.sku.upper() == sku.upper()]
    return next((line for line in fitting if line.count < line.to_come), fitting[0] if fitting else None)


def _extras(form: QueryDict) -> Iterable[Extra]:
    fields = (form.getlist("x-title"), form.getlist("x-sku"), form.getlist("x-count"), form.getlist("x-instead"))
    for title, sku, count, instead in zip(*fields, strict=False):
        yield Extra(title[:300], sku[:120], max(1, whole(count, 1)), instead[:40])


def _counted_by_scan(before: Sheet, item_id: UUID) -> Sheet:
    """The first scanned thing starts the count at nothing; each one after adds one."""
    counted = {line.item.id: line.count if before.by_scan else 0 for line in before.lines}
    counted[item_id] = min(counted[item_id] + 1, MOST)
    boxes = tuple(_with_counts(box, counted) for box in before.boxes)
    return replace(before, boxes=boxes, by_scan=True)


def _with_counts(box: Announced, counted: Mapping[UUID, int]) -> Announced:
    lines = tuple(replace(line, count=counted.get(line.item.id, line.count)) for line in box.lines)
    return replace(box, lines=lines)


def _announced(view: ReturnView) -> Announced:
    lines = []
    for item in view.items:
        to_come = max(item.quantity - item.arrived, 0)
        lines.append(Line(item, to_come, to_come, item.verdict not in _OVER))
    note, meaning = _note(view)
    return Announced(view, tuple(lines), note, meaning)


def _note(view: ReturnView) -> tuple[Message | None, str]:
    """What a picker should know before opening the box."""
    match view.status:
        case Status.REFUSED | Status.CANCELLED | Status.EXPIRED:
            return message(f"floor-note-{view.status.value}"), "stop"
        case Status.REQUESTED:
            return message("floor-note-requested"), "act"
        case Status.SETTLED | Status.CLOSED:
            return message("floor-note-settled"), "wait"
        case _:
            return None, ""


def _earlier(code: str, return_ids: Sequence[UUID]) -> list[UnitView]:
    """What was already taken out of this box, or under its code when no return is known for it."""
    if return_ids:
        found = warehouse.units_of_subjects(subject_ids=return_ids)
        return [unit for return_id in return_ids for unit in found.get(return_id, [])]
    return [unit for arrival in warehouse.arrivals_of_code(code=code) for unit in arrival.units]
