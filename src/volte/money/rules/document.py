"""How is a plan kept, so that years later it reads as it was shown?

As JSON values: amounts in minor units, reasons as code and parameters, sentences in no language yet.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message
from volte.kit.words import PaymentKind
from volte.money.rules.basis import Instead, OrderBasis, SoldLine, SoldShipping
from volte.money.rules.plan import LineKind, PlanLine
from volte.money.rules.reductions import Reductions
from volte.money.rules.taxes import Part, Rates
from volte.money.rules.tenders import Payment


def lines_written(*, lines: Iterable[PlanLine]) -> list[dict[str, Any]]:
    return [
        {
            "kind": line.kind.value,
            "amount": line.amount.amount,
            "tax": line.tax.amount,
            "parts": [_part_written(part) for part in line.parts],
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
            parts=_parts_read(line),
            reason=message_read(written=line["reason"]),
            reference=line["reference"],
            line=line["line"],
            positions=tuple(line["positions"]),
        )
        for line in written
    )


def basis_written(*, basis: OrderBasis) -> dict[str, Any]:
    """What an order was sold for, to be read again when a later copy of it says otherwise."""
    shipping = basis.shipping
    return {
        "currency": basis.currency,
        "lines": [
            {
                "id": line.id,
                "quantity": line.quantity,
                "unit_price": line.unit_price,
                "cancelled": line.cancelled_quantity,
                "discount": line.discount,
                "taxes": _rates_written(line.taxes),
                "included": line.tax_included,
                **({"follows": list(line.follows)} if line.follows else {}),
                **({"instead": instead_written(units=line.instead)} if line.instead else {}),
            }
            for line in basis.lines
        ],
        "discounts": list(basis.discounts),
        "shipping": shipping
        and {
            "price": shipping.price,
            "standard": shipping.standard_price,
            "taxes": _rates_written(shipping.taxes),
            "included": shipping.tax_included,
        },
    }


def basis_known(*, written: Mapping[str, Any] | None) -> OrderBasis | None:
    """Only the first promise of an order has one."""
    return None if written is None else basis_read(written=written)


def basis_read(*, written: Mapping[str, Any]) -> OrderBasis:
    shipping = written["shipping"]
    return OrderBasis(
        currency=written["currency"],
        lines=tuple(
            SoldLine(
                id=line["id"],
                quantity=line["quantity"],
                unit_price=line["unit_price"],
                cancelled_quantity=line["cancelled"],
                discount=line["discount"],
                taxes=_rates_read(line["taxes"]),
                tax_included=line["included"],
                follows=tuple(line.get("follows", ())),
                instead=instead_read(written=line.get("instead", ())),
            )
            for line in written["lines"]
        ),
        discounts=tuple(written["discounts"]),
        shipping=shipping
        and SoldShipping(shipping["price"], shipping["standard"], _rates_read(shipping["taxes"]), shipping["included"]),
    )


def instead_written(*, units: Iterable[Instead]) -> list[dict[str, Any]]:
    return [
        {"line": unit.line, "position": unit.position, "listed": unit.listed, **_part_written(unit.whole)}
        for unit in units
    ]


def instead_read(*, written: Iterable[Mapping[str, Any]]) -> tuple[Instead, ...]:
    return tuple(Instead(unit["line"], unit["position"], _part_read(unit), unit["listed"]) for unit in written)


def payment_written(*, payment: Payment) -> dict[str, Any]:
    """The payment of a difference; its amount in the currency of the promise."""
    return {
        "id": payment.id,
        "kind": payment.kind.value,
        "captured": payment.captured.amount,
        "gateway": payment.gateway,
        "reference": payment.reference,
    }


def payment_read(*, written: Mapping[str, Any], currency: str) -> Payment | None:
    """None where no difference was paid."""
    if not written:
        return None
    captured = Money(written["captured"], currency)
    return Payment(written["id"], PaymentKind(written["kind"]), captured, written["gateway"], written["reference"])


def reduced_written(*, reduced: Reductions) -> dict[str, Any]:
    """By how much the price of units that stayed was reduced; the names of JSON are words, so positions are."""
    return {
        line: {str(position): list(amounts) for position, amounts in given.items()} for line, given in reduced.items()
    }


def reduced_read(*, written: Mapping[str, Any]) -> Reductions:
    return {
        line: {int(position): tuple(amounts) for position, amounts in given.items()} for line, given in written.items()
    }


def message_written(*, message: Message) -> dict[str, Any]:
    return {"code": message.code, "params": {name: _written(value) for name, value in message.params.items()}}


def message_read(*, written: Mapping[str, Any]) -> Message:
    return Message(written["code"], {name: _read(value) for name, value in written["params"].items()})


def _parts_read(line: Mapping[str, Any]) -> tuple[Part, ...]:
    """Promises of 0.1 know how much of a line was tax, and not at which rate."""
    if "parts" not in line:
        return (Part((), line["amount"], (line["tax"],) if line["tax"] else ()),)
    return tuple(_part_read(part) for part in line["parts"])


def _part_read(part: Mapping[str, Any]) -> Part:
    return Part(_rates_read(part["rates"]), part["gross"], tuple(part["taxes"]))


def _part_written(part: Part) -> dict[str, Any]:
    return {"rates": _rates_written(part.rates), "gross": part.gross, "taxes": list(part.taxes)}


def _rates_written(rates: Rates) -> list[str]:
    return [rate.written() for rate in rates]


def _rates_read(written: Iterable[str]) -> Rates:
    return tuple(Rate.parse(rate) for rate in written)


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
