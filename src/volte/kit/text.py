"""What is to be said, before it is in any language: a code with parameters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence not yet written. `code` names a text in `texts/*.ftl`; `params` fill it.

    Parameters are plain values: str, int, bool, Money, datetime, date. Formats are applied where it is written.
    """

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.code, *self.params.items()))


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166-1 alpha-2 code, named in the reader's language."""

    code: str


def message(code: str, /, **params: Any) -> Message:
    """A sentence to be written; its parameters may be called anything, also `code`."""
    return Message(code, params)
