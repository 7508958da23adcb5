"""What stands in the way of taking something off for use, asked of what a page has read already."""

from uuid import UUID

from volte.kit.words import Resolution
from volte.returns import decisions
from volte.returns.rules import wear
from volte.returns.rules.wear import Obstacle, Wear
from volte.returns.views import ItemView

IN_MONEY = (Resolution.REFUND, Resolution.CREDIT, Resolution.EXCHANGE)


def of_unit(*, item: ItemView, unit_id: UUID) -> Wear | None:
    """What was said of this unit."""
    return wear.of_unit(item.wear, str(unit_id))


def obstacle(*, item: ItemView, unit_id: UUID) -> Obstacle | None:
    """Why nothing can be proposed for a unit of this item; None when it can."""
    return wear.obstacle(
        allowed=decisions.may_deduct(item.decision),
        basis=str(item.decision.get("basis") or ""),
        in_money=item.resolution in IN_MONEY,
        here=item.here,
        now=of_unit(item=item, unit_id=unit_id),
    )


def photos(*, item: ItemView) -> tuple[str, ...]:
    """All that was shown of the item at the bench, for people of the shop."""
    return tuple(photo for one in item.wear for photo in one.photos)


def open_amount(*, item: ItemView) -> int:
    """What was proposed and nobody has decided, in minor units."""
    return wear.proposed(item.wear)


def open_words(*, item: ItemView) -> str:
    return wear.words([one for one in item.wear if one.is_open])
