"""An event as other programs read it: the feed and webhooks tell it in the same words.

Inside, ids are plain and a subject is whatever somebody meant by it; outside, each id wears the prefix under which the
API knows the thing, and a subject is the return it is.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from volte.kit import ids

# Field of an event -> its name outside, and the prefix of its ids (of each one, in a list). A test holds that every
# id of every event stands here.
PUBLIC: Mapping[str, tuple[str, str]] = {
    "arrival_id": ("arrival", "arr"),
    "batch_id": ("transfer_batch", "trb"),
    "credit_id": ("credit", "crd"),
    "customer_ids": ("customers", "cus"),
    "entry_id": ("message", "msg"),
    "gift_id": ("gift", "gft"),
    "hold_id": ("hold", "hld"),
    "line_id": ("item", "itm"),
    "mail_id": ("mail", "mai"),
    "note_id": ("credit_note", "cno"),
    "order_id": ("order", "ord"),
    "emptied_return_ids": ("returns", "ret"),
    "order_ids": ("orders", "ord"),
    "parcel_id": ("parcel", "pcl"),
    "product_id": ("product", "prd"),
    "promise_id": ("promise", "prm"),
    "refund_id": ("refund", "rfd"),
    "refunds": ("refunds", "rfd"),
    "reservation_id": ("reservation", "rsv"),
    "return_id": ("return", "ret"),
    "return_ids": ("returns", "ret"),
    "settlement_id": ("settlement", "stl"),
    "subject_id": ("return", "ret"),
    "subscription_id": ("webhook", "whk"),
    "unit_id": ("unit", "unt"),
    "withdrawal_id": ("withdrawal", "wdr"),
    "repeated_id": ("repeated", "wdr"),
    "version_id": ("policy_version", "pol"),
    "verification_id": ("verification", "vrf"),
}
# What a subject is, in the words of whoever announced it.
_SUBJECTS: Mapping[str, tuple[str, str]] = {
    "order": ("order", "ord"),
    "customer": ("customer", "cus"),
}
# Within the lists of an arrival.
_NESTED: Mapping[str, tuple[str, str]] = {
    "unit": ("unit", "unt"),
    "subject": ("return", "ret"),
    "line": ("item", "itm"),
}
# Minor units, told together with their currency as everywhere in the API.
MONEY = frozenset({"amount", "balance", "bonus", "due"})
# Of interest to ourselves only.
OURS = frozenset({"subject_kind"})


def body(
    *, position: int | None, event_id: UUID, kind: str, happened_at: datetime, data: Mapping[str, Any]
) -> dict[str, Any]:
    """`{"position", "id", "type", "timestamp", "data"}`; a test message has no position."""
    return {
        "position": position,
        "id": ids.public("evt", event_id),
        "type": kind,
        "timestamp": happened_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "data": public_data(data),
    }


def written(told: dict[str, Any]) -> str:
    """The body as it is sent: no spaces, letters as they are."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def public_data(data: Mapping[str, Any]) -> dict[str, Any]:
    currency = data.get("currency")
    left_out = OURS | {"currency"} if currency else OURS
    subject = _SUBJECTS.get(str(data.get("subject_kind")), PUBLIC["subject_id"])
    names = {**PUBLIC, "subject_id": subject}
    told = dict(_public(name, value, names) for name, value in data.items() if name not in left_out)
    if currency:
        told |= {name: {"amount": told[name], "currency": currency} for name in MONEY & told.keys()}
    return told


def _public(name: str, value: Any, names: Mapping[str, tuple[str, str]]) -> tuple[str, Any]:
    if name in names:
        outside, prefix = names[name]
        return outside, _dressed(value, prefix)
    if isinstance(value, list):
        return name, [_part(one) for one in value]
    return name, value


def _part(one: Any) -> Any:
    return dict(_public(name, value, _NESTED) for name, value in one.items()) if isinstance(one, dict) else one


def _dressed(value: Any, prefix: str) -> Any:
    if isinstance(value, list):
        return [_dressed(one, prefix) for one in value]
    return ids.public(prefix, UUID(value)) if value else value
