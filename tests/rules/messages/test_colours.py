"""Whatever accent a shop picks, it can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volte.messages.rules import colours

accents = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_counted_as_wcag_does(one: str, other: str, ratio: float) -> None:
    assert colours.contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert colours.contrast(other, one) == colours.contrast(one, other)


@given(accents)
def test_every_accent_makes_a_button_and_links_that_read(accent: str) -> None:
    background, text = colours.fill(accent)
    assert colours.contrast(background, text) >= colours.TEXT
    for sheet in ("#ffffff", "#f4f1ea", "#211e1a"):
        assert colours.contrast(colours.legible(accent, on=sheet), sheet) >= colours.TEXT


def test_an_accent_that_reads_is_left_alone() -> None:
    assert colours.legible("#0b5d51", on="#ffffff") == "#0b5d51"
    assert colours.fill("#f2c94c") == ("#f2c94c", colours.INK)
