"""A mailbox that remembers, and fails on request."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import pytest

from volte.kit import ids
from volte.messages import ports
from volte.messages.ports import Delivery, Letter, Outcome
from volte.runtime import wiring


class Killed(BaseException):
    """The worker was killed in the middle of sending."""


@dataclass(slots=True)
class Mailbox:
    """A fake carrier: keeps what it was given and answers by address, `sent` for all others."""

    letters: list[Letter] = field(default_factory=list)
    answers: dict[str, Delivery] = field(default_factory=dict)
    down: bool = False
    dies: bool = False
    name: str = "fake"

    def send(self, *, letters: Sequence[Letter]) -> Sequence[Delivery]:
        if self.dies:
            raise Killed
        if self.down:
            return [Delivery(Outcome.LATER, "ConnectionRefusedError") for _ in letters]
        self.letters += letters
        return [self.answers.get(letter.to_address, Delivery(Outcome.SENT)) for letter in letters]


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    before = wiring._factories.get((ports.Mail, ports.OUTGOING))
    fake = Mailbox()
    wiring.bind(ports.Mail, ports.OUTGOING, lambda: fake)
    yield fake
    if before is not None:
        wiring.bind(ports.Mail, ports.OUTGOING, before)


@pytest.fixture
def case() -> UUID:
    """The id of a return, as far as messages know one."""
    return ids.new_id()
