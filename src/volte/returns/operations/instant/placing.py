"""The customer agrees that money is held on their card, on a page of the payment provider."""

from uuid import UUID

from volte.kit.errors import Conflict
from volte.money import hold_queries, holds
from volte.money.differences import Visit
from volte.money.holds import HoldWish
from volte.money.ports import GatewayUnreachable
from volte.returns import instant, rows, wire
from volte.returns.operations import telling
from volte.returns.operations.paying import PaymentPage
from volte.returns.operations.settling import promising
from volte.runtime import clock, shop_settings, tenancy, texts
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


def place_hold(*, by: Actor, return_id: UUID) -> PaymentPage:
    """The page of the payment provider on which the customer agrees to the hold; asked for twice it is the same one.

    Not inside a transaction: it asks the provider. Refuses `hold_not_offered`, `hold_stands`, `payment_unreachable`.
    """
    wish = agree_to_hold(by=by, return_id=return_id)
    url = holds.place(by=Actor.system(by.shop_id), wish=wish)
    with tenancy.entered(by.shop_id):
        asked = hold_queries.asked(subject_id=return_id)[-1]
    return PaymentPage(url, asked.amount)


@operation(Permission.OWN_RETURNS, Permission.MONEY_REFUND)
def agree_to_hold(*, by: Actor, return_id: UUID) -> HoldWish:
    """On these terms: they were shown beside the button, and what was agreed to is written down. Refuses
    `hold_not_offered` and `hold_stands`."""
    row, items = rows.locked(by=by, return_id=return_id)
    terms = instant.terms(row=row, items=items, settings=shop_settings.of_shop(by.shop_id))
    if terms is None:
        stands = instant.is_holding(subject_id=row.id)
        raise Conflict("hold_stands" if stands else "hold_not_offered")
    asked = hold_queries.asked(subject_id=row.id)
    if not any((one.amount, one.last_day) == (terms.amount, terms.last_day) for one in asked):
        day = terms.last_day.isoformat()
        rows.step(row, "hold_agreed", by=by, now=clock.now(), amount=wire.money(terms.amount), until=day)
    # Whoever pays need not be whoever may see the order: the way back opens nothing by itself.
    page = telling.page_of(shop_id=by.shop_id, number=row.number)
    title = texts.say("returns-hold-title", row.language, number=row.number)
    return HoldWish(
        order_id=rows.order_of(row),
        subject=promising.subject_of(row),
        pieces=terms.pieces,
        currency=row.currency,
        last_day=terms.last_day,
        visit=Visit(title, row.language, paid_url=f"{page}?hold=done", left_url=f"{page}?hold=left"),
    )


def learn_hold(*, by: Actor, return_id: UUID) -> None:
    """The customer comes back from the page: ask how it went rather than wait to be told. Says nothing when the
    provider does not answer: its message, or the sweep, will."""
    with tenancy.entered(by.shop_id):
        rows.locked(by=by, return_id=return_id)
        waiting = [one.id for one in hold_queries.asked(subject_id=return_id)]
    for hold_id in waiting:
        try:
            holds.attempt(by=Actor.system(by.shop_id), hold_id=hold_id)
        except GatewayUnreachable:
            return
