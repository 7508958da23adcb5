"""Signed links from mails to an order, or to the return of a gift: they expire, cannot be forged, and open one thing of
one shop."""

from datetime import timedelta
from uuid import UUID

from volte.runtime import links

_SALT = "volte.returns.links"
_GIFT_SALT = "volte.returns.links.gift"
LASTS = timedelta(days=60)


def token(*, shop_id: UUID, order_id: UUID) -> str:
    """A token for a link to this order, good for sixty days."""
    return links.token_of(salt=_SALT, shop_id=shop_id, subject_id=order_id)


def opened(*, written: str) -> tuple[UUID, UUID]:
    """The shop and order a token opens; refuses `link_expired` and `link_forged`."""
    return links.subject_of(written=written, salt=_SALT, lasts=LASTS)


def gift_token(*, shop_id: UUID, return_id: UUID) -> str:
    """A token for a link to the return of a gift, good for as long."""
    return links.token_of(salt=_GIFT_SALT, shop_id=shop_id, subject_id=return_id)


def gift_opened(*, written: str) -> tuple[UUID, UUID]:
    """The shop and return a token opens; refuses `link_expired` and `link_forged`."""
    return links.subject_of(written=written, salt=_GIFT_SALT, lasts=LASTS)
