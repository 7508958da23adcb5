"""Signed links to a receipt: they expire, cannot be forged, and open one receipt of one shop."""

from datetime import timedelta
from uuid import UUID

from django.core import signing

from volte.kit.errors import NotFound, NotKnown

_SALT = "volte.withdrawals.links"
LASTS = timedelta(days=365)


def token(*, shop_id: UUID, withdrawal_id: UUID) -> str:
    """A token for a link to this receipt, good for a year. The mail and its files last longer."""
    return signing.dumps([shop_id.hex, withdrawal_id.hex], salt=_SALT, compress=False)


def opened(*, written: str) -> tuple[UUID, UUID]:
    """The shop and withdrawal a token opens; refuses `link_expired` and `link_forged`."""
    try:
        shop, withdrawal = signing.loads(written, salt=_SALT, max_age=LASTS)
        return UUID(hex=shop), UUID(hex=withdrawal)
    except signing.SignatureExpired as error:
        raise NotKnown("link_expired") from error
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise NotFound("link_forged") from error
