"""The forecast of the week reads the shop's own steps: what took how long, and what is still open."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.operations.returns.test_deadlines import LAWFUL, sent
from tests.operations.returns.test_desk import asked
from volte.kit import ids
from volte.returns import morning, operations, waits
from volte.returns.models import Return
from volte.returns.rules.clocks.forecast import Step, Wait
from volte.returns.rules.clocks.words import Code
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor


def copies(owner: Actor, of: UUID, count: int, **changes: Any) -> None:
    """As many returns like this one, with what is different about them."""
    with tenancy.entered(owner.shop_id):
        for place in range(count):
            row = Return.objects.get(id=of)
            row.id, row.number, row.deadline_at = ids.new_id(), f"C{place:03}-{ids.new_id().hex[-8:]}", None
            for name, value in changes.items():
                setattr(row, name, value)
            row.save(force_insert=True)


def test_refunds_are_foreseen_from_how_long_they_took_from_the_same_step(owner: Actor, order: UUID, today: Any) -> None:
    return_id = sent(owner, order, today)
    week_before = today - timedelta(days=60)
    done = {"status": "settled", "requested_at": week_before, "handed_over_at": week_before}
    copies(owner, return_id, 15, **done, settled_at=week_before + timedelta(days=13, hours=20))
    copies(owner, return_id, 15, **done, settled_at=week_before + timedelta(days=20))
    copies(owner, return_id, 5, **done, settled_at=week_before + timedelta(days=3), channel="import")
    with clock.at(LAWFUL - timedelta(hours=10)), tenancy.entered(owner.shop_id):
        history = waits.history(now=clock.now())
        week = morning.week(morning.read())
    assert sorted(history[Step.FROM_HAND_OVER], key=lambda wait: wait.hours) == [
        Wait(332, True, 15),
        Wait(14 * 24 + 4, False, 1),
        Wait(480, True, 15),
    ]
    lawful = next(one for one in week.foreseen if one.pending.code is Code.REFUND_LAW)
    assert lawful.pending.step is Step.FROM_HAND_OVER
    # Of those still open after 14 days and four hours, nobody was done within fourteen hours more.
    assert (lawful.pending.waited, lawful.pending.allowed) == (340, 350)
    assert lawful.rough, "fifteen are few"
    copies(owner, return_id, 15, **done, settled_at=week_before + timedelta(hours=345))
    with clock.at(LAWFUL - timedelta(hours=10)), tenancy.entered(owner.shop_id):
        week = morning.week(morning.read())
    lawful = next(one for one in week.foreseen if one.pending.code is Code.REFUND_LAW)
    assert not lawful.rough
    assert lawful.chance is not None and 0.45 < lawful.chance < 0.55
    assert week.days[0].expected.due == week.whole.due - week.days[1].expected.due


def test_answers_are_read_from_the_timeline(owner: Actor, order: UUID, today: Any) -> None:
    return_id = asked(owner, order)
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")
    for hours, words in ((0, "Une question"), (1, "Encore une")):
        with clock.at(today + timedelta(hours=hours)):
            operations.ask(by=shopper, return_id=return_id, text=words)
    with clock.at(today + timedelta(hours=5)):
        operations.answer(by=owner, return_id=return_id, text="Voici.")
    with clock.at(today + timedelta(hours=30)):
        operations.ask(by=shopper, return_id=return_id, text="Et maintenant ?")
    with clock.at(today + timedelta(hours=40)), tenancy.entered(owner.shop_id):
        history = waits.history(now=clock.now())
    # Asked twice before it was answered is one wait; the last is still open.
    assert sorted(history[Step.ANSWER], key=lambda wait: wait.hours) == [Wait(5, True), Wait(10, False)]
