"""The books at the command line: proven, closed, corrected, and taken out as files."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click

from volte.cli import hand
from volte.kit import ids
from volte.kit.errors import Refused
from volte.money import operations as money
from volte.money import verify
from volte.money.notes import reporting
from volte.returns import books
from volte.runtime import tenancy, texts
from volte.runtime.models import Shop


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


@ledger.command("e-reporting")
@click.option("--since", type=_DAY, required=True, help="The first day, as 2026-01-01.")
@click.option("--until", type=_DAY, required=True, help="The last day, included.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="The folder a CSV goes to.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document, amounts in minor units.")
@_SHOP
def ledger_e_reporting(since: datetime, until: datetime, out: Path | None, as_json: bool, handle: str | None) -> None:
    """What the French e-reporting asks of credit notes, by day, rate and category: the content, not the official
    file."""
    by, first, end = hand.at_the_command_line(handle), since.date(), until.date() + timedelta(days=1)
    with _refused(), tenancy.entered(by.shop_id):
        if as_json:
            told = json.dumps(reporting.told(since=first, until=end))
        else:
            written = io.StringIO()
            csv.writer(written, lineterminator="\n").writerows(reporting.rows(since=first, until=end))
            told = written.getvalue().removesuffix("\n")
    if out is None:
        click.echo(told)
        return
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"e-reporting-{since:%Y-%m-%d}-{until:%Y-%m-%d}.{'json' if as_json else 'csv'}"
    path.write_text(f"{told}\n", encoding="utf-8", newline="")
    click.echo(path)


@ledger.command("reverse")
@click.argument("entry")
@click.option("--reason", required=True, help="Why it should not be there; it stays in the books.")
@_SHOP
def ledger_reverse(entry: str, reason: str, handle: str | None) -> None:
    """Take ENTRY back (`ent_…`, as the export names it) by another entry. Nothing is changed or deleted."""
    by, found = hand.at_the_command_line(handle), ids.parse("ent", entry)
    if found is None:
        raise click.ClickException(f"{entry!r} names no entry; they begin with ent_.")
    with _refused():
        made = money.reverse_entry(by=by, entry_id=found, why=reason)
    click.echo(f"Taken back by {ids.public('ent', made)}.")


@contextmanager
def _refused() -> Iterator[None]:
    try:
        yield
    except Refused as refusal:
        raise click.ClickException(texts.refusal(refusal, "en")) from refusal
