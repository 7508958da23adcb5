"""Insights at ten million lines, each answer against the same figures asked of DuckDB by hand; and how far the facts
are behind the journey. The lines are made by DuckDB in a folder that is removed afterwards."""

# ruff: noqa: E501, PLC0415  # statements read better in long lines; Django wants its settings before its models

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
from tests.live import recent_order
from tests.operations.insights import history
from tools.stack import Stack

from bench.report import Figure, keep

LINES, PRODUCTS, TRIES = 10_000_000, 5_000, 3
_RIPE = "(delivered_at <= TIMESTAMP '2026-10-11 09:00' OR delivered_at IS NULL AND placed_at <= TIMESTAMP '2026-09-26 09:00')"
_RATES = f"""
SELECT s.k, s.n, s.young, COALESCE(b.n, 0)
  FROM (SELECT {{by}} AS k, sum(quantity) FILTER ({_RIPE}) AS n, sum(quantity) FILTER (NOT {_RIPE}) AS young
          FROM sold GROUP BY 1) s
  LEFT JOIN (SELECT {{by}} AS k, sum(units) AS n FROM returned WHERE counts AND order_id IS NOT NULL AND {_RIPE} GROUP BY 1) b
    ON s.k IS NOT DISTINCT FROM b.k
"""
_ORPHANS = "SELECT sum(units) FROM returned WHERE counts AND order_id IS NULL"
_WORDS = """
WITH said AS (SELECT item_id, reason, language, unnest(list_distinct(regexp_split_to_array(lower(comment), '[^\\p{L}]+'))) AS word
                FROM returned WHERE counts AND comment <> '' AND language IN ('fr', 'en'))
"""
# What somebody would type for each question, without estimates, words and charts.
BY_HAND: dict[str, tuple[str, ...]] = {
    "products": (
        _RATES.format(by="product"),
        f"SELECT product, reason, sum(units) FROM returned WHERE counts AND reason <> '' AND {_RIPE} GROUP BY ALL",
        "SELECT product, mode(title) FROM sold WHERE product IN (SELECT 'p' || i FROM range(60) t(i)) GROUP BY 1",
        _ORPHANS,
    ),
    "reasons": (
        "SELECT strftime(timezone('Europe/Paris', timezone('UTC', requested_at)), '%Y-%m'), reason, sum(units) "
        "FROM returned WHERE counts AND reason <> '' GROUP BY ALL",
        "SELECT sum(units) FROM returned WHERE counts AND reason = ''",
    ),
    "costs": (
        "SELECT count(DISTINCT return_id), sum(units), sum(labels), sum(outbound), sum(goodwill), sum(bonus), sum(fees) "
        "FROM returned WHERE counts AND currency = 'EUR'",
        "SELECT disposition, count(*), sum(value), count(*) - count(value) FROM looked_at "
        "WHERE item_id IN (SELECT item_id FROM returned WHERE counts AND currency = 'EUR') GROUP BY 1",
        "SELECT sum(units) FROM returned WHERE counts AND currency <> 'EUR'",
    ),
    "timing": (
        "SELECT floor(date_diff('second', delivered_at, requested_at) / 86400) AS d, sum(units) "
        f"FROM returned WHERE counts AND delivered_at IS NOT NULL AND {_RIPE} GROUP BY 1 ORDER BY 1",
        "SELECT sum(units) FROM returned WHERE counts AND delivered_at IS NULL",
    ),
    "customers": (_RATES.format(by="least(COALESCE(customer_rank, 0), 5)"), _ORPHANS),
    "comments": (
        "SELECT reason, count(*) FROM returned WHERE counts AND comment <> '' AND language IN ('fr', 'en') GROUP BY 1",
        f"{_WORDS} SELECT language, word, count(*) FROM said WHERE length(word) >= 3 GROUP BY ALL",
        f"{_WORDS} SELECT reason, word, count(DISTINCT item_id) FROM said WHERE length(word) >= 3 GROUP BY ALL",
        "SELECT count(*) FROM returned WHERE counts AND comment <> '' AND language NOT IN ('fr', 'en')",
    ),
    "places": (_RATES.format(by="country"), _ORPHANS),
    "channels": (_RATES.format(by="channel"), _ORPHANS),
}  # fmt: skip


def run() -> None:
    # Answers need settings of Django's, though no database.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "volte.project.settings")
    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    import django

    django.setup()
    with tempfile.TemporaryDirectory(prefix="volte-bench-") as folder:
        history.write(Path(folder), lines=LINES, products=PRODUCTS)
        for name in BY_HAND:
            _question(name, Path(folder))
    del os.environ["DATABASE_URL"]
    _behind()


def _question(name: str, folder: Path) -> None:
    """Turn by turn, so that both meet the same machine; the best of each."""
    from volte.insights import queries
    from volte.insights.asked import Question

    def ours() -> None:
        # Not `answer`: it would keep the first one.
        queries.worked_out(Question(name), (folder, None), history.view())

    turns = [(_took(ours), _took(lambda: _by_hand(name, folder))) for _ in range(TRIES + 1)][1:]
    best, reference = min(mine for mine, _ in turns), min(theirs for _, theirs in turns)
    keep(Figure(f"insight {name}, {LINES:,} lines", best * 1000, "ms", "SQL by hand", reference * 1000))


def _by_hand(name: str, folder: Path) -> None:
    with duckdb.connect(":memory:") as database:
        for table in ("sold", "returned", "looked_at"):
            database.execute(f"CREATE VIEW {table} AS SELECT * FROM '{folder / table}.parquet'")
        for statement in BY_HAND[name]:
            database.execute(statement).fetchall()


def _took(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _behind() -> None:
    """From the answer to a new order until its lines stand in the facts."""
    with Stack() as stack, stack.api as api:
        waits = []
        for number in range(12):
            known = f"b{number}"
            api.put(f"/orders/{known}", json=recent_order(known)).raise_for_status()
            began = time.perf_counter()
            while not _is_told(stack.home, f"#{known}"):
                time.sleep(0.02)
            if number > 1:  # the first pays for loading
                waits.append(time.perf_counter() - began)
        keep(Figure("facts behind the journey, longest of 10", max(waits), "s", "allowed", 5.0))


def _is_told(home: Path, order: str) -> bool:
    # A set that is being written ends in `.part`.
    files = sorted(file for file in home.glob("insights/*/*-*/sold.parquet") if not file.parent.suffix)
    if not files:
        return False
    with duckdb.connect(":memory:") as database:
        try:
            names = [str(file) for file in files]
            return bool(
                database.execute("SELECT 1 FROM read_parquet(?) WHERE order_number = ?", [names, order]).fetchone()
            )
        except duckdb.IOException:  # a set was replaced meanwhile
            return False
