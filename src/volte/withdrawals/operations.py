"""Verbs of withdrawals: declare, confirm one that was held, and write down what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from volte.catalogue.rules import identity
from volte.kit import ids
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.runtime import clock, outbox, shop_settings, sql
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.withdrawals import events, queries, recording
from volte.withdrawals.models import Withdrawal
from volte.withdrawals.queries import WithdrawalView
from volte.withdrawals.rules import statement
from volte.withdrawals.rules.statement import Declared, Standing, Through, Why

_OPEN = (Standing.RECEIVED.value, Standing.TO_LOOK_AT.value)
# A letter found late still counts from when it was sent; beyond a year and fourteen days nobody has a right any more.
_FURTHEST_BACK = timedelta(days=366 + 14)
_CLOCKS_DIFFER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Recorded:
    """The statement that counts; `again` when it had been declared before, and this one only repeats it."""

    statement: WithdrawalView
    again: bool


@operation(Permission.WITHDRAWALS_DECLARE)
def declare(*, by: Actor, declared: Declared, lines: Mapping[str, int] | None = None, held: bool = False) -> Recorded:
    """Write a statement down, with its receipt, whoever makes it; whether the contract is known is no condition.

    `lines` are articles of the order by the shop's own word, for somebody who named its number and e-mail. Said again,
    it is kept again and the *first* is answered with (`queries.repeats` has the others). `held`: the receipt waits for
    a second click. Refuses `withdrawal_incomplete`, `withdrawal_too_long`, `withdrawal_email_invalid` and
    `withdrawal_article_unknown`.
    """
    return _keep(by, declared, lines, held=held)


@operation(Permission.RETURNS_REQUEST)
def record(
    *,
    by: Actor,
    declared: Declared,
    through: Through,
    declared_at: datetime | None = None,
    lines: Mapping[str, int] | None = None,
) -> Recorded:
    """Write down a statement that reached the shop another way: a letter, a mail, a call, in a store. It counts from
    `declared_at`, when it was sent or said (None: now); an e-mail address may be missing.

    Refuses what `declare` refuses, and `withdrawal_moment_invalid` for what lies ahead or further back than a year.
    """
    now = clock.now()
    at = declared_at or now
    if not now - _FURTHEST_BACK <= at <= now + _CLOCKS_DIFFER:
        raise Invalid("withdrawal_moment_invalid")
    return _keep(by, declared, lines, at=min(at, now), through=through)


def _keep(
    by: Actor,
    declared: Declared,
    lines: Mapping[str, int] | None,
    *,
    held: bool = False,
    at: datetime | None = None,
    through: Through = Through.ONLINE,
) -> Recorded:
    order = recording.order_meant(declared=declared)
    said = statement.tidy(declared)
    if not said.whole and lines:
        said = recording.with_articles(said=said, order=order, lines=lines)
    recording.check(said=said, through=through)
    email = identity.normal_email(written=said.email)
    key = statement.key(declared=said, contract=ids.tidy_number(said.contract), email=email)
    sql.run("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"withdrawal {by.shop_id} {key}"])
    first = Withdrawal.objects.filter(key=key, first=None, emptied_at=None).exclude(standing=Standing.SETTLED.value)
    before = first.first()
    settings = shop_settings.of_shop(by.shop_id)
    row = recording.row_of(said=said, settings=settings, order=order, key=key, email=email, at=at, through=through)
    if before is not None:
        row.first_id, row.standing = before.id, Standing.REPEATED.value
    elif held:
        row.held, row.attention = True, Why.UNCONFIRMED.value
    row.save(force_insert=True)
    if before is not None:
        if not before.held:
            outbox.announce(
                events.WithdrawalRepeated(withdrawal_id=before.id, number=before.number, repeated_id=row.id),
                subject_id=before.id,
            )
        return Recorded(queries.view(before), again=True)
    if not held:
        _announce(row)
    return Recorded(queries.view(row), again=False)


@operation(Permission.WITHDRAWALS_DECLARE, Permission.RETURNS_APPROVE)
def confirm(*, by: Actor, withdrawal_id: UUID) -> None:
    """The second click of one that was held: its receipt leaves. Nothing happens when it left already; refuses
    `withdrawal_unknown`."""
    row = _locked(withdrawal_id)
    if row.held:
        row.held, row.attention = False, ""
        row.save(update_fields=["held", "attention"])
        _announce(row)


@operation(Permission.RETURNS_APPROVE)
def look_again(*, by: Actor, withdrawal_id: UUID) -> WithdrawalView:
    """Its order may have come in since: find it anew, unless somebody has decided meanwhile. Refuses
    `withdrawal_unknown`."""
    row = _locked(withdrawal_id)
    before = queries.view(row)
    if row.standing in _OPEN and not row.known:
        order = recording.order_meant(declared=before.declared)
        row.order_id = order.order_id if order is not None else None
        row.known = order is not None and recording.is_theirs(said=before.declared, order=order)
        row.save(update_fields=["order_id", "known"])
    return queries.view(row)


@operation(Permission.RETURNS_APPROVE)
def recognise(*, by: Actor, withdrawal_id: UUID, order_id: UUID) -> None:
    """This order is meant, and who declared it may: a person says so, or a later copy of the order shows it. Refuses
    `withdrawal_unknown` and `withdrawal_moved_on`."""
    row = _undecided(withdrawal_id)
    row.order_id, row.known = order_id, True
    row.save(update_fields=["order_id", "known"])


@operation(Permission.RETURNS_APPROVE)
def accept(
    *,
    by: Actor,
    withdrawal_id: UUID,
    order_id: UUID,
    return_ids: Sequence[UUID],
    outcome: Sequence[dict[str, Any]],
    attention: str = "",
) -> None:
    """It came in time, at least for a part: these returns carry it out. Refuses as `recognise`."""
    row = _undecided(withdrawal_id)
    row.return_ids, row.held = list(return_ids), False
    _decide(row, Standing.ACCEPTED, outcome, attention)
    outbox.announce(
        events.WithdrawalAccepted(
            withdrawal_id=row.id, number=row.number, order_id=order_id, return_ids=tuple(return_ids)
        ),
        subject_id=row.id,
    )


@operation(Permission.RETURNS_APPROVE)
def make_commercial(
    *, by: Actor, withdrawal_id: UUID, order_id: UUID, outcome: Sequence[dict[str, Any]], attention: str = ""
) -> None:
    """The law gives no right (any more) to any of it; what the shop offers is told. Refuses as `recognise`."""
    row = _undecided(withdrawal_id)
    _decide(row, Standing.COMMERCIAL, outcome, attention)
    outbox.announce(
        events.WithdrawalCommercial(withdrawal_id=row.id, number=row.number, order_id=order_id), subject_id=row.id
    )


@operation(Permission.RETURNS_APPROVE)
def ask_a_person(*, by: Actor, withdrawal_id: UUID, why: str, outcome: Sequence[dict[str, Any]] = ()) -> None:
    """Nobody but a person can say what follows; `why` is a code of `Why`. Refuses as `recognise`."""
    row = _undecided(withdrawal_id)
    told = row.attention == why
    _decide(row, Standing.TO_LOOK_AT, outcome, why)
    if not told:
        waiting = events.WithdrawalWaiting(withdrawal_id=row.id, number=row.number, why=why)
        outbox.announce(waiting, subject_id=row.id)


@operation(Permission.RETURNS_APPROVE)
def see_to(*, by: Actor, withdrawal_id: UUID, answer: str = "") -> None:
    """A person has looked, and perhaps written back. One that waited for them is settled; one that is carried out goes
    on. Refuses `withdrawal_unknown` and `withdrawal_moved_on` (nothing waits)."""
    row = _locked(withdrawal_id)
    if not row.attention:
        raise Conflict("withdrawal_moved_on", number=row.number)
    over = row.standing in _OPEN
    row.attention, row.held, row.answer = "", False, answer.strip()
    row.seen_at, row.seen_by = clock.now(), by.name[:120]
    if over:
        row.standing = Standing.SETTLED.value
    row.save(update_fields=["attention", "held", "answer", "seen_at", "seen_by", "standing"])
    if over:
        outbox.announce(events.WithdrawalSettled(withdrawal_id=row.id, number=row.number), subject_id=row.id)


@operation(Permission.RETURNS_APPROVE)
def settle(*, by: Actor, withdrawal_id: UUID) -> None:
    """Everything that carried it out is over. Nothing happens to one that is not being carried out."""
    gone = Withdrawal.objects.filter(id=withdrawal_id, standing=Standing.ACCEPTED.value)
    if gone.update(standing=Standing.SETTLED.value) == 1:
        row = _locked(withdrawal_id)
        outbox.announce(events.WithdrawalSettled(withdrawal_id=row.id, number=row.number), subject_id=row.id)


def _announce(row: Withdrawal) -> None:
    declared = events.WithdrawalDeclared(
        withdrawal_id=row.id, number=row.number, declared_at=_written(row.declared_at), digest=row.digest
    )
    outbox.announce(declared, subject_id=row.id)


def _written(moment: datetime) -> str:
    return moment.isoformat()


def _decide(row: Withdrawal, standing: Standing, outcome: Sequence[dict[str, Any]], attention: str) -> None:
    row.standing, row.outcome, row.attention = standing.value, list(outcome), attention
    row.save(update_fields=["standing", "outcome", "attention", "return_ids", "held"])


def _undecided(withdrawal_id: UUID) -> Withdrawal:
    row = _locked(withdrawal_id)
    if row.standing not in _OPEN:
        raise Conflict("withdrawal_moved_on", number=row.number)
    return row


def _locked(withdrawal_id: UUID) -> Withdrawal:
    row: Withdrawal | None = Withdrawal.objects.select_for_update().filter(id=withdrawal_id).first()
    if row is None:
        raise NotFound("withdrawal_unknown")
    return row
