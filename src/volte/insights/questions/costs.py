"""What do returns cost in full?

What was promised to customers is known to the cent; what a label, a pair of hands and a lost value cost the settings
say. A cost nobody has named is shown as unknown and left out of the sum, which then says "at least".
"""

from dataclasses import dataclass
from typing import Any

from ibis import _

from volte.insights import tables
from volte.insights.answers import SMALLEST, Answer, Column, Drawing, Kind
from volte.insights.asked import Question, View
from volte.insights.rules import lost
from volte.insights.tables import Facts, Table
from volte.kit.money import Money
from volte.kit.text import Message, message
from volte.runtime import formats, texts

_COLUMNS = (
    Column("cost", Kind.WORDS),
    Column("amount", Kind.AMOUNT),
    Column("per_unit", Kind.AMOUNT),
    Column("source", Kind.WORDS),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of cost: `amount` in minor units, None when nobody knows; `count` is what it was counted on."""

    name: str
    amount: int | None
    count: int
    source: Message


def figures(facts: Facts, view: View) -> Table:
    """What was written down about returns in the shop's currency."""
    back = tables.came_back(facts, view).filter(_.currency == view.currency)
    return back.aggregate(
        returns=_.return_id.nunique(),
        units=_.units.sum(),
        labels=_.labels.sum(),
        outbound=_.outbound.sum(),
        goodwill=_.goodwill.sum(),
        bonus=_.bonus.sum(),
        fees=_.fees.sum(),
    )


def looked_at(facts: Facts, view: View) -> Table:
    """Units somebody looked at and what had been paid for them, by where they went."""
    back = tables.came_back(facts, view).filter(_.currency == view.currency)
    units = facts.looked_at.semi_join(back, "item_id")
    return units.group_by("disposition").aggregate(
        units=_.count(), value=_.value.sum(), unpriced=_.value.isnull().sum()
    )


def elsewhere(facts: Facts, view: View) -> Table:
    """Units in other currencies, which are not added up."""
    return tables.came_back(facts, view).filter(_.currency != view.currency).aggregate(units=_.units.sum())


def answer(facts: Facts, view: View) -> Answer:
    (known,) = tables.rows(figures(facts, view))
    seen = [_seen(row) for row in tables.rows(looked_at(facts, view))]
    foreign = int(tables.rows(elsewhere(facts, view))[0]["units"] or 0)
    parts = _parts(known, seen, view)
    units = int(known["units"] or 0)
    return Answer(
        Question.COSTS,
        _finding(parts, units, foreign, view),
        found=units >= SMALLEST,
        columns=_COLUMNS,
        rows=tuple(_rows(parts, units, view)) if units else (),
        notes=(message("insights_note_currency", units=foreign, currency=view.currency),) if foreign else (),
        drawing=_drawing(parts, view) if units >= SMALLEST else None,
        counted=units,
        terms={"unknown": [part.name for part in parts if part.amount is None]},
    )


def _seen(row: dict[str, Any]) -> lost.Seen:
    return lost.Seen(row["disposition"], int(row["units"]), int(row["value"] or 0), int(row["unpriced"] or 0))


def _parts(known: dict[str, Any], seen: list[lost.Seen], view: View) -> list[Part]:
    costs = view.costs
    labels, handled = int(known["labels"] or 0), sum(each.units for each in seen)
    gone = lost.value_lost(seen, {way.value: share for way, share in costs.lost.items()})
    returns = int(known["returns"] or 0)
    return [
        _priced("label", costs.label, labels, view),
        _priced("handling", costs.handling, handled, view),
        Part("lost", gone.amount, gone.units, message("insights_source_lost", units=gone.units, unknown=gone.unknown)),
        Part("outbound", int(known["outbound"] or 0), returns, message("insights_source_promises")),
        Part("goodwill", int(known["goodwill"] or 0), returns, message("insights_source_promises")),
        Part("bonus", int(known["bonus"] or 0), returns, message("insights_source_credits")),
        Part("fees", -int(known["fees"] or 0), returns, message("insights_source_fees")),
    ]


def _priced(name: str, price: int | None, count: int, view: View) -> Part:
    """So many times what the settings say one costs."""
    if price is None:
        return Part(name, None, count, message(f"insights_source_{name}_unknown", count=count))
    each = Money(price, view.currency)
    return Part(name, price * count, count, message(f"insights_source_{name}", count=count, each=each))


def _rows(parts: list[Part], units: int, view: View) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = [
        (
            texts.say(f"insights-cost-{part.name}", view.language),
            part.amount,
            None if part.amount is None else lost.each(part.amount, units),
            texts.say(part.source, view.language),
        )
        for part in parts
    ]
    whole = sum(part.amount for part in parts if part.amount is not None)
    whole_words = texts.say("insights-cost-whole", view.language)
    return [*rows, (whole_words, whole, lost.each(whole, units), _whole_source(parts, view))]


def _whole_source(parts: list[Part], view: View) -> str:
    unknown = [texts.say(f"insights-cost-{part.name}", view.language) for part in parts if part.amount is None]
    return texts.say("insights-source-whole", view.language, unknown=len(unknown), names=", ".join(unknown).lower())


def _drawing(parts: list[Part], view: View) -> Drawing:
    shown = sorted((part for part in parts if part.amount), key=lambda part: -(part.amount or 0))
    return Drawing(
        "bars",
        labels=tuple(texts.say(f"insights-cost-{part.name}", view.language) for part in shown),
        values=tuple(float(formats.in_units(Money(part.amount or 0, view.currency))) for part in shown),
        unit=view.currency,
    )


def _finding(parts: list[Part], units: int, foreign: int, view: View) -> Message:
    if foreign and not units:
        return message("insights_costs_foreign", currency=view.currency)
    if units < SMALLEST:
        return message("insights_costs_few", units=units)
    known = [part for part in parts if part.amount is not None]
    whole = sum(part.amount or 0 for part in known)
    largest = max(known, key=lambda part: part.amount or 0)
    told = {
        "each": Money(lost.each(whole, units), view.currency),
        "whole": Money(whole, view.currency),
        "largest": texts.say(f"insights-cost-{largest.name}", view.language).lower(),
        "amount": Money(largest.amount or 0, view.currency),
        "most": "yes" if 2 * (largest.amount or 0) > whole else "no",
        "units": units,
    }
    unknown = [part for part in parts if part.amount is None]
    if unknown:
        names = ", ".join(texts.say(f"insights-cost-{part.name}", view.language).lower() for part in unknown)
        return message("insights_costs_at_least" if whole else "insights_costs_unknown", unknown=names, **told)
    return message("insights_costs_found", **told)
