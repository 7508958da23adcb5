"""Every question of `volte init`, in order: as an option for programs, as a prompt for people."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import click
from babel import Locale
from babel.numbers import list_currencies
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import URLValidator, validate_email

from volte.project.init import answers, places
from volte.runtime import texts, visitors
from volte.runtime.shop_settings import Location

Told = dict[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """`name` names the option and its texts. `guess` is what Enter takes; None where only a person knows. `check`
    gives the answer as it is kept and raises ValueError when it is none. `when` says whether to ask at all."""

    name: str
    guess: Callable[[Told], str | None]
    check: Callable[[str], str] = str
    when: Callable[[Told], bool] = lambda _: True
    secret: bool = False
    variable: str | None = None

    @property
    def option(self) -> str:
        return "--" + self.name.replace("_", "-")


def _nothing(_: Told) -> str:
    return ""


def _unknown(_: Told) -> None:
    return None


def _country(written: str) -> str:
    if written.upper() not in Locale("en").territories or len(written) != 2:
        raise ValueError(written)
    return written.upper()


def _currency(written: str) -> str:
    if written.upper() not in list_currencies():
        raise ValueError(written)
    return written.upper()


def _zone(written: str) -> str:
    try:
        return ZoneInfo(written).key
    except Exception as error:  # a missing file, a folder, a path that leaves the folder: each its own class
        raise ValueError(written) from error


def _needed(written: str) -> str:
    if not written.strip():
        raise ValueError(written)
    return written.strip()


def _handle(written: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}", written):
        raise ValueError(written)
    return written


def _email(written: str) -> str:
    try:
        validate_email(written)
    except ValidationError as error:
        raise ValueError(written) from error
    return written.strip().lower()


def _password(written: str) -> str:
    if written and len(written) < 10:
        raise ValueError("")
    return written


def _address(written: str) -> str:
    try:
        # Names without a dot (`http://volte:8000`) are usual behind a proxy.
        URLValidator(schemes=["http", "https"])(re.sub(r"//([\w-]+)(?=[:/]|$)", r"//\1.example", written))
    except ValidationError as error:
        raise ValueError(written) from error
    return written.rstrip("/")


def _maybe_address(written: str) -> str:
    return _address(written) if written else ""


def _database(written: str) -> str:
    if written and not written.startswith(("postgresql://", "postgres://")):
        raise ValueError(written)
    return written


def _proxies(written: str) -> str:
    try:
        visitors.trusted(written)
    except ImproperlyConfigured as error:
        raise ValueError(written) from error
    return written


def _port(written: str) -> str:
    if not written.isdecimal() or not 0 < int(written) < 65536:
        raise ValueError(written)
    return written


def _tls(written: str) -> str:
    chosen = {"1": "starttls", "0": "none", "ssl": "tls"}.get(written, written)
    if chosen not in ("starttls", "tls", "none"):
        raise ValueError(written)
    return chosen


def _has_mail(told: Told) -> bool:
    return bool(told["smtp_host"])


def _has_provider(told: Told) -> bool:
    return bool(told["psp_url"])


def _behind_a_proxy(told: Told) -> str:
    return "127.0.0.1, ::1" if told["public_url"].startswith("https://") else ""


QUESTIONS: tuple[Question, ...] = (
    Question("shop", _unknown, _needed),
    Question("handle", lambda told: answers.handle_of(told["shop"]), _handle),
    Question("country", lambda _: places.country(), _country),
    Question("currency", lambda told: places.currency(told["country"]), _currency),
    Question("timezone", lambda told: places.timezone(told["country"]), _zone),
    Question("owner_name", _unknown, _needed),
    Question("owner_email", _unknown, _email),
    Question("owner_password", _nothing, _password, secret=True, variable="VOLTE_OWNER_PASSWORD"),
    Question("public_url", lambda _: "http://127.0.0.1:8000", _address, variable="VOLTE_PUBLIC_URL"),
    Question("trusted_proxies", _behind_a_proxy, _proxies, variable="VOLTE_TRUSTED_PROXIES"),
    Question("database_url", _nothing, _database, variable="DATABASE_URL"),
    Question("smtp_host", _nothing, variable="VOLTE_SMTP_HOST"),
    Question("smtp_tls", lambda _: "starttls", _tls, _has_mail, variable="VOLTE_SMTP_TLS"),
    Question(
        "smtp_port",
        lambda told: {"starttls": "587", "tls": "465"}.get(told["smtp_tls"], "25"),
        _port,
        _has_mail,
        variable="VOLTE_SMTP_PORT",
    ),
    Question("smtp_user", _nothing, when=_has_mail, variable="VOLTE_SMTP_USER"),
    Question(
        "smtp_password",
        _nothing,
        when=lambda told: bool(told["smtp_user"]),
        secret=True,
        variable="VOLTE_SMTP_PASSWORD",
    ),
    Question("mail_from", lambda told: told["owner_email"], _email, _has_mail, variable="VOLTE_MAIL_FROM"),
    Question("psp_url", _nothing, _maybe_address, variable="VOLTE_PSP_URL"),
    Question("psp_key", _unknown, _needed, _has_provider, secret=True, variable="VOLTE_PSP_KEY"),
    Question(
        "psp_webhook_secret",
        _unknown,
        _needed,
        _has_provider,
        secret=True,
        variable="VOLTE_PSP_WEBHOOK_SECRET",
    ),
)

# The variables that stand in the environment file.
KEPT = frozenset(asked.variable for asked in QUESTIONS if asked.variable) - {"VOLTE_OWNER_PASSWORD"}


def ask(given: Mapping[str, str | None], *, language: str, people: bool) -> Told:
    """The answer to every question: what was given, what a person says, else the guess. Refuses what makes no sense,
    all of it at once where nobody can be asked."""
    told: Told = {}
    faults: list[str] = []
    for question in QUESTIONS:
        value = given.get(question.name)
        if not question.when(told):
            told[question.name] = ""
        elif value is not None:
            told[question.name] = _given(question, value, language, faults)
        elif people:
            told[question.name] = _prompt(question, told, language)
        else:
            guess = question.guess(told)
            if guess is None:
                faults.append(f"{question.option}: {texts.say(f'init-ask-{question.name}', language)}")
            told[question.name] = guess or ""
    if faults:
        raise click.UsageError("\n".join([texts.say("init-missing", language), *faults]))
    return told


def ask_locations(given: tuple[str, ...], told: Told, *, language: str, people: bool) -> tuple[Location, ...]:
    """Where parcels go, at least one place."""
    found: dict[str, Location] = {}
    for written in given:
        try:
            place = answers.location_of(written, country=told["country"])
        except ValueError as error:
            raise click.UsageError(texts.say("init-wrong-location", language, given=written)) from error
        found[place.handle] = place
    if not found and not people:
        raise click.UsageError(texts.say("init-missing-location", language))
    while people and (not found or click.confirm(texts.say("init-ask-another-location", language), default=False)):
        parts = [
            click.prompt(texts.say(f"init-ask-location_{part}", language), type=str)
            for part in ("name", "line1", "postcode", "city")
        ]
        store = bool(found) and click.confirm(texts.say("init-ask-location_store", language), default=True)
        place = answers.location_of(
            "; ".join([*(part.replace(";", ",") for part in parts), "store" if store else "warehouse"]),
            country=told["country"],
        )
        found[place.handle] = place
    return tuple(found.values())


def _given(question: Question, value: str, language: str, faults: list[str]) -> str:
    try:
        return question.check(value)
    except ValueError:
        faults.append(f"{question.option}: {_wrong(question, value, language)}")
        return value


def _prompt(question: Question, told: Told, language: str) -> str:
    def checked(written: str) -> str:
        try:
            return question.check(written.strip())
        except ValueError as error:
            raise click.UsageError(_wrong(question, written, language)) from error

    asked = texts.say(f"init-ask-{question.name}", language)
    if not question.secret:
        return str(click.prompt(asked, default=question.guess(told), value_proc=checked, show_default=True))
    guess = question.guess(told)
    return str(click.prompt(asked, default=guess, value_proc=checked, hide_input=True, show_default=False))


def _wrong(question: Question, value: str, language: str) -> str:
    shown = "…" if question.secret else value
    return texts.say(f"init-wrong-{question.name}", language, given=shown)
