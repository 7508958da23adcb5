"""At the bench: a unit came back used, and whoever looks at it says what that is worth, with photos."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from volte.kit import ids
from volte.kit.errors import Conflict, Invalid
from volte.kit.money import Money
from volte.money.rules import deduction
from volte.returns import chaining, queries, rows, wire, worn
from volte.returns.models import Return, ReturnItem
from volte.returns.operations.settling import deducting
from volte.returns.rules import wear
from volte.returns.rules.lifecycle import Act
from volte.returns.rules.wear import Standing, Wear
from volte.runtime import clock, shop_settings
from volte.runtime.actor import Actor
from volte.runtime.operation import operation, question
from volte.runtime.permissions import Permission
from volte.warehouse import queries as warehouse
from volte.warehouse.queries import UnitView
from volte.warehouse.rules.receiving import Match

_BETWEEN = " · "


@question(Permission.WAREHOUSE_INSPECT)
def most_for_use(*, by: Actor, unit_id: UUID) -> Money:
    """The most that may be proposed for a unit: what was paid for it, less what is taken off already. Refuses what
    `propose_deduction` refuses before it looks at the amount."""
    _, row, item = _of(by, unit_id)
    return _most(row, item, str(unit_id))


@operation(Permission.WAREHOUSE_INSPECT)
def propose_deduction(*, by: Actor, unit_id: UUID, amount: Money, reason: str, photos: Sequence[str]) -> None:
    """Say what a unit lost by use; said again it replaces what was said. Its money waits until somebody decides, or
    goes out less this amount where the shop lets the bench decide so much alone. `photos` are digests of files.

    Refuses `unit_unknown`, `wear_stray`, `wear_in_kind`, `deduction_not_allowed`, `deduction_too_late`, what
    `money.rules.deduction` refuses, `wear_needs_photo` and `wear_too_many_photos`.
    """
    unit, row, item = _of(by, unit_id)
    decided = deduction.decided(amount=amount, why=_tidy(reason), allowed=True, worth=_most(row, item, str(unit_id)))
    if not photos:
        raise Invalid("wear_needs_photo")
    if len(photos) > wear.MOST_PHOTOS:
        raise Invalid("wear_too_many_photos", most=wear.MOST_PHOTOS)
    shown = tuple(dict.fromkeys(photos))
    found = Wear(str(ids.new_id()), str(unit_id), decided.amount.amount, decided.why, shown, by.name[:120])
    item.wear = wear.written(wear.put(wear.read(item.wear), found))
    now, taken = clock.now(), wire.money(decided.amount)
    rows.step(
        row,
        "deduction_proposed",
        by=by,
        now=now,
        proof=chaining.worn(item, found),
        amount=taken,
        reason=found.why,
        title=item.title,
        photos=len(shown),
    )
    if unit.grade is not None:
        _looked_at_before(by, row, item, unit)
    rows.restate(row, items=rows.locked(by=by, return_id=row.id)[1], now=now)


@operation(Permission.WAREHOUSE_INSPECT)
def take_back_proposal(*, by: Actor, unit_id: UUID) -> None:
    """Nothing is to be taken off this unit after all, as long as it was not graded. Refuses `wear_not_proposed`, and
    `wear_decided_elsewhere` once it is with the desk."""
    unit = warehouse.unit(unit_id=unit_id)
    if unit.subject_id is None or unit.line_id is None:
        raise Invalid("wear_stray")
    row, items = rows.locked(by=by, return_id=unit.subject_id)
    item = rows.item_of(items, unit.line_id)
    found = wear.read(item.wear)
    mine = wear.of_unit(found, str(unit_id))
    if mine is None:
        raise Conflict("wear_not_proposed")
    if not mine.is_open or mine.seen:
        raise Conflict("wear_decided_elsewhere")
    item.wear = wear.written(wear.without(found, str(unit_id)))
    now = clock.now()
    rows.restate(row, items, now=now)
    rows.step(row, "deduction_taken_back", by=by, now=now, title=item.title)


def graded(by: Actor, row: Return, item: ReturnItem, unit: UnitView, *, agreed: bool) -> bool:
    """The unit was looked at: may it be paid, as far as what was proposed of it is concerned?"""
    found = wear.read(item.wear)
    mine = wear.of_unit(found, str(unit.id))
    if mine is None or not mine.is_open:
        return True
    if not (agreed and wear.alone(mine.amount, shop_settings.of_shop(row.shop_id).bench.alone)):
        item.wear = wear.written(wear.put(found, replace(mine, seen=True)))
        return False
    item.wear = wear.written(wear.put(found, replace(mine, seen=True, standing=Standing.ALONE)))
    item.deduction += mine.amount
    item.deduction_reason = _joined(item.deduction_reason, mine.why)
    taken = wire.money(Money(mine.amount, row.currency))
    rows.step(row, "deducted", by=by, now=clock.now(), amount=taken, reason=mine.why, title=item.title)
    return True


def ungraded(item: ReturnItem, unit: UnitView) -> bool:
    """The look was taken back, and with it what the bench decided alone. Was the unit one that could be paid?"""
    found = wear.read(item.wear)
    mine = wear.of_unit(found, str(unit.id))
    if mine is None or not mine.seen:
        return True
    if mine.is_open:
        item.wear = wear.written(wear.put(found, replace(mine, seen=False)))
        return False
    if mine.standing is Standing.ALONE and item.deduction - item.deducted >= mine.amount:
        item.wear = wear.written(wear.put(found, replace(mine, seen=False, standing=Standing.PROPOSED)))
        item.deduction -= mine.amount
        rest = [words for words in item.deduction_reason.split(_BETWEEN) if words != mine.why]
        item.deduction_reason = _BETWEEN.join(rest)
    return True


def _looked_at_before(by: Actor, row: Return, item: ReturnItem, unit: UnitView) -> None:
    """Graded before it was said that it is used: it is held back from now on, or paid less at once."""
    agreed = item.passed > item.settled
    if agreed:
        item.passed -= 1
    if graded(by, row, item, unit, agreed=agreed) and agreed:
        item.passed += 1


def _of(by: Actor, unit_id: UUID) -> tuple[UnitView, Return, ReturnItem]:
    """The unit and its item, which a proposal may be made of."""
    unit = warehouse.unit(unit_id=unit_id)
    if unit.subject_id is None or unit.line_id is None or unit.match is not Match.EXPECTED:
        raise Invalid("wear_stray")
    row, items = rows.locked(by=by, return_id=unit.subject_id)
    rows.allow(row, Act.DEDUCT)
    item = rows.item_of(items, unit.line_id)
    match worn.obstacle(item=queries.item_view(item), unit_id=unit_id):
        case None:
            return unit, row, item
        case wear.Obstacle.IN_KIND:
            raise Invalid("wear_in_kind")
        case wear.Obstacle.NOT_AS_AGREED | wear.Obstacle.LAW:
            raise Invalid("deduction_not_allowed")
        case _:
            raise Conflict("deduction_too_late", number=row.number)


def _most(row: Return, item: ReturnItem, unit: str) -> Money:
    """What was paid for one unit, and never more than the units here bring less what is taken off them already."""
    here = max(item.arrived, item.inspected) - item.settled - item.rejected
    others = wear.proposed(wear.without(wear.read(item.wear), unit))
    taken = Money(item.deduction - item.deducted + others, row.currency)
    one = deducting.worth_here(row, item, 1)
    whole = one if here == 1 else deducting.worth_here(row, item, here)
    return min(one, (whole - taken).at_least_zero(), key=lambda each: each.amount)


def _tidy(reason: str) -> str:
    return " ".join(reason.replace(_BETWEEN, ", ").split())[:500]


def _joined(before: str, more: str) -> str:
    return _BETWEEN.join(dict.fromkeys([*filter(None, before.split(_BETWEEN)), more]))
