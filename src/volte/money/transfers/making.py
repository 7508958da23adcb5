"""The life of a batch: made, then executed or cancelled; and one transfer the bank sends back."""

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef

from volte.kit import ids, time
from volte.kit.errors import Conflict, Invalid
from volte.kit.money import Money, total
from volte.kit.text import message
from volte.money import sending
from volte.money.events import TransfersBatched, TransfersCancelled, TransfersExecuted
from volte.money.models import BankAccount, Refund, TransferBatch
from volte.money.rules import bank_account, transfer
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.transfer import Batch, Batched, Debtor, Rejection, Transfer
from volte.money.transfers import pain, queries
from volte.money.transfers.queries import BatchView
from volte.runtime import clock, sealing, shop_settings, sql, texts
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import ShopSettings

_FURTHEST = timedelta(days=90)
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('volte_money_transfers:' || %s::text, 0))"


@operation(Permission.MONEY_BOOKS)
def make_batch(*, by: Actor, execute_on: date | None = None, refund_ids: Sequence[UUID] | None = None) -> BatchView:
    """Put every transfer that can go into a file, or these, into one for the bank to execute on this day (today).

    Refuses `transfers_need_account`, `transfers_day`, `transfers_none`, `transfer_not_ready`.
    """
    settings = shop_settings.of_shop(by.shop_id)
    if settings.money.bank is None:
        raise Conflict("transfers_need_account")
    today = time.local_date(clock.now(), settings.timezone)
    day = execute_on or today
    if not today <= day <= today + _FURTHEST:
        raise Invalid("transfers_day", first=today, last=today + _FURTHEST)
    sql.run(_ONE_AT_A_TIME, [by.shop_id])
    found = _wanted(queries.ready(), refund_ids)
    row = _written(settings, day, found)
    batched = Refund.objects.filter(id__in=[one.refund_id for one in found], batch=None)
    if batched.filter(status=RefundStatus.MANUAL.value).update(batch=row) != len(found):
        raise Conflict("transfers_moved_on")
    announce(TransfersBatched(row.id, row.number, row.count, row.amount, transfer.CURRENCY), subject_id=row.id)
    return queries.batch_view(row=row)


@operation(Permission.MONEY_BOOKS)
def cancel_batch(*, by: Actor, batch_id: UUID) -> None:
    """The bank will not get this file, or has refused all of it: its transfers wait again, and the file is erased."""
    _close(batch_id, Batched.CANCELLED, sealed="")
    freed = Refund.objects.filter(batch_id=batch_id, status=RefundStatus.MANUAL.value).update(batch=None)
    announce(TransfersCancelled(batch_id, freed), subject_id=batch_id)


@operation(Permission.MONEY_BOOKS)
def record_execution(*, by: Actor, batch_id: UUID, on: date) -> None:
    """The bank has executed the file: every refund in it has left the shop.

    Refuses `transfers_not_open`, `transfers_executed_when`.
    """
    view = queries.batch(batch_id=batch_id)
    zone = shop_settings.of_shop(by.shop_id).timezone
    today, made_on = time.local_date(clock.now(), zone), time.local_date(view.made_at, zone)
    if not made_on <= on <= today:
        raise Invalid("transfers_executed_when", first=made_on, last=today)
    _close(batch_id, Batched.EXECUTED, executed_on=on)
    _erase_who_is_forgotten(batch_id)
    manual, paid = RefundStatus.MANUAL, RefundStatus.SUCCEEDED
    for row in Refund.objects.select_for_update().filter(batch_id=batch_id, status=manual.value).order_by("id"):
        Refund.objects.filter(id=row.id).update(
            status=paid.value, gateway_refund=transfer.end_to_end(row.id), changed_at=clock.now()
        )
        sending.book_change(refund=row, old=manual, new=paid)
        sending.tell(refund=row, status=paid)
    announce(TransfersExecuted(batch_id, view.number, on.isoformat()), subject_id=batch_id)


@operation(Permission.MONEY_BOOKS)
def record_rejection(*, by: Actor, refund_id: UUID, reason: Rejection) -> None:
    """The bank sent this one transfer back: the money is owed again, and may go another way. Refuses
    `transfer_not_sent`."""
    row: Refund | None = Refund.objects.select_for_update().filter(id=refund_id).exclude(batch=None).first()
    if row is None or row.status not in (RefundStatus.MANUAL.value, RefundStatus.SUCCEEDED.value):
        raise Conflict("transfer_not_sent")
    failed = RefundStatus.FAILED
    Refund.objects.filter(id=row.id).update(status=failed.value, failure=reason.value, changed_at=clock.now())
    sending.book_change(refund=row, old=RefundStatus(row.status), new=failed)
    sending.tell(refund=row, status=failed, code=reason.value)


def _wanted(found: tuple[Transfer, ...], refund_ids: Sequence[UUID] | None) -> tuple[Transfer, ...]:
    if refund_ids is not None:
        wanted = set(refund_ids)
        found = tuple(one for one in found if one.refund_id in wanted)
        if len(found) != len(wanted):
            raise Conflict("transfer_not_ready")
    if not found:
        raise Conflict("transfers_none")
    return found


def _written(settings: ShopSettings, day: date, found: tuple[Transfer, ...]) -> TransferBatch:
    bank = settings.money.bank
    assert bank is not None, "asked before"
    debtor, now = Debtor(bank.holder, bank.iban, bank.bic), clock.now()
    words = texts.say(message("money-transfer-words", shop=settings.brand.name), settings.languages[0])
    made = Batch(ids.new_id(), now, day, debtor, words, found)
    content = pain.document(batch=made)
    amount: Money = total((one.amount for one in found), currency=transfer.CURRENCY)
    last = TransferBatch.objects.order_by("-number").values_list("number", flat=True).first()
    row: TransferBatch = TransferBatch.objects.create(
        id=made.id,
        number=(last or 0) + 1,
        status=Batched.MADE.value,
        count=len(found),
        amount=amount.amount,
        execute_on=day,
        debtor_shown=bank_account.Account(bank.holder, bank.iban).masked(),
        sealed=sealing.seal(content.decode()),
        digest=hashlib.sha256(content).hexdigest(),
        made_at=now,
        changed_at=now,
    )
    return row


def _erase_who_is_forgotten(batch_id: UUID) -> None:
    """Whoever was forgotten while the bank still had to read this file has no account any more, but stands in it."""
    accounts = BankAccount.objects.filter(refund_id=OuterRef("id"))
    if Refund.objects.filter(~Exists(accounts), batch_id=batch_id).exists():
        TransferBatch.objects.filter(id=batch_id).update(sealed="")


def _close(batch_id: UUID, status: Batched, **more: object) -> None:
    made = TransferBatch.objects.filter(id=batch_id, status=Batched.MADE.value)
    if made.update(status=status.value, changed_at=clock.now(), **more) != 1:
        queries.batch(batch_id=batch_id)
        raise Conflict("transfers_not_open")
