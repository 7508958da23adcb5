"""Which orders and returns does a piece of news concern?

Read from the ids it carries, whatever its kind: a new event that names an order, a return or a customer is followed
without anything being written here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

# A subject of the capabilities below is a return.
_RETURNS = ("return_id", "return_ids", "subject_id", "subject_ids")
_ORDERS = ("order_id", "order_ids")
_CUSTOMERS = ("customer_id", "customer_ids")
_EMPTIED = ("emptied_return_ids",)


@dataclass(slots=True)
class Touched:
    """Ids to be read again; `emptied` are returns among them whose words were removed."""

    orders: set[UUID] = field(default_factory=set)
    returns: set[UUID] = field(default_factory=set)
    customers: set[UUID] = field(default_factory=set)
    emptied: set[UUID] = field(default_factory=set)

    def add(self, data: Mapping[str, Any]) -> None:
        for names, ids in (
            (_ORDERS, self.orders),
            (_RETURNS, self.returns),
            (_CUSTOMERS, self.customers),
            (_EMPTIED, self.emptied),
        ):
            for name in names:
                ids.update(_ids(data.get(name)))
        self.returns |= self.emptied

    @property
    def leaves_the_disk(self) -> bool:
        """Is something to be gone from the files, not only from what is seen of them?"""
        return bool(self.customers or self.emptied)

    def __len__(self) -> int:
        return len(self.orders) + len(self.returns) + len(self.customers)


def _ids(value: Any) -> Iterable[UUID]:
    match value:
        case str():
            return (UUID(value),)
        case list() | tuple():
            return tuple(UUID(str(one)) for one in value)
        case _:
            return ()
