"""`volte transfers`: refunds that wait for a bank transfer, and files of them for the bank."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click

from volte.cli import hand
from volte.kit.errors import NotFound, Refused
from volte.money.transfers import making, queries
from volte.money.transfers.queries import BatchView
from volte.runtime import formats, tenancy, texts
from volte.runtime.actor import Actor

T = TypeVar("T")
_shop = click.option("--shop", "handle", default=None, help="Its handle; the only shop by default.")
_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def transfers() -> None:
    """Bank transfers of refunds, in files for the bank."""


@transfers.command("list")
@_shop
def list_command(handle: str | None) -> None:
    """What waits, and the files. Accounts are masked."""
    by = hand.at_the_command_line(handle)
    with tenancy.entered(by.shop_id):
        found, files = queries.waiting(), queries.batches()
    for one in found:
        why = f"  by hand: {one.obstacle.value}" if one.obstacle is not None else ""
        click.echo(f"{one.refund.id}  {formats.money(one.refund.amount, 'en'):>12}  {one.account or '-'}{why}")
    for each in files:
        click.echo(f"file {each.number}: {each.status.value}, {each.count}, {formats.money(each.amount, 'en')}")


@transfers.command("batch")
@click.argument("file", type=click.Path(dir_okay=False, writable=True, path_type=Path))
@click.option("--on", "day", type=_DAY, default=None, help="Day of execution; today by default.")
@_shop
def batch_command(file: Path, day: datetime | None, handle: str | None) -> None:
    """Put everything that is ready into a file (pain.001) and write it to FILE, for you alone to read."""
    by = hand.at_the_command_line(handle)
    made = _asked(lambda: making.make_batch(by=by, execute_on=day.date() if day is not None else None))
    _write(by, made, file)
    click.echo(f"File {made.number}: {made.count} transfers, {formats.money(made.amount, 'en')}, in {file}")


@transfers.command("file")
@click.argument("number", type=int)
@click.argument("file", type=click.Path(dir_okay=False, writable=True, path_type=Path))
@_shop
def file_command(number: int, file: Path, handle: str | None) -> None:
    """Write file NUMBER again, byte for byte as it was."""
    by = hand.at_the_command_line(handle)
    _write(by, _numbered(by, number), file)


@transfers.command("executed")
@click.argument("number", type=int)
@click.option("--on", "day", type=_DAY, required=True, help="The day on which the bank executed it.")
@_shop
def executed_command(number: int, day: datetime, handle: str | None) -> None:
    """Mark every refund in file NUMBER as paid."""
    by = hand.at_the_command_line(handle)
    view = _numbered(by, number)
    _asked(lambda: making.record_execution(by=by, batch_id=view.id, on=day.date()))


@transfers.command("cancel")
@click.argument("number", type=int)
@_shop
def cancel_command(number: int, handle: str | None) -> None:
    """The bank does not get file NUMBER: its transfers wait again."""
    by = hand.at_the_command_line(handle)
    view = _numbered(by, number)
    _asked(lambda: making.cancel_batch(by=by, batch_id=view.id))


def _numbered(by: Actor, number: int) -> BatchView:
    with tenancy.entered(by.shop_id):
        found = next((one for one in queries.batches(limit=10_000) if one.number == number), None)
    if found is None:
        raise click.ClickException(texts.refusal(NotFound("transfers_unknown"), "en"))
    return found


def _write(by: Actor, view: BatchView, file: Path) -> None:
    content = _asked(lambda: queries.file(by=by, batch_id=view.id))
    file.touch(mode=0o600)
    file.write_bytes(content)


def _asked(work: Callable[[], T]) -> T:
    try:
        return work()
    except Refused as refusal:
        raise click.ClickException(texts.refusal(refusal, "en")) from refusal
