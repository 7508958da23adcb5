"""What the policy announces."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from volte.runtime.events import Event


@dataclass(frozen=True, slots=True)
class PolicyPublished(Event):
    """A new version holds for orders placed from `valid_from` on: at once, or on a day to come."""

    kind: ClassVar[str] = "policy.published"

    version_id: UUID
    number: int
    digest: str
    valid_from: str = ""


@dataclass(frozen=True, slots=True)
class PolicyTakenBack(Event):
    """A planned version was taken back before its day: it never holds."""

    kind: ClassVar[str] = "policy.taken_back"

    version_id: UUID
    number: int
    digest: str
