"""A policy of thirty rules over two million purchases as columns, against the same logic written by hand in SQL; both
must come to the same. Then the whole comparison of two policies."""

# ruff: noqa: E501, PLC0415  # statements read better in long lines; DuckDB is loaded by whoever needs it

import os
import time

import duckdb

from bench.report import Figure, keep
from volte.kit.words import Resolution
from volte.policy.rules import parse
from volte.policy.rules.model import Policy

LINES, TRIES, RULES = 2_000_000, 3, 30
_COUNTRIES = ("FR", "DE", "BE", "ES")


def document(*, days: int, fee: str) -> Policy:
    """Thirty rules of the kinds shops write: goods, prices, seasons, customers."""
    rules = [
        _rule("final-sale", 'tags = ["final-sale"], fault = "customer"', "accept = false"),
        _rule("hygiene", 'traits = ["hygiene"], seal_broken = true', "accept = false", stop=True),
        _rule("christmas", "ordered = { from = 2026-11-01, until = 2026-12-25 }", "window = { until = 2027-01-31 }"),
        _rule("heavy", 'weight = { over = "15 kg" }', 'methods = { pickup = "free" }'),
        _rule("markdown", 'discount = { over = "40 %" }', 'credit_bonus = "0 %"'),
        _rule("dear", 'price_paid = { over = "500.00" }', 'approval = "manual"'),
    ]
    for number in range(RULES - len(rules)):
        when = (
            f'category = ["C{number % 12}"]',
            f'country = ["{_COUNTRIES[number % 4]}"], price_paid = {{ over = "{10 + number}.00" }}',
            f'customer_kind = ["business"], category = ["C{number % 12}"]',
            f'weight = {{ over = "{number} kg" }}, country = ["{_COUNTRIES[number % 4]}"]',
        )[number % 4]
        then = (
            f"window = {{ days = {days + number} }}",
            f'restocking_fee = "{1 + number % 5} %"',
            f"window = {{ days = {days - 5} }}",
            f'methods = {{ pickup = "{3 + number % 4}.90" }}',
        )[number % 4]
        rules.append(_rule(f"r{number}", when, then))
    return parse.policy(_HEAD.format(days=days, fee=fee) + "".join(rules))


_HEAD = """
[policy]
name = "Bench"
sells_to = ["FR", "DE", "BE", "ES"]
languages = ["en"]
currency = "EUR"
informs_of_withdrawal = true
[terms]
window = {{ days = {days} }}
resolutions = ["refund", "exchange", "credit"]
methods = {{ drop_off = "free", pickup = "4.90" }}
restocking_fee = "{fee}"
credit_bonus = "10 %"
"""


def _rule(identity: str, when: str, then: str, *, stop: bool = False) -> str:
    return f'\n[[rule]]\nid = "{identity}"\nwhen = {{ {when} }}\nthen = {{ {then} }}\n' + (
        "stop = true\n" if stop else ""
    )


def run() -> None:
    # The columns need settings of Django's, though no database.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "volte.project.settings")
    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    import django

    django.setup()
    _columns()
    del os.environ["DATABASE_URL"]


def _columns() -> None:
    with duckdb.connect(":memory:") as database:
        database.execute("SET threads = 2")
        policy, draft = document(days=30, fee="0 %"), document(days=20, fee="5 %")
        make(database, LINES)
        ours, by_hand = compiled(database, policy), written_by_hand(policy)
        assert database.execute(ours).fetchall() == database.execute(by_hand).fetchall(), "both must agree"
        turns = [(_took(database, ours), _took(database, by_hand)) for _ in range(TRIES)]
        best, reference = min(one for one, _ in turns), min(other for _, other in turns)
        keep(Figure(f"{RULES} rules as columns, {LINES:,} lines", best * 1000, "ms", "SQL by hand", reference * 1000))
        keep(Figure("the same, lines a second", LINES / best, "lines/s", "asked", 1_000_000))
        comparing = comparison(database, policy, draft)
        took = min(_took(database, comparing) for _ in range(TRIES))
        keep(Figure(f"backtest of two policies of {RULES} rules", LINES / took, "lines/s", "asked", 1_000_000))


def _took(database: duckdb.DuckDBPyConnection, statement: str) -> float:
    began = time.perf_counter()
    database.execute(statement).fetchall()
    return time.perf_counter() - began


def make(database: duckdb.DuckDBPyConnection, lines: int) -> None:
    """Purchases and outcomes of the law, made by DuckDB."""
    from volte.insights.backtest.purchases import PURCHASES
    from volte.policy.rules.columns.table import LAW

    made = {name: f"NULL::{_KINDS[kind]}" for name, kind in PURCHASES.items()} | _MADE
    database.execute(
        f"CREATE TABLE purchases AS SELECT {', '.join(f'{made[name]} AS {name}' for name in PURCHASES)} "
        f"FROM (SELECT i, hash(i) AS h FROM range({lines}) t(i))"
    )
    law = {name: f"NULL::{_KINDS[kind]}" for name, kind in LAW.items()} | _LAW
    database.execute(
        f"CREATE TABLE law AS SELECT i AS id, {', '.join(f'{law[name]} AS {name}' for name in LAW)} FROM range(4000) t(i)"
    )


_KINDS = {
    "string": "VARCHAR",
    "int64": "BIGINT",
    "date": "DATE",
    "boolean": "BOOLEAN",
    "array<string>": "VARCHAR[]",
    "map<string, string>": "MAP(VARCHAR, VARCHAR)",
}
_MADE = {
    "category": "'\x1fShop\x1fC' || (h % 14) || '\x1f'",
    "tags": "CASE WHEN h % 17 = 0 THEN ['sale', 'final-sale'] ELSE ['new'] END",
    "traits": "CASE WHEN h % 23 = 0 THEN ['hygiene'] ELSE []::VARCHAR[] END",
    "country": "['FR', 'FR', 'DE', 'BE', 'ES'][1 + (h % 5)::INT]",
    "customer_kind": "CASE WHEN h % 11 = 0 THEN 'business' WHEN h % 13 > 0 THEN 'consumer' END",
    "customer_tags": "[]::VARCHAR[]",
    "price_paid": "500 + (h % 70000)::BIGINT",
    "price_paid_currency": "'EUR'",
    "discount_part": "CASE WHEN h % 3 > 0 THEN (h % 80)::BIGINT END",
    "discount_whole": "100",
    "weight": "CASE WHEN h % 7 > 0 THEN (h % 30000)::BIGINT END",
    "seal_broken": "CASE WHEN h % 2 = 0 THEN h % 4 = 0 END",
    "ordered": "DATE '2026-01-01' + (h % 330)::INT",
    "delivered": "CASE WHEN h % 10 > 0 THEN DATE '2026-01-04' + (h % 330)::INT END",
    "requested": "DATE '2026-01-04' + (h % 330)::INT + (hash(i, 1) % 50)::INT",
    "reason": "['too-small', 'changed-mind', 'damaged'][1 + (h % 3)::INT]",
    "fault": "['customer', 'customer', 'merchant'][1 + (h % 3)::INT]",
    "quantity": "1",
    "units": "1",
    "shown": "[]::VARCHAR[]",
    "order_number": "'#' || (i // 2)",
    "return_number": "'R' || (i // 2)",
    "title": "'Robe'",
    "method": "'drop_off'",
    "resolution": "'refund'",
    "currency": "'EUR'",
    "current_law": "(hash(i, 2) % 4000)::BIGINT",
    "draft_law": "(hash(i, 2) % 4000)::BIGINT",
}
_LAW = {
    "withdrawal": "['yes', 'no', 'no', 'unknown'][1 + i % 4]",
    "withdrawal_last": "CASE WHEN i % 4 = 0 THEN DATE '2026-01-20' + (i % 330)::INT END",
    "withdrawal_floor": "CASE WHEN i % 4 = 0 THEN DATE '2026-01-18' + (i % 330)::INT END",
    "merchant_pays": "i % 40 = 0",
    "outbound_owed": "true",
    "goods_travel": "true",
    "send_back_days": "14",
    "refund_days": "14",
    "conformity": "['yes', 'no'][1 + (i // 4 % 5 = 0)::INT]",
    "conformity_last": "DATE '2028-01-20' + (i % 330)::INT",
    **{f"remedy_{one}": str(one in ("replacement", "repair")) for one in Resolution},
    "other_law": "i // 4 % 5 = 0",
    "covered": "true",
}


def compiled(database: duckdb.DuckDBPyConnection, policy: Policy) -> str:
    """Our statement: verdicts, fees, last days and the price of a pick-up by country."""
    import ibis

    from volte.insights.backtest.purchases import CURRENT, with_law
    from volte.insights.backtest.replayed import written
    from volte.policy.rules.columns.effective import Side, effective
    from volte.policy.rules.columns.laid import laid

    tables = ibis.duckdb.from_connection(database)
    side = Side(policy, CURRENT, 100)
    table = laid(effective(with_law(tables.table("purchases"), tables.table("law")), side), side)
    found = table.group_by("country", table.current_verdict).aggregate(
        items=table.count(),
        fees=(table.price_paid * table.current_kept_fee).sum(),
        last=table.current_last_day.max(),
        pickup=table.current_price_pickup.sum(),
    )
    return written(found.order_by("country", "current_verdict"))


def comparison(database: duckdb.DuckDBPyConnection, current: Policy, draft: Policy) -> str:
    """The statement of a backtest."""
    import ibis

    from volte.insights.backtest import compared, purchases
    from volte.insights.backtest.replayed import written
    from volte.policy.rules.columns.effective import scale_of

    tables = ibis.duckdb.from_connection(database)
    table = purchases.with_law(tables.table("purchases"), tables.table("law"))
    found = compared.compared(table, current=current, draft=draft, scale=scale_of(current, draft))
    return f"CREATE OR REPLACE TABLE compared AS {written(found)}"


def written_by_hand(policy: Policy) -> str:
    """What somebody would type for `document(days=30, fee="0 %")`, knowing what the rules can and cannot do."""
    rules = "".join(f", {_by_hand(number)} AS h{number}" for number in range(RULES - 6))
    numbers = list(reversed(range(RULES - 6)))
    read = "NOT coalesce(hygiene, false)"
    windows = " ".join(
        f"WHEN h{n} AND {read} THEN delivered + {30 + n if n % 4 == 0 else 25}" for n in numbers if n % 4 in (0, 2)
    )
    fees = " ".join(f"WHEN h{n} AND {read} THEN {1 + n % 5}" for n in numbers if n % 4 == 1)
    ways = " ".join(f"WHEN h{n} AND {read} THEN {390 + 100 * (n % 4)}" for n in numbers if n % 4 == 3)
    return f"""
WITH held AS (
  SELECT p.*, l.*, list_contains(tags, 'final-sale') AND fault = 'customer' AS final_sale,
         list_contains(traits, 'hygiene') AND seal_broken AS hygiene,
         ordered BETWEEN DATE '2026-11-01' AND DATE '2026-12-25' AS christmas, weight > 15000 AS heavy,
         price_paid > 50000 AS dear, fault IN ('merchant', 'carrier') AND reason <> 'arrived-late' AS claim{rules}
    FROM purchases p JOIN law l ON l.id = p.current_law),
set_by AS (
  SELECT *, NOT coalesce(final_sale OR hygiene, false) AS accept,
         CASE {windows} WHEN christmas AND {read} THEN DATE '2027-01-31' ELSE delivered + 30 END AS last_day,
         CASE {fees} ELSE 0 END AS fee, CASE {ways} WHEN heavy AND {read} THEN 0 ELSE 490 END AS pickup,
         dear AND {read} AS manual
    FROM held),
based AS (
  SELECT *, CASE WHEN claim AND conformity = 'yes' THEN 'conformity' WHEN withdrawal = 'yes' THEN 'withdrawal'
                 WHEN accept AND (last_day IS NULL OR requested <= last_day) THEN 'commercial' END AS basis
    FROM set_by)
SELECT country, CASE WHEN basis IS NULL AND (withdrawal = 'unknown' OR claim AND (conformity = 'unknown' OR other_law)) THEN 'needs_review'
                     WHEN basis IS NULL THEN 'refused' WHEN basis <> 'withdrawal' AND manual THEN 'needs_review' ELSE 'accepted' END AS verdict,
       count(*), sum(price_paid * CASE WHEN basis IN ('conformity', 'withdrawal') OR basis = 'commercial' AND withdrawal = 'unknown' THEN 0 ELSE fee END),
       max(last_day), sum(pickup)
  FROM based GROUP BY ALL ORDER BY country, verdict
"""


def _by_hand(number: int) -> str:
    country = _COUNTRIES[number % 4]
    return (
        f"contains(category, '\x1fC{number % 12}\x1f')",
        f"country = '{country}' AND price_paid > {1000 + 100 * number}",
        f"customer_kind = 'business' AND contains(category, '\x1fC{number % 12}\x1f')",
        f"weight > {number * 1000} AND country = '{country}'",
    )[number % 4]
