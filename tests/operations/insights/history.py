"""A shop's history as facts, made by DuckDB: whatever a question could meet, and SQL to hold its answers against."""

from datetime import datetime
from pathlib import Path
from typing import Any

# ruff: noqa: E501  # statements read better in long lines
import duckdb

from volte.insights.asked import Filters, View, Window
from volte.insights.shapes import TABLES
from volte.kit.words import Disposition, Fault
from volte.runtime import shop_settings
from volte.runtime.shop_settings import Costs, ShopSettings

NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")

_SOLD = """
SELECT ('00000000-0000-7000-8000-' || printf('%012x', i // 2))::UUID AS order_id, '#' || (i // 2) AS order_number,
       ('00000000-0000-7001-8000-' || printf('%012x', i))::UUID AS line_id,
       CASE WHEN hash(i // 2) % 9 > 0 THEN ('00000000-0000-7002-8000-' || printf('%012x', hash(i // 2) % 400))::UUID END AS customer,
       CASE WHEN hash(i // 2) % 9 > 0 THEN 1 + (hash(i // 2, 7) % 7)::INT END AS customer_rank,
       CASE WHEN hash(i // 2, 1) % 20 = 0 THEN '' ELSE ['FR', 'FR', 'FR', 'DE', 'BE'][1 + (hash(i // 2, 2) % 5)::INT] END AS country,
       lpad((1 + hash(i // 2, 3) % 95)::VARCHAR, 2, '0') AS region,
       ['online', 'online', 'online', 'store', 'marché'][1 + (hash(i // 2, 4) % 5)::INT] AS channel,
       'p' || (hash(i, 5) % {products})::VARCHAR AS product, 'Produit ' || (hash(i, 5) % {products}) AS title,
       'Femme › Robes' AS category, 'sku' || (hash(i, 5) % {products}) AS sku,
       TIMESTAMP '2025-11-01 00:00:00' + INTERVAL 1 SECOND * (32400000.0 * (i // 2 * 2) / {lines})::BIGINT AS placed_at,
       CASE WHEN hash(i // 2, 6) % 10 > 0 THEN placed_at + INTERVAL 2 DAY + INTERVAL 1 HOUR * (hash(i // 2, 8) % 60)::INT END AS delivered_at,
       1 + (hash(i, 9) % 3)::INT AS quantity, (500 + hash(i, 10) % 9000)::BIGINT * (1 + (hash(i, 9) % 3)::INT) AS paid, 'EUR' AS currency
FROM range({lines}) t(i)
"""
# A tenth comes back; products ending in 3 three times as often. Some are refused, some have no order or another currency.
_RETURNED = """
SELECT ('00000000-0000-7003-8000-' || right(line_id::VARCHAR, 12))::UUID AS return_id,
       ('00000000-0000-7004-8000-' || right(line_id::VARCHAR, 12))::UUID AS item_id, 'R' || n AS number,
       CASE WHEN hash(n, 20) % 50 > 0 THEN order_id END AS order_id, order_number, line_id, customer, customer_rank,
       CASE WHEN hash(n, 20) % 50 > 0 THEN country ELSE '' END AS country, region, channel, product, title, category, sku,
       CASE WHEN hash(n, 20) % 50 > 0 THEN placed_at END AS placed_at,
       CASE WHEN hash(n, 20) % 50 > 0 THEN delivered_at END AS delivered_at,
       COALESCE(delivered_at, placed_at + INTERVAL 4 DAY) + INTERVAL 1 HOUR * ((hash(n, 21) % 600)::INT - 5) AS requested_at,
       'portal' AS asked_through, 1 + (hash(n, 22) % quantity)::INT AS units,
       CASE WHEN hash(n, 23) % 8 = 0 THEN '' ELSE ['too-small', 'changed-mind', 'damaged'][1 + (hash(n, 24) % 3)::INT] END AS reason,
       'customer' AS fault,
       CASE WHEN hash(n, 25) % 3 = 0 THEN ['Elle serre aux épaules.', 'Trop serrée, dommage !', 'The sleeves are far too long.',
            'Sleeve too short', 'Je ne l''aime pas', 'La couture est défaite'][1 + (hash(n, 26) % 6)::INT] ELSE '' END AS comment,
       ['fr', 'fr', 'en', 'en', 'fr', 'de'][1 + (hash(n, 26) % 6)::INT] AS language, 'drop_off' AS method,
       'settled' AS status, 'refunded' AS outcome, hash(n, 27) % 12 > 0 AS counts, (paid // quantity)::BIGINT AS refund,
       (hash(n, 28) % 300)::BIGINT AS outbound, CASE WHEN hash(n, 29) % 40 = 0 THEN 500 ELSE 0 END::BIGINT AS goodwill,
       CASE WHEN hash(n, 30) % 6 = 0 THEN 390 ELSE 0 END::BIGINT AS fees, (hash(n, 31) % 200)::BIGINT AS bonus,
       (hash(n, 32) % 5 > 0)::INT AS labels, CASE WHEN hash(n, 33) % 60 = 0 THEN 'GBP' ELSE 'EUR' END AS currency
FROM (SELECT *, row_number() OVER () AS n FROM sold) WHERE hash(line_id) % 30 < CASE WHEN product LIKE '%3' THEN 9 ELSE 3 END
"""
_LOOKED_AT = """
SELECT ('00000000-0000-7005-8000-' || right(item_id::VARCHAR, 12))::UUID AS unit_id, return_id, item_id, order_id,
       ['A', 'B', 'C', 'D'][1 + (hash(item_id) % 4)::INT] AS grade,
       ['restock', 'outlet', 'donate', ''][1 + (hash(item_id) % 4)::INT] AS disposition,
       CASE WHEN order_id IS NOT NULL THEN refund END AS value, currency
FROM returned WHERE hash(item_id, 1) % 4 > 0
"""


def write(folder: Path, *, lines: int, products: int = 60) -> None:
    """A set of facts in `folder`."""
    with duckdb.connect(":memory:") as database:
        for table, select in (("sold", _SOLD), ("returned", _RETURNED), ("looked_at", _LOOKED_AT)):
            database.execute(f"CREATE TABLE {table} AS {select.format(lines=lines, products=products)}")
            columns = ", ".join(f'"{name}"::{kind} AS "{name}"' for name, kind in TABLES[table].items())
            to = f"'{folder / table}.parquet' (FORMAT parquet, COMPRESSION zstd)"
            database.execute(f"COPY (SELECT {columns} FROM {table}) TO {to}")


def settings() -> ShopSettings:
    def reason(handle: str, fr: str, en: str) -> shop_settings.Reason:
        return shop_settings.Reason(handle=handle, names={"fr": fr, "en": en}, fault=Fault.CUSTOMER)

    return ShopSettings(
        reasons=(
            reason("too-small", "Trop petit", "Too small"),
            reason("changed-mind", "Plus envie", "Changed my mind"),
        ),
        costs=Costs(
            label=450, handling=250, lost={Disposition.RESTOCK: 0, Disposition.OUTLET: 45, Disposition.DONATE: 100}
        ),
    )


def view(language: str = "en", **filters: Any) -> View:
    return View(NOW, language, settings(), Window(30, 45), Filters(**filters))
