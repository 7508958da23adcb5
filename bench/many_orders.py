"""Taking in orders, and the shopper's pages when there are many: server time must not follow the size of the shop."""

import json
import time
from pathlib import Path

import psycopg
from tests.live import recent_order
from tools.stack import Stack

from bench.report import Figure, keep
from bench.visitors import Visitor, p95, shop

FEW, MANY, VISITS = 1_000, 100_000, 25


def run() -> None:
    with Stack(worker=False) as stack:
        _take_in(stack, 0, FEW)
        few = _visit(stack, 0)
        _take_in(stack, FEW, MANY, told=True)
        many = _visit(stack, FEW)
        for page, took in many.items():
            name = f"page {page}, p95 with {MANY:,} orders"
            keep(Figure(name, p95(took), "ms", f"with {FEW:,}", p95(few[page])))
        all_of_them = [one for took in many.values() for one in took]
        keep(Figure(f"any page of the shopper, p95 with {MANY:,} orders", p95(all_of_them), "ms"))


def _take_in(stack: Stack, begin: int, end: int, *, told: bool = False) -> None:
    file = stack.home / f"orders-{end}.ndjson"
    with file.open("w", encoding="utf-8") as out:
        for number in range(begin, end):
            out.write(json.dumps(_order(f"b{number}"), ensure_ascii=False) + "\n")
    began = time.perf_counter()
    stack.volte("import", "orders", str(file), "--shop", "stack")
    took = time.perf_counter() - began
    if told:
        rows = 2 * (end - begin)
        keep(
            Figure(
                "import of orders, rows of two lines each", rows / took, "rows/s", "COPY as text", _copy(stack, file)
            )
        )
    with psycopg.connect(stack.server.url, autocommit=True) as connection:
        connection.execute("ANALYZE")


def _order(number: str) -> dict[str, object]:
    order = recent_order(number)
    order["customer"] |= {"id": f"c-{number}", "email": f"{number}@example.com"}
    return order


def _copy(stack: Stack, file: Path) -> float:
    """Rows a second PostgreSQL takes of the same file, each order one text: what nobody can be faster than."""
    began = time.perf_counter()
    with psycopg.connect(stack.server.url, autocommit=True) as connection:
        connection.execute("CREATE TABLE bench_lines (written text)")
        lines = 0
        with (
            file.open("rb") as source,
            connection.cursor().copy(
                "COPY bench_lines FROM STDIN (FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02')"
            ) as copy,
        ):
            for line in source:
                copy.write(line)
                lines += 1
        took = time.perf_counter() - began
        connection.execute("DROP TABLE bench_lines")
    return 2 * lines / took


def _visit(stack: Stack, begin: int) -> dict[str, list[float]]:
    """Warm-up visits are left out: the first of a process reads templates and texts."""
    for number in range(3):
        warm = Visitor(stack)
        shop(warm, f"b{begin + number}")
        warm.leave()
    visitor = Visitor(stack)
    for number in range(3, 3 + VISITS):
        shop(visitor, f"b{begin + number}")
    visitor.leave()
    return visitor.took
