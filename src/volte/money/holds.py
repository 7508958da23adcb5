"""Money held on a customer's card while goods are under way both ways: asked for on a page of the provider, then taken
once or let go.

As with refunds: the wish is a row first, the provider is asked outside any transaction, and what it says is written
down in a transaction of its own. News only says that something changed: how the hold stands is asked.
"""

from __future__ import annotations  # money's jobs lead back here

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from uuid import UUID

from volte.kit.errors import Conflict, Invalid, NotFound
from volte.kit.money import Money
from volte.money import differences, hold_taking, jobs
from volte.money.events import HoldOver, HoldPlaced, HoldReleased, HoldTrouble
from volte.money.models import Hold
from volte.money.ports import CheckoutPage, CheckoutRequest, GatewayUnreachable, HoldGateway, HoldSeen
from volte.money.rules import document, holding
from volte.money.rules.basis import Instead
from volte.money.rules.holding import HoldStatus
from volte.money.rules.standing import Subject
from volte.runtime import clock, hot, shop_settings, tenancy, turns, wiring
from volte.runtime.actor import Actor
from volte.runtime.operation import operation, question
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission

Pieces = Mapping[str, Sequence[Instead]]


@dataclass(frozen=True, slots=True)
class HoldWish:
    """What a hold is to cover: these units, sent before others come back by `last_day`."""

    order_id: UUID
    subject: Subject
    pieces: Pieces
    currency: str
    last_day: date
    visit: differences.Visit


@dataclass(frozen=True, slots=True)
class TakeWish:
    """What is to be taken of a hold: the units sold for good, and the promises whose difference it pays."""

    pieces: Pieces = field(default_factory=dict)
    differences: tuple[UUID, ...] = ()
    amount: int = 0


@dataclass(frozen=True, slots=True)
class HoldOpening:
    """A page to ask the provider for, or (`url`) one that is open already."""

    hold_id: UUID
    gateway: str
    url: str
    request: CheckoutRequest


def provider() -> str:
    """The provider that holds money; "" when none is connected."""
    return next(iter(wiring.names(HoldGateway)), "")


def place(*, by: Actor, wish: HoldWish) -> str:
    """The address where the customer agrees to the hold; asked for twice it is the same page. Not inside a transaction.

    Refuses `hold_not_offered`, `hold_stands`, `payment_unreachable`.
    """
    opening = begin_hold(by=by, wish=wish)
    if opening.url:
        return opening.url
    try:
        with turns.given_back():
            page = wiring.adapter(HoldGateway, opening.gateway).hold(request=opening.request)
    except GatewayUnreachable as error:
        raise Conflict("payment_unreachable") from error
    keep_hold_page(by=by, hold_id=opening.hold_id, page=page)
    return page.url


@operation(Permission.MONEY_REFUND)
def begin_hold(*, by: Actor, wish: HoldWish) -> HoldOpening:
    """Write down that a hold is wanted, or find the one whose page is open. Refuses `hold_not_offered` and
    `hold_stands`: of one subject there is one at a time."""
    name, now = provider(), clock.now()
    amount = holding.worth(pieces=wish.pieces)
    if not name or amount <= 0:
        raise Invalid("hold_not_offered")
    rows = hot.rows(Hold, order="round", subject_id=wish.subject.id)
    alive = next((row for row in rows if HoldStatus(row.status) in holding.ALIVE), None)
    if alive is not None and alive.status != HoldStatus.ASKED.value:
        raise Conflict("hold_stands")
    if alive is None or (alive.amount, alive.last_day) != (amount, wish.last_day):
        if alive is not None:
            _close(alive)
        alive = Hold.of_shop(
            order_id=wish.order_id,
            subject_kind=wish.subject.kind,
            subject_id=wish.subject.id,
            round=len(rows) + 1,
            gateway=name,
            amount=amount,
            currency=wish.currency,
            status=HoldStatus.ASKED.value,
            visit=asdict(wish.visit),
            pieces=_written(wish.pieces),
            last_day=wish.last_day,
            opened_at=now,
            changed_at=now,
        )
        alive.insert_late()
    return HoldOpening(alive.id, alive.gateway, alive.url, _request(by.shop_id, alive))


@operation(Permission.MONEY_REFUND)
def keep_hold_page(*, by: Actor, hold_id: UUID, page: CheckoutPage) -> None:
    """Write down where the page is."""
    row = _held_row(hold_id)
    row.reference, row.url, row.changed_at = page.reference[:255], page.url, clock.now()
    hot.save(row)


@operation(Permission.MONEY_REFUND)
def give_up_hold(*, by: Actor, subject_id: UUID) -> None:
    """Nobody needs the hold that was asked for and not agreed to. Agreed to all the same, it is let go at once."""
    for row in hot.rows(Hold, lock=True, subject_id=subject_id, status=HoldStatus.ASKED.value):
        _close(row)


@operation(Permission.MONEY_REFUND)
def release_hold(*, by: Actor, hold_id: UUID) -> None:
    """Wish it let go: the worker asks the provider. Refuses `hold_not_held`: exactly one of the two ends is wished."""
    row = _wished(hold_id, HoldStatus.RELEASING, {})
    jobs.end_hold_later(shop_id=by.shop_id, hold_id=row.id)


@operation(Permission.MONEY_REFUND)
def take_hold(*, by: Actor, hold_id: UUID, wish: TakeWish) -> None:
    """Wish this much of it taken, once; the rest is let go. Refuses `hold_not_held` and `hold_amount`."""
    known = _held_row(hold_id)
    if not 0 < wish.amount <= known.amount:
        raise Invalid("hold_amount", most=Money(known.amount, known.currency))
    paid = [str(one) for one in wish.differences]
    written = {"pieces": _written(wish.pieces), "differences": paid, "amount": wish.amount}
    row = _wished(hold_id, HoldStatus.TAKING, written)
    jobs.end_hold_later(shop_id=by.shop_id, hold_id=row.id)


@operation(Permission.MONEY_REFUND)
def prolong_hold(*, by: Actor, hold_id: UUID) -> None:
    """Wait for the goods as long as the card holds. Refuses `hold_not_held` and `hold_at_its_end`."""
    row = _held_row(hold_id)
    if row.status != HoldStatus.HELD.value or row.until is None:
        raise Conflict("hold_not_held")
    last = row.until - holding.MARGIN
    if row.take_at is not None and row.take_at >= last:
        raise Conflict("hold_at_its_end")
    row.take_at, row.changed_at = last, clock.now()
    hot.save(row)


def attempt(*, by: Actor, hold_id: UUID) -> None:
    """Ask the provider for what is wished, or how it stands. Safe at any time; raises GatewayUnreachable."""
    with tenancy.entered(by.shop_id):
        row = hot.first(Hold, id=hold_id)
    if row is None or not row.reference:
        return
    gateway: HoldGateway = wiring.adapter(HoldGateway, row.gateway)
    with turns.given_back():
        match HoldStatus(row.status):
            case HoldStatus.RELEASING if row.payment:
                seen = gateway.release(payment=row.payment, key=f"{_key(row)}-release")
            case HoldStatus.TAKING:
                amount = Money(int(row.wish["amount"]), row.currency)
                seen = gateway.capture(payment=row.payment, amount=amount, key=f"{_key(row)}-take")
            case HoldStatus.TAKEN | HoldStatus.RELEASED | HoldStatus.LOST:
                return
            case _:
                seen = gateway.standing(reference=row.reference)
    record_hold(by=by, hold_id=hold_id, seen=seen)


def hear(*, gateway: str, headers: Mapping[str, str], body: bytes) -> bool:
    """Take in a provider's signed message; False when it is about none of our holds. Raises NewsRefused."""
    if gateway not in wiring.names(HoldGateway):
        return False
    news = wiring.adapter(HoldGateway, gateway).hear_hold(headers=headers, body=body)
    if news is None:
        return False
    ask_soon(by=Actor.system(news.shop_id), hold_id=news.hold_id)
    return True


@question(Permission.MONEY_REFUND)
def ask_soon(*, by: Actor, hold_id: UUID) -> None:
    """The provider says that something changed: the worker asks what. Nothing for a hold that is none of ours."""
    if hot.first(Hold, id=hold_id) is not None:
        jobs.end_hold_later(shop_id=by.shop_id, hold_id=hold_id)


@operation(Permission.MONEY_REFUND)
def record_hold(*, by: Actor, hold_id: UUID, seen: HoldSeen) -> None:
    """Write down how a hold stands: twice and out of order is fine, it ends once."""
    row = _held_row(hold_id)
    old = HoldStatus(row.status)
    new = holding.after(status=old, seen=seen.holding)
    now = clock.now()
    row.changed_at = now
    row.payment = row.payment or seen.payment[:255]
    if new is old:
        hot.save(row)
        if new is HoldStatus.RELEASING:
            jobs.end_hold_later(shop_id=by.shop_id, hold_id=row.id)
        return
    row.status = new.value
    match new:
        case HoldStatus.HELD:
            _placed(row, seen)
        case HoldStatus.RELEASING:
            jobs.end_hold_later(shop_id=by.shop_id, hold_id=row.id)
        case HoldStatus.TAKEN:
            row.ended_at = now
            hold_taking.taken(row=row, wished=old is HoldStatus.TAKING, told=seen.taken)
        case HoldStatus.RELEASED:
            row.ended_at = now
            announce(HoldReleased(*_about(row), row.amount, row.currency), subject_id=row.subject_id)
        case HoldStatus.LOST:
            row.ended_at, row.trouble = now, "lost"
            announce(HoldTrouble(*_about(row), row.amount, row.currency, row.trouble), subject_id=row.subject_id)
        case HoldStatus.OVER:
            row.ended_at = now
            announce(HoldOver(*_about(row), row.amount, row.currency), subject_id=row.subject_id)
    hot.save(row)


def _placed(row: Hold, seen: HoldSeen) -> None:
    now = clock.now()
    zone = shop_settings.of_shop(row.shop_id).timezone
    row.held_at, row.until = now, seen.until or now + holding.SHORTEST
    row.take_at = holding.take_at(last_day=row.last_day, until=row.until, zone=zone)
    announce(HoldPlaced(*_about(row), row.amount, row.currency), subject_id=row.subject_id)


def _wished(hold_id: UUID, status: HoldStatus, wish: dict[str, object]) -> Hold:
    """One conditional step: of a deadline and a scan at the same moment, one wins."""
    hit = Hold.objects.filter(id=hold_id, status=HoldStatus.HELD.value).update(
        status=status.value, wish=wish, changed_at=clock.now()
    )
    if hit != 1:
        raise Conflict("hold_not_held")
    row = hot.first(Hold, id=hold_id)
    assert row is not None, "it was changed a moment ago"
    return row


def _close(row: Hold) -> None:
    row.status, row.ended_at, row.changed_at = HoldStatus.OVER.value, clock.now(), clock.now()
    hot.save(row)


def _about(row: Hold) -> tuple[UUID, UUID, str, UUID]:
    return row.id, row.order_id, row.subject_kind, row.subject_id


def _written(pieces: Pieces) -> dict[str, object]:
    return {name: document.instead_written(units=units) for name, units in pieces.items()}


def _key(row: Hold) -> str:
    return f"volte-hold-{row.id}"


def _request(shop_id: UUID, row: Hold) -> CheckoutRequest:
    """As it was first written down: the same key must always carry the same wish."""
    visit = differences.Visit(**row.visit)
    return CheckoutRequest(
        key=_key(row),
        amount=Money(row.amount, row.currency),
        title=visit.title,
        language=visit.language,
        paid_url=visit.paid_url,
        left_url=visit.left_url,
        shop_id=shop_id,
        checkout_id=row.id,
    )


def _held_row(hold_id: UUID) -> Hold:
    """The row, ours until the transaction ends."""
    row = hot.first(Hold, lock=True, id=hold_id)
    if row is None:
        raise NotFound("hold_unknown")
    return row


def stale(*, now_ago: timedelta) -> list[UUID]:
    """Holds that have not ended and of which nobody said anything for so long. Inside an entered shop."""
    alive = [status.value for status in holding.ALIVE]
    quiet = Hold.objects.filter(status__in=alive, changed_at__lt=clock.now() - now_ago).exclude(reference="")
    return list(quiet.values_list("id", flat=True))
