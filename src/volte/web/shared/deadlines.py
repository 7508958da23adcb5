"""How long until then, and how pressing is it?"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from volte.kit.text import Message, message
from volte.runtime import clock

_SOON = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Left:
    """`meaning` colours the clock: calm while there is time, act within a day, stop once it has passed."""

    words: Message
    meaning: Literal["plain", "act", "stop"]


def left(until: datetime) -> Left:
    """Days while there are two or more, else hours, else minutes."""
    rest = until - clock.now()
    if rest < timedelta(0):
        return Left(_words("ui-clock-late", -rest), "stop")
    return Left(_words("ui-clock-left", rest), "act" if rest <= _SOON else "plain")


def _words(text_id: str, span: timedelta) -> Message:
    minutes = int(span.total_seconds() // 60)
    if minutes >= 48 * 60:
        return message(f"{text_id}-days", count=minutes // (24 * 60))
    if minutes >= 60:
        return message(f"{text_id}-hours", count=minutes // 60)
    return message(f"{text_id}-minutes", count=max(minutes, 0))
