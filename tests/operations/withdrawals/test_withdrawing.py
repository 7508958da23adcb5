"""A withdrawal is recorded whoever declares it, answered at once, and carried out once."""

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests import cast
from tests.operations.withdrawals.conftest import react
from volte.catalogue import operations as catalogue
from volte.catalogue import queries as orders
from volte.kit.errors import Conflict, Invalid, NotAllowed
from volte.kit.words import Method
from volte.logistics.rules.tracking import ScanKind
from volte.messages import queries as mails
from volte.returns import jobs, queries
from volte.returns import operations as returns
from volte.returns.operations import withdrawing
from volte.returns.rules.lifecycle import Status
from volte.returns.rules.request import Wanted, WantedItem
from volte.returns.views import ReturnView
from volte.runtime import clock, files, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent
from volte.withdrawals import operations
from volte.withdrawals import queries as statements
from volte.withdrawals.queries import WithdrawalView
from volte.withdrawals.rules.statement import Declared, Standing

Declare = Callable[..., WithdrawalView]
NOON = datetime(2026, 11, 10, 9, tzinfo=UTC)


def _returns(owner: Actor, order: UUID) -> list[ReturnView]:
    with tenancy.entered(owner.shop_id):
        return queries.of_order(order_id=order)


def _mails(owner: Actor, said: WithdrawalView) -> list[tuple[str, str]]:
    with tenancy.entered(owner.shop_id):
        return [(mail.occasion.value, mail.to_address) for mail in mails.mails_of(subject_id=said.id)]


def _kinds(owner: Actor) -> list[str]:
    with tenancy.entered(owner.shop_id):
        found = OutboxEvent.objects.filter(kind__startswith="withdrawal.").order_by("id")
        return list(found.values_list("kind", flat=True))


def test_the_whole_order_in_time_is_a_return_at_once_with_the_way_out_owed(
    owner: Actor, order: UUID, declare: Declare
) -> None:
    said = declare()
    (opened,) = _returns(owner, order)
    assert (said.standing, said.attention, said.return_ids) == (Standing.ACCEPTED, "", (opened.id,))
    assert opened.status is Status.APPROVED
    assert {item.line: item.quantity for item in opened.items} == {"l1": 2, "l2": 1}
    assert opened.requested_at == said.declared_at
    for item in opened.items:
        assert item.decision["basis"] == "withdrawal"
        assert item.decision["outbound_refunded"] is True
        assert item.decision["restocking_fee"] == "0 %"
        assert item.decision["refund"]["lawful_at"] == "2026-11-24T23:00:00Z"
    assert _kinds(owner) == ["withdrawal.declared", "withdrawal.accepted"]
    assert _mails(owner, said) == [("withdrawal_receipt", "camille@example.com")]


def test_the_receipt_holds_the_content_and_any_tool_can_verify_it(owner: Actor, order: UUID, declare: Declare) -> None:
    said = declare()
    with tenancy.entered(owner.shop_id):
        (line,) = mails.mails_of(subject_id=said.id)
        mail = mails.mail(mail_id=line.id)
        assert [one.name for one in mail.attachments] == [f"{said.number}.pdf", f"{said.number}.json"]
        pdf, content = (files.read(one.digest) for one in mail.attachments)
    assert pdf.startswith(b"%PDF-") and b"/Marked true" in pdf
    assert hashlib.sha256(content).hexdigest() == said.digest
    told = json.loads(content)
    assert (told["number"], told["declared_at"]) == (said.number, "2026-11-10T10:00:00+01:00")
    assert (told["contract"], told["scope"], told["zone"]) == ("#1001", "whole", "Europe/Paris")
    assert said.digest in mail.text
    assert "10 novembre 2026 à 10:00:00 (UTC+01:00, Europe/Paris)" in mail.text
    assert said.proves


def test_chosen_articles_only(owner: Actor, order: UUID, declare: Declare) -> None:
    said = declare(lines={"l1": 1})
    (opened,) = _returns(owner, order)
    assert [(item.line, item.quantity) for item in opened.items] == [("l1", 1)]
    assert [(one["line"], one["what"]) for one in said.outcome] == [("l1", "accepted")]


def test_sent_twice_it_is_kept_twice_answered_with_the_first_and_claimed_once(
    owner: Actor, order: UUID, declare: Declare
) -> None:
    first = declare()
    with clock.at(NOON + timedelta(hours=3)):
        again = declare(name="c. martin")
    assert again == first
    assert len(_returns(owner, order)) == 1
    with tenancy.entered(owner.shop_id):
        (repeated,) = statements.repeats(withdrawal_id=first.id)
        left = [line.units_left for line in orders.order(order_id=order).lines]
    assert (repeated.standing, repeated.declared_at) == (Standing.REPEATED, NOON + timedelta(hours=3))
    assert left == [0, 0]
    assert _mails(owner, first) == [("withdrawal_receipt", "camille@example.com")] * 2


def test_an_unknown_order_is_recorded_answered_and_waits_for_a_person(
    owner: Actor, order: UUID, declare: Declare
) -> None:
    said = declare(contract="9999", email="nobody@example.com")
    assert (said.standing, said.attention, said.order_id) == (Standing.TO_LOOK_AT, "unknown_order", None)
    assert _mails(owner, said) == [("withdrawal_receipt", "nobody@example.com")]
    with tenancy.entered(owner.shop_id):
        assert [one.id for one in statements.listed(waiting=True).withdrawals] == [said.id]
    assert _kinds(owner) == ["withdrawal.declared", "withdrawal.waiting"]


def test_an_order_that_comes_in_later_is_found_when_it_is_declared_again(
    owner: Actor, order: UUID, declare: Declare
) -> None:
    said = declare(contract="1002")
    assert said.attention == "unknown_order"
    later = catalogue.take_in(by=owner, document=cast.order("1002")).order_id
    assert declare(contract="1002").standing is Standing.ACCEPTED
    (opened,) = _returns(owner, later)
    assert opened.requested_at == said.declared_at


@pytest.mark.parametrize("who", [{"email": "paul@example.com"}, {"name": "Paul Durand"}])
def test_by_somebody_else_a_person_looks_and_says_that_it_counts_from_its_moment(
    owner: Actor, order: UUID, declare: Declare, who: dict[str, str]
) -> None:
    said = declare(**who)
    assert (said.standing, said.attention, said.order_id) == (Standing.TO_LOOK_AT, "other_person", order)
    assert _mails(owner, said) == [("withdrawal_receipt", who.get("email", "camille@example.com"))]
    assert _returns(owner, order) == []
    with clock.at(NOON + timedelta(days=40)):
        withdrawing.recognise(by=owner, withdrawal_id=said.id, order_id=order, lines={})
        (opened,) = _returns(owner, order)
    assert (opened.status, opened.requested_at) == (Status.APPROVED, said.declared_at)
    with pytest.raises(Conflict):
        withdrawing.recognise(by=owner, withdrawal_id=said.id, order_id=order, lines={})


def test_articles_in_words_wait_for_a_person_who_says_which(owner: Actor, order: UUID, declare: Declare) -> None:
    said = declare(words="une des deux robes")
    assert said.attention == "in_words"
    withdrawing.recognise(by=owner, withdrawal_id=said.id, order_id=order, lines={"l1": 1})
    (opened,) = _returns(owner, order)
    assert [(item.line, item.quantity) for item in opened.items] == [("l1", 1)]


def test_too_late_it_becomes_what_the_shop_offers_and_nothing_travels_unasked(
    owner: Actor, order: UUID, declare: Declare
) -> None:
    with clock.at(NOON + timedelta(days=12)):
        said = declare()
    assert (said.standing, said.attention) == (Standing.COMMERCIAL, "")
    assert _returns(owner, order) == []
    assert _mails(owner, said)[1] == ("withdrawal_commercial", "camille@example.com")
    with tenancy.entered(owner.shop_id):
        text = mails.mail(mail_id=mails.mails_of(subject_id=said.id)[1].id).text
    assert "19 novembre" in text and "Faire un retour" in text and "/l/" in text


def test_the_last_day_counts_until_its_end_where_the_buyer_lives(owner: Actor, order: UUID, declare: Declare) -> None:
    with clock.at(datetime(2026, 11, 19, 22, 59, 59, tzinfo=UTC)):
        assert declare().standing is Standing.ACCEPTED
    with clock.at(datetime(2026, 11, 19, 23, 0, 0, tzinfo=UTC)):
        catalogue.take_in(by=owner, document=cast.order("1003"))
        assert declare(contract="1003").standing is Standing.COMMERCIAL


def test_the_29th_of_february_is_the_last_day_until_its_end(owner: Actor, order: UUID, declare: Declare) -> None:
    """Delivered on 15 February of a leap year; a year that has none would have ended on 1 March."""
    sent = cast.order()["shipments"][0] | {"shipped_at": "2028-02-14T09:00:00Z", "delivered_at": "2028-02-15T14:00:00Z"}
    leap = {"placed_at": "2028-02-12T09:30:00Z", "shipments": [sent]}
    for number, at, standing in (
        ("1008", datetime(2028, 2, 29, 22, 59, 59, tzinfo=UTC), Standing.ACCEPTED),
        ("1009", datetime(2028, 2, 29, 23, 0, 0, tzinfo=UTC), Standing.COMMERCIAL),
    ):
        with clock.at(at):
            catalogue.take_in(by=owner, document=cast.order(number, **leap))
            assert declare(contract=number).standing is standing


def test_what_follows_is_judged_by_the_moment_of_the_statement(owner: Actor, order: UUID, visitor: Actor) -> None:
    with clock.at(datetime(2026, 11, 19, 22, 59, 59, tzinfo=UTC)):
        made = operations.declare(by=visitor, declared=Declared("Camille Martin", "1001", "camille@example.com", "fr"))
    with clock.at(datetime(2026, 11, 20, 8, tzinfo=UTC)):
        react()
        with tenancy.entered(owner.shop_id):
            assert statements.by_id(withdrawal_id=made.statement.id).standing is Standing.ACCEPTED


def test_before_delivery_it_is_accepted_tells_a_person_and_never_expires(
    owner: Actor, order: UUID, declare: Declare
) -> None:
    under_way: dict[str, Any] = cast.order("1004") | {"shipments": []}
    later = catalogue.take_in(by=owner, document=under_way).order_id
    said = declare(contract="1004")
    (opened,) = _returns(owner, later)
    assert (said.standing, said.attention) == (Standing.ACCEPTED, "not_delivered")
    assert (opened.status, opened.last_day) == (Status.APPROVED, None)
    with clock.at(NOON + timedelta(days=200)):
        jobs.expire_due()
        assert _returns(owner, later)[0].status is Status.APPROVED


def test_what_a_withdrawal_began_does_not_expire(owner: Actor, order: UUID, declare: Declare) -> None:
    declare()
    with clock.at(NOON + timedelta(days=60)):
        jobs.expire_due()
    assert _returns(owner, order)[0].status is Status.APPROVED


def test_in_great_britain_the_refund_is_counted_from_proof_not_from_the_notice(
    owner: Actor, order: UUID, declare: Declare
) -> None:
    british = cast.order("1005") | {"country": "GB"}
    british["shipping_address"] = {**british["shipping_address"], "country": "GB", "postcode": "SW1A 1AA"}
    bought = catalogue.take_in(by=owner, document=british).order_id
    declare(contract="1005")
    (opened,) = _returns(owner, bought)
    assert opened.deadline_at is None
    with clock.at(datetime(2026, 11, 13, 12, tzinfo=UTC)):
        returns.record_scan(by=owner, return_id=opened.id, kind=ScanKind.DROPPED_OFF, at=clock.now())
    (travelling,) = _returns(owner, bought)
    refund = travelling.items[0].decision["refund"]
    assert (refund["starts"], refund["legal_days"]) == ("goods_or_proof", 14)
    assert travelling.deadline_at is not None
    assert travelling.deadline_at <= datetime(2026, 11, 28, tzinfo=UTC)


def test_a_return_asked_for_before_is_joined_and_units_are_claimed_once(
    owner: Actor, order: UUID, declare: Declare
) -> None:
    wanted = Wanted((WantedItem("l1", 1, reason="too-small"),), Method.MAIL, "fr")
    before = returns.request(by=owner, order_id=order, wanted=wanted)
    said = declare()
    newer, older = _returns(owner, order)
    assert older.id == before
    assert {item.line: item.quantity for item in newer.items} == {"l1": 1, "l2": 1}
    assert set(said.return_ids) == {newer.id, older.id}
    with clock.at(NOON + timedelta(days=60)):
        jobs.expire_due()
    assert {one.status for one in _returns(owner, order)} == {Status.APPROVED}


def test_nothing_left_is_for_a_person(owner: Actor, order: UUID, declare: Declare) -> None:
    declare(lines={"l1": 2})
    (opened,) = _returns(owner, order)
    returns.cancel(by=owner, return_id=opened.id)
    react()
    gone: dict[str, Any] = cast.order("1006")
    for line in gone["lines"]:
        line["cancelled_quantity"] = line["quantity"]
    catalogue.take_in(by=owner, document=gone)
    assert declare(contract="1006").attention == "nothing_left"


def test_it_is_settled_when_what_carries_it_out_ends_and_may_be_declared_anew(
    owner: Actor, order: UUID, declare: Declare
) -> None:
    said = declare()
    returns.cancel(by=owner, return_id=said.return_ids[0])
    react()
    with tenancy.entered(owner.shop_id):
        assert statements.by_id(withdrawal_id=said.id).standing is Standing.SETTLED
    assert declare().id != said.id


def test_held_it_is_recorded_and_goes_on_with_the_second_click(
    owner: Actor, order: UUID, declare: Declare, visitor: Actor
) -> None:
    said = declare(held=True)
    assert (said.standing, said.attention, said.held) == (Standing.RECEIVED, "unconfirmed", True)
    assert _mails(owner, said) == []
    with clock.at(NOON + timedelta(days=30)):
        operations.confirm(by=visitor, withdrawal_id=said.id)
        operations.confirm(by=visitor, withdrawal_id=said.id)
        react()
    with tenancy.entered(owner.shop_id):
        now = statements.by_id(withdrawal_id=said.id)
    assert (now.standing, now.attention, now.declared_at) == (Standing.ACCEPTED, "", said.declared_at)
    assert _mails(owner, said) == [("withdrawal_receipt", "camille@example.com")]


def test_a_person_answers_and_it_is_settled(owner: Actor, order: UUID, declare: Declare) -> None:
    said = declare(contract="9999")
    withdrawing.answer(by=owner, withdrawal_id=said.id, text="Votre commande est la 1001.")
    with tenancy.entered(owner.shop_id):
        seen = statements.by_id(withdrawal_id=said.id)
    assert (seen.standing, seen.attention, seen.seen_by) == (Standing.SETTLED, "", "Odile")
    assert _mails(owner, said)[-1] == ("withdrawal_answer", "camille@example.com")
    with pytest.raises(Conflict):
        withdrawing.answer(by=owner, withdrawal_id=said.id, text="Encore ?")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "withdrawal_incomplete"),
        ({"email": "nobody"}, "withdrawal_email_invalid"),
        ({"words": "x" * 4001}, "withdrawal_too_long"),
        ({"lines": {"l9": 1}}, "withdrawal_article_unknown"),
        ({"lines": {"l1": 3}}, "withdrawal_article_unknown"),
        ({"lines": {"l1": 1}, "email": "paul@example.com"}, "withdrawal_article_unknown"),
    ],
)
def test_what_cannot_be_is_refused_with_nothing_cut(
    order: UUID, declare: Declare, changes: dict[str, Any], code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        declare(**changes)
    assert refused.value.code == code


def test_a_visitor_may_declare_and_nothing_else(order: UUID, visitor: Actor, declare: Declare) -> None:
    said = declare()
    with pytest.raises(NotAllowed):
        withdrawing.recognise(by=visitor, withdrawal_id=said.id, order_id=order, lines={})
    with pytest.raises(NotAllowed):
        returns.request(by=visitor, order_id=order, wanted=Wanted((WantedItem("l1", 1),), Method.MAIL, "fr"))
