"""What privacy announces."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from volte.runtime.events import Event


@dataclass(frozen=True, slots=True)
class CustomerForgotten(Event):
    """A person was erased. Whoever keeps something under these ids forgets the person too."""

    kind: ClassVar[str] = "customer.forgotten"
    customer_ids: tuple[UUID, ...]
    order_ids: tuple[UUID, ...]
    return_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class WordsRemoved(Event):
    """What people wrote about these returns was kept long enough and is gone. Whoever has a copy removes it too."""

    kind: ClassVar[str] = "returns.words_removed"
    emptied_return_ids: tuple[UUID, ...]
