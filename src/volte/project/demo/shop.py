"""Who is the shop? Its settings, its people and its return policy."""

from dataclasses import dataclass
from typing import Any

from volte.project.demo import reading


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works there; `role` is owner, agent, picker or finance."""

    name: str
    email: str
    role: str
    language: str


def handle() -> str:
    return str(reading.table("shop")["handle"])


def settings() -> dict[str, Any]:
    """In the shape of `ShopSettings`, without the logo (a stored file: see `logo.py`)."""
    content: dict[str, Any] = reading.table("shop")["settings"]
    return content


def staff() -> tuple[Member, ...]:
    return tuple(Member(**entry) for entry in reading.table("shop")["staff"])


def policy() -> str:
    """The return policy as it is written: TOML for `volte.policy.rules.parse`."""
    return reading.text("policy.toml")
