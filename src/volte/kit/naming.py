"""Does something written elsewhere name this person? "Li" and "1" stand in every text, an address in one person's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# A shop's own id this long stands in no text by accident.
_LONG = 8
# What may stand before an address in a text without being part of it; in keys of programs only a letter is.
_ADDRESS = r"(?<![\w.+-])"
_JOINED = r"(?<![A-Za-z0-9])"


@dataclass(frozen=True, slots=True)
class Words:
    """What names one person. `marks` (e-mail addresses, public ids of ours) belong to nobody else; `names` and the
    shop's own `ids` may be short, or others' too."""

    marks: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()

    @property
    def telling(self) -> str:
        """A pattern of what names them in the midst of a text: marks, full names, long ids. "" for nothing.

        Patterns are read by Python and PostgreSQL alike, whatever the case of letters."""
        full = (name for name in self.names if len(name.split()) > 1)
        long = (one for one in self.ids if len(one) >= _LONG)
        return _any(_ADDRESS, (*self.marks, *full, *long))

    @property
    def marked(self) -> str:
        """A pattern of marks alone: where a namesake's thing must not be touched. "" for nothing."""
        return _any(_ADDRESS, self.marks)

    @property
    def keyed(self) -> str:
        """The same for what programs join to keys: `erase-camille@example.com`."""
        return _any(_JOINED, self.marks)

    def stand_in(self, text: str) -> bool:
        """Is the person named in the midst of this text?"""
        return bool(self.telling) and re.search(self.telling, text, re.IGNORECASE) is not None

    def are(self, value: str) -> bool:
        """Is this whole value one of the words, short ones too?"""
        return _even(value) in {_even(word) for word in (*self.marks, *self.names, *self.ids)}

    def name(self, value: str) -> bool:
        """Is this whole value a name of theirs?"""
        return _even(value) in {_even(word) for word in self.names}


def _any(before: str, words: Iterable[str]) -> str:
    """Any of these as words of their own. What goes on as a longer address or word is another."""
    escaped = "|".join(re.escape(word) for word in words if word)
    return rf"{before}({escaped})(?!\w|-\w|\.\w)" if escaped else ""


def _even(written: str) -> str:
    return " ".join(written.split()).casefold()
