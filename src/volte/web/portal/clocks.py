"""The deadlines a customer cares about, in plain words: theirs, and by when the shop owes them something."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from volte.kit.text import Message, message
from volte.returns import due
from volte.returns.due import ClockView
from volte.returns.rules.clocks.words import Code, Origin, State
from volte.returns.views import ReturnView

_REFUNDS = (Code.REFUND_PROMISED, Code.REFUND_LAW, Code.CONFORMITY_REFUND)
_SHOWN = (State.RUNNING, State.MISSED, State.WAITING)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One line: what, until which day (None: `why` says what comes first), and the law's line in grey."""

    what: Message
    day: date | None
    why: Message | None
    law: str


def deadlines(of: ReturnView) -> list[Deadline]:
    """What is still open, in the order somebody has to act; the periods of the law last."""
    # What being late costs is not told here, so nobody need ask what exactly is still owed.
    views = [view for view in due.clocks(return_id=of.id, amount=of.value) if view.state in _SHOWN]
    refund = _refund(views)
    others = [view for view in views if view.code not in _REFUNDS]
    return [_deadline(view) for view in ([refund] if refund else []) + others]


def _refund(views: Iterable[ClockView]) -> ClockView | None:
    """One answer to "when do I get my money": the earliest day that can be named, else what the law waits for."""

    def key(view: ClockView) -> tuple[bool, float, bool]:
        return view.due is None, view.due.timestamp() if view.due else 0.0, view.origin is Origin.PROMISE

    return min((view for view in views if view.code in _REFUNDS), key=key, default=None)


def _deadline(view: ClockView) -> Deadline:
    name = "refund" if view.code in _REFUNDS else view.code.value.replace("_", "-")
    why = None
    if view.due is None and view.awaits is not None:
        why = message(f"portal-clock-awaits-{view.awaits.value.replace('_', '-')}")
    elif view.state is State.MISSED:
        why = message("portal-clock-late" if view.code in _REFUNDS or view.code is Code.CURE else "portal-clock-passed")
    law = "; ".join(view.citations) if view.origin is Origin.LAW else ""
    return Deadline(message(f"portal-clock-{name}"), view.last_day, why, law)
