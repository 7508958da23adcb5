"""Whoever received it as a gift sends it back: they get credit, and neither learns anything of the other."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from tests import cast
from tests.conftest import open_shop
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.conftest import TODAY
from tests.operations.returns.test_journey import asked, key, react, received, see, shopper
from volte.catalogue import operations as catalogue
from volte.catalogue import queries as catalogue_queries
from volte.kit import time
from volte.kit.errors import NotAllowed, NotFound, Refused
from volte.kit.money import Money
from volte.kit.words import Method, Resolution
from volte.messages import queries as mails
from volte.money import queries as money
from volte.money import verify
from volte.money.rules.basis import paid_per_unit
from volte.money.rules.wish import RefundWish
from volte.policy import operations as policy
from volte.policy.rules import starter
from volte.project import wiring
from volte.returns import considering, gifts, operations, queries
from volte.returns.gifts import GiftView
from volte.returns.operations import Recipient
from volte.returns.rules.gifts import State
from volte.returns.rules.lifecycle import Act, Status
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor

__all__ = ["shopper"]
NOOR = Recipient("Noor Haddad", "Noor@Example.org")
# 49.99 less half of 10.00 off the line, less its share of 15.00 off the order; nothing of the way out.
PAID = 3856


def wanted(line: str = "l1", quantity: int = 1, reason: str = "too-small", method: Method = Method.DROP_OFF) -> Wanted:
    return Wanted((WantedItem(line, quantity, reason, resolution=Resolution.CREDIT),), method, "fr")


def gift_of(by: Actor, order: UUID, units: dict[str, int] | None = None, last_day: date | None = None) -> GiftView:
    made = operations.make_gift_code(by=by, order_id=order, units=units or {"l1": 1}, last_day=last_day)
    return again(by, made)


def again(by: Actor, gift_id: UUID) -> GiftView:
    with tenancy.entered(by.shop_id):
        return gifts.by_id(gift_id=gift_id)


def holder(gift: GiftView, by: Actor) -> Actor:
    return Actor.recipient(by.shop_id, order_id=gift.order_id, gift_id=gift.id, language="fr")


def sent_back(owner: Actor, gift: GiftView, asking: Wanted | None = None, who: Recipient = NOOR) -> UUID:
    by = holder(gift, owner)
    return operations.request_gift(by=by, gift_id=gift.id, wanted=asking or wanted(), recipient=who)


def settled(owner: Actor, return_id: UUID) -> queries.ReturnView:
    box = received(owner, see(owner, return_id))
    for unit in box.arrival.units:
        operations.inspect(by=key(owner), unit_id=unit.id, findings=())
    react()
    return see(owner, return_id)


def proven(owner: Actor) -> bool:
    with tenancy.entered(owner.shop_id):
        return not verify.ledger().discrepancies


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        work()
    return refused.value.code


def test_the_recipient_gets_what_was_paid_as_credit(owner: Actor, order: UUID, gateway: FakeGateway) -> None:
    gift = gift_of(owner, order)
    return_id = sent_back(owner, gift)
    view = see(owner, return_id)
    assert (view.status, view.email, view.customer_name) == (Status.APPROVED, "noor@example.org", "Noor Haddad")
    assert (view.customer_id, view.gift_id, view.value.amount) == (None, gift.id, PAID)
    view = settled(owner, return_id)
    assert view.status is Status.SETTLED
    with tenancy.entered(owner.shop_id):
        (credit,) = money.credits(subject_id=return_id)
        told = {mail.occasion.value: mail.to_address for mail in mails.mails_of(subject_id=return_id)}
    assert (credit.base.amount, credit.bonus.amount) == (PAID, 0), "nobody chose it over money: no bonus"
    assert set(told) == {"approved", "arrived", "credit_issued"} and set(told.values()) == {"noor@example.org"}
    assert not gateway.calls, "the buyer's payments are left alone"
    assert proven(owner)


TABLE = Path(__file__).parents[3] / "docs/algorithms/gift-returns.md"
ROWS = [
    tuple(cell.strip() for cell in row.strip("|").split("|"))
    for row in TABLE.read_text().splitlines()
    if row.startswith(("| l1", "| l2"))
]


@pytest.mark.parametrize(("line", "units", "paid", "credit"), ROWS)
def test_the_worked_table(owner: Actor, order: UUID, line: str, units: str, paid: str, credit: str) -> None:
    gift = gift_of(owner, order, {line: int(units)})
    return_id = sent_back(owner, gift, wanted(line, int(units)))
    settled(owner, return_id)
    with tenancy.entered(owner.shop_id):
        (given,) = money.credits(subject_id=return_id)
        bought = considering.order_money(catalogue_queries.order(order_id=order)).basis
    line_paid = paid_per_unit(order=bought).line(id=line).units(positions=range(1, int(units) + 1))
    assert (line_paid.gross.amount, given.base.amount) == (int(paid), int(credit))


def test_a_gesture_to_the_recipient_is_credit_too(owner: Actor, order: UUID, gateway: FakeGateway) -> None:
    return_id = sent_back(owner, gift_of(owner, order))
    operations.goodwill(by=owner, return_id=return_id, amount=Money(500, "EUR"), reason="Merci de votre patience")
    react()
    with tenancy.entered(owner.shop_id):
        (credit,) = money.credits(subject_id=return_id)
        assert [mail.occasion.value for mail in mails.mails_of(subject_id=return_id)] == ["approved", "credit_issued"]
    assert credit.base.amount == 500 and not gateway.calls
    view = see(owner, return_id)
    assert Act.REDUCE not in view.next_acts
    item = view.items[0].id
    assert (
        refusal(
            lambda: operations.reduce_price(
                by=owner, return_id=return_id, item_id=item, amount=Money(500, "EUR"), reason="x"
            )
        )
        == "return_not_possible_now"
    )


def test_a_unit_comes_back_once_whoever_is_first(owner: Actor, shopper: Actor, order: UUID) -> None:
    """Two dresses, one of them a gift: both orders, and neither is told of the other."""
    gift = gift_of(owner, order, {"l1": 2})
    sent_back(owner, gift)
    asked(shopper, order)
    assert refusal(lambda: sent_back(owner, gift)) == "gift_units_gone"
    assert refusal(lambda: asked(shopper, order)) == "units_not_left"
    with tenancy.entered(owner.shop_id):
        (mine,) = queries.of_order(order_id=order)
        assert mine.gift_id is None
        assert [view.gift_id for view in queries.page(order=order)] == [None]
        assert [view.gift_id for view in queries.page(order=order, gift=True)] == [gift.id]
        assert len(queries.page()) == 2


def test_the_money_of_both_is_the_money_of_the_order(owner: Actor, shopper: Actor, order: UUID) -> None:
    gift = gift_of(owner, order)
    first, second = sent_back(owner, gift), asked(shopper, order)
    settled(owner, first)
    settled(owner, second)
    with tenancy.entered(owner.shop_id):
        (refund,) = money.refunds(subject_id=second)
        standing = money.standing_seen(order=considering.order_money(catalogue_queries.order(order_id=order)))
        assert not standing.plan(wish=RefundWish()).lines
    assert refund.amount.amount + PAID <= 9688
    assert proven(owner)


def test_a_code_covers_its_units_and_no_others(owner: Actor, shopper: Actor, order: UUID) -> None:
    gift = gift_of(shopper, order)
    assert refusal(lambda: sent_back(owner, gift, wanted(quantity=2))) == "gift_units_gone"
    assert refusal(lambda: sent_back(owner, gift, wanted("l2"))) == "line_unknown"
    assert refusal(lambda: gift_of(shopper, order, {"l1": 2})) == "gift_units_covered"
    return_id = sent_back(owner, gift)
    assert again(owner, gift.id).asked == 1
    operations.cancel(by=holder(gift, owner), return_id=return_id)
    assert again(owner, gift.id).asked == 0
    sent_back(owner, gift)


def test_neither_reaches_what_is_the_others(owner: Actor, shopper: Actor, order: UUID) -> None:
    gift = gift_of(shopper, order)
    noor, theirs, mine = holder(gift, owner), sent_back(owner, gift), asked(shopper, order)
    for by, return_id in ((shopper, theirs), (noor, mine)):
        with pytest.raises(NotFound):
            operations.cancel(by=by, return_id=return_id)
        with pytest.raises(NotFound):
            operations.ask(by=by, return_id=return_id, text="?")
    for act in (
        lambda: operations.request(by=noor, order_id=order, wanted=wanted()),
        lambda: operations.make_gift_code(by=noor, order_id=order, units={}),
        lambda: operations.revoke_gift_code(by=noor, gift_id=gift.id),
        lambda: operations.cancel_units(by=noor, order_id=order, wanted=wanted()),
    ):
        with pytest.raises(NotAllowed):
            act()
    other = catalogue.take_in(by=owner, document=cast.order("1002")).order_id
    assert refusal(lambda: operations.make_gift_code(by=shopper, order_id=other, units={})) == "order_unknown"
    foreign = gift_of(owner, other)
    assert refusal(lambda: operations.revoke_gift_code(by=shopper, gift_id=foreign.id)) == "gift_unknown"
    with pytest.raises(NotFound):
        operations.request_gift(by=noor, gift_id=foreign.id, wanted=wanted(), recipient=NOOR)


def test_codes_end_and_are_taken_back(owner: Actor, shopper: Actor, order: UUID, other_shop: UUID) -> None:
    zone = "Europe/Paris"
    today = time.local_date(clock.now(), zone)
    gift = gift_of(shopper, order, last_day=today + timedelta(days=3))
    assert gift.code is not None and len(gift.code) == len("GF-ABCD-EFGH-JKLM")
    with tenancy.entered(owner.shop_id):
        for typed in (gift.code, gift.code.lower(), gift.code.replace("-", " "), gift.code.removeprefix("GF-")):
            assert gifts.by_code(typed=typed).id == gift.id
        for typed in ("", "GF-AAAA-AAAA-AAAA", "x" * 300):
            assert refusal(lambda typed=typed: gifts.by_code(typed=typed)) == "gift_unknown"
    with tenancy.entered(other_shop):
        assert refusal(lambda: gifts.by_code(typed=gift.code)) == "gift_unknown"
    with clock.at(clock.now() + timedelta(days=4)), tenancy.entered(owner.shop_id):
        assert refusal(lambda: gifts.by_code(typed=gift.code)) == "gift_expired"
        assert refusal(lambda: sent_back(owner, gift)) == "gift_expired"
    return_id = sent_back(owner, gift)
    operations.revoke_gift_code(by=shopper, gift_id=gift.id)
    operations.revoke_gift_code(by=owner, gift_id=gift.id)
    with tenancy.entered(owner.shop_id):
        assert gifts.by_id(gift_id=gift.id).state is State.REVOKED
        assert refusal(lambda: gifts.by_code(typed=gift.code)) == "gift_revoked"
    assert settled(owner, return_id).status is Status.SETTLED, "what was asked for goes on"
    for day in (today - timedelta(days=1), today + timedelta(days=2000)):
        assert refusal(lambda day=day: gift_of(shopper, order, {"l2": 1}, last_day=day)) == "gift_days"


def test_too_late_is_a_refused_return_that_says_why(owner: Actor, order: UUID) -> None:
    gift = gift_of(owner, order)
    with clock.at(clock.now() + timedelta(days=60)):
        view = see(owner, sent_back(owner, gift))
        assert view.status is Status.REFUSED
        assert view.items[0].sentence is not None and view.items[0].sentence.code == "policy-refused-late"
        assert again(owner, gift.id).asked == 0
        other = sent_back(owner, gift)
        operations.approve(by=owner, return_id=other, reason="Noël")
        assert see(owner, other).status is Status.APPROVED
        assert refusal(lambda: operations.approve(by=owner, return_id=view.id)) == "gift_units_gone"


def test_what_is_missing_of_the_recipient_is_named(owner: Actor, order: UUID) -> None:
    gift = gift_of(owner, order)
    assert refusal(lambda: sent_back(owner, gift, who=Recipient(" ", "noor@example.org"))) == "gift_needs_name"
    assert refusal(lambda: sent_back(owner, gift, who=Recipient("Noor", "noor"))) == "gift_needs_email"
    asking = wanted(method=Method.PICKUP)
    assert refusal(lambda: sent_back(owner, gift, asking)) in ("gift_needs_address", "method_not_offered")


def test_a_business_is_told_on_a_corrected_invoice_so_it_has_no_gift_codes(owner: Actor) -> None:
    document = cast.order("1003")
    document["customer"] |= {"kind": "business"}
    order = catalogue.take_in(by=owner, document=document).order_id
    assert refusal(lambda: gift_of(owner, order)) == "gift_business"


def test_what_cost_nothing_is_worth_nothing(owner: Actor, order: UUID) -> None:
    document = cast.order("1004", discounts=[], payments=[], shipping=None)
    document["lines"] = [document["lines"][0] | {"unit_price": 0, "discount": 0}]
    document["shipments"][0]["lines"] = document["shipments"][0]["lines"][:1]
    free = catalogue.take_in(by=owner, document=document).order_id
    gift = gift_of(owner, free)
    assert refusal(lambda: sent_back(owner, gift)) == "gift_worth_nothing"


def test_the_decision_knows_nothing_of_the_buyer(owner: Actor, order: UUID) -> None:
    gift = gift_of(owner, order)
    with tenancy.entered(owner.shop_id):
        considered = considering.consider(order_id=gift.order_id, wanted=wanted(), as_gift=True)
        (item,) = considered.items
        customer = item.facts.customer
        assert (customer.tags, customer.return_rate, customer.tier) == (frozenset(), None, None)
        assert [one.resolution for one in item.decision.resolutions] == [Resolution.CREDIT]
        assert len(item.judged.resolutions) > 1, "the record keeps what the rules said"


@pytest.mark.django_db(transaction=True)
def test_many_hands_with_one_code_and_the_buyer_bring_back_each_unit_once() -> None:
    by = Actor.system(open_shop("maison"))
    wiring.connect()
    with clock.at(datetime(2026, 1, 1, tzinfo=UTC)):
        text = starter.default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))
        policy.publish(by=by, document_text=text)
    with clock.at(TODAY):
        order = catalogue.take_in(by=by, document=cast.order()).order_id
        gift = gift_of(by, order, {"l1": 1})
    camille = Actor.shopper(by.shop_id, order_id=order, language="fr")
    hands, start = 6, Barrier(6)

    def one(hand: int) -> str:
        start.wait()
        try:
            with clock.at(TODAY):
                return str(sent_back(by, gift) if hand % 2 else asked(camille, order))
        except Refused as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(hands) as pool:
        answers = list(pool.map(one, range(hands)))
    with tenancy.entered(by.shop_id):
        given = [view for view in queries.page(gift=True)]
        line = catalogue_queries.order(order_id=order).line(id="l1")
    assert len(given) <= 1, "the code covers one unit, however many hold it"
    assert line is not None and line.units_left == 0
    assert sum(answer in ("gift_units_gone", "units_not_left") for answer in answers) == hands - 2
