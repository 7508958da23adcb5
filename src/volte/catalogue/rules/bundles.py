"""What of an order is goods, and what is a kit or a service around them?

Lines of one `bundle` were sold together. Where that is the id of another line, that line is the kit itself: it bears
the price, and what can be sent back are its parts. A line that `wraps` others is a service: it follows them. Which
part of a kit's price belongs to each part: docs/algorithms/kits-and-gift-wrap.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from volte.catalogue.rules.order import Line, Order, Refund, Shipment, Units
from volte.kit.money import allocate

L = TypeVar("L", bound=Line)


def parts(*, lines: Iterable[Line]) -> Mapping[str, tuple[Line, ...]]:
    """The parts of each kit, by the id of the line that is the kit."""
    known = list(lines)
    if not any(line.bundle for line in known):
        return {}
    ids = {line.id for line in known}
    found: dict[str, list[Line]] = {}
    for line in known:
        if line.bundle in ids and line.bundle != line.id and not line.wraps:
            found.setdefault(line.bundle, []).append(line)
    return {head: tuple(mine) for head, mine in found.items() if head not in _inside(found)}


def goods(*, lines: Sequence[L]) -> tuple[L, ...]:
    """What can be sent back: neither kits as such nor services."""
    heads = parts(lines=lines)
    return tuple(line for line in lines if line.id not in heads and not line.wraps)


def opened(*, chosen: Mapping[str, int], lines: Sequence[Line]) -> Mapping[str, int]:
    """The goods somebody means by naming lines: who names a kit means its parts."""
    heads = parts(lines=lines)
    known = {line.id: line for line in lines}
    found: dict[str, int] = {}
    for name, count in chosen.items():
        inside = heads.get(name, ())
        told = (
            [(part.id, part.quantity * count // known[name].quantity) for part in inside] if inside else [(name, count)]
        )
        for line, units in told:
            found[line] = found.get(line, 0) + units
    return found


def wrapped(*, line: Line, lines: Iterable[Line]) -> tuple[str, ...]:
    """The goods that a service follows: of a kit, its parts. Empty for goods."""
    if not line.wraps:
        return ()
    heads = parts(lines=lines)
    found = [inner for name in line.wraps for inner in ([part.id for part in heads[name]] if name in heads else [name])]
    return tuple(dict.fromkeys(found))


def priced(*, lines: Sequence[L]) -> tuple[L, ...]:
    """The lines with a price of their own: what was paid for a kit is shared over its parts, and the kit left out."""
    groups: dict[str, list[L]] = {}
    for line in lines:
        if line.bundle and not line.wraps:
            groups.setdefault(line.bundle, []).append(line)
    if not groups:
        return tuple(lines)
    heads = parts(lines=lines)
    by_id = {line.id: line for line in lines}
    told: dict[str, L] = {}
    for name, mine in groups.items():
        if name in heads:
            mine = [line for line in mine if line.id != name]
        for line in _shared(by_id[name] if name in heads else None, mine):
            told[line.id] = line
    return tuple(told.get(line.id, line) for line in lines if line.id not in heads)


def spread(*, order: Order) -> Order:
    """What is said of a kit is said of its parts: parcels, cancelled units, refunds made elsewhere."""
    heads = parts(lines=order.lines)
    if not heads:
        return order
    known = {line.id: line for line in order.lines}
    shares = {
        head: tuple((part.id, part.quantity, known[head].quantity) for part in mine) for head, mine in heads.items()
    }
    return replace(
        order,
        lines=tuple(_cancelled(line, known, heads) for line in order.lines),
        shipments=tuple(_shipped(shipment, shares) for shipment in order.shipments),
        refunds=tuple(_refunded(refund, shares) for refund in order.refunds),
    )


def mixed(*, lines: Sequence[Line]) -> str:
    """The first bundle whose prices are said partly with tax and partly without; "" where none is."""
    terms: dict[str, bool] = {}
    heads = parts(lines=lines)
    for line in lines:
        name = line.id if line.id in heads else line.bundle
        if name and not line.wraps and line.price() and terms.setdefault(name, line.tax_included) != line.tax_included:
            return name
    return ""


_Shares = Mapping[str, tuple[tuple[str, int, int], ...]]


def _inside(found: Mapping[str, Sequence[Line]]) -> set[str]:
    """Kits that are themselves parts: a kit within a kit is not taken apart twice."""
    return {line.id for mine in found.values() for line in mine}


def _shared(head: L | None, mine: Sequence[L]) -> Sequence[L]:
    """Parts that all have prices of their own keep them, unless somebody said what each is worth in the bundle."""
    weighed = any(line.bundle_weight is not None for line in mine)
    if head is None and not weighed and all(line.unit_price for line in mine):
        return mine
    members = mine if head is None else (head, *mine)
    included = next((line.tax_included for line in members if line.price()), members[0].tax_included)
    if any(line.price() and line.tax_included != included for line in members):
        return mine
    weights = _weights(mine)
    pool = sum(line.price() for line in members)
    worth = [weight * line.quantity for weight, line in zip(weights, mine, strict=True)]
    shares = allocate(pool, worth) if any(worth) else allocate(pool, [line.quantity for line in mine])
    return [
        _part(line, share, weight, included, head) for line, share, weight in zip(mine, shares, weights, strict=True)
    ]


def _weights(mine: Sequence[Line]) -> list[int]:
    """What one unit of each would cost alone: as told, else its price, else what it costs the shop, else alike."""
    if any(line.bundle_weight is not None for line in mine):
        return [line.unit_price if line.bundle_weight is None else line.bundle_weight for line in mine]
    if all(line.unit_price for line in mine):
        return [line.unit_price for line in mine]
    if all(line.unit_cost is not None for line in mine):
        return [line.unit_cost or 0 for line in mine]
    return [1] * len(mine)


def _part(line: L, share: int, weight: int, included: bool, head: L | None) -> L:
    """The weight as the price and the rest as a discount, or, where weights are mere numbers, the least price of a
    unit that holds the share."""
    each = weight if weight * line.quantity >= share else -(-share // line.quantity)
    taxes = line.taxes or (head.taxes if head is not None else ())
    return replace(line, unit_price=each, discount=each * line.quantity - share, taxes=taxes, tax_included=included)


def _cancelled(line: Line, known: Mapping[str, Line], heads: Mapping[str, Sequence[Line]]) -> Line:
    head = known[line.bundle] if line.bundle in heads and line.id not in heads else None
    if head is None or line.wraps or not head.cancelled_quantity:
        return line
    gone = line.quantity * head.cancelled_quantity // head.quantity
    return replace(line, cancelled_quantity=max(line.cancelled_quantity, gone))


def _shipped(shipment: Shipment, shares: _Shares) -> Shipment:
    return replace(shipment, lines=_with_parts(shipment.lines, shares))


def _refunded(refund: Refund, shares: _Shares) -> Refund:
    return replace(refund, lines=_with_parts(refund.lines, shares))


def _with_parts(units: tuple[Units, ...], shares: _Shares) -> tuple[Units, ...]:
    """Parts that are named beside their kit are believed as they are."""
    named = {part.line for part in units}
    more = [
        Units(line, quantity * part.quantity // of)
        for part in units
        for line, quantity, of in shares.get(part.line, ())
        if line not in named and quantity * part.quantity // of
    ]
    return (*units, *more)
