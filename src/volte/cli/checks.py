"""Commands that prove something: each exits 0 only if all is well, and speaks JSON for machines."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from volte.kit.errors import Refused
from volte.law.rules import cases
from volte.runtime import texts


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
