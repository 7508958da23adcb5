"""`volte policy`: check a policy, see how it decides and how it reads, try it on the past, make it the shop's."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from volte.kit import time
from volte.kit.errors import Refused
from volte.law.rules import provisions
from volte.policy import keeping, operations, publishing, queries
from volte.policy.publishing import Publication
from volte.policy.rules import checking, explain, parse
from volte.policy.rules.checking import grouped
from volte.policy.rules.checking.finding import Finding, Level
from volte.policy.rules.checking.grouped import Group
from volte.policy.rules.decide import judge
from volte.policy.rules.model import Policy
from volte.runtime import clock, tenancy, texts
from volte.runtime.actor import Actor
from volte.runtime.models import Shop

_DOCUMENT = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
_JSON = click.option("--json", "as_json", is_flag=True, help="JSON for machines.")
_SHOP = click.option("--shop", "handle", default=None, help="Its handle; the only shop by default.")
_LANGUAGE = click.option("--language", type=click.Choice(("en", "fr")), default="en", show_default=True)


@click.group()
def policy() -> None:
    """The shop's return policy: check, explain, backtest, publish."""


@policy.command()
@_DOCUMENT
@click.option("--on", "day", type=click.DateTime(("%Y-%m-%d",)), help="By the law of this day; today if left out.")
@_JSON
@_LANGUAGE
def check(file: Path, day: datetime | None, as_json: bool, language: str) -> None:
    """Hold FILE (TOML or JSON) against itself and the law of every country it sells to.

    Exits 0 only if it can be published.
    """
    written = _read(file, language, as_json)
    found = checking.findings(policy=written, today=day.date() if day else _today(written))
    blocked = any(one.level is Level.BLOCKS for one in found)
    if as_json:
        click.echo(json.dumps({"ok": not blocked, "findings": [_told(one, language) for one in found]}))
    else:
        for one in grouped.grouped(found):
            _show(one, language)
        click.echo("It cannot be published." if blocked else "It can be published.")
    if blocked:
        raise SystemExit(1)


@policy.command("explain")
@_DOCUMENT
@click.argument("facts", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_JSON
@_LANGUAGE
def explain_command(file: Path, facts: Path, as_json: bool, language: str) -> None:
    """How FILE decides on FACTS (JSON, the shape kept with every decision), rule by rule."""
    document = _read(file, language, as_json)
    try:
        known = keeping.facts_back(json.loads(facts.read_text("utf-8")))
    except (ValidationError, ValueError) as fault:
        raise click.ClickException(f"{facts.name} holds no facts: {fault}") from fault
    decision = judge(policy=document, facts=known)
    lines = [texts.say(line, language) for line in explain.trace(decision)]
    sentence = texts.say(decision.sentence, language)
    if as_json:
        click.echo(json.dumps({"verdict": decision.verdict.value, "sentence": sentence, "trace": lines}))
        return
    click.echo(sentence)
    for line in lines:
        click.echo(f"  {line}")


@policy.command()
@_DOCUMENT
@click.option(
    "--on", "day", type=click.DateTime(("%Y-%m-%d",)), help="From the first moment of this day; now if left out."
)
@_SHOP
@_JSON
@_LANGUAGE
def publish(file: Path, day: datetime | None, handle: str | None, as_json: bool, language: str) -> None:
    """Make FILE the policy for orders placed from now on, or from a day on."""
    shop, on = _shop(handle), day.date() if day else None
    try:
        with tenancy.entered(shop.id):
            made = operations.publish(by=Actor.system(shop.id), document_text=file.read_text("utf-8"), on=on)
    except Refused as refusal:
        raise click.ClickException(texts.refusal(refusal, language)) from refusal
    told = {"number": made.number, "digest": made.digest, "valid_from": made.valid_from.isoformat()}
    said = f"Version {made.number} holds for orders from {_since(on)} on ({made.digest})."
    click.echo(json.dumps(told) if as_json else said)


def _since(on: date | None) -> str:
    return "now" if on is None else on.isoformat()


@policy.command("take-back")
@click.argument("number", type=int)
@_SHOP
@_LANGUAGE
def take_back(number: int, handle: str | None, language: str) -> None:
    """Keep the planned version NUMBER from coming into force."""
    shop = _shop(handle)
    try:
        with tenancy.entered(shop.id):
            operations.take_back(by=Actor.system(shop.id), number=number)
    except Refused as refusal:
        raise click.ClickException(texts.refusal(refusal, language)) from refusal
    click.echo(f"Version {number} is taken back: it will not come into force.")


@policy.command("backtest")
@_DOCUMENT
@click.option("--against", default="published", show_default=True, help="published, or the file of another policy.")
@_SHOP
@click.option("--since", type=click.DateTime(("%Y-%m-%d",)), help="Only what was asked for on this day or later (UTC).")
@click.option("--until", type=click.DateTime(("%Y-%m-%d",)), help="Only what was asked for before this day (UTC).")
@click.option("--csv", "csv_file", type=click.Path(dir_okay=False, path_type=Path), help="Each item decided otherwise.")
@click.option(
    "--refunds-csv",
    "refunds_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="By when refunds have to be out, by week or month.",
)
@_JSON
@_LANGUAGE
def backtest_command(
    file: Path,
    against: str,
    since: datetime | None,
    until: datetime | None,
    handle: str | None,
    csv_file: Path | None,
    refunds_file: Path | None,
    as_json: bool,
    language: str,
) -> None:
    """What FILE would have meant for the returns the shop really had.

    Exits 0 only if no term of FILE fell below the law in a real case.
    """
    # DuckDB and Ibis take their time to load: only who asks waits for them.
    from volte.cli import backtest as told  # noqa: PLC0415
    from volte.insights.backtest import history, replayed, written  # noqa: PLC0415

    ends = {"since": since, "until": until}
    period = history.Period(**{name: day.replace(tzinfo=UTC) for name, day in ends.items() if day})

    draft = _read(file, language, as_json)
    with tenancy.entered(_shop(handle).id):
        try:
            published = queries.version_in_force(at=clock.now()).policy if against == "published" else None
        except Refused as refusal:
            raise click.ClickException(texts.refusal(refusal, language)) from refusal
        current = published or _read(_existing(against), language, as_json)
        every = list(history.asked(period))
        sold = replayed.sold(current=current, draft=draft, period=period)
    found = replayed.backtest(current=current, draft=draft, every=every, sold=sold)
    if csv_file is not None:
        told.write(written.lines(found), csv_file)
    if refunds_file is not None:
        told.write(written.refunds(found.leaving, found.currency), refunds_file)
    if as_json:
        click.echo(json.dumps(told.as_json(found, language), ensure_ascii=False))
    else:
        told.show(found, language)
    if found.breaches:
        raise SystemExit(1)


def _existing(written: str) -> Path:
    if not Path(written).is_file():
        raise click.BadParameter(f"neither the word published nor a file: {written}", param_hint="--against")
    return Path(written)


@policy.command()
@click.argument("document", metavar="FILE|published")
@_LANGUAGE
@click.option(
    "--format", "shape", type=click.Choice(("text", "jsonld", "json", "google")), default="text", show_default=True
)
@click.option("--shop", "handle", default=None, help="Whose published policy; the only shop by default.")
def render(document: str, language: str, shape: str, handle: str | None) -> None:
    """FILE, or the policy in force (`published`), as people and programs read it.

    `text` for customers, `jsonld` for search engines, `json` is the whole (/.well-known/return-policy.json), `google`
    for Google Merchant.
    """
    publication = _in_force(handle, language) if document == "published" else _draft(document, language, shape)
    match shape:
        case "text":
            click.echo(publication.text(language), nl=False)
        case "jsonld":
            click.echo(_written(publication.json_ld()))
        case "google":
            click.echo(_written(publication.google()))
        case _:
            click.echo(_written(publication.json()))


def _in_force(handle: str | None, language: str) -> Publication:
    try:
        with tenancy.entered(_shop(handle).id):
            return publishing.in_force(at=clock.now())
    except Refused as refusal:
        raise click.ClickException(texts.refusal(refusal, language)) from refusal


def _draft(document: str, language: str, shape: str) -> Publication:
    file = Path(document)
    if not file.is_file():
        raise click.BadParameter(f"There is no file {document}; `published` is the policy in force.")
    written = _read(file, language, shape != "text")
    return publishing.draft(written, page="", country=written.sells_to[0], today=_today(written))


def _today(policy: Policy) -> date:
    """The day it is where the policy sells first: the law it is held against begins there at midnight."""
    zone = next(iter(provisions.zones(policy.sells_to[0])), "UTC")
    return time.local_date(clock.now(), zone)


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _shop(handle: str | None) -> Shop:
    shops = list(Shop.objects.filter(handle=handle) if handle else Shop.objects.all()[:2])
    if len(shops) != 1:
        raise click.ClickException("Say which shop: --shop HANDLE")
    return shops[0]


def _read(file: Path, language: str, as_json: bool) -> Policy:
    """The policy, or every problem of its document and the end."""
    try:
        return parse.policy(file.read_text("utf-8"))
    except Refused as refusal:
        problems = refusal.params.get("problems", ())
        said = [
            {"path": one.path, "found": one.found, "expected": texts.say(one.expected, language)} for one in problems
        ]
        if as_json:
            click.echo(json.dumps({"ok": False, "problems": said, "error": texts.refusal(refusal, language)}))
        for one in said if not as_json else ():
            click.echo(f"{one['path'] or 'policy'}: {one['expected']}" + (f" ({one['found']})" if one["found"] else ""))
        if not said and not as_json:
            click.echo(texts.refusal(refusal, language))
        raise SystemExit(1) from refusal


def _told(one: Finding, language: str) -> dict[str, Any]:
    return {
        "level": one.level.value,
        "path": one.path,
        "code": one.said.code.removeprefix("policy-check-"),
        "said": texts.say(one.said, language),
        "country": one.country or None,
        "citations": [f"{each.title}, {each.article}" for each in one.citations],
        "unverified": [f"{each.title}, {each.article}" for each in one.unverified],
    }


def _show(one: Group, language: str) -> None:
    click.echo(f"{one.level.value:<6} {one.path}")
    click.echo(f"       {texts.say(one.said, language)}")
    for law in one.laws:
        if law.citations:
            click.echo(f"       {law.country.code}: {explain.cited(law.citations, doubtful=law.unverified)}")
