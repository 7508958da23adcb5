"""Who is doing this?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from volte.runtime.permissions import EVERYTHING, Permission

ActorKind = Literal["member", "key", "shopper", "command", "system"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody acting in one shop.

    `id` is the member's or key's id, or stands for whoever works at the command line of the machine; None for the
    system and for guests. `order_id` is the one order a shopper proved to own: operations open to shoppers refuse every
    other order. `gift_id` is the gift of that order somebody holds the code of, who is not its buyer and may do only
    what is open to whoever received it.
    """

    shop_id: UUID
    kind: ActorKind
    id: UUID | None
    name: str
    permissions: frozenset[Permission]
    language: str = "en"
    order_id: UUID | None = None
    gift_id: UUID | None = None

    @classmethod
    def system(cls, shop_id: UUID) -> Actor:
        """Volte itself, following the shop's own rules."""
        return cls(shop_id=shop_id, kind="system", id=None, name="Volte", permissions=EVERYTHING)

    @classmethod
    def visitor(cls, shop_id: UUID, *, language: str) -> Actor:
        """Somebody who proved nothing: they may declare a withdrawal, which the law lets anybody do without a login."""
        return cls(shop_id, "shopper", None, "", frozenset({Permission.WITHDRAWALS_DECLARE}), language)

    @classmethod
    def person(cls, shop_id: UUID, *, language: str) -> Actor:
        """Somebody who asks for their own data; each time they show the token that went to their mailbox."""
        return cls(shop_id, "shopper", None, "", frozenset({Permission.OWN_DATA}), language)

    @classmethod
    def shopper(cls, shop_id: UUID, *, order_id: UUID, language: str, name: str = "") -> Actor:
        """A guest who proved to own `order_id`."""
        own = frozenset({Permission.OWN_RETURNS})
        return cls(shop_id, "shopper", None, name, own, language, order_id)

    @classmethod
    def recipient(cls, shop_id: UUID, *, order_id: UUID, gift_id: UUID, language: str) -> Actor:
        """Somebody who holds the code of a gift: units of `order_id` that somebody else bought."""
        own = frozenset({Permission.OWN_GIFT})
        return cls(shop_id, "shopper", None, "", own, language, order_id, gift_id)
