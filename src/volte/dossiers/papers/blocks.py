"""What a paper is put together from: blocks the template knows how to set, and the words and figures in them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from volte.kit.money import Money
from volte.runtime import formats, texts

Block = dict[str, Any]
_AMOUNTS = ("amount", "debit", "credit")


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo that is shown: its name in the layout, and the stored file it is made from."""

    name: str
    sha256: str


@dataclass(slots=True)
class Sheet:
    """The content of a dossier and how its language writes words, moments and money."""

    content: Mapping[str, Any]
    language: str
    pictures: list[Picture] = field(default_factory=list)

    @property
    def zone(self) -> str:
        return str(self.content["about"]["shop"]["timezone"])

    def say(self, name: str, **params: Any) -> str:
        return texts.say(f"dossier-{name}", self.language, **params)

    def moment(self, written: str | None) -> str:
        """To the second, in the shop's zone, which the first page names."""
        return formats.second(datetime.fromisoformat(written), self.language, self.zone) if written else "–"

    def day(self, written: str | None) -> str:
        return formats.short_day(date.fromisoformat(written), self.language) if written else "–"

    def money(self, value: Mapping[str, Any] | None) -> str:
        return formats.money(Money(value["amount"], value["currency"]), self.language) if value else "–"

    def facts(self, *rows: tuple[str, Any]) -> Block:
        """Word and value, line by line; what is empty is left out."""
        return {"kind": "facts", "rows": [[self.say(f"fact-{name}"), str(value)] for name, value in rows if value]}

    def table(self, names: Sequence[str], widths: Sequence[str], rows: Iterable[Sequence[Any]]) -> Block:
        """`widths` as typst writes them: 1fr, auto, 30mm. Amounts stand on the right."""
        return {
            "kind": "table",
            "head": [self.say(f"column-{name}") for name in names],
            "widths": list(widths),
            "right": [name in _AMOUNTS for name in names],
            "rows": [[str(cell) for cell in row] for row in rows],
        }

    def picture(self, photo: Mapping[str, Any], *, alt: str) -> Block:
        """A photo with the name of its file; one that is gone says so."""
        caption = self.say("photo-gone") if photo["file"] is None else photo["file"].removeprefix("files/")
        name = ""
        if photo["file"] is not None:
            name = f"picture-{len(self.pictures)}.jpg"
            self.pictures.append(Picture(name, photo["sha256"]))
        return {"name": name, "caption": caption, "digest": photo["sha256"], "alt": alt}


def text(words: str, *, soft: bool = False) -> Block:
    return {"kind": "soft" if soft else "text", "text": words}


def quote(words: str) -> Block:
    """What somebody wrote or was shown, word for word."""
    return {"kind": "quote", "text": words}


def head(words: str) -> Block:
    return {"kind": "head", "text": words}


def lines(words: Sequence[str]) -> Block:
    return {"kind": "list", "items": list(words)}


def photos(shown: Sequence[Block]) -> Block:
    return {"kind": "photos", "photos": list(shown)}
