"""Make a dossier. Nothing of it is kept: it is made anew, and sealed, whenever somebody asks."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import IO
from uuid import UUID

from volte.dossiers import archive, gathering
from volte.dossiers.gathering import Gathered
from volte.kit.errors import Invalid, NotAllowed
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns.operations import adopting
from volte.runtime import formats, throttle
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

# It shows all of a case, so whoever asks must be allowed to see each part of it.
NEEDED = (Permission.RETURNS_READ, Permission.ORDERS_READ, Permission.MONEY_READ)
# A dossier is a second of work at most; a program that takes one of every return of a day is fine.
MOST_AN_HOUR = 600


class Kind(StrEnum):
    """As what it is handed out, which is also the ending of its name."""

    ZIP = "zip"
    PDF = "pdf"
    JSON = "json"


MEDIA_TYPE = {Kind.ZIP: "application/zip", Kind.PDF: "application/pdf", Kind.JSON: "application/json"}


@operation(Permission.MONEY_READ)
def gather(*, by: Actor, return_id: UUID, language: str) -> Gathered:
    """What the dossier of a return says, in this language. That somebody took it out is noted; steps without a chain
    are chained first. Refuses `return_unknown`, `permission_missing`, `too_many_tries`."""
    for permission in NEEDED:
        if permission not in by.permissions:
            raise NotAllowed("permission_missing", permission=permission.value)
    if by.kind != "command":
        throttle.count(what="dossier", who=str(by.id), limit=MOST_AN_HOUR, within=timedelta(hours=1))
    adopting.adopt_steps_of(by=by, return_id=return_id)
    gathered = gathering.gather(by=by, return_id=return_id, language=language)
    looking.note(by=by, what=What.DOSSIER, subject_id=return_id)
    return gathered


@dataclass(frozen=True, slots=True)
class Made:
    """A dossier to hand out: the name of the file and its bytes, open; whoever takes it closes it."""

    name: str
    kind: Kind
    file: IO[bytes]


def make(*, by: Actor, return_id: UUID, language: str, kind: Kind) -> Made:
    """The whole archive, the paper alone, or dossier.json alone (photos and papers stand in it by their digests). Not
    inside a transaction: it may take a second. Refuses `dossier_language_unknown` and what `gather` refuses."""
    if language not in formats.LANGUAGES:
        raise Invalid("dossier_language_unknown", language=language[:20], known=", ".join(formats.LANGUAGES))
    gathered = gather(by=by, return_id=return_id, language=language)
    return Made(f"{gathered.number}.{kind}", kind, _MAKE[kind](gathered))


def may(by: Actor) -> bool:
    """Is this person allowed to see all that stands in one?"""
    return by.permissions.issuperset(NEEDED)


_MAKE: dict[Kind, Callable[[Gathered], IO[bytes]]] = {
    Kind.ZIP: archive.packed,
    Kind.PDF: lambda gathered: io.BytesIO(archive.paper(gathered)),
    Kind.JSON: lambda gathered: io.BytesIO(archive.document(gathered)),
}
