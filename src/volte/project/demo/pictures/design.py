"""What does one product look like, apart from its colour? The choices its drawing understands."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Design:
    """`draw` names the drawing; the other words choose among its parts; `details` are those it simply has."""

    draw: str
    pattern: str = ""
    sleeve: str = ""
    neck: str = ""
    hem: str = ""
    leg: str = ""
    cut: str = ""
    details: frozenset[str] = field(default=frozenset())

    def has(self, detail: str) -> bool:
        return detail in self.details


def read(written: Mapping[str, str | bool]) -> Design:
    """`{draw = "top", neck = "crew", ribs = true}` as it stands in the catalogue."""

    def word(key: str) -> str:
        return str(written.get(key, ""))

    return Design(
        draw=word("draw"),
        pattern=word("pattern"),
        sleeve=word("sleeve"),
        neck=word("neck"),
        hem=word("hem"),
        leg=word("leg"),
        cut=word("cut"),
        details=frozenset(key for key, value in written.items() if value is True),
    )
