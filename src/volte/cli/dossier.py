"""`volte dossier`: make the evidence dossier of a return, and verify one, or the timelines in the database."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from volte.cli import hand
from volte.dossiers import operations
from volte.dossiers.operations import Kind
from volte.dossiers.rules import manifest, seal, verifying, zipping
from volte.dossiers.rules.verifying import Report
from volte.kit import ids
from volte.kit.errors import Invalid, Refused, TooLarge
from volte.returns import chains, queries
from volte.returns.chains import ChainView
from volte.runtime import formats, signing, tenancy, texts

_SHOP = click.option("--shop", "handle", default=None, help="Its handle; the only shop by default.")
_JSON = click.option("--json", "as_json", is_flag=True, help="The result as JSON on the last line.")


@click.group()
def dossier() -> None:
    """The evidence dossier of a return: everything that happened, sealed."""


@dossier.command()
@click.argument("number")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Where it goes: .zip (all of it), .pdf or .json.",
)
@click.option("--language", type=click.Choice(formats.LANGUAGES), default="en", show_default=True)
@_SHOP
@_JSON
def make(number: str, out: Path, language: str, handle: str | None, as_json: bool) -> None:
    """The dossier of the return NUMBER. That you took it out is noted."""
    ending = out.suffix.lower().removeprefix(".")
    if ending not in [one.value for one in Kind]:
        raise click.ClickException(f"{out}: name it .zip (all of it), .pdf or .json.")
    by = hand.at_the_command_line(handle)
    with _told():
        with tenancy.entered(by.shop_id):
            view = queries.by_number(number=number)
        if view is None:
            raise click.ClickException(f"There is no return {number!r} in this shop.")
        made = operations.make(by=by, return_id=view.id, language=language, kind=Kind(ending))
        with made.file:
            content = made.file.read()
    _write(out, content)
    told = {"file": str(out), "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    click.echo(json.dumps(told) if as_json else f"{out}: {len(content):,} bytes, SHA-256 {told['sha256']}")


@dossier.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path), required=False)
@click.option("--public-key", "key", help="The key it must be sealed with: 64 hex digits, or a PEM file.")
@click.option("--return", "number", help="No file: the timeline of this return, in the database.")
@click.option("--all", "every", is_flag=True, help="No file: the timelines of every return of the shop.")
@_SHOP
@_JSON
def verify(
    file: Path | None, key: str | None, number: str | None, every: bool, handle: str | None, as_json: bool
) -> None:
    """Find any change in FILE: an archive (.zip), the folder it was unpacked to, or a dossier.json. Needs no database.

    Exits 0 if nothing was changed, 1 if something was.
    """
    if sum((file is not None, number is not None, every)) != 1:
        raise click.ClickException("Give one of: FILE, --return NUMBER, --all.")
    with _told():
        if file is None:
            whole = _verify_rows(number, handle, as_json)
        else:
            whole = _say_report(file, _report(file, _key(key)), as_json)
    if not whole:
        raise SystemExit(1)


@dossier.command("key")
@click.option("--pem", is_flag=True, help="As PEM, for other tools.")
def key_command(pem: bool) -> None:
    """The public key dossiers are sealed with: publish it where people look for you. Earlier ones stand below it."""
    if pem:
        click.echo(signing.public_pem(), nl=False)
        return
    for key in signing.public_keys():
        click.echo(key)


@contextmanager
def _told() -> Iterator[None]:
    """Refusals as sentences."""
    try:
        yield
    except Refused as refused:
        raise click.ClickException(texts.refusal(refused, "en")) from refused


def _write(out: Path, content: bytes) -> None:
    """For nobody else's eyes; a file that was there keeps no other rights."""
    out.touch(mode=0o600)
    out.chmod(0o600)
    out.write_bytes(content)


def _key(written: str | None) -> str | None:
    if written is None:
        return None
    path = Path(written)
    is_file = len(written) < 4096 and path.is_file()
    found = seal.key_of(path.read_text(encoding="utf-8", errors="replace") if is_file else written)
    if found is None:
        raise Invalid("dossier_key_unreadable")
    return found


def _report(file: Path, key: str | None) -> Report:
    if file.is_dir():
        return _of_folder(file, key)
    if file.stat().st_size > zipping.LARGEST:
        raise TooLarge("dossier_archive_too_large", megabytes=zipping.LARGEST >> 20, most=zipping.MOST_FILES)
    content = file.read_bytes()
    if content.startswith(b"%PDF"):
        raise Invalid("dossier_paper_alone")
    if content.lstrip()[:1] == b"{":
        return verifying.check(raw=content, files=None, key=key)
    opened = zipping.opened(content)
    return verifying.check(raw=opened.document, files=opened.files, key=key, repacked=opened.repacked)


def _of_folder(folder: Path, key: str | None) -> Report:
    document = folder / manifest.NAME
    if not document.is_file():
        raise Invalid("dossier_not_one")
    files = {name: digest for name, digest in _digests(folder) if name != manifest.NAME}
    return verifying.check(raw=document.read_bytes(), files=files, key=key)


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as source:
                yield path.relative_to(folder).as_posix(), hashlib.file_digest(source, "sha256").hexdigest()


def _say_report(file: Path, report: Report, as_json: bool) -> bool:
    found = [
        {"what": each.what.value, "where": each.where, "said": _sentence(each.what.value, each.where)}
        for each in report.findings
    ]
    ours = report.key in signing.public_keys()
    if as_json:
        told = {
            "file": str(file),
            "number": report.number,
            "made_at": report.made_at,
            "whole": report.whole,
            "findings": found,
            "key": report.key,
            "key_expected": report.key_known,
            "key_of_this_installation": ours,
            "steps": report.steps,
            "steps_chained_later": report.adopted,
            "words_erased": {str(place): at for place, at in report.erased.items()},
            "files": report.files,
            "files_not_at_hand": list(report.not_at_hand),
            "repacked": report.repacked,
        }
        click.echo(json.dumps(told))
        return report.whole
    state = "nothing was changed" if report.whole else f"{len(found)} changes found"
    click.echo(f"{file}: dossier of {report.number}, made {report.made_at}: {state}")
    for one in found:
        click.echo(f"  {one['said']}")
    for line in _notes(report, ours):
        click.echo(f"  {line}")
    return report.whole


def _notes(report: Report, ours: bool) -> Iterator[str]:
    """What is no fault and should be known."""
    yield f"{report.steps} steps, {report.files} files"
    if report.adopted:
        yield f"{report.adopted} steps were chained later than they happened (adopted_at says when)"
    for place, at in report.erased.items():
        yield f"step {place}: what was typed or shown was erased on {at}"
    if report.not_at_hand:
        yield f"{len(report.not_at_hand)} files it speaks of were not given along, and are not verified"
    if report.repacked:
        yield "somebody packed the archive anew; what is in it was verified"
    if report.key_known:
        yield f"sealed with the key you expect, {report.key}"
    elif ours:
        yield f"sealed with the key of this installation, {report.key}"
    elif report.key_known is None:
        yield f"sealed with the key {report.key}: give --public-key, which you have from the shop, to know it is theirs"


def _verify_rows(number: str | None, handle: str | None, as_json: bool) -> bool:
    by = hand.at_the_command_line(handle)
    broken: list[dict[str, Any]] = []
    counts = {"returns": 0, "steps": 0, "chained_later": 0, "erased": 0, "not_chained_yet": 0}
    for view in _chains(by.shop_id, number):
        counts["returns"] += 1
        counts["steps"] += len(view.steps)
        counts["chained_later"] += view.adopted
        counts["erased"] += view.erased
        counts["not_chained_yet"] += view.not_chained
        broken += [
            {"number": view.number, "what": flaw.flaw.value, "place": flaw.place, "name": flaw.name}
            for flaw in view.flaws
        ]
    if as_json:
        click.echo(json.dumps({**counts, "whole": not broken, "findings": broken}))
        return not broken
    for one in broken:
        where = f"{one['place']} {one['name']}".strip()
        click.echo(f"{one['number']}: {_sentence(one['what'], where)}")
    click.echo(", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items()))
    click.echo("nothing was changed" if not broken else f"{len(broken)} changes found")
    return not broken


def _chains(shop_id: UUID, number: str | None) -> Iterator[ChainView]:
    """One, or all of the shop some hundreds at a time."""
    if number is not None:
        with tenancy.entered(shop_id):
            view = queries.by_number(number=ids.tidy_number(number))
            if view is None:
                raise click.ClickException(f"There is no return {number!r} in this shop.")
            yield chains.of_return(return_id=view.id)
        return
    last: UUID | None = None
    while True:
        with tenancy.entered(shop_id):
            found = chains.after(return_id=last)
        if not found:
            return
        yield from found
        last = found[-1].return_id


def _sentence(what: str, where: str) -> str:
    return texts.say(f"dossier-found-{what}", "en", where=where)
