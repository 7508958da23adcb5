"""What does a person look at on this kind of thing, and what can they find?

A checklist asks only what the goods need: nobody is asked about a hygiene seal on a lamp. Each question has answers of
which at most one per question is true; no answer means nothing is wrong.
"""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from volte.kit.errors import Invalid


class Group(StrEnum):
    """Kinds of goods that are looked at alike."""

    FASHION = "fashion"
    FOOTWEAR = "footwear"
    HYGIENE = "hygiene"
    ELECTRONICS = "electronics"
    HOME = "home"
    GENERAL = "general"


class Finding(StrEnum):
    """What a person saw."""

    UNWORN = "unworn"
    WORN = "worn"
    MARKED = "marked"
    DAMAGED = "damaged"
    DEFECTIVE = "defective"
    UNSAFE = "unsafe"
    PACKAGING_OPENED = "packaging_opened"
    PACKAGING_MISSING = "packaging_missing"
    ACCESSORIES_MISSING = "accessories_missing"
    TAGS_REMOVED = "tags_removed"
    SEAL_BROKEN = "seal_broken"
    WRONG_ITEM = "wrong_item"
    NOT_RETURNED = "not_returned"


class Question(StrEnum):
    """One thing to look at."""

    IDENTITY = "identity"
    STATE = "state"
    FUNCTION = "function"
    SEAL = "seal"
    TAGS = "tags"
    PACKAGING = "packaging"
    ACCESSORIES = "accessories"


ANSWERS: Mapping[Question, tuple[Finding, ...]] = {
    Question.IDENTITY: (Finding.WRONG_ITEM, Finding.NOT_RETURNED),
    Question.STATE: (Finding.UNWORN, Finding.WORN, Finding.MARKED, Finding.DAMAGED),
    Question.FUNCTION: (Finding.DEFECTIVE, Finding.UNSAFE),
    Question.SEAL: (Finding.SEAL_BROKEN,),
    Question.TAGS: (Finding.TAGS_REMOVED,),
    Question.PACKAGING: (Finding.PACKAGING_OPENED, Finding.PACKAGING_MISSING),
    Question.ACCESSORIES: (Finding.ACCESSORIES_MISSING,),
}

_ALWAYS = (Question.IDENTITY, Question.STATE)
CHECKLISTS: Mapping[Group, tuple[Question, ...]] = {
    Group.FASHION: (*_ALWAYS, Question.TAGS),
    Group.FOOTWEAR: (*_ALWAYS, Question.PACKAGING),
    Group.HYGIENE: (*_ALWAYS, Question.SEAL, Question.PACKAGING),
    Group.ELECTRONICS: (*_ALWAYS, Question.FUNCTION, Question.PACKAGING, Question.ACCESSORIES),
    Group.HOME: (*_ALWAYS, Question.PACKAGING, Question.ACCESSORIES),
    Group.GENERAL: (*_ALWAYS, Question.FUNCTION, Question.PACKAGING, Question.ACCESSORIES),
}

# With one of these in hand the rest says nothing: there is another thing, or none.
_ALONE = frozenset({Finding.WRONG_ITEM, Finding.NOT_RETURNED})

# Words of categories (French and English, without accents, singular) that tell the group; traits come first.
_WORDS: Mapping[str, Group] = {
    **dict.fromkeys(("maillot", "bikini", "lingerie", "cosmetique", "cosmetic", "beaute", "beauty", "swimwear",
                     "underwear", "culotte", "soin", "hygiene", "sealed", "literie"), Group.HYGIENE),
    **dict.fromkeys(("chaussure", "shoe", "botte", "boot", "basket", "sneaker", "sandale", "sandal", "footwear",
                     "mocassin"), Group.FOOTWEAR),
    **dict.fromkeys(("electronique", "electronic", "informatique", "computer", "audio", "telephone", "phone", "battery",
                     "electromenager", "appliance", "electrical"), Group.ELECTRONICS),
    **dict.fromkeys(("maison", "home", "decoration", "luminaire", "lamp", "lampe", "vaisselle", "tableware", "meuble",
                     "furniture", "kitchen", "cuisine", "bougie", "candle", "linge"), Group.HOME),
    **dict.fromkeys(("femme", "homme", "enfant", "women", "men", "kid", "mode", "fashion", "vetement", "clothing",
                     "robe", "dress", "pull", "sweater", "chemise", "shirt", "pantalon", "trouser", "jupe", "skirt",
                     "manteau", "coat", "veste", "jacket", "accessoire", "textile"), Group.FASHION),
}  # fmt: skip
_ORDER = (Group.HYGIENE, Group.FOOTWEAR, Group.ELECTRONICS, Group.HOME, Group.FASHION)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two findings that cannot both be true of one unit."""

    first: Finding
    second: Finding


_WRITTEN = frozenset(finding.value for finding in Finding)


def group_of(*, category: Iterable[str], traits: Iterable[str] = ()) -> Group:
    """The group a product belongs to, from its traits and category path; `general` asks a bit more when unsure."""
    found = {_WORDS[word] for text in (*traits, *category) for word in _words(text) if word in _WORDS}
    return next((group for group in _ORDER if group in found), Group.GENERAL)


def checklist(group: Group) -> tuple[tuple[Question, tuple[Finding, ...]], ...]:
    """The questions for this group with their answers, in the order a hand does them."""
    return tuple((question, ANSWERS[question]) for question in CHECKLISTS[group])


def findings_of(written: Iterable[str]) -> frozenset[Finding]:
    """Findings as a program or a form wrote them; refuses `finding_unknown`."""
    found = set()
    for word in written:
        if word not in _WRITTEN:
            raise Invalid("finding_unknown", finding=word[:40])
        found.add(Finding(word))
    return frozenset(found)


def contradiction(findings: Collection[Finding]) -> Contradiction | None:
    """The first two findings that exclude each other, or None."""
    for answers in ANSWERS.values():
        said = [finding for finding in answers if finding in findings]
        if len(said) > 1:
            return Contradiction(said[0], said[1])
    alone = [finding for finding in findings if finding in _ALONE]
    others = [finding for finding in Finding if finding in findings and finding not in _ALONE]
    return Contradiction(alone[0], others[0]) if alone and others else None


def _words(text: str) -> Iterable[str]:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    for word in "".join(letter if letter.isalpha() else " " for letter in plain).split():
        yield from (word, word.removesuffix("s"), word.removesuffix("es"))
