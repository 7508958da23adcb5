"""What the catalogue announces."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from volte.runtime.events import Event


@dataclass(frozen=True, slots=True)
class OrderTakenIn(Event):
    """An order is new (`created`) or changed."""

    kind: ClassVar[str] = "order.taken_in"
    order_id: UUID
    external_id: str
    created: bool


@dataclass(frozen=True, slots=True)
class OrdersTakenIn(Event):
    """A batch of orders came in at once, such as an import of years of history: one piece of news, not thousands."""

    kind: ClassVar[str] = "orders.taken_in"
    order_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class LineExchanged(Event):
    """What left in exchange is a line of the order now: `line` is what we call it, `instead_of` the line of which units
    came back with the return `number`; `how` is `exchange`, `replacement` (the same article anew) or `repair`. A shop
    that sends the order again may name it in its shipments."""

    kind: ClassVar[str] = "order.line_exchanged"
    order_id: UUID
    external_id: str
    line: str
    instead_of: str
    number: str
    sku: str
    quantity: int
    how: str = "exchange"


@dataclass(frozen=True, slots=True)
class ProductChanged(Event):
    """A product is new, or its variants or prices changed."""

    kind: ClassVar[str] = "product.changed"
    product_id: UUID
    external_id: str
