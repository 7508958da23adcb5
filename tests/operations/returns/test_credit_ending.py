"""A month before something of a credit ends, its holder gets a mail in their language: whatever it was given for."""

from datetime import timedelta
from uuid import UUID

from tests.operations.returns.test_journey import react
from volte.catalogue import queries as catalogue
from volte.kit.money import Money
from volte.messages.models import Mail
from volte.money import operations as money
from volte.money.rules.credit import Terms
from volte.money.rules.standing import Subject
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor


def _mails(owner: Actor) -> list[Mail]:
    money.sweep_credits(by=owner)
    react()
    with tenancy.entered(owner.shop_id):
        return list(Mail.objects.filter(occasion="credit_ending").order_by("created_at"))


def test_for_an_order_and_for_a_customer_once(owner: Actor, order: UUID) -> None:
    with tenancy.entered(owner.shop_id):
        customer = catalogue.order(order_id=order).customer_id
    assert customer is not None
    terms = Terms(clock.now() + timedelta(days=20))
    given = [
        money.issue_credit(by=owner, amount=Money(500, "EUR"), subject=subject, terms=terms)
        for subject in (Subject("order", order), Subject("customer", customer))
    ]
    mails = _mails(owner)
    assert [credit.code in mail.text for credit, mail in zip(given, mails, strict=True)] == [True, True]
    assert {mail.language for mail in mails} == {"fr"}
    assert all(mail.subject.startswith("Il vous reste 5,00\u00a0€ d’avoir à utiliser jusqu’au") for mail in mails)
    assert len(_mails(owner)) == 2


def test_not_for_what_was_spent_meanwhile(owner: Actor, order: UUID) -> None:
    terms = Terms(clock.now() + timedelta(days=20))
    amount = Money(500, "EUR")
    credit = money.issue_credit(by=owner, amount=amount, subject=Subject("order", order), terms=terms)
    money.sweep_credits(by=owner)
    money.spend_credit(by=owner, code=credit.code, amount=amount, key="k1")
    assert _mails(owner) == []
