"""The eight questions, asked of the shop's facts."""

import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from volte.insights import folders
from volte.insights.answers import Answer
from volte.insights.asked import Filters, Question, View, Window
from volte.insights.models import FactSet
from volte.kit.errors import NotFound
from volte.policy import queries as policy
from volte.runtime import clock, shop_settings, tenancy, turns

if TYPE_CHECKING:
    from volte.insights.tables import Facts


@dataclass(frozen=True, slots=True)
class Standing:
    """How the facts stand. `sets` is None while there are none, or none this machine can see (`elsewhere`); `failure`
    why they are not followed any more, or ""."""

    sets: tuple[Path, Path | None] | None
    caught_up_at: datetime | None = None
    failure: str = ""
    elsewhere: bool = False

    @property
    def name(self) -> str:
        """Changes with every change of the facts."""
        return "-".join(folder.name for folder in self.sets or () if folder)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: (value, words), those with most units first."""

    products: tuple[tuple[str, str], ...] = ()
    countries: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()


def standing() -> Standing:
    """Of the entered shop."""
    row = FactSet.objects.first()
    if row is None or not row.base:
        return Standing(None, failure=row.failure if row else "")
    if not folders.are_there(row.shop_id, [row.base, row.fresh]):
        return Standing(None, row.caught_up_at, row.failure, elsewhere=True)
    place = folders.home(row.shop_id)
    sets = (place / row.base, place / row.fresh if row.fresh else None)
    return Standing(sets, row.caught_up_at, row.failure)


def view(*, language: str, filters: Filters, in_full: bool = False) -> View:
    """The entered shop's settings and the return window of the policy in force, now."""
    # The whole hour: what may still come back does not change by the second, and answers can be kept that long.
    now = clock.now().replace(minute=0, second=0, microsecond=0)
    return View(now, language, shop_settings.of_shop(tenancy.current()), _window(now), filters, in_full)


def answer(question: Question, *, of: Standing, view: View) -> Answer:
    """The answer, kept until facts, settings or hour change; refuses `insights_not_written` while there are none."""
    if of.sets is None:
        raise NotFound("insights_not_written")
    key = (
        question,
        of.name,
        view.filters,
        view.in_full,
        view.window,
        view.now,
        view.language,
        view.settings.model_dump_json(),
    )
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        found = _kept[key] = worked_out(question, of.sets, view)
    return found


def worked_out(question: Question, sets: tuple[Path, Path | None], view: View) -> Answer:
    """The answer, asked of the facts in these folders."""
    # DuckDB and Ibis take two seconds to load: whoever asks waits for them once, the server's start does not.
    from volte.insights import tables  # noqa: PLC0415

    # DuckDB works without Python's lock, and this may take a second of many: others go on meanwhile.
    with turns.given_back(), tables.opened(*sets) as facts:
        return _answering(question)(facts, view)


def load() -> None:
    """Load what answers need beside other work, once a process: so nobody waits for it at their first question."""
    if not _loading and not settings.TESTING:
        _loading.append(threading.Thread(target=_load, name="insights-load", daemon=True))
        _loading[0].start()


def is_loaded() -> bool:
    """Can this process answer without making somebody wait for its libraries?"""
    return settings.TESTING or bool(_loading and not _loading[0].is_alive())


_loading: list[threading.Thread] = []


def _load() -> None:
    from volte.insights import grammar  # noqa: F401, PLC0415  # as above; Altair for the charts

    for question in Question:
        _answering(question)


_kept: dict[Hashable, Answer] = {}
_MOST_KEPT = 500


def choices(*, of: Standing) -> Choices:
    """What can be filtered for, from the facts themselves."""
    if of.sets is None:
        return Choices()
    from volte.insights import tables  # noqa: PLC0415  # as above
    from volte.insights.questions import offered  # noqa: PLC0415

    with turns.given_back(), tables.opened(*of.sets) as facts:
        return Choices(offered.products(facts), offered.values(facts, "country"), offered.values(facts, "channel"))


def _answering(question: Question) -> "Callable[[Facts, View], Answer]":
    from volte.insights.questions import comments, costs, groups, products, reasons, timing  # noqa: PLC0415  # as above

    return {
        Question.PRODUCTS: products.answer,
        Question.REASONS: reasons.answer,
        Question.COSTS: costs.answer,
        Question.TIMING: timing.answer,
        Question.CUSTOMERS: groups.customers,
        Question.COMMENTS: comments.answer,
        Question.PLACES: groups.where,
        Question.CHANNELS: groups.channels,
    }[question]


def _window(now: datetime) -> Window:
    """Of the policy's general terms; thirty days where nothing is published or the policy names none."""
    usual = Window()
    try:
        window = policy.version_in_force(at=now).policy.terms.window
    except NotFound:
        return usual
    days = window.days or usual.days
    return Window(days, window.or_days_after_order or days + 15)
