"""What is logged, and what never is.

A record carries what it is about: the request's or job's id, set once with `note` and added to all that is logged
meanwhile. People's data stays out: messages are scrubbed, errors keep their class, their place and the first line of
what they say, Django's own lines about requests name the route instead of the address (addresses carry keys).
"""

import json
import logging
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

_about: ContextVar[dict[str, Any]] = ContextVar("volte_journal", default={})  # noqa: B039  # replaced, never changed

# What a line of ours may carry beside its message.
FIELDS = ("method", "route", "status", "ms", "shop", "actor", "event", "kind", "reaction")
_SECRETS = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(\.[\w-]+)+)"
    r"|(?P<key>\b(vlt|sk|pk|whsec|rk)_[\w-]{6,}|\b(Bearer|Basic) [\w.=+/-]+)"
    r"|(?P<query>\?[^\s\"']*=[^\s\"']*)"
    r"|(?P<login>//[^/\s@]+@)"
    r"|(?P<row>\(([\w, \"]+)\)=\([^\n]*\))"
    r"|(?P<token>[A-Za-z0-9_:-]{24,})"
)
# Ids are no secrets, and without them nobody finds anything.
_ID = re.compile(r"([a-z]{3}_)?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}|([a-z]{3}_)?[0-9a-z]{26}")


@contextmanager
def noted(**fields: Any) -> Iterator[None]:
    """Everything logged inside carries these fields."""
    token = _about.set({**_about.get(), **fields})
    try:
        yield
    finally:
        _about.reset(token)


def note(**fields: Any) -> None:
    """The same until the surrounding `noted` ends."""
    _about.set({**_about.get(), **fields})


def scrubbed(written: str) -> str:
    """Without e-mails, keys, tokens, query strings and values of rows."""
    return _SECRETS.sub(_star, written)


def _star(found: re.Match[str]) -> str:
    if found["token"] and _ID.fullmatch(found["token"]):
        return found[0]
    if found["token"] and not re.search(r"\d", found["token"]):
        return found[0]  # a long word is a word
    return "…"


class _Discreet(logging.Formatter):
    """Turns a record into its parts, each safe to keep."""

    def message(self, record: logging.LogRecord) -> str:
        request = getattr(record, "request", None)
        if request is not None:
            match = getattr(request, "resolver_match", None)
            return f"{getattr(record, 'status_code', '')} {match.route if match else 'no such address'}".strip()
        return scrubbed(record.getMessage())

    def error(self, record: logging.LogRecord) -> tuple[str, list[str]]:
        """What went wrong and where; ("", []) when nothing did."""
        if not record.exc_info or record.exc_info[1] is None:
            return "", []
        return told(record.exc_info[1]), _frames(record.exc_info[2])


class JsonLines(_Discreet):
    """One JSON object a line, for programs."""

    def format(self, record: logging.LogRecord) -> str:
        error, frames = self.error(record)
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "says": self.message(record),
            **_about.get(),
            **{name: getattr(record, name) for name in FIELDS if hasattr(record, name)},
            **({"error": error, "where": frames} if error else {}),
        }
        return json.dumps(line, ensure_ascii=False, default=str)


class Lines(_Discreet):
    """One line for people, and where an error came from below it."""

    def format(self, record: logging.LogRecord) -> str:
        error, frames = self.error(record)
        moment = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%d %H:%M:%S")
        fields = {**_about.get(), **{name: getattr(record, name) for name in FIELDS if hasattr(record, name)}}
        shown = "".join(f" {name}={value}" for name, value in fields.items())
        lines = [f"{moment} {record.levelname:<7} {record.name}: {self.message(record)}{shown}"]
        if error:
            lines += [f"    {frame}" for frame in frames] + [f"    {error}"]
        return "\n".join(lines)


def told(error: BaseException) -> str:
    """An error's class and the first line of its words: what follows is often the row it was about."""
    words = str(error).strip().splitlines()
    return f"{type(error).__name__}: {scrubbed(words[0])[:300]}" if words else type(error).__name__


def _frames(where: TracebackType | None) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(where)[-12:]]
