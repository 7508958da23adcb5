"""The answers on half a million real lines (UCI Online Retail, CC BY 4.0), held against SQL on the file itself."""

# ruff: noqa: E501  # statements read better in long lines
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from tests.operations.insights import history
from volte.insights import queries
from volte.insights.answers import Answer
from volte.insights.asked import Question, View
from volte.insights.queries import Standing
from volte.insights.shapes import TABLES

FILE = Path(__file__).resolve().parents[4] / "shared" / "data" / "online_retail.parquet"
# Goods sold, and what came back of them: the latest earlier purchase of the same article by the same customer.
_SOLD = "SELECT *, row_number() OVER () AS n FROM f WHERE Quantity > 0 AND UnitPrice > 0 AND InvoiceNo NOT LIKE 'C%' AND InvoiceNo NOT LIKE 'A%'"
_BACK = """
SELECT r.InvoiceNo, r.StockCode, -r.Quantity AS units, r.InvoiceDate AS back_at, s.n, s.Country, s.CustomerID
  FROM (SELECT * FROM f WHERE InvoiceNo LIKE 'C%') r
  ASOF LEFT JOIN s ON r.CustomerID = s.CustomerID AND r.StockCode = s.StockCode AND r.InvoiceDate >= s.InvoiceDate
"""


@pytest.fixture(scope="module")
def raw() -> duckdb.DuckDBPyConnection:
    found = FILE if FILE.exists() else None
    if found is None:
        pytest.skip(
            "NOT TESTED: online_retail.parquet is not there; docs/how-to/import-history.md says where to get it"
        )
    database = duckdb.connect(":memory:")
    database.execute(f"CREATE TABLE f AS SELECT * FROM '{found}'")
    database.execute(f"CREATE TABLE s AS {_SOLD}")
    database.execute(f"CREATE TABLE b AS {_BACK}")
    return database


@pytest.fixture(scope="module")
def folder(raw: duckdb.DuckDBPyConnection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("retail")
    key = "('00000000-0000-7000-8000-' || lpad(n::VARCHAR, 12, '0'))::UUID"
    known: dict[str, dict[str, str]] = {
        "sold": {
            "order_id": key, "line_id": key, "order_number": "InvoiceNo", "country": "Country", "channel": "'online'",
            "product": "StockCode", "title": "Description", "placed_at": "InvoiceDate", "quantity": "Quantity",
            "customer_rank": "CASE WHEN CustomerID IS NOT NULL THEN dense_rank() OVER (PARTITION BY CustomerID ORDER BY InvoiceNo) END",
            "currency": "'GBP'",
        },
        "returned": {
            "order_id": f"CASE WHEN n IS NOT NULL THEN {key} END", "country": "COALESCE(Country, '')", "channel": "'online'",
            "product": "StockCode", "placed_at": "(SELECT InvoiceDate FROM s WHERE s.n = b.n)", "requested_at": "back_at",
            "units": "units", "counts": "true", "reason": "''", "comment": "''", "currency": "'GBP'", "labels": "0",
        },
        "looked_at": {},
    }  # fmt: skip
    for table, columns in TABLES.items():
        cells = ", ".join(f'({known[table].get(name, "NULL")})::{kind} AS "{name}"' for name, kind in columns.items())
        source = {"sold": "s", "returned": "b", "looked_at": "s WHERE false"}[table]
        raw.execute(f"COPY (SELECT {cells} FROM {source}) TO '{made / table}.parquet' (FORMAT parquet)")
    return made


def ask(folder: Path, question: Question) -> Answer:
    view = history.view()
    later = View(datetime(2012, 6, 1, tzinfo=UTC), "en", view.settings, view.window, view.filters)
    return queries.answer(question, of=Standing((folder, None)), view=later)


def test_countries(raw: duckdb.DuckDBPyConnection, folder: Path) -> None:
    expected = raw.execute(
        """SELECT s.Country, sum(Quantity)::INT, COALESCE((SELECT least(sum(units), sum(Quantity)) FROM b WHERE b.Country = s.Country AND n IS NOT NULL), 0)::INT
             FROM s GROUP BY 1 HAVING sum(Quantity) ** 2 / sum(Quantity::DOUBLE ** 2) >= 10"""
    ).fetchall()
    shown = {row[0]: row[1:3] for row in ask(folder, Question.PLACES).rows}
    assert len(shown) == 15
    assert shown.items() <= {country: (sold, back) for country, sold, back in expected}.items()


def test_products(raw: duckdb.DuckDBPyConnection, folder: Path) -> None:
    answer = ask(folder, Question.PRODUCTS)
    for row in answer.rows:
        expected = raw.execute(
            """SELECT sum(Quantity)::INT, least(sum(Quantity), (SELECT sum(units) FROM b WHERE b.StockCode = s.StockCode AND n IS NOT NULL))::INT
                 FROM s WHERE StockCode = (SELECT StockCode FROM s GROUP BY 1 HAVING mode(Description) = ? AND sum(Quantity) ** 2 / sum(Quantity::DOUBLE ** 2) >= 10 ORDER BY sum(Quantity) = ? DESC LIMIT 1) GROUP BY StockCode""",
            [row[0], row[1]],
        ).fetchone()
        assert expected == (row[1], row[2]), row


def test_what_fits_no_purchase_is_said(raw: duckdb.DuckDBPyConnection, folder: Path) -> None:
    expected = raw.execute("SELECT sum(units)::INT FROM b WHERE n IS NULL").fetchone()
    notes = {note.code: note.params for note in ask(folder, Question.CUSTOMERS).notes}
    assert expected == (notes["insights_note_orphans"]["units"],)


def test_one_huge_order_that_was_cancelled_is_no_bad_product(folder: Path) -> None:
    """80,995 units of an article bought once and cancelled twelve minutes later."""
    assert "PAPER CRAFT , LITTLE BIRDIE" not in {row[0] for row in ask(folder, Question.PRODUCTS).rows}


def test_nothing_is_invented(folder: Path) -> None:
    codes = {question: ask(folder, question).finding.code for question in Question}
    assert codes[Question.REASONS] == "insights_reasons_unknown"
    assert codes[Question.COMMENTS] == "insights_comments_none"
    assert codes[Question.TIMING] == "insights_timing_unknown"
    assert codes[Question.COSTS] == "insights_costs_foreign"
    assert codes[Question.CHANNELS] == "insights_channels_one"
