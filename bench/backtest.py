"""A policy of thirty rules over two million purchases as columns, against the same logic written by hand in SQL; both
must come to the same. Then the whole comparison of two policies."""

# ruff: noqa: E501, PLC0415  # statements read better in long lines; DuckDB is loaded by whoever needs it

import os
import time
from datetime import date
from types import SimpleNamespace

import duckdb

from bench import by_hand
from bench.by_hand import COUNTRIES, RULES
from bench.report import Figure, keep
from volte.kit.words import Resolution
from volte.policy.rules import parse
from volte.policy.rules.model import Policy

LINES, TRIES = 2_000_000, 3


def document(*, days: int, fee: str, other: bool = False) -> Policy:
    """Thirty rules of the kinds shops write: goods, prices, seasons, customers. `other`: with other numbers in each."""
    add = 1 if other else 0
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
            f'category = ["C{number % 12 + add}"]',
            f'country = ["{COUNTRIES[number % 4]}"], price_paid = {{ over = "{10 + number + add}.00" }}',
            f'customer_kind = ["business"], category = ["C{number % 12 + add}"]',
            f'weight = {{ over = "{number + add} kg" }}, country = ["{COUNTRIES[number % 4]}"]',
        )[number % 4]
        then = (
            f"window = {{ days = {days + number} }}",
            f'restocking_fee = "{1 + number % 5} %"',
            f"window = {{ days = {days - 5} }}",
            f'methods = {{ pickup = "{3 + number % 4 + add}.90" }}',
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
        ours, hand = compiled(database, policy), by_hand.one_policy()
        assert database.execute(ours).fetchall() == database.execute(hand).fetchall(), "both must agree"
        turns = [(_took(database, ours), _took(database, hand)) for _ in range(TRIES)]
        best, reference = min(one for one, _ in turns), min(other for _, other in turns)
        keep(Figure(f"{RULES} rules as columns, {LINES:,} lines", best * 1000, "ms", "SQL by hand", reference * 1000))
        keep(Figure("the same, lines a second", LINES / best, "lines/s", "asked", 1_000_000))
        _compared(database, policy, draft)
        _compared(database, policy, document(days=25, fee="1 %", other=True), name=", nothing in common")


def _compared(database: duckdb.DuckDBPyConnection, policy: Policy, draft: Policy, name: str = "") -> None:
    """Two policies over all lines, then the whole answer with its counts."""
    from volte.insights.backtest.replayed import counted

    began = time.perf_counter()
    table, view = comparison(database, policy, draft)
    composed = time.perf_counter() - began
    _took(database, table)
    database.execute(view)
    found = SimpleNamespace(purchases=SimpleNamespace(num_rows=LINES), law=SimpleNamespace(num_rows=4_000))
    turns = []
    for _ in range(TRIES):
        ours, began = _took(database, table), time.perf_counter()
        counted(database, found, current=policy, draft=draft, lines=False)
        turns.append((ours, time.perf_counter() - began, 0.0 if name else _took(database, by_hand.compared())))
    assert name or agree(database), "both must agree"
    ours, counting, hand = (min(one) for one in zip(*turns, strict=True))
    title = f"backtest: two policies of {RULES} rules{name}"
    if not name:
        keep(Figure(title, ours * 1000, "ms", "SQL by hand", hand * 1000))
    keep(Figure(f"{title}, lines a second", LINES / ours, "lines/s", "asked", 1_000_000))
    keep(Figure("  and all its counts", LINES / (ours + counting), "lines/s"))
    keep(Figure("  writing the statement", composed * 1000, "ms"))


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


# The first day of 2026, as the columns count days.
_DAY = (date(2026, 1, 1) - date(1970, 1, 1)).days
_KINDS = {
    "string": "VARCHAR",
    "int64": "BIGINT",
    "int32": "INT",
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
    "ordered": f"{_DAY} + (h % 330)::INT",
    "delivered": f"CASE WHEN h % 10 > 0 THEN {_DAY} + 3 + (h % 330)::INT END",
    "requested": f"{_DAY} + 3 + (h % 330)::INT + (hash(i, 1) % 50)::INT",
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
    "sent_on": f"CASE WHEN h % 9 > 0 THEN {_DAY} + 5 + (h % 330)::INT + (hash(i, 1) % 50)::INT END",
    "arrived_on": f"CASE WHEN h % 8 > 0 THEN {_DAY} + 8 + (h % 330)::INT + (hash(i, 1) % 50)::INT END",
    "inspected_on": f"CASE WHEN h % 7 > 0 THEN {_DAY} + 9 + (h % 330)::INT + (hash(i, 1) % 50)::INT END",
    "settled_on": f"CASE WHEN h % 6 > 0 THEN {_DAY} + 12 + (h % 330)::INT + (hash(i, 1) % 50)::INT END",
    **dict.fromkeys(
        ("current_lawful_on", "draft_lawful_on"), f"CASE WHEN h % 8 > 0 THEN {_DAY} + 17 + (h % 330)::INT END"
    ),
    "current_law": "(hash(i, 2) % 4000)::BIGINT",
    "draft_law": "(hash(i, 2) % 4000)::BIGINT",
}
_LAW = {
    "withdrawal": "['yes', 'no', 'no', 'unknown'][1 + i % 4]",
    "withdrawal_last": f"CASE WHEN i % 4 = 0 THEN {_DAY} + 19 + (i % 330)::INT END",
    "withdrawal_floor": f"CASE WHEN i % 4 = 0 THEN {_DAY} + 17 + (i % 330)::INT END",
    "merchant_pays": "i % 40 = 0",
    "outbound_owed": "true",
    "goods_travel": "true",
    "send_back_days": "14",
    "refund_days": "14",
    "conformity": "['yes', 'no'][1 + (i // 4 % 5 = 0)::INT]",
    "conformity_last": f"{_DAY} + 749 + (i % 330)::INT",
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
    sheet = with_law(tables.table("purchases"), tables.table("law"), alike=True)
    wanted = (
        "country",
        "price_paid",
        *(f"{CURRENT}{name}" for name in ("verdict", "kept_fee", "last_day", "price_pickup")),
    )
    table = laid(effective(sheet, side), side).only(wanted)
    found = table.group_by("country", table.current_verdict).aggregate(
        items=table.count(),
        fees=(table.price_paid * table.current_kept_fee).sum(),
        last=table.current_last_day.max(),
        pickup=table.current_price_pickup.sum(),
    )
    return written(found.order_by("country", "current_verdict"))


def comparison(database: duckdb.DuckDBPyConnection, current: Policy, draft: Policy) -> tuple[str, str]:
    """The statement of a backtest."""
    import ibis

    from volte.insights.backtest import compared, purchases
    from volte.insights.backtest.replayed import written
    from volte.policy.rules.columns.effective import scale_of

    tables = ibis.duckdb.from_connection(database)
    sheet = purchases.with_law(tables.table("purchases"), tables.table("law"), alike=True)
    narrow, whole = compared.compared(sheet, current=current, draft=draft, scale=scale_of(current, draft))
    return (
        f"CREATE OR REPLACE TABLE narrow AS {written(narrow)}",
        f"CREATE OR REPLACE VIEW compared AS {written(whole)}",
    )


# What both ways of comparing must come to: (ours, by hand).
_AGREE = (
    *(
        (f"sum({side}{name})", f"sum({name}_{n})")
        for n, side in ((1, "current_"), (2, "draft_"))
        for name in ("refund", "fees")
    ),
    *((f"sum({side}verdict)", f"sum(verdict_{n})") for n, side in ((1, "current_"), (2, "draft_"))),
    *(
        (f"count(*) FILTER ({side}lifted)", f"count(*) FILTER (lifted_{n})")
        for n, side in ((1, "current_"), (2, "draft_"))
    ),
    *(
        (f"count(*) FILTER ({way}_{how})",) * 2
        for way in ("worse", "better")
        for how in ("refused", "harder", "shorter", "lost", "fee")
    ),
    ("count(*) FILTER (below_window)",) * 2,
    ("count(*) FILTER (below_restocking_fee)", "count(*) FILTER (below_fee)"),
)


def agree(database: duckdb.DuckDBPyConnection) -> bool:
    """Do the tables of both come to the same counts and sums?"""
    ours, hand = (", ".join(columns) for columns in zip(*_AGREE, strict=True))
    return (
        database.execute(f"SELECT {ours} FROM compared").fetchall()
        == database.execute(f"SELECT {hand} FROM by_hand").fetchall()
    )
