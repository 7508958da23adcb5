"""Refunds that wait for a bank transfer go into a file the bank takes: each into one only, and back out of it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier
from uuid import UUID, uuid4

import pytest
import sepaxml
from django.db import connection
from lxml import etree

from tests.conftest import open_shop, shop_today
from tests.operations.money.conftest import BASIS, back, eur, subject, wish
from tests.operations.money.test_promise import all_is_well, told
from volte.kit.errors import Conflict, Invalid, NotAllowed
from volte.kit.money import Money
from volte.kit.words import PaymentKind
from volte.money import forgetting, verify
from volte.money import operations as money
from volte.money import queries as refunds
from volte.money.models import BankAccount, Refund, TransferBatch
from volte.money.queries import RefundView
from volte.money.rules import bank_account, transfer
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.redirect import Consent, GivenBy
from volte.money.rules.standing import OrderMoney
from volte.money.rules.tenders import Payment, Route
from volte.money.rules.transfer import Batched, Obstacle, Rejection
from volte.money.transfers import making, pain, queries
from volte.runtime import shops, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import OF_ROLE, Role

OURS = "FR7630006000011234567890189"
ZOE = bank_account.account(holder="Zoé Œuvrard-Müller", iban="DE89 3704 0044 0532 0130 00")
XSD = etree.XMLSchema(etree.parse(Path(sepaxml.__file__).parent / "schemas/pain.001.001.09.xsd"))
NS = {"p": pain.NAMESPACE}


def named(by: Actor) -> None:
    bank = {"holder": "Maison Test SAS", "iban": OURS, "bic": "AGRIFRPP"}
    shops.change_settings(by=Actor.system(by.shop_id), changes={"money": {"bank": bank}})


def waits(by: Actor, amount: int = 4900, *, account: bank_account.Account | None = ZOE) -> RefundView:
    """A refund of an order paid on delivery."""
    paid = Payment("cod", PaymentKind.CASH_ON_DELIVERY, eur(amount))
    order = OrderMoney(uuid4(), BASIS, (paid,))
    made = money.promise(
        by=by, order=order, wish=wish(back("S", 1, 2), back("L", 1)), subject=subject(), key=str(order.id)
    )
    (refund,) = made.refunds
    if account is not None:
        money.give_bank_account(by=by, refund_id=refund.id, account=account)
    return refund


def now(by: Actor, refund: RefundView) -> RefundView:
    with tenancy.entered(by.shop_id):
        return refunds.refund(refund_id=refund.id)


def content(by: Actor, batch_id: UUID) -> bytes:
    return queries.file(by=by, batch_id=batch_id)


def found(file: bytes, path: str) -> list[str]:
    return [str(one.text) for one in etree.fromstring(file).iterfind(path, NS)]


@pytest.fixture
def bank(owner: Actor) -> Actor:
    named(owner)
    return owner


def test_the_file_is_what_banks_take(bank: Actor) -> None:
    first, second = waits(bank), waits(bank, 123)
    made = making.make_batch(by=bank)
    assert (made.number, made.count, made.amount, made.status) == (1, 2, eur(5023), Batched.MADE)
    file = content(bank, made.id)
    XSD.assertValid(etree.fromstring(file))
    assert found(file, ".//p:NbOfTxs") == ["2", "2"]
    assert found(file, ".//p:CtrlSum") == ["50.23", "50.23"]
    assert found(file, ".//p:InstdAmt") == ["49.00", "1.23"]
    assert found(file, ".//p:Cdtr/p:Nm") == ["Zoe Oeuvrard-Muller"] * 2
    assert found(file, ".//p:CdtrAcct/p:Id/p:IBAN") == ["DE89370400440532013000"] * 2
    assert found(file, ".//p:DbtrAcct/p:Id/p:IBAN") == [OURS]
    ends = found(file, ".//p:EndToEndId")
    assert ends == [transfer.end_to_end(first.id), transfer.end_to_end(second.id)]
    assert all(len(one) <= 35 and one.startswith("rfd-") for one in ends)
    assert found(file, ".//p:Ustrd")[0] == f"Remboursement Maison Test {ends[0]}"
    assert all_is_well(bank)


def test_it_is_the_same_file_each_time_and_nobody_reads_it_in_the_rows(bank: Actor) -> None:
    waits(bank)
    made = making.make_batch(by=bank)
    assert content(bank, made.id) == content(bank, made.id)
    with tenancy.entered(bank.shop_id):
        row = TransferBatch.objects.get()
        assert "DE89" not in row.sealed
        assert row.debtor_shown == "FR •••• 0189"
        TransferBatch.objects.update(digest="0" * 64)
    with pytest.raises(Conflict, match="transfers_file_gone"):
        content(bank, made.id)


def test_each_refund_is_in_one_file(bank: Actor) -> None:
    first = waits(bank)
    making.make_batch(by=bank)
    with pytest.raises(Conflict, match="transfers_none"):
        making.make_batch(by=bank)
    second = waits(bank)
    with pytest.raises(Conflict, match="transfer_not_ready"):
        making.make_batch(by=bank, refund_ids=[first.id, second.id])
    assert making.make_batch(by=bank, refund_ids=[second.id]).number == 2


def test_what_is_in_a_file_is_paid_no_other_way(bank: Actor) -> None:
    refund = waits(bank)
    making.make_batch(by=bank)
    with pytest.raises(Conflict, match="refund_in_batch"):
        money.record_payout(by=bank, refund_id=refund.id, reference="VIR 1")
    with pytest.raises(Conflict, match="refund_in_batch"):
        money.give_bank_account(by=bank, refund_id=refund.id, account=replace(ZOE, iban=OURS))


def test_executed_every_refund_has_left(bank: Actor) -> None:
    refund = waits(bank)
    made = making.make_batch(by=bank)
    today = shop_today()
    for wrong in (today + timedelta(days=2), today - timedelta(days=2)):
        with pytest.raises(Invalid, match="transfers_executed_when"):
            making.record_execution(by=bank, batch_id=made.id, on=wrong)
    making.record_execution(by=bank, batch_id=made.id, on=today)
    paid = now(bank, refund)
    assert (paid.status, paid.gateway_refund) == (RefundStatus.SUCCEEDED, transfer.end_to_end(refund.id))
    with tenancy.entered(bank.shop_id):
        assert [one["route"] for one in told("refund.succeeded")] == ["bank_transfer"]
        assert told("transfers.executed")[0]["executed_on"] == today.isoformat()
    for act in (lambda: making.record_execution(by=bank, batch_id=made.id, on=today), lambda: _cancel(bank, made.id)):
        with pytest.raises(Conflict, match="transfers_not_open"):
            act()
    assert all_is_well(bank)


def test_cancelled_its_transfers_wait_again(bank: Actor) -> None:
    refund = waits(bank)
    made = making.make_batch(by=bank)
    _cancel(bank, made.id)
    with pytest.raises(Conflict, match="transfers_file_gone"):
        content(bank, made.id)
    again = making.make_batch(by=bank)
    with tenancy.entered(bank.shop_id):
        assert [one.refund.id for one in queries.transfers(batch_id=again.id)] == [refund.id]
        assert queries.transfers(batch_id=made.id) == ()
    assert all_is_well(bank)


@pytest.mark.parametrize("executed", [True, False])
def test_one_the_bank_sends_back_is_owed_again_and_goes_another_way(bank: Actor, executed: bool) -> None:
    refund, other = waits(bank), waits(bank, 300)
    made = making.make_batch(by=bank)
    today = shop_today()
    if executed:
        making.record_execution(by=bank, batch_id=made.id, on=today)
    making.record_rejection(by=bank, refund_id=refund.id, reason=Rejection.AC04)
    if not executed:
        making.record_execution(by=bank, batch_id=made.id, on=today)
    failed = now(bank, refund)
    assert (failed.status, failed.failure) == (RefundStatus.FAILED, "AC04")
    assert now(bank, other).status is RefundStatus.SUCCEEDED
    with pytest.raises(Conflict, match="transfer_not_sent"):
        making.record_rejection(by=bank, refund_id=refund.id, reason=Rejection.AC04)
    assert all_is_well(bank)
    consent = Consent(GivenBy.STAFF, "He gave his new account on the phone.")
    new = money.redirect_refund(
        by=bank, refund_id=refund.id, route=Route.BANK_TRANSFER, consent=consent, account=replace(ZOE, iban=OURS)
    )
    again = making.make_batch(by=bank)
    assert found(content(bank, again.id), ".//p:EndToEndId") == [transfer.end_to_end(new.id)]
    assert all_is_well(bank)


def test_what_cannot_go_into_a_file_is_paid_by_hand(bank: Actor) -> None:
    tunisian = bank_account.account(holder="Zoé", iban="TN59 1000 6035 1835 9847 8831")
    greek = bank_account.account(holder="Ζωή", iban=OURS)
    made = [waits(bank, account=None), waits(bank, account=tunisian), waits(bank, account=greek)]
    with tenancy.entered(bank.shop_id):
        seen = {one.refund.id: (one.obstacle, one.account) for one in queries.waiting()}
    assert [seen[one.id] for one in made] == [
        (Obstacle.NO_ACCOUNT, ""),
        (Obstacle.AREA, "TN •••• 8831"),
        (Obstacle.LETTERS, "FR •••• 0189"),
    ]
    assert transfer.obstacle(amount=Money(100, "CHF"), account=ZOE) is Obstacle.CURRENCY
    with pytest.raises(Conflict, match="transfers_none"):
        making.make_batch(by=bank)
    for one in made:
        money.record_payout(by=bank, refund_id=one.id, reference="VIR 1")
    assert all_is_well(bank)


def test_a_file_needs_an_account_a_day_and_the_right(owner: Actor) -> None:
    waits(owner)
    with pytest.raises(Conflict, match="transfers_need_account"):
        making.make_batch(by=owner)
    named(owner)
    for day in (date(2020, 1, 1), shop_today() + timedelta(days=100)):
        with pytest.raises(Invalid, match="transfers_day"):
            making.make_batch(by=owner, execute_on=day)
    agent = replace(owner, permissions=OF_ROLE[Role.AGENT])
    with pytest.raises(NotAllowed):
        making.make_batch(by=agent)


def test_who_is_forgotten_is_in_no_file(bank: Actor) -> None:
    refund = waits(bank)
    made = making.make_batch(by=bank)
    making.record_execution(by=bank, batch_id=made.id, on=shop_today())
    forgetting.forget_words(by=bank, subject_ids=[refund.subject_id])
    with tenancy.entered(bank.shop_id):
        assert not BankAccount.objects.exists()
        assert not queries.batch(batch_id=made.id).file
    with pytest.raises(Conflict, match="transfers_file_gone"):
        content(bank, made.id)


@pytest.mark.parametrize("executed", [True, False])
def test_who_is_forgotten_while_the_bank_still_has_to_read_the_file_leaves_it_when_it_closes(
    bank: Actor, executed: bool
) -> None:
    refund = waits(bank)
    waits(bank)
    made = making.make_batch(by=bank)
    forgetting.forget_words(by=bank, subject_ids=[refund.subject_id])
    assert b"Oeuvrard" in content(bank, made.id)
    if executed:
        making.record_execution(by=bank, batch_id=made.id, on=shop_today())
    else:
        making.cancel_batch(by=bank, batch_id=made.id)
    with tenancy.entered(bank.shop_id):
        assert TransferBatch.objects.get(id=made.id).sealed == ""


def test_a_file_of_people_nobody_forgot_stays_once_it_is_executed(bank: Actor) -> None:
    waits(bank)
    made = making.make_batch(by=bank)
    making.record_execution(by=bank, batch_id=made.id, on=shop_today())
    assert content(bank, made.id)


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("Renée d’Été & Fils", "Renee d'Ete + Fils"),
        ("Łukasz Straße", "Lukasz Strasse"),
        ("A\u0000<script>", "A script"),
        ("x" * 200, "x" * 70),
    ],
)
def test_names_as_banks_write_them(written: str, latin: str) -> None:
    assert transfer.latin(written) == latin


@pytest.mark.serial
@pytest.mark.django_db(transaction=True)
def test_files_made_at_once_share_no_refund() -> None:
    by = Actor.system(open_shop("maison"))
    named(by)
    for place in range(12):
        waits(by, 100 + place)
    hands, start = 6, Barrier(6)

    def one(hand: int) -> str:
        start.wait()
        try:
            return str(making.make_batch(by=by).count)
        except Conflict as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(hands) as pool:
        made = list(pool.map(one, range(hands)))
    assert sorted(made) == ["12", *["transfers_none"] * (hands - 1)]
    with tenancy.entered(by.shop_id):
        assert Refund.objects.exclude(batch=None).count() == 12
        assert verify.ledger().discrepancies == ()


def _cancel(by: Actor, batch_id: UUID) -> None:
    making.cancel_batch(by=by, batch_id=batch_id)
