"""What money wants from payment providers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from volte.kit.money import Money
from volte.money.rules.outcomes import Holding, Outcome, Paying


class GatewayUnreachable(Exception):
    """No answer, or none we can read: the effect is unknown. Ask again under the same key."""


class NewsRefused(Exception):
    """A message that claims to come from the gateway is not signed by it, or too old."""


class NewsSecretMissing(NewsRefused):
    """Nobody told us the secret the gateway signs with, so nothing can be believed."""


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
    """What the gateway knows about a refund. `code` says why it failed, or what it said that we do not understand, in
    the gateway's own word; `amount` is what it says went back, held against what we owe before it is believed."""

    outcome: Outcome
    gateway_refund: str = ""
    code: str = ""
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class GatewayNews:
    """A signed message about one of our refunds."""

    shop_id: UUID
    refund_id: UUID
    key: str
    answer: GatewayAnswer


@dataclass(frozen=True, slots=True)
class ListedRefund:
    """A refund as the gateway's own list has it. `references` are the names of the payment it gives back, `word` its
    status as the gateway writes it; the rest is what we wrote into it, None and "" on refunds of others."""

    references: tuple[str, ...]
    answer: GatewayAnswer
    word: str
    shop_id: UUID | None = None
    refund_id: UUID | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class RefundsPage:
    """Some of a list; `next` asks for what follows and is "" at its end."""

    refunds: tuple[ListedRefund, ...]
    next: str = ""


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

    def listed(self, *, since: datetime, after: str = "") -> RefundsPage:
        """Every refund of the account made since then, whoever made it, page by page. Raises GatewayUnreachable."""
        ...

    def hear(self, *, headers: Mapping[str, str], body: bytes) -> GatewayNews | None:
        """Read a webhook; None when it is about none of our refunds. Raises NewsRefused for a bad signature."""
        ...


@dataclass(frozen=True, slots=True)
class CheckoutRequest:
    """A page on which a customer pays `amount`. The same `key` twice is the same page; `shop_id` and `checkout_id` come
    back with news. `paid_url` and `left_url` are where the person goes afterwards; `title` says what it is for."""

    key: str
    amount: Money
    title: str
    language: str
    paid_url: str
    left_url: str
    shop_id: UUID
    checkout_id: UUID


@dataclass(frozen=True, slots=True)
class CheckoutPage:
    """Where the person pays, and the provider's own name for it."""

    reference: str
    url: str


@dataclass(frozen=True, slots=True)
class CheckoutSeen:
    """How a payment page stands; `payment` is the provider's name for the money once it is paid."""

    paying: Paying
    payment: str = ""


@dataclass(frozen=True, slots=True)
class CheckoutNews:
    """A signed message about one of our payment pages."""

    shop_id: UUID
    checkout_id: UUID
    seen: CheckoutSeen


class PaymentGateway(Protocol):
    """A payment provider that takes money on a page of its own. Bound by name, like `RefundGateway`."""

    def page_origin(self) -> str:
        """Where its pages live (`https://pay.example`): ours must allow a form to lead there."""
        ...

    def open_checkout(self, *, request: CheckoutRequest) -> CheckoutPage:
        """Open a page once per key. Raises GatewayUnreachable."""
        ...

    def seen(self, *, reference: str) -> CheckoutSeen:
        """How the page stands now. Raises GatewayUnreachable."""
        ...

    def expire(self, *, reference: str) -> CheckoutSeen:
        """Nobody shall pay it any more; says how it ended, for somebody may have been faster."""
        ...

    def hear_payment(self, *, headers: Mapping[str, str], body: bytes) -> CheckoutNews | None:
        """Read a webhook; None when it is about none of our pages. Raises NewsRefused for a bad signature."""
        ...


@dataclass(frozen=True, slots=True)
class HoldSeen:
    """How a hold stands. `payment` names the money once it is held, and stays its name when it is taken; `until` is
    when the card lets go by itself, None where the provider does not say."""

    holding: Holding
    payment: str = ""
    taken: Money | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class HoldNews:
    """A signed message about one of our holds. It only says which: how it stands now is asked, so that messages may
    come twice, late and in any order."""

    shop_id: UUID
    hold_id: UUID


class HoldGateway(Protocol):
    """A payment provider that holds money on a card until it is taken or let go. Bound by name, like `RefundGateway`.

    The card's holder agrees on a page of the provider: `checkout_id` of the request is the name of our hold. Cards let
    go by themselves after about a week. Every adapter passes tests/connectors/hold_contract.py.
    """

    def hold(self, *, request: CheckoutRequest) -> CheckoutPage:
        """Open the page on which a person agrees to a hold, once per key. Raises GatewayUnreachable."""
        ...

    def standing(self, *, reference: str) -> HoldSeen:
        """How the hold of this page stands now. Raises GatewayUnreachable."""
        ...

    def capture(self, *, payment: str, amount: Money, key: str) -> HoldSeen:
        """Take this much of it, once; the rest is let go. What was let go before is said, not raised."""
        ...

    def release(self, *, payment: str, key: str) -> HoldSeen:
        """Let it go. What was taken before is said, not raised."""
        ...

    def hear_hold(self, *, headers: Mapping[str, str], body: bytes) -> HoldNews | None:
        """Read a webhook; None when it is about none of our holds. Raises NewsRefused for a bad signature."""
        ...
