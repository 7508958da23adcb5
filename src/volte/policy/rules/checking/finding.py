"""What a check of a policy says."""

from dataclasses import dataclass
from enum import StrEnum

from volte.kit.text import Message
from volte.law.rules.provisions import Citation


class Level(StrEnum):
    """`blocks`: cannot be published. `warns`: probably not what was meant. `notes`: good to know."""

    BLOCKS = "blocks"
    WARNS = "warns"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a policy. `path` is where it stands in the document ("terms.window", "rule.sale.then.window");
    `country` and `citations` where a law says so; `unverified` when nobody compared that article with its text yet."""

    level: Level
    path: str
    said: Message
    country: str = ""
    citations: tuple[Citation, ...] = ()
    unverified: tuple[Citation, ...] = ()
