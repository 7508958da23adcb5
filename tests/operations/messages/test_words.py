"""Every mail is worded in both languages, says the news first, and shows what it was given."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.operations.messages.letters import LINK, letters
from volte.kit.money import Money
from volte.kit.words import Method
from volte.messages import rendering
from volte.messages.rules import facts as f
from volte.messages.rules import parts as p
from volte.messages.rules.occasions import Occasion
from volte.runtime.shop_settings import ShopSettings

SHOP = ShopSettings.model_validate({"brand": {"name": "Maison Test", "support_email": "aide@maison.example"}})
TEMPLATES = Path(rendering.__file__).parent / "templates" / "mail"
BOTH = pytest.mark.parametrize("language", ["fr", "en"])
EVERY = pytest.mark.parametrize("occasion", list(Occasion))


def _mail(occasion: Occasion, language: str) -> rendering.Written:
    return rendering.write(facts=letters(language)[occasion], language=language, settings=SHOP)


@BOTH
@EVERY
def test_each_mail_says_to_whom_which_return_and_where_to_go(occasion: Occasion, language: str) -> None:
    mail = _mail(occasion, language)
    for words in (mail.text, mail.html):
        assert "Camille Martin" in words
        assert "R7K2-M4QX" in words
        assert "Maison Test" in words
        assert "aide@maison.example" in words
    assert LINK in mail.text
    assert LINK.replace("&", "&amp;") in mail.html
    assert f'lang="{language}"' in mail.html


@BOTH
@EVERY
def test_nothing_is_left_unsaid_or_unfilled(occasion: Occasion, language: str) -> None:
    mail = _mail(occasion, language)
    for words in (mail.subject, mail.text, mail.html):
        assert not re.search(r"\{[{%]|None|Money\(|<mj-|\bFalse\b", words)
    assert 10 < len(mail.subject) < 90
    assert "\n" not in mail.subject
    assert "\n\n\n" not in mail.text
    assert "&#x27;" not in mail.text and "&amp;" not in mail.text


@BOTH
@EVERY
def test_html_travels_in_short_lines_and_asks_nobody_for_pictures(occasion: Occasion, language: str) -> None:
    html = _mail(occasion, language).html
    assert max(len(line.encode()) for line in html.splitlines()) < 998
    assert not re.search(r"<img|<link|@import|url\(", html)
    assert "prefers-color-scheme: dark" in html
    assert len(html) < 20_000  # Gmail cuts at 102 kB; a mail is a letter


@pytest.mark.parametrize(
    ("occasion", "french", "english"),
    [
        (
            Occasion.APPROVED,
            "Votre retour est accepté\u00a0: à envoyer jusqu’au 11 décembre",
            "Your return is accepted: send it by 11 December",
        ),
        (
            Occasion.REFUND_ON_ITS_WAY,
            "Votre remboursement de 84,88\u00a0€ est parti",
            "Your refund of €84.88 is on its way",
        ),
        (Occasion.CREDIT_ISSUED, "Votre avoir de 93,37\u00a0€ est prêt", "Your €93.37 of shop credit is ready"),
        (
            Occasion.CREDIT_ENDING,
            "Il vous reste 21,49\u00a0€ d’avoir à utiliser jusqu’au 11 décembre",
            "Use €21.49 of your shop credit by 11 December",
        ),
        (
            Occasion.EXPIRING_SOON,
            "Votre retour est à envoyer jusqu’au 11 décembre",
            "Send your return by 11 December",
        ),
    ],
)
def test_the_subject_is_the_news(occasion: Occasion, french: str, english: str) -> None:
    assert (_mail(occasion, "fr").subject, _mail(occasion, "en").subject) == (french, english)


def test_money_is_told_line_by_line_as_people_write_it() -> None:
    text = _mail(Occasion.REFUND_ON_ITS_WAY, "fr").text
    assert "Robe Inès × 2\u00a0: 89,98\u00a0€" in text
    assert "Part de la remise NOEL\u00a0: \u221210,00\u00a0€" in text
    assert "Sur votre carte se terminant par 4242\u00a0: 64,88\u00a0€" in text
    assert "au plus tard le vendredi 11 décembre" in text
    assert "84,88\u00a0€" in _mail(Occasion.REFUND_ON_ITS_WAY, "fr").html


@BOTH
@pytest.mark.parametrize("method", list(Method))
def test_each_way_back_has_its_own_words(method: Method, language: str) -> None:
    approved = letters(language)[Occasion.APPROVED]
    assert isinstance(approved, f.Approved)
    place = p.Place("Boutique du Marais", "1 rue Neuve, Paris", "10-19 h")
    texts = {
        way: rendering.write(
            facts=replace(approved, method=way, place=place, label_link=""), language=language, settings=SHOP
        ).text
        for way in Method
    }
    assert len(set(texts.values())) == len(Method)
    assert ("Boutique du Marais" in texts[method]) == (method is Method.STORE)
    assert (approved.packing in texts[method]) == (method not in (Method.STORE, Method.KEEP))
    assert (approved.code in texts[method]) == (method is not Method.KEEP)


def test_a_stranger_cannot_write_markup_into_our_mail() -> None:
    asked = f.QuestionReceived(number="R1", name="<b>Eve</b>", link=LINK, text='<script>x</script>\n<mj-text>"&')
    mail = rendering.write(facts=asked, language="fr", settings=SHOP)
    assert "<script>" not in mail.html and "<b>Eve" not in mail.html and "<mj-text>" not in mail.html
    assert "&lt;script&gt;x&lt;/script&gt;<br>" in mail.html.replace("<br />", "<br>")
    assert '<script>x</script>\n<mj-text>"&' in mail.text


def test_one_article_or_several_is_heard_in_the_sentence() -> None:
    one = f.Refused(number="R1", name="", link=LINK, refusals=(p.Refusal(p.Item("Mug"), "…"),))
    two = replace(one, refusals=(*one.refusals, *one.refusals))
    assert "Cet article ne peut pas" in rendering.write(facts=one, language="fr", settings=SHOP).html
    assert "Ces articles ne peuvent pas" in rendering.write(facts=two, language="fr", settings=SHOP).html
    assert rendering.write(facts=one, language="fr", settings=SHOP).text.startswith("Bonjour,")


def test_french_is_set_with_its_spaces() -> None:
    """A plain space never stands before ; : ? ! or inside « »; tags and addresses aside."""
    for file in (TEMPLATES / "fr").iterdir():
        words = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|https?:\S+", "x", file.read_text(encoding="utf-8"), flags=re.S)
        assert not re.search(r" [;:?!»]|« ", words), file.name
    words = (TEMPLATES.parents[1] / "texts" / "fr.ftl").read_text(encoding="utf-8")
    assert not re.search(r" [;:?!»]|« ", words)


@pytest.mark.parametrize(
    ("wanted", "spoken", "chosen"),
    [
        ("fr", ("fr", "en"), "fr"),
        ("en", ("fr", "en"), "en"),
        ("de", ("fr", "en"), "fr"),
        ("en", ("fr",), "fr"),
        ("de", ("de",), "en"),
    ],
)
def test_a_language_without_templates_becomes_one_the_shop_speaks(
    wanted: str, spoken: tuple[str, ...], chosen: str
) -> None:
    settings = SHOP.model_copy(update={"languages": spoken})
    assert rendering.language_for(wanted=wanted, settings=settings) == chosen


def test_yen_have_no_cents() -> None:
    failed = f.RefundFailedManual(number="R1", name="", link=LINK, amount=Money(5000, "JPY"))
    assert "¥5,000" in rendering.write(facts=failed, language="en", settings=SHOP).subject
