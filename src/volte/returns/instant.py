"""May what is exchanged leave first, and on which terms? And how does its hold stand? Questions, inside a shop."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.kit import time
from volte.kit.money import Money
from volte.kit.words import Method, Resolution
from volte.money import hold_queries, holds
from volte.money import queries as money
from volte.money.hold_queries import HoldView
from volte.money.rules import holding
from volte.money.rules.basis import Instead
from volte.money.rules.holding import HoldStatus
from volte.returns import rows
from volte.returns.models import Return, ReturnItem
from volte.returns.operations.settling import promising
from volte.returns.rules.lifecycle import Kind, Status, Verdict
from volte.runtime import clock, hot, shop_settings, tenancy
from volte.runtime.shop_settings import ShopSettings

_BEFORE_ARRIVAL = (Status.APPROVED.value, Status.IN_TRANSIT.value)


@dataclass(frozen=True, slots=True)
class Terms:
    """What is held, for which units, and until which day the others have to be here."""

    amount: Money
    last_day: date
    pieces: Mapping[str, Sequence[Instead]]


def offered(*, return_id: UUID) -> Terms | None:
    """The terms on which what is exchanged may leave now; None where it may not. Asks the database nothing more where
    the shop has it off."""
    settings = shop_settings.of_shop(tenancy.current())
    if not settings.exchanges.instant or not holds.provider():
        return None
    row = hot.first(Return, id=return_id)
    if row is None:
        return None
    return terms(row=row, items=rows.items_of([row.id]).get(row.id, []), settings=settings)


def terms(*, row: Return, items: Sequence[ReturnItem], settings: ShopSettings) -> Terms | None:
    """The same for a return that was read before. Every article that is exchanged leaves, or none."""
    swapped = [item for item in items if item.resolution == Resolution.EXCHANGE.value]
    if not settings.exchanges.instant or not holds.provider() or not may_leave(row, swapped):
        return None
    if hold_queries.standing(subject_id=row.id) is not None:
        return None
    order = catalogue.order(order_id=rows.order_of(row))
    pieces = promising.priced(row, order, [(item, item.quantity) for item in swapped])
    amount = holding.worth(pieces=pieces)
    if amount <= 0 or not _is_within(amount, row.currency, settings):
        return None
    day = holding.last_day(asked_at=clock.now(), days=settings.exchanges.instant_days, zone=settings.timezone)
    return Terms(Money(amount, row.currency), day, pieces)


def _is_within(amount: int, currency: str, settings: ShopSettings) -> bool:
    """The ceiling is in the shop's own currency: it says nothing about another, so nothing in another is below it."""
    most = settings.exchanges.instant_up_to
    return most is None or (currency == settings.currency and amount <= most)


def may_leave(row: Return, swapped: Sequence[ReturnItem]) -> bool:
    """Nothing is in doubt, nothing has arrived, everything is reserved, and it is the buyer who swaps."""
    on_its_way = (
        row.kind == Kind.RETURN.value
        and row.gift_id is None
        and row.status in _BEFORE_ARRIVAL
        and row.method != Method.KEEP.value
    )
    return bool(swapped) and on_its_way and not row.waits_for and all(_is_ready(item) for item in swapped)


def _is_ready(item: ReturnItem) -> bool:
    untouched = not (item.arrived or item.inspected or item.settled or item.rejected or item.missing)
    return (
        item.verdict == Verdict.ACCEPTED.value
        and item.reservation_id is not None
        and item.sent_at is None
        and untouched
    )


@dataclass(frozen=True, slots=True)
class Owed:
    """What of a hold is owed as things stand: units nothing came back for, and differences nobody paid. `here` is how
    many came and were not looked at yet: nobody can say what they are."""

    pieces: Mapping[str, Sequence[Instead]]
    differences: tuple[UUID, ...]
    amount: int
    here: int


def owed(*, hold: HoldView, items: Sequence[ReturnItem]) -> Owed:
    """A unit is covered once its exchange is promised, that is once what it came instead of was accepted."""
    by_name = {str(item.id): item for item in items}
    pieces: dict[str, Sequence[Instead]] = {}
    here = 0
    for name, units in hold.pieces.items():
        covered = len(money.sold(subject_id=hold.subject_id, reference=name))
        waiting = _here(by_name[name]) if name in by_name else 0
        here += min(waiting, max(0, len(units) - covered))
        if open_units := units[covered + waiting :]:
            pieces[name] = open_units
    unpaid = [one for one in money.promises(subject_id=hold.subject_id) if one.is_unpaid]
    amount = holding.worth(pieces=pieces) + sum(one.due.amount for one in unpaid)
    return Owed(pieces, tuple(one.id for one in unpaid), min(amount, hold.amount.amount), here)


def owed_now(*, return_id: UUID, hold: HoldView) -> Money:
    """What would be charged if it were taken now."""
    items = rows.items_of([return_id]).get(return_id, [])
    return Money(owed(hold=hold, items=items).amount, hold.amount.currency)


def _here(item: ReturnItem) -> int:
    if item.resolution != Resolution.EXCHANGE.value:
        return 0
    return max(0, max(item.arrived, item.inspected) - item.settled - item.rejected)


def is_holding(*, subject_id: UUID) -> bool:
    """Does a card hold money for this return?"""
    hold = hold_queries.standing(subject_id=subject_id)
    return hold is not None and hold.is_holding


def due_now() -> list[UUID]:
    """Returns whose day is over and for which the card still holds. Inside an entered shop."""
    now = clock.now()
    return [
        one.subject_id
        for one in hold_queries.alive()
        if one.status is HoldStatus.HELD and one.take_at is not None and one.take_at <= now
    ]


def to_remind(*, settings: ShopSettings) -> list[tuple[UUID, UUID, date]]:
    """(return, hold, day) of those whose day is near and of which nothing was handed over. Told once a day each."""
    today = time.local_date(clock.now(), settings.timezone)
    found = []
    for one in hold_queries.alive():
        days = holding.remind_on(last_day=one.last_day, days_before=settings.exchanges.instant_remind)
        if one.status is HoldStatus.HELD and today in days:
            row = hot.first(Return, id=one.subject_id)
            if row is not None and row.handed_over_at is None and row.arrived_at is None:
                found.append((row.id, one.id, today))
    return found
