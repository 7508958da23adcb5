"""The only place that asks the time. Tests and the demo shop's history set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_fixed: ContextVar[datetime | None] = ContextVar("volte_clock", default=None)


def now() -> datetime:
    """This moment, aware, in UTC."""
    fixed = _fixed.get()
    return fixed if fixed is not None else datetime.now(UTC)


def fixed() -> datetime | None:
    """The moment somebody set, if any: for those who otherwise go by the database's clock, which all machines share."""
    return _fixed.get()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Inside, it is `moment` (aware). For tests and for playing a demo shop's past."""
    if moment.tzinfo is None:
        raise ValueError("a moment has a zone")
    token = _fixed.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _fixed.reset(token)
