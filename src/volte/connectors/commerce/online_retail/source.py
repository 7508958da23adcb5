"""Invoices become orders, credit invoices returns, and every other line is accounted for."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from volte.catalogue.ports import Fault, PastOrder
from volte.catalogue.rules.order import Customer, Line, Order, Refund, Shipping, Units
from volte.connectors.commerce.online_retail import codes, matching, table
from volte.connectors.commerce.online_retail.matching import Credit, Key, Piece, Purchase
from volte.connectors.commerce.online_retail.table import Row
from volte.kit.text import message
from volte.returns.ports import History, PastItem, PastReturn

CURRENCY = "GBP"
_LONDON = ZoneInfo("Europe/London")
# Of a price in ten-thousandths of a pound.
_PENNY = 100


@dataclass(slots=True)
class _Sorted:
    """The rows of the table, each in the one place it belongs to."""

    invoices: dict[str, list[Row]] = field(default_factory=dict)
    carriage: dict[str, list[int]] = field(default_factory=dict)
    credits: list[Row] = field(default_factory=list)
    units_service: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)


class OnlineRetail:
    """A HistorySource for the UCI table, Parquet or CSV."""

    @property
    def home(self) -> Mapping[str, str]:
        return {"country": "GB", "currency": CURRENCY, "timezone": _LONDON.key}

    def history(self, *, path: Path) -> History:
        read = table.read(path=path)
        found = _sorted(read.rows)
        pieces = _matched(found)
        refunds = _refunds(pieces)
        return History(
            orders=_orders(found, refunds),
            lines=sum(len(rows) for rows in found.invoices.values()),
            returns=_returns(pieces, {row.row: row for row in found.credits}),
            faults=(*read.faults, *found.faults),
            refused=read.refused + len(found.faults),
            left_out=found.left_out,
            units_service=found.units_service,
        )


def _sorted(rows: Sequence[Row]) -> _Sorted:
    found = _Sorted()
    for row in rows:
        fault = _fault(row)
        if fault is not None:
            found.faults.append(fault)
        elif row.invoice[0] in "Cc":
            _sort_credit(row, found)
        elif row.invoice[0] in "Aa":
            found.left_out["bad_debt"] += 1
        else:
            _sort_sale(row, found)
    for invoice in found.carriage.keys() - found.invoices.keys():
        found.left_out["service"] += len(found.carriage[invoice])
    return found


def _fault(row: Row) -> Fault | None:
    """What is wrong with a line that has all its cells; of half a million lines, hardly one."""
    if (
        not f"{row.invoice}{row.code}{row.customer}".isprintable()
        or len(row.invoice) > 16
        or len(row.code) > 60
        or len(row.customer) > 60
    ):
        return _no_name(row)
    if row.quantity > 0 and row.invoice[0] in "Cc":
        return Fault(row.row, "quantity", message("history_credit_not_negative"))
    if (row.price < 0 or row.price % _PENNY) and not codes.is_service(row.code):
        return Fault(row.row, "price", message("history_price_negative" if row.price < 0 else "history_price_too_fine"))
    return None


def _no_name(row: Row) -> Fault:
    named = {"invoice": (row.invoice, 16), "code": (row.code, 60), "customer": (row.customer, 60)}
    bad = [name for name, (written, longest) in named.items() if len(written) > longest or not written.isprintable()]
    return Fault(row.row, bad[0], message("history_not_a_name", longest=named[bad[0]][1]))


def _sort_credit(row: Row, found: _Sorted) -> None:
    if codes.is_service(row.code):
        found.units_service -= row.quantity
    else:
        found.credits.append(row)


def _sort_sale(row: Row, found: _Sorted) -> None:
    if row.quantity <= 0:
        found.left_out["write_off"] += 1
    elif row.code in codes.CARRIAGE:
        found.carriage.setdefault(row.invoice, []).append(row.quantity * row.price // _PENNY)
    elif codes.is_service(row.code):
        found.left_out["service"] += 1
    else:
        found.invoices.setdefault(row.invoice, []).append(row)


def _matched(found: _Sorted) -> list[Piece]:
    """Only what somebody gave back needs its purchases looked up: a fortieth of the table."""
    credits = [Credit(row.row, row.at, row.customer, row.code, -row.quantity) for row in found.credits]
    wanted = {(credit.customer, credit.code) for credit in credits if credit.customer}
    purchases: dict[Key, list[Purchase]] = {}
    for invoice, rows in found.invoices.items():
        for place, row in enumerate(rows, start=1):
            if (row.customer, row.code) in wanted:
                purchase = Purchase(row.at, row.row, invoice, str(place), row.quantity)
                purchases.setdefault((row.customer, row.code), []).append(purchase)
    pieces = matching.matched(purchases=purchases, credits=credits)
    prices = {row.row: row.price // _PENNY for row in found.credits}
    return [replace(piece, amount=piece.units * prices[piece.credit.row]) for piece in pieces]


def _refunds(pieces: Sequence[Piece]) -> dict[str, list[Refund]]:
    """What was given back of each invoice without us; each credit line is a refund, so that its amount stays told."""
    refunds: dict[str, list[Refund]] = {}
    for piece in pieces:
        if piece.purchase is not None:
            own = refunds.setdefault(piece.purchase.invoice, [])
            units = (Units(piece.purchase.line, piece.units),)
            own.append(Refund(id=f"{piece.credit.row}-{len(own)}", amount=piece.amount, lines=units))
    return refunds


def _orders(found: _Sorted, refunds: dict[str, list[Refund]]) -> Iterator[PastOrder]:
    for invoice, rows in found.invoices.items():
        own = tuple(refunds.get(invoice, ()))
        first = min(rows, key=lambda row: row.at)
        lines = tuple(_line(place, row) for place, row in enumerate(rows, start=1))
        carriage = sum(found.carriage.get(invoice, ()))
        order = Order(
            id=invoice,
            number=invoice,
            placed_at=_moment(first.at),
            currency=CURRENCY,
            country=codes.country(first.country),
            # Nobody wrote down how these were sold: neither channel nor payments nor parcels.
            channel="",
            customer=Customer(id=first.customer) if first.customer else None,
            lines=lines,
            shipping=Shipping(price=carriage) if carriage else None,
            refunds=own,
        )
        yield PastOrder(order, _mark(rows, carriage, own))


def _line(place: int, row: Row) -> Line:
    return Line(
        id=str(place),
        quantity=row.quantity,
        unit_price=row.price // _PENNY,
        product=row.code,
        sku=row.code,
        title=(row.title or row.code)[:500],
    )


def _mark(rows: Sequence[Row], carriage: int, refunds: tuple[Refund, ...]) -> str:
    """What the table says of the order, wherever in the file it stands."""
    told = [row[1:] for row in rows], carriage, [(each.amount, each.lines) for each in refunds]
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _returns(pieces: Sequence[Piece], rows: dict[int, Row]) -> list[PastReturn]:
    """One return for each order a credit invoice takes from, and one for what belongs to none."""
    groups: dict[tuple[str, str], list[Piece]] = {}
    for piece in sorted(pieces, key=lambda piece: piece.credit.row):
        order = piece.purchase.invoice if piece.purchase else ""
        groups.setdefault((rows[piece.credit.row].invoice.upper(), order), []).append(piece)
    invoices = {invoice for invoice, _ in groups}
    made: Counter[str] = Counter()
    returns: list[PastReturn] = []
    for (invoice, order), own in groups.items():
        made[invoice] += 1
        number = invoice if made[invoice] == 1 else f"{invoice}-{made[invoice]}"
        while made[invoice] > 1 and number in invoices:  # another invoice is called so
            made[invoice] += 1
            number = f"{invoice}-{made[invoice]}"
        credit = own[0].credit
        items = tuple(_item(piece, rows[piece.credit.row]) for piece in own)
        returns.append(PastReturn(number, order, credit.customer, _moment(credit.at), CURRENCY, items))
    return returns


def _item(piece: Piece, row: Row) -> PastItem:
    return PastItem(
        row=row.row,
        line=piece.purchase.line if piece.purchase else "",
        sku=row.code,
        title=(row.title or row.code)[:500],
        quantity=piece.units,
        amount=piece.amount,
        why=piece.why.value if piece.why else "",
    )


def _moment(london: datetime) -> datetime:
    return london.replace(tzinfo=_LONDON).astimezone(UTC)
