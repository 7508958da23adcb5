"""Finance over HTTP: the same days as the page shows, what each account held, and what is open."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from tests.api.conftest import Caller
from tests.operations.money.conftest import BASIS, back, eur, subject, wish
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.words import PaymentKind
from volte.money import operations as money
from volte.money.rules.standing import OrderMoney, Subject
from volte.money.rules.tenders import Payment
from volte.money.rules.wish import Goodwill
from volte.returns import books
from volte.runtime import clock, people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Permission

# A quarter to midnight in Greenwich is the next day in Paris.
LATE = datetime(2026, 11, 23, 23, 45, tzinfo=UTC)


@pytest.fixture
def credits(owner: Actor) -> None:
    """Two days in two currencies: given, spent, given again."""
    with clock.at(datetime(2026, 11, 22, 9, tzinfo=UTC)):
        credit = money.issue_credit(by=owner, amount=Money(700, "EUR"), subject=Subject("return", uuid4()))
        money.issue_credit(by=owner, amount=Money(500, "CHF"), subject=Subject("return", uuid4()))
    with clock.at(LATE):
        money.spend_credit(by=owner, code=credit.code, amount=Money(300, "EUR"), key="k1")


def test_each_day_opens_with_what_the_one_before_left(api: Caller, credits: None) -> None:
    with clock.at(LATE):
        read = api.get("/finance/days")
    assert read.status == 200
    assert [(one["day"], one["currency"]) for one in read.json["data"]] == [
        ("2026-11-24", "EUR"),
        ("2026-11-22", "CHF"),
        ("2026-11-22", "EUR"),
    ], "the days are the shop's"
    last, _, first = read.json["data"]
    assert first["balances"] and not first["closed"] and first["entries"] == 1
    held = {one["account"]: one for one in last["accounts"]}
    assert [held["credit_liability"][side]["amount"] for side in ("opening", "debit", "credit", "closing")] == [
        -700, 300, 0, -400,
    ]  # fmt: skip
    assert held["goodwill"]["closing"]["amount"] == 700, "what holds something is told though it did not move"
    for day in read.json["data"]:
        for side in ("opening", "closing"):
            assert sum(one[side]["amount"] for one in day["accounts"]) == 0
        assert day["debit"] == day["credit"]


def test_days_are_asked_for_by_date_currency_and_page(api: Caller, credits: None) -> None:
    with clock.at(LATE):
        whole = api.get("/finance/days").json["data"]
        paged, after = [], ""
        for _ in range(4):
            page = api.get(f"/finance/days?limit=1&after={after}").json
            paged += page["data"]
            after = page["next"]
            if after is None:
                break
        euros = api.get("/finance/days?currency=eur&since=2026-11-01&until=2026-11-22").json
        odd = [
            api.get(f"/finance/days?{asked}").json["code"]
            for asked in ("since=2026-11-02&until=2026-11-01", "since=2020-01-01", "after=x", "after=eA", "limit=0")
        ]
    assert paged == whole
    assert [(one["day"], one["currency"]) for one in euros["data"]] == [("2026-11-22", "EUR")] and not euros["next"]
    assert odd == ["days_out_of_order", "period_too_long", "after_invalid", "after_invalid", "limit_invalid"]


@pytest.fixture
def given(owner: Actor) -> None:
    """On one day a refund by hand with a gesture and a credit, on the next another credit."""
    cash = Payment("p1", PaymentKind.CASH_ON_DELIVERY, eur(10690))
    order = OrderMoney(uuid4(), BASIS, (cash,))
    with clock.at(datetime(2026, 11, 10, 9, tzinfo=UTC)):
        made = money.promise(
            by=owner, order=order, subject=subject(), key="r1",
            wish=replace(wish(back("L", 1, reference=str(uuid4()))), goodwill=Goodwill(eur(200), "sorry")),
        )  # fmt: skip
        money.record_payout(by=owner, refund_id=made.refunds[0].id, reference="SEPA 1")
    for day, place in ((10, 1), (11, 2)):
        item = str(uuid4())
        with clock.at(datetime(2026, 11, day, 10, tzinfo=UTC)):
            money.promise_credit(
                by=owner, order=order, wish=wish(back("S", place, reference=item)), subject=subject(), key=f"c{place}",
                bonuses={item: Rate.parse("10 %")},
            )  # fmt: skip


def test_the_days_say_what_the_page_says(api: Caller, owner: Actor, given: None) -> None:
    since, until = date(2026, 11, 1), date(2026, 11, 30)
    told = api.get(f"/finance/days?since={since}&until={until}&limit=200").json["data"]
    with tenancy.entered(owner.shop_id):
        report = books.report(since=since, until=until)
    assert len(report.totals) == 1 and len(report.by_way) == 2 and len(report.by_day) == 2
    assert {(one["day"], one["currency"]): one["given_back"]["amount"] for one in told if one["times"]} == {
        (on.isoformat(), code): found.amount.amount for (on, code), found in report.by_day.items()
    }
    by_way: Counter[tuple[str, str]] = Counter()
    by_reason: Counter[str] = Counter()
    for one in told:
        for kind in ("by_way", "by_reason"):
            assert sum(part["amount"]["amount"] for part in one[kind]) == one["given_back"]["amount"]
        by_way.update({(part["kind"], part["route"]): part["amount"]["amount"] for part in one["by_way"]})
        by_reason.update({part["reason"]: part["amount"]["amount"] for part in one["by_reason"]})
    assert by_way == {(way.kind.value, way.route.value): one.amount.amount for (way, _), one in report.by_way.items()}
    assert by_reason == {reason: one.amount.amount for (reason, _), one in report.by_reason.items()}


def test_what_is_open_is_told(api: Caller, credits: None) -> None:
    read = api.get("/finance/open")
    assert (read.status, read.json) == (200, {
        "refunds": [], "late_count": 0, "late": [], "differences": 0,
        "books": {"checked_at": None, "findings": 0},
    })  # fmt: skip


def test_only_who_may_read_money_reads_and_only_of_their_shop(
    api: Caller, other_api: Caller, owner: Actor, credits: None
) -> None:
    reader = Caller(people.make_key(by=owner, name="Stock", permissions=frozenset({Permission.STOCK_WRITE})).secret)
    for address in ("/finance/days", "/finance/open"):
        assert reader.get(address).status == 403
    with clock.at(LATE):
        assert api.get("/finance/days").json["data"] and other_api.get("/finance/days").json["data"] == []
