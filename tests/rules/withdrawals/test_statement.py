"""A statement is written down so that anybody can check it, and recognised when it comes again."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from volte.kit import canonical
from volte.law.rules import functions
from volte.withdrawals.rules import statement
from volte.withdrawals.rules.statement import Article, Declared

SAID = Declared("Camille Martin", "#1001", "camille@example.com", "fr")
AT = datetime(2026, 10, 25, 0, 30, 7, tzinfo=UTC)


def _content(said: Declared = SAID) -> str:
    return statement.content(
        declared=said, sentence="Je me rétracte.", shop="Maison", number="W1", at=AT, zone="Europe/Paris"
    )


def test_the_moment_is_told_to_the_second_with_its_offset_also_in_the_hour_that_comes_twice() -> None:
    assert json.loads(_content())["declared_at"] == "2026-10-25T02:30:07+02:00"


def test_the_digest_is_what_any_tool_says_of_the_bytes() -> None:
    assert canonical.digest_of(_content()) == hashlib.sha256(_content().encode()).hexdigest()
    assert canonical.digest_of(_content()) != canonical.digest_of(_content(replace(SAID, name="Camille Martín")))


def test_what_is_on_receipts_already_stays_the_digest_of_the_same_statement() -> None:
    assert canonical.digest_of(_content()) == "85aedd975c6aca141bb56975406e6974dbe7e489bfe67cef452bbe130d090f14"
    part = replace(SAID, whole=False, words="la robe é")
    known = "c7ff0d864b93f0d4eff7581e9fa734e55b3b30cf9d35793dc9e56e695acb4812"
    assert statement.key(declared=part, contract="1001", email="camille@example.com") == known


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (replace(SAID, name="C. Martin", language="en"), True),
        (replace(SAID, whole=False, words="la robe"), False),
    ],
)
def test_the_same_is_the_same_contract_address_and_articles(other: Declared, same: bool) -> None:
    def key(said: Declared) -> str:
        return statement.key(declared=said, contract="1001", email="camille@example.com")

    assert (key(SAID) == key(other)) is same


def test_articles_and_words_are_compared_however_they_are_written() -> None:
    one = replace(SAID, whole=False, words="La  robe", articles=(Article("l1", "Robe", 1), Article("l2", "Tasse", 1)))
    other = replace(one, words="la robe ", articles=tuple(reversed(one.articles)))
    fewer = replace(one, articles=one.articles[:1])
    keys = [statement.key(declared=said, contract="1", email="a@b.c") for said in (one, other, fewer)]
    assert keys[0] == keys[1] != keys[2]


def test_what_is_missing_or_too_long_is_named_and_nothing_is_cut() -> None:
    assert statement.missing(Declared("", "", "", "fr")) == ["name", "contract", "email"]
    assert statement.missing(replace(SAID, whole=False)) == ["words"]
    long = replace(SAID, whole=False, words="x" * 4001)
    assert statement.too_long(long) == ["words"]
    assert len(statement.tidy(long).words) == 4001


@pytest.mark.parametrize(
    ("said", "known", "same"),
    [
        ("Camille Martin", ["camille MARTIN"], True),
        ("C. Martin", ["Camille Martin"], True),
        ("Jean-Marc Petit", ["Jean Petit"], True),
        ("Paul Durand", ["Camille Martin", "Camille M"], False),
        ("Paul Durand", ["", ""], True),
    ],
)
def test_a_name_fits_by_one_word(said: str, known: list[str], same: bool) -> None:
    assert statement.same_person(said=said, known=known) is same


def test_the_labels_are_those_of_the_law_of_the_language() -> None:
    french, english = functions.labels("fr"), functions.labels("en")
    assert (french.label, french.confirm) == ("renoncer au contrat ici", "confirmer la rétractation")
    assert (english.label, english.confirm) == ("withdraw from contract here", "confirm withdrawal")
    assert functions.labels("de").label == "Vertrag widerrufen"
