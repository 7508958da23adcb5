"""Who is the shop? Its settings, its people, its ready-made answers and its return policy."""

from dataclasses import dataclass
from typing import Any

from volte.project.demo import reading
from volte.project.demo.reading import Words


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works there; `role` is owner, agent, picker or finance."""

    name: str
    email: str
    role: str
    language: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """An answer agents give often; `text` holds `{ $name }` and the like."""

    handle: str
    title: Words
    text: Words


def handle() -> str:
    return str(reading.table("shop")["handle"])


def settings() -> dict[str, Any]:
    """In the shape of `ShopSettings`, without the logo (a stored file: see `logo.py`)."""
    content: dict[str, Any] = reading.table("shop")["settings"]
    return content


def staff() -> tuple[Member, ...]:
    return tuple(Member(**entry) for entry in reading.table("shop")["staff"])


def snippets() -> tuple[Snippet, ...]:
    return tuple(
        Snippet(entry["handle"], reading.words(entry["title"]), reading.words(entry["text"]))
        for entry in reading.table("shop")["snippets"]
    )


def policy() -> str:
    """The return policy as it is written: TOML for `volte.policy.rules.parse`."""
    return reading.text("policy.toml")
