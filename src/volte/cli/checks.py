"""Commands that prove something: each exits 0 only if all is well, and speaks JSON for machines."""

import json
from pathlib import Path
from typing import Any

import click

from volte.kit.errors import Refused
from volte.law.rules import cases
from volte.money import verify
from volte.runtime import tenancy, texts
from volte.runtime.models import Shop


@click.group()
def law() -> None:
    """The law as data."""


@law.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a row, and the counts on the last line.")
def law_check(file: Path, as_json: bool) -> None:
    """Hold the law against worked cases: FILE is CSV with one case a row."""
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
    if counts.get("differs", 0) or counts.get("unreadable", 0):
        raise SystemExit(1)


def _show(verdict: cases.Verdict, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"case": verdict.case_id, "outcome": verdict.outcome.value, "why": str(verdict.why)}))
    elif verdict.outcome.value not in ("agrees", "not_covered"):
        click.echo(f"{verdict.case_id}: {verdict.outcome.value}: {verdict.why}")


@click.group()
def ledger() -> None:
    """The money, proven."""


@ledger.command("verify")
@click.option("--json", "as_json", is_flag=True, help="The result as JSON on the last line.")
def ledger_verify(as_json: bool) -> None:
    """Add every entry of every shop again and compare it with the refunds and credits."""
    found: dict[str, Any] = {}
    for shop in Shop.objects.order_by("handle"):
        with tenancy.entered(shop.id):
            result = verify.ledger()
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
