"""What the policy announces."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from volte.runtime.events import Event


@dataclass(frozen=True, slots=True)
class PolicyPublished(Event):
    """A new version holds for orders placed from now on."""

    kind: ClassVar[str] = "policy.published"

    version_id: UUID
    number: int
    digest: str
