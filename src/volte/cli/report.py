"""What every import shows: a bar while it works, what was refused, and its counts."""

import hashlib
import time
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from volte.catalogue import operations as catalogue
from volte.runtime import texts

SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did. A row is a line of the file; the three counts of units are those of lines that took goods
    back, and `unmatched` says why some belong to no purchase. `left_out` counts lines that are neither sale nor
    return."""

    orders: int
    changed: int
    lines: int
    returns: int = 0
    units_matched: int = 0
    units_unmatched: int = 0
    units_service: int = 0
    refused: int
    rows_per_second: int
    unmatched: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)


def fingerprint(path: Path) -> str:
    """What an import recognises its file by."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def bar(screen: Console, *, bytes_: bool) -> Progress:
    """A bar that counts bytes of a file or rows; tasks carry a field `rate`."""
    done = DownloadColumn() if bytes_ else MofNCompleteColumn()
    rate = TextColumn("{task.fields[rate]}")
    columns = (TextColumn("{task.description}"), BarColumn(), done, rate, TimeRemainingColumn())
    return Progress(*columns, console=screen)


def per_second(rows: int, began: float) -> int:
    return round(rows / max(time.perf_counter() - began, 0.001))


def refused(screen: Console, progress: catalogue.Progress) -> None:
    """What was refused, where and why; the first of many."""
    if not progress.refusals:
        return
    table = Table("Line", "Field", "Why", title="Refused", title_justify="left")
    for fault in progress.refusals[:SHOWN]:
        table.add_row(str(fault.line or "–"), fault.field, texts.say(fault.reason, "en"))
    screen.print(table)
    more = progress.counts.refused - len(progress.refusals[:SHOWN])
    if more > 0:
        screen.print(f"… and {more:,} more.")
