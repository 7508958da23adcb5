"""A dearer exchange: paid on a page of the provider or another way, once, and only then the goods leave."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.connectors.payment_fake import FakePayments
from tests.operations.returns.test_journey import asked, key, react, received, see
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.messages import queries as mails
from volte.money import checkouts, differences, jobs, verify
from volte.money import queries as money
from volte.money.ports import CheckoutSeen, PaymentGateway
from volte.money.rules.outcomes import Paying, RefundStatus
from volte.returns import operations, queries
from volte.returns.operations import paying
from volte.returns.rules.lifecycle import Outcome, Status
from volte.returns.rules.request import WantedItem
from volte.runtime import clock, tenancy, wiring
from volte.runtime.actor import Actor
from volte.warehouse.models import Reservation

LARGER = WantedItem("l1", 2, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="ROBE-L")
TEN = Money(1000, "EUR")


@pytest.fixture
def shopper(owner: Actor, order: UUID) -> Actor:
    return Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")


@pytest.fixture
def payments(gateway: FakeGateway) -> FakePayments:
    fake = FakePayments()
    wiring.bind(PaymentGateway, "simulator", lambda: fake)
    return fake


@pytest.fixture
def owing(shopper: Actor, owner: Actor, order: UUID, payments: FakePayments) -> UUID:
    """A return whose two dresses were looked at; the larger ones cost 5.00 more each."""
    return_id = asked(shopper, order, LARGER)
    for unit in received(owner, see(owner, return_id)).arrival.units:
        operations.inspect(by=key(owner), unit_id=unit.id, findings=())
    react()
    return return_id


def reserved(owner: Actor) -> set[str]:
    with tenancy.entered(owner.shop_id):
        return {held.status for held in Reservation.objects.all()}


def steps(owner: Actor, return_id: UUID) -> list[str]:
    with tenancy.entered(owner.shop_id):
        return [step.what for step in queries.timeline(return_id=return_id)]


def books_agree(owner: Actor) -> bool:
    with tenancy.entered(owner.shop_id):
        return verify.ledger().discrepancies == ()


def test_until_it_is_paid_nothing_leaves(owner: Actor, owing: UUID) -> None:
    view = see(owner, owing)
    assert (view.status, view.waits_for, view.due) == (Status.INSPECTED, "customer", TEN)
    assert view.items[0].outcome is Outcome.PENDING
    assert reserved(owner) == {"held"}
    with tenancy.entered(owner.shop_id):
        told = [mail.occasion.value for mail in mails.mails_of(subject_id=owing)]
    assert told[-1] == "difference_due"


def test_the_customer_pays_and_the_exchange_leaves(
    shopper: Actor, owner: Actor, owing: UUID, payments: FakePayments
) -> None:
    page = operations.pay_difference(by=shopper, return_id=owing)
    assert page.amount == TEN
    reference = payments.pay(page.url)
    body = f'{{"page": "{reference}"}}'.encode()
    for _ in range(2):
        assert checkouts.hear(gateway="simulator", headers={"signature": "good"}, body=body)
    react()
    view = see(owner, owing)
    assert (view.status, view.waits_for, view.due) == (Status.SETTLED, "", Money(0, "EUR"))
    assert view.items[0].outcome is Outcome.EXCHANGED
    assert reserved(owner) == {"committed"}
    assert steps(owner, owing).count("difference_paid") == 1
    with tenancy.entered(owner.shop_id):
        last = mails.mails_of(subject_id=owing)[-1]
        assert last.occasion.value == "exchange_on_its_way"
        assert "Robe Inès, L" in mails.mail(mail_id=last.id).text, "what is sent, not what came back"
    assert books_agree(owner)
    with pytest.raises(Conflict):
        operations.pay_difference(by=shopper, return_id=owing)


def test_asked_for_twice_it_is_one_page(shopper: Actor, owing: UUID, payments: FakePayments) -> None:
    first = operations.pay_difference(by=shopper, return_id=owing)
    assert operations.pay_difference(by=shopper, return_id=owing) == first
    assert len(payments.pages) == 1


def test_a_provider_that_is_silent_is_asked_again_for_the_same_page(
    shopper: Actor, owing: UUID, payments: FakePayments
) -> None:
    payments.silent = True
    with pytest.raises(Conflict) as refusal:
        operations.pay_difference(by=shopper, return_id=owing)
    assert refusal.value.code == "payment_unreachable"
    payments.silent = False
    with clock.at(clock.now() + timedelta(hours=1)):
        operations.pay_difference(by=shopper, return_id=owing)
    assert len(payments.pages) == 1


def test_whoever_comes_back_is_believed_once_the_provider_says_so(
    shopper: Actor, owner: Actor, owing: UUID, payments: FakePayments
) -> None:
    page = operations.pay_difference(by=shopper, return_id=owing)
    operations.learn_payment(by=shopper, return_id=owing)
    assert see(owner, owing).due == TEN
    payments.pay(page.url)
    operations.learn_payment(by=shopper, return_id=owing)
    react()
    assert see(owner, owing).status is Status.SETTLED


def test_a_page_near_its_end_is_replaced_and_closed(shopper: Actor, owing: UUID, payments: FakePayments) -> None:
    first = operations.pay_difference(by=shopper, return_id=owing)
    with clock.at(clock.now() + timedelta(hours=21)):
        second = operations.pay_difference(by=shopper, return_id=owing)
    assert second.url != first.url


def test_paid_another_way_needs_a_reason_and_lets_the_goods_leave(owner: Actor, owing: UUID) -> None:
    with pytest.raises(Invalid):
        operations.record_difference_paid(by=owner, return_id=owing, reason=" ")
    operations.record_difference_paid(by=owner, return_id=owing, reason="Ticket 4512")
    assert see(owner, owing).status is Status.SETTLED
    react()
    assert reserved(owner) == {"committed"}
    assert steps(owner, owing).count("difference_paid") == 1
    with pytest.raises(Conflict):
        operations.record_difference_paid(by=owner, return_id=owing, reason="encore")


def test_paid_twice_goes_back_by_the_provider_that_took_it(
    shopper: Actor, owner: Actor, owing: UUID, payments: FakePayments, gateway: FakeGateway
) -> None:
    page = operations.pay_difference(by=shopper, return_id=owing)
    reference = payments.pay(page.url)
    operations.record_difference_paid(by=owner, return_id=owing, reason="Ticket 4512")
    request, seen = payments.pages[reference]
    gateway.charges[seen.payment] = TEN.amount
    checkouts.close(by=Actor.system(owner.shop_id), checkout_id=request.checkout_id)
    jobs.attempt_planned(shop=str(owner.shop_id))
    react()
    assert see(owner, owing).waits_for == ""
    with tenancy.entered(owner.shop_id):
        assert money.refunds_to_pay_by_hand() == ()
        sent = money.refunds(subject_id=owing)[-1]
    assert (sent.amount, sent.status, sent.gateway_refund != "") == (TEN, RefundStatus.SUCCEEDED, True)
    assert [asked.reference for asked, _ in gateway.made.values()][-1] == seen.payment
    assert steps(owner, owing).count("difference_paid_twice") == 1
    assert books_agree(owner)


def test_paid_twice_without_a_reference_is_owed_back_by_a_person(
    shopper: Actor, owner: Actor, owing: UUID, payments: FakePayments
) -> None:
    page = operations.pay_difference(by=shopper, return_id=owing)
    operations.record_difference_paid(by=owner, return_id=owing, reason="Ticket 4512")
    request, _ = payments.pages[page.url.rpartition("/")[2]]
    paid = CheckoutSeen(Paying.PAID)
    checkouts.record_seen(by=Actor.system(owner.shop_id), checkout_id=request.checkout_id, seen=paid)
    react()
    assert see(owner, owing).waits_for == "money"
    with tenancy.entered(owner.shop_id):
        waiting = money.refunds_to_pay_by_hand()
    assert [refund.amount for refund in waiting] == [TEN]
    assert books_agree(owner)


def test_an_expired_page_pays_nothing(shopper: Actor, owner: Actor, owing: UUID, payments: FakePayments) -> None:
    page = operations.pay_difference(by=shopper, return_id=owing)
    request, _ = payments.pages[page.url.rpartition("/")[2]]
    over = CheckoutSeen(Paying.OVER)
    checkouts.record_seen(by=Actor.system(owner.shop_id), checkout_id=request.checkout_id, seen=over)
    assert see(owner, owing).due == TEN
    assert operations.pay_difference(by=shopper, return_id=owing).url != page.url


def test_a_quiet_page_is_asked_about(shopper: Actor, owner: Actor, owing: UUID) -> None:
    operations.pay_difference(by=shopper, return_id=owing)
    assert differences.ask_waiting(by=Actor.system(owner.shop_id)) == 0
    with clock.at(clock.now() + timedelta(minutes=6)):
        assert differences.ask_waiting(by=Actor.system(owner.shop_id)) == 1


def test_another_shopper_pays_nothing(owner: Actor, owing: UUID) -> None:
    stranger = Actor.shopper(owner.shop_id, order_id=UUID(int=7), language="fr", name="X")
    with pytest.raises(NotFound):
        paying.difference_due(by=stranger, return_id=owing)
