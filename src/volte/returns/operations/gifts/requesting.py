"""Whoever received a gift sends it back, in their own name, for store credit."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from volte.catalogue.rules import identity
from volte.catalogue.rules.order import OrderView
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.kit.words import Method, Resolution
from volte.policy.rules.words import Verdict
from volte.returns import gifts
from volte.returns.considering import Considered, consider
from volte.returns.gifts import GiftView
from volte.returns.models import Gift
from volte.returns.operations import request as requesting
from volte.returns.rules.request import Wanted
from volte.runtime import shop_settings
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

CHANNEL = "gift"
LONGEST_NAME = 120
LONGEST_EMAIL = 254
_LONGEST_LINE = 120


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who sends it back. The address is needed only where somebody comes to fetch it."""

    name: str
    email: str
    line1: str = ""
    postcode: str = ""
    city: str = ""


@operation(Permission.OWN_GIFT, Permission.RETURNS_REQUEST)
def request_gift(*, by: Actor, gift_id: UUID, wanted: Wanted, recipient: Recipient) -> UUID:
    """Open the return of a gift; its id. Each unit is claimed once, whoever asks: its buyer or this recipient.

    Refuses `gift_unknown`, `gift_revoked`, `gift_expired`, `gift_units_gone`, `gift_worth_nothing`, `gift_needs_name`,
    `gift_needs_email`, `gift_needs_address`, and of the rest what `request` refuses.
    """
    # Held: two who ask at once with one code do not both find its last unit.
    Gift.objects.select_for_update().filter(id=gift_id).first()
    gift = _own(by, gifts.by_id(gift_id=gift_id))
    who = _checked(recipient, wanted.method)
    considered = _considered(gift, wanted)
    row = requesting.row_of(considered, CHANNEL)
    row.gift_id, row.customer_id = gift.id, None
    row.email, row.customer_name = identity.normal_email(written=who.email)[:LONGEST_EMAIL], who.name
    row.sender = _sender(by, who, considered.order)
    return requesting.opened(by=by, row=row, considered=considered)


def _own(by: Actor, gift: GiftView) -> GiftView:
    """Somebody with a code acts on that gift, and learns of no other."""
    if by.kind == "shopper" and by.gift_id != gift.id:
        raise NotFound("gift_unknown")
    return gifts.good(gift)


def _considered(gift: GiftView, wanted: Wanted) -> Considered:
    if any(item.resolution is not Resolution.CREDIT for item in wanted.items):
        raise Invalid("resolution_not_offered", resolution=wanted.items[0].resolution.value, offered="credit")
    gifts.check(gift=gift, items=wanted.items)
    considered = consider(order_id=gift.order_id, wanted=wanted, as_gift=True)
    given = [item for item in considered.items if item.decision.verdict is not Verdict.REFUSED]
    if given and considered.value.amount <= 0:
        raise Conflict("gift_worth_nothing")
    return considered


def _checked(recipient: Recipient, method: Method) -> Recipient:
    parts: dict[str, Any] = {
        "name": " ".join(recipient.name.split())[:LONGEST_NAME],
        "email": recipient.email.strip(),
        "line1": " ".join(recipient.line1.split())[:_LONGEST_LINE],
        "postcode": recipient.postcode.strip()[:20],
        "city": " ".join(recipient.city.split())[:_LONGEST_LINE],
    }
    if not parts["name"]:
        raise Invalid("gift_needs_name")
    try:
        validate_email(parts["email"][: LONGEST_EMAIL + 1])
    except ValidationError as error:
        raise Invalid("gift_needs_email") from error
    if method is Method.PICKUP and not (parts["line1"] and parts["postcode"] and parts["city"]):
        raise Invalid("gift_needs_address")
    return Recipient(**parts)


def _sender(by: Actor, who: Recipient, order: OrderView) -> dict[str, str]:
    """As a label wants it: of the order only the country it went to, for most gifts stay in it."""
    went_to = order.shipping_address.country if order.shipping_address else order.country
    country = went_to or shop_settings.of_shop(by.shop_id).country
    return {"country": country, "name": who.name, "line1": who.line1, "postcode": who.postcode, "city": who.city}
