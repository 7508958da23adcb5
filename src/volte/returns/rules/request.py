"""Does a request make sense for this order? Every fault is named at once, none is repaired silently.

Whether a sensible request is *accepted* is the policy's question, not this file's.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from volte.kit.errors import Conflict, Invalid, Refused
from volte.kit.words import Method, Resolution

MOST_ITEMS = 100
MOST_UNITS = 1_000
LONGEST_COMMENT = 2_000


@dataclass(frozen=True, slots=True)
class WantedItem:
    """What the customer says about one line. An empty `reason` is allowed: the law asks for none."""

    line: str
    quantity: int
    reason: str = ""
    comment: str = ""
    condition: str = ""
    resolution: Resolution = Resolution.REFUND
    exchange_sku: str = ""
    photos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request for one order. `language` is the one to write to the customer in."""

    items: tuple[WantedItem, ...]
    method: Method
    language: str = "en"
    store: str = ""


@dataclass(frozen=True, slots=True)
class SoldLine:
    """What the request is held against: a line with the units nobody claimed yet."""

    id: str
    title: str
    sku: str
    left: int


def check(*, wanted: Wanted, lines: Mapping[str, SoldLine], reasons: Collection[str]) -> None:
    """Refuse the first thing that cannot be: the caller corrects one field at a time, with its place named."""
    fault = next(iter(faults(wanted=wanted, lines=lines, reasons=reasons)), None)
    if fault is not None:
        raise fault


def faults(*, wanted: Wanted, lines: Mapping[str, SoldLine], reasons: Collection[str]) -> Sequence[Refused]:
    """Everything that cannot be, in the order of the request."""
    if not wanted.items:
        return [Invalid("no_items")]
    if len(wanted.items) > MOST_ITEMS:
        return [Invalid("too_many_items", most=MOST_ITEMS)]
    found: list[Refused] = []
    asked: dict[str, int] = {}
    for item in wanted.items:
        line = lines.get(item.line)
        if line is None:
            found.append(Invalid("line_unknown", line=item.line, known=", ".join(lines)))
            continue
        asked[item.line] = asked.get(item.line, 0) + item.quantity
        found += _item_faults(item, line, asked[item.line], reasons)
    return found


def _item_faults(item: WantedItem, line: SoldLine, asked: int, reasons: Collection[str]) -> list[Refused]:
    found: list[Refused] = []
    if not 1 <= item.quantity <= MOST_UNITS:
        found.append(Invalid("quantity_invalid", line=item.line, most=MOST_UNITS))
    elif asked > line.left:
        found.append(Conflict("units_not_left", line=item.line, title=line.title, left=line.left, asked=asked))
    if item.reason and item.reason not in reasons:
        found.append(Invalid("reason_unknown", reason=item.reason, known=", ".join(reasons)))
    if len(item.comment) > LONGEST_COMMENT:
        found.append(Invalid("comment_too_long", most=LONGEST_COMMENT))
    if item.resolution is Resolution.EXCHANGE and not item.exchange_sku:
        found.append(Invalid("exchange_needs_sku", line=item.line))
    if item.resolution is not Resolution.EXCHANGE and item.exchange_sku:
        found.append(Invalid("exchange_sku_without_exchange", line=item.line))
    return found
