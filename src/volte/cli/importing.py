"""`volte import orders FILE`: a file of orders comes in, with a bar to watch and a report of what was refused."""

import gc
import hashlib
import json
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import UUID

import click
from django.conf import settings
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from volte.catalogue import operations as catalogue
from volte.catalogue.ports import OrderSource, Record
from volte.connectors.commerce.csv.source import CsvSource
from volte.connectors.commerce.native.source import NativeSource
from volte.kit.errors import Refused
from volte.runtime import shops, texts
from volte.runtime.actor import Actor
from volte.runtime.models import Shop
from volte.runtime.shop_settings import ShopSettings

SOURCES: dict[str, OrderSource] = {"native": NativeSource(), "csv": CsvSource()}
# One transaction takes about a quarter of a second: short enough to lose little, long enough for COPY to pay.
BATCH_ORDERS = 1_000
BATCH_LINES = 5_000
_SHOWN = 20
_HANDLE = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did. A row is a line of an order; units and returns come with formats that know them."""

    orders: int
    changed: int
    lines: int
    returns: int
    units_matched: int
    units_unmatched: int
    units_service: int
    refused: int
    rows_per_second: int


@click.command("orders")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--shop", "shop_handle", default=None, help="The only or the demo shop by default; made when unknown.")
@click.option("--format", "format", type=click.Choice(sorted(SOURCES)), default=None, help="By the file's ending.")
@click.option("--json", "json_output", is_flag=True, help="The counts as JSON on the last line.")
def import_command(file: Path, shop_handle: str | None, format: str | None, json_output: bool) -> None:
    """Take in the orders of FILE: NDJSON (one order a line) or CSV (one row a line of an order)."""
    # Millions of short-lived objects and no cycles: looking for cycles as often as usual takes a fifth of the time.
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)
    try:
        import_orders(path=file, shop_handle=shop_handle, format=format, json_output=json_output)
    except Refused as refusal:
        raise click.ClickException(texts.refusal(refusal, "en")) from refusal


def import_orders(
    *, path: Path, shop_handle: str | None = None, format: str | None = None, json_output: bool = False
) -> Imported:
    """Import a file, report on stderr and stdout, give the counts.

    Safe to repeat, and to repeat after a kill: it goes on behind the last batch that was committed.
    """
    chosen = format or ("csv" if path.suffix.lower() in (".csv", ".tsv", ".txt") else "native")
    by = Actor.system(_shop(shop_handle))
    began = time.perf_counter()
    progress = catalogue.begin_import(by=by, fingerprint=_fingerprint(path), format=chosen)
    lines_before = progress.counts.lines
    screen = Console(stderr=True)
    if progress.line_done:
        screen.print(f"Going on behind line {progress.line_done:,}, where the last import was cut off.")
    with path.open("rb") as file, _bar(screen) as bar:
        task = bar.add_task(path.name, total=path.stat().st_size, rate="")
        fresh = _behind(SOURCES[chosen].records(file=file), progress.line_done)
        for batch in _batches(fresh):
            progress = catalogue.import_batch(by=by, progress=progress, records=batch)
            rate = f"{_rate(progress.counts.lines - lines_before, began):,} rows/s"
            bar.update(task, completed=file.tell(), rate=rate)
    catalogue.finish_import(by=by, progress=progress)
    done = _imported(progress.counts, _rate(progress.counts.lines - lines_before, began))
    _report(screen, progress)
    click.echo(_summary(done))
    if json_output:
        click.echo(json.dumps(asdict(done)))
    return done


def _shop(handle: str | None) -> UUID:
    """The shop to import into, opened when nobody knows it."""
    chosen = _default_shop() if handle is None else handle
    row = Shop.objects.filter(handle=chosen).first()
    if row is not None:
        return row.id
    if not _HANDLE.fullmatch(chosen):
        raise click.UsageError(f"{chosen!r} cannot name a shop: small letters, digits and dashes, at most 60.")
    return shops.open_shop(handle=chosen, settings=ShopSettings())


def _default_shop() -> str:
    """The only shop; the demo shop when there are none or several."""
    handles = list(Shop.objects.values_list("handle", flat=True)[:2])
    if len(handles) == 1:
        return handles[0]
    demo = settings.DEMO_SHOP or "demo"
    if not handles or Shop.objects.filter(handle=demo).exists():
        return demo
    raise click.UsageError("There are several shops: say which one with --shop.")


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _behind(records: Iterable[Record], line_done: int) -> Iterator[Record]:
    return (record for record in records if record.last_line > line_done)


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    """As many records as make one good transaction: orders differ much in size."""
    batch: list[Record] = []
    lines = 0
    for record in records:
        batch.append(record)
        told = record.document.get("lines") if record.document else None
        lines += len(told) if isinstance(told, list) else 0
        if len(batch) >= BATCH_ORDERS or lines >= BATCH_LINES:
            yield batch
            batch, lines = [], 0
    if batch:
        yield batch


def _bar(screen: Console) -> Progress:
    rate = TextColumn("{task.fields[rate]}")
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), rate, TimeRemainingColumn())
    return Progress(*columns, console=screen)


def _rate(lines: int, began: float) -> int:
    return round(lines / max(time.perf_counter() - began, 0.001))


def _imported(counts: catalogue.Counts, rows_per_second: int) -> Imported:
    return Imported(
        orders=counts.orders,
        changed=counts.changed,
        lines=counts.lines,
        returns=0,
        units_matched=0,
        units_unmatched=0,
        units_service=0,
        refused=counts.refused,
        rows_per_second=rows_per_second,
    )


def _report(screen: Console, progress: catalogue.Progress) -> None:
    """What was refused, where and why; the first of many."""
    if not progress.refusals:
        return
    table = Table("Line", "Field", "Why", title="Refused", title_justify="left")
    for fault in progress.refusals[:_SHOWN]:
        table.add_row(str(fault.line), fault.field, texts.say(fault.reason, "en"))
    screen.print(table)
    more = progress.counts.refused - len(progress.refusals[:_SHOWN])
    if more > 0:
        screen.print(f"… and {more:,} more.")


def _summary(done: Imported) -> str:
    return (
        f"orders: {done.orders}, changed: {done.changed}, lines: {done.lines}, refused: {done.refused} "
        f"({done.rows_per_second:,} rows/s)"
    )
