"""Sentences from messages and refusals, for places that want plain words."""

from collections.abc import Iterable

from volte.kit.errors import Refused
from volte.kit.text import Message, message
from volte.runtime import texts

Sayable = Message | Refused


def words(what: Sayable | None, language: str) -> str:
    """The sentence; empty for None."""
    if what is None:
        return ""
    return texts.refusal(what, language) if isinstance(what, Refused) else texts.say(what, language)


def plain(written: str) -> Message:
    """Somebody's own words (a shop's name for a size, a person's answer) where a message is expected."""
    return message("portal-plain", words=written)


def faults(found: Iterable[tuple[str, Sayable]], language: str) -> list[dict[str, str]]:
    """For the error summary: where, and what to say."""
    return [{"id": place, "text": words(what, language)} for place, what in found]
