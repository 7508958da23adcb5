"""Which products come back more than average, and why?"""

from collections import defaultdict
from typing import Any

from ibis import _

from volte.insights import tables
from volte.insights.answers import SHOWN, Answer, Column, Kind
from volte.insights.asked import Question, View
from volte.insights.questions import asides, rated
from volte.insights.questions.rated import Group
from volte.insights.tables import Facts, Table
from volte.kit.text import Message, message

_CLOSELY = 60
_COLUMNS = (
    Column("product", Kind.WORDS),
    *rated.COLUMNS,
    Column("main_reason", Kind.WORDS),
    Column("reason_share", Kind.RATE),
)


def figures(facts: Facts, view: View) -> Table:
    """Units sold and back, by product."""
    return tables.rates(facts, view, {"product": _.product})


def titles(table: Table, products: list[str]) -> Table:
    """What the products are called: most often, for lines say it in the language of their order."""
    return table.filter(_.product.isin(products)).group_by("product").aggregate(title=_.title.mode())


def reasons(facts: Facts, view: View, products: list[str]) -> Table:
    """Why the units of these products came back, of the same orders."""
    back = tables.came_back(facts, view, moment="placed_at").filter(tables.is_mature(view), _.product.isin(products))
    return back.filter(_.reason != "").group_by("product", "reason").aggregate(units=_.units.sum())


def answer(facts: Facts, view: View) -> Answer:
    most = None if view.in_full else _CLOSELY
    found = rated.rated(tables.rows(figures(facts, view)), key="product", name=lambda row: row["product"], most=most)
    groups = sorted(found.groups, key=lambda group: (-group.estimate.low, group.key))
    groups = groups if view.in_full else groups[:SHOWN]
    keys = [group.key for group in groups]
    called = _called(facts, keys)
    why = _main_reasons(tables.rows(reasons(facts, view, keys))) if keys else {}
    named = [Group(each.key, called.get(each.key, each.key), each.count, each.estimate) for each in groups]
    above = [group for group in named if group.estimate.is_above(found.mean)]
    return Answer(
        Question.PRODUCTS,
        _finding(named, found, why, view),
        found=bool(above),
        columns=_COLUMNS,
        rows=tuple((group.label, *group.cells(), *_why(group, why, view)) for group in named),
        notes=rated.notes(found, orphans=asides.orphans(facts, view)),
        drawing=rated.drawing(named[:SHOWN], found.mean) if named else None,
        counted=found.whole.sold,
    )


def _called(facts: Facts, products: list[str]) -> dict[str, str]:
    """From what came back, which is little; those of which nothing did, from what was sold."""
    called: dict[str, str] = {}
    for table in (facts.returned, facts.sold):
        missing = [product for product in products if product not in called]
        if missing:
            found = tables.rows(titles(table, missing))
            called |= {row["product"]: row["title"] for row in found if row["title"]}
    return called


def _main_reasons(found: list[dict[str, Any]]) -> dict[str, tuple[str, float]]:
    """The reason named most for each product, and its share of those named."""
    by_product: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in found:
        by_product[row["product"]].append((row["units"], row["reason"]))
    main = {product: max(given) for product, given in by_product.items()}
    return {
        product: (reason, units / sum(each for each, _ in by_product[product]))
        for product, (units, reason) in main.items()
    }


def _why(group: Group, why: dict[str, tuple[str, float]], view: View) -> tuple[str | None, float | None]:
    reason, part = why.get(group.key, ("", 0.0))
    return (view.reason(reason), part) if reason else (None, None)


def _finding(named: list[Group], found: rated.Rated, why: dict[str, tuple[str, float]], view: View) -> Message:
    mean = rated.share(found.mean)
    if not named:
        return message("insights_products_small", mean=mean) if found.whole.sold else message("insights_nothing_ripe")
    worst, above = named[0], [group for group in named if group.estimate.is_above(found.mean)]
    if not above:
        count = worst.count
        return message("insights_products_even", mean=mean, product=worst.label, back=count.back, sold=count.sold)
    told = rated.told(worst.count, worst.estimate, found.mean, view)
    told |= {"product": worst.label, "others": len(above) - 1}
    reason, part = why.get(worst.key, ("", 0.0))
    if reason and part >= 0.4:
        return message("insights_products_found_why", reason=view.reason(reason), **told)
    return message("insights_products_found", **told)
