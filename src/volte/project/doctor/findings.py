"""What a check found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from volte.kit.text import Message, message


class Level(StrEnum):
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor. Its sentence (`doctor-<code>`) says how it is and, where it is not well, what to do."""

    level: Level
    code: str
    said: Message


Check = Callable[[], Iterable[Finding]]


def ok(code: str, /, **params: Any) -> Finding:
    return _finding(Level.OK, code, params)


def warn(code: str, /, **params: Any) -> Finding:
    return _finding(Level.WARN, code, params)


def bad(code: str, /, **params: Any) -> Finding:
    return _finding(Level.BAD, code, params)


def _finding(level: Level, code: str, params: dict[str, Any]) -> Finding:
    return Finding(level, code, message(f"doctor-{code}", **params))
