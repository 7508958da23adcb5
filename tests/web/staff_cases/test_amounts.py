"""Amounts as people type them."""

import pytest

from volte.kit.money import Money
from volte.web.staff.cases import amounts


@pytest.mark.parametrize(
    ("written", "currency", "amount"),
    [
        ("12", "EUR", 1200),
        ("12,5", "EUR", 1250),
        ("12.50 €", "EUR", 1250),
        (" 1\u202f234,56 EUR", "EUR", 123456),
        ("0,01", "EUR", 1),
        ("500", "JPY", 500),
    ],
)
def test_read(written: str, currency: str, amount: int) -> None:
    assert amounts.parse(written=written, currency=currency) == Money(amount, currency)


@pytest.mark.parametrize("written", ["", "€", "1.234,56", "12.345", "1e3", "-4", "NaN", "١٢", "9" * 9, "12 USD"])
def test_not_read(written: str) -> None:
    assert amounts.parse(written=written, currency="EUR") is None


def test_parts_of_a_yen_do_not_exist() -> None:
    assert amounts.parse(written="5.5", currency="JPY") is None


@pytest.mark.parametrize("currency", ["EUR", "JPY", "KWD", "RSD", "ALL", "IQD", "LBP", "MGA", "UGX", "CLF"])
def test_what_was_typed_comes_back_as_it_was(currency: str) -> None:
    amount = Money(120_000, currency)
    assert amounts.parse(written=amounts.typed(amount), currency=currency) == amount
