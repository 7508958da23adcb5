"""Whatever happens in whichever order, a hold ends once: let go or taken, and the books add up after each step."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from itertools import permutations
from threading import Barrier, Thread
from uuid import UUID

import pytest
from django.db import connection

from tests.connectors.hold_fake import FakeHolds
from tests.operations.returns.test_exchange_again import books_of, payments, shopper, stocked
from tests.operations.returns.test_instant import (
    arrive,
    asking,
    cards,
    day_over,
    hold_of,
    sent,
    work,
)
from volte.kit.errors import Conflict
from volte.money.rules.holding import HoldStatus
from volte.returns import jobs, operations
from volte.returns.operations.instant import ending
from volte.runtime import clock
from volte.runtime.actor import Actor

__all__ = ["asking", "cards", "payments", "sent", "shopper", "stocked"]

_ENDS = (HoldStatus.RELEASED, HoldStatus.TAKEN)
_WHAT = ("goods", "day", "person", "lost answer")
# Half of the orders: each and its mirror begin and end with the same two.
ORDERS = [turns for turns in permutations(_WHAT) if turns[0] < turns[-1]]


@pytest.mark.parametrize("turns", ORDERS, ids="-".join)
def test_in_any_order_it_ends_once(owner: Actor, sent: UUID, cards: FakeHolds, turns: tuple[str, ...]) -> None:
    moment = day_over(owner, sent)
    acts: dict[str, Callable[[], None]] = {
        "goods": lambda: arrive(owner, sent),
        "day": jobs.end_holds,
        "person": lambda: operations.take_hold(by=owner, return_id=sent, reason="An empty box"),
        "lost answer": lambda: setattr(cards, "deaf", True),
    }
    ended: list[HoldStatus] = []
    with clock.at(moment):
        for name in turns:
            with suppress(Conflict):
                acts[name]()
            work(owner, sent)
            work(owner, sent)
            ended += [status for status in (hold_of(owner, sent).status,) if status in _ENDS]
            books_of(owner)
        work(owner, sent)
    assert len(set(ended)) == 1 and hold_of(owner, sent).status is ended[-1]
    assert len(cards.took()) == (1 if ended[-1] is HoldStatus.TAKEN else 0)
    assert sum(books_of(owner).values()) == 0


@pytest.mark.serial
@pytest.mark.django_db(transaction=True)
def test_the_day_and_a_person_at_the_same_moment(owner: Actor, sent: UUID, cards: FakeHolds) -> None:
    """Both wish an end of it on connections of their own: one wins, the other hears that it is wished."""
    start, moment = Barrier(2), day_over(owner, sent) + timedelta(minutes=1)
    heard: list[str] = []

    def wish(act: Callable[[], None]) -> None:
        try:
            start.wait(5)
            with clock.at(moment):
                act()
            heard.append("won")
        except Conflict as late:
            heard.append(late.code)
        finally:
            connection.close()

    system = Actor.system(owner.shop_id)
    acts = (
        lambda: operations.release_hold(by=owner, return_id=sent, reason="A good customer"),
        lambda: ending.take_late(by=system, return_id=sent),
    )
    both = [Thread(target=wish, args=(act,)) for act in acts]
    for one in both:
        one.start()
    for one in both:
        one.join(20)
    assert sorted(heard) == ["hold_not_held", "won"]
    with clock.at(moment):
        work(owner, sent)
    assert hold_of(owner, sent).status in _ENDS
    assert len(cards.took()) == (1 if hold_of(owner, sent).status is HoldStatus.TAKEN else 0)
