"""Signed links from mails to an order: they expire, cannot be forged, and open one order of one shop."""

from datetime import timedelta
from uuid import UUID

from django.core import signing

from volte.kit.errors import NotFound, NotKnown

_SALT = "volte.returns.links"
LASTS = timedelta(days=60)


def token(*, shop_id: UUID, order_id: UUID) -> str:
    """A token for a link to this order, good for sixty days."""
    return signing.dumps([shop_id.hex, order_id.hex], salt=_SALT, compress=False)


def opened(*, written: str) -> tuple[UUID, UUID]:
    """The shop and order a token opens; refuses `link_expired` and `link_forged`."""
    try:
        shop, order = signing.loads(written, salt=_SALT, max_age=LASTS)
        return UUID(hex=shop), UUID(hex=order)
    except signing.SignatureExpired as error:
        raise NotKnown("link_expired") from error
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise NotFound("link_forged") from error
