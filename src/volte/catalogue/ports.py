"""What the catalogue wants from the outside: orders, from whatever file or shop holds them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Protocol

from volte.catalogue.rules.order import Order
from volte.kit.text import Message


@dataclass(frozen=True, slots=True)
class Fault:
    """Why something of the source cannot be read. `line` counts from 1; `field` is the source's own word, or ""."""

    line: int
    field: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Record:
    """One order of a source (the public document), or a fault instead.

    It stands on the lines `first_line` to `last_line`. `rows` are the lines of the order's own lines and `columns`
    the source's names of document fields, so that a fault of the document is shown where its author looks.
    """

    first_line: int
    last_line: int
    document: Mapping[str, Any] | None = None
    fault: Fault | None = None
    rows: tuple[int, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)

    def where(self, *, path: str) -> tuple[int, str]:
        """The line and the source's name of a document field such as `lines.2.quantity`."""
        head, _, rest = path.partition(".")
        place, _, name = rest.partition(".")
        if head == "lines" and place.isdigit() and int(place) < len(self.rows):
            return self.rows[int(place)], self.columns.get(f"lines.{name}", path)
        return self.first_line, self.columns.get(path, path)


class OrderSource(Protocol):
    """A format of order files."""

    def records(self, *, file: BinaryIO) -> Iterator[Record]:
        """Every order of the file, front to back; the same file gives the same records. Refuses `import_header`."""


@dataclass(frozen=True, slots=True)
class PastOrder:
    """An order of a history, made by a source that vouches for its types; `mark` changes when the source's rows do."""

    order: Order
    mark: str
