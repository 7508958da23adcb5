"""What an area announces: small frozen facts in the past tense, ids and plain values only."""

from __future__ import annotations

import dataclasses
import json
from typing import Any, ClassVar, get_type_hints
from uuid import UUID

KINDS: dict[str, type[Event]] = {}


class Event:
    """Derive a frozen dataclass and name its `kind`, such as `unit.graded`; the name is public and never reused."""

    __slots__ = ()

    kind: ClassVar[str]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        known = KINDS.get(cls.kind)
        # dataclass(slots=True) makes the class a second time under the same name.
        if known is not None and (known.__module__, known.__qualname__) != (cls.__module__, cls.__qualname__):
            raise TypeError(f"event kind {cls.kind!r} is taken by {known.__qualname__}")
        KINDS[cls.kind] = cls


def to_data(event: Event) -> dict[str, Any]:
    """The event as JSON values."""
    data = {field.name: getattr(event, field.name) for field in dataclasses.fields(event)}  # type: ignore[arg-type]  # subclasses are dataclasses
    plain: dict[str, Any] = json.loads(json.dumps(data, default=str))
    return plain


def from_data(kind: str, data: dict[str, Any]) -> Event:
    """The event back from its JSON values: ids become UUIDs again."""
    made = KINDS[kind]
    hints = get_type_hints(made)
    return made(**{name: _back(value, hints.get(name)) for name, value in data.items() if name in hints})


def _back(value: Any, hint: Any) -> Any:
    if value is None or hint is None:
        return value
    if hint is UUID or hint == UUID | None:
        return UUID(value)
    if hint == tuple[UUID, ...]:
        return tuple(UUID(item) for item in value)
    return tuple(value) if str(hint).startswith("tuple[") else value


@dataclasses.dataclass(frozen=True, slots=True)
class ShopRestored(Event):
    """The shop was put back as it was at `as_of`, from a backup. What you were told of after that moment may be gone
    here: ask again for what you keep. Positions go on far behind those ever used, so no reader misses what follows."""

    kind: ClassVar[str] = "shop.restored"
    as_of: str
