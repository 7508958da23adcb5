"""Questions about money, asked inside an entered shop. Never write."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet, Sum

from volte.kit.errors import NotFound
from volte.kit.money import Money, zero
from volte.kit.rates import Rate
from volte.kit.text import Message
from volte.kit.words import PaymentKind, Resolution
from volte.money import crediting
from volte.money.models import BankAccount, Checkout, Credit, PaymentBalance, Promise, Refund
from volte.money.ports import RefundGateway
from volte.money.rules import credit as credit_rules
from volte.money.rules import document, preview, standing, taxes
from volte.money.rules.basis import Instead
from volte.money.rules.outcomes import OVER, Paying, RefundStatus
from volte.money.rules.plan import PlanLine
from volte.money.rules.preview import Preview, Wanted
from volte.money.rules.purse import State
from volte.money.rules.redirect import Consent, GivenBy
from volte.money.rules.standing import Earlier, OrderMoney, Standing
from volte.money.rules.taxes import Part
from volte.money.rules.tenders import Route
from volte.runtime import clock, hot, late, sql, tenancy, wiring


@dataclass(frozen=True, slots=True)
class PutOn:
    """The store credit that holds a refund: the one that had paid, `refilled`, or a new one."""

    code: str
    refilled: bool

    def ending(self) -> str:
        """Enough to know one's own again: whoever holds the whole code may spend it."""
        return self.code[-4:]


@dataclass(frozen=True, slots=True)
class RefundView:
    """One amount on its way to one payment."""

    id: UUID
    promise_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: Money
    status: RefundStatus
    route: Route
    payment: str
    payment_kind: PaymentKind
    gateway: str
    gateway_refund: str
    failure: str
    planned_at: datetime
    changed_at: datetime
    redirected_from: UUID | None = None
    consent: Consent | None = None
    consent_at: datetime | None = None
    put_on: PutOn | None = None


@dataclass(frozen=True, slots=True)
class CreditView:
    """A store credit. `base` was owed and `bonus` added; of each, so much is left. `expires_at` is its first moment of
    no worth, `bonus_expires_at` that of the bonus where it ends earlier."""

    id: UUID
    code: str
    balance: Money
    base: Money
    bonus: Money
    issued_at: datetime
    expires_at: datetime | None
    promise_id: UUID | None
    subject_kind: str
    subject_id: UUID
    base_left: Money
    bonus_left: Money
    usable: Money
    bonus_expires_at: datetime | None
    state: State


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A plan as it was shown, and what became of it. `due` is what the customer pays for an exchange; nobody does
    where it was given up, or given away."""

    id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    resolution: Resolution
    amount: Money
    due: Money
    due_paid_at: datetime | None
    due_given_at: datetime | None
    given_up_at: datetime | None
    lines: tuple[PlanLine, ...]
    flags: tuple[Message, ...]
    units: dict[str, tuple[int, ...]]
    promised_at: datetime
    refunds: tuple[RefundView, ...]
    credits: tuple[CreditView, ...]
    sold: tuple[Part, ...] = ()

    def tax(self) -> Mapping[Rate, int]:
        """The tax in what changes hands, by rate, as it is in the books: of an exchange the old article's less the new
        one's, what was given away of it taken off."""
        parts = [part for line in self.lines for part in line.parts]
        return taxes.by_rate([*parts, *(-part for part in self.sold)])

    @property
    def is_unpaid(self) -> bool:
        """Is the customer still to pay for it?"""
        over = (self.due_paid_at, self.due_given_at, self.given_up_at)
        return bool(self.due) and all(moment is None for moment in over)


def previews(*, now: Standing, wanted: Sequence[Wanted]) -> tuple[Preview, ...]:
    """What each wish would bring, in this order and as things stand; nothing is held or written.

    Refuses `nothing_to_exchange`.
    """
    return preview.in_turn(now=now, wanted=wanted, connected=wiring.names(RefundGateway))


def standing_seen(*, order: OrderMoney, without: Collection[UUID] = ()) -> Standing:
    """Where the money of an order stands, for showing; as if the promises `without` had been given up."""
    for model in (Promise, PaymentBalance):
        if late.awaits(model):
            late.write()
    earlier: list[Earlier] = []
    committed: dict[str, Money] = {}
    currency = order.basis.currency
    for units, outbound, basis, reduced, paid, payment, amount in sql.run(
        _SEEN, {"shop": tenancy.current(), "order": order.id, "without": list(without)}
    ).fetchall():
        if payment is None:
            first = document.basis_known(written=json.loads(basis) if basis else None)
            lowered = document.reduced_read(written=json.loads(reduced))
            difference = document.payment_read(written=json.loads(paid), currency=currency)
            earlier.append(Earlier(json.loads(units), outbound, first, lowered, difference))
        else:
            committed[payment] = Money(amount, currency)
    return standing.standing(order=order, earlier=earlier, committed=committed)


# Every page that shows money asks it, and both answers are a few rows: one way to the database instead of two.
_SEEN = """
SELECT CASE WHEN given_up_at IS NULL AND id <> ALL(%(without)s::uuid[]) THEN units::text ELSE '{}' END,
       outbound, basis::text, reduced::text, due_payment::text, NULL, NULL FROM volte_money_promise
 WHERE shop_id = %(shop)s AND order_id = %(order)s
 UNION ALL
SELECT NULL, NULL, NULL, NULL, NULL, payment, committed FROM volte_money_paymentbalance
 WHERE shop_id = %(shop)s AND order_id = %(order)s
"""


def promise(*, promise_id: UUID) -> PromiseView:
    found = _promises(Promise.objects.filter(id=promise_id))
    if not found:
        raise NotFound("promise_unknown")
    return found[0]


def promises(*, subject_id: UUID) -> tuple[PromiseView, ...]:
    """All that was promised for a subject, oldest first."""
    return _promises(Promise.objects.filter(subject_id=subject_id).order_by("id"))


def sold(*, subject_id: UUID, reference: str) -> tuple[Instead, ...]:
    """The units that left in exchange under this reference, in the order they were promised."""
    found = [row for row in hot.rows(Promise, order="id", subject_id=subject_id) if row.given_up_at is None]
    return tuple(unit for row in found for unit in document.instead_read(written=row.sold.get(reference, ())))


def open_checkouts(*, promise_id: UUID) -> list[UUID]:
    """The payment pages of this promise on which somebody may be paying."""
    return [row.id for row in hot.rows(Checkout, promise_id=promise_id, status=Paying.OPEN.value)]


def refund(*, refund_id: UUID) -> RefundView:
    row = Refund.objects.filter(id=refund_id).select_related("credit").first()
    if row is None:
        raise NotFound("refund_unknown")
    return refund_view(row=row)


def refunds(*, subject_id: UUID) -> tuple[RefundView, ...]:
    """Every refund for a subject, oldest first."""
    return _refunds(Refund.objects.filter(subject_id=subject_id).order_by("id"))


def refunds_of_order(*, order_id: UUID) -> tuple[RefundView, ...]:
    return _refunds(Refund.objects.filter(order_id=order_id).order_by("id"))


def not_arrived(*, subject_ids: Sequence[UUID]) -> dict[UUID, int]:
    """By subject: what was promised back and has not gone through, in minor units; who is owed nothing is left out."""
    waiting = Refund.objects.filter(subject_id__in=subject_ids).exclude(status__in=[each.value for each in OVER])
    sums = waiting.values("subject_id").annotate(sum=Sum("amount"))
    return {each["subject_id"]: each["sum"] for each in sums}


def bank_accounts(*, subject_id: UUID) -> dict[UUID, str]:
    """By refund: the account a customer named for it, masked."""
    rows = BankAccount.objects.filter(refund__subject_id=subject_id)
    return dict(rows.values_list("refund_id", "shown"))


def refunds_to_pay_by_hand(*, limit: int = 100) -> tuple[RefundView, ...]:
    """What waits for a person: bank transfers, payments without a gateway, and refusals of a gateway; oldest first."""
    waiting = [RefundStatus.MANUAL.value, RefundStatus.FAILED.value]
    return _refunds(Refund.objects.filter(status__in=waiting).order_by("id")[:limit])


def credit(*, code: str) -> CreditView:
    """The credit with this code, as a person typed it."""
    row = Credit.objects.filter(code=credit_rules.tidy(typed=code)).first()
    if row is None:
        raise NotFound("credit_unknown")
    return credit_view(row=row)


def credit_by_id(*, credit_id: UUID) -> CreditView:
    row = Credit.objects.filter(id=credit_id).first()
    if row is None:
        raise NotFound("credit_unknown")
    return credit_view(row=row)


def credits(*, subject_id: UUID) -> tuple[CreditView, ...]:
    return tuple(credit_view(row=row) for row in Credit.objects.filter(subject_id=subject_id).order_by("id"))


def credit_view(*, row: Credit) -> CreditView:
    purse, now = crediting.purse(row=row), clock.now()
    return CreditView(
        id=row.id,
        code=row.code,
        balance=Money(row.balance, row.currency),
        base=Money(row.base, row.currency),
        bonus=Money(row.bonus, row.currency),
        issued_at=row.issued_at,
        expires_at=row.expires_at,
        promise_id=row.promise_id,
        subject_kind=row.subject_kind,
        subject_id=row.subject_id,
        base_left=purse.base_left,
        bonus_left=purse.bonus_left,
        usable=zero(row.currency) if purse.blocked else purse.usable(now=now),
        bonus_expires_at=row.bonus_expires_at,
        state=purse.state(now=now),
    )


def _promises(rows: Iterable[Promise]) -> tuple[PromiseView, ...]:
    found = list(rows)
    names = [row.id for row in found]
    refunds_of: dict[UUID, list[RefundView]] = {}
    credits_of: dict[UUID, list[CreditView]] = {}
    if names:
        for view in _refunds(Refund.objects.filter(promise_id__in=names).order_by("id")):
            refunds_of.setdefault(view.promise_id, []).append(view)
        for credit_row in Credit.objects.filter(promise_id__in=names).order_by("id"):
            credits_of.setdefault(credit_row.promise_id, []).append(credit_view(row=credit_row))
    return tuple(
        promise_view(row=row, refunds=tuple(refunds_of.get(row.id, [])), credits=tuple(credits_of.get(row.id, [])))
        for row in found
    )


def promise_view(*, row: Promise, refunds: tuple[RefundView, ...], credits: tuple[CreditView, ...]) -> PromiseView:
    return PromiseView(
        id=row.id,
        order_id=row.order_id,
        subject_kind=row.subject_kind,
        subject_id=row.subject_id,
        resolution=Resolution(row.resolution),
        amount=Money(row.amount, row.currency),
        due=Money(row.due, row.currency),
        due_paid_at=row.due_paid_at,
        due_given_at=row.due_given_at,
        given_up_at=row.given_up_at,
        lines=document.lines_read(written=row.lines),
        flags=tuple(document.message_read(written=flag) for flag in row.flags),
        units={line: tuple(positions) for line, positions in row.units.items()},
        promised_at=row.promised_at,
        refunds=refunds,
        credits=credits,
        sold=tuple(one.whole for units in row.sold.values() for one in document.instead_read(written=units)),
    )


def _refunds(rows: QuerySet[Refund]) -> tuple[RefundView, ...]:
    return tuple(refund_view(row=row) for row in rows.select_related("credit"))


def refund_view(*, row: Refund) -> RefundView:
    return RefundView(
        id=row.id,
        promise_id=row.promise_id,
        order_id=row.order_id,
        subject_kind=row.subject_kind,
        subject_id=row.subject_id,
        amount=Money(row.amount, row.currency),
        status=RefundStatus(row.status),
        route=Route(row.route),
        payment=row.payment,
        payment_kind=PaymentKind(row.payment_kind),
        gateway=row.gateway,
        gateway_refund=row.gateway_refund,
        failure=row.failure,
        planned_at=row.planned_at,
        changed_at=row.changed_at,
        redirected_from=row.redirected_from_id,
        consent=Consent(GivenBy(row.consent_by), row.consent_words) if row.consent_by else None,
        consent_at=row.consent_at,
        put_on=PutOn(row.credit.code, row.credit.promise_id != row.promise_id) if row.credit is not None else None,
    )
