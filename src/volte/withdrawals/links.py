"""Signed links to a receipt: they expire, cannot be forged, and open one receipt of one shop."""

from datetime import timedelta
from uuid import UUID

from volte.runtime import links

_SALT = "volte.withdrawals.links"
LASTS = timedelta(days=365)


def token(*, shop_id: UUID, withdrawal_id: UUID) -> str:
    """A token for a link to this receipt, good for a year. The mail and its files last longer."""
    return links.token_of(salt=_SALT, shop_id=shop_id, subject_id=withdrawal_id)


def opened(*, written: str) -> tuple[UUID, UUID]:
    """The shop and withdrawal a token opens; refuses `link_expired` and `link_forged`."""
    return links.subject_of(written=written, salt=_SALT, lasts=LASTS)
