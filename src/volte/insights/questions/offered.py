"""What can be filtered for?"""

from ibis import _

from volte.insights import tables
from volte.insights.tables import Facts

_MOST = 200


def products(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The products most is returned of, with their titles."""
    back = facts.returned.filter(_.counts, _.product != "").group_by("product")
    found = back.aggregate(title=_.title.mode(), units=_.units.sum()).order_by(_.units.desc(), _.product).limit(_MOST)
    return tuple(
        sorted(
            ((row["product"], row["title"] or row["product"]) for row in tables.rows(found)), key=lambda each: each[1]
        )
    )


def values(facts: Facts, column: str) -> tuple[str, ...]:
    """The values of a column of what was sold, the most frequent first."""
    found = (
        facts.sold.filter(_[column] != "")
        .group_by(column)
        .aggregate(units=_.count())
        .order_by(_.units.desc(), _[column])
    )
    return tuple(row[column] for row in tables.rows(found.limit(_MOST)))
