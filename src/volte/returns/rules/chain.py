"""Is the timeline of a return the one that was written down, step by step, when things happened?

Each step keeps a digest of what it says and of the digest before it, so no step can be changed, taken out or put in
without breaking all that follow. What people typed, and which photos they sent, stands in the digest only as a salted
digest of its own: when a person is erased the salt goes with the words, and the chain holds. Worked out by example in
docs/algorithms/dossier.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from volte.kit import canonical

VERSION = 1
# What people typed; everything else in a step's detail is ids, counts, amounts and codes.
FREE_WORDS = ("reason", "note", "text")
# What stands where words were.
ERASED = "…"
WORDS, PHOTOS = "words", "photos"


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it is kept. `place` counts from 1, None while it is not chained; `detail` holds words too;
    `words_digest` is the salted digest of them, "" where nothing was said; `bound` are digests of what lies beside the
    step (a decision, a plan, photos) by name; `salts` open what is salted (`words`, `photos`) until they are erased;
    `adopted_at` is set on what was chained only later."""

    place: int | None
    digest: str
    kind: str
    actor_kind: str
    actor_name: str
    detail: Mapping[str, Any]
    at: datetime
    words_digest: str = ""
    bound: Mapping[str, str] | None = None
    salts: Mapping[str, str] | None = None
    adopted_at: datetime | None = None
    erased_at: datetime | None = None

    @property
    def words(self) -> dict[str, Any]:
        return {name: value for name, value in self.detail.items() if name in FREE_WORDS}

    @property
    def plain(self) -> dict[str, Any]:
        return {name: value for name, value in self.detail.items() if name not in FREE_WORDS}


class Flaw(StrEnum):
    """What is wrong. `step_changed`: it, or the one before it, is not what was written. `step_missing`: its place is
    empty. `words_changed`: what was typed is not what was. `end_differs`: the return knows of another last step.
    `beside_changed`: what the step vouches for (a decision, a plan, a statement) is not what it was."""

    STEP_CHANGED = "step_changed"
    STEP_MISSING = "step_missing"
    WORDS_CHANGED = "words_changed"
    END_DIFFERS = "end_differs"
    BESIDE_CHANGED = "beside_changed"


@dataclass(frozen=True, slots=True)
class Found:
    """One flaw, at which place of the chain; `name` is what lies beside, where it is that."""

    flaw: Flaw
    place: int
    name: str = ""


def content(*, return_id: str, place: int, before: str, step: Step) -> dict[str, Any]:
    """What the digest of a step is made of. `before` is the digest of the step before it, "" for the first."""
    return {
        "version": VERSION,
        "return": return_id,
        "place": place,
        "before": before,
        "kind": step.kind,
        "by": {"kind": step.actor_kind, "name": step.actor_name},
        "at": _moment(step.at),
        "detail": step.plain,
        "words": step.words_digest,
        "bound": dict(step.bound or {}),
        "adopted_at": _moment(step.adopted_at) if step.adopted_at else None,
    }


def salted(*, salt: str, value: Any) -> str:
    """The digest of words or photos, which says nothing to whoever has not got the salt."""
    return canonical.digest({"salt": salt, "value": value})


def is_erased(words: Mapping[str, Any]) -> bool:
    return bool(words) and all(value == ERASED for value in words.values())


def words_hold(step: Step) -> bool:
    """Are the words those that were written, or gone?"""
    words = step.words
    if not words:
        return not step.words_digest
    salt = (step.salts or {}).get(WORDS)
    opened = salt is not None and salted(salt=salt, value=words) == step.words_digest
    return opened or is_erased(words)


def flaws(*, return_id: str, length: int, head: str, steps: Iterable[Step]) -> list[Found]:
    """What is wrong with a chain that should be `length` long and end in the digest `head`. `steps` by place; those not
    chained yet are passed over."""
    found: list[Found] = []
    before, place = "", 0
    for step in steps:
        if step.place is None:
            continue
        missing = range(place + 1, step.place)
        found += [Found(Flaw.STEP_MISSING, each) for each in missing]
        place = step.place
        # Behind a gap nobody knows what the digest was made of.
        said = content(return_id=return_id, place=place, before=before, step=step)
        if not missing and canonical.digest(said) != step.digest:
            found.append(Found(Flaw.STEP_CHANGED, place))
        if not words_hold(step):
            found.append(Found(Flaw.WORDS_CHANGED, place))
        before = step.digest
    if (place, before) != (length, head):
        found.append(Found(Flaw.END_DIFFERS, place))
    return found


def beside(*, steps: Sequence[Step], known: Mapping[str, str], photos: Mapping[str, Sequence[str]]) -> list[Found]:
    """Is what lies beside the steps still what they vouch for? `known` are today's digests by name, `photos` today's
    files of each item. Photos may have grown since, or be gone altogether."""
    found = []
    for step in steps:
        for name, digest in (step.bound or {}).items():
            if not (_still_shown(step, name, digest, photos) if name.startswith(PHOTOS) else known.get(name) == digest):
                found.append(Found(Flaw.BESIDE_CHANGED, step.place or 0, name))
    return found


def _still_shown(step: Step, name: str, digest: str, photos: Mapping[str, Sequence[str]]) -> bool:
    """Do today's photos begin with those of then? Without them or their salt nobody can say."""
    shown, salt = list(photos.get(name, ())), (step.salts or {}).get(PHOTOS)
    if salt is None or not shown:
        return True
    return any(salted(salt=salt, value=shown[:count]) == digest for count in range(1, len(shown) + 1))


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
