"""Which column answers to a name? A table that grows in steps, in which nothing is worked out twice.

Two policies a shop compares are alike but for a few lines. What both come to by the same expression is one column with
two names; what is the same for every row is no column at all, and the engine folds it away.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

import ibis
import ibis.expr.operations as ops

Column = Any
Table = Any


@dataclass(frozen=True, slots=True)
class Sheet:
    """`names` tells which column of `table` a name stands for; `fixed` holds the names whose value never differs."""

    table: Table
    names: Mapping[str, str]
    fixed: Mapping[str, Column]

    @classmethod
    def of(cls, table: Table, **also: str) -> "Sheet":
        """The columns of this table under their names; `also` gives some a second one."""
        return cls(table, {name: name for name in table.columns} | also, {})

    def __getitem__(self, name: str) -> Column:
        return self.fixed[name] if name in self.fixed else self.table[self.names[name]]

    def adding(self, columns: Mapping[str, Column]) -> "Sheet":
        """One step more: these columns, made of those that are there."""
        names, fixed = dict(self.names), dict(self.fixed)
        made: dict[ops.Node, str] = {}
        for name, column in columns.items():
            node = ibis.literal(column).op() if isinstance(column, bool | int | str) else column.op()
            if isinstance(node, ops.Literal):
                fixed[name] = node.to_expr()
            elif isinstance(node, ops.Field):
                names[name] = node.name
            else:
                names[name] = made.setdefault(node, name)
        if not made:
            return Sheet(self.table, names, fixed)
        table = self.table.mutate(**{name: node.to_expr() for node, name in made.items()})
        return Sheet(table, names, fixed)

    def same(self, one: str, other: str) -> bool:
        """Do two names stand for one column?"""
        if one in self.fixed and other in self.fixed:
            return bool(self.fixed[one].op() == self.fixed[other].op())
        return one in self.names and self.names[one] == self.names.get(other)

    def only(self, wanted: Iterable[str]) -> Table:
        """These columns and no others, each under its own name."""
        return self.table.select(**{name: self[name] for name in wanted})

    def apart(self, wanted: Sequence[str], name: str) -> tuple[Table, Table]:
        """`only` in two: what has to be worked out and kept, as the table `name`; and all that is wanted, read from
        it."""
        kept = {self.names[each]: self[each] for each in wanted if each not in self.fixed}
        small = self.table.select(**kept)
        read = ibis.table(small.schema(), name=name)
        return small, read.select(
            **{each: self.fixed[each] if each in self.fixed else read[self.names[each]] for each in wanted}
        )


def all_of(*columns: Column) -> Column:
    """AND, without what is known beforehand."""
    return _joined(columns, and_, neutral=True)


def any_of(*columns: Column) -> Column:
    """OR, without what is known beforehand."""
    return _joined(columns, or_, neutral=False)


def negated(column: Column) -> Column:
    """NOT, of what is known beforehand too."""
    return ibis.literal(not column.op().value) if is_known(column) else ~column


def is_known(column: Column) -> bool:
    """Is it the same for every row?"""
    return isinstance(column.op(), ops.Literal)


def is_fixed(column: Column, value: bool) -> bool:
    return is_known(column) and column.op().value is value


def _joined(columns: Sequence[Column], how: Callable[[Column, Column], Column], *, neutral: bool) -> Column:
    if any(is_fixed(column, not neutral) for column in columns):
        return ibis.literal(not neutral)
    left = [column for column in columns if not is_fixed(column, neutral)]
    return reduce(how, left) if left else ibis.literal(neutral)
