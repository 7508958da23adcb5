"""What is asked for, once it is known to make sense? Reads parameters into frozen wishes or refuses as Stripe does."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from volte_simulators.psp import problems, shapes, wire

LARGEST_AMOUNT = 99_999_999  # Stripe's own ceiling for a charge, in minor units

_REASONS = ("duplicate", "fraudulent", "requested_by_customer")
_CHARGE_ID = re.compile(r"^ch_[A-Za-z0-9_.-]{1,200}$")


@dataclass(frozen=True, slots=True)
class ChargeWish:
    """`id` is empty unless the caller chose one (Stripe does not let you; a test bench must)."""

    id: str
    amount: int
    currency: str
    description: str
    metadata: str


@dataclass(frozen=True, slots=True)
class RefundWish:
    """Of a `charge` or of a payment `intent`, never both. `amount` is None for "all that is left", `currency` empty for
    "the charge's"; `metadata` is JSON text."""

    charge: str
    intent: str
    amount: int | None
    currency: str
    reason: str
    metadata: str


@dataclass(frozen=True, slots=True)
class SessionWish:
    """A payment page: what for, how much, where the person goes afterwards."""

    amount: int
    currency: str
    title: str
    email: str
    language: str
    success_url: str
    cancel_url: str
    metadata: str
    manual: bool


@dataclass(frozen=True, slots=True)
class IntentWish:
    """Money to take, at once or (`manual`) only held until it is captured. `method` is empty until somebody has one."""

    amount: int
    currency: str
    manual: bool
    method: str
    confirm: bool
    description: str
    metadata: str


def charge(params: wire.Params) -> ChargeWish:
    _only(params, "id", "amount", "currency", "description", "metadata", "source", "capture")
    amount, currency = _amount(params), _currency(params)
    if amount is None:
        raise problems.missing("amount")
    if not currency:
        raise problems.missing("currency")
    chosen = _text(params, "id")
    if chosen and not _CHARGE_ID.match(chosen):
        raise problems.invalid("A charge's id looks like ch_…", param="id")
    return ChargeWish(chosen, amount, currency, _text(params, "description"), _metadata(params))


def refund(params: wire.Params) -> RefundWish:
    _only(params, "charge", "payment_intent", "amount", "currency", "reason", "metadata")
    paid, intent = _text(params, "charge"), _text(params, "payment_intent")
    if not paid and not intent:
        raise problems.missing("charge")
    if paid and intent:
        raise problems.invalid("Only one of charge and payment_intent may be given.", param="payment_intent")
    reason = _text(params, "reason")
    if reason and reason not in _REASONS:
        raise problems.invalid(f"Invalid reason: must be one of {', '.join(_REASONS)}", param="reason")
    return RefundWish(paid, intent, _amount(params), _currency(params), reason, _metadata(params))


def session(params: wire.Params) -> SessionWish:
    """`mode=payment` with one line item, priced on the spot: all a price difference needs."""
    known = ("mode", "line_items", "success_url", "cancel_url", "customer_email", "locale", "metadata")
    _only(params, *known, "payment_intent_data", "payment_method_types", "submit_type")
    if _text(params, "mode") != "payment":
        raise problems.invalid("Invalid mode: must be payment", param="mode")
    price = _group(_only_item(params), "price_data")
    amount, currency = _amount(price, name="unit_amount"), _currency(price)
    if amount is None or not currency:
        raise problems.missing("line_items[0][price_data][unit_amount]")
    sendable(amount, currency)
    title = _text(_group(price, "product_data"), "name")
    if not title:
        raise problems.missing("line_items[0][price_data][product_data][name]")
    return SessionWish(
        amount=amount,
        currency=currency,
        title=title,
        email=_text(params, "customer_email"),
        language=_text(params, "locale")[:2],
        success_url=_address(params, "success_url"),
        cancel_url=_address(params, "cancel_url"),
        metadata=_metadata(params),
        manual="payment_intent_data" in params and _manual(_group(params, "payment_intent_data")),
    )


def intent(params: wire.Params) -> IntentWish:
    known = ("amount", "currency", "capture_method", "confirm", "payment_method", "description", "metadata")
    _only(params, *known, "customer", "off_session", "payment_method_types", "automatic_payment_methods", "return_url")
    amount, currency = _amount(params), _currency(params)
    if amount is None:
        raise problems.missing("amount")
    if not currency:
        raise problems.missing("currency")
    sendable(amount, currency)
    return IntentWish(
        amount=amount,
        currency=currency,
        manual=_manual(params),
        method=method(params),
        confirm=str(params.get("confirm", "")).lower() == "true",
        description=_text(params, "description"),
        metadata=_metadata(params),
    )


def method(params: wire.Params) -> str:
    """The means of payment; those Stripe's tests call `…chargeDeclined` are declined by their bank."""
    written = _text(params, "payment_method")
    if "declined" in written.lower():
        raise problems.declined()
    return written


def capture(params: wire.Params) -> int | None:
    """How much of a hold is taken; None for all of it."""
    _only(params, "amount_to_capture", "metadata")
    return _amount(params, name="amount_to_capture")


def sendable(amount: int, currency: str) -> None:
    """Where the last digit of a currency cannot be paid, Stripe takes round amounts only."""
    step = shapes.step(currency)
    if amount % step:
        sentence = f"Invalid amount. Amounts in {currency.upper()} must be evenly divisible by {step}."
        raise problems.invalid(sentence, code="invalid_charge_amount_no_decimal_compatible", param="amount")


def _manual(params: wire.Params) -> bool:
    written = _text(params, "capture_method")
    if written not in ("", "automatic", "automatic_async", "manual"):
        raise problems.invalid(f"Invalid capture_method: {written}", param="capture_method")
    return written == "manual"


def _only_item(params: wire.Params) -> wire.Params:
    items = params.get("line_items")
    listed = list(items.values()) if isinstance(items, dict) else items
    if not isinstance(listed, list) or len(listed) != 1 or not isinstance(listed[0], dict):
        raise problems.invalid("Exactly one line item is taken here.", param="line_items")
    if str(listed[0].get("quantity", "1")) != "1":
        raise problems.invalid("A quantity of one is taken here.", param="line_items[0][quantity]")
    return listed[0]


def _group(params: wire.Params, name: str) -> wire.Params:
    found = params.get(name)
    if not isinstance(found, dict):
        raise problems.missing(name)
    return found


def _address(params: wire.Params, name: str) -> str:
    written = _text(params, name)
    if not re.fullmatch(r"https?://[^\s\"'<>;,]+", written):
        raise problems.invalid(f"Not a valid URL: {name}", code="url_invalid", param=name)
    return written


def _only(params: wire.Params, *known: str) -> None:
    for name in params:
        if name not in known:
            raise problems.invalid(f"Received unknown parameter: {name}", code="parameter_unknown", param=name)


def _text(params: wire.Params, name: str) -> str:
    value = params.get(name)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > 5000 or "\x00" in value:
        raise problems.invalid(f"Invalid string: {name}", param=name)
    return value


def _amount(params: wire.Params, *, name: str = "amount") -> int | None:
    value = params.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not re.fullmatch(r"-?[0-9]{1,12}", str(value)):
        raise problems.invalid(f"Invalid integer: {name}", code="parameter_invalid_integer", param=name)
    amount = int(str(value))
    if amount < 1:
        raise problems.invalid(
            "This value must be greater than or equal to 1.", code="parameter_invalid_integer", param=name
        )
    if amount > LARGEST_AMOUNT:
        raise problems.invalid("Amount must be no more than 999,999.99.", code="amount_too_large", param=name)
    return amount


def _currency(params: wire.Params) -> str:
    written = _text(params, "currency").lower()
    if written and not re.fullmatch(r"[a-z]{3}", written):
        raise problems.invalid(f"Invalid currency: {written}", param="currency")
    return written


def _metadata(params: wire.Params) -> str:
    """Stripe's limits: 50 entries, 40 letters a name, 500 a value."""
    given = params.get("metadata") or {}
    if not isinstance(given, dict) or len(given) > 50:
        raise problems.invalid("Invalid object: metadata", param="metadata")
    for name, value in given.items():
        if not isinstance(value, str) or not 0 < len(name) <= 40 or len(value) > 500:
            raise problems.invalid(f"Invalid metadata: {name[:40]}", param=f"metadata[{name[:40]}]")
    return json.dumps(given, sort_keys=True, ensure_ascii=False)
