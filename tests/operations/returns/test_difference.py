"""A dearer exchange: paid on a page of the provider or another way, once, and only then the goods leave."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.db.models import Sum

from tests.connectors.gateway_fake import FakeGateway
from tests.connectors.payment_fake import FakePayments
from tests.operations.returns.test_journey import asked, key, react, received, see
from volte.catalogue import queries as catalogue
from volte.kit import time
from volte.kit.errors import Conflict, Invalid, NotAllowed, NotFound
from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.messages import queries as mails
from volte.money import checkouts, differences, jobs, verify
from volte.money import queries as money
from volte.money.models import Entry, Posting
from volte.money.ports import CheckoutSeen, PaymentGateway
from volte.money.rules.outcomes import Paying, RefundStatus
from volte.returns import books, instant, operations, queries
from volte.returns.operations import paying
from volte.returns.rules.lifecycle import Outcome, Status
from volte.returns.rules.request import WantedItem
from volte.runtime import clock, tenancy, wiring
from volte.runtime.actor import Actor
from volte.runtime.permissions import Permission
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


def given(owner: Actor, return_id: UUID, reason: str = "La petite taille manquait.") -> None:
    operations.give_difference(by=owner, return_id=return_id, reason=reason)
    react()


def test_given_away_it_leaves_and_is_worth_what_was_paid(owner: Actor, owing: UUID, order: UUID) -> None:
    with pytest.raises(Invalid, match="goodwill_needs_reason"):
        operations.give_difference(by=owner, return_id=owing, reason=" ")
    given(owner, owing)
    view = see(owner, owing)
    assert (view.status, view.due, view.items[0].outcome) == (Status.SETTLED, Money(0, "EUR"), Outcome.EXCHANGED)
    assert reserved(owner) == {"committed"}
    assert steps(owner, owing).count("difference_given") == 1
    with tenancy.entered(owner.shop_id):
        last = mails.mails_of(subject_id=owing)[-1]
        assert last.occasion.value == "exchange_on_its_way"
        text = mails.mail(mail_id=last.id).text
        (promise,) = money.promises(subject_id=owing)
        left = next(line for line in catalogue.order(order_id=order).lines if line.exchanged)
        assert Entry.objects.get(kind="difference_given").why == "La petite taille manquait."
    assert "La petite taille manquait." in text and "rien à régler" in text
    worth = sum(line.amount.amount for line in promise.lines)
    assert left.exchanged is not None and sum(unit.paid for unit in left.exchanged.units) == worth
    assert books_agree(owner)
    for again in (operations.give_difference, operations.record_difference_paid):
        with pytest.raises(Conflict, match="difference_not_due"):
            again(by=owner, return_id=owing, reason="encore")


def test_what_was_given_away_is_no_refund_of_what_comes_back(
    shopper: Actor, owner: Actor, owing: UUID, order: UUID
) -> None:
    given(owner, owing)
    with tenancy.entered(owner.shop_id):
        left = next(line for line in catalogue.order(order_id=order).lines if line.exchanged)
        (promise,) = money.promises(subject_id=owing)
    return_id = asked(shopper, order, WantedItem(left.id, 2, "too-small"))
    for unit in received(owner, see(owner, return_id)).arrival.units:
        operations.inspect(by=key(owner), unit_id=unit.id, findings=())
    react()
    with tenancy.entered(owner.shop_id):
        (refund,) = money.promises(subject_id=return_id)
        tax = Posting.objects.filter(account="tax").aggregate(sum=Sum("amount"))["sum"]
    goods = [line for line in refund.lines if line.reference]
    assert [sum(line.amount.amount for line in goods), sum(line.tax.amount for line in goods)] == [
        sum(line.amount.amount for line in promise.lines),
        sum(line.tax.amount for line in promise.lines),
    ]
    assert tax == sum(line.tax.amount for line in refund.lines), "given back once, at what it was sold for"
    assert books_agree(owner)


def test_paid_at_the_same_moment_goes_back_where_it_was_given_away(
    shopper: Actor, owner: Actor, owing: UUID, payments: FakePayments, gateway: FakeGateway
) -> None:
    page = operations.pay_difference(by=shopper, return_id=owing)
    reference = payments.pay(page.url)
    given(owner, owing)
    request, seen = payments.pages[reference]
    gateway.charges[seen.payment] = TEN.amount
    checkouts.close(by=Actor.system(owner.shop_id), checkout_id=request.checkout_id)
    jobs.attempt_planned(shop=str(owner.shop_id))
    react()
    with tenancy.entered(owner.shop_id):
        (sent,) = money.refunds(subject_id=owing)
        assert money.promises(subject_id=owing)[0].due_paid_at is None
    assert (sent.amount, sent.status) == (TEN, RefundStatus.SUCCEEDED)
    assert books_agree(owner)


def test_paid_a_moment_before_it_is_not_given_away(
    shopper: Actor, owner: Actor, owing: UUID, payments: FakePayments
) -> None:
    payments.pay(operations.pay_difference(by=shopper, return_id=owing).url)
    operations.learn_payment(by=shopper, return_id=owing)
    with pytest.raises(Conflict, match="difference_not_due"):
        operations.give_difference(by=owner, return_id=owing, reason="trop tard")
    assert books_agree(owner)


def test_who_may_make_no_gesture_gives_nothing_away(owner: Actor, owing: UUID) -> None:
    finance = replace(owner, permissions=frozenset({Permission.MONEY_REFUND}))
    with pytest.raises(NotAllowed):
        operations.give_difference(by=finance, return_id=owing, reason="non")


def test_what_was_given_away_stands_in_the_report_by_its_reason(owner: Actor, owing: UUID) -> None:
    given(owner, owing)
    today = time.local_date(clock.now(), "Europe/Paris")
    with tenancy.entered(owner.shop_id):
        report = books.report(since=today, until=today)
    assert dict(report.given) == {("too-small", "EUR"): books.Sum(1, TEN)}
    assert report.totals == {}, "nothing left"


def test_what_a_card_holds_is_not_given_away(owner: Actor, owing: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instant, "is_holding", lambda *, subject_id: subject_id == owing)
    with pytest.raises(Conflict, match="exchange_sent"):
        operations.give_difference(by=owner, return_id=owing, reason="non")
