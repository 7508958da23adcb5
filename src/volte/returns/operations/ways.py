"""The customer sends it another way than they said, or than was supposed when a withdrawal opened it."""

from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.kit.errors import Invalid
from volte.kit.words import Method
from volte.logistics import operations as logistics
from volte.returns import rows, ways
from volte.returns.events import ReturnWayChosen
from volte.returns.models import Return, Step
from volte.returns.operations import travelling
from volte.returns.rules.lifecycle import OVER, Act, Verdict
from volte.runtime import clock, shop_settings
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission

CHOSEN = "way_chosen"


@operation(Permission.OWN_RETURNS, Permission.OWN_GIFT, Permission.RETURNS_REQUEST)
def choose_way(*, by: Actor, return_id: UUID, method: Method, store: str = "") -> None:
    """Send it back this way, at the price that was decided for it. The same way again changes nothing; that it was
    chosen, and is supposed no more, is written down.

    A parcel expected so far is cancelled and another one opened: its label was for the other way. Refuses
    `return_not_possible_now`, `method_not_offered`, `store_unknown` and `parcel_already_travelling`.
    """
    row, items = rows.locked(by=by, return_id=return_id)
    rows.allow(row, Act.CHOOSE_WAY)
    offered = ways.of(Method(row.method), (item.decision for item in items if Verdict(item.verdict) not in OVER))
    if method not in {offer.method for offer in offered}:
        told = ", ".join(offer.method.value for offer in offered)
        raise Invalid("method_not_offered", method=method.value, offered=told)
    place = store if method is Method.STORE else ""
    if place:
        _must_be_a_store(by, place)
    if (row.method, row.store) == (method.value, place):
        if not Step.objects.filter(return_row_id=row.id, kind=CHOSEN).exists():
            rows.step(row, CHOSEN, by=by, now=clock.now(), method=method.value)
        return
    prices = {offer.method: offer.price.amount for offer in offered}
    row.value = max(0, row.value + prices.get(Method(row.method), 0) - prices[method])
    row.method, row.store = method.value, place
    if row.parcel_id is not None:
        _another_parcel(by, row)
    now = clock.now()
    rows.restate(row, items, now=now)
    rows.step(row, CHOSEN, by=by, now=now, method=method.value)
    announce(ReturnWayChosen(return_id=row.id, number=row.number, method=method.value), subject_id=row.id)


def _must_be_a_store(by: Actor, handle: str) -> None:
    place = shop_settings.of_shop(by.shop_id).location(handle)
    if place is None or place.kind != "store":
        raise Invalid("store_unknown", store=handle)


def _another_parcel(by: Actor, row: Return) -> None:
    assert row.parcel_id is not None
    system = Actor.system(by.shop_id)
    logistics.cancel_parcel(by=system, parcel_id=row.parcel_id)
    travelling.expect_parcel(by=system, row=row, order=catalogue.order(order_id=rows.order_of(row)))
