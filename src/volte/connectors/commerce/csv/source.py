"""Rows of a table become orders: rows of one order stand together, and one bad row refuses its whole order.

An order with a line missing would be worse than none: its payments would not add up, and what was returned of the
line could not be found.
"""

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from volte.catalogue.ports import Fault, Record
from volte.connectors.commerce.csv import cells
from volte.connectors.commerce.csv.columns import BY_NAME, BY_PATH, REQUIRED, Column
from volte.kit.errors import Invalid
from volte.kit.text import message

_DELIMITERS = ",;\t|"
_MOST_LINE = 1024 * 1024
_MOST_CELL_LINES = 20


@dataclass(slots=True)
class _Group:
    """The rows of one order, as they are read."""

    order: str
    first_line: int
    last_line: int = 0
    rows: list[int] = field(default_factory=list)
    document: dict[str, Any] = field(default_factory=dict)
    delivery: dict[tuple[Any, Any], list[dict[str, Any]]] = field(default_factory=dict)
    fault: Fault | None = None


class CsvSource:
    """An OrderSource for tables; comma, semicolon, tab or bar between cells, UTF-8."""

    def records(self, *, file: BinaryIO) -> Iterator[Record]:
        lines = _lines(file)
        first = next(lines, "")
        header = _header(first)
        delimiter = _delimiter(first)
        finished: set[str] = set()
        group: _Group | None = None
        aside: list[Record] = []
        for number, row in _rows(lines, delimiter):
            if row is None:
                aside.append(Record(number, number, fault=Fault(number, "", message("document_not_a_row"))))
                continue
            order = _cell(row, header, "order")
            if group is None or order != group.order:
                if group is not None:
                    finished.add(group.order)
                    yield _record(group)
                yield from aside
                group, aside = _Group(order, number), []
            _add(group, number, row, header, apart=order in finished)
        if group is not None:
            yield _record(group)
        yield from aside


def _lines(file: BinaryIO) -> Iterator[str]:
    """Bytes that are no UTF-8 become surrogates, found again cell by cell."""
    encoding = "utf-8-sig"
    while line := file.readline(_MOST_LINE):
        yield line.decode(encoding, "surrogateescape")
        encoding = "utf-8"


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _header(line: str) -> list[Column | None]:
    """The columns of the file, None for those we do not know. Refuses `import_header` naming what is missing."""
    names = [name.strip().casefold() for name in next(csv.reader([line], delimiter=_delimiter(line)), [])]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise Invalid("import_header", missing=", ".join(missing))
    return [BY_NAME.get(name) if names.index(name) == place else None for place, name in enumerate(names)]


def _rows(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """Each row with the number of its first line; None for one that is no row.

    A cell in quotes may run over a few lines. A quote never closed must not swallow the rest of the file: its line is
    given up, and reading goes on with the next.
    """
    ahead: deque[tuple[int, str]] = deque()
    numbered = enumerate(lines, start=2)
    while (line := ahead.popleft() if ahead else next(numbered, None)) is not None:
        number, text = line
        taken: list[tuple[int, str]] = []
        while text.count('"') % 2 and len(taken) < _MOST_CELL_LINES:
            following = ahead.popleft() if ahead else next(numbered, None)
            if following is None:
                break
            taken.append(following)
            text += following[1]
        if text.count('"') % 2:
            ahead.extendleft(reversed(taken))
            yield number, None
        elif text.strip():
            yield number, _cells(text, delimiter)


def _cells(text: str, delimiter: str) -> list[str] | None:
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True))
    except (csv.Error, StopIteration):
        return None


def _is_unicode(row: list[str]) -> bool:
    """False when a byte of the row was no UTF-8 (see `_lines`)."""
    return not any("\udc80" <= letter <= "\udcff" for cell in row if not cell.isascii() for letter in cell)


def _cell(row: Sequence[str], header: Sequence[Column | None], name: str) -> str:
    place = next(place for place, column in enumerate(header) if column is not None and column.name == name)
    return row[place].strip() if place < len(row) else ""


def _add(group: _Group, number: int, row: list[str], header: Sequence[Column | None], *, apart: bool) -> None:
    group.last_line = number
    if group.fault is not None:
        return
    if not _is_unicode(row):
        group.fault = Fault(number, "", message("document_not_unicode"))
    elif apart:
        group.fault = Fault(number, "order", message("document_rows_apart"))
    elif len(row) > len(header):
        group.fault = Fault(number, "", message("document_too_many_cells"))
    else:
        group.rows.append(number)
        _read(group, number, row, header)


def _read(group: _Group, number: int, row: list[str], header: Sequence[Column | None]) -> None:
    """The order's own columns are taken from its first row that has them; the line's from each row."""
    currency = _cell(row, header, "currency").upper()
    line: dict[str, Any] = {}
    dates: dict[str, Any] = {}
    for written, column in zip(row, header, strict=False):
        if column is None or not written.strip():
            continue
        try:
            value = cells.value(written=written.strip(), kind=column.kind, currency=currency)
        except cells.NotReadable as error:
            group.fault = Fault(number, column.name, message(error.code))
            return
        if column.path.startswith("lines."):
            line[column.path.removeprefix("lines.")] = value
        elif column.path in ("shipped_at", "delivered_at"):
            dates[column.path] = value
        else:
            _put(group.document, column.path, value)
    group.document.setdefault("lines", []).append(line)
    if dates:
        sent = {"line": line.get("id"), "quantity": line.get("quantity", 0) - line.get("cancelled_quantity", 0)}
        group.delivery.setdefault((dates.get("shipped_at"), dates.get("delivered_at")), []).append(sent)


def _put(document: dict[str, Any], path: str, value: Any) -> None:
    """Set `customer.email` or `payments.0.amount`, unless an earlier row did."""
    head, _, rest = path.partition(".")
    if not rest:
        document.setdefault(head, value)
        return
    place, _, name = rest.partition(".")
    holder = document.setdefault(head, [{}])[0] if place == "0" else document.setdefault(head, {})
    holder.setdefault(name if place == "0" else place, value)


def _record(group: _Group) -> Record:
    if group.fault is not None:
        return Record(group.first_line, group.last_line, fault=group.fault)
    return Record(
        group.first_line,
        group.last_line,
        document=_completed(group.document, group.delivery),
        rows=tuple(group.rows),
        columns=BY_PATH,
    )


def _completed(document: dict[str, Any], delivery: dict[tuple[Any, Any], list[dict[str, Any]]]) -> dict[str, Any]:
    """A table has one payment, one discount and no names for its parcels: those are ours."""
    for payment in document.get("payments", ()):
        payment.setdefault("id", "1")
    for discount in document.get("discounts", ()):
        discount.setdefault("amount", 0)
    sent = [
        {"id": str(place), "lines": [part for part in parts if part["quantity"] > 0], **_dates(shipped, delivered)}
        for place, ((shipped, delivered), parts) in enumerate(delivery.items(), start=1)
    ]
    return document | ({"shipments": sent} if sent else {})


def _dates(shipped: Any, delivered: Any) -> dict[str, Any]:
    return {name: moment for name, moment in (("shipped_at", shipped), ("delivered_at", delivered)) if moment}
