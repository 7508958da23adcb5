"""A year of real invoices comes in: the UCI Online Retail table, against PostgreSQL taking its bare rows."""

import json
import sys
import time
from pathlib import Path

import duckdb
import psycopg
from tools.stack import Stack

from bench.report import Figure, keep

TABLE = Path(__file__).parents[2] / "shared" / "data" / "online_retail.parquet"
_BARE = """CREATE TABLE bench_invoices (invoice text, code text, title text, quantity int, at timestamp,
    price numeric, customer text, country text)"""


def run() -> None:
    if not TABLE.exists():
        print(f"SKIPPED: {TABLE.name} is not there", file=sys.stderr)
        return
    with Stack(web=False, worker=False) as stack:
        copied = _copy(stack)
        told = json.loads(_import(stack))
        keep(
            Figure("import of a history, rows of real invoices", told["rows_per_second"], "rows/s", "raw COPY", copied)
        )
        again = json.loads(_import(stack))
        keep(Figure("the same history a second time", again["rows_per_second"], "rows/s", "raw COPY", copied))
        print({name: count for name, count in told.items() if name != "rows_per_second"})


def _import(stack: Stack) -> str:
    words = ("import", "orders", str(TABLE), "--format", "online-retail", "--shop", "history", "--json")
    return stack.volte(*words).strip().splitlines()[-1]


def _copy(stack: Stack) -> float:
    """Rows a second PostgreSQL takes of the table as it is: no orders, no index, nothing looked up."""
    file = stack.home / "bare.csv"
    duckdb.sql(f"COPY (FROM read_parquet('{TABLE}')) TO '{file}' (HEADER false)")
    with psycopg.connect(stack.server.url, autocommit=True) as connection:
        connection.execute(_BARE)
        began = time.perf_counter()
        with file.open("rb") as source, connection.cursor().copy("COPY bench_invoices FROM STDIN (FORMAT csv)") as copy:
            while piece := source.read(1 << 20):
                copy.write(piece)
        took = time.perf_counter() - began
        rows = connection.execute("SELECT count(*) FROM bench_invoices").fetchone()
        connection.execute("DROP TABLE bench_invoices")
    assert rows is not None
    return float(rows[0] / took)
