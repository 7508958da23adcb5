"""Sentences agents write every day, in the customer's language, with the name, number and date filled in."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from volte.kit import time
from volte.returns.views import ReturnView
from volte.runtime import formats, texts
from volte.web.staff.cases.next_step import Next

NAMES = ("photo", "thanks", "exchange", "delay", "where", "guarantee", "sorry")


@dataclass(frozen=True, slots=True)
class Snippet:
    """`title` is for the agent, `words` for the customer."""

    name: str
    title: str
    words: str


def ready(
    *, view: ReturnView, step: Next, shop_name: str, zone: str, author: str, language: str
) -> tuple[Snippet, ...]:
    """All of them, filled for this return."""
    theirs = view.language if view.language in formats.LANGUAGES else "en"
    facts = {
        "name": _first_name(view.customer_name),
        "number": view.number,
        "order": view.order_number,
        "item": view.items[0].title if view.items else "",
        "amount": view.value,
        "until": _last_day(step.until, zone) if step.until else "",
        "known": "yes" if step.until else "no",
        "shop": shop_name,
        "author": author,
    }
    return tuple(
        Snippet(name, texts.say(f"staff-snippet-{name}", language), _letter(name, theirs, facts)) for name in NAMES
    )


def _last_day(until: datetime, zone: str) -> date:
    """An exclusive end: the last moment before it is on the day people mean."""
    return time.local_date(until - timedelta(microseconds=1), zone)


def _letter(name: str, language: str, facts: dict[str, object]) -> str:
    hello = "staff-snippet-hello" if facts["name"] else "staff-snippet-hello-nobody"
    parts = (hello, f"staff-snippet-{name}-words", "staff-snippet-bye")
    return "\n\n".join(texts.say(part, language, **facts) for part in parts)


def _first_name(name: str) -> str:
    return name.split()[0] if name.split() else ""
