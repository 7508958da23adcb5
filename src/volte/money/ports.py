"""What money wants from payment providers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from volte.kit.money import Money
from volte.money.rules.outcomes import Outcome


class GatewayUnreachable(Exception):
    """No answer, or none we can read: the effect is unknown. Ask again under the same key."""


class NewsRefused(Exception):
    """A message that claims to come from the gateway is not signed by it, or too old."""


@dataclass(frozen=True, slots=True)
class GatewayRequest:
    """One refund to make. The same `key` twice is the same refund; `shop_id` and `refund_id` come back with news."""

    key: str
    reference: str
    amount: Money
    shop_id: UUID
    refund_id: UUID


@dataclass(frozen=True, slots=True)
class GatewayAnswer:
    """What the gateway knows about a refund. `code` says why it failed, in the gateway's own word."""

    outcome: Outcome
    gateway_refund: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class GatewayNews:
    """A signed message about one of our refunds."""

    shop_id: UUID
    refund_id: UUID
    key: str
    answer: GatewayAnswer


class RefundGateway(Protocol):
    """A payment provider that sends money back. Bound by name: `wiring.bind(RefundGateway, "simulator", …)`.

    Every adapter passes tests/connectors/gateway_contract.py.
    """

    def refund(self, *, request: GatewayRequest) -> GatewayAnswer:
        """Refund once per key. A refusal is an answer (`FAILED` with a code); raises GatewayUnreachable."""
        ...

    def lookup(self, *, request: GatewayRequest) -> GatewayAnswer | None:
        """What became of the refund made under this key; None when the gateway never saw it."""
        ...

    def hear(self, *, headers: Mapping[str, str], body: bytes) -> GatewayNews | None:
        """Read a webhook; None when it is about none of our refunds. Raises NewsRefused for a bad signature."""
        ...
