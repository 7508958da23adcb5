"""Questions about transfers, asked inside an entered shop. Never write."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from volte.kit.errors import Conflict, NotFound
from volte.kit.money import Money
from volte.money import queries
from volte.money.models import BankAccount, Refund, TransferBatch
from volte.money.queries import RefundView
from volte.money.rules import transfer
from volte.money.rules.bank_account import Account
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.transfer import Batched, Obstacle, Transfer
from volte.runtime import sealing
from volte.runtime.actor import Actor
from volte.runtime.operation import question
from volte.runtime.permissions import Permission


@dataclass(frozen=True, slots=True)
class WaitingView:
    """A refund that a person has to pay: into the next file, or by hand where there is an `obstacle`. `account` is
    masked, "" when none is known."""

    refund: RefundView
    account: str
    obstacle: Obstacle | None


@dataclass(frozen=True, slots=True)
class BatchView:
    """`account` is the shop's own, masked; `file` is False once its content was erased."""

    id: UUID
    number: int
    status: Batched
    count: int
    amount: Money
    execute_on: date
    executed_on: date | None
    account: str
    made_at: datetime
    file: bool


def waiting(*, limit: int = transfer.MOST) -> tuple[WaitingView, ...]:
    """Refunds somebody has to pay and that are in no file, oldest first."""
    rows = list(open_rows().select_related("credit")[:limit])
    kept = {each.refund_id: each for each in BankAccount.objects.filter(refund__in=rows)}
    found = []
    for row in rows:
        view, named = queries.refund_view(row=row), kept.get(row.id)
        stands_in_way = transfer.obstacle(amount=view.amount, account=opened(named))
        found.append(WaitingView(view, named.shown if named is not None else "", stands_in_way))
    return tuple(found)


def batches(*, limit: int = 50) -> tuple[BatchView, ...]:
    """Newest first."""
    return tuple(batch_view(row=row) for row in TransferBatch.objects.order_by("-number")[:limit])


def batch(*, batch_id: UUID) -> BatchView:
    return batch_view(row=_batch(batch_id))


def transfers(*, batch_id: UUID) -> tuple[WaitingView, ...]:
    """What is in a batch, as it stands now; nothing once it was cancelled."""
    rows = Refund.objects.filter(batch_id=batch_id).order_by("id")
    shown = dict(BankAccount.objects.filter(refund__batch_id=batch_id).values_list("refund_id", "shown"))
    return tuple(WaitingView(queries.refund_view(row=row), shown.get(row.id, ""), None) for row in rows)


@question(Permission.MONEY_BOOKS)
def file(*, by: Actor, batch_id: UUID) -> bytes:
    """The file as it was made. Refuses `transfers_file_gone` once it was erased, or can no longer be read."""
    row = _batch(batch_id)
    try:
        content = sealing.unseal(row.sealed).encode() if row.sealed else b""
    except sealing.Unreadable:
        content = b""
    if hashlib.sha256(content).hexdigest() != row.digest:
        raise Conflict("transfers_file_gone")
    return content


def ready() -> tuple[Transfer, ...]:
    """What the next file may hold; its refunds are held until the transaction ends, so that nobody pays them by hand
    meanwhile."""
    rows = {row.id: row for row in open_rows().select_for_update(of=("self",))[: transfer.MOST]}
    found = []
    for kept in BankAccount.objects.filter(refund__in=list(rows)).order_by("refund_id"):
        row, account = rows[kept.refund_id], opened(kept)
        amount = Money(row.amount, row.currency)
        if account is not None and transfer.obstacle(amount=amount, account=account) is None:
            found.append(Transfer(row.id, amount, account))
    return tuple(found)


def open_rows() -> QuerySet[Refund]:
    rows: QuerySet[Refund] = Refund.objects.filter(status=RefundStatus.MANUAL.value, batch=None).order_by("id")
    return rows


def opened(kept: BankAccount | None) -> Account | None:
    """The account itself; None when there is none, or it was sealed with a key we no longer have."""
    if kept is None:
        return None
    try:
        return Account(**json.loads(sealing.unseal(kept.sealed)))
    except sealing.Unreadable:
        return None


def batch_view(*, row: TransferBatch) -> BatchView:
    return BatchView(
        id=row.id,
        number=row.number,
        status=Batched(row.status),
        count=row.count,
        amount=Money(row.amount, transfer.CURRENCY),
        execute_on=row.execute_on,
        executed_on=row.executed_on,
        account=row.debtor_shown,
        made_at=row.made_at,
        file=bool(row.sealed),
    )


def _batch(batch_id: UUID) -> TransferBatch:
    row: TransferBatch | None = TransferBatch.objects.filter(id=batch_id).first()
    if row is None:
        raise NotFound("transfers_unknown")
    return row
