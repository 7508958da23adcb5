"""Whatever colour a shop likes, its pages stay readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volte.web.shared import accent

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@given(colours)
def test_every_colour_becomes_readable(colour: str) -> None:
    made = accent.palette(colour)
    for paper, shade in ((accent.PAPER_LIGHT, made.light), (accent.PAPER_DARK, made.dark)):
        assert accent.contrast(shade.fill, shade.on_fill) >= 4.5
        assert accent.contrast(shade.ink, paper) >= 4.5
        assert accent.contrast(shade.fill, paper) >= 3 or shade.fill == colour


def test_a_colour_that_needs_nothing_is_left_alone() -> None:
    assert accent.palette("#0b5d51").light.fill == "#0b5d51"


def test_black_on_white_is_21_to_1() -> None:
    assert accent.contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("written", ["", "green", "#12345", "#1234567", "url(x)", "#12345g"])
def test_what_is_no_colour_is_none(written: str) -> None:
    assert accent.parse(written) is None


def test_the_stylesheet_holds_both_papers() -> None:
    css = accent.stylesheet("#f2c14e")
    assert "--accent:" in css and "prefers-color-scheme:dark" in css
