"""What did the provider say? Pure: bytes in, frozen values out, `Unreadable` for whatever is not its language."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from volte.connectors.payments.stripe import amounts
from volte.kit.money import Money


class Unreadable(Exception):
    """Not what the provider sends: a proxy spoke, or the provider changed its language."""


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


Model = TypeVar("Model", bound=_Read)


class Ours(_Read):
    key: str = Field(alias="volte_key")
    shop_id: UUID = Field(alias="volte_shop")
    refund_id: UUID = Field(alias="volte_refund")


class Refund(_Read):
    """A refund as the provider has it now. `amount` is in its units, `currency` in lower case; its `status` may be a
    word we have never heard, and `created` is in seconds since 1970."""

    object: Literal["refund"]
    id: str
    charge: str | None = None
    payment_intent: str | None = None
    amount: Annotated[int, Field(ge=1)]
    currency: Annotated[str, Field(pattern=r"^[a-z]{3}$")]
    status: str | None = None
    failure_reason: str | None = None
    created: Annotated[int, Field(ge=0)] = 0
    metadata: dict[str, str] | None = None

    @property
    def money(self) -> Money:
        return _money(self.amount, self.currency)

    @property
    def payment(self) -> str:
        """What it gives back: the reference the shop knows the payment by may be either."""
        return self.charge or self.payment_intent or ""

    def gives_back(self, *, reference: str) -> bool:
        return reference in (self.charge, self.payment_intent)

    @property
    def ours(self) -> Ours | None:
        """What we wrote into the metadata, so that a refund is known without the provider's id; None on others'."""
        try:
            return Ours.model_validate(self.metadata or {})
        except ValidationError:
            return None


class Refunds(_Read):
    """A page of refunds, newest first."""

    object: Literal["list"]
    data: tuple[Refund, ...]
    has_more: bool


class OurPage(_Read):
    shop_id: UUID = Field(alias="volte_shop")
    checkout_id: UUID = Field(alias="volte_checkout")


class Session(_Read):
    """A payment page as the provider has it now. `url` is gone once it can no longer be paid."""

    object: Literal["checkout.session"]
    id: str
    amount_total: Annotated[int, Field(ge=1)]
    currency: Annotated[str, Field(pattern=r"^[a-z]{3}$")]
    status: Literal["open", "complete", "expired"]
    payment_status: Literal["paid", "unpaid", "no_payment_required"]
    payment_intent: str | None = None
    url: str | None = None
    metadata: dict[str, str] = {}

    @property
    def money(self) -> Money:
        return _money(self.amount_total, self.currency)

    @property
    def ours(self) -> OurPage | None:
        """What we wrote into the metadata; None on pages of others."""
        try:
            return OurPage.model_validate(self.metadata)
        except ValidationError:
            return None


class _Card(_Read):
    capture_before: Annotated[int, Field(ge=0)] | None = None


class _Means(_Read):
    card: _Card | None = None


class _Charge(_Read):
    payment_method_details: _Means | None = None


class OurHold(_Read):
    shop_id: UUID = Field(alias="volte_shop")
    hold_id: UUID = Field(alias="volte_hold")


class Intent(_Read):
    """Money taken or held. Its `status` may be a word we have never heard; `latest_charge` is a name unless more was
    asked for."""

    object: Literal["payment_intent"]
    id: str
    status: str
    amount_received: Annotated[int, Field(ge=0)] = 0
    currency: Annotated[str, Field(pattern=r"^[a-z]{3}$")]
    latest_charge: _Charge | str | None = None

    @property
    def held_until(self) -> datetime | None:
        """When the card lets go by itself."""
        if not isinstance(self.latest_charge, _Charge) or self.latest_charge.payment_method_details is None:
            return None
        card = self.latest_charge.payment_method_details.card
        moment = card.capture_before if card is not None else None
        return datetime.fromtimestamp(moment, UTC) if moment else None

    @property
    def received(self) -> Money:
        return _money(self.amount_received, self.currency)


class Refusal(_Read):
    """Why not. `code` may be empty; then `param` and `type` are all there is."""

    type: str
    code: str = ""
    param: str = ""
    message: str = ""


class _Refused(_Read):
    error: Refusal


class _About(_Read):
    object: Refund


class Event(_Read):
    """News of a refund."""

    object: Literal["event"]
    id: str
    type: str
    created: int
    data: _About

    @property
    def refund(self) -> Refund:
        return self.data.object


class _AboutSession(_Read):
    object: Session


class _SessionEvent(_Read):
    object: Literal["event"]
    data: _AboutSession


class _Tagged(_Read):
    metadata: dict[str, str] | None = None


class _AboutTagged(_Read):
    object: _Tagged


class _TaggedEvent(_Read):
    object: Literal["event"]
    data: _AboutTagged


class _AnyEvent(_Read):
    object: Literal["event"]
    type: str


def refund(body: bytes) -> Refund:
    return _read(Refund, body)


def refunds(body: bytes) -> Refunds:
    return _read(Refunds, body)


def session(body: bytes) -> Session:
    return _read(Session, body)


def intent(body: bytes) -> Intent:
    return _read(Intent, body)


def refusal(body: bytes) -> Refusal:
    return _read(_Refused, body).error


def event(body: bytes) -> Event | None:
    """News of a refund, or None for an event about something else."""
    if not _read(_AnyEvent, body).type.startswith(("refund.", "charge.refund.")):
        return None
    return _read(Event, body)


def session_event(body: bytes) -> Session | None:
    """News of a payment page, or None for an event about something else."""
    if not _read(_AnyEvent, body).type.startswith("checkout.session."):
        return None
    return _read(_SessionEvent, body).data.object


def hold_event(body: bytes) -> OurHold | None:
    """Of which of our holds this is news, or None for an event about something else."""
    if not _read(_AnyEvent, body).type.startswith(("checkout.session.", "payment_intent.")):
        return None
    try:
        return OurHold.model_validate(_read(_TaggedEvent, body).data.object.metadata or {})
    except ValidationError:
        return None


def _money(units: int, currency: str) -> Money:
    try:
        return amounts.heard(units, currency)
    except amounts.Unsayable as fault:
        raise Unreadable(str(fault)) from fault


def _read(model: type[Model], body: bytes) -> Model:
    try:
        return model.model_validate_json(body)
    except ValidationError as fault:
        raise Unreadable(f"{model.__name__}: {fault.error_count()} faults") from fault
