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
