"""What is asked for, once it is known to make sense? Reads parameters into frozen wishes or refuses as Stripe does."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from volte_simulators.psp import problems, wire

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
    """`amount` is None for "all that is left", `currency` empty for "the charge's"; `metadata` is JSON text."""

    charge: str
    amount: int | None
    currency: str
    reason: str
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
    _only(params, "charge", "amount", "currency", "reason", "metadata")
    paid = _text(params, "charge")
    if not paid:
        raise problems.missing("charge")
    reason = _text(params, "reason")
    if reason and reason not in _REASONS:
        raise problems.invalid(f"Invalid reason: must be one of {', '.join(_REASONS)}", param="reason")
    return RefundWish(paid, _amount(params), _currency(params), reason, _metadata(params))


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


def _amount(params: wire.Params) -> int | None:
    value = params.get("amount")
    if value is None:
        return None
    if isinstance(value, bool) or not re.fullmatch(r"-?[0-9]{1,12}", str(value)):
        raise problems.invalid("Invalid integer: amount", code="parameter_invalid_integer", param="amount")
    amount = int(str(value))
    if amount < 1:
        raise problems.invalid(
            "This value must be greater than or equal to 1.", code="parameter_invalid_integer", param="amount"
        )
    if amount > LARGEST_AMOUNT:
        raise problems.invalid("Amount must be no more than 999,999.99.", code="amount_too_large", param="amount")
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
