"""A history of orders and returns comes in: first all orders, then what came back of them."""

import csv
import gc
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import TaskID
from rich.table import Table

from volte.catalogue import operations as catalogue
from volte.catalogue.operations import Progress, Ready
from volte.catalogue.ports import PastOrder
from volte.cli import report as show
from volte.cli.report import Imported, per_second
from volte.connectors.commerce.online_retail.source import OnlineRetail
from volte.kit import cells
from volte.returns import operations as returns
from volte.returns.operations.history import TAKEN_MEANWHILE
from volte.returns.ports import History, HistorySource, PastItem, PastReturn
from volte.runtime import texts
from volte.runtime.actor import Actor

SOURCES: dict[str, HistorySource] = {"online-retail": OnlineRetail()}
# A second or two each: little is lost when the import is cut off, and few transactions pay.
BATCH_LINES = 30_000
BATCH_RETURNS = 1_500


@contextmanager
def _uncollected() -> Iterator[None]:
    """Half a million lines in memory and no circle among them: looking for some took a quarter of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@_uncollected()
def import_history(*, by: Actor, path: Path, format: str, screen: Console, report: Path | None) -> Imported:
    """Import a file, report on `screen`, give the counts; `report` gets a CSV line for each return that fits nothing.

    Safe to repeat, and to repeat after a kill: it goes on behind the last batch that was committed. Progress counts the
    order lines, then the returns behind them.
    """
    began = time.perf_counter()
    with screen.status(f"Reading {path.name} and looking for the purchase of each return…"):
        past = SOURCES[format].history(path=path)
        progress = catalogue.begin_import(by=by, fingerprint=show.fingerprint(path), format=format)
    if progress.line_done:
        screen.print("Going on where the last import was cut off.")
    before = progress.line_done
    with show.bar(screen, bytes_=False) as bar:
        task = bar.add_task(path.name, total=past.lines + len(past.returns), completed=before, rate="")
        shown = _Shown(bar, task, before)
        progress = _orders(by, progress, past.orders, shown)
        progress = _returns(by, progress, past, shown)
    catalogue.finish_import(by=by, progress=progress)
    show.refused(screen, _with_faults(progress, past))
    _tell(screen, past)
    if report is not None:
        _write(report, past)
    done = progress.line_done - before
    return _imported(progress, past, per_second(_rows_of(past) if done else 0, began))


class _Shown:
    """The bar, and how fast it moved since we began."""

    def __init__(self, bar: Bar, task: TaskID, before: int) -> None:
        self._bar, self._task, self._before, self._began = bar, task, before, time.perf_counter()

    def __call__(self, done: int) -> None:
        rate = f"{per_second(done - self._before, self._began):,} rows/s"
        self._bar.update(self._task, completed=done, rate=rate)


def _orders(by: Actor, progress: Progress, orders: Iterable[PastOrder], shown: _Shown) -> Progress:
    ahead = _Ahead(by, _batches(orders, behind=progress.line_done))
    for line_done, batch, new in ahead:
        before = progress.counts.orders
        progress = catalogue.import_past(by=by, progress=progress, past=batch, line_done=line_done, new=new)
        # A file that came in before is known from end to end: no use in making rows of it.
        ahead.worth_it = progress.counts.orders > before
        shown(line_done)
    return progress


def _returns(by: Actor, progress: Progress, past: History, shown: _Shown) -> Progress:
    fresh = past.returns[max(progress.line_done - past.lines, 0) :]
    for start in range(0, len(fresh), BATCH_RETURNS):
        batch = fresh[start : start + BATCH_RETURNS]
        line_done = progress.line_done + len(batch)
        progress = returns.take_in_past(by=by, progress=progress, past=batch, line_done=line_done)
        shown(line_done)
    return progress


def _batches(orders: Iterable[PastOrder], *, behind: int) -> Iterator[tuple[int, list[PastOrder]]]:
    """Each batch with the number of lines up to its end; what ends at or before line `behind` is done."""
    batch: list[PastOrder] = []
    done = begun = 0
    for each in orders:
        done += len(each.order.lines)
        if done <= behind:
            begun = done
            continue
        batch.append(each)
        if done - begun >= BATCH_LINES:
            yield done, batch
            batch, begun = [], done
    if batch:
        yield done, batch


class _Ahead:
    """The next batch and its rows are made while the database works on the one before."""

    def __init__(self, by: Actor, batches: Iterator[tuple[int, list[PastOrder]]]) -> None:
        self._by, self._batches = by, batches
        self.worth_it = True

    def __iter__(self) -> Iterator[tuple[int, list[PastOrder], Ready | None]]:
        with ThreadPoolExecutor(1) as maker:
            making = maker.submit(self._next)
            while (made := making.result()) is not None:
                making = maker.submit(self._next)
                yield made

    def _next(self) -> tuple[int, list[PastOrder], Ready | None] | None:
        if (made := next(self._batches, None)) is None:
            return None
        line_done, batch = made
        new = catalogue.make_ready(shop_id=self._by.shop_id, past=batch) if self.worth_it else None
        return line_done, batch, new


def _rows_of(past: History) -> int:
    """Lines of the file behind what was taken in."""
    items = {item.row for each in past.returns for item in each.items}
    return past.lines + len(items) + sum(past.left_out.values()) + past.refused


def _imported(progress: Progress, past: History, rate: int) -> Imported:
    further = progress.counts.further
    lost = further.get(TAKEN_MEANWHILE, 0)
    unmatched = _unmatched(past) | ({TAKEN_MEANWHILE: lost} if lost else {})
    matched = sum(item.quantity for each in past.returns for item in each.items if not item.why) - lost
    return Imported(
        orders=progress.counts.orders,
        changed=progress.counts.changed,
        lines=progress.counts.lines,
        returns=further.get("returns", 0),
        units_matched=matched,
        units_unmatched=sum(unmatched.values()),
        units_service=past.units_service,
        refused=progress.counts.refused + past.refused,
        rows_per_second=rate,
        unmatched=unmatched,
        left_out=dict(past.left_out),
    )


def _with_faults(progress: Progress, past: History) -> Progress:
    """What the source refused is not kept with the import: the same file tells it again."""
    counts = replace(progress.counts, refused=progress.counts.refused + past.refused)
    return replace(progress, counts=counts, refusals=(*past.faults, *progress.refusals))


def _unmatched(past: History) -> dict[str, int]:
    units: Counter[str] = Counter()
    for _, item in _without_purchase(past):
        units[item.why] += item.quantity
    return dict(units)


def _without_purchase(past: History) -> Iterator[tuple[PastReturn, PastItem]]:
    return ((each, item) for each in past.returns for item in each.items if item.why)


def _tell(screen: Console, past: History) -> None:
    """Which units belong to no purchase, and which lines were neither sale nor return."""
    _table(screen, "Units given back that fit no purchase (kept as returns without an order)", _unmatched(past))
    _table(screen, "Lines that are neither sale nor return", past.left_out)


def _table(screen: Console, title: str, counts: Mapping[str, int]) -> None:
    counts = {name: count for name, count in counts.items() if count}
    if counts:
        table = Table("Why", "How many", title=title, title_justify="left")
        for name, count in sorted(counts.items(), key=lambda pair: -pair[1]):
            table.add_row(texts.say(f"history-{name.replace('_', '-')}", "en"), f"{count:,}")
        screen.print(table)


def _write(report: Path, past: History) -> None:
    with report.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("line", "return", "customer", "sku", "units", "why", "sentence"))
        for each, item in _without_purchase(past):
            sentence = texts.say(f"history-{item.why.replace('_', '-')}", "en")
            named = (cells.safe(each.number), cells.safe(each.customer), cells.safe(item.sku))
            out.writerow((item.row, *named, item.quantity, item.why, sentence))
