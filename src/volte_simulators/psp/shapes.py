"""How does a row look to the outside? As Stripe's charge, refund, event and list objects."""

from __future__ import annotations

import json
import secrets
import sqlite3
import string
from collections.abc import Sequence

Shape = dict[str, object]

_WITHOUT_CENTS = frozenset(
    {"bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"}
)
_WITH_MILLS = frozenset({"bhd", "jod", "kwd", "omr", "tnd"})
# Without cents in the world, with two digits in the API.
_WRITTEN_IN_HUNDREDTHS = frozenset({"isk", "ugx"})
_LETTERS = string.ascii_letters + string.digits


def new_id(prefix: str) -> str:
    return f"{prefix}_{''.join(secrets.choice(_LETTERS) for _ in range(24))}"


def written(amount: int, currency: str) -> str:
    """An amount in minor units for people: `19.99 EUR`, `500 JPY`."""
    if currency in _WITHOUT_CENTS:
        return f"{amount} {currency.upper()}"
    if currency in _WITH_MILLS:
        return f"{amount // 1000}.{amount % 1000:03d} {currency.upper()}"
    return f"{amount // 100}.{amount % 100:02d} {currency.upper()}"


def step(currency: str) -> int:
    """The smallest amount that can be asked for, and what each other is a multiple of."""
    if currency in _WITH_MILLS:
        return 10
    return 100 if currency in _WRITTEN_IN_HUNDREDTHS else 1


def charge(row: sqlite3.Row) -> Shape:
    return {
        "id": row["id"],
        "object": "charge",
        "amount": row["amount"],
        "amount_captured": row["amount"],
        "amount_refunded": row["amount_refunded"],
        "captured": True,
        "created": row["created"],
        "currency": row["currency"],
        "description": row["description"] or None,
        "livemode": False,
        "metadata": json.loads(row["metadata"]),
        "paid": True,
        "payment_intent": row["intent"],
        "refunded": row["amount_refunded"] == row["amount"],
        "status": "succeeded",
    }


def refund(row: sqlite3.Row) -> Shape:
    shape: Shape = {
        "id": row["id"],
        "object": "refund",
        "amount": row["amount"],
        "charge": row["charge"],
        "created": row["created"],
        "currency": row["shown_currency"] or row["currency"],
        "metadata": json.loads(row["metadata"]),
        "payment_intent": row["intent"],
        "reason": row["reason"] or None,
        "status": row["shown_status"] or row["status"],
    }
    if row["failure_reason"]:
        shape["failure_reason"] = row["failure_reason"]
    return shape


def session(row: sqlite3.Row) -> Shape:
    paid = row["status"] == "complete"
    return {
        "id": row["id"],
        "object": "checkout.session",
        "amount_total": row["amount"],
        "cancel_url": row["cancel_url"],
        "created": row["created"],
        "currency": row["currency"],
        "customer_email": row["email"] or None,
        "expires_at": row["expires_at"],
        "livemode": False,
        "metadata": json.loads(row["metadata"]),
        "mode": "payment",
        "payment_intent": row["intent"] or row["charge"],
        "payment_status": "paid" if paid and not row["manual"] else "unpaid",
        "status": row["status"],
        "success_url": row["success_url"],
        "url": None if row["status"] != "open" else row["url"],
    }


def intent(row: sqlite3.Row) -> Shape:
    held = row["status"] == "requires_capture"
    return {
        "id": row["id"],
        "object": "payment_intent",
        "amount": row["amount"],
        "amount_capturable": row["amount"] if held else 0,
        "amount_received": row["received"],
        "cancellation_reason": row["canceled_because"] or None,
        "capture_method": "manual" if row["manual"] else "automatic",
        "created": row["created"],
        "currency": row["currency"],
        "description": row["description"] or None,
        "latest_charge": row["charge"],
        "livemode": False,
        "metadata": json.loads(row["metadata"]),
        "payment_method": row["method"] or None,
        "status": row["status"],
    }


def authorised(row: sqlite3.Row) -> Shape:
    """What the card said to a hold: Stripe writes it out to whoever reads the intent with `expand[]=latest_charge`."""
    return {
        "id": f"ch_held_{row['id']}",
        "object": "charge",
        "amount": row["amount"],
        "captured": False,
        "payment_method_details": {"type": "card", "card": {"capture_before": row["capture_before"]}},
    }


def event(*, id: str, kind: str, about: Shape, now: float, key: str | None) -> Shape:
    return {
        "id": id,
        "object": "event",
        "api_version": "2026-01-28",
        "created": int(now),
        "data": {"object": about},
        "livemode": False,
        "request": {"id": None, "idempotency_key": key},
        "type": kind,
    }


def listing(*, url: str, data: Sequence[Shape], more: bool) -> Shape:
    return {"object": "list", "url": url, "has_more": more, "data": list(data)}
