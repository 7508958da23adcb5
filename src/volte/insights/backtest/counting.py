"""The counts over the compared purchases, in SQL over their one narrow table: as few readings of it as can be."""

# ruff: noqa: S608  # statements are put together from names of our own columns
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from volte.insights.backtest.compared import BANDS, WORSE
from volte.insights.backtest.outcome import GROUPS, Breach, Changed, Group, Outcome
from volte.insights.backtest.purchases import CURRENT, DRAFT
from volte.policy.rules.columns.effective import TRIGGERS
from volte.policy.rules.columns.laid import BELOW, VERDICTS
from volte.policy.rules.columns.table import MARK
from volte.policy.rules.model import Policy
from volte.policy.rules.words import Fact, Field, Verdict, WindowStart

Database = duckdb.DuckDBPyConnection
_EXAMPLES = 5
# An order is named once, though several of its items may be meant.
_LOOKED_AT = 8 * _EXAMPLES
_BY = {
    "category": "category",
    "country": "country",
    "customer_kind": "customer_kind",
    "customer_tags": "unnest(CASE WHEN len(customer_tags) > 0 THEN customer_tags ELSE [''] END)",
    "price": "band",
}
_COLUMN_OF = {Fact.DISCOUNT: "discount_part", Fact.CUSTOMER_RETURN_RATE: "rate_part"}
_REFUSED = VERDICTS.index(Verdict.REFUSED)


@dataclass(frozen=True, slots=True)
class Totals:
    """What one reading of all purchases tells: `marked` holds, for each yes-or-no column, how many say yes and a few
    of their orders."""

    current: Outcome
    draft: Outcome
    foreign: int
    worse: int
    better: int
    marked: dict[str, tuple[int, tuple[str, ...]]]

    def changed(self, direction: str) -> tuple[Changed, ...]:
        """Each way somebody is treated worse (or better), the most frequent first."""
        found = (Changed(how, *self.marked[f"{direction}_{how}"]) for how in WORSE)
        return tuple(sorted((one for one in found if one.items), key=lambda one: -one.items))


def totals(database: Database) -> Totals:
    marks = [*(f"{way}_{how}" for way in ("worse", "better") for how in WORSE), *(f"below_{field}" for field in BELOW)]
    asked = {
        **{f"{side}{name}": how for side in (CURRENT, DRAFT) for name, how in _sums(side).items()},
        "foreign": "count(*) FILTER (NOT counted)",
        "worse": "count(*) FILTER (worse)",
        "better": "count(*) FILTER (better)",
        **{f"n_{mark}": f"count(*) FILTER ({mark})" for mark in marks},
        **{f"o_{mark}": f"min(order_number, {_LOOKED_AT}) FILTER ({mark})" for mark in marks},
    }
    (row,) = _rows(database, f"SELECT {', '.join(asked.values())} FROM compared")
    told = dict(zip(asked, row, strict=True))
    ways = _rows(
        database,
        "SELECT sum(current_way), sum(draft_way) FROM (SELECT min(current_way) AS current_way, "
        "min(draft_way) AS draft_way FROM compared WHERE counted GROUP BY return_number)",
    )[0]
    return Totals(
        current=_outcome(told, CURRENT, ways[0]),
        draft=_outcome(told, DRAFT, ways[1]),
        foreign=told["foreign"],
        worse=told["worse"],
        better=told["better"],
        marked={mark: (told[f"n_{mark}"], _orders(told[f"o_{mark}"])) for mark in marks},
    )


def _sums(side: str) -> dict[str, str]:
    """What is counted of one policy."""
    paid = f"{side}refund > 0"
    return {
        **{verdict: f"count(*) FILTER ({side}verdict = {place})" for place, verdict in enumerate(VERDICTS)},
        "lifted": f"count(*) FILTER ({side}lifted)",
        **{name: f"sum({side}{name}) FILTER (counted)" for name in ("refund", "fees", "bonuses")},
        "days": f"avg({side}days) FILTER ({paid})",
        **{trigger: f"count(*) FILTER ({paid} AND {side}refund_at = {at})" for at, trigger in enumerate(TRIGGERS)},
    }


def _outcome(told: dict[str, Any], side: str, ways: int | None) -> Outcome:
    return Outcome(
        verdicts={each: told[f"{side}{each}"] for each in Verdict},
        lifted=told[f"{side}lifted"],
        refund=int(told[f"{side}refund"] or 0),
        fees=int(told[f"{side}fees"] or 0),
        bonuses=int(told[f"{side}bonuses"] or 0),
        ways=int(ways or 0),
        refund_at={each.value: told[f"{side}{each}"] for each in TRIGGERS if told[f"{side}{each}"]},
        refund_days=float(told[f"{side}days"] or 0),
    )


def _orders(found: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found or ()))[:_EXAMPLES]


def groups(database: Database) -> Iterator[Group]:
    """Each group of `GROUPS`, the largest first."""
    for by in GROUPS:
        for name, *counts in _rows(
            database,
            f"SELECT name, count(*), count(*) FILTER (current_verdict = {_REFUSED}), "
            f"count(*) FILTER (draft_verdict = {_REFUSED}), count(*) FILTER (worse), count(*) FILTER (better) "
            f"FROM (SELECT *, {_BY[by]} AS name FROM compared) GROUP BY 1 ORDER BY 2 DESC, 1",
        ):
            yield Group(by, _named(by, name), *(int(count) for count in counts))


def breaches(database: Database, found: Totals, draft: Policy) -> Iterator[Breach]:
    """Each term below the law that was met, by the rule that set it."""
    for field in BELOW:
        if not found.marked[f"below_{field}"][0]:
            continue
        for place, items, orders in _rows(
            database,
            f"SELECT set_{field}, count(*), min(order_number, {_LOOKED_AT}) FROM compared WHERE below_{field} "
            "GROUP BY 1 ORDER BY 1",
        ):
            yield Breach(field, draft.rules[place - 1].id if place else "", int(items), _orders(orders))


def missing(database: Database, *policies: Policy) -> list[tuple[Fact, int]]:
    """The facts the rules look at that some purchases do not tell, and how many do not."""
    asked = {condition.fact for policy in policies for rule in policy.rules for condition in rule.when}
    facts = sorted(asked - {Fact.WITHDRAWAL_RIGHT})
    if not facts:
        return []
    counts = ", ".join(f"count({_COLUMN_OF.get(fact, fact)})" for fact in facts)
    every, *known = _rows(database, f"SELECT count(*), {counts} FROM purchases")[0]
    return [(fact, every - count) for fact, count in zip(facts, known, strict=True) if count < every]


def undelivered(database: Database, *policies: Policy) -> int:
    """Of how many purchases does nobody know the day of delivery, from which a window counts?"""
    windows = [
        window
        for policy in policies
        for window in (policy.terms.window, *(rule.then.get(Field.WINDOW) for rule in policy.rules))
    ]
    if not any(window and window.days is not None and window.start is WindowStart.DELIVERY for window in windows):
        return 0
    return int(_rows(database, "SELECT count(*) FILTER (delivered IS NULL) FROM purchases")[0][0])


def unknown_buyers(database: Database) -> int:
    """Of how many purchases does nobody know whether a consumer made them?"""
    return int(_rows(database, "SELECT count(*) FILTER (customer_kind IS NULL) FROM purchases")[0][0])


def lines(database: Database) -> Sequence[tuple[Any, ...]]:
    """One row for each purchase that is decided otherwise, for a file."""
    ways = ", ".join(f"CASE WHEN worse_{how} THEN '{how}' END" for how in WORSE)
    words = ", ".join(f"'{verdict}'" for verdict in VERDICTS)
    return _rows(
        database,
        "SELECT order_number, return_number, title, country, customer_kind, units, "
        f"[{words}][current_verdict + 1], [{words}][draft_verdict + 1], current_refund, draft_refund, current_fees, "
        "draft_fees, coalesce(current_way, 0), coalesce(draft_way, 0), "
        f"concat_ws(' ', {ways}) FROM compared WHERE worse OR better ORDER BY order_number, return_number, title",
    )


def _named(by: str, name: Any) -> str:
    if name is None:
        return ""
    if by == "category":
        return str(name).strip(MARK).replace(MARK, " › ")
    if by != "price":
        return str(name)
    low, high = (0, *BANDS)[name], (*BANDS, None)[name]
    return f"{low // 100}-{high // 100}" if high else f"{low // 100}+"


def _rows(database: Database, statement: str) -> list[tuple[Any, ...]]:
    return database.execute(statement).fetchall()
