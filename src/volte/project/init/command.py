"""`volte init`: ask, write the environment file, bring the database up to date, open the shop, say what comes next."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import psycopg
from django.conf import settings

from volte.project.init import environment, opening, places, questions
from volte.project.init.answers import Answers
from volte.runtime import texts


class _Asked(click.Option):
    """Its help is the question itself, looked up only when somebody asks for help: reading all texts takes time."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        self.help = texts.say(f"init-ask-{self.name}", "en").rstrip("?")
        return super().get_help_record(ctx)


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for question in reversed(questions.QUESTIONS):
        command = click.option(question.option, cls=_Asked, envvar=question.variable, show_envvar=True)(command)
    return command


@click.command()
@_options
@click.option("--location", "locations", multiple=True, help="“NAME; LINE; POSTCODE; CITY[; store]”, several times.")
@click.option("--language", type=click.Choice(["fr", "en"]), help="Of the questions and the owner; else by LANG.")
@click.option("--no-input", is_flag=True, help="Ask nothing: options, variables and good defaults only.")
@click.option("--json", "as_json", is_flag=True, help="What was made, as JSON on the last line.")
def init(locations: tuple[str, ...], language: str | None, no_input: bool, as_json: bool, **given: str | None) -> None:
    """A real installation: settings, database, shop, first owner, places, policy. Safe to repeat."""
    home = Path(settings.VOLTE_HOME)
    home.chmod(0o700)
    spoken = language or places.language()
    people = not no_input and sys.stdin.isatty()
    file = environment.file_of(home)
    kept = environment.read(file) if file.exists() else {}
    if kept:
        click.echo(texts.say("init-kept", spoken, file=str(file)), err=as_json)
    elif people:
        click.echo(texts.say("init-welcome", spoken))
    told = questions.ask(_known(given, kept), language=spoken, people=people)
    places_told = questions.ask_locations(locations, told, language=spoken, people=people)
    answers = Answers(**told, language=spoken, locations=places_told)
    if not kept:
        _try_database(answers.database_url, spoken)
        environment.write(file, answers.environment(secret_key=str(settings.SECRET_KEY)))
    _child("migrate", home, {}, role="")
    opened = json.loads(_child("open-shop", home, answers.for_the_database()).splitlines()[-1])
    _tell(opened, answers, file, home, spoken, as_json)


@click.command("open-shop", hidden=True)
def open_shop() -> None:
    """The part of `init` that needs the database; reads its answers from standard input, so no list of processes shows
    a password."""
    made = opening.open_installation(json.load(sys.stdin))
    click.echo(json.dumps({name: getattr(made, name) for name in made.__dataclass_fields__}))


def _known(given: dict[str, str | None], kept: dict[str, str]) -> dict[str, str | None]:
    """What is asked no more. A file that is there has the last word about everything it could hold."""
    if not kept:
        return given
    in_file = {asked.name: asked.variable for asked in questions.QUESTIONS if asked.variable in questions.KEPT}
    return given | {name: kept.get(str(variable), "") for name, variable in in_file.items()}


def _try_database(url: str, language: str) -> None:
    """Said now, before anything is written: a database that does not answer or is too old."""
    if not url:
        return
    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            version = connection.info.server_version
    except psycopg.Error as error:
        why = str(error).strip().splitlines()[0]
        raise click.ClickException(texts.say("init-no-database", language, why=why)) from error
    if version < 150_000:
        raise click.ClickException(texts.say("init-old-database", language, version=version // 10_000))


def _child(command: str, home: Path, told: dict[str, Any], *, role: str = "volte_app") -> str:
    """A command of our own with the settings just written: ours were read before they existed."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in questions.KEPT | {"VOLTE_SECRET_KEY", "VOLTE_OWNER_PASSWORD"}
    }
    file = str(environment.file_of(home))
    child_environment = {**clean, "VOLTE_HOME": str(home), "VOLTE_ENV": file, "VOLTE_DATABASE_ROLE": role}
    done = subprocess.run(
        [sys.executable, "-m", "volte.project.console", command],
        env=child_environment,
        input=json.dumps(told),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.returncode)
    return done.stdout


def _tell(opened: dict[str, Any], answers: Answers, file: Path, home: Path, language: str, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({**opened, "environment": str(file), "url": answers.public_url}))
        return

    def say(code: str, **params: str) -> None:
        click.echo(texts.say(f"init-{code}", language, **params))

    click.echo("")
    say("shop-made" if opened["shop_made"] else "shop-there", shop=answers.shop, handle=answers.handle)
    say("owner-made" if opened["owner_made"] else "owner-there", email=answers.owner_email)
    if opened["first_password"]:
        say("first-password", link=opened["first_password"])
    say("next", home=shlex.quote(str(home)), file=str(file), url=answers.public_url)
