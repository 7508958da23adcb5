"""Messages, money and decisions as JSON, and back: how they are kept on rows and carried over the API."""

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message


def moment(value: datetime) -> str:
    """RFC 3339 in UTC with a Z."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def money(value: Money) -> dict[str, Any]:
    return {"amount": value.amount, "currency": value.currency}


def plain(value: Any) -> Any:
    """Views as JSON has them: our ids as text, moments in UTC, money in minor units."""
    match value:
        case Money():
            return money(value)
        case Enum():
            return value.value
        case datetime():
            return moment(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(one) for key, one in value.items()}
        case str() | int() | bool() | None:
            return value
        case list() | tuple() | set() | frozenset():
            return [plain(one) for one in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return plain(asdict(value))
        case _:
            return str(value)


def message(value: Message) -> dict[str, Any]:
    """A message with its parameters, each told apart by its kind so that it comes back as it was."""
    return {"code": value.code, "params": {key: _packed(item) for key, item in value.params.items()}}


def message_back(kept: Any) -> Message | None:
    """The message that `message` packed; None for None."""
    if not kept:
        return None
    return Message(kept["code"], {key: _unpacked(item) for key, item in kept["params"].items()})


def _packed(value: Any) -> Any:
    match value:
        case Money():
            return {"money": [value.amount, value.currency]}
        case Rate():
            return {"rate": value.written()}
        case Message():
            return {"message": message(value)}
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case str() | int() | bool() | None:
            return value
        case _:
            return str(value)


def _unpacked(value: Any) -> Any:
    match value:
        case {"money": [int(amount), str(currency)]}:
            return Money(amount, currency)
        case {"rate": str(written)}:
            return Rate.parse(written)
        case {"message": dict(inner)}:
            return message_back(inner)
        case {"moment": str(written)}:
            return datetime.fromisoformat(written)
        case {"day": str(written)}:
            return date.fromisoformat(written)
        case _:
            return value
