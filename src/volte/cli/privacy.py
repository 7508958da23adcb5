"""`volte privacy`: export or erase a person, and what is too old."""

import json
from pathlib import Path

import click

from volte.cli import hand
from volte.kit.errors import Refused
from volte.privacy import jobs, looking, operations, people, previews, queries
from volte.privacy.people import Person
from volte.privacy.rules import erasure
from volte.privacy.rules.erasure import Why
from volte.privacy.rules.looks import What
from volte.runtime import tenancy, texts
from volte.runtime.actor import Actor
from volte.runtime.models import Shop

_SHOP = click.option("--shop", "handle", default=None, help="Its handle; the only shop by default.")


@click.group()
def privacy() -> None:
    """Personal data: export, erase, keep no longer than needed."""


@privacy.command()
@click.argument("email")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Where the ZIP goes.")
@_SHOP
def export(email: str, out: Path, handle: str | None) -> None:
    """Everything held under EMAIL (or the number of an order or a return) as one ZIP."""
    by = hand.at_the_command_line(handle)
    content = operations.export(by=by, ref=_person(by, email).ref)
    out.touch(mode=0o600)
    out.chmod(0o600)  # A file that was there keeps the rights it had.
    out.write_bytes(content)
    click.echo(f"{out}: {len(content):,} bytes")


@privacy.command()
@click.argument("email")
@click.option(
    "--dry-run", is_flag=True, help="Only say what would go, lose its name or stay, and what stands against it."
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--when-settled", is_flag=True, help="Not now if something is under way, but the night after it ends.")
@_SHOP
def erase(email: str, dry_run: bool, yes: bool, when_settled: bool, handle: str | None) -> None:
    """Erase whoever is known under EMAIL. It cannot be undone."""
    by = hand.at_the_command_line(handle)
    person = _person(by, email)
    with tenancy.entered(by.shop_id):
        looking.note(by=by, what=What.PERSON, subject_id=person.id, email=person.email)
        seen = previews.preview(person=person)
    _tell("goes for ever", seen.goes)
    _tell("becomes nameless", seen.nameless)
    _tell("stays", seen.kept)
    against = seen.obstacles
    told = (("open", against.open_returns), ("money", against.money_under_way), ("credit note", against.notes_due))
    for words, numbers in told:
        if numbers:
            click.echo(f"  against it ({words}): {', '.join(numbers)}")
    if dry_run:
        return
    if not yes:
        click.confirm(f"Erase {person.email or person.ref} for ever?", abort=True)
    verb = operations.postpone if when_settled and seen.obstacles.any else operations.erase
    try:
        made = verb(by=by, ref=person.ref, why=Why.ASKED)
    except Refused as refused:
        raise click.ClickException(texts.refusal(refused, "en")) from refused
    with tenancy.entered(by.shop_id):
        view = queries.erasure_of(erasure_id=made)
    click.echo(f"{view.standing.value}: certificate {view.check}")
    goes, nameless = erasure.parted(view.done)
    _tell("erased", goes)
    _tell("made nameless", nameless)


@privacy.command()
@click.option("--dry-run", is_flag=True, help="Only count what would go.")
@click.option("--json", "as_json", is_flag=True, help="The counts of each shop as JSON on the last line.")
@_SHOP
def retention(dry_run: bool, as_json: bool, handle: str | None) -> None:
    """Remove what is too old, as every night does. Each count stops at 10,000 in a dry run."""
    found: dict[str, dict[str, int]] = {}
    for shop in Shop.objects.order_by("handle"):
        if handle in (None, shop.handle):
            found[shop.handle] = jobs.overdue(shop_id=shop.id) if dry_run else jobs.retain(shop_id=shop.id)
    if not found:
        raise click.ClickException(f"There is no shop {handle!r}.")
    for name, counts in found.items():
        click.echo(f"{name}: {'would remove' if dry_run else 'removed'}")
        _tell("", {kind: count for kind, count in counts.items() if count} or {"nothing": 0})
    if as_json:
        click.echo(json.dumps(found))


def _tell(head: str, counts: dict[str, int]) -> None:
    if head:
        click.echo(f"{head}:")
    for name, count in counts.items():
        click.echo(f"  {name.replace('_', ' ')}: {count}")


def _person(by: Actor, words: str) -> Person:
    with tenancy.entered(by.shop_id):
        found = people.found(words=words)
    if found is None:
        raise click.ClickException("Nothing is held under this address or number.")
    return found
