"""The columns of the facts, in DuckDB's words. Moments are UTC; money in minor units of `currency`.

An empty word means that nobody said it; NULL that it is not known or not there.
"""

from dataclasses import dataclass
from typing import Any

# What is known of the order and the line, of what was sold as of what came back.
_ORDERED = {
    "order_id": "UUID",
    "order_number": "VARCHAR",
    "line_id": "UUID",
    # Our own id of the customer, never their name or e-mail; NULL for a guest nobody recognises.
    "customer": "UUID",
    # Which of this customer's orders it was, 1 for the first.
    "customer_rank": "INTEGER",
    "country": "VARCHAR",
    "region": "VARCHAR",
    "channel": "VARCHAR",
    "product": "VARCHAR",
    "title": "VARCHAR",
    "category": "VARCHAR",
    "sku": "VARCHAR",
    "placed_at": "TIMESTAMP",
    # When everything of the line had arrived.
    "delivered_at": "TIMESTAMP",
}

SOLD = {
    **_ORDERED,
    # Units that were not cancelled, and what was paid for them, tax included.
    "quantity": "INTEGER",
    "paid": "BIGINT",
    "currency": "VARCHAR",
}

# One item of a return. What is known of its order stands beside it, so that no question joins two big tables.
RETURNED = {
    "return_id": "UUID",
    "item_id": "UUID",
    "number": "VARCHAR",
    # `order_id` is NULL for a return whose order nobody knows.
    **_ORDERED,
    "requested_at": "TIMESTAMP",
    # How it was asked for: portal, staff, api, import …
    "asked_through": "VARCHAR",
    "units": "INTEGER",
    "reason": "VARCHAR",
    "fault": "VARCHAR",
    "comment": "VARCHAR",
    "language": "VARCHAR",
    "method": "VARCHAR",
    "status": "VARCHAR",
    "outcome": "VARCHAR",
    # False for what was refused, cancelled or never sent.
    "counts": "BOOLEAN",
    # From the money's promises: goods, way out, gestures, what was kept back, what a credit added.
    "refund": "BIGINT",
    "outbound": "BIGINT",
    "goodwill": "BIGINT",
    "fees": "BIGINT",
    "bonus": "BIGINT",
    # 1 on one item of a return whose label a carrier took: the one that bears what was promised for the whole.
    "labels": "INTEGER",
    "currency": "VARCHAR",
}

# One unit somebody looked at.
LOOKED_AT = {
    "unit_id": "UUID",
    "return_id": "UUID",
    "item_id": "UUID",
    # NULL when the unit belongs to no order we know.
    "order_id": "UUID",
    "grade": "VARCHAR",
    "disposition": "VARCHAR",
    # What the customer had paid for it; NULL when not known.
    "value": "BIGINT",
    "currency": "VARCHAR",
}

TABLES = {"sold": SOLD, "returned": RETURNED, "looked_at": LOOKED_AT}

Fact = tuple[Any, ...]


@dataclass(slots=True)
class Facts:
    """Rows in the order of the columns above; `orders` and `returns` are the ids that were read for them, so that an
    order or a return that is no longer there leaves nothing behind."""

    orders: list[str]
    returns: list[str]
    sold: list[Fact]
    returned: list[Fact]
    looked_at: list[Fact]

    def of(self, table: str) -> list[Fact]:
        rows: list[Fact] = getattr(self, table)
        return rows
