"""What customers and agents read about money, in both languages."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.operations.money.conftest import eur
from volte.kit.errors import Refused
from volte.kit.rates import Rate
from volte.kit.text import Message, message
from volte.runtime import texts

_AREA = Path(texts.__file__).parents[1] / "money"
# Everything a refusal of money may carry.
_PARAMS = {
    "line": "l1",
    "quantity": 2,
    "payment": "p1",
    "balance": eur(500),
    "wanted": eur(900),
    "expired": datetime(2026, 11, 22, 9, tzinfo=UTC),
    "reference": "itm",
    "day": date(2026, 11, 22),
    "currency": "USD",
    "worth": eur(900),
    "gateway": "stripe",
    "most": 70,
    "days": 366,
    "ways": "bank_transfer",
    "given": "USD",
    "room": eur(900),
    "first": date(2026, 11, 22),
    "last": date(2026, 11, 30),
}


def refusals() -> list[str]:
    source = "\n".join(file.read_text(encoding="utf-8") for file in sorted(_AREA.rglob("*.py")))
    return sorted(set(re.findall(r'(?:Conflict|Invalid|NotFound)\(\s*"([a-z_]+)"', source)))


def test_there_are_refusals_to_look_at() -> None:
    assert len(refusals()) > 15


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("code", refusals())
def test_every_refusal_is_a_sentence(code: str, language: str) -> None:
    sentence = texts.refusal(Refused(code, **_PARAMS), language)
    assert sentence[0].isupper()
    assert sentence.endswith(".")


def cap(settled: int, not_accepted: int) -> Message:
    count = settled + not_accepted
    return message("money-line-units-cap", title="Robe", count=count, settled=settled, not_accepted=not_accepted)


@pytest.mark.parametrize(
    ("said", "french", "english"),
    [
        (message("money-line-items", title="Robe", count=1), "Robe", "Robe"),
        (message("money-line-items", title="Robe", count=3), "Robe × 3", "Robe × 3"),
        (message("money-line-wrapping", count=1), "Papier cadeau", "Gift wrap"),
        (cap(1, 0), "Déjà remboursé ou annulé\u00a0: Robe", "Refunded or cancelled before: Robe"),
        (cap(2, 0), "Déjà remboursé ou annulé\u00a0: Robe × 2", "Refunded or cancelled before: Robe × 2"),
        (cap(0, 1), "Non accepté\u00a0: Robe", "Not accepted: Robe"),
        (
            cap(1, 2),
            "Robe × 3 (déjà remboursé ou annulé\u00a0: 1\u202f; non accepté\u00a0: 2)",
            "Robe × 3 (refunded or cancelled before: 1; not accepted: 2)",
        ),
        (
            message("money-line-restocking-fee", title="Robe", rate=Rate.parse("5.5 %")),
            "Frais de remise en stock de 5,5\u00a0% (Robe)",
            "Restocking fee of 5.5% for Robe",
        ),
        (
            message("money-line-undelivered-part"),
            "Livraison, au prorata de ce que vous n’avez pas reçu",
            "Delivery, the share of what you did not get",
        ),
        (
            message("money-line-outbound-all", standard=eur(490)),
            "Livraison, au tarif standard de 4,90\u00a0€",
            "Delivery, at the standard price of €4.90",
        ),
        (
            message("money-line-outbound-rest", standard=eur(490)),
            "Livraison, le reste du tarif standard de 4,90\u00a0€",
            "Delivery, the rest of the standard price of €4.90",
        ),
    ],
    ids=lambda value: value.code if isinstance(value, Message) else None,
)
def test_the_lines_of_a_refund_read_well(said: Message, french: str, english: str) -> None:
    assert texts.say(said, "fr") == french
    assert texts.say(said, "en") == english


def test_both_languages_say_the_same_things() -> None:
    def names(language: str) -> set[str]:
        written = (_AREA / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
        return set(re.findall(r"^([a-z][a-z0-9-]*) =", written, re.MULTILINE))

    assert names("fr") == names("en")
