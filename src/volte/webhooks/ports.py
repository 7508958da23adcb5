"""What webhooks wants from the outside: somebody who carries one message to one address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from volte.webhooks.rules.outcomes import Outcome

# All of one try: looking up the name, connecting, sending, waiting for the answer.
SECONDS = 15.0
# Of an answer so much is kept for people to read.
KEPT = 1_000


@dataclass(frozen=True, slots=True)
class Call:
    """A signed message ready to go. `headers` are those of Standard Webhooks."""

    url: str
    headers: Sequence[tuple[str, str]]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """How one try ended. `status` is HTTP's when there was an answer, `said` the beginning of it or what went wrong;
    `retry_after` is in seconds when the receiver asked for patience."""

    outcome: Outcome
    took_ms: int
    status: int | None = None
    said: str = ""
    retry_after: int | None = None


class Carrier(Protocol):
    """A way to bring messages. Used from one asyncio loop; keeps connections for the next message."""

    async def carry(self, call: Call) -> Answer:
        """Try once. Never raises for what the far side does, never takes longer than `SECONDS`, never follows a
        redirect, never reaches an address the rules refuse."""
        ...

    async def close(self) -> None: ...
