"""`volte doctor`: every check, one line a finding."""

import json
from collections.abc import Sequence

import click

from volte.project.doctor.checks import books, configuration, database, disk, payments, policies, post, queue, time, web
from volte.project.doctor.findings import Check, Finding, Level
from volte.project.init import places
from volte.runtime import texts

CHECKS: tuple[tuple[str, Sequence[Check]], ...] = (
    ("settings", configuration.CHECKS),
    ("database", database.CHECKS),
    ("queue", queue.CHECKS),
    ("mail", post.CHECKS),
    ("payments", payments.CHECKS),
    ("clock", time.CHECKS),
    ("disk", disk.CHECKS),
    ("web", web.CHECKS),
    ("policy", policies.CHECKS),
    ("books", books.CHECKS),
)
_COLOURS = {Level.OK: "green", Level.WARN: "yellow", Level.BAD: "red"}
# Of a finding only bad ones, of warnings alone: whoever watches by machine can tell them apart.
_EXIT = {Level.OK: 0, Level.WARN: 3, Level.BAD: 1}


@click.command()
@click.option("--send-to", metavar="ADDRESS", help="Also send a mail to this address.")
@click.option("--language", type=click.Choice(["fr", "en"]), help="Of the lines; else by LANG.")
@click.option("--json", "as_json", is_flag=True, help="All findings as one JSON object.")
def doctor(send_to: str | None, language: str | None, as_json: bool) -> None:
    """Check settings, database, queue, mail, payments, clock, disk, web, policies and books, and say what to do.

    Exits 0 only if all is well, 3 with warnings only, else 1.
    """
    spoken = language or places.language()
    found = [(area, finding) for area, checks in CHECKS for check in checks for finding in check()]
    if send_to:
        found.append(("mail", post.send_to(send_to, language=spoken)))
    for area, finding in [] if as_json else found:
        mark = click.style(f"{finding.level.value:<5}", fg=_COLOURS[finding.level])
        click.echo(f"{mark} {area:<9} {texts.say(finding.said, spoken)}")
    worst = max((finding.level for _, finding in found), key=list(Level).index)
    if as_json:
        lines = [_line(area, finding, spoken) for area, finding in found]
        click.echo(json.dumps({"ok": worst is Level.OK, "findings": lines}, ensure_ascii=False))
    raise SystemExit(_EXIT[worst])


def _line(area: str, finding: Finding, language: str) -> dict[str, str]:
    return {
        "check": area,
        "level": finding.level.value,
        "code": finding.code,
        "says": texts.say(finding.said, language),
    }
