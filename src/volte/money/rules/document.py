"""How is a plan kept, so that years later it reads as it was shown?

As JSON values: amounts in minor units, reasons as code and parameters, sentences in no language yet.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message
from volte.money.rules.refund import LineKind, PlanLine


def lines_written(*, lines: Iterable[PlanLine]) -> list[dict[str, Any]]:
    return [
        {
            "kind": line.kind.value,
            "amount": line.amount.amount,
            "tax": line.tax.amount,
            "currency": line.amount.currency,
            "reason": message_written(message=line.reason),
            "reference": line.reference,
            "line": line.line,
            "positions": list(line.positions),
        }
        for line in lines
    ]


def lines_read(*, written: Iterable[Mapping[str, Any]]) -> tuple[PlanLine, ...]:
    return tuple(
        PlanLine(
            kind=LineKind(line["kind"]),
            amount=Money(line["amount"], line["currency"]),
            tax=Money(line["tax"], line["currency"]),
            reason=message_read(written=line["reason"]),
            reference=line["reference"],
            line=line["line"],
            positions=tuple(line["positions"]),
        )
        for line in written
    )


def message_written(*, message: Message) -> dict[str, Any]:
    return {"code": message.code, "params": {name: _written(value) for name, value in message.params.items()}}


def message_read(*, written: Mapping[str, Any]) -> Message:
    return Message(written["code"], {name: _read(value) for name, value in written["params"].items()})


def _written(value: Any) -> Any:
    match value:
        case Money():
            return {"amount": value.amount, "currency": value.currency}
        case Rate():
            return {"rate": value.written()}
        case _:
            return value


def _read(value: Any) -> Any:
    match value:
        case {"amount": amount, "currency": currency}:
            return Money(amount, currency)
        case {"rate": written}:
            return Rate.parse(written)
        case _:
            return value
