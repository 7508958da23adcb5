"""A code for units that are a gift: made by their buyer or the shop, and taken back by either."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from volte.kit import ids
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.returns import gifts
from volte.returns.events import GiftCodeMade, GiftCodeRevoked
from volte.returns.models import Gift, GiftLine
from volte.returns.rules import gifts as rules
from volte.runtime import clock, sealing, shop_settings
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission

MOST_CODES = 100


@operation(Permission.OWN_RETURNS, Permission.RETURNS_REQUEST)
def make_gift_code(*, by: Actor, order_id: UUID, units: Mapping[str, int], last_day: date | None = None) -> UUID:
    """A code for these units (by the shop's word for the line; none: all that no code covers yet), good to the end of
    `last_day`, else for a year.

    Refuses `order_unknown`, `gift_business`, `gift_without_units`, `gift_units_covered`, `gift_too_many`,
    `line_unknown` and `gift_days`.
    """
    if by.kind == "shopper" and by.order_id != order_id:
        raise NotFound("order_unknown")
    order, goods = gifts.to_give(order_id=order_id)
    most = {one.line.id: one for one in goods}
    wanted = units or {one.line.id: one.most for one in goods if one.most}
    if not wanted:
        raise Conflict("gift_without_units")
    for line, quantity in wanted.items():
        if line not in most:
            raise Invalid("line_unknown", line=line, known=", ".join(most))
        if not 1 <= quantity <= most[line].most:
            title = most[line].line.title or line
            raise Conflict("gift_units_covered", title=title, left=most[line].most, asked=quantity)
    if Gift.objects.filter(order_id=order.order_id).count() >= MOST_CODES:
        raise Conflict("gift_too_many", most=MOST_CODES)
    now, zone = clock.now(), shop_settings.of_shop(by.shop_id).timezone
    code = rules.written(number=ids.short_number(rules.GROUPS))
    row: Gift = Gift.objects.create(
        order_id=order.order_id,
        digest=rules.digest(typed=code),
        sealed=sealing.seal(code),
        ending=code[-4:],
        made_by=by.kind,
        made_at=now,
        expires_at=rules.ends(last_day=last_day, now=now, zone=zone),
    )
    for line, quantity in wanted.items():
        GiftLine.objects.create(gift=row, order_line_id=most[line].line.line_id, quantity=quantity)
    announce(GiftCodeMade(gift_id=row.id, order_id=order.order_id), subject_id=row.id)
    return UUID(str(row.id))


@operation(Permission.OWN_RETURNS, Permission.RETURNS_REQUEST)
def revoke_gift_code(*, by: Actor, gift_id: UUID) -> None:
    """Nothing more can be asked for with it; what was asked for goes on. Twice is harmless. Refuses `gift_unknown`."""
    mine = Gift.objects.filter(id=gift_id)
    if by.kind == "shopper":
        mine = mine.filter(order_id=by.order_id) if by.order_id else mine.none()
    row = mine.first()
    if row is None:
        raise NotFound("gift_unknown")
    if mine.filter(revoked_at=None).update(revoked_at=clock.now()):
        announce(GiftCodeRevoked(gift_id=row.id, order_id=row.order_id), subject_id=row.id)
