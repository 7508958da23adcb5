"""Credit notes for tests: a seller, a buyer, and rows with their tax."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from volte.kit.rates import Rate
from volte.money.rules.credit_note import Bought, Draft, Note, Party, Row

SELLER = Party(
    name="Linotte & Fils SAS",
    country="FR",
    line1="18 rue des Canuts",
    postcode="69330",
    city="Meyzieu",
    legal="SAS au capital de 24 000 €",
    registration="802954784",
    site="80295478400012",
    vat_id="FR23802954784",
)
BUYER = Party(name="Optique du Lac", country="FR", line1="1 quai Napoléon", postcode="74000", city="Annecy")
BOUGHT = Bought(
    order_number="#1001",
    placed_on=date(2026, 11, 2),
    supplied_on=date(2026, 11, 5),
    delivered_to="FR",
    invoice_number="F-2026-17",
    invoice_on=date(2026, 11, 3),
)
TWENTY, FIVE, NONE = (Rate.parse("20 %"),), (Rate.parse("5.5 %"),), ()


def row(kind: str, net: int, tax: int, rates: tuple[Rate, ...] = TWENTY, **more: Any) -> Row:
    return Row(kind, rates, net, tax, **more)


def goods(net: int, tax: int, rates: tuple[Rate, ...] = TWENTY, quantity: int = 1, title: str = "Robe Inès") -> Row:
    return row("items", net, tax, rates, quantity=quantity, title=title, sku="ROBE-M")


def note(*rows: Row, number: str = "AV-2026-000001", bought: Bought = BOUGHT, **changes: Any) -> Note:
    draft = Draft("EUR", SELLER, BUYER, bought, tuple(rows), "refund", "fr")
    return Note(number, date(2026, 11, 22), replace(draft, **changes))


def say(row: Row) -> str:
    return row.title or row.kind


def sums(rows: Sequence[Row]) -> tuple[int, int]:
    return sum(row.net for row in rows), sum(row.tax for row in rows)
