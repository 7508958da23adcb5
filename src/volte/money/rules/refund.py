"""How much goes back for these units, and why?

A plan is a list of lines, each with its kind, amount and reason, that sums to what the customer gets. Nothing is
lowered silently: units above what was accepted, fees above what they are taken from and money above what is left of
the payments each become a line of their own. In words and numbers: docs/algorithms/refund-plan.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import assert_never

from volte.kit.money import Money, allocate
from volte.kit.rates import rounded
from volte.kit.text import Message, message
from volte.money.rules import plan, reductions, taxes
from volte.money.rules.basis import Paid, PaidLine, PaidOrder, share_of_units
from volte.money.rules.plan import LineKind, PlanLine, RefundPlan
from volte.money.rules.reductions import Reductions
from volte.money.rules.taxes import Part
from volte.money.rules.wish import Deduction, Goodwill, RefundWish, UnitsBack, UnitsReduced


class PartialOutbound(StrEnum):
    """What is owed of the way out while part of the order stays; EU law leaves this open."""

    PRO_RATA = "pro_rata"
    FULL = "full"
    NOTHING = "nothing"


class Wrapping(StrEnum):
    """When gift wrap goes back: with the last of what it wraps, or with the last of the whole order."""

    GOODS = "goods"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Before:
    """What went back earlier for the same order: positions by line, how much of the way out, and each amount by which
    the price of a unit was reduced."""

    units: Mapping[str, frozenset[int]] = field(default_factory=dict)
    outbound: int = 0
    reduced: Reductions = field(default_factory=dict)

    def of(self, line: str) -> frozenset[int]:
        return self.units.get(line, frozenset())

    def reductions(self, line: str) -> Mapping[int, tuple[int, ...]]:
        return self.reduced.get(line, {})


def plan_refund(
    *,
    paid: PaidOrder,
    wish: RefundWish,
    before: Before,
    ceiling: Money,
    flags: Sequence[Message] = (),
    partial: PartialOutbound = PartialOutbound.PRO_RATA,
    wrapping: Wrapping = Wrapping.GOODS,
) -> RefundPlan:
    """Work out `wish` line by line; `ceiling` is what the payments can still give back, in the order's currency.
    `partial`: what is owed of the way out while part of the order stays; `wrapping`: when gift wrap is."""
    lines: list[PlanLine] = []
    paid_now: dict[str, frozenset[int]] = {}
    owed: dict[str, frozenset[int]] = {}
    for units in wish.units:
        line = paid.line(id=units.line)
        gone = before.of(line.id) | paid_now.get(line.id, frozenset())
        asked = line.known(positions=units.positions)
        payable = _payable(line, asked, units.accepted, gone)
        lines += _units_lines(line, units, asked, payable, gone, before.reductions(line.id))
        paid_now[line.id] = paid_now.get(line.id, frozenset()) | frozenset(payable)
        if units.outbound_owed:
            owed[line.id] = owed.get(line.id, frozenset()) | frozenset(payable)
    reduced: dict[str, dict[int, tuple[int, ...]]] = {}
    for units_kept in wish.reduced:
        lines += _reduction_lines(paid.line(id=units_kept.line), units_kept, before, reduced)
    wrapped = _wrapping_lines(paid, owed, _joined(before, paid_now), wrapping)
    lines += wrapped
    paid_now |= {line.line: frozenset(line.positions) for line in wrapped}
    back = _joined(before, paid_now)
    lines += _outbound_lines(paid, owed, back, partial, whole=wish.whole_delivery)
    if wish.goodwill is not None and wish.goodwill.amount:
        lines.append(_goodwill_line(wish.goodwill, paid, back))
    if wish.return_shipping_fee is not None and wish.return_shipping_fee:
        lines.append(_return_fee_line(wish.return_shipping_fee, lines))
    lines += _fees_cap(lines, paid.currency)
    lines += _ceiling_line(lines, ceiling.at_least_zero())
    kept = {line: positions for line, positions in paid_now.items() if positions}
    return RefundPlan(paid.currency, tuple(lines), kept, tuple(flags), reduced)


def _joined(before: Before, now: Mapping[str, frozenset[int]]) -> Before:
    units = {**before.units, **{line: before.of(line) | units for line, units in now.items()}}
    return Before(units, before.outbound, before.reduced)


def _payable(line: PaidLine, asked: tuple[int, ...], accepted: int, gone: frozenset[int]) -> tuple[int, ...]:
    """The asked units that are neither cancelled nor paid back before, as many as were accepted."""
    free = tuple(one for one in asked if one <= line.kept and one not in gone)
    return free[: max(accepted, 0)]


def _units_lines(
    line: PaidLine,
    units: UnitsBack,
    asked: tuple[int, ...],
    payable: tuple[int, ...],
    gone: frozenset[int],
    reduced: Mapping[int, tuple[int, ...]],
) -> list[PlanLine]:
    """What was asked, less what cannot be paid, less what was given back of its price before, less what is kept of it:
    each on its own line."""
    if not asked:
        return []
    currency = line.list_price.currency
    reason = message("money-line-items", title=units.title, count=len(asked))
    lines = [_line(LineKind.ITEMS, line.parts(positions=asked), currency, reason, units, asked)]
    if len(payable) < len(asked):
        held = tuple(one for one in asked if one not in payable)
        settled = sum(1 for one in held if one in gone or one > line.kept)
        reason = message(
            "money-line-units-cap",
            title=units.title,
            count=len(held),
            settled=settled,
            not_accepted=len(held) - settled,
        )
        parts = [-part for part in line.parts(positions=held)]
        lines.append(_line(LineKind.UNITS_CAP, parts, currency, reason, units, held))
    given = reductions.taken_back(line=line, reduced=reduced, positions=payable)
    if given:
        reason = message("money-line-reduced-before", title=units.title)
        lines.append(_line(LineKind.REDUCED_BEFORE, given, currency, reason, units, payable))
    if units.deduction is not None:
        lines += _deduction_lines(units, units.deduction, lines, payable)
    if units.restocking_fee.share and not units.by_right:
        fees = [-part for part in line.fee(of=units.restocking_fee, positions=payable) if part.gross]
        if fees:
            reason = message("money-line-restocking-fee", title=units.title, rate=units.restocking_fee)
            lines.append(_line(LineKind.RESTOCKING_FEE, fees, currency, reason, units, payable))
    return lines


def _line(
    kind: LineKind,
    parts: Sequence[Part],
    currency: str,
    reason: Message,
    units: UnitsBack,
    positions: tuple[int, ...],
) -> PlanLine:
    amount = Money(sum(part.gross for part in parts), currency)
    return PlanLine(kind, amount, tuple(parts), reason, units.reference, units.line, positions)


def _deduction_lines(
    units: UnitsBack, deduction: Deduction, lines: Sequence[PlanLine], payable: tuple[int, ...]
) -> list[PlanLine]:
    """Never more than what was paid for these units: the way out stays owed whole."""
    amount = min(deduction.amount.amount, max(plan.summed(lines), 0))
    if amount <= 0:
        return []
    parts = taxes.shared(amount=-amount, over=plan.parts(lines))
    reason = message("money-line-deduction", title=units.title, why=deduction.why)
    return [_line(LineKind.DEDUCTION, parts, deduction.amount.currency, reason, units, payable)]


def _reduction_lines(
    line: PaidLine, units: UnitsReduced, before: Before, reduced: dict[str, dict[int, tuple[int, ...]]]
) -> list[PlanLine]:
    """Part of the price of units that stay: shared over them by what each is still worth, and never more than that."""
    asked = line.known(positions=units.positions)
    free = [one for one in asked if one <= line.kept and one not in before.of(line.id)]
    mine = reduced.get(line.id, {})
    known = reductions.joined(before.reductions(line.id), mine)
    shares = reductions.shared(line=line, reduced=known, amount=units.amount.amount, positions=free)
    if not shares:
        return []
    reduced[line.id] = reductions.joined(mine, {position: (share,) for position, share in shares.items()})
    parts = reductions.parts(line=line, shares=shares)
    positions = tuple(shares)
    reason = message("money-line-price-reduction", title=units.title, count=len(positions), why=units.why)
    amount = Money(sum(part.gross for part in parts), units.amount.currency)
    return [PlanLine(LineKind.PRICE_REDUCTION, amount, parts, reason, units.reference, units.line, positions)]


def _wrapping_lines(
    paid: PaidOrder, owed: Mapping[str, frozenset[int]], back: Before, wrapping: Wrapping
) -> list[PlanLine]:
    """Services that follow goods: whole, with the last of what they follow, where the way out is owed for these too."""
    found = []
    for service in paid.lines:
        free = [one for one in range(1, service.kept + 1) if one not in back.of(service.id)] if service.follows else []
        if not free:
            continue
        goods = [line for line in paid.lines if not line.follows]
        mine = goods if wrapping is Wrapping.ORDER else _followed(service, goods)
        if not any(owed.get(line.id) for line in mine) or not _all_back(mine, back):
            continue
        parts = service.parts(positions=free)
        amount = Money(sum(part.gross for part in parts), paid.currency)
        reason = message("money-line-wrapping", count=len(free))
        found.append(PlanLine(LineKind.ITEMS, amount, tuple(parts), reason, "", service.id, tuple(free)))
    return found


def _followed(service: PaidLine, goods: Sequence[PaidLine]) -> list[PaidLine]:
    """What it is for, and what was received instead of that."""
    return [
        line
        for line in goods
        if line.id in service.follows or any(unit.line in service.follows for unit in line.instead)
    ]


def _all_back(lines: Sequence[PaidLine], back: Before) -> bool:
    return all(_none_stays(line, back.of(line.id)) for line in lines if not line.follows)


def _none_stays(line: PaidLine, gone: frozenset[int]) -> bool:
    """Is each unit that was not cancelled among those given back? Units paid back before they were cancelled are not
    counted for others."""
    return sum(1 for position in gone if position <= line.kept) >= line.kept


def _outbound_lines(
    paid: PaidOrder, owed: Mapping[str, frozenset[int]], back: Before, partial: PartialOutbound, *, whole: bool
) -> list[PlanLine]:
    """What is owed of the way out: all of it when nothing is left with the customer, otherwise as the shop's setting
    says. `whole`: all that was paid for it, and not its standard price alone.

    Whatever was given back of it before is never given twice, so the parts of several returns sum to the whole.
    """
    way_out = paid.shipping if whole else paid.outbound
    if not way_out.gross or not any(owed.values()):
        return []
    everything = _all_back(paid.lines, back)
    left = way_out.gross.amount - back.outbound
    if everything:
        part, reason = left, "rest" if back.outbound else "all"
    else:
        part, reason = min(left, _partial(paid, owed, partial, way_out.gross.amount)), "part"
    if part <= 0:
        return []
    parts = tuple(_between(each, back.outbound, back.outbound + part) for each in way_out.parts)
    text = message(f"money-line-undelivered-{reason}") if whole else _outbound_words(reason, way_out)
    return [PlanLine(LineKind.OUTBOUND_SHIPPING, Money(part, paid.currency), parts, text)]


def _outbound_words(reason: str, way_out: Paid) -> Message:
    return message(f"money-line-outbound-{reason}", standard=way_out.gross)


def _between(whole: Part, start: int, end: int) -> Part:
    """The minor units from `start` to `end` of a part, each tax counted from the first of them: whatever is given back
    in steps sums to the whole."""
    steps = [rounded(end * tax, whole.gross) - rounded(start * tax, whole.gross) for tax in whole.taxes]
    return Part(whole.rates, end - start, tuple(steps))


def _partial(paid: PaidOrder, owed: Mapping[str, frozenset[int]], partial: PartialOutbound, whole: int) -> int:
    """The owed part in minor units; pro rata shares by what was paid, over lines and then over kept units."""
    match partial:
        case PartialOutbound.FULL:
            return whole
        case PartialOutbound.NOTHING:
            return 0
        case PartialOutbound.PRO_RATA:
            kept = [line for line in paid.lines if line.kept and not line.follows and not line.instead]
            shares = allocate(whole, [line.gross_kept() for line in kept])
            bought = paid.bought(units=owed)
            return sum(
                share_of_units(amount=share, over=line.kept, positions=bought[line.id])
                for line, share in zip(kept, shares, strict=True)
                if share and line.id in bought
            )
        case _:
            assert_never(partial)


def _goodwill_line(goodwill: Goodwill, paid: PaidOrder, back: Before) -> PlanLine:
    """A gesture lowers what was paid for what stays with the customer; where nothing stays, for the whole order."""
    over = _staying(paid, back) or taxes.summed(part for line in paid.lines for part in line.paid.parts)
    parts = taxes.shared(amount=goodwill.amount.amount, over=over)
    return PlanLine(LineKind.GOODWILL, goodwill.amount, parts, message("money-line-goodwill", why=goodwill.why))


def _staying(paid: PaidOrder, back: Before) -> tuple[Part, ...]:
    """What was paid for the units that stay with the customer, by tax treatment, and of the way out."""
    found: list[Part] = []
    for line in paid.lines:
        gone = back.of(line.id)
        found += line.parts(positions=[one for one in range(1, line.kept + 1) if one not in gone])
    found += [_between(whole, back.outbound, whole.gross) for whole in paid.shipping.parts if whole.gross]
    return tuple(part for part in taxes.summed(found) if part.gross > 0)


def _return_fee_line(fee: Money, lines: Sequence[PlanLine]) -> PlanLine:
    """The fee lowers what goes back, so it bears its tax."""
    parts = taxes.shared(amount=-fee.amount, over=plan.parts(lines))
    return PlanLine(LineKind.RETURN_SHIPPING_FEE, -fee, parts, message("money-line-return-shipping"))


def _fees_cap(lines: Sequence[PlanLine], currency: str) -> list[PlanLine]:
    """Fees eat up a refund at most: nobody owes money for sending goods back, nor tax."""
    missing = plan.summed(lines)
    if missing >= 0:
        return []
    parts = tuple(-part for part in plan.parts(lines) if part.gross or part.tax())
    return [PlanLine(LineKind.FEES_CAP, Money(-missing, currency), parts, message("money-line-fees-cap"))]


def _ceiling_line(lines: Sequence[PlanLine], ceiling: Money) -> list[PlanLine]:
    wanted = plan.summed(lines)
    if wanted <= ceiling.amount:
        return []
    over = Money(wanted - ceiling.amount, ceiling.currency)
    reason = message("money-line-ceiling", wanted=Money(wanted, ceiling.currency), ceiling=ceiling)
    return [PlanLine(LineKind.CEILING, -over, taxes.shared(amount=-over.amount, over=plan.parts(lines)), reason)]
