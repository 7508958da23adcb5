"""Who returns, where, and what was bought how: three questions with the same answer about other groups."""

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

import ibis
from ibis import _

from volte.insights import places, said, tables
from volte.insights.answers import SHOWN, Answer, Column, Kind
from volte.insights.asked import Question, View
from volte.insights.questions import asides, rated
from volte.insights.questions.rated import Group, Rated
from volte.insights.tables import Facts, Table
from volte.kit.text import Message, message
from volte.runtime import formats, texts

# From the customer's so manyth order on we call them frequent.
FREQUENT_FROM = 5
# Sure is not yet worth a sentence: a group tells something when it is a quarter apart.
_WORTH = 1.25
_COUNTED = ("sold", "back", "young", "squares")
_ORDER = ("first", "loyal", "frequent", "guest")


def of_customer() -> Any:
    """Which of the customer's orders it was; 0 for a guest, and all that make them frequent as one."""
    return ibis.least(_.customer_rank.fill_null(0), FREQUENT_FROM)


def customers(facts: Facts, view: View) -> Answer:
    """What a customer was when the order was placed: no hindsight."""
    by_group: dict[str, Counter[str]] = defaultdict(Counter)
    for row in tables.rows(figures(facts, view, of_customer())):
        by_group[_standing(int(row["group"]))].update({name: int(row[name]) for name in _COUNTED})
    found = rated.rated(
        [{"group": name, **counts} for name, counts in by_group.items()], key="group", name=_called(view)
    )
    groups = sorted(found.groups, key=lambda group: _ORDER.index(group.key))
    return _answer(Question.CUSTOMERS, "group", groups, found, facts, view)


def _standing(rank: int) -> str:
    match rank:
        case 0:
            return "guest"
        case 1:
            return "first"
        case _:
            return "frequent" if rank >= FREQUENT_FROM else "loyal"


def channels(facts: Facts, view: View) -> Answer:
    asked = tables.rows(figures(facts, view, _.channel))
    found = rated.rated(asked, key="group", name=lambda row: said.channel(row["group"], view))
    groups = sorted(found.groups, key=lambda group: -group.count.sold)
    return _answer(Question.CHANNELS, "channel", groups, found, facts, view)


def where(facts: Facts, view: View) -> Answer:
    """By country; by region where all of it is one country, or one was asked for."""
    by_country = rated.rated(
        tables.rows(figures(facts, view, _.country)),
        key="group",
        name=lambda row: formats.country(row["group"], view.language) or _nowhere(view),
    )
    if len(by_country.groups) > 1:
        return _answer(Question.PLACES, "country", _most_sold(by_country, view), by_country, facts, view)
    by_region = rated.rated(
        tables.rows(figures(facts, view, _.country + ":" + _.region)),
        key="group",
        name=lambda row: places.region(key=row["group"], language=view.language) or _nowhere(view),
    )
    if len(by_region.groups) > 1:
        return _answer(Question.PLACES, "region", _most_sold(by_region, view), by_region, facts, view)
    return _answer(Question.PLACES, "country", _most_sold(by_country, view), by_country, facts, view)


def figures(facts: Facts, view: View, by: Any) -> Table:
    """Units sold and back, by one value."""
    return tables.rates(facts, view, {"group": by})


def _most_sold(found: Rated, view: View) -> list[Group]:
    """Of many places those where most was sold; shown from the highest rate down."""
    largest = sorted(found.groups, key=lambda group: -group.count.sold)
    return sorted(largest if view.in_full else largest[:SHOWN], key=lambda group: -group.estimate.rate)


def _nowhere(view: View) -> str:
    return texts.say("insights-place-unknown", view.language)


def _called(view: View) -> Callable[[Any], str]:
    return lambda row: texts.say(f"insights-customers-{row['group']}", view.language)


def _answer(question: Question, label: str, groups: list[Group], found: Rated, facts: Facts, view: View) -> Answer:
    finding, is_found = _finding(question, groups, found, view)
    return Answer(
        question,
        finding,
        found=is_found,
        columns=(Column(label, Kind.WORDS), *rated.COLUMNS),
        rows=tuple((group.label, *group.cells()) for group in groups),
        notes=rated.notes(found, orphans=asides.orphans(facts, view)),
        drawing=rated.drawing(groups[:SHOWN], found.mean) if groups else None,
        counted=found.whole.sold,
    )


def _finding(question: Question, groups: list[Group], found: Rated, view: View) -> tuple[Message, bool]:
    if not found.whole.sold:
        return message("insights_nothing_ripe"), False
    if len(groups) < 2:
        return message(f"insights_{question}_one", mean=rated.share(found.mean)), False
    above = [each for each in groups if each.estimate.is_above(found.mean) and each.estimate.rate > _WORTH * found.mean]
    below = [each for each in groups if each.estimate.is_below(found.mean) and each.estimate.rate * _WORTH < found.mean]
    if not above and not below:
        return message(f"insights_{question}_even", mean=rated.share(found.mean)), False
    most = max(above, key=lambda group: group.estimate.low) if above else min(below, key=_high)
    told = rated.told(most.count, most.estimate, found.mean, view)
    which = "found" if above else "below"
    return message(f"insights_{question}_{which}", group=most.label, key=str(most.key), **told), True


def _high(group: Group) -> float:
    return group.estimate.high
