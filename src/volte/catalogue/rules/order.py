"""What is an order, as the shop told it?

`id` is always the shop's own word for a thing ("1001", "l1"); our ids are UUIDs with longer names (`order_id`,
`line_id`). Amounts are minor units of the order's one currency. None and "" mean: nobody told us.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from volte.kit.address import Address
from volte.kit.rates import Rate
from volte.kit.words import CustomerKind, PaymentKind


class PaymentStatus(StrEnum):
    PENDING = "pending"
    AUTHORIZED = "authorized"
    CAPTURED = "captured"
    FAILED = "failed"
    VOIDED = "voided"


class Flag(StrEnum):
    """Something about an order that a person should look at; it is taken in all the same."""

    PAYMENTS_DO_NOT_ADD_UP = "payments_do_not_add_up"
    QUANTITY_BELOW_CLAIMED = "quantity_below_claimed"
    CLAIMED_LINE_GONE = "claimed_line_gone"
    PRICE_CHANGED_AFTER_CLAIM = "price_changed_after_claim"
    # Whoever bought it was erased: later copies lose their name, addresses and e-mail.
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    id: str = ""
    email: str = ""
    name: str = ""
    kind: CustomerKind | None = None
    tags: tuple[str, ...] = ()
    # The customer's number for value added tax, evened out ("FR32123456789"); only businesses have one.
    vat_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """What the shop billed this order with; a credit note to a business refers to it."""

    number: str
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class UnitInstead:
    """A unit that left in exchange: which unit of the purchase it stands for in the end (its line there, and its place
    among the units of that line), what was paid for it with the tax in it, one for each of `rates`, and what it was
    `listed` at before the promotion of the purchase."""

    line: str
    position: int
    paid: int
    listed: int
    rates: tuple[Rate, ...] = ()
    taxes: tuple[int, ...] = ()


class How(StrEnum):
    """What left for what came back: another article or the one chosen, the same one anew, or that very one, mended."""

    EXCHANGE = "exchange"
    REPLACEMENT = "replacement"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """How a line came to be that nobody ordered: its units left at `left_at` for units of `line`, which came back with
    the return `number` (`item` is its item). `own_terms`: does its delivery begin new terms, or do those of `line` run
    on? See docs/decisions/0014. `held`: they left before the others came back, and what they are worth in the end is
    open; nothing can be done with the line until then."""

    line: str
    number: str
    item: UUID
    left_at: datetime
    own_terms: bool
    units: tuple[UnitInstead, ...]
    how: How = How.EXCHANGE
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as sold. `discount` lowers the whole line; `cancelled_quantity` never left the shop. What left in
    exchange is a line too: ours, not the shop's (`exchanged`), and no part of what the order cost."""

    id: str
    quantity: int
    unit_price: int
    product: str = ""
    sku: str = ""
    gtin: str = ""
    title: str = ""
    cancelled_quantity: int = 0
    discount: int = 0
    taxes: tuple[Rate, ...] = ()
    tax_included: bool = True
    unit_cost: int | None = None
    category: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    weight_g: int | None = None
    image_url: str = ""
    bundle: str = ""
    # What one unit would cost alone, or any number in proportion: it says which part of a kit's price belongs to it.
    bundle_weight: int | None = None
    # The lines that this one is a service for (gift wrap).
    wraps: tuple[str, ...] = ()
    seller: str = ""
    exchanged: Exchanged | None = None

    def price(self) -> int:
        """The whole line after its own discount."""
        return max(self.unit_price * self.quantity - self.discount, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discount:
    """Lowers the order as a whole; `money` shares it over the lines."""

    amount: int
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipping:
    """The way out. `standard_price` is the least expensive standard delivery the shop offered; None: not known."""

    price: int
    standard_price: int | None = None
    taxes: tuple[Rate, ...] = ()
    tax_included: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    id: str
    kind: PaymentKind
    amount: int
    status: PaymentStatus = PaymentStatus.CAPTURED
    gateway: str = ""
    reference: str = ""

    @property
    def captured(self) -> int:
        """What was really taken, 0 until then."""
        return self.amount if self.status is PaymentStatus.CAPTURED else 0


@dataclass(frozen=True, slots=True)
class Units:
    """So many units of the line the shop calls `line`."""

    line: str
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Money the shop gave back without Volte; it counts against what is left, and so do the units it names."""

    id: str
    amount: int
    payment: str = ""
    lines: tuple[Units, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipment:
    id: str
    lines: tuple[Units, ...] = ()
    shipped_at: datetime | None = None
    delivered_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    id: str
    number: str
    placed_at: datetime
    currency: str
    lines: tuple[Line, ...]
    channel: str = "online"
    country: str = ""
    language: str = ""
    informed_of_withdrawal: bool | None = None
    customer: Customer | None = None
    shipping_address: Address | None = None
    billing_address: Address | None = None
    invoice: Invoice | None = None
    discounts: tuple[Discount, ...] = ()
    shipping: Shipping | None = None
    payments: tuple[Payment, ...] = ()
    refunds: tuple[Refund, ...] = ()
    shipments: tuple[Shipment, ...] = ()

    @property
    def captured(self) -> int:
        return sum(payment.captured for payment in self.payments)

    def bought(self) -> Self:
        """The order without what left in exchange."""
        return replace(self, lines=tuple(line for line in self.lines if line.exchanged is None))


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView(Line):
    """A line as it stands with us. `claimed_quantity` units are spoken for by returns, `outside_quantity` were
    given back without Volte; `delivered_at` is when the last unit arrived, None while that is not known of all. Of the
    cancelled units, `cancelled_here` were cancelled through us and the shop's own copy has not said so yet."""

    line_id: UUID
    claimed_quantity: int
    outside_quantity: int
    delivered_at: datetime | None
    cancelled_here: int = 0

    @property
    def units_left(self) -> int:
        return self.quantity - self.cancelled_quantity - self.claimed_quantity - self.outside_quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderView(Order):
    """An order as it stands with us. `id` is the shop's own; `order_id` is ours."""

    order_id: UUID
    customer_id: UUID | None
    flags: frozenset[Flag]
    updated_at: datetime
    lines: tuple[LineView, ...]

    def line(self, *, id: str) -> LineView | None:
        """The line the shop calls `id`."""
        return next((line for line in self.lines if line.id == id), None)

    @property
    def email(self) -> str:
        return self.customer.email if self.customer else ""
