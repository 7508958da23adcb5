"""Money as people write it."""

import pytest

from volte.kit.money import Money
from volte.runtime import formats


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "\u22125,00\u00a0€"), ("en", "\u2212€5.00")], ids=["French", "English"]
)
def test_what_is_taken_away_has_a_true_minus(language: str, said: str) -> None:
    assert formats.money(Money(-500, "EUR"), language) == said
    assert formats.money(Money(500, "EUR"), language) == said[1:]


def test_a_number_below_zero_too() -> None:
    assert formats.number(-1234, "fr") == "\u22121\u202f234"


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        (4999, "EUR", "€49.99"),
        (4999, "JPY", "JP¥4,999"),
        (4999, "KWD", "KWD4.999"),
        # Nobody pays in para or fils any more, yet that is what is on the wire: 100 of them are one dinar.
        (100, "RSD", "RSD1.00"),
        (100, "IQD", "IQD0.100"),
        (4999, "UGX", "UGX4,999"),
    ],
)
def test_decimals_are_those_of_the_standard(amount: int, currency: str, said: str) -> None:
    assert formats.money(Money(amount, currency), "en") == said
