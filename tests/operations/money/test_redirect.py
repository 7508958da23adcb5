"""A refund that failed for good goes another way: agreed to, once, and never revived."""

from dataclasses import replace

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.test_promise import all_is_well
from tests.operations.money.test_sending import events, key, now, promised
from volte.kit.errors import Conflict, Invalid
from volte.money import forgetting, queries, sending
from volte.money import operations as money
from volte.money.models import BankAccount, Discrepancy, Refund
from volte.money.ports import GatewayAnswer
from volte.money.queries import RefundView
from volte.money.rules import bank_account, outcomes
from volte.money.rules.outcomes import Outcome, Reached, RefundStatus
from volte.money.rules.redirect import Consent, GivenBy
from volte.money.rules.standing import OrderMoney
from volte.money.rules.tenders import Route
from volte.runtime import tenancy
from volte.runtime.actor import Actor

YES = Consent(GivenBy.CUSTOMER, "I would rather have credit.")
ACCOUNT = bank_account.account(holder="Zoé Martin", iban="FR76 3000 6000 0112 3456 7890 189")


def failed(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> RefundView:
    refund = promised(owner, order)
    gateway.next.append("fail")
    sending.attempt(by=owner, refund_id=refund.id)
    assert now(owner, refund).status is RefundStatus.FAILED
    return refund


def told(owner: Actor, refund: RefundView, outcome: Outcome) -> None:
    answer = GatewayAnswer(outcome, "re_late", amount=refund.amount)
    money.record_outcome(by=owner, refund_id=refund.id, key=key(refund), answer=answer)


def heard(gateway: FakeGateway, refund: RefundView, outcome: Outcome, *, is_now: Outcome) -> None:
    """A signed message says one thing; the gateway, asked today, another."""
    asked, answer = gateway.made[key(refund)]
    headers, body = gateway.finish(request=asked, succeeds=outcome is Outcome.SUCCEEDED)
    gateway.made[key(refund)] = (asked, replace(answer, outcome=is_now))
    money.hear(gateway="fake", headers=headers, body=body)


def twice(owner: Actor) -> list[tuple[str, str]]:
    with tenancy.entered(owner.shop_id):
        return list(Discrepancy.objects.filter(resolved_at=None).values_list("kind", "proposed"))


def test_to_a_transfer_it_waits_for_the_bank(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> None:
    old = failed(owner, order, gateway)
    made = money.redirect_refund(by=owner, refund_id=old.id, route=Route.BANK_TRANSFER, consent=YES, account=ACCOUNT)
    assert now(owner, old).status is RefundStatus.REPLACED
    assert (made.status, made.amount, made.redirected_from) == (RefundStatus.MANUAL, old.amount, old.id)
    assert made.consent == YES
    assert made.consent_at is not None
    assert money.bank_account_of(by=owner, refund_id=made.id) == ACCOUNT
    assert all_is_well(owner)
    money.record_payout(by=owner, refund_id=made.id, reference="VIR 12")
    assert now(owner, made).status is RefundStatus.SUCCEEDED
    assert all_is_well(owner)


def test_to_store_credit_it_is_there_at_once(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> None:
    old = failed(owner, order, gateway)
    made = money.redirect_refund(by=owner, refund_id=old.id, route=Route.STORE_CREDIT, consent=YES)
    assert made.status is RefundStatus.SUCCEEDED
    with tenancy.entered(owner.shop_id):
        (credit,) = queries.credits(subject_id=old.subject_id)
    assert (credit.balance, credit.expires_at) == (old.amount, None)
    assert events(owner) == ["refund.succeeded", "refund.failed"]
    assert all_is_well(owner)


def test_nothing_more_is_drawn_from_the_payment(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> None:
    old = failed(owner, order, gateway)
    with tenancy.entered(owner.shop_id):
        before = queries.standing_seen(order=order).ceiling()
    money.redirect_refund(by=owner, refund_id=old.id, route=Route.BANK_TRANSFER, consent=YES)
    with tenancy.entered(owner.shop_id):
        assert queries.standing_seen(order=order).ceiling() == before


@pytest.mark.parametrize(
    ("route", "consent", "code"),
    [
        (Route.STORE_CREDIT, Consent(GivenBy.STAFF, "said so on the phone"), "redirect_needs_customer"),
        (Route.STORE_CREDIT, Consent(GivenBy.CUSTOMER, "  "), "redirect_needs_consent"),
        (Route.BANK_TRANSFER, Consent(GivenBy.STAFF, ""), "redirect_needs_consent"),
        (Route.GATEWAY, YES, "redirect_unknown"),
        (Route.BY_HAND, YES, "redirect_unknown"),
    ],
)
def test_without_the_right_yes_nothing_moves(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, route: Route, consent: Consent, code: str
) -> None:
    old = failed(owner, order, gateway)
    with pytest.raises(Invalid) as refused:
        money.redirect_refund(by=owner, refund_id=old.id, route=route, consent=consent)
    assert refused.value.code == code
    assert now(owner, old).status is RefundStatus.FAILED


def test_only_what_failed_and_only_once(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> None:
    going = promised(owner, order)
    with pytest.raises(Conflict, match="refund_not_failed"):
        money.redirect_refund(by=owner, refund_id=going.id, route=Route.BANK_TRANSFER, consent=YES)
    gateway.next.append("fail")
    sending.attempt(by=owner, refund_id=going.id)
    money.redirect_refund(by=owner, refund_id=going.id, route=Route.BANK_TRANSFER, consent=YES)
    again = {
        "redirect": lambda: money.redirect_refund(by=owner, refund_id=going.id, route=Route.STORE_CREDIT, consent=YES),
        "retry": lambda: money.retry_refund(by=owner, refund_id=going.id),
        "payout": lambda: money.record_payout(by=owner, refund_id=going.id, reference="VIR 1"),
    }
    for act in again.values():
        with pytest.raises(Conflict):
            act()
    with tenancy.entered(owner.shop_id):
        assert Refund.objects.count() == 2


@pytest.mark.parametrize("outcome", [Outcome.PENDING, Outcome.FAILED, Outcome.UNKNOWN])
def test_late_news_revives_nothing(owner: Actor, order: OrderMoney, gateway: FakeGateway, outcome: Outcome) -> None:
    old = failed(owner, order, gateway)
    made = money.redirect_refund(by=owner, refund_id=old.id, route=Route.BANK_TRANSFER, consent=YES)
    told(owner, old, outcome)
    sending.attempt(by=owner, refund_id=old.id)
    assert gateway.calls == 1
    assert now(owner, old).status is RefundStatus.REPLACED
    assert now(owner, made).status is RefundStatus.MANUAL
    assert all_is_well(owner)


def test_it_arrived_after_all_so_the_transfer_is_not_made(
    owner: Actor, order: OrderMoney, gateway: FakeGateway
) -> None:
    old = failed(owner, order, gateway)
    made = money.redirect_refund(by=owner, refund_id=old.id, route=Route.BANK_TRANSFER, consent=YES)
    for _ in range(2):
        heard(gateway, old, Outcome.SUCCEEDED, is_now=Outcome.SUCCEEDED)
    assert now(owner, old).status is RefundStatus.SUCCEEDED
    assert now(owner, made).status is RefundStatus.REPLACED
    with pytest.raises(Conflict, match="refund_not_by_hand"):
        money.record_payout(by=owner, refund_id=made.id, reference="VIR 12")
    assert twice(owner) == []
    assert all_is_well(owner)
    told(owner, old, Outcome.FAILED)
    assert now(owner, old).status is RefundStatus.FAILED
    money.redirect_refund(by=owner, refund_id=old.id, route=Route.STORE_CREDIT, consent=YES)
    assert all_is_well(owner)


@pytest.mark.parametrize("route", [Route.BANK_TRANSFER, Route.STORE_CREDIT])
def test_it_arrived_after_it_was_paid_another_way_so_a_person_looks(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, route: Route
) -> None:
    old = failed(owner, order, gateway)
    made = money.redirect_refund(by=owner, refund_id=old.id, route=route, consent=YES)
    if route is Route.BANK_TRANSFER:
        money.record_payout(by=owner, refund_id=made.id, reference="VIR 12")
    for _ in range(2):
        heard(gateway, old, Outcome.SUCCEEDED, is_now=Outcome.SUCCEEDED)
    assert now(owner, old).status is RefundStatus.REPLACED
    assert twice(owner) == [("twice", "look")]
    assert all_is_well(owner)


def test_old_news_of_a_success_calls_off_nothing_that_is_still_owed(
    owner: Actor, order: OrderMoney, gateway: FakeGateway
) -> None:
    """It had arrived, came back (the card is closed) and was to go by transfer; the first news is days late."""
    old = promised(owner, order)
    sending.attempt(by=owner, refund_id=old.id)
    told(owner, old, Outcome.FAILED)
    made = money.redirect_refund(by=owner, refund_id=old.id, route=Route.BANK_TRANSFER, consent=YES)
    heard(gateway, old, Outcome.SUCCEEDED, is_now=Outcome.FAILED)
    assert now(owner, old).status is RefundStatus.REPLACED
    assert now(owner, made).status is RefundStatus.MANUAL
    assert twice(owner) == []
    assert all_is_well(owner)


def test_an_account_is_sealed_shown_masked_and_forgotten(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> None:
    old = failed(owner, order, gateway)
    made = money.redirect_refund(by=owner, refund_id=old.id, route=Route.BANK_TRANSFER, consent=YES)
    money.give_bank_account(by=owner, refund_id=made.id, account=ACCOUNT)
    money.give_bank_account(by=owner, refund_id=made.id, account=replace(ACCOUNT, holder="Paul Martin"))
    kept = money.bank_account_of(by=owner, refund_id=made.id)
    assert kept is not None
    assert kept.holder == "Paul Martin"
    with tenancy.entered(owner.shop_id):
        row = BankAccount.objects.get()
        assert "3000" not in row.sealed + row.shown
        assert queries.bank_accounts(subject_id=old.subject_id) == {made.id: "FR •••• 0189"}
    forgetting.forget_words(by=owner, subject_ids=[old.subject_id])
    assert money.bank_account_of(by=owner, refund_id=made.id) is None


def test_an_account_is_for_what_waits_for_a_transfer(owner: Actor, order: OrderMoney) -> None:
    with pytest.raises(Conflict, match="refund_not_by_hand"):
        money.give_bank_account(by=owner, refund_id=promised(owner, order).id, account=ACCOUNT)


@pytest.mark.parametrize(
    ("holder", "iban", "code"),
    [
        ("", "FR7630006000011234567890189", "account_holder_missing"),
        ("Z" * 71, "FR7630006000011234567890189", "account_holder_too_long"),
        ("Zoé", " ", "iban_missing"),
        ("Zoé", "FR7630006000011234567890188", "iban_invalid"),
        ("Zoé", "FR763000600001123456789018", "iban_invalid"),
        ("Zoé", "4970 1000 0000 0014", "iban_invalid"),
        ("Zoé", "X" * 5000, "iban_invalid"),
    ],
)
def test_a_wrong_account_is_refused(holder: str, iban: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        bank_account.account(holder=holder, iban=iban)
    assert refused.value.code == code


def test_what_goes_another_way_is_counted_there() -> None:
    replaced = RefundStatus.REPLACED
    assert outcomes.reached([replaced, RefundStatus.SUCCEEDED]) is Reached.DONE
    assert outcomes.reached([replaced, RefundStatus.MANUAL]) is Reached.BY_HAND
