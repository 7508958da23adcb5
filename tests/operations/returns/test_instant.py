"""An exchange that leaves first: held, then let go or taken, exactly one of the two, and every cent adds up."""

from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.connectors.hold_fake import FakeHolds
from tests.operations.returns.test_exchange_again import books_of, lines, newest, payments, shopper, stocked, swapped
from tests.operations.returns.test_journey import asked, key, react, received, see
from volte.kit.errors import Conflict, Invalid
from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.messages import queries as mails
from volte.money import hold_queries, holds
from volte.money import queries as money
from volte.money.hold_queries import HoldView
from volte.money.models import CreditNote, Promise
from volte.money.ports import GatewayUnreachable, HoldGateway
from volte.money.rules.holding import HoldStatus
from volte.returns import instant, jobs, operations, queries
from volte.returns.rules.lifecycle import Outcome, Status
from volte.returns.rules.request import WantedItem
from volte.runtime import clock, shops, tenancy, wiring
from volte.runtime.actor import Actor
from volte.warehouse.models import Reservation

__all__ = ["payments", "shopper", "stocked"]


@pytest.fixture
def cards(gateway: FakeGateway) -> FakeHolds:
    fake = FakeHolds()
    wiring.bind(HoldGateway, "simulator", lambda: fake)
    return fake


@pytest.fixture
def asking(shopper: Actor, owner: Actor, stocked: UUID, cards: FakeHolds) -> UUID:
    """One dress to be exchanged for the same at 5.00 more; the shop lets it leave first."""
    shops.change_settings(by=owner, changes={"exchanges": {"instant": True}})
    return asked(shopper, stocked, swapped("l1", "ROBE-L"))


@pytest.fixture
def sent(asking: UUID, shopper: Actor, cards: FakeHolds) -> UUID:
    """The hold was agreed to, and the larger dress has left."""
    cards.agree(operations.place_hold(by=shopper, return_id=asking).url)
    operations.learn_hold(by=shopper, return_id=asking)
    react()
    return asking


def hold_of(owner: Actor, return_id: UUID) -> HoldView:
    with tenancy.entered(owner.shop_id):
        found = hold_queries.standing(subject_id=return_id)
    assert found is not None
    return found


def work(owner: Actor, return_id: UUID) -> None:
    """The worker has its turn, and everybody hears of it."""
    for one in _all(owner, return_id):
        with suppress(GatewayUnreachable):
            holds.attempt(by=Actor.system(owner.shop_id), hold_id=one.id)
    react()


def _all(owner: Actor, return_id: UUID) -> tuple[HoldView, ...]:
    with tenancy.entered(owner.shop_id):
        return hold_queries.holds(subject_id=return_id)


def arrive(owner: Actor, return_id: UUID) -> None:
    for unit in received(owner, see(owner, return_id)).arrival.units:
        operations.inspect(by=key(owner), unit_id=unit.id, findings=())
    react()


def day_over(owner: Actor, return_id: UUID) -> datetime:
    """A moment after the day that was told."""
    moment = hold_of(owner, return_id).take_at
    assert moment is not None
    return moment + timedelta(minutes=1)


def told(owner: Actor, return_id: UUID) -> list[str]:
    with tenancy.entered(owner.shop_id):
        return [mail.occasion.value for mail in mails.mails_of(subject_id=return_id)]


def steps(owner: Actor, return_id: UUID) -> list[str]:
    with tenancy.entered(owner.shop_id):
        return [step.what for step in queries.timeline(return_id=return_id)]


def test_the_terms_say_how_much_and_until_when(owner: Actor, asking: UUID, today: datetime) -> None:
    with tenancy.entered(owner.shop_id):
        terms = instant.offered(return_id=asking)
    assert terms is not None
    assert terms.amount == Money(4356, "EUR"), "the larger dress less the promotion of the purchase"
    assert terms.last_day == today.date() + timedelta(days=6)


@pytest.mark.parametrize("changes", [{"instant": False}, {"instant": True, "instant_up_to": 4355}])
def test_it_is_offered_on_the_terms_of_the_shop_only(
    owner: Actor, shopper: Actor, asking: UUID, changes: dict[str, object]
) -> None:
    shops.change_settings(by=owner, changes={"exchanges": changes})
    with tenancy.entered(owner.shop_id):
        assert instant.offered(return_id=asking) is None
    with pytest.raises(Conflict, match="hold_not_offered"):
        operations.place_hold(by=shopper, return_id=asking)


def test_once_held_it_leaves_and_its_line_waits(owner: Actor, stocked: UUID, sent: UUID, shopper: Actor) -> None:
    assert hold_of(owner, sent).status is HoldStatus.HELD
    line = newest(owner, stocked)
    assert (line.sku, line.quantity, line.claimed_quantity) == ("ROBE-L", 1, 1)
    assert line.exchanged is not None and line.exchanged.held
    with tenancy.entered(owner.shop_id):
        assert {one.status for one in Reservation.objects.all()} == {"committed"}
    assert told(owner, sent)[-1] == "exchange_sent_first"
    assert {"hold_agreed", "exchange_sent_first"} <= set(steps(owner, sent))
    assert books_of(owner) == {}, "a hold is no money"
    with pytest.raises(Conflict, match="exchange_sent"):
        operations.cancel(by=shopper, return_id=sent)


def test_what_comes_back_lets_the_money_go(owner: Actor, stocked: UUID, shopper: Actor, cards: FakeHolds) -> None:
    shops.change_settings(by=owner, changes={"exchanges": {"instant": True}})
    same = asked(shopper, stocked, swapped("l1", "ROBE-M"))
    cards.agree(operations.place_hold(by=shopper, return_id=same).url)
    operations.learn_hold(by=shopper, return_id=same)
    react()
    arrive(owner, same)
    assert hold_of(owner, same).status is HoldStatus.RELEASING
    work(owner, same)
    assert (hold_of(owner, same).status, cards.took()) == (HoldStatus.RELEASED, [])
    assert see(owner, same).status is Status.SETTLED
    line = newest(owner, stocked)
    assert line.claimed_quantity == 0 and line.exchanged is not None and not line.exchanged.held
    assert line.exchanged.units[0].paid == 3856
    assert len([one for one in lines(owner, stocked).values() if one.exchanged]) == 1, "it left once"
    assert sum(books_of(owner).values()) == 0
    assert told(owner, same)[-1] == "exchange_sent_first"


def test_what_it_costs_more_is_taken_and_the_rest_let_go(owner: Actor, sent: UUID, cards: FakeHolds) -> None:
    arrive(owner, sent)
    work(owner, sent)
    assert cards.took() == [Money(500, "EUR")]
    view = see(owner, sent)
    assert (view.status, view.due, view.items[0].outcome) == (Status.SETTLED, Money(0, "EUR"), Outcome.EXCHANGED)
    books = books_of(owner)
    assert (books["differences_paid"], books["customer_receivable"]) == (500, 0)
    assert "difference_due" not in told(owner, sent), "nobody is asked to pay what the card pays"


def test_what_does_not_come_back_is_charged_once(
    owner: Actor, stocked: UUID, sent: UUID, cards: FakeHolds, shopper: Actor
) -> None:
    with clock.at(day_over(owner, sent)):
        jobs.end_holds()
        jobs.end_holds()
        cards.deaf = True
        work(owner, sent)
        work(owner, sent)
    assert cards.took() == [Money(4356, "EUR")]
    assert hold_of(owner, sent).status is HoldStatus.TAKEN
    books = books_of(owner)
    assert books["differences_paid"] == 4356 and books["exchange_sales"] + books["tax"] == -4356
    assert "sales_returns" not in books, "the old article stays sold"
    with tenancy.entered(owner.shop_id):
        assert not CreditNote.objects.exists()
    line = newest(owner, stocked)
    assert line.claimed_quantity == 0 and line.exchanged is not None and line.exchanged.units[0].paid == 4356
    assert steps(owner, sent).count("hold_taken") == 1
    assert see(owner, sent).items[0].resolution is Resolution.REFUND


def test_what_comes_after_it_was_charged_is_refunded(owner: Actor, stocked: UUID, sent: UUID, cards: FakeHolds) -> None:
    """Bought at 38.56, 43.56 charged for the larger one: the old one comes back after all."""
    with clock.at(day_over(owner, sent)):
        jobs.end_holds()
        work(owner, sent)
        arrive(owner, sent)
    view = see(owner, sent)
    assert (view.status, view.items[0].outcome) == (Status.SETTLED, Outcome.REFUNDED)
    with tenancy.entered(owner.shop_id):
        back = [one for one in money.promises(subject_id=sent) if one.amount]
    assert [one.amount for one in back] == [Money(3856 + 210, "EUR")], "with its share of the way out: it is a refund"
    books = books_of(owner)
    assert books["exchange_sales"] + books["differences_paid"] < 4356
    assert len([one for one in lines(owner, stocked).values() if one.exchanged]) == 1


def test_what_was_charged_for_can_come_back_too(
    owner: Actor, shopper: Actor, stocked: UUID, sent: UUID, cards: FakeHolds
) -> None:
    """Nothing is counted twice: in the end goes back what was taken, to the card that paid it."""
    with clock.at(day_over(owner, sent)):
        jobs.end_holds()
        work(owner, sent)
        arrive(owner, sent)
        new = newest(owner, stocked)
        again = asked(shopper, stocked, swapped(new.id, "ROBE-M"))
        with tenancy.entered(owner.shop_id):
            promised = {one.id for one in money.promises(subject_id=again)}
        arrive(owner, again)
        with tenancy.entered(owner.shop_id):
            back = [one for one in money.promises(subject_id=again) if one.id not in promised]
    assert [one.amount for one in back] == [Money(500, "EUR")], "exchanged again: what the larger one cost more"
    books_of(owner)


def test_what_was_charged_for_is_refunded_and_the_first_one_too(
    owner: Actor, shopper: Actor, stocked: UUID, sent: UUID, cards: FakeHolds
) -> None:
    """She is charged 43.56, then sends both back: each is worth what was paid for it, with its share of the way out."""
    with clock.at(day_over(owner, sent)):
        jobs.end_holds()
        work(owner, sent)
        again = asked(shopper, stocked, WantedItem(newest(owner, stocked).id, 1, "changed-mind"))
        arrive(owner, again)
        arrive(owner, sent)
        with tenancy.entered(owner.shop_id):
            [new] = [one for one in money.promises(subject_id=again) if one.amount]
            [old] = [one for one in money.promises(subject_id=sent) if one.amount]
    assert (new.amount, old.amount) == (Money(4356 + 210, "EUR"), Money(3856 + 210, "EUR"))
    assert sum(one.amount.amount for one in (*new.refunds, *old.refunds)) == 4356 + 3856 + 2 * 210
    books_of(owner)


def test_left_or_expired_it_goes_the_ordinary_way(
    owner: Actor, shopper: Actor, asking: UUID, cards: FakeHolds, stocked: UUID
) -> None:
    page = operations.place_hold(by=shopper, return_id=asking)
    assert operations.place_hold(by=shopper, return_id=asking) == page, "one page"
    cards.leave(page.url)
    operations.learn_hold(by=shopper, return_id=asking)
    react()
    with tenancy.entered(owner.shop_id):
        assert hold_queries.standing(subject_id=asking) is None
        assert instant.offered(return_id=asking) is not None, "it can be tried again"
    arrive(owner, asking)
    assert see(owner, asking).due == Money(500, "EUR")


def test_agreed_to_when_the_goods_were_here_it_is_let_go(
    owner: Actor, shopper: Actor, asking: UUID, cards: FakeHolds, stocked: UUID
) -> None:
    page = operations.place_hold(by=shopper, return_id=asking)
    arrive(owner, asking)
    cards.agree(page.url)
    work(owner, asking)
    work(owner, asking)
    assert (hold_of(owner, asking).status, cards.took()) == (HoldStatus.RELEASED, [])
    assert "hold_not_needed" in steps(owner, asking)
    assert not [one for one in lines(owner, stocked).values() if one.exchanged], "nothing left before it is paid"
    books_of(owner)


def test_what_waits_to_be_looked_at_is_not_charged(owner: Actor, sent: UUID, cards: FakeHolds) -> None:
    received(owner, see(owner, sent))
    react()
    with clock.at(day_over(owner, sent)):
        jobs.end_holds()
        held = hold_of(owner, sent)
        assert held.status is HoldStatus.HELD and held.take_at is not None and held.take_at > clock.now()
        assert "hold_waits_for_look" in steps(owner, sent)
    with clock.at(held.take_at + timedelta(minutes=1)):
        jobs.end_holds()
        work(owner, sent)
    assert (hold_of(owner, sent).status, cards.took()) == (HoldStatus.RELEASED, [])


def test_reminded_twice_unless_it_was_handed_over(owner: Actor, sent: UUID) -> None:
    last = hold_of(owner, sent).last_day
    for before in (4, 3, 2, 1):
        day = datetime.combine(last - timedelta(days=before), datetime.min.time(), clock.now().tzinfo)
        for hour in (9, 15):
            with clock.at(day.replace(hour=hour)):
                jobs.end_holds()
    assert told(owner, sent).count("exchange_sent_first") == 3


@pytest.mark.parametrize("amount", [None, 3000])
def test_a_person_charges_less_or_all_of_it(
    owner: Actor, stocked: UUID, sent: UUID, cards: FakeHolds, amount: int | None
) -> None:
    wanted = Money(amount, "EUR") if amount else None
    with pytest.raises(Invalid, match="hold_needs_reason"):
        operations.take_hold(by=owner, return_id=sent, reason=" ")
    operations.take_hold(by=owner, return_id=sent, reason="An empty box came", amount=wanted)
    with pytest.raises(Conflict, match="hold_not_held"):
        operations.release_hold(by=owner, return_id=sent, reason="No")
    work(owner, sent)
    paid = amount or 4356
    assert cards.took() == [Money(paid, "EUR")]
    line = newest(owner, stocked)
    assert line.exchanged is not None and line.exchanged.units[0].paid == paid
    assert books_of(owner)["differences_paid"] == paid


def test_more_than_is_owed_is_not_charged(owner: Actor, sent: UUID) -> None:
    with pytest.raises(Invalid, match="hold_amount"):
        operations.take_hold(by=owner, return_id=sent, reason="All", amount=Money(4357, "EUR"))


def test_a_person_lets_it_go_or_gives_more_time(owner: Actor, sent: UUID, cards: FakeHolds) -> None:
    operations.prolong_hold(by=owner, return_id=sent, reason="The post is on strike")
    with pytest.raises(Conflict, match="hold_at_its_end"):
        operations.prolong_hold(by=owner, return_id=sent, reason="Again")
    operations.release_hold(by=owner, return_id=sent, reason="A good customer")
    cards.silent = True
    work(owner, sent)
    assert hold_of(owner, sent).status is HoldStatus.RELEASING
    cards.silent = False
    work(owner, sent)
    assert hold_of(owner, sent).status is HoldStatus.RELEASED
    arrive(owner, sent)
    assert see(owner, sent).status in (Status.SETTLED, Status.INSPECTED)
    books_of(owner)


def test_a_card_that_lets_go_too_early_is_a_case(owner: Actor, sent: UUID, cards: FakeHolds) -> None:
    until = hold_of(owner, sent).until
    assert until is not None
    with clock.at(until + timedelta(minutes=1)):
        work(owner, sent)
        view = see(owner, sent)
        assert (hold_of(owner, sent).status, view.waits_for) == (HoldStatus.LOST, "money")
        operations.see_to_hold(by=owner, return_id=sent, reason="Asked for a transfer")
        assert see(owner, sent).waits_for == ""
    books_of(owner)


def test_what_somebody_took_at_the_provider_is_a_case(owner: Actor, sent: UUID, cards: FakeHolds) -> None:
    name = next(iter(cards.pages))
    cards.capture(payment=f"pi_{name}", amount=Money(4356, "EUR"), key="by hand")
    work(owner, sent)
    assert (hold_of(owner, sent).trouble, see(owner, sent).waits_for) == ("not_wished", "money")
    books_of(owner)


def test_news_comes_twice_late_and_in_any_order(owner: Actor, sent: UUID, cards: FakeHolds) -> None:
    body = f'{{"hold": "{next(iter(cards.pages))}"}}'.encode()
    for _ in range(2):
        assert holds.hear(gateway="simulator", headers={"signature": "good"}, body=body)
    assert not holds.hear(gateway="simulator", headers={"signature": "good"}, body=b"{}")
    work(owner, sent)
    assert hold_of(owner, sent).status is HoldStatus.HELD
    with clock.at(day_over(owner, sent)):
        jobs.end_holds()
        work(owner, sent)
        work(owner, sent)
    with tenancy.entered(owner.shop_id):
        assert Promise.objects.filter(key__startswith="hold:").count() == 1
