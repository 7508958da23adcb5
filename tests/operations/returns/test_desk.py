"""What the desk asks: how much waits and since when, what is at stake, by when money is due."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.kit import ids, time
from volte.kit.money import Money
from volte.kit.words import Method, PaymentKind, Resolution
from volte.logistics.rules.tracking import ScanKind
from volte.money.rules.plan import LineKind
from volte.returns import considering, desk, operations, queries, queues
from volte.returns.models import Return
from volte.returns.operations import following
from volte.returns.queues import Queue
from volte.returns.rules.request import Wanted, WantedItem
from volte.returns.views import ReturnView
from volte.runtime import clock, shops, tenancy
from volte.runtime.actor import Actor
from volte.warehouse.rules.inspection import Finding

DRESS = WantedItem(line="l1", quantity=1, reason="too-small")


def asked(owner: Actor, order: UUID) -> UUID:
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")
    return operations.request(
        by=shopper, order_id=order, wanted=Wanted(items=(DRESS,), method=Method.DROP_OFF, language="fr")
    )


def see(owner: Actor, return_id: UUID) -> ReturnView:
    with tenancy.entered(owner.shop_id):
        return queries.by_id(return_id=return_id)


def due_on(owner: Actor, return_id: UUID) -> date | None:
    """The last day, as people in Paris count them."""
    at = see(owner, return_id).deadline_at
    return None if at is None else time.local_date(at - timedelta(seconds=1), "Europe/Paris")


def test_a_question_waits_and_since_when(owner: Actor, order: UUID, today: datetime) -> None:
    return_id = asked(owner, order)
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")
    operations.ask(by=shopper, return_id=return_id, text="Et si je gardais la robe ?")
    with tenancy.entered(owner.shop_id):
        waiting = desk.waiting()
        listed = queues.listed(wanted=Queue("review"))
    assert waiting["review"] == desk.Waiting(1, today)
    assert waiting["evidence"] == desk.Waiting(0, None)
    assert [row.id for row in listed] == [return_id]


def test_the_money_is_due_once_the_goods_are_on_their_way(owner: Actor, order: UUID, today: datetime) -> None:
    """The law lets the shop wait for proof of sending, then fourteen days from the notice of 10 November."""
    return_id = asked(owner, order)
    assert due_on(owner, return_id) is None
    operations.record_scan(by=owner, return_id=return_id, kind=ScanKind.DROPPED_OFF, at=today)
    assert due_on(owner, return_id) == date(2026, 11, 24)


def test_whether_use_may_be_deducted_is_kept_with_the_decision(owner: Actor, order: UUID) -> None:
    """An informed consumer who withdraws answers for what went beyond trying; the bench has to know later."""
    assert see(owner, asked(owner, order)).items[0].decision["deduction_allowed"] is True


def test_what_is_at_stake_is_what_was_promised(owner: Actor, order: UUID) -> None:
    return_id = asked(owner, order)
    view = see(owner, return_id)
    with tenancy.entered(owner.shop_id):
        bought = catalogue.order(order_id=order)
        stake = desk.stake(view=view, order=bought, settlements=())
    assert stake.plans[Resolution.REFUND].total() == view.value
    assert stake.ceiling == Money(9688, "EUR")


def staked(owner: Actor, order: UUID, return_id: UUID) -> desk.Stake:
    with tenancy.entered(owner.shop_id):
        bought = catalogue.order(order_id=order)
        made = queries.settlements(return_id=return_id)
        return desk.stake(view=queries.by_id(return_id=return_id), order=bought, settlements=made)


def swapped(owner: Actor, order: UUID, quantity: int = 1) -> UUID:
    item = WantedItem("l1", quantity, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="ROBE-L")
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")
    wanted = Wanted(items=(item,), method=Method.DROP_OFF, language="fr")
    return operations.request(by=shopper, order_id=order, wanted=wanted)


def test_an_exchange_shows_its_difference_and_no_delivery_that_is_not_paid_back(owner: Actor, order: UUID) -> None:
    return_id = swapped(owner, order)
    stake = staked(owner, order, return_id)
    plan = stake.plans[Resolution.EXCHANGE]
    assert LineKind.OUTBOUND_SHIPPING not in {line.kind for line in plan.lines}
    assert stake.instead is not None
    shown = stake.instead - plan.total()
    box = operations.receive(by=owner, code=see(owner, return_id).parcel_code, location=None, units=())
    operations.inspect(by=owner, unit_id=box.arrival.units[0].id, findings=())
    operations.settle_due(by=owner, return_id=return_id)
    assert see(owner, return_id).due == shown == Money(500, "EUR")
    assert stake.back(Resolution.EXCHANGE) == Money(0, "EUR")


def test_units_somebody_refused_are_not_at_stake(owner: Actor, order: UUID) -> None:
    both = WantedItem(line="l1", quantity=2, reason="too-small")
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")
    wanted = Wanted(items=(both,), method=Method.DROP_OFF, language="fr")
    return_id = operations.request(by=shopper, order_id=order, wanted=wanted)
    box = operations.receive(by=owner, code=see(owner, return_id).parcel_code, location=None, units=())
    operations.inspect(by=owner, unit_id=box.arrival.units[0].id, findings=(Finding.WRONG_ITEM,))
    assert len(staked(owner, order, return_id).plans[Resolution.REFUND].units["l1"]) == 2
    operations.refuse(by=owner, return_id=return_id, reason="autre article")
    view = see(owner, return_id)
    assert view.items[0].rejected == 1
    assert len(staked(owner, order, return_id).plans[Resolution.REFUND].units["l1"]) == 1


def test_the_shop_chooses_what_the_law_leaves_open(owner: Actor, order: UUID) -> None:
    first = staked(owner, order, swapped(owner, order)).instead
    chosen = {"partial_outbound": "nothing", "tenders": ["gift_card", "card"]}
    shops.change_settings(by=owner, changes={"money": chosen, "exchanges": {"price": "ends"}})
    ended = staked(owner, order, swapped(owner, order)).instead
    assert (first, ended) == (Money(4356, "EUR"), Money(5499, "EUR"))
    with tenancy.entered(owner.shop_id):
        bought = catalogue.order(order_id=order)
        terms = considering.order_money(bought).terms
    assert terms.tenders == (PaymentKind.GIFT_CARD, PaymentKind.CARD)
    mug = Wanted(items=(WantedItem("l2", 1, "changed-mind"),), method=Method.DROP_OFF, language="fr")
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")
    plan = staked(owner, order, operations.request(by=shopper, order_id=order, wanted=mug)).plans[Resolution.REFUND]
    assert LineKind.OUTBOUND_SHIPPING not in {line.kind for line in plan.lines}


def test_of_what_was_settled_nothing_is_at_stake(owner: Actor, order: UUID) -> None:
    return_id = asked(owner, order)
    box = operations.receive(by=owner, code=see(owner, return_id).parcel_code, location=None, units=())
    operations.inspect(by=owner, unit_id=box.arrival.units[0].id, findings=())
    operations.settle_due(by=owner, return_id=return_id)
    with tenancy.entered(owner.shop_id):
        bought = catalogue.order(order_id=order)
        made = queries.settlements(return_id=return_id)
        stake = desk.stake(view=see(owner, return_id), order=bought, settlements=made)
    assert not stake.plans
    assert stake.ceiling == Money(9688, "EUR") - made[0].amount


def test_deadlines_are_listed_soonest_first_and_counted_once_over(owner: Actor, order: UUID, today: datetime) -> None:
    first, second = asked(owner, order), asked(owner, order)
    for return_id, hours in ((second, 0), (first, 30)):
        with clock.at(today + timedelta(days=20, hours=hours)):
            operations.record_scan(by=owner, return_id=return_id, kind=ScanKind.DROPPED_OFF, at=clock.now())
    with tenancy.entered(owner.shop_id):
        listed = queues.listed(wanted=Queue("deadlines"))
        older = queues.listed(wanted=Queue("deadlines", after=listed[0].id))
        before = desk.waiting()["deadlines"]
    assert [row.id for row in listed] == [second, first]
    assert [row.id for row in older] == [first]
    assert before.count == 0
    with clock.at(today + timedelta(days=20, hours=1)), tenancy.entered(owner.shop_id):
        over = desk.waiting()["deadlines"]
    # Sent after the term of the law had passed: due the moment it was proved.
    assert over == desk.Waiting(1, today + timedelta(days=20))


def test_what_is_paid_has_no_deadline_and_what_failed_has_it_again(owner: Actor, order: UUID, today: datetime) -> None:
    return_id = asked(owner, order)
    operations.record_scan(by=owner, return_id=return_id, kind=ScanKind.DROPPED_OFF, at=today)
    operations.record_scan(by=owner, return_id=return_id, kind=ScanKind.LOST, at=today)
    assert see(owner, return_id).settled_at is not None
    assert due_on(owner, return_id) is None
    amount = Money(500, "EUR")
    following.refund_failed(by=Actor.system(owner.shop_id), return_id=return_id, amount=amount, code="card_closed")
    assert due_on(owner, return_id) == date(2026, 11, 24)
    following.refund_succeeded(by=Actor.system(owner.shop_id), return_id=return_id, amount=amount)
    assert due_on(owner, return_id) is None


def test_goods_that_were_received_are_due_as_promised(owner: Actor, order: UUID, today: datetime) -> None:
    """Something else came: nobody is paid by itself, and the promise runs from the look at it."""
    return_id = asked(owner, order)
    box = operations.receive(by=owner, code=see(owner, return_id).parcel_code, location=None, units=())
    operations.inspect(by=owner, unit_id=box.arrival.units[0].id, findings=(Finding.WRONG_ITEM,))
    view = see(owner, return_id)
    within = view.items[0].decision["refund"]["within_days"]
    assert view.deadline_at == min(today + timedelta(days=within), datetime(2026, 11, 24, 23, tzinfo=UTC))


def test_queues_of_work_go_by_the_clocks_and_not_by_who_wrote_first(owner: Actor, order: UUID, today: datetime) -> None:
    """A question of long ago whose deadline lies ahead stands below a fresh one whose refund is due by law tonight."""
    waited, pressing, open_ended = asked(owner, order), asked(owner, order), ids.new_id()
    for place, return_id in enumerate((waited, pressing)):
        shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")
        with clock.at(today + timedelta(hours=place)):
            operations.ask(by=shopper, return_id=return_id, text="Où en êtes-vous ?")
    with tenancy.entered(owner.shop_id):
        Return.objects.filter(id=pressing).update(deadline_at=today + timedelta(hours=9))
        row = Return.objects.get(id=waited)
        row.id, row.number, row.deadline_at = open_ended, "WITHOUT", None
        row.save(force_insert=True)
        listed = queues.listed(wanted=Queue("review"))
        assert [row.id for row in listed] == [pressing, waited, open_ended]
        for place, row in enumerate(listed):
            after = queues.listed(wanted=Queue("review", after=row.id))
            assert [one.id for one in after] == [one.id for one in listed[place + 1 :]]
