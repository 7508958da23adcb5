"""Deciding: what follows is shown first, faults stand beside their field, and the same sheet counts once."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db.models import Sum
from django.test import Client

from tests import cast
from tests.web.staff_cases.conftest import DRESS, MUG, once, seen, words
from tests.web.staff_cases.test_case import address
from volte.catalogue import operations as catalogue
from volte.kit.money import Money
from volte.kit.words import Method, Resolution
from volte.money import queries as money
from volte.money import sending
from volte.money.models import Posting
from volte.money.rules.outcomes import RefundStatus
from volte.project import reactions
from volte.returns import operations, queries
from volte.returns.operations import CountedUnits
from volte.returns.rules.lifecycle import Outcome, Status
from volte.returns.rules.request import Wanted, WantedItem
from volte.returns.views import ReturnView
from volte.runtime import dispatch, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role
from volte.warehouse import operations as warehouse
from volte.warehouse.rules.inspection import Finding


def sent(browser: Client, view: ReturnView, noun: str, **fields: str) -> Any:
    mark = once(browser.get(address(view, noun)))
    return browser.post(address(view, noun), {"once": mark, **fields}, follow=True)


def test_saying_yes_shows_what_will_be_paid_then_does_it(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView]
) -> None:
    view = asked(DRESS)
    sheet = words(agent.get(address(view, "approval")))
    assert "Approve the return of Camille Martin" in sheet
    assert "gets a mail with the way to send it back" in sheet
    assert "Leaves when the goods are here" in sheet
    done = sent(agent, view, "approval")
    assert seen(owner, view.id).status is Status.APPROVED
    assert f"Return {view.number} is approved." in words(done)


def test_saying_yes_twice_is_one_yes(agent: Client, owner: Actor, asked: Callable[..., ReturnView]) -> None:
    view = asked(DRESS)
    form = {"once": once(agent.get(address(view, "approval")))}
    for _ in range(2):
        assert agent.post(address(view, "approval"), form).status_code == 303
    with tenancy.entered(owner.shop_id):
        steps = [step.what for step in queries.timeline(return_id=view.id)]
    assert steps.count("approved_by_staff") == 1


def test_a_second_sheet_finds_that_things_moved_on(agent: Client, asked: Callable[..., ReturnView]) -> None:
    view = asked(DRESS)
    sent(agent, view, "approval")
    page = agent.post(address(view, "approval"), {"once": "another"})
    assert page.status_code == 409
    assert "not possible any more" in words(page)


def test_saying_no_needs_the_reason_the_customer_will_read(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView]
) -> None:
    view = asked(DRESS)
    page = agent.post(address(view, "refusal"), {"once": "a", "reason": " "})
    assert page.status_code == 422
    html = page.content.decode()
    assert 'href="#refusal-reason"' in html and 'aria-invalid="true"' in html
    assert seen(owner, view.id).status is Status.REQUESTED
    sent(agent, view, "refusal", reason="Cette robe a été portée en soirée.")
    assert seen(owner, view.id).status is Status.REFUSED
    assert "Cette robe a été portée en soirée." in words(agent.get(address(view)))


def test_before_a_no_the_open_right_to_withdraw_is_named(agent: Client, owner: Actor, order: UUID) -> None:
    fresh = catalogue.take_in(by=owner, document=cast.order("7001")).order_id
    shopper = Actor.shopper(owner.shop_id, order_id=fresh, language="fr", name="Camille")
    wanted = Wanted(items=(DRESS,), method=Method.DROP_OFF, language="fr")
    view = seen(owner, operations.request(by=shopper, order_id=fresh, wanted=wanted))
    sheet = words(agent.get(address(view, "refusal")))
    assert "The law is on the customer’s side here" in sheet and "L221-18" in sheet


def test_after_the_right_has_ended_nothing_is_said_of_it(agent: Client, asked: Callable[..., ReturnView]) -> None:
    assert "The law is on" not in words(agent.get(address(asked(DRESS), "refusal")))


def test_a_gesture_shows_its_consequence_before_it_is_made(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView]
) -> None:
    view = asked(MUG)
    shown = sent(agent, view, "goodwill", amount="5,50", reason="Pour l'attente")
    assert "Goes back to Camille Martin" in words(shown) and "Give €5.50 now" in words(shown)
    with tenancy.entered(owner.shop_id):
        assert not money.refunds(subject_id=view.id), "nothing has moved yet"
    form = {"once": once(shown), "amount": "5,50", "reason": "Pour l'attente", "sure": "5,50"}
    for _ in range(2):
        assert agent.post(address(view, "goodwill"), form).status_code == 303
    with tenancy.entered(owner.shop_id):
        paid = [refund.amount for refund in money.refunds(subject_id=view.id)]
    assert paid == [Money(550, "EUR")], "sent twice, given once"
    assert "A gesture from us: Pour l'attente" in words(agent.get(address(view)))


def test_what_is_taken_off_for_use_is_said_and_paid_less(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView]
) -> None:
    view = asked(MUG)
    operations.receive(by=owner, code=seen(owner, view.id).parcel_code, location=None, units=())
    assert "Take off for use" in words(agent.get(address(view)))
    page = agent.post(address(view, "items/0/deduction"), {"once": "a", "amount": "500", "reason": "Ébréché"})
    assert page.status_code == 422 and 'id="deduction-amount-error"' in page.content.decode()
    done = sent(agent, view, "items/0/deduction", amount="2", reason="Ébréché")
    assert "€2.00 is taken off" in words(done)
    assert seen(owner, view.id).items[0].deduction == 200
    assert agent.get(address(view, "items/7/deduction")).status_code == 404


def test_an_article_is_kept_at_a_lower_price(agent: Client, owner: Actor, asked: Callable[..., ReturnView]) -> None:
    view = asked(MUG)
    assert "Keep at a lower price" in words(agent.get(address(view)))
    page = agent.post(address(view, "items/0/reduction"), {"once": "a", "amount": "", "reason": "Convenu"})
    assert page.status_code == 422 and 'id="reduction-amount-error"' in page.content.decode()
    done = sent(agent, view, "items/0/reduction", amount="25 %", reason="Convenu avec Camille")
    assert "stays with the customer" in words(done) and "Price reduction" in words(agent.get(address(view)))
    assert seen(owner, view.id).status is Status.SETTLED


@pytest.mark.parametrize("typed", ["", "abc", "0", "-5", "1,234.50", "0.001", "99999999", "1e3"])
def test_an_amount_that_is_none_is_said_beside_its_field(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView], typed: str
) -> None:
    view = asked(MUG)
    page = agent.post(address(view, "goodwill"), {"once": "a", "amount": typed, "reason": "Pour l'attente"})
    assert page.status_code == 422
    html = page.content.decode()
    assert 'id="goodwill-amount-error"' in html and "Pour l&#x27;attente" in html, "what was typed stays"
    with tenancy.entered(owner.shop_id):
        assert not money.refunds(subject_id=view.id)


def test_a_gesture_above_what_was_paid_is_not_even_shown(agent: Client, asked: Callable[..., ReturnView]) -> None:
    page = agent.post(address(asked(MUG), "goodwill"), {"once": "a", "amount": "500", "reason": "x", "sure": "500"})
    assert page.status_code == 422 and "At most" in words(page)


def test_a_gesture_that_eats_into_the_refund_says_so(agent: Client, asked: Callable[..., ReturnView]) -> None:
    view = asked(DRESS, MUG)
    shown = sent(agent, view, "goodwill", amount="90", reason="x")
    assert "the refund still to come will be" in words(shown)


def test_a_changed_sheet_is_another_act(agent: Client, owner: Actor, asked: Callable[..., ReturnView]) -> None:
    view = asked(MUG)
    form = {"once": "same", "amount": "2", "reason": "x", "sure": "2"}
    agent.post(address(view, "goodwill"), form)
    agent.post(address(view, "goodwill"), form | {"amount": "3", "sure": "3"})
    with tenancy.entered(owner.shop_id):
        assert [refund.amount.amount for refund in money.refunds(subject_id=view.id)] == [200, 300]


def test_cancelling(agent: Client, owner: Actor, asked: Callable[..., ReturnView]) -> None:
    view = asked(MUG)
    assert "keeps the items" in words(agent.get(address(view, "cancellation")))
    sent(agent, view, "cancellation")
    assert seen(owner, view.id).status is Status.CANCELLED


def test_taking_goods_as_they_came(agent: Client, owner: Actor, asked: Callable[..., ReturnView]) -> None:
    view = asked(MUG)
    box = operations.receive(by=owner, code=view.parcel_code, location=None, units=())
    operations.inspect(by=owner, unit_id=box.arrival.units[0].id, findings=[Finding.WRONG_ITEM])
    assert "You take the goods as they came." in words(agent.get(address(view, "approval")))
    sent(agent, view, "approval", reason="Good customer")
    assert seen(owner, view.id).status is Status.SETTLED


@pytest.mark.parametrize(
    ("role", "noun"),
    [
        (Role.PICKER, "approval"),
        (Role.PICKER, "refusal"),
        (Role.PICKER, "goodwill"),
        (Role.PICKER, "cancellation"),
        (Role.PICKER, "messages"),
        (Role.PICKER, "notes"),
        (Role.FINANCE, "approval"),
        (Role.FINANCE, "goodwill"),
    ],
)
def test_who_may_not_decide_does_not(
    browser_of: Callable[[Role], Client], owner: Actor, asked: Callable[..., ReturnView], role: Role, noun: str
) -> None:
    view = asked(DRESS)
    form = {"once": "a", "reason": "x", "amount": "1", "sure": "1", "text": "x"}
    assert browser_of(role).post(address(view, noun), form).status_code == 403
    assert seen(owner, view.id) == view


@pytest.fixture
def failed(owner: Actor, asked: Callable[..., ReturnView]) -> tuple[ReturnView, UUID]:
    """A refund the payment provider does not want to make."""
    view = asked(MUG)
    operations.goodwill(by=owner, return_id=view.id, amount=Money(300, "EUR"), reason="x")
    with tenancy.entered(owner.shop_id):
        refund = money.refunds(subject_id=view.id)[0]
    sending.attempt(by=owner, refund_id=refund.id)
    while dispatch.dispatch(reactions.REACTIONS):
        pass
    return view, refund.id


def status_of(owner: Actor, refund_id: UUID) -> RefundStatus:
    with tenancy.entered(owner.shop_id):
        return money.refund(refund_id=refund_id).status


def test_a_refund_that_failed_is_seen_and_sent_again(
    agent: Client, owner: Actor, failed: tuple[ReturnView, UUID]
) -> None:
    view, refund_id = failed
    assert "Refund did not go through" in words(agent.get("/staff/?queue=money"))
    told = words(agent.get(address(view)))
    assert "A refund of €3.00 did not go through." in told and "charge_unknown" in told
    done = sent(agent, view, f"refunds/{refund_id}/attempt")
    assert "€3.00 is being sent again." in words(done)
    assert status_of(owner, refund_id) is RefundStatus.PLANNED


def test_a_refund_that_failed_is_paid_by_hand(agent: Client, owner: Actor, failed: tuple[ReturnView, UUID]) -> None:
    view, refund_id = failed
    page = agent.post(address(view, f"refunds/{refund_id}/payout"), {"once": "a", "reference": ""})
    assert page.status_code == 422 and 'id="payout-reference-error"' in page.content.decode()
    done = sent(agent, view, f"refunds/{refund_id}/payout", reference="VIR 2026-11 / 7")
    assert "€3.00 is noted as paid." in words(done) and "VIR 2026-11 / 7" in words(done)
    assert status_of(owner, refund_id) is RefundStatus.SUCCEEDED


def test_a_refund_that_failed_goes_to_the_account_the_customer_named_on_the_phone(
    agent: Client, owner: Actor, failed: tuple[ReturnView, UUID]
) -> None:
    view, refund_id = failed
    path = f"refunds/{refund_id}/transfer"
    assert "To a bank account" in words(agent.get(address(view)))
    account = {"holder": "Camille Martin", "iban": "FR76 3000 6000 0112 3456 7890 189"}
    for typed, field in ((account | {"iban": "FR76"}, "iban"), (account, "words"), ({}, "holder")):
        page = agent.post(address(view, path), {"once": field, **typed})
        assert page.status_code == 422 and f'id="transfer-{field}-error"' in page.content.decode()
    assert status_of(owner, refund_id) is RefundStatus.FAILED
    done = sent(agent, view, path, **account, words="by phone, on Monday")
    assert "€3.00 waits to be transferred to this account." in words(done)
    assert status_of(owner, refund_id) is RefundStatus.REPLACED
    with tenancy.entered(owner.shop_id):
        made = money.refunds(subject_id=view.id)[-1]
    assert (made.status, made.redirected_from) == (RefundStatus.MANUAL, refund_id)
    assert made.consent is not None and made.consent.words == "by phone, on Monday"
    assert "written down by the team" in words(done) and "FR76" not in words(done)
    other = sent(agent, view, f"refunds/{made.id}/transfer", **account | {"holder": "Dominique Martin"})
    assert "€3.00 waits to be transferred to this account." in words(other)
    assert len(agent.get(address(view, f"refunds/{made.id}/payout")).content.decode().split("Dominique Martin")) == 2


def test_a_refund_of_another_return_is_unknown_here(
    agent: Client, asked: Callable[..., ReturnView], failed: tuple[ReturnView, UUID]
) -> None:
    other = asked(MUG, number="8001")
    assert agent.get(address(other, f"refunds/{failed[1]}/attempt")).status_code == 404


def test_the_dialog_of_the_script_comes_back_with_its_faults(agent: Client, asked: Callable[..., ReturnView]) -> None:
    view = asked(DRESS)
    script = {"HX-Request": "true", "HX-Target": "sheet-holder"}
    shown = agent.get(address(view, "refusal"), headers=script)
    assert "<dialog" in shown.content.decode() and shown["HX-Retarget"] == "#sheet-holder"
    wrong = agent.post(address(view, "refusal"), {"once": "a", "reason": ""}, headers=script)
    assert wrong.status_code == 422 and "<dialog" in wrong.content.decode()
    done = agent.post(address(view, "refusal"), {"once": "a", "reason": "Trop tard."}, headers=script)
    assert done.status_code == 200 and f"/staff/returns/{view.number}/" in done["HX-Location"]
    assert done["HX-Trigger"] == "cases-changed"


def test_a_form_from_elsewhere_is_turned_away(asked: Callable[..., ReturnView], agent: Client) -> None:
    view = asked(DRESS)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = agent.cookies
    assert strict.post(address(view, "approval"), {"once": "a"}).status_code == 403


@pytest.fixture
def dearer(owner: Actor, asked: Callable[..., ReturnView]) -> ReturnView:
    """A dress that came back for one that costs 5.00 more."""
    warehouse.set_on_hand(by=owner, sku="ROBE-L", location="lyon", on_hand=1)
    view = asked(WantedItem("l1", 1, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="ROBE-L"))
    operations.approve(by=owner, return_id=view.id)
    machine = Actor(owner.shop_id, "key", None, "WMS", owner.permissions)
    box = operations.receive(by=machine, code=view.number, location=None, units=())
    operations.inspect(by=machine, unit_id=box.arrival.units[0].id, findings=())
    while dispatch.dispatch(reactions.REACTIONS):
        pass
    return view


def test_a_difference_is_given_away_with_the_sentence_the_customer_reads(
    agent: Client, owner: Actor, dearer: ReturnView
) -> None:
    sheet = words(agent.get(address(dearer, "waiver")))
    assert "What the item is worth then, should it come back €38.56" in sheet
    assert "Give the reason for this gesture" in words(sent(agent, dearer, "waiver", reason=" "))
    done = words(sent(agent, dearer, "waiver", reason="La taille S était épuisée."))
    assert "€5.00 is given away. The exchange is leaving." in done
    assert "Difference given away €5.00 In all €0.00" in done
    assert seen(owner, dearer.id).status is Status.SETTLED


def test_an_exchange_is_given_up_once_it_is_known_what_the_customer_gets(
    agent: Client, owner: Actor, dearer: ReturnView
) -> None:
    sheet = words(agent.get(address(dearer, "instead")))
    assert "Say why the exchange is given up" in words(sent(agent, dearer, "instead", reason=""))
    done = words(sent(agent, dearer, "instead", reason="Préfère l’argent."))
    assert "The exchange is given up, and Camille Martin gets a mail." in done
    with tenancy.entered(owner.shop_id):
        paid = money.promises(subject_id=dearer.id)[-1]
    assert f"Camille Martin gets €{paid.amount.amount / 100:.2f}" in sheet, "as it was said before"
    assert seen(owner, dearer.id).items[0].outcome is Outcome.REFUNDED
    assert agent.get(address(dearer, "instead")).status_code == 409


def test_the_tax_of_an_exchange_on_the_case_is_the_one_in_the_books(
    agent: Client, owner: Actor, dearer: ReturnView
) -> None:
    with tenancy.entered(owner.shop_id):
        posted = Posting.objects.filter(account="tax").aggregate(sum=Sum("amount"))["sum"]
    assert posted == -83
    assert "of which VAT at 20% €0.83" in words(agent.get(address(dearer))).replace("\u2212", "-")


def test_a_difference_paid_another_way_is_noted_with_how(agent: Client, owner: Actor, dearer: ReturnView) -> None:
    view = dearer
    told = words(agent.get(address(view)))
    assert "Camille Martin still has €5.00 to pay for the exchange." in told
    assert "€5.00 to pay" in words(agent.get("/staff/?queue=evidence"))
    assert "stays on file" in words(sent(agent, view, "difference", reason=" "))
    done = words(sent(agent, view, "difference", reason="Receipt 4512"))
    assert "€5.00 is noted as paid. The exchange is leaving." in done
    assert "Receipt 4512" in done
    assert seen(owner, view.id).status is Status.SETTLED


def test_an_incomplete_box_says_what_to_do_and_is_closed_with_a_reason(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView]
) -> None:
    view = asked(DRESS, MUG)
    operations.approve(by=owner, return_id=view.id)
    operations.receive(by=owner, code=view.number, location=None, units=(CountedUnits(line="l2"),))
    assert "Box incomplete" in words(agent.get("/staff/"))
    told = words(agent.get(address(view)))
    assert "The box came without Robe Inès." in told
    assert "Say why: the customer will read it." in words(sent(agent, view, "closing", reason=""))
    done = words(sent(agent, view, "closing", reason="La robe n’était pas dans le colis."))
    assert f"Return {view.number} ends with what came back." in done
    assert seen(owner, view.id).items[0].missing == 1


def test_waiting_for_the_rest_is_one_press(agent: Client, owner: Actor, asked: Callable[..., ReturnView]) -> None:
    view = asked(DRESS, MUG)
    operations.approve(by=owner, return_id=view.id)
    operations.receive(by=owner, code=view.number, location=None, units=(CountedUnits(line="l2"),))
    assert f"Return {view.number} waits for the rest." in words(sent(agent, view, "awaiting", reason=""))
    assert seen(owner, view.id).waits_for == ""
