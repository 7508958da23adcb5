"""What privacy wants from those it does not know: areas above or beside it that keep something about people too."""

from typing import Protocol

from volte.privacy.people import Person


class Holder(Protocol):
    """Somebody else who holds something about a person, inside the shop's transaction. Its name is a text,
    `privacy-held-<name>`."""

    @property
    def name(self) -> str: ...

    def count(self, *, person: Person) -> int:
        """How many things are held; 0 where nothing is."""
        ...

    def forget(self, *, person: Person) -> int:
        """Erase them all; how many."""
        ...
