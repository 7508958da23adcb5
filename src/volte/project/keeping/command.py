"""`volte backup FILE` and `volte restore FILE`."""

import json
import time
from pathlib import Path

import click
from django.conf import settings

from volte.kit.errors import Invalid
from volte.project.init import places
from volte.project.keeping import backup as taking
from volte.project.keeping import forgotten
from volte.project.keeping import restore as putting
from volte.project.keeping.manifest import Manifest

_file = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
_as_json = click.option("--json", "as_json", is_flag=True, help="What was done, as JSON on the last line.")


@click.command()
@_file
@click.option(
    "--with-secret-key", is_flag=True, help="Put the secret key in as well; whoever has the file then has all."
)
@_as_json
def backup(file: Path, with_secret_key: bool, as_json: bool) -> None:
    """Write database and files into FILE while the shop runs.

    FILE is whole or not there at all. The secret key is left out unless wished: keep volte.env apart, links in mails
    and sessions need it. Exits 3 when files were lost that the database names.
    """
    began = time.perf_counter()
    try:
        manifest = taking.take(file, with_secret_key=with_secret_key, say=_aside)
    except OSError as error:
        raise Invalid("backup_not_written", file=str(file), why=error.strerror or str(error)) from error
    seconds = time.perf_counter() - began
    told = _told(manifest) | {"bytes": file.stat().st_size, "seconds": round(seconds, 1)}
    click.echo(json.dumps(told) if as_json else _line(file, told))
    if not (as_json or with_secret_key):
        click.echo("The secret key is not in it: keep volte.env (or VOLTE_HOME/secret_key) in another safe place.")
    raise SystemExit(3 if manifest.files.lost else 0)


@click.command()
@_file
@click.option("--replace", is_flag=True, help="Throw away what the database holds.")
@click.option("--yes", is_flag=True, help="With --replace: do not ask.")
@click.option("--check", is_flag=True, help="Only read FILE and say whether it is whole.")
@_as_json
def restore(file: Path, replace: bool, yes: bool, check: bool, as_json: bool) -> None:
    """Put the backup FILE back, bring it up to date, and prove it: rows, ledger, files.

    Into an empty database, or with --replace. Stop web and worker first. Exits 0 only if all is well. People erased
    since the backup was taken are back: it says whom to erase again, where the replaced database knows.
    """
    began = time.perf_counter()
    manifest = putting.prepare(file)
    if check:
        told = _told(manifest)
        click.echo(json.dumps(told) if as_json else f"{_line(file, told)} It is whole.")
        return
    if replace and not yes and not putting.is_empty():
        name = settings.DATABASES["default"]["NAME"]
        click.confirm(f"Throw away everything in the database “{name}”?", abort=True, err=True)
    done = putting.put_back(file, manifest, replace=replace, say=_aside)
    told = _told(manifest) | {
        "entries": done.entries,
        "discrepancies": list(done.discrepancies),
        "lost": list(done.lost),
        "erased_since": None if done.erased is None else [one.ref or one.check for one in done.erased],
        "seconds": round(time.perf_counter() - began, 1),
    }
    click.echo(json.dumps(told) if as_json else f"{_line(file, told)} {done.entries} ledger entries verified.")
    for one in (*done.discrepancies, *(f"lost file {digest}" for digest in done.lost)):
        click.echo(one, err=True)
    for line in forgotten.told(done.erased, taken_at=manifest.taken_at, language=places.language()):
        click.echo(line, err=True)
    if not as_json:
        click.echo("Start web and worker again, then: volte doctor")
    raise SystemExit(0 if done.sound else 1)


def _told(manifest: Manifest) -> dict[str, object]:
    return {
        "volte": manifest.volte,
        "taken_at": manifest.taken_at.isoformat(),
        "shops": list(manifest.shops),
        "rows": sum(table.rows for table in manifest.tables.values()),
        "files": manifest.files.count,
        "lost": list(manifest.files.lost),
    }


def _line(file: Path, told: dict[str, object]) -> str:
    shops = ", ".join(map(str, told["shops"])) if isinstance(told["shops"], list) else ""
    rest = f", in {told['seconds']} s" if "seconds" in told else ""
    size = f", {int(str(told['bytes'])) / 1e6:,.1f} MB" if "bytes" in told else ""
    moment = str(told["taken_at"])[:19].replace("T", " ")
    return f"{file}: {shops} as of {moment} UTC; {told['rows']:,} rows, {told['files']:,} files{size}{rest}."


def _aside(sentence: str) -> None:
    """For people who watch: standard output is for programs."""
    click.echo(sentence, err=True)
