from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.money import tables
from volte.kit.errors import Refused
from volte.kit.money import Money, total
from volte.kit.words import PaymentKind
from volte.money.rules import redirect, tenders
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.purse import Purse
from volte.money.rules.tenders import OutsideRefund, Payment, Route

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def eur(amount: int) -> Money:
    return Money(amount, "EUR")


def payment(kind: PaymentKind, captured: int, id: str = "") -> Payment:
    return Payment(id or kind.value, kind, eur(captured))


@pytest.mark.parametrize("row", tables.rows("tenders.md", first_column="payments"), ids=str)
def test_splits_as_documented(row: dict[str, str]) -> None:
    left = tenders.payments_left(
        payments=[payment(PaymentKind(kind), captured) for kind, captured in tables.pairs(row["payments"])],
        outside=[
            OutsideRefund(eur(amount), None if name == "?" else name)
            for name, amount in tables.pairs(row["refunded elsewhere"])
        ],
        committed={name: eur(amount) for name, amount in tables.pairs(row["promised before"])},
        currency="EUR",
    )
    split = tenders.split(amount=eur(int(row["refund"])), left=left)
    assert [(share.payment.id, share.amount.amount) for share in split.shares] == tables.pairs(row["goes to"])
    assert split.uncovered == eur(int(row["uncovered"]))


def test_the_stated_order_is_the_documented_one() -> None:
    rows = tables.rows("tenders.md", first_column="place")
    assert [row["kind"] for row in rows] == [kind.value for kind in tenders.MONEY_FIRST]
    for row in rows:
        gateway = (
            {"gateway": "simulator", "reference": "ch_1"} if row["how it reaches the customer"] == "gateway" else {}
        )
        paid = Payment("p", PaymentKind(row["kind"]), eur(1), **gateway)
        assert paid.route().value == row["how it reaches the customer"]


def test_a_card_without_a_gateway_is_paid_by_hand() -> None:
    assert payment(PaymentKind.CARD, 100).route() is Route.BY_HAND
    assert Payment("p", PaymentKind.GIFT_CARD, eur(1), "psp", "gc_1").route() is Route.GATEWAY


def test_an_order_without_payments_is_presumed_paid_and_paid_back_by_a_person() -> None:
    (presumed,) = tenders.known_payments(payments=[], order_total=eur(4200))
    assert presumed.captured == eur(4200)
    assert presumed.route() is Route.BANK_TRANSFER
    nothing_taken = [payment(PaymentKind.CARD, 0)]
    assert tenders.known_payments(payments=nothing_taken, order_total=eur(4200)) == tuple(nothing_taken)


@pytest.mark.parametrize("row", tables.rows("tenders.md", first_column="stands"), ids=str)
def test_another_way_as_documented(row: dict[str, str]) -> None:
    given_by = redirect.GivenBy.STAFF if row["agreed by"] == "staff" else redirect.GivenBy.CUSTOMER
    consent = redirect.Consent(given_by, "" if row["agreed by"] == "–" else "Yes.")
    to = Route(row["wanted"])
    try:
        redirect.check(status=RefundStatus(row["stands"]), route=Route(row["route"]), to=to, consent=consent)
        became = redirect.first_status(to=to).value
    except Refused as refused:
        became = refused.code
    assert became == row["becomes"]


@pytest.mark.parametrize("row", tables.rows("tenders.md", first_column="issued"), ids=str)
def test_back_on_the_card_that_paid_as_documented(row: dict[str, str]) -> None:
    *currency, issued = row["issued"].split()
    owned = currency[0] if currency else "EUR"
    on_it, nothing = Money(int(row["on it now"]), owned), Money(0, owned)
    ends = NOW if row["the card"] == "lapsed" else None
    paid = Purse(Money(int(issued), owned), nothing, on_it, nothing, nothing, nothing, ends)
    refilled = paid.takes_back(amount=eur(int(row["goes back"])), now=NOW)
    assert row["becomes"] == ("refilled" if refilled else "new")


amounts = st.integers(0, 10_000)
some_payments = st.lists(st.builds(payment, st.sampled_from(PaymentKind), amounts), max_size=5).map(
    lambda found: [Payment(f"p{place}", one.kind, one.captured) for place, one in enumerate(found)]
)
some_outside = st.lists(
    st.builds(OutsideRefund, amounts.map(eur), st.none() | st.sampled_from(["p0", "p1", "p9"])), max_size=3
)


@given(some_payments, some_outside, st.lists(amounts, min_size=1, max_size=6), st.permutations(list(PaymentKind)))
@settings(max_examples=40)
def test_refunds_never_exceed_captured_less_refunded(
    payments: list[Payment], outside: list[OutsideRefund], wanted: list[int], order: list[PaymentKind]
) -> None:
    committed: dict[str, Money] = {}
    captured = total((one.captured for one in payments), currency="EUR")
    elsewhere = total((one.amount for one in outside), currency="EUR")
    for amount in wanted:
        left = tenders.payments_left(payments=payments, outside=outside, committed=committed, currency="EUR")
        split = tenders.split(amount=eur(amount), left=left, order=order)
        shared = total((share.amount for share in split.shares), currency="EUR")
        assert shared + split.uncovered == eur(amount)
        for share in split.shares:
            committed[share.payment.id] = committed.get(share.payment.id, eur(0)) + share.amount
    assert total(committed.values(), currency="EUR") <= (captured - elsewhere).at_least_zero()
    assert all(committed.get(one.id, eur(0)) <= one.captured for one in payments)


@given(some_payments, st.lists(amounts, max_size=5))
def test_what_is_left_is_used_up_before_anything_stays_uncovered(payments: list[Payment], wanted: list[int]) -> None:
    left = tenders.payments_left(payments=payments, outside=[], committed={}, currency="EUR")
    room = tenders.ceiling(left=left, currency="EUR")
    split = tenders.split(amount=eur(sum(wanted)), left=left)
    assert split.uncovered == (eur(sum(wanted)) - room).at_least_zero()


def test_the_code_of_a_credit_is_told_by_its_ending() -> None:
    card = Payment("p1", PaymentKind.GIFT_CARD, eur(100), "", "VLT-4F7K-9QPX")
    assert card.known_by() == "…9QPX"
    assert replace(card, kind=PaymentKind.CARD).known_by() == "VLT-4F7K-9QPX"
    assert replace(card, reference="").known_by() == "p1"
