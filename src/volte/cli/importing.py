"""`volte import orders FILE`: a file of orders comes in, with a bar to watch and a report of what was refused."""

import gc
import json
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from uuid import UUID

import click
from django.conf import settings
from rich.console import Console

from volte.catalogue import operations as catalogue
from volte.catalogue.ports import OrderSource, Record
from volte.cli import history
from volte.cli.report import Imported, bar, fingerprint, per_second, refused
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
_HANDLE = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


@click.command("orders")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--shop", "shop_handle", default=None, help="The only or the demo shop by default; made when unknown.")
@click.option(
    "--format", "format", type=click.Choice(sorted({*SOURCES, *history.SOURCES})), default=None, help="By the ending."
)
@click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), default=None, help="online-retail: what did not match."
)
@click.option("--json", "json_output", is_flag=True, help="The counts as JSON on the last line.")
def import_command(
    file: Path, shop_handle: str | None, format: str | None, report: Path | None, json_output: bool
) -> None:
    """Take in the orders of FILE: NDJSON (one order a line), CSV (one row a line of an order), or a history of orders
    and returns: the UCI "Online Retail" table (Parquet or CSV)."""
    # Millions of short-lived objects and no cycles: looking for cycles as often as usual takes a fifth of the time.
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)
    try:
        import_orders(path=file, shop_handle=shop_handle, format=format, json_output=json_output, report=report)
    except Refused as refusal:
        raise click.ClickException(texts.refusal(refusal, "en")) from refusal


def import_orders(
    *,
    path: Path,
    shop_handle: str | None = None,
    format: str | None = None,
    json_output: bool = False,
    report: Path | None = None,
) -> Imported:
    """Import a file, report on stderr and stdout, give the counts.

    Safe to repeat, and to repeat after a kill: it goes on behind the last batch that was committed.
    """
    chosen = format or ("csv" if path.suffix.lower() in (".csv", ".tsv", ".txt") else "native")
    by = Actor.system(_shop(shop_handle, chosen))
    screen = Console(stderr=True)
    if chosen in history.SOURCES:
        done = history.import_history(by=by, path=path, format=chosen, screen=screen, report=report)
    else:
        done = _import_orders(by, path, chosen, screen)
    click.echo(_summary(done))
    if json_output:
        click.echo(json.dumps(asdict(done)))
    return done


def _import_orders(by: Actor, path: Path, format: str, screen: Console) -> Imported:
    began = time.perf_counter()
    progress = catalogue.begin_import(by=by, fingerprint=fingerprint(path), format=format)
    lines_before = progress.counts.lines
    if progress.line_done:
        screen.print(f"Going on behind line {progress.line_done:,}, where the last import was cut off.")
    with path.open("rb") as file, bar(screen, bytes_=True) as shown:
        task = shown.add_task(path.name, total=path.stat().st_size, rate="")
        fresh = _behind(SOURCES[format].records(file=file), progress.line_done)
        for batch in _batches(fresh):
            progress = catalogue.import_batch(by=by, progress=progress, records=batch)
            rate = f"{per_second(progress.counts.lines - lines_before, began):,} rows/s"
            shown.update(task, completed=file.tell(), rate=rate)
    catalogue.finish_import(by=by, progress=progress)
    refused(screen, progress)
    counts = progress.counts
    return Imported(
        orders=counts.orders,
        changed=counts.changed,
        lines=counts.lines,
        refused=counts.refused,
        rows_per_second=per_second(counts.lines - lines_before, began),
    )


def _shop(handle: str | None, format: str) -> UUID:
    """The shop to import into, opened when nobody knows it."""
    chosen = _default_shop() if handle is None else handle
    row = Shop.objects.filter(handle=chosen).first()
    if row is not None:
        return row.id
    if not _HANDLE.fullmatch(chosen):
        raise click.UsageError(f"{chosen!r} cannot name a shop: small letters, digits and dashes, at most 60.")
    home = history.SOURCES[format].home if format in history.SOURCES else {}
    return shops.open_shop(handle=chosen, settings=ShopSettings.model_validate(home))


def _default_shop() -> str:
    """The only shop; the demo shop when there are none or several."""
    handles = list(Shop.objects.values_list("handle", flat=True)[:2])
    if len(handles) == 1:
        return handles[0]
    demo = settings.DEMO_SHOP or "demo"
    if not handles or Shop.objects.filter(handle=demo).exists():
        return demo
    raise click.UsageError("There are several shops: say which one with --shop.")


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


def _summary(done: Imported) -> str:
    returns = f"returns: {done.returns}, " if done.returns or done.units_matched or done.units_unmatched else ""
    return (
        f"orders: {done.orders}, changed: {done.changed}, lines: {done.lines}, {returns}refused: {done.refused} "
        f"({done.rows_per_second:,} rows/s)"
    )
