"""The counts over the compared purchases, in SQL over their one narrow table."""

# ruff: noqa: S608  # statements are put together from names of our own columns
from collections.abc import Iterator, Sequence
from typing import Any

import duckdb

from volte.insights.backtest.compared import BANDS, LAWFUL, WORSE
from volte.insights.backtest.outcome import GROUPS, Breach, Changed, Group, Outcome
from volte.policy.rules.columns.laid import BELOW
from volte.policy.rules.columns.table import MARK
from volte.policy.rules.model import Policy
from volte.policy.rules.words import Fact, Verdict

Database = duckdb.DuckDBPyConnection
_EXAMPLES = 5
_BY = {
    "category": f"replace(trim(category, '{MARK}'), '{MARK}', ' › ')",
    "country": "country",
    "customer_kind": "customer_kind",
    "customer_tags": "unnest(CASE WHEN len(customer_tags) > 0 THEN customer_tags ELSE [''] END)",
    "price": "band",
}
_COLUMN_OF = {Fact.DISCOUNT: "discount_part", Fact.CUSTOMER_RETURN_RATE: "rate_part"}


def of_policy(database: Database, side: str, currency: str) -> Outcome:
    """One policy over all of them. A parcel's way back is paid once, by its cheapest item."""
    verdicts = dict(_rows(database, f"SELECT {side}verdict, count(*) FROM compared GROUP BY 1"))
    lawful = ", ".join(f"'{one}'" for one in LAWFUL)
    is_money = f"price_paid_currency IS NULL OR price_paid_currency = '{currency}'"
    (lifted, refund, fees, bonuses, days), *_ = _rows(
        database,
        f"SELECT count(*) FILTER ({side}basis IN ({lawful}) AND NOT {side}promised), "
        f"sum({side}refund) FILTER ({is_money}), sum({side}fees) FILTER ({is_money}), "
        f"sum({side}bonuses) FILTER ({is_money}), avg({side}days) FILTER ({side}refund > 0) FROM compared",
    )
    (ways,), *_ = _rows(
        database,
        f"SELECT sum(way) FROM (SELECT min({side}way) AS way FROM compared WHERE {side}verdict <> 'refused' "
        f"AND ({is_money}) GROUP BY return_number)",
    )
    at = _rows(database, f"SELECT {side}refund_at, count(*) FROM compared WHERE {side}refund > 0 GROUP BY 1 ORDER BY 1")
    return Outcome(
        verdicts={each: int(verdicts.get(each.value, 0)) for each in Verdict},
        lifted=int(lifted),
        refund=int(refund or 0),
        fees=int(fees or 0),
        bonuses=int(bonuses or 0),
        ways=int(ways or 0),
        refund_at={name: int(count) for name, count in at},
        refund_days=float(days or 0),
    )


def changed(database: Database, direction: str) -> Iterator[Changed]:
    """Each way somebody is treated worse (or better), the most frequent first."""
    found = []
    for how in WORSE:
        items, examples = _with_examples(database, f"{direction}_{how}")
        if items:
            found.append(Changed(how, items, examples))
    yield from sorted(found, key=lambda one: -one.items)


def groups(database: Database) -> Iterator[Group]:
    """Each group of `GROUPS`, the largest first."""
    for by in GROUPS:
        for name, *counts in _rows(
            database,
            f"SELECT name, count(*), count(*) FILTER (current_verdict = 'refused'), "
            "count(*) FILTER (draft_verdict = 'refused'), count(*) FILTER (worse), count(*) FILTER (better) "
            f"FROM (SELECT *, {_BY[by]} AS name FROM compared) GROUP BY 1 ORDER BY 2 DESC, 1",
        ):
            yield Group(by, _named(by, name), *(int(count) for count in counts))


def breaches(database: Database, draft: Policy) -> Iterator[Breach]:
    """Each term below the law that was met, by the rule that set it."""
    for field in BELOW:
        for (place,) in _rows(database, f"SELECT DISTINCT set_{field} FROM compared WHERE below_{field} ORDER BY 1"):
            items, examples = _with_examples(database, f"below_{field} AND set_{field} = {int(place)}")
            yield Breach(field, draft.rules[place - 1].id if place else "", items, examples)


def missing(database: Database, *policies: Policy) -> list[tuple[Fact, int]]:
    """The facts the rules look at that some purchases do not tell, and how many do not."""
    asked = {condition.fact for policy in policies for rule in policy.rules for condition in rule.when}
    facts = sorted(asked - {Fact.WITHDRAWAL_RIGHT})
    if not facts:
        return []
    counts = ", ".join(f"count(*) FILTER ({_COLUMN_OF.get(fact, fact)} IS NULL)" for fact in facts)
    found = _rows(database, f"SELECT {counts} FROM purchases")[0]
    return [(fact, int(count)) for fact, count in zip(facts, found, strict=True) if count]


def how_many(database: Database, condition: str) -> int:
    return int(_rows(database, f"SELECT count(*) FILTER ({condition}) FROM compared")[0][0])


def lines(database: Database) -> Sequence[tuple[str, ...]]:
    """One row for each purchase that is decided otherwise, for a file."""
    ways = ", ".join(f"CASE WHEN worse_{how} THEN '{how}' END" for how in WORSE)
    return _rows(
        database,
        "SELECT order_number, return_number, title, country, customer_kind, units, current_verdict, draft_verdict, "
        "current_refund, draft_refund, current_fees, draft_fees, current_way, draft_way, "
        f"concat_ws(' ', {ways}) FROM compared WHERE worse OR better ORDER BY order_number, return_number, title",
    )


def _with_examples(database: Database, condition: str) -> tuple[int, tuple[str, ...]]:
    (items, examples), *_ = _rows(
        database, f"SELECT count(*), list(DISTINCT order_number ORDER BY order_number) FROM compared WHERE {condition}"
    )
    return int(items), tuple((examples or ())[:_EXAMPLES])


def _named(by: str, name: Any) -> str:
    if by != "price" or name is None:
        return "" if name is None else str(name)
    low, high = (0, *BANDS)[name], (*BANDS, None)[name]
    return f"{low // 100}-{high // 100}" if high else f"{low // 100}+"


def _rows(database: Database, statement: str) -> list[tuple[Any, ...]]:
    return database.execute(statement).fetchall()
