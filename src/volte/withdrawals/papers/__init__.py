"""What a withdrawal looks like on paper: the receipt of a statement, and the model form of the law."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from volte.runtime import formats, paper, texts
from volte.runtime.shop_settings import ShopSettings
from volte.withdrawals.queries import Through, WithdrawalView
from volte.withdrawals.rules.statement import Declared

_RECEIPT = Path(__file__).with_name("receipt.typ")
_FORM = Path(__file__).with_name("form.typ")
FORM_LINES = ("ordered", "name", "address", "signature", "date")


@dataclass(frozen=True, slots=True)
class Form:
    """The model form (Directive 2011/83/EU, annex I.B, in the words of the law) with the shop's address in it."""

    language: str
    title: str
    lead: str
    to: str
    shop: tuple[str, ...]
    notice: str
    lines: tuple[str, ...]
    footnote: str


def sentence(declared: Declared) -> str:
    """The declaration itself, in its language."""
    scope = "whole" if declared.whole else "part"
    return texts.say(f"withdrawal-sentence-{scope}", declared.language, contract=declared.contract)


def part(declared: Declared) -> tuple[str, ...]:
    """The articles it is about, line by line; empty for a whole order told as such."""
    chosen = [f"{article.quantity} × {article.title}" for article in declared.articles]
    return (*chosen, *(line for line in declared.words.split("\n") if line.strip()))


def facts(view: WithdrawalView) -> tuple[tuple[str, str], ...]:
    """Word and value of everything on a receipt, in order."""
    said, language = view.declared, view.declared.language

    def named(name: str, value: str) -> tuple[str, str]:
        return texts.say(f"withdrawal-receipt-{name}", language), value

    return (
        named("number", view.number),
        named("at", declared_at(view)),
        *(() if view.through is Through.ONLINE else (named("through", recorded(view)),)),
        named("name", said.name),
        named("contract", said.contract),
        *((named("email", said.email),) if said.email else ()),
    )


def recorded(view: WithdrawalView) -> str:
    """How it reached the shop, and when it was written down."""
    at = view.recorded_at or view.declared_at
    said = formats.proven(at, view.declared.language, view.zone)
    return texts.say(f"withdrawal-through-{view.through}", view.declared.language, at=said)


def declared_at(view: WithdrawalView) -> str:
    """The moment to the second, with its zone."""
    return formats.proven(view.declared_at, view.declared.language, view.zone)


def receipt(view: WithdrawalView, settings: ShopSettings) -> bytes:
    """The receipt as a tagged PDF. The same statement gives the same bytes."""
    language = view.declared.language

    def say(name: str) -> str:
        return texts.say(f"withdrawal-receipt-{name}", language)

    told = {
        "language": language,
        "brand": settings.brand.name,
        "title": say("title"),
        "lead": texts.say("withdrawal-receipt-lead", language, shop=settings.brand.name),
        "facts": facts(view),
        "statement_word": say("statement"),
        "statement": sentence(view.declared),
        "part": part(view.declared),
        "next": say("next"),
        "digest_word": say("digest"),
        "digest": view.digest,
        "verify": texts.say("withdrawal-receipt-verify", language, file=f"{view.number}.json"),
        "contact": " · ".join(address(settings)),
    }
    inputs = {"receipt": json.dumps(told, ensure_ascii=False)}
    return paper.pdf(_RECEIPT, inputs=inputs, made_at=view.declared_at)


def address(settings: ShopSettings) -> tuple[str, ...]:
    """Whom a withdrawal is sent to: the shop, where it takes parcels, and its e-mail."""
    place = settings.receiving_location()
    where = (place.line1, f"{place.postcode} {place.city}".strip()) if place else ()
    return tuple(part for part in (settings.brand.name, *where, settings.brand.support_email) if part)


def form(*, settings: ShopSettings, language: str) -> Form:
    """The model form in a language."""

    def say(name: str) -> str:
        return texts.say(f"withdrawal-form-{name}", language)

    return Form(
        language=language,
        title=say("title"),
        lead=say("lead"),
        to=say("to"),
        shop=address(settings),
        notice=say("notice"),
        lines=tuple(say(f"line-{name}") for name in FORM_LINES),
        footnote=say("footnote"),
    )


def form_pdf(*, settings: ShopSettings, language: str, made_at: datetime) -> bytes:
    """The model form to print and fill in."""
    inputs = {"form": json.dumps(asdict(form(settings=settings, language=language)), ensure_ascii=False)}
    return paper.pdf(_FORM, inputs=inputs, made_at=made_at)
