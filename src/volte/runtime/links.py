"""Signed words for links in mails: they expire, cannot be forged, and mean one thing only (`salt`)."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.core import signing

from volte.kit.errors import NotFound, NotKnown


def token(*, salt: str, words: Sequence[str]) -> str:
    return signing.dumps(list(words), salt=salt, compress=False)


def opened(*, written: str, salt: str, lasts: timedelta) -> list[str]:
    """The words again; refuses `link_expired` and `link_forged`."""
    try:
        found = signing.loads(written, salt=salt, max_age=lasts)
    except signing.SignatureExpired as error:
        raise NotKnown("link_expired") from error
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise NotFound("link_forged") from error
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise NotFound("link_forged")
    return found


def token_of(*, salt: str, shop_id: UUID, subject_id: UUID) -> str:
    """For a link to one thing of one shop."""
    return token(salt=salt, words=[shop_id.hex, subject_id.hex])


def subject_of(*, written: str, salt: str, lasts: timedelta) -> tuple[UUID, UUID]:
    """The shop and the thing such a token names; refuses as `opened`."""
    try:
        shop, subject = opened(written=written, salt=salt, lasts=lasts)
        return UUID(hex=shop), UUID(hex=subject)
    except ValueError as error:
        raise NotFound("link_forged") from error
