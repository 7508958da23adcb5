"""`volte ledger verify` over a million postings, beside PostgreSQL adding them up once."""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import psycopg
from psycopg.types.json import Jsonb
from tools.stack import Stack

from bench.report import Figure, keep

POSTINGS, OF_ONE_REFUND = 1_000_000, 5
ALLOWED_SECONDS = 10.0
_TABLES = {
    "promise": "id shop_id key order_id subject_kind subject_id resolution currency amount outbound units draws lines "
    "flags due promised_at",
    "refund": "id shop_id promise_id order_id subject_kind subject_id payment payment_kind gateway reference route "
    "amount currency status round attempts gateway_refund failure planned_at changed_at",
    "paymentbalance": "id shop_id order_id payment currency captured outside committed",
    "entry": "id shop_id kind promise_id refund_id at",
    "posting": "id shop_id entry_id account amount currency",
}
_BARE = "SELECT account, currency, sum(amount) FROM volte_money_posting GROUP BY 1, 2"


def run() -> None:
    with Stack(web=False, worker=False) as stack:
        with psycopg.connect(stack.server.url, autocommit=True) as connection:
            _fill(connection)
            began = time.perf_counter()
            connection.execute(_BARE).fetchall()
            bare = time.perf_counter() - began
        began = time.perf_counter()
        command = [sys.executable, "-m", "volte.project.console", "ledger", "verify"]
        said = subprocess.run(
            command, env={**os.environ, **stack.environment}, check=True, capture_output=True, text=True
        )
        took = time.perf_counter() - began
        assert f"{POSTINGS // OF_ONE_REFUND * 2} entries, in order" in said.stdout, said.stdout
        keep(Figure(f"ledger verify, {POSTINGS:,} postings", took, "s", "adding them up once", bare))
        keep(Figure("ledger verify, of what is allowed", took, "s", "allowed", ALLOWED_SECONDS))


def _fill(connection: psycopg.Connection[Any]) -> None:
    """Refunds of one line with its tax, each promised and paid out: as `money.operations.promise` leaves them."""
    (shop,) = connection.execute("SELECT id FROM volte_runtime_shop").fetchone() or (None,)
    assert shop is not None
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _TABLES}
    with connection.transaction():
        connection.execute("SET LOCAL session_replication_role = replica")
        for place in range(POSTINGS // OF_ONE_REFUND):
            _one(rows, shop, place)
            if len(rows["promise"]) == 10_000:
                _copy(connection, rows)
        _copy(connection, rows)
    connection.execute("VACUUM ANALYZE")


def _one(rows: dict[str, list[tuple[Any, ...]]], shop: UUID, place: int) -> None:
    promise, refund, order, subject, owed, paid = (uuid4() for _ in range(6))
    at = datetime(2026, 11, 1, 9, tzinfo=UTC)
    gross = 1_000 + place % 9_000
    tax = gross // 6
    line = {"kind": "items", "amount": gross, "tax": tax, "currency": "EUR", "positions": [1], "line": "l1"}
    line |= {"reason": {"code": "money-line-items", "params": {"title": "Shirt", "count": 1}}, "reference": "itm"}
    line |= {"parts": [{"rates": ["20 %"], "gross": gross, "taxes": [tax]}]}
    about = (order, "return", subject)
    plan = (Jsonb({"l1": [1]}), Jsonb({"p1": gross}), Jsonb([line]), Jsonb([]))
    rows["promise"].append((promise, shop, str(promise), *about, "refund", "EUR", gross, 0, *plan, 0, at))
    way = ("p1", "card", "simulator", "ch_1", "gateway", gross, "EUR", "succeeded", 1, 1, "re_1", "", at, at)
    rows["refund"].append((refund, shop, promise, *about, *way))
    rows["paymentbalance"].append((uuid4(), shop, order, "p1", "EUR", gross, 0, gross))
    rows["entry"] += [(owed, shop, "promised", promise, None, at), (paid, shop, "paid_out", None, refund, at)]
    rows["posting"] += [
        (uuid4(), shop, entry, account, amount, "EUR")
        for entry, account, amount in (
            (owed, "sales_returns", gross - tax),
            (owed, "tax", tax),
            (owed, "refunds_payable", -gross),
            (paid, "refunds_payable", gross),
            (paid, "gateway_clearing", -gross),
        )
    ]


def _copy(connection: psycopg.Connection[Any], rows: dict[str, list[tuple[Any, ...]]]) -> None:
    for table, columns in _TABLES.items():
        named = ", ".join(columns.split())
        with connection.cursor().copy(f"COPY volte_money_{table} ({named}) FROM STDIN") as copy:
            for row in rows[table]:
                copy.write_row(row)
        rows[table].clear()
