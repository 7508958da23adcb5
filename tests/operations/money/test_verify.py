"""The books against the rows they were written for: a whole history verifies, and whatever is changed is found."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.db.models import Field, Model
from django.db.utils import IntegrityError

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.conftest import BASIS, back, card, eur, subject, wish
from tests.operations.money.test_promise import all_is_well
from volte.kit.errors import Conflict, Invalid, NotAllowed, NotFound
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.words import PaymentKind
from volte.money import checkouts, differences, sending, verify
from volte.money import operations as money
from volte.money.models import Checkout, Credit, CreditMovement, Entry, PaymentBalance, Posting, Promise, Refund
from volte.money.ports import CheckoutSeen, GatewayAnswer
from volte.money.rules.basis import SoldLine
from volte.money.rules.exchange import Discount
from volte.money.rules.outcomes import Outcome, Paying
from volte.money.rules.standing import OrderMoney
from volte.money.rules.tenders import Payment
from volte.money.rules.wish import Goodwill, RefundWish
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import OF_ROLE, Role

MORE = replace(BASIS, lines=(*BASIS.lines, SoldLine("T", 1, 5000, taxes=(Rate.parse("20 %"),))))
# What may be changed without the books noticing, since no amount hangs on it: ids, addresses, words, and what is learnt
# from outside (what was captured, the payment pages a person may have recorded another way). Every other column is
# changed below, in every row.
NO_MONEY = {
    "entry": {"id", "why"},
    "posting": {"id", "rates"},
    "promise": {"id", "key", "subject_kind", "subject_id", "units", "flags", "basis", "reduced"},
    "refund": {"id", "subject_kind", "subject_id", "payment_kind", "gateway", "reference", "round", "attempts",
               "gateway_refund", "failure", "unclear", "changed_at", "planned_at", "consent_at", "consent_by",
               "consent_words", "redirected_from_id"},
    "credit": {"id", "code", "expires_at", "bonus_expires_at", "warned_of", "blocked_at", "subject_kind", "subject_id"},
    "creditmovement": {"id"},
    "paymentbalance": {"id", "captured", "outside"},
}  # fmt: skip
OTHERWISE = {
    "shop_id": "%(other)s",
    "status": "CASE status WHEN 'succeeded' THEN 'failed' ELSE 'succeeded' END",
    "resolution": "CASE resolution WHEN 'exchange' THEN 'refund' ELSE 'exchange' END",
    "lines": "jsonb_set(lines, '{0,amount}', to_jsonb((lines->0->>'amount')::bigint + 1))",
    "sold": """regexp_replace(sold::text, '"gross": (.)', '"gross": 1\\1')::jsonb""",
    "due_payment": """due_payment || '{"captured": 1}'""",
    "draws": """draws || '{"elsewhere": 1}'""",
    "uuid": "gen_random_uuid()",
    "bigint": "{column} + 1",
    "timestamp with time zone": "coalesce({column}, now()) + interval '1 day'",
    "character varying": "'xyz'",
}
# A refund's route means nothing before it is paid; when a bank took a payment back, no row of ours knows; an exchange
# that drew and took nothing is bound to its order by nothing else.
ONLY_WHERE = {
    ("refund", "route"): "status = 'succeeded'",
    ("promise", "order_id"): "due_given_at IS NULL",
    ("promise", "due_paid_at"): "resolution = 'exchange'",
    ("promise", "sold"): "resolution = 'exchange'",
    ("promise", "due_payment"): "resolution = 'exchange'",
    ("entry", "at"): "reverses_id IS NULL",
}
MODELS: dict[str, type[Model]] = {
    str(one._meta.model_name): one for one in (Entry, Posting, Promise, Refund, Credit, CreditMovement, PaymentBalance)
}


@pytest.fixture
def history(owner: Actor, gateway: FakeGateway) -> UUID:
    """One of everything: money back and taken back, credit with a bonus, an exchange paid twice, a gesture."""
    gift = Payment("gc", PaymentKind.GIFT_CARD, eur(4000))
    order = OrderMoney(uuid4(), MORE, (gift, card(gateway.charge(amount=11690), 11690)))
    made = money.promise(by=owner, order=order, wish=wish(back("S", 1)), subject=subject(), key="r1")
    refund = made.refunds[0]
    sending.attempt(by=owner, refund_id=refund.id)
    failed = GatewayAnswer(Outcome.FAILED, "re_1", "account_closed")
    money.record_outcome(by=owner, refund_id=refund.id, key=f"volte-{refund.id}-1", answer=failed)
    money.record_payout(by=owner, refund_id=refund.id, reference="SEPA 1")
    bonus = Rate.parse("10 %")
    money.promise_credit(
        by=owner, order=order, wish=wish(back("S", 2)), subject=subject(), key="c1", bonuses={"itm": bonus}
    )
    swap = money.promise_exchange(
        by=owner, order=order, wish=wish(back("L", 1)), prices={"itm": eur(6000)}, discount=Discount.ENDS,
        subject=subject(), key="x1",
    )  # fmt: skip
    pages = [_page(owner, swap.id, swap.due) for _ in range(2)]
    for page in pages:
        checkouts.record_seen(by=owner, checkout_id=page, seen=CheckoutSeen(Paying.PAID, "pi"))
    let = money.promise_exchange(
        by=owner, order=order, wish=wish(back("T", 1)), prices={"itm": eur(6000)}, discount=Discount.ENDS,
        subject=subject(), key="x2",
    )  # fmt: skip
    differences.give_away(by=owner, order=order, promise_id=let.id, reason="sorry")
    credit = money.issue_credit(by=owner, amount=eur(700), subject=subject())
    money.spend_credit(by=owner, code=credit.code, amount=eur(300), key="k1")
    money.spend_credit(by=owner, code=credit.code, amount=eur(100), key="k2")
    money.unspend_credit(by=owner, code=credit.code, key="k2")
    again = Payment("p", PaymentKind.CREDIT, eur(300), "", credit.code)
    gesture = RefundWish(goodwill=Goodwill(eur(200), "sorry"))
    money.promise(by=owner, order=OrderMoney(uuid4(), BASIS, (again,)), wish=gesture, subject=subject(), key="g1")
    return credit.id


def _page(owner: Actor, promise_id: UUID, due: Money) -> UUID:
    with tenancy.entered(owner.shop_id):
        row = Checkout.objects.create(
            promise_id=promise_id, round=Checkout.objects.count() + 1, gateway="fake", amount=due.amount,
            currency=due.currency, status=Paying.OVER.value, opened_at=clock.now(), changed_at=clock.now(),
        )  # fmt: skip
        return row.id


def test_one_of_everything_verifies(owner: Actor, history: UUID) -> None:
    assert all_is_well(owner)
    with tenancy.entered(owner.shop_id):
        assert set(Entry.objects.values_list("kind", flat=True)) >= {
            "promised", "exchanged", "difference_paid", "difference_given", "paid_twice", "paid_out",
            "paid_out.reversed",
            "credit_issued", "credit_given", "credit_spent", "credit_unspent", "credit_refilled",
        }  # fmt: skip


@pytest.mark.parametrize("table", MODELS)
def test_every_column_that_bears_on_money_is_watched(owner: Actor, history: UUID, other_shop: UUID, table: str) -> None:
    with tenancy.entered(owner.shop_id), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        missed = []
        for field in MODELS[table]._meta.concrete_fields:
            if field.column in NO_MONEY[table]:
                continue
            where = ONLY_WHERE.get((table, field.column), "true")
            cursor.execute(f"SELECT id FROM volte_money_{table} WHERE {where} ORDER BY id")
            for (row_id,) in cursor.fetchall():
                if not _noticed(cursor, field, row_id, other_shop):
                    cursor.execute(f"SELECT mine::text FROM volte_money_{table} mine WHERE id = %s", [row_id])
                    missed.append((field.column, cursor.fetchone()))
    assert missed == []


def _noticed(cursor: Any, field: Field[Any, Any], row_id: UUID, other_shop: UUID) -> bool:
    """Is a row found of which one column was changed behind everybody's back, by the owner of the database?"""
    value = OTHERWISE.get(field.column) or OTHERWISE[_kind(str(field.db_type(connection)))]
    change = f"UPDATE {field.model._meta.db_table} SET {field.column} = {value} WHERE id = %(id)s"
    with suppress(IntegrityError), transaction.atomic():  # what the database refuses even its owner is watched, too
        cursor.execute("RESET ROLE; SET LOCAL session_replication_role = replica")
        cursor.execute(change.replace("{column}", field.column), {"id": row_id, "other": other_shop})
        cursor.execute("SET LOCAL ROLE volte_app")
        found = verify.ledger().discrepancies
        transaction.set_rollback(True)
        return bool(found)
    return True


def _kind(written: str) -> str:
    return written.partition("(")[0].replace("varchar", "character varying")


def test_a_break_says_which_entry_and_what_was_found_and_expected(owner: Actor, history: UUID) -> None:
    with tenancy.entered(owner.shop_id), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        entry = Entry.objects.filter(kind="credit_spent").earliest("id")
        cursor.execute("RESET ROLE; SET LOCAL session_replication_role = replica")
        cursor.execute(
            "UPDATE volte_money_posting SET account = 'goodwill' WHERE entry_id = %s AND amount < 0", [entry.id]
        )
        cursor.execute("SET LOCAL ROLE volte_app")
        found = {(one.where, one.books, one.rows) for one in verify.ledger().discrepancies}
    assert found == {
        (f"{entry.id} credit_spent {entry.id} credit_redeemed", eur(0), eur(-300)),
        (f"{entry.id} credit_spent {entry.id} goodwill", eur(-300), eur(0)),
    }


def test_an_entry_is_taken_back_once_and_that_back_again(owner: Actor, history: UUID) -> None:
    with tenancy.entered(owner.shop_id):
        entry = Entry.objects.get(kind="credit_given")
        before = _postings(entry.id)
    back = money.reverse_entry(by=owner, entry_id=entry.id, why=" twice by mistake ")
    with tenancy.entered(owner.shop_id):
        row = Entry.objects.get(id=back)
        assert (row.kind, row.reverses_id, row.why) == ("credit_given.reversed", entry.id, "twice by mistake")
        assert _postings(back) == {account: -amount for account, amount in before.items()}
        found = {one.what for one in verify.ledger().discrepancies}
        assert found == {"entry_postings", "credit_books", "credit_liability"}
    with pytest.raises(Conflict, match="entry_reversed"):
        money.reverse_entry(by=owner, entry_id=entry.id, why="again")
    again = money.reverse_entry(by=owner, entry_id=back, why="it was right")
    with tenancy.entered(owner.shop_id):
        assert (Entry.objects.get(id=again).kind, _postings(again)) == ("credit_given", before)
    assert all_is_well(owner)


def test_taking_back_needs_a_reason_an_entry_and_whoever_keeps_the_books(owner: Actor, history: UUID) -> None:
    with tenancy.entered(owner.shop_id):
        entry = Entry.objects.first()
    agent = replace(owner, permissions=OF_ROLE[Role.AGENT])
    with pytest.raises(NotAllowed):
        money.reverse_entry(by=agent, entry_id=entry.id, why="no")
    with pytest.raises(Invalid, match="reversal_needs_reason"):
        money.reverse_entry(by=owner, entry_id=entry.id, why=" ")
    with pytest.raises(NotFound, match="entry_unknown"):
        money.reverse_entry(by=owner, entry_id=uuid4(), why="no")


def _postings(entry_id: UUID) -> dict[str, int]:
    return {row.account: row.amount for row in Posting.objects.filter(entry_id=entry_id)}
