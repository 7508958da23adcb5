"""What do customers write, for each reason?"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import ibis
import pyarrow
from ibis import _

from volte.insights import tables
from volte.insights.answers import Answer, Column, Drawing, Kind
from volte.insights.asked import Question, View
from volte.insights.rules import rates, terms
from volte.insights.rules.rates import Count, Prior
from volte.insights.tables import Facts, Table
from volte.kit.text import Message, message
from volte.runtime import texts

# Terms shown for one reason, and in the chart.
_EACH, _DRAWN = 5, 12
# Words with the same count a title names; and below how many comments it says that these are few.
_NAMED, _FEW = 3, 20
_COLUMNS = (
    Column("reason", Kind.WORDS),
    Column("term", Kind.WORDS),
    Column("comments", Kind.COUNT),
    Column("of_comments", Kind.COUNT),
    Column("share", Kind.RATE),
)


def written(facts: Facts, view: View) -> Table:
    """Items somebody wrote about, in a language we can read."""
    given = tables.came_back(facts, view).filter(_.comment != "", _.language.isin(terms.LANGUAGES))
    return given.select("item_id", "language", "reason", "comment")


def words(comments: Table) -> Table:
    """Each word of a comment once, in small letters."""
    parts = comments.mutate(word=_.comment.lower().re_split(r"[^\p{L}]+").unique().unnest())
    return parts.filter(_.word.length() >= terms.SHORTEST).drop("comment")


def vocabulary(spoken: Table) -> Table:
    """In how many comments each word stands."""
    return spoken.group_by("language", "word").aggregate(comments=_.count())


def figures(spoken: Table, known: Sequence[terms.Word]) -> Table:
    """In how many comments each term stands, by reason; a comment counts once however often it says it."""
    named = pyarrow.table(
        {
            "language": [each.language for each in known],
            "word": [each.word for each in known],
            "term": [each.term for each in known],
        }
    )
    said = spoken.join(ibis.memtable(named), ["language", "word"])
    by_term = said.group_by("reason", "term").aggregate(comments=_.item_id.nunique())
    return by_term.filter(_.comments >= terms.FEWEST)


def answer(facts: Facts, view: View) -> Answer:
    comments = written(facts, view)
    of_reason = {
        row["reason"]: int(row["comments"])
        for row in tables.rows(comments.group_by("reason").aggregate(comments=_.count()))
    }
    spoken = words(comments)
    known = terms.terms([(row["language"], row["word"], row["comments"]) for row in tables.rows(vocabulary(spoken))])
    found = [row for row in tables.rows(figures(spoken, known)) if not _says_the_reason(row, view)] if known else []
    foreign = tables.came_back(facts, view).filter(_.comment != "", ~_.language.isin(terms.LANGUAGES))
    unread = int(tables.rows(foreign.aggregate(comments=_.count()))[0]["comments"])
    return Answer(
        Question.COMMENTS,
        _finding(found, of_reason, view),
        found=bool(found),
        columns=_COLUMNS,
        rows=tuple(_row(row, of_reason[row["reason"]], view) for row in _ranked(found, of_reason, view)),
        notes=(message("insights_note_languages", comments=unread),) if unread else (),
        drawing=_drawing(found, view) if found else None,
        counted=sum(of_reason.values()),
    )


def _row(row: dict[str, Any], whole: int, view: View) -> tuple[Any, ...]:
    return (_reason(row["reason"], view), row["term"], row["comments"], whole, row["comments"] / whole)


def _says_the_reason(row: dict[str, Any], view: View) -> bool:
    """That a gift was a gift we knew."""
    known = view.settings.reason(row["reason"])
    return known is not None and terms.same(row["term"], known.names)


def _reason(handle: str, view: View) -> str:
    return view.reason(handle) if handle else texts.say("insights-reason-none", view.language)


def _ranked(found: list[dict[str, Any]], of_reason: dict[str, int], view: View) -> list[dict[str, Any]]:
    """The reasons with the most comments first, of each its most frequent terms."""
    by_reason: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(found, key=lambda row: (-row["comments"], row["term"])):
        by_reason[row["reason"]].append(row)
    order = sorted(by_reason, key=lambda reason: (-of_reason[reason], reason))
    most = None if view.in_full else _EACH
    return [row for reason in order for row in by_reason[reason][:most]]


def _drawing(found: list[dict[str, Any]], view: View) -> Drawing:
    most = sorted(found, key=lambda row: (-row["comments"], row["term"]))[:_DRAWN]
    labels = tuple(f"{row['term']} · {_reason(row['reason'], view)}" for row in most)
    return Drawing("bars", labels=labels, values=tuple(float(row["comments"]) for row in most))


def _finding(found: list[dict[str, Any]], of_reason: dict[str, int], view: View) -> Message:
    whole = sum(of_reason.values())
    if not whole:
        return message("insights_comments_none")
    if not found:
        return message("insights_comments_scattered", comments=whole)
    everywhere = _everywhere(found)
    told = _telling(found, of_reason, whole) or min(
        found, key=lambda row: (-row["comments"], *_rarity(row, everywhere))
    )
    equal = [row for row in found if (row["reason"], row["comments"]) == (told["reason"], told["comments"])]
    named = [row["term"] for row in sorted(equal, key=lambda row: _rarity(row, everywhere))[:_NAMED]]
    return message(
        "insights_comments_found",
        reason=_reason(told["reason"], view),
        term=_listed(named, view),
        comments=told["comments"],
        whole=of_reason[told["reason"]],
        small="yes" if of_reason[told["reason"]] < _FEW else "no",
    )


def _listed(named: list[str], view: View) -> str:
    one, two, three = [*named, "", ""][:_NAMED]
    return texts.say("insights-comments-terms", view.language, count=len(named), one=one, two=two, three=three)


def _everywhere(found: list[dict[str, Any]]) -> dict[str, int]:
    """Each term over all reasons."""
    counts: dict[str, int] = defaultdict(int)
    for row in found:
        counts[row["term"]] += row["comments"]
    return counts


def _rarity(row: dict[str, Any], everywhere: dict[str, int]) -> tuple[int, str]:
    """The word that is rarer for other reasons tells more of this one."""
    return everywhere[row["term"]] - row["comments"], row["term"]


def _telling(found: list[dict[str, Any]], of_reason: dict[str, int], whole: int) -> dict[str, Any] | None:
    """The term that belongs to its reason most: written there surely more often than elsewhere."""
    everywhere = _everywhere(found)
    best: tuple[float, dict[str, Any]] | None = None
    for row in found:
        usual = everywhere[row["term"]] / whole
        here = rates.estimate(Count.of(sold=of_reason[row["reason"]], back=row["comments"]), Prior(usual, rates.USUAL))
        if row["reason"] and here.low > usual and (best is None or here.low - usual > best[0]):
            best = (here.low - usual, row)
    return best[1] if best else None
