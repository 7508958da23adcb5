"""Messages, money and decisions as JSON, and back: how they are kept on rows and carried over the API."""

from datetime import UTC, date, datetime
from typing import Any

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message


def moment(value: datetime) -> str:
    """RFC 3339 in UTC with a Z."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def money(value: Money) -> dict[str, Any]:
    return {"amount": value.amount, "currency": value.currency}


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
