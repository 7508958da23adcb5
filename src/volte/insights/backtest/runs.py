"""Drafts tried on the past: how far each is, and what came out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from volte.insights.backtest import written
from volte.insights.backtest.outcome import Backtest
from volte.insights.models import BacktestRun
from volte.kit.errors import NotFound
from volte.kit.text import Message

UNDER_WAY = ("waiting", "running")
_OUTCOME = TypeAdapter(Backtest)


@dataclass(frozen=True, slots=True)
class RunView:
    """One run. `read` of `of` items are read; `outcome` once it is done, without its single lines; `failure` is the
    code of what went wrong."""

    id: UUID
    revision: int
    against: int
    since: date | None
    until: date | None
    state: str
    read: int
    of: int
    asked_at: datetime
    asked_by: str
    ended_at: datetime | None
    failure: str
    outcome: Backtest | None

    @property
    def under_way(self) -> bool:
        return self.state in UNDER_WAY


def newest() -> list[RunView]:
    """The runs that are kept, the latest first; without what came out."""
    return [
        _view(row, None)
        for row in BacktestRun.objects.defer("outcome", "lines", "document").order_by("-asked_at", "-id")
    ]


def run(*, run_id: UUID) -> RunView:
    """One of them, whole. Refuses `insights_backtest_unknown`."""
    row = _row(run_id)
    return _view(row, None if row.outcome is None else _back(row.outcome))


def refunds_of(*, run_id: UUID) -> str:
    """Refunds by the calendar, as CSV. Refuses `insights_backtest_unknown`, also where it is not done."""
    found = run(run_id=run_id).outcome
    if found is None:
        raise NotFound("insights_backtest_unknown")
    return written.refunds(found.leaving, found.currency)


def csv_of(*, run_id: UUID) -> str:
    """Each item decided otherwise. Refuses `insights_backtest_unknown`, also where it is not done."""
    row = _row(run_id)
    if row.state != "done":
        raise NotFound("insights_backtest_unknown")
    return row.lines


def kept(found: Backtest) -> dict[str, Any]:
    """What came out as JSON; the single lines are a file of their own."""
    made: dict[str, Any] = _OUTCOME.dump_python(replace(found, lines=()), mode="json")
    return made


def _back(stored: dict[str, Any]) -> Backtest:
    found = _OUTCOME.validate_python(stored)
    return replace(found, unknown=tuple(Message(one.code, _params(one.params)) for one in found.unknown))


def _params(given: Mapping[str, Any]) -> dict[str, Any]:
    """A message inside a message is one again."""
    return {
        name: Message(value["code"], _params(value["params"])) if isinstance(value, dict) else value
        for name, value in given.items()
    }


def _row(run_id: UUID) -> BacktestRun:
    row: BacktestRun | None = BacktestRun.objects.filter(id=run_id).first()
    if row is None:
        raise NotFound("insights_backtest_unknown")
    return row


def _view(row: BacktestRun, outcome: Backtest | None) -> RunView:
    return RunView(
        id=row.id,
        revision=row.revision,
        against=row.against,
        since=row.since,
        until=row.until,
        state=row.state,
        read=row.read,
        of=row.of,
        asked_at=row.asked_at,
        asked_by=row.asked_by,
        ended_at=row.ended_at,
        failure=row.failure,
        outcome=outcome,
    )
