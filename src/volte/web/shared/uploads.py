"""Photos somebody sends with a form: each checked and made anew, and how many one person may send."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from volte.kit.errors import Refused, TooLarge
from volte.kit.text import Message, message
from volte.returns import photos
from volte.runtime import throttle

MOST_PHOTOS = 5
MEGABYTES = photos.LARGEST_BYTES // (1024 * 1024)
# Times somebody may send photos in an hour: each costs us work, and stays.
_MOST_SENT = 40


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of uploaded photos: the digests of the good ones, and why another was not taken."""

    digests: tuple[str, ...]
    refused: Refused | Message | None = None


def keep_photos(files: Sequence[UploadedFile[Any]], *, room: int, who: str, often: int = _MOST_SENT) -> Kept:
    """Check and store what was uploaded, inside an entered shop. One that is refused stops none of the others.

    Refuses `too_many_tries` when `who` sends more than anybody has to show.
    """
    if files:
        throttle.count(what="photos", who=who, limit=often, within=timedelta(hours=1))
    digests: list[str] = []
    refused: Refused | Message | None = None
    for file in files[:room]:
        try:
            digests.append(_keep(file))
        except Refused as error:
            refused = error
    if len(files) > room and refused is None:
        refused = message("portal-photos-too-many", most=MOST_PHOTOS)
    return Kept(tuple(digests), refused)


def _keep(file: UploadedFile[Any]) -> str:
    # The size is known before a byte is read into memory.
    if (file.size or 0) > photos.LARGEST_BYTES:
        raise TooLarge("photo_too_large", most=MEGABYTES)
    return photos.keep(file.read()).digest
