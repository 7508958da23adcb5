"""The link by which somebody proves to read a mailbox: good for a day, and it shows the address to nobody."""

from datetime import timedelta
from uuid import UUID

from volte.kit.errors import NotFound
from volte.runtime import links, sealing

_SALT = "volte.privacy.links"
LASTS = timedelta(days=1)


def token(*, shop_id: UUID, email: str) -> str:
    """Addresses of pages are written into logs: the e-mail address stands in it sealed."""
    return links.token(salt=_SALT, words=[shop_id.hex, sealing.seal(email)])


def opened(*, written: str, shop_id: UUID) -> str:
    """The address somebody proved to read; refuses `link_expired`, and `link_forged` also for another shop's."""
    words = links.opened(written=written, salt=_SALT, lasts=LASTS)
    if len(words) != 2 or words[0] != shop_id.hex:
        raise NotFound("link_forged")
    try:
        return sealing.unseal(words[1])
    except sealing.Unreadable as error:
        raise NotFound("link_forged") from error
