"""Commands that prove something: each exits 0 only if all is well, and speaks JSON for machines."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from volte.cli import hand
from volte.kit.errors import Refused
from volte.law.rules import cases
from volte.money import operations as money
from volte.money import verify
from volte.returns import books
from volte.runtime import tenancy, texts
from volte.runtime.models import Shop


@click.group()
def law() -> None:
    """The law as data."""


@law.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a row, and the counts on the last line.")
def law_check(file: Path, as_json: bool) -> None:
    """Hold the law against worked cases: FILE is CSV with one case a row. Answers each, and shows every difference."""
    counts: dict[str, int] = {}
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            for verdict in cases.check(lines):
                word = verdict.outcome.value
                counts[word] = counts.get(word, 0) + 1
                _show(verdict, as_json)
    except Refused as refusal:
        raise click.ClickException(texts.refusal(refusal, "en")) from refusal
    click.echo(json.dumps(counts) if as_json else ", ".join(f"{count} {word}" for word, count in counts.items()))
    if set(counts) - {"agrees"}:
        raise SystemExit(1)


def _show(verdict: cases.Verdict, as_json: bool) -> None:
    why = texts.say(verdict.reason, "en") if verdict.reason else str(verdict.why)
    if as_json:
        told = {"case": verdict.case_id, "country": verdict.country, "outcome": verdict.outcome.value, "why": why}
        differences = [asdict(one) for one in verdict.differences]
        more = {"unknown_category": True} if verdict.unknown_category else {}
        click.echo(json.dumps({**told, "answer": dict(verdict.answer), "differences": differences, **more}))
        return
    answer = " ".join(verdict.answer.values())
    click.echo(f"{verdict.case_id:<8} {verdict.country:<6} {verdict.outcome.value:<11} {answer}")
    if verdict.outcome.value != "agrees":
        click.echo(f"         {why}")
    for one in verdict.differences:
        click.echo(f"         {one.column}: the table says {one.expected}, we say {one.found}")
    if verdict.unknown_category:
        click.echo("         Nobody knows this category: taken as ordinary goods.")


@click.group()
def ledger() -> None:
    """The money, proven."""


@ledger.command("verify")
@click.option("--json", "as_json", is_flag=True, help="The result as JSON on the last line.")
def ledger_verify(as_json: bool) -> None:
    """Derive every posting of every shop again from what it was written for, and name each one that differs."""
    found: dict[str, Any] = {}
    for shop in Shop.objects.order_by("handle"):
        with tenancy.entered(shop.id):
            result = verify.ledger(hands=verify.HANDS)
        found[shop.handle] = {"entries": result.entries, "discrepancies": [str(one) for one in result.discrepancies]}
        if not as_json:
            said = "in order" if not result.discrepancies else f"{len(result.discrepancies)} discrepancies"
            click.echo(f"{shop.handle}: {result.entries} entries, {said}")
            for one in result.discrepancies:
                click.echo(f"  {one}")
    if as_json:
        click.echo(json.dumps(found))
    if any(one["discrepancies"] for one in found.values()):
        raise SystemExit(1)


_DAY = click.DateTime(["%Y-%m-%d"])
_SHOP = click.option("--shop", "handle", default=None, help="Its handle; the only shop by default.")


@ledger.command("close")
@click.argument("day", type=_DAY)
@_SHOP
def ledger_close(day: datetime, handle: str | None) -> None:
    """Close the books up to and with DAY: entries get their numbers, and no other gets in. It cannot be undone."""
    by = hand.at_the_command_line(handle)
    with _refused():
        made = money.close_books(by=by, day=day.date())
    told = f"{made.last - made.first + 1} entries, {made.first} to {made.last}" if made.last >= made.first else "none"
    click.echo(f"Closed with {made.day}: {told}.")


@ledger.command("export")
@click.option("--format", "kind", type=click.Choice(["csv", "fec"]), default="csv", show_default=True)
@click.option("--since", type=_DAY, required=True, help="The first day, as 2026-01-01.")
@click.option("--until", type=_DAY, required=True, help="The last day, included.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="The folder it goes to.")
@_SHOP
def ledger_export(kind: str, since: datetime, until: datetime, out: Path, handle: str | None) -> None:
    """Write the postings of some days to a file: CSV, or the FEC of French accountants for days that are closed."""
    by = hand.at_the_command_line(handle)
    with _refused(), tenancy.entered(by.shop_id):
        if kind == "fec":
            name, content = books.as_fec(since=since.date(), until=until.date())
        else:
            name = f"postings-{since:%Y-%m-%d}-{until:%Y-%m-%d}.csv"
            content = books.as_csv(since=since.date(), until=until.date())
    out.mkdir(parents=True, exist_ok=True)
    (out / name).write_text(content, encoding="utf-8", newline="")
    click.echo(out / name)


@contextmanager
def _refused() -> Iterator[None]:
    try:
        yield
    except Refused as refusal:
        raise click.ClickException(texts.refusal(refusal, "en")) from refusal
