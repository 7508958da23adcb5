"""What a rate leaves out, counted."""

from ibis import _

from volte.insights import tables
from volte.insights.asked import View
from volte.insights.tables import Facts


def orphans(facts: Facts, view: View) -> int:
    """Units that came back without an order we know: no rate can count them."""
    found = tables.came_back(facts, view).filter(_.order_id.isnull()).aggregate(units=_.units.sum())
    return int(tables.rows(found)[0]["units"] or 0)
