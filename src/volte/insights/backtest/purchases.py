"""Purchases as columns, and beside them what the law gives, asked of the law once for each different situation."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import ibis
import pyarrow

from volte.insights.backtest.history import Asked
from volte.law.rules.rights import rights_for
from volte.law.rules.situation import Situation
from volte.policy.rules.columns import table as shape
from volte.policy.rules.columns.sheet import Sheet
from volte.policy.rules.model import Policy
from volte.policy.rules.situation import situation_of

Table = Any
CURRENT, DRAFT = "current_", "draft_"
_ABOUT = {
    "order_number": "string",
    "return_number": "string",
    "title": "string",
    "method": "string",
    "resolution": "string",
    "units": "int64",
    "currency": "string",
    f"{CURRENT}law": "int64",
    f"{DRAFT}law": "int64",
}
PURCHASES = {**shape.FACTS, **_ABOUT}


@dataclass(frozen=True, slots=True)
class Columns:
    """`purchases`: one row each; `law`: one row for each different situation, by its `id`. `alike`: for every purchase
    the law says the same under both policies."""

    purchases: pyarrow.Table
    law: pyarrow.Table
    alike: bool


def columns(asked: Iterable[Asked], *, current: Policy, draft: Policy) -> Columns:
    """These purchases and what the law gives for them under both policies: what a shop says of informing its buyers may
    differ between the two."""
    known: dict[Situation, int] = {}

    def law(policy: Policy, one: Asked) -> int:
        return known.setdefault(situation_of(policy=policy, facts=one.facts), len(known))

    rows = [
        (
            *shape.row(one.facts),
            *(one.order, one.number, one.title, one.method, one.resolution, one.units, one.currency),
            *(law(current, one), law(draft, one)),
        )
        for one in asked
    ]
    outcomes = [(place, *shape.outcome(rights_for(situation))) for situation, place in known.items()]
    alike = all(row[-2] == row[-1] for row in rows)
    return Columns(_arrow(PURCHASES, rows), _arrow({"id": "int64", **shape.LAW}, outcomes), alike)


def with_law(purchases: Table, law: Table, *, alike: bool) -> Sheet:
    """What the law gives beside each purchase, under the prefix of either policy. Are both `alike` in the law's eyes,
    it is laid there once."""
    sides = (CURRENT,) if alike else (CURRENT, DRAFT)
    for side in sides:
        own = law.rename({f"{side}{name}": name for name in ("id", *shape.LAW)})
        purchases = purchases.join(own, purchases[f"{side}law"] == own[f"{side}id"]).drop(f"{side}id")
    return Sheet.of(purchases, **({f"{DRAFT}{name}": f"{CURRENT}{name}" for name in shape.LAW} if alike else {}))


def _arrow(kinds: dict[str, str], rows: list[tuple[Any, ...]]) -> pyarrow.Table:
    schema = ibis.schema(kinds).to_pyarrow()
    by_column = list(zip(*rows, strict=True)) if rows else [() for _ in kinds]
    arrays = [pyarrow.array(values, field.type) for values, field in zip(by_column, schema, strict=True)]
    return pyarrow.table(arrays, schema=schema)
