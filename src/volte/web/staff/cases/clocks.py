"""The deadlines of a case in words: what, by when, who, on whose word, and what being late costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from volte.law.rules.interest import Interest
from volte.law.rules.lateness import Cost
from volte.returns import due
from volte.returns.due import ClockView
from volte.returns.rules.clocks.cost import Lateness, told
from volte.returns.rules.clocks.words import PERIODS, Origin, State
from volte.runtime import formats, texts
from volte.web.staff.cases.reading import Case
from volte.web.staff.cases.shown import Meaning

_MEANING: dict[State, Meaning] = {
    State.MISSED: "stop",
    State.RUNNING: "wait",
    State.WAITING: "plain",
    State.MET: "good",
    State.OVER: "plain",
}
_PRESSING = (State.RUNNING, State.MISSED)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `until` is set while the clock runs or after it was missed; `why` says what is awaited
    else; `costs` are sentences, "" where the law we know names no price."""

    what: str
    who: str
    state: State
    state_words: str
    meaning: Meaning
    day: str
    until: datetime | None
    why: str
    article: str
    unverified: bool
    costs: tuple[str, ...]


def rows(case: Case, language: str) -> tuple[Row, ...]:
    """The deadlines of the case, what is overdue first."""
    views = due.clocks(return_id=case.view.id)
    return tuple(_row(view, language) for view in views)


def _row(view: ClockView, language: str) -> Row:
    pressing = view.state in _PRESSING
    why = f"staff-clock-awaits-{view.awaits.value.replace('_', '-')}" if view.awaits and not view.due else ""
    return Row(
        what=texts.say(f"clock-{view.code}", language),
        who=texts.say(f"staff-clock-who-{view.who}", language),
        state=view.state,
        state_words=texts.say(f"staff-clock-state-{view.state}", language),
        meaning=_MEANING[view.state],
        day=formats.short_day(view.last_day, language) if view.last_day else "",
        until=view.due if pressing and view.code not in PERIODS else None,
        why=texts.say(why, language) if why else "",
        article=_article(view, language),
        unverified=bool(view.unverified),
        costs=costs(view.lateness, language) if pressing and view.lateness else (),
    )


def _article(view: ClockView, language: str) -> str:
    if view.citations:
        return "; ".join(view.citations)
    return texts.say("staff-clock-promise" if view.origin is Origin.PROMISE else "staff-clock-law", language)


def costs(lateness: Lateness, language: str) -> tuple[str, ...]:
    """What it costs so far, and what from which day on."""
    found: Sequence[str] = ()
    if lateness.days_late:
        said = texts.say("staff-clock-cost-now", language, cost=cost(lateness.so_far, lateness.interest, language))
        found = [texts.say("staff-clock-days-late", language, count=lateness.days_late), said]
    if lateness.next_on is not None and lateness.then is not None:
        then = cost(lateness.then, lateness.daily, language, so_far=False)
        day = formats.short_day(lateness.next_on, language)
        found = [*found, texts.say("staff-clock-cost-then", language, day=day, cost=then)]
    return tuple(found)


def cost(what: Cost, interest: Interest | None, language: str, *, so_far: bool = True) -> str:
    """The price alone: an amount with its share, or legal interest."""
    if what.extra is None:
        if interest is not None:
            return texts.say(told(interest, so_far=so_far), language)
        return texts.say("clock-cost-interest", language)
    said = texts.say("clock-cost-extra", language, amount=what.extra, percent=what.percent)
    return f"{said} {texts.say('clock-cost-damages', language)}" if what.damages else said
