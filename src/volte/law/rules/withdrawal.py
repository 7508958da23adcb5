"""May this consumer change their mind, until when, and at whose cost? Directive 2011/83/EU arts 9-16 and what each
country made of them.

Three doors must be open: the contract is of the kind, no exception applies, the period has not run out. One closed door
closes the right; one whose lock cannot be seen leaves it unknown.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from volte.kit.text import Message, message
from volte.kit.time import Span
from volte.kit.words import CustomerKind
from volte.law.rules import counting
from volte.law.rules.counting import LastDay, Place
from volte.law.rules.provisions import Citation, Exempt, Statute
from volte.law.rules.situation import Situation
from volte.law.rules.words import Channel, Condition, Coverage, Payer, Standing, Topic, Trait

_AGREED_LATE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The right to withdraw from the contract without giving a reason."""

    standing: Standing
    why: Message
    """The fact that decided `standing`, as a sentence to be written (`law-…`)."""

    missing: tuple[str, ...] = ()
    """Fields of the situation that would settle an UNKNOWN."""

    starts_on: date | None = None
    """The event from which the period is counted; None while it has not happened or is not known."""

    window_days: int | None = None
    """How many days the period lasts, once begun, for a buyer who was informed."""

    last_day: date | None = None
    """The last day, inclusive; None when the right does not exist or its end cannot be named yet."""

    latest_day: date | None = None
    """The last day it could still be with the facts that are missing; equal to `last_day` when none are."""

    seal_must_hold: bool = False
    """The right ends if the buyer breaks the hygiene or media seal."""

    return_paid_by: Payer | None = None
    """Who bears the direct cost of sending back; None when it is not known or nothing is sent."""

    outbound_owed: bool = False
    """The standard outbound delivery is refunded (never the extra for express)."""

    refund_days: int | None = None
    """Days from the notice within which the money must go back; it may be withheld until goods or proof of sending."""

    send_back_days: int | None = None
    """Days from the notice within which the goods must be sent."""

    deduction: Standing = Standing.NO
    """May the merchant deduct for handling beyond what a shop would allow?"""

    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class _Door:
    """One condition of the right: open, closed, or unknown for want of `missing`."""

    standing: Standing
    why: Message
    missing: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    seal_must_hold: bool = False


_OPEN = _Door(Standing.YES, message("law-withdrawal-open"))


def withdrawal(*, situation: Situation, statute: Statute) -> Withdrawal:
    """The right to withdraw in this situation, under the provisions in force when the contract was concluded."""
    if statute.coverage is Coverage.NOT_COVERED or not statute.has(Topic.WINDOW):
        return Withdrawal(Standing.UNKNOWN, message("law-not-covered", country=situation.country), ("law",))
    kind = _kind_of_contract(situation, statute)
    if kind.standing is Standing.NO:
        return Withdrawal(Standing.NO, kind.why, citations=statute.cite(*kind.topics))
    goods = _goods(situation, statute)
    if goods.standing is Standing.NO:
        return Withdrawal(Standing.NO, goods.why, citations=statute.cite(*goods.topics))
    starts_on = _start(situation)
    end = _end(situation, statute, starts_on)
    time = _in_time(situation, end, starts_on)
    if time.standing is Standing.NO:
        return Withdrawal(
            Standing.NO,
            time.why,
            starts_on=starts_on,
            last_day=None if end is None else end.certain,
            latest_day=None if end is None else end.latest,
            citations=statute.cite(Topic.WINDOW, *_not_informed(situation), Topic.COUNTING),
        )
    return _granted(situation, statute, doors=(kind, goods, time), starts_on=starts_on, end=end)


def _granted(
    situation: Situation,
    statute: Statute,
    *,
    doors: tuple[_Door, ...],
    starts_on: date | None,
    end: LastDay | None,
) -> Withdrawal:
    decisive = next((door for door in doors if door.standing is Standing.UNKNOWN), _OPEN)
    digital = Trait.DIGITAL in situation.traits
    costs = (Topic.DIGITAL,) if digital else (Topic.OUTBOUND, Topic.RETURN_COST, Topic.SEND_BACK)
    return Withdrawal(
        decisive.standing,
        decisive.why,
        missing=tuple(name for door in doors for name in door.missing),
        starts_on=starts_on,
        window_days=statute.number(Topic.WINDOW, "days"),
        last_day=None if end is None or starts_on is None else end.certain,
        latest_day=None if end is None else end.latest,
        seal_must_hold=any(door.seal_must_hold for door in doors),
        return_paid_by=None if digital else _return_paid_by(situation),
        outbound_owed=not digital,
        refund_days=statute.number(Topic.REFUND, "days"),
        send_back_days=None if digital else statute.number(Topic.SEND_BACK, "days"),
        deduction=Standing.NO if digital else _asked(situation.informed),
        citations=statute.cite(
            Topic.WINDOW, *_not_informed(situation), Topic.COUNTING, Topic.REFUND, Topic.WITHHOLD, *costs
        ),
    )


def _kind_of_contract(situation: Situation, statute: Statute) -> _Door:
    if situation.channel is Channel.STORE:
        return _Door(Standing.NO, message("law-shop-sale"), topics=(Topic.WINDOW,))
    if situation.buyer is CustomerKind.SOLE_TRADER:
        return _Door(Standing.UNKNOWN, message("law-sole-trader"), missing=("buyer",))
    if situation.buyer is CustomerKind.BUSINESS:
        if situation.channel is Channel.OFF_PREMISES and statute.has(Topic.SMALL_PROFESSIONALS):
            return _Door(Standing.UNKNOWN, message("law-small-professional"), missing=("buyer",))
        return _Door(Standing.NO, message("law-business"), topics=(Topic.BUYERS, Topic.SMALL_PROFESSIONALS))
    return _OPEN


def _goods(situation: Situation, statute: Statute) -> _Door:
    doubtful = _OPEN
    for exempt in statute.exceptions:
        if not exempt.traits <= situation.traits:
            continue
        applies = _applies(exempt, situation)
        why = message(f"law-exception-{exempt.letter}")
        if applies is Standing.YES:
            return _Door(Standing.NO, why, topics=(Topic.EXCEPTIONS,))
        if applies is Standing.UNKNOWN:
            # Who relies on an exception must show it: an unseen seal leaves the right standing, on condition.
            if exempt.when is Condition.SEAL_BROKEN:
                doubtful = _Door(Standing.YES, _OPEN.why, seal_must_hold=True)
            else:
                doubtful = _Door(Standing.UNKNOWN, why, missing=(exempt.when.value,))
    return doubtful


def _applies(exempt: Exempt, situation: Situation) -> Standing:
    match exempt.when:
        case Condition.ALWAYS:
            return Standing.YES
        case Condition.SEAL_BROKEN:
            return _asked(situation.seal_broken)
        case Condition.PERSONALISED:
            if situation.personalised is None and Trait.PERSONALISABLE not in situation.traits:
                return Standing.NO
            return _asked(situation.personalised)
        case Condition.DELIVERED:
            if not situation.delivered_on:
                return Standing.UNKNOWN
            return _asked(min(situation.delivered_on) <= situation.asked_on)
        case Condition.LATE_DELIVERY_AGREED:
            if not situation.delivered_on:
                return Standing.UNKNOWN
            return _asked(min(situation.delivered_on) - situation.concluded_on > _AGREED_LATE)
        case Condition.BEGUN_WITH_CONSENT:
            return _asked(situation.begun_with_consent)


def _asked(fact: bool | None) -> Standing:
    if fact is None:
        return Standing.UNKNOWN
    return Standing.YES if fact else Standing.NO


def _start(situation: Situation) -> date | None:
    """The day of the event: the last good of the order, the first of a regular delivery, the contract for downloads."""
    if Trait.DIGITAL in situation.traits:
        return situation.concluded_on
    if not situation.delivered_on:
        return None
    if Trait.REGULAR_DELIVERY in situation.traits:
        return min(situation.delivered_on)
    return None if situation.delivery_complete is False else max(situation.delivered_on)


def _end(situation: Situation, statute: Statute, starts_on: date | None) -> LastDay | None:
    """The last day; None while the period has not begun."""
    place = Place(situation.country, situation.region)
    window = Span(days=statute.number(Topic.WINDOW, "days"))
    if starts_on is None:
        if situation.delivery_complete is False:
            return None
        # Nothing arrives before it is ordered: so long the right is certain, and nobody knows how much longer.
        earliest = counting.last_day(event_on=situation.concluded_on, span=window, place=place)
        return LastDay(earliest.certain, None)
    initial = counting.last_day(event_on=starts_on, span=window, place=place)
    if situation.informed is True:
        return initial
    extended = _extended(statute, starts_on=starts_on, initial=initial, place=place)
    told = situation.informed_on
    if told is not None and told <= extended.certain:
        after = Span(days=statute.number(Topic.NOT_INFORMED, "days"))
        return counting.later(initial, counting.last_day(event_on=told, span=after, place=place))
    if situation.informed is None:
        return LastDay(initial.certain, extended.latest)
    return extended


def _extended(statute: Statute, *, starts_on: date, initial: LastDay, place: Place) -> LastDay:
    """Twelve months more for whom nobody informed; by both formulas where a country counts in its own way."""
    months = Span(months=statute.number(Topic.NOT_INFORMED, "months"))
    from_end = LastDay(
        counting.rolled(months.after(initial.certain), place=place).certain,
        None if initial.latest is None else counting.rolled(months.after(initial.latest), place=place).latest,
    )
    if statute.word(Topic.NOT_INFORMED, "counted_from") == "initial_end":
        return from_end
    own = Span(months=months.months, days=statute.number(Topic.NOT_INFORMED, "days"))
    return counting.later(from_end, counting.last_day(event_on=starts_on, span=own, place=place))


def _in_time(situation: Situation, end: LastDay | None, starts_on: date | None) -> _Door:
    if end is None or situation.asked_on <= end.certain:
        return _OPEN
    if end.latest is not None and situation.asked_on > end.latest:
        return _Door(Standing.NO, message("law-withdrawal-expired", last_day=end.latest))
    missing = []
    if starts_on is None:
        missing.append("delivered_on")
    if situation.informed is None and situation.informed_on is None:
        missing.append("informed")
    if not missing:
        missing.append("region")
    return _Door(Standing.UNKNOWN, message("law-withdrawal-end-unknown"), missing=tuple(missing))


def _return_paid_by(situation: Situation) -> Payer | None:
    if situation.informed is False or situation.return_cost_informed is False:
        return Payer.MERCHANT
    if situation.informed is None and situation.return_cost_informed is None:
        return None
    return Payer.CUSTOMER


def _not_informed(situation: Situation) -> tuple[Topic, ...]:
    return () if situation.informed else (Topic.NOT_INFORMED,)
