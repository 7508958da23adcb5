"""Parcel codes: what is printed can be read back, what was misread is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volte.logistics.rules import parcel

codes = st.text(parcel.ALPHABET, min_size=11, max_size=11).map(lambda body: parcel.with_check("V" + body))
places = st.integers(1, parcel.LENGTH - 1)
letters = st.sampled_from(parcel.ALPHABET)


def test_a_new_code_is_a_code_of_thirteen_characters() -> None:
    code = parcel.new_code()
    assert len(code) == 13
    assert parcel.is_code(code)
    assert parcel.new_code() != code


@given(codes)
def test_a_code_reads_back_as_itself(code: str) -> None:
    assert parcel.read(code) == parcel.Reading(code, code)


@given(codes, places, letters)
def test_every_single_wrong_character_is_noticed(code: str, place: int, letter: str) -> None:
    wrong = code[:place] + letter + code[place + 1 :]
    assert parcel.is_code(wrong) == (wrong == code)


def test_nearly_every_swapped_pair_is_noticed() -> None:
    missed = checked = 0
    for first in parcel.ALPHABET:
        for second in parcel.ALPHABET:
            if first != second:
                code = parcel.with_check(f"V7K2{first}{second}90BD3F")
                checked += 1
                missed += parcel.is_code(code[:4] + second + first + code[6:])
    assert missed * 20 < checked


@given(codes)
def test_what_scanners_and_people_send(code: str) -> None:
    for written in (
        code.lower(),
        parcel.spaced(code),
        f" {code}\r\n",
        f"]C1{code}",
        f"]Q3{code}",
        "-".join([code[:5], code[5:9], code[9:]]),
        f"https://shop.example/r/{code}",
        f"https://shop.example/r?code={code}",
        code.replace("0", "O").replace("1", "I"),
    ):
        assert parcel.read(written).code == code, written


@given(codes)
def test_an_english_scanner_on_a_french_computer(code: str) -> None:
    typed = code.translate(str.maketrans("1234567890", "&é\"'(-è_çà"))
    assert parcel.read(typed).code == code
    assert parcel.read(typed.lower()).code == code


@given(st.text(max_size=60))
def test_nothing_fails_to_be_read(written: str) -> None:
    reading = parcel.read(written)
    assert reading.code is None or parcel.is_code(reading.code)


def test_a_return_number_is_text_not_a_parcel() -> None:
    assert parcel.read(" #r7k2-m4qx\n") == parcel.Reading(None, "R7K2-M4QX")


def test_a_letter_outside_the_alphabet_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError):
        parcel.with_check("VAB")
