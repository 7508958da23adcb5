"""The sums an accountant reads: by day where the shop is, by payment and by reason, each summing to the same."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests import cast
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.test_foreseen import DRESSES, MUG, asked, settled
from volte.catalogue import operations as catalogue
from volte.kit.errors import Invalid
from volte.kit.money import Money
from volte.kit.words import Method
from volte.logistics.rules.tracking import ScanKind
from volte.money import operations as operations_of_money
from volte.money import queries as money
from volte.money import sending, summing
from volte.money.queries import RefundView
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.summed import Needs
from volte.returns import books, operations
from volte.returns.books import GESTURE, Report
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor


def sent(owner: Actor, return_id: UUID) -> list[RefundView]:
    """All that a gateway takes is sent."""
    with tenancy.entered(owner.shop_id):
        found = money.refunds(subject_id=return_id)
    for refund in found:
        if refund.status is RefundStatus.PLANNED:
            sending.attempt(by=owner, refund_id=refund.id)
    return list(found)


def report(owner: Actor, since: date = date(2026, 11, 1), until: date = date(2026, 11, 30)) -> Report:
    with tenancy.entered(owner.shop_id):
        return books.report(since=since, until=until)


def adds_up(found: Report) -> None:
    """Three ways of summing, one total for each currency."""
    for sums in (found.by_day, found.by_way, found.by_reason):
        told: dict[str, int] = {}
        for (_, code), one in sums.items():
            told[code] = told.get(code, 0) + one.amount.amount
        assert told == {code: one.amount.amount for code, one in found.totals.items()}


@pytest.fixture
def charged(gateway: FakeGateway) -> FakeGateway:
    gateway.charges["ch_1"] = 5000
    return gateway


def test_what_left_is_summed_by_day_by_payment_and_by_reason(
    owner: Actor, order: UUID, charged: FakeGateway, today: datetime
) -> None:
    return_id = asked(owner, DRESSES, MUG)
    settled(owner, return_id)
    nothing = report(owner)
    assert set(nothing.by_day) == {(today.date(), "EUR")}, "credit is there at once"
    operations.goodwill(by=owner, return_id=return_id, amount=Money(100, "EUR"), reason="merci")
    # Past eleven at night in London it is tomorrow in Paris.
    with clock.at(today.replace(hour=23, minute=30)):
        sent(owner, return_id)
    found = report(owner)
    adds_up(found)
    assert set(found.by_day) == {(date(2026, 11, 10), "EUR"), (date(2026, 11, 11), "EUR")}
    assert {reason for reason, _ in found.by_reason} >= {"too-small", "changed-mind"}
    assert {(way.kind, way.route) for way, _ in found.by_way} == {("card", "gateway"), ("credit", "store_credit")}
    adds_up(report(owner, until=date(2026, 11, 10)))
    assert not report(owner, since=date(2026, 11, 12)).totals


def test_what_comes_back_is_taken_off_on_the_day_it_came_back(
    owner: Actor, order: UUID, charged: FakeGateway, today: datetime
) -> None:
    charged.next.append("pending")
    return_id = asked(owner, WantedItem("l1", 1, "too-small"))
    settled(owner, return_id)
    sent(owner, return_id)
    [(request, _)] = charged.made.values()
    headers, body = charged.finish(request=request, succeeds=True)
    operations_of_money.hear(gateway="simulator", headers=headers, body=body)
    [refund] = [one for one in _refunds(owner, return_id) if one.gateway]
    whole = report(owner).totals["EUR"].amount
    headers, body = charged.finish(request=request, succeeds=False)
    with clock.at(today + timedelta(days=2)):
        operations_of_money.hear(gateway="simulator", headers=headers, body=body)
    found = report(owner)
    adds_up(found)
    assert found.by_day[date(2026, 11, 12), "EUR"].amount == -refund.amount
    assert found.totals["EUR"].amount == whole - refund.amount


def test_a_gesture_has_a_line_of_its_own(owner: Actor, order: UUID, charged: FakeGateway) -> None:
    charged.charges["ch_1"] = 9688
    return_id = operations.request(
        by=Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille"),
        order_id=order,
        wanted=Wanted(items=(DRESSES,), method=Method.DROP_OFF, language="fr"),
    )
    operations.goodwill(by=owner, return_id=return_id, amount=Money(250, "EUR"), reason="merci")
    sent(owner, return_id)
    found = report(owner)
    assert {name: one.amount for (name, _), one in found.by_reason.items()} == {GESTURE: Money(250, "EUR")}


def test_currencies_are_never_added_up(owner: Actor, order: UUID, charged: FakeGateway) -> None:
    settled(owner, asked(owner, MUG))
    other = catalogue.take_in(by=owner, document=cast.order("1400", currency="SEK")).order_id
    shopper = Actor.shopper(owner.shop_id, order_id=other, language="fr", name="Camille")
    wanted = Wanted(items=(MUG,), method=Method.DROP_OFF, language="fr")
    settled(owner, operations.request(by=shopper, order_id=other, wanted=wanted))
    found = report(owner)
    adds_up(found)
    assert set(found.totals) == {"EUR", "SEK"}
    with tenancy.entered(owner.shop_id):
        days = summing.days(since=date(2026, 11, 1), until=date(2026, 11, 30))
    assert {day.currency for day in days} == {"EUR", "SEK"} and all(day.books.balances() for day in days)
    assert sum(day.books.debit for day in days) > 0


def test_what_is_open_says_what_it_waits_for(owner: Actor, order: UUID, charged: FakeGateway) -> None:
    charged.next.append("fail")
    return_id = asked(owner, DRESSES)
    settled(owner, return_id)
    with tenancy.entered(owner.shop_id):
        before = summing.open_refunds()
    assert before.counts == {Needs.PROVIDER: 1, Needs.ACCOUNT: 1}
    sent(owner, return_id)
    with tenancy.entered(owner.shop_id):
        found = summing.open_refunds()
        owed = summing.credits_owed(ending_before=clock.now() + timedelta(days=30))
    assert found.counts == {Needs.DECISION: 1, Needs.ACCOUNT: 1}
    assert [one.needs for one in found.first] == [Needs.DECISION, Needs.ACCOUNT]
    assert sum(one.balance.amount for one in owed) == sum(
        credit.balance.amount for credit in _credits(owner, return_id)
    )


def test_a_late_refund_says_what_it_costs_by_law(owner: Actor, order: UUID, today: datetime) -> None:
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")
    wanted = Wanted(items=(DRESSES,), method=Method.DROP_OFF, language="fr")
    return_id = operations.request(by=shopper, order_id=order, wanted=wanted)
    operations.record_scan(by=owner, return_id=return_id, kind=ScanKind.DROPPED_OFF, at=today)
    with tenancy.entered(owner.shop_id):
        assert not books.late_refunds()
        with clock.at(today + timedelta(days=26)):
            [late] = books.late_refunds()
    assert late.code == "refund_law", "what the law says stands before what we promised"
    assert late.lateness is not None and late.lateness.so_far.percent == 5
    assert late.lateness.so_far.extra == Money(round(late.amount.amount * 0.05), "EUR")


@pytest.mark.parametrize(
    ("since", "until", "code"),
    [
        (date(2026, 11, 2), date(2026, 11, 1), "days_out_of_order"),
        (date(2024, 1, 1), date(2026, 1, 1), "period_too_long"),
    ],
)
def test_a_period_has_an_end_and_a_length(owner: Actor, order: UUID, since: date, until: date, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        report(owner, since, until)
    assert refused.value.code == code


def _refunds(owner: Actor, return_id: UUID) -> tuple[RefundView, ...]:
    with tenancy.entered(owner.shop_id):
        return money.refunds(subject_id=return_id)


def _credits(owner: Actor, return_id: UUID) -> tuple[Any, ...]:
    with tenancy.entered(owner.shop_id):
        return money.credits(subject_id=return_id)
