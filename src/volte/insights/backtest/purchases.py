"""Purchases as columns, and beside them what the law gives, asked of the law once for each different situation."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import ibis
import pyarrow

from volte.insights.backtest.history import Asked
from volte.law.rules.refunding import News, RefundTerm
from volte.law.rules.rights import Rights, rights_for
from volte.law.rules.situation import Situation
from volte.policy.rules.columns import table as shape
from volte.policy.rules.columns.sheet import Sheet
from volte.policy.rules.model import Policy
from volte.policy.rules.refund import legal_term
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
    **dict.fromkeys(("sent_on", "arrived_on", "inspected_on", "settled_on"), "int32"),
    f"{CURRENT}law": "int64",
    f"{DRAFT}law": "int64",
    f"{CURRENT}lawful_on": "int32",
    f"{DRAFT}lawful_on": "int32",
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
    law, rows = _Law(), []
    # All a policy tells the law is whether the shop informs its buyers.
    same = current.informs_of_withdrawal == draft.informs_of_withdrawal
    alike = True
    for one in asked:
        before = law.place(current, one)
        after = before if same else law.place(draft, one)
        alike = alike and before == after
        rows.append(
            (
                *shape.row(one.facts),
                *(one.order, one.number, one.title, one.method, one.resolution, one.units, one.currency),
                *map(shape.number, (one.way.sent_on, one.way.arrived_on, one.way.inspected_on, one.way.settled_on)),
                *(before, after, law.refunds_by(before, one), law.refunds_by(after, one)),
            )
        )
    outcomes = [(place, *shape.outcome(rights)) for place, rights in enumerate(law.rights)]
    return Columns(_arrow(PURCHASES, rows), _arrow({"id": "int64", **shape.LAW}, outcomes), alike)


class _Law:
    """What the law gives, asked once for each different situation."""

    def __init__(self) -> None:
        self.rights: list[Rights] = []
        self._places: dict[Situation, int] = {}
        self._terms: list[RefundTerm] = []
        self._days: dict[tuple[int, News], int | None] = {}

    def place(self, policy: Policy, one: Asked) -> int:
        situation = situation_of(policy=policy, facts=one.facts)
        place = self._places.setdefault(situation, len(self._places))
        if place == len(self.rights):
            self.rights.append(rights_for(situation))
            self._terms.append(legal_term(self.rights[place]))
        return place

    def refunds_by(self, place: int, one: Asked) -> int | None:
        """The day by which the law wants the money back; NULL where it names none, or none yet."""
        term = self._terms[place]
        if term.days is None:
            return None
        way = one.way
        news = News(one.facts.request.asked_on, proof_on=way.sent_on or way.arrived_on, goods_on=way.arrived_on)
        asked = (place, news)
        if asked not in self._days:
            self._days[asked] = shape.number(term.lawful_by(news))
        return self._days[asked]


def with_law(purchases: Table, law: Table, *, alike: bool) -> Sheet:
    """What the law gives beside each purchase, under the prefix of either policy. Are both `alike` in the law's eyes,
    it is laid there once."""
    sides = (CURRENT,) if alike else (CURRENT, DRAFT)
    for side in sides:
        own = law.rename({f"{side}{name}": name for name in ("id", *shape.LAW)})
        purchases = purchases.join(own, purchases[f"{side}law"] == own[f"{side}id"]).drop(f"{side}id")
    both = (*shape.LAW, "lawful_on")
    return Sheet.of(purchases, **({f"{DRAFT}{name}": f"{CURRENT}{name}" for name in both} if alike else {}))


def _arrow(kinds: dict[str, str], rows: list[tuple[Any, ...]]) -> pyarrow.Table:
    schema = ibis.schema(kinds).to_pyarrow()
    by_column = list(zip(*rows, strict=True)) if rows else [() for _ in kinds]
    arrays = [pyarrow.array(values, field.type) for values, field in zip(by_column, schema, strict=True)]
    return pyarrow.table(arrays, schema=schema)
