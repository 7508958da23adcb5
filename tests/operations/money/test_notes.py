"""Credit notes are numbered without gaps, once for each promise, whatever happens in between."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from tests import cast
from tests.conftest import open_shop
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.conftest import back, card, eur, subject, wish
from tests.rules.money import tables
from volte.catalogue import operations as catalogue
from volte.kit.rates import Rate
from volte.money import operations as money
from volte.money import verify
from volte.money.models import CreditNote, CreditNoteSeries
from volte.money.notes import issuing, queries, sweeping
from volte.money.notes.drafting import Waits
from volte.money.rules.basis import OrderBasis, SoldLine, SoldShipping
from volte.money.rules.credit_note import Category
from volte.money.rules.standing import OrderMoney
from volte.money.rules.wish import Goodwill, RefundWish
from volte.runtime import clock, shops, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent

COMPANY: dict[str, Any] = {
    "name": "Maison Test SAS",
    "line1": "3 rue du Quai",
    "postcode": "69007",
    "city": "Lyon",
    "siren": "802954784",
    "vat_id": "FR23802954784",
    "notes_from": "2026-01-01",
}
BUSINESS = {"id": "b1", "email": "achats@example.com", "name": "Optique du Lac", "kind": "business"}
TWENTY = (Rate.parse("20 %"),)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today(request: pytest.FixtureRequest) -> Iterator[None]:
    with clock.at(NOON):
        yield


def company(by: Actor, **changes: Any) -> None:
    shops.change_settings(by=by, changes={"entity": {**COMPANY, **changes}})


def bought(by: Actor, gateway: FakeGateway, number: str = "1001", **document: Any) -> OrderMoney:
    """An order of the cast, as money sees it."""
    taken = catalogue.take_in(by=by, document=cast.order(number, **document))
    lines = (SoldLine("l1", 2, 4999, taxes=TWENTY), SoldLine("l2", 1, 1500, taxes=TWENTY))
    basis = OrderBasis("EUR", lines, shipping=SoldShipping(690, 490, taxes=TWENTY))
    paid = card(gateway.charge(amount=12188), 12188)
    return OrderMoney(taken.order_id, basis, (paid,))


def promised(by: Actor, order: OrderMoney, key: str, *units: Any) -> UUID:
    made = money.promise(by=by, order=order, wish=wish(*units or (back("l2", 1),)), subject=subject(), key=key)
    return made.id


def gestures(by: Actor, order: OrderMoney, count: int) -> list[UUID]:
    """So many promises of one order."""
    extra = RefundWish(goodwill=Goodwill(eur(100), "sorry"))
    return [money.promise(by=by, order=order, wish=extra, subject=subject(), key=f"g{one}").id for one in range(count)]


def numbers(by: Actor) -> list[str]:
    with tenancy.entered(by.shop_id):
        return list(CreditNote.objects.order_by("place").values_list("number", flat=True))


def wrong(by: Actor) -> list[str]:
    with tenancy.entered(by.shop_id):
        return [one.what for one in verify.ledger().discrepancies]


def test_a_note_says_what_goes_back(owner: Actor, gateway: FakeGateway) -> None:
    company(owner)
    order = bought(owner, gateway)
    made = issuing.issue(by=owner, promise_id=promised(owner, order, "r1", back("l1", 1), back("l2", 1)))
    assert made is not None
    with tenancy.entered(owner.shop_id):
        view = queries.note(note_id=made)
        event = OutboxEvent.objects.get(kind="credit_note.issued").data
    draft = view.draft
    assert (view.number, view.paper, view.issued_on) == ("AV-2026-000001", "receipt", date(2026, 11, 22))
    assert draft.buyer is None, "a consumer's receipt has no name that would have to be erased"
    assert draft.gross() == eur(4999 + 1500 + 277)
    assert [(row.title, row.quantity) for row in draft.rows][:2] == [("Robe Inès", 1), ("Tasse", 1)]
    assert [(one.category, one.rate.written(), one.net + one.tax) for one in draft.by_rate()] == [
        (Category.STANDARD, "20 %", draft.gross().amount)
    ]
    assert draft.tax() == eur(833 + 250 + 46)
    assert (event["number"], event["amount"], event["paper"]) == ("AV-2026-000001", draft.gross().amount, "receipt")


def test_the_same_promise_gives_the_same_note(owner: Actor, gateway: FakeGateway) -> None:
    company(owner)
    promise = promised(owner, bought(owner, gateway), "r1")
    assert issuing.issue(by=owner, promise_id=promise) == issuing.issue(by=owner, promise_id=promise)
    assert numbers(owner) == ["AV-2026-000001"]


def test_nothing_is_due_without_a_company_before_its_day_or_for_nothing(owner: Actor, gateway: FakeGateway) -> None:
    order = bought(owner, gateway)
    before = promised(owner, order, "r1")
    nothing = promised(owner, order, "r2")
    assert issuing.issue(by=owner, promise_id=before) is None
    company(owner, notes_from="2026-11-23")
    assert issuing.issue(by=owner, promise_id=before) is None
    company(owner)
    assert issuing.issue(by=owner, promise_id=nothing) is None
    assert sweeping.sweep(by=owner) == 1
    assert numbers(owner) == ["AV-2026-000001"]
    assert wrong(owner) == []


def test_a_business_waits_for_the_number_of_its_invoice(owner: Actor, gateway: FakeGateway) -> None:
    company(owner)
    order = bought(owner, gateway, customer=BUSINESS)
    promise = promised(owner, order, "r1")
    assert issuing.issue(by=owner, promise_id=promise) is None
    with tenancy.entered(owner.shop_id):
        assert [(one.promise_id, one.why) for one in queries.waiting()] == [(promise, Waits.INVOICE)]
    assert wrong(owner) == [], "what waits with a reason is no fault of the books"
    catalogue.take_in(by=owner, document=cast.order(customer=BUSINESS, invoice={"number": "F-2026-17"}))
    sweeping.sweep(by=owner)
    with tenancy.entered(owner.shop_id):
        assert queries.waiting() == ()
        (view,) = queries.notes(limit=10)
    assert (view.paper, view.draft.bought.invoice_number) == ("credit_note", "F-2026-17")
    assert view.draft.buyer is not None and view.draft.buyer.name == "Optique du Lac"


def test_each_year_counts_for_itself_and_no_day_steps_back(owner: Actor, gateway: FakeGateway) -> None:
    company(owner)
    made = gestures(owner, bought(owner, gateway), 4)
    table = tables.rows("credit-notes.md", first_column="moment (UTC)")
    for row, promise in zip(table, made, strict=True):
        with clock.at(datetime.fromisoformat(f"{row['moment (UTC)'].partition(' (')[0]}+00:00")):
            issuing.issue(by=owner, promise_id=promise)
    with tenancy.entered(owner.shop_id):
        found = list(CreditNote.objects.order_by("id").values_list("number", "issued_on"))
    assert found == [(row["number"], date.fromisoformat(row["issued on"])) for row in table]


def test_another_company_counts_for_itself_and_needs_a_prefix_of_its_own(owner: Actor, gateway: FakeGateway) -> None:
    company(owner)
    made = gestures(owner, bought(owner, gateway), 3)
    issuing.issue(by=owner, promise_id=made[0])
    company(owner, siren="", vat_id="DE123456789", country="DE")
    assert issuing.issue(by=owner, promise_id=made[1]) is None
    with tenancy.entered(owner.shop_id):
        assert {one.why for one in queries.waiting()} == {Waits.PREFIX}
    company(owner, siren="", vat_id="DE123456789", country="DE", note_prefix="GS")
    sweeping.sweep(by=owner)
    assert sorted(numbers(owner)) == ["AV-2026-000001", "GS-2026-000001", "GS-2026-000002"]


def test_two_shops_of_one_company_never_write_the_same_number(owner: Actor, gateway: FakeGateway) -> None:
    company(owner)
    issuing.issue(by=owner, promise_id=promised(owner, bought(owner, gateway), "r1"))
    other = Actor.system(open_shop("autre"))
    company(other)
    promise = promised(other, bought(other, gateway, "2001"), "r1")
    assert issuing.issue(by=other, promise_id=promise) is None
    company(other, note_prefix="AV2")
    assert issuing.issue(by=other, promise_id=promise) is not None
    assert (numbers(owner), numbers(other)) == (["AV-2026-000001"], ["AV2-2026-000001"])


REFUSED = {
    "a gap": "UPDATE volte_money_creditnoteseries SET last = last + 2",
    "counting down": "UPDATE volte_money_creditnoteseries SET last = last - 1",
    "a day before": "UPDATE volte_money_creditnoteseries SET last = last + 1, last_on = last_on - 1",
    "another company": "UPDATE volte_money_creditnoteseries SET entity = 'x'",
    "a series less": "DELETE FROM volte_money_creditnoteseries",
    "a note less": "DELETE FROM volte_money_creditnote",
    "another amount": "UPDATE volte_money_creditnote SET net = net + 1",
    "another name": "UPDATE volte_money_creditnote SET document = '{}'",
    "a note twice": "INSERT INTO volte_money_creditnote SELECT (jsonb_populate_record(n, jsonb_build_object("
    "'id', gen_random_uuid(), 'promise_id', gen_random_uuid(), 'place', 2, 'number', 'x'))).*"
    " FROM volte_money_creditnote n",
}


@pytest.mark.parametrize("change", REFUSED.values(), ids=list(REFUSED))
def test_the_database_refuses(owner: Actor, gateway: FakeGateway, change: str) -> None:
    company(owner)
    issuing.issue(by=owner, promise_id=promised(owner, bought(owner, gateway), "r1"))
    with tenancy.entered(owner.shop_id), pytest.raises(IntegrityError), transaction.atomic():
        connection.cursor().execute(change)


def test_a_number_counted_without_a_note_is_refused_in_the_end(owner: Actor, gateway: FakeGateway) -> None:
    company(owner)
    issuing.issue(by=owner, promise_id=promised(owner, bought(owner, gateway), "r1"))
    refused = pytest.raises(IntegrityError, match="without a credit note")
    with tenancy.entered(owner.shop_id), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE volte_money_creditnoteseries SET last = last + 1")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_files_come_later_and_once(owner: Actor, gateway: FakeGateway) -> None:
    company(owner)
    made = issuing.issue(by=owner, promise_id=promised(owner, bought(owner, gateway), "r1"))
    with tenancy.entered(owner.shop_id):
        assert CreditNote.objects.filter(id=made).update(pdf="a" * 64) == 1
        with pytest.raises(IntegrityError), transaction.atomic():
            CreditNote.objects.filter(id=made).update(pdf="b" * 64)


BROKEN = {
    "credit_note_numbers": "DELETE FROM volte_money_creditnote WHERE place = 2",
    "credit_note_days": "UPDATE volte_money_creditnote SET issued_on = '2026-11-01' WHERE place = 3",
    "credit_note_total": "UPDATE volte_money_creditnote SET net = net + 1, tax = tax - 1 WHERE place = 1",
    "credit_note_rows": "UPDATE volte_money_creditnote SET document = jsonb_set(document, '{rows,0,net}', '1')",
}


@pytest.mark.parametrize("what", BROKEN)
def test_verify_finds_what_somebody_broke_behind_the_triggers(owner: Actor, gateway: FakeGateway, what: str) -> None:
    company(owner)
    for promise in gestures(owner, bought(owner, gateway), 3):
        issuing.issue(by=owner, promise_id=promise)
    assert wrong(owner) == []
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("RESET ROLE")
        cursor.execute("ALTER TABLE volte_money_creditnote DISABLE TRIGGER USER")
        cursor.execute(BROKEN[what])
        cursor.execute("ALTER TABLE volte_money_creditnote ENABLE TRIGGER USER")
    assert what in wrong(owner)


def test_verify_misses_a_note_once_it_is_late(owner: Actor, gateway: FakeGateway) -> None:
    company(owner)
    promised(owner, bought(owner, gateway), "r1")
    assert wrong(owner) == []
    with clock.at(NOON + timedelta(hours=3)):
        assert wrong(owner) == ["credit_note_missing"]
        sweeping.sweep(by=owner)
        assert wrong(owner) == []


HANDS = 12


@pytest.mark.serial
@pytest.mark.django_db(transaction=True)
def test_many_hands_leave_no_gap_and_write_nothing_twice(gateway: FakeGateway) -> None:
    """Each promise is written by two hands at once, and every third transaction fails after it has counted."""
    by = Actor.system(open_shop("maison"))
    company(by)
    made = gestures(by, bought(by, gateway), 18)
    start = Barrier(HANDS)

    def work(hand: int) -> None:
        start.wait()
        try:
            for place, promise in enumerate(made[hand % 2 :: 2] if hand % 3 else made):
                _maybe(promise, fails=(place + hand) % 3 == 0)
        finally:
            connection.close()

    def _maybe(promise: UUID, *, fails: bool) -> None:
        with clock.at(NOON):
            try:
                with transaction.atomic(), tenancy.entered(by.shop_id):
                    issuing.issue(by=by, promise_id=promise)
                    if fails:
                        raise ZeroDivisionError
            except ZeroDivisionError:
                return

    with ThreadPoolExecutor(HANDS) as hands:
        list(hands.map(work, range(HANDS)))
    sweeping.sweep(by=by)
    assert numbers(by) == [f"AV-2026-{place:06d}" for place in range(1, 19)]
    with tenancy.entered(by.shop_id):
        assert CreditNote.objects.values("promise_id").distinct().count() == 18
        assert CreditNoteSeries.objects.get().last == 18
    assert wrong(by) == []
