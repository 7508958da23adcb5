"""What came in exchange never arrived, or has not left: a claim or a cancellation of that line, and ceilings hold."""

from uuid import UUID

import pytest

from tests.operations.returns.test_cancelling import call_off
from tests.operations.returns.test_exchange_again import (
    back,
    books_of,
    gone_back,
    lines,
    newest,
    payments,
    shopper,
    stocked,
    swapped,
)
from tests.operations.returns.test_journey import react, see
from tests.operations.returns.test_never_arrived import claim
from volte.kit.errors import Conflict
from volte.returns import operations
from volte.returns.operations.without_goods.found import Where
from volte.returns.rules.lifecycle import Outcome, Status
from volte.returns.rules.request import WantedItem
from volte.runtime.actor import Actor

__all__ = ["payments", "shopper", "stocked"]


def test_what_never_came_in_exchange_is_paid_back_once(shopper: Actor, owner: Actor, stocked: UUID) -> None:
    back(shopper, owner, stocked, swapped("l1", "ROBE-M"))
    line = newest(owner, stocked)
    assert line.exchanged is not None
    return_id = claim(shopper, stocked, **{line.id: 1})
    with pytest.raises(Conflict):
        claim(shopper, stocked, **{line.id: 1})
    operations.approve(by=owner, return_id=return_id)
    react()
    view = see(owner, return_id)
    assert (view.status, view.items[0].outcome) == (Status.SETTLED, Outcome.REFUNDED)
    books_of(owner)
    operations.record_found(by=owner, return_id=return_id, where=Where.CUSTOMER)
    assert see(owner, return_id).status is Status.SETTLED
    for name, one in lines(owner, stocked).items():
        if one.units_left and name != line.id:
            back(shopper, owner, stocked, WantedItem(name, one.units_left, "too-small"))
    books_of(owner)
    assert sum(gone_back(owner, stocked).values()) <= 10287


def test_what_was_sent_in_exchange_is_too_late_to_be_called_off(shopper: Actor, owner: Actor, stocked: UUID) -> None:
    back(shopper, owner, stocked, swapped("l1", "ROBE-M"))
    with pytest.raises(Conflict, match="units_already_left"):
        call_off(owner, stocked, **{newest(owner, stocked).id: 1})
