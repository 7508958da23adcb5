"""A dearer exchange nobody pays: told again, then given up, and nothing is stranded."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.connectors.payment_fake import FakePayments
from tests.operations.returns.test_exchange_again import (
    back,
    books_of,
    lines,
    payments,
    shopper,
    stocked,
    swapped,
)
from tests.operations.returns.test_journey import asked, key, react, received, see
from volte.kit.errors import Conflict
from volte.kit.words import Resolution
from volte.messages import queries as mails
from volte.money import checkouts, differences
from volte.money import queries as money
from volte.money.models import CreditNote, Entry
from volte.money.ports import CheckoutSeen
from volte.money.rules.outcomes import Paying
from volte.returns import jobs, operations
from volte.returns.models import ReturnItem
from volte.returns.rules import waiting
from volte.returns.rules.lifecycle import Outcome, Status
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.warehouse.models import Reservation, Stock

__all__ = ["payments", "shopper", "stocked"]


@pytest.fixture
def owing(shopper: Actor, owner: Actor, stocked: UUID) -> UUID:
    """Two dresses came back for larger ones, which cost 5.00 more each."""
    return back(shopper, owner, stocked, swapped("l1", "ROBE-L", 2))


def shelf(owner: Actor) -> tuple[set[str], int]:
    """What became of reservations, and how many of size L are promised."""
    with tenancy.entered(owner.shop_id):
        held = {one.status for one in Reservation.objects.all()}
        return held, sum(one.reserved for one in Stock.objects.filter(sku="ROBE-L"))


def told(owner: Actor, return_id: UUID) -> list[str]:
    with tenancy.entered(owner.shop_id):
        return [mail.occasion.value for mail in mails.mails_of(subject_id=return_id)]


def run_at(moment: datetime) -> None:
    with clock.at(moment):
        jobs.give_up_unpaid()
        react()


def test_it_is_told_again_and_then_given_up_for_money(owner: Actor, owing: UUID, stocked: UUID) -> None:
    began = clock.now()
    run_at(began + timedelta(days=10))
    assert told(owner, owing).count("difference_due") == 1
    for hours in (0, 1):
        run_at(began + timedelta(days=12, hours=hours))
    assert told(owner, owing).count("difference_due") == 2, "once more, and not every hour"
    run_at(began + timedelta(days=14))
    assert see(owner, owing).status is Status.INSPECTED, "the last day is not over"
    for day in (15, 16):
        run_at(began + timedelta(days=day))
    view = see(owner, owing)
    assert (view.status, view.due.amount, view.waits_for) == (Status.SETTLED, 0, "")
    assert (view.items[0].resolution, view.items[0].outcome) == (Resolution.REFUND, Outcome.REFUNDED)
    assert shelf(owner) == ({"released"}, 0)
    assert [line for line in lines(owner, stocked).values() if line.exchanged] == []
    with tenancy.entered(owner.shop_id):
        (exchange, refund) = money.promises(subject_id=owing)
        assert exchange.given_up_at is not None
        assert refund.amount.amount == sum(line.amount.amount for line in refund.lines) > 0
        assert Entry.objects.filter(kind="exchanged.reversed").count() == 1
    assert books_of(owner)["customer_receivable"] == 0
    assert told(owner, owing)[-1] == "refund_on_its_way"


def test_who_would_rather_have_the_money_says_so_at_once(shopper: Actor, owner: Actor, owing: UUID) -> None:
    operations.give_up_exchange(by=shopper, return_id=owing)
    react()
    assert see(owner, owing).items[0].outcome is Outcome.REFUNDED
    for again in (operations.give_up_exchange, operations.pay_difference):
        with pytest.raises(Conflict, match="difference_not_due"):
            again(by=shopper, return_id=owing)
    books_of(owner)


def test_a_payment_that_comes_too_late_goes_back(
    shopper: Actor, owner: Actor, owing: UUID, payments: FakePayments, gateway: FakeGateway
) -> None:
    page = operations.pay_difference(by=shopper, return_id=owing)
    operations.give_up_exchange(by=shopper, return_id=owing)
    with tenancy.entered(owner.shop_id):
        (exchange, _) = money.promises(subject_id=owing)
        (checkout,) = money.open_checkouts(promise_id=exchange.id)
    charge = gateway.charge(amount=1000)
    checkouts.record_seen(by=owner, checkout_id=checkout, seen=CheckoutSeen(Paying.PAID, charge))
    react()
    assert page.amount.amount == 1000
    with tenancy.entered(owner.shop_id):
        back = [one for one in money.refunds(subject_id=owing) if one.payment.startswith("checkout:")]
        assert [one.amount.amount for one in back] == [1000]
        assert money.promise(promise_id=exchange.id).due_paid_at is None
    books_of(owner)


def test_one_who_paid_a_moment_ago_keeps_the_exchange(
    shopper: Actor, owner: Actor, owing: UUID, payments: FakePayments
) -> None:
    payments.pay(operations.pay_difference(by=shopper, return_id=owing).url)
    run_at(clock.now() + timedelta(days=15))
    assert see(owner, owing).items[0].outcome is Outcome.EXCHANGED
    assert shelf(owner) == ({"committed"}, 0)
    books_of(owner)


def test_what_was_paid_for_before_still_leaves(
    shopper: Actor, owner: Actor, stocked: UUID, payments: FakePayments
) -> None:
    """Two dresses in two boxes: the first is exchanged and paid for, the second is not."""
    return_id = asked(shopper, stocked, swapped("l1", "ROBE-L", 2))
    for place in range(2):
        box = received(owner, see(owner, return_id)) if place == 0 else None
        if box is not None:
            units = box.arrival.units
        operations.inspect(by=key(owner), unit_id=units[place].id, findings=())
        react()
        if place == 0:
            payments.pay(operations.pay_difference(by=shopper, return_id=return_id).url)
            operations.learn_payment(by=shopper, return_id=return_id)
            react()
    operations.give_up_exchange(by=shopper, return_id=return_id)
    react()
    view = see(owner, return_id)
    assert (view.status, view.due.amount) == (Status.SETTLED, 0)
    assert shelf(owner) == ({"committed"}, 0)
    left = [line for line in lines(owner, stocked).values() if line.exchanged]
    assert [line.quantity for line in left] == [1]
    with tenancy.entered(owner.shop_id):
        assert ReturnItem.objects.get(return_row_id=return_id).settled == 2
    books_of(owner)


def test_until_it_is_paid_or_given_up_no_credit_note_is_written(owner: Actor, owing: UUID, shopper: Actor) -> None:
    with tenancy.entered(owner.shop_id):
        assert CreditNote.objects.count() == 0
    operations.give_up_exchange(by=shopper, return_id=owing)
    with tenancy.entered(owner.shop_id), pytest.raises(Conflict):
        differences.give_up(by=owner, promise_id=money.promises(subject_id=owing)[0].id)


def test_whole_days_and_a_reminder_before_the_last() -> None:
    began = datetime.fromisoformat("2026-11-10T23:30:00+00:00")
    until = waiting.pay_until(promised_at=began, days=14, zone="Europe/Paris")
    assert until.last_day.isoformat() == "2026-11-25", "it was the 11th in Paris already"
    assert until.over_at.isoformat() == "2026-11-25T23:00:00+00:00"
    assert until.over_at - until.remind_at == timedelta(days=4)


def test_where_the_shop_gives_only_credit_the_mail_promises_no_money(owner: Actor, owing: UUID) -> None:
    with tenancy.entered(owner.shop_id):
        item = ReturnItem.objects.get(return_row_id=owing)
        item.decision["resolutions"] = ["exchange", "credit"]
        item.save()
    run_at(clock.now() + timedelta(days=12))
    with tenancy.entered(owner.shop_id):
        mail = mails.mail(mail_id=mails.mails_of(subject_id=owing)[-1].id)
    assert "vous recevez un avoir pour l’article rendu" in mail.text
    assert "remboursé" not in mail.text
    run_at(clock.now() + timedelta(days=15))
    assert see(owner, owing).items[0].outcome is Outcome.CREDITED
