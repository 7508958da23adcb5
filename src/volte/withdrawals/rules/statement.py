"""What exactly was declared, how is it written down for good, and is it the same as one declared before?

The content is canonical JSON (`kit.canonical`). Its SHA-256 stands on the receipt, and the content goes along as a
file, so that anybody can compare the two with a tool of their own.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from volte.kit import canonical

VERSION = 1
# Far beyond what anybody needs to name a contract; longer ones are told so, and nothing typed is cut.
LONGEST: Mapping[str, int] = {"name": 200, "contract": 100, "email": 254, "words": 4_000}


class Standing(StrEnum):
    """What follows from a statement. `received`: nobody and no rule has looked yet. `repeated`: the first counts."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    COMMERCIAL = "commercial"
    TO_LOOK_AT = "to_look_at"
    SETTLED = "settled"
    REPEATED = "repeated"


class Why(StrEnum):
    """What a person of the shop has to look at; each has its text `withdrawal-why-<code>`."""

    UNKNOWN_ORDER = "unknown_order"
    OTHER_PERSON = "other_person"
    IN_WORDS = "in_words"
    NOTHING_LEFT = "nothing_left"
    IN_DOUBT = "in_doubt"
    NOT_DELIVERED = "not_delivered"
    JOINED = "joined"
    UNCONFIRMED = "unconfirmed"


class Through(StrEnum):
    """How a statement reached the shop. All but `online` are written down by somebody else than who made it."""

    ONLINE = "online"
    LETTER = "letter"
    MAIL = "mail"
    PHONE = "phone"
    STORE = "store"


@dataclass(frozen=True, slots=True)
class Article:
    """So many units of one article of the order; `line` is the shop's own word for it."""

    line: str
    title: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Declared:
    """What somebody says: who they are, which contract, where the receipt goes, and which part (none: all of it)."""

    name: str
    contract: str
    email: str
    language: str
    whole: bool = True
    words: str = ""
    articles: tuple[Article, ...] = ()

    @property
    def part(self) -> bool:
        return not self.whole


def tidy(declared: Declared) -> Declared:
    """Without the spaces around what was typed; a whole order names no part."""
    part = not declared.whole
    return Declared(
        name=" ".join(declared.name.split()),
        contract=" ".join(declared.contract.split()),
        email=declared.email.strip(),
        language=declared.language,
        whole=declared.whole,
        words=declared.words.replace("\r\n", "\n").strip() if part else "",
        articles=declared.articles if part else (),
    )


def too_long(declared: Declared) -> Sequence[str]:
    """The fields that are longer than `LONGEST`."""
    return [name for name, most in LONGEST.items() if len(getattr(declared, name)) > most]


def missing(declared: Declared, through: Through = Through.ONLINE) -> Sequence[str]:
    """The fields nobody can do without. A letter or a call may name no e-mail address."""
    needed = ("name", "contract", "email") if through is Through.ONLINE else ("name", "contract")
    empty = [name for name in needed if not getattr(declared, name)]
    nothing = not declared.whole and not declared.words and not declared.articles
    return [*empty, *(["words"] if nothing else [])]


@dataclass(frozen=True, slots=True)
class Recorded:
    """That somebody of the shop wrote down what reached it another way: how, and when they did."""

    through: Through
    at: datetime


def content(
    *,
    declared: Declared,
    sentence: str,
    shop: str,
    number: str,
    at: datetime,
    zone: str,
    recorded: Recorded | None = None,
) -> str:
    """The statement as it is kept. `sentence` is the declaration itself, in its language; `at` is when it was made."""
    said: dict[str, object] = {
        "version": VERSION,
        "number": number,
        "shop": shop,
        "declared_at": at.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds"),
        "zone": zone,
        "language": declared.language,
        "name": declared.name,
        "contract": declared.contract,
        "email": declared.email,
        "scope": "whole" if declared.whole else "part",
        "articles": [asdict(article) for article in declared.articles],
        "words": declared.words,
        "statement": sentence,
    }
    if recorded is not None:
        said["received_through"] = recorded.through.value
        said["recorded_at"] = recorded.at.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")
    return canonical.written(said)


def key(*, declared: Declared, contract: str, email: str) -> str:
    """Two statements with the same key declare the same: the same contract, address and articles. `contract` and
    `email` are evened out by whoever knows how."""
    part = [
        sorted((article.line, article.quantity) for article in declared.articles),
        " ".join(declared.words.split()).casefold(),
    ]
    same = [contract, email, declared.whole, *([] if declared.whole else part)]
    # Spaces and all: keys written like this lie in tables.
    return canonical.digest_of(json.dumps(same, ensure_ascii=False))


def same_person(*, said: str, known: Sequence[str]) -> bool:
    """Does the name fit one the order knows? One word of it in common is enough; an order without names fits all."""
    names = [_words(name) for name in known if name.strip()]
    return not names or any(_words(said) & name for name in names)


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in name.casefold().replace("-", " ").replace(".", " ").split() if len(word) > 1)
