"""Is this news really from the provider, and what does it say? The signature first, then the words."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta

from volte.connectors.payments.stripe import parse
from volte.money.ports import NewsRefused, NewsSecretMissing

TOLERANCE = timedelta(minutes=5)


def verify(*, payload: bytes, signature: str, secret: str, now: datetime, tolerance: timedelta = TOLERANCE) -> None:
    """Refuse news that was not signed with our secret, or too long ago. Without a secret anybody could sign: all is.

    `signature` is the header `Stripe-Signature`: `t=<moment>,v1=<code>`, several `v1` while a secret is changed.
    The moment is part of what is signed, so old news cannot be sent again under a new one.
    """
    if not secret:
        raise NewsSecretMissing("no secret to verify news with")
    moment, codes = _parts(signature)
    expected = hmac.new(secret.encode(), f"{moment}.".encode() + payload, hashlib.sha256).hexdigest()
    # All codes are compared: no early way out to time.
    matching = [code for code in codes if hmac.compare_digest(code.encode(), expected.encode())]
    if not matching:
        raise NewsRefused("not signed with our secret")
    if abs(now.timestamp() - moment) > tolerance.total_seconds():
        raise NewsRefused("signed too long ago")


def _parts(signature: str) -> tuple[int, list[str]]:
    parts = [part.strip().partition("=") for part in signature.split(",")]
    moments = [value for name, _, value in parts if name == "t"]
    if len(moments) != 1 or not moments[0].isascii() or not moments[0].isdigit() or len(moments[0]) > 12:
        raise NewsRefused("not signed with our secret")
    return int(moments[0]), [value for name, _, value in parts if name == "v1"]


def read(payload: bytes) -> parse.Event | None:
    """News of a refund, or None when it is about something we do not follow."""
    try:
        return parse.event(payload)
    except parse.Unreadable as fault:
        raise NewsRefused("signed, but not in the provider's language") from fault


def read_session(payload: bytes) -> parse.Session | None:
    """News of a payment page, or None when it is about something else."""
    try:
        return parse.session_event(payload)
    except parse.Unreadable as fault:
        raise NewsRefused("signed, but not in the provider's language") from fault


def read_hold(payload: bytes) -> parse.OurHold | None:
    """Of which hold of ours this is news, or None when it is about something else."""
    try:
        return parse.hold_event(payload)
    except parse.Unreadable as fault:
        raise NewsRefused("signed, but not in the provider's language") from fault
