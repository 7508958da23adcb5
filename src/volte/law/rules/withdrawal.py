"""May this consumer change their mind, until when, and at whose cost? Directive 2011/83/EU arts 9-16, what each
country made of them, and what others have instead.

Three doors must be open: the contract is of the kind, no exception applies, the period has not run out. One closed door
closes the right; one whose lock cannot be seen leaves it unknown.
"""

from dataclasses import dataclass
from datetime import date

from volte.kit.text import Message, message
from volte.kit.time import Span
from volte.law.rules import counting, doors, terms
from volte.law.rules.counting import LastDay, Place
from volte.law.rules.provisions import Citation, Statute
from volte.law.rules.situation import Situation
from volte.law.rules.words import (
    Bears,
    Coverage,
    Owed,
    Payer,
    Standing,
    StartEvent,
    Topic,
    Trait,
)


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

    outbound: Owed = Owed.NONE
    """What of the outbound delivery is refunded; standard never is the extra for express."""

    refund: terms.Refund | None = None
    """Within which time the money must go back; None where there is no right."""

    may_withhold: bool = False
    """The refund may wait for the goods or proof that they were sent, whichever comes first."""

    goods_travel: bool = False
    """There is something to send back; not for downloads."""

    send_back_days: int | None = None
    """Days from the notice within which the goods must be sent, where the law says so."""

    deduction: Standing = Standing.NO
    """May the merchant deduct for handling beyond what a shop would allow?"""

    citations: tuple[Citation, ...] = ()

    unverified: tuple[Citation, ...] = ()
    """Those of the citations whose text nobody has compared yet."""

    @property
    def outbound_owed(self) -> bool:
        return self.outbound is not Owed.NONE

    @property
    def refund_days(self) -> int | None:
        return None if self.refund is None else self.refund.days


def withdrawal(*, situation: Situation, statute: Statute) -> Withdrawal:
    """The right to withdraw in this situation, under the provisions in force when the contract was concluded."""
    window = statute.get(Topic.WINDOW, terms.Window)
    if statute.coverage is Coverage.NOT_COVERED or window is None:
        return Withdrawal(Standing.UNKNOWN, message("law-not-covered", country=situation.country), ("law",))
    kind = doors.contract(situation, statute, window)
    if kind.standing is Standing.NO:
        return _closed(kind, statute)
    goods = doors.goods(situation, statute, window)
    if goods.standing is Standing.NO:
        return _closed(goods, statute)
    starts_on = _start(situation, statute)
    end = _end(situation, statute, window, starts_on)
    time = _in_time(situation, end, starts_on)
    if time.standing is Standing.NO:
        return Withdrawal(
            Standing.NO,
            time.why,
            starts_on=starts_on,
            last_day=None if end is None else end.certain,
            latest_day=None if end is None else end.latest,
            citations=statute.cite(*(topics := (Topic.WINDOW, *_not_informed(situation), Topic.COUNTING))),
            unverified=statute.unverified(*topics),
        )
    return _granted(situation, statute, window, opened=(kind, goods, time), starts_on=starts_on, end=end)


def _closed(door: doors.Door, statute: Statute) -> Withdrawal:
    return Withdrawal(
        Standing.NO, door.why, citations=statute.cite(*door.topics), unverified=statute.unverified(*door.topics)
    )


def _granted(
    situation: Situation,
    statute: Statute,
    window: terms.Window,
    *,
    opened: tuple[doors.Door, ...],
    starts_on: date | None,
    end: LastDay | None,
) -> Withdrawal:
    decisive = next((door for door in opened if door.standing is Standing.UNKNOWN), opened[0])
    digital = Trait.DIGITAL in situation.traits
    costs = (Topic.DIGITAL,) if digital else (Topic.OUTBOUND, Topic.RETURN_COST, Topic.SEND_BACK)
    who = opened[0].topics if Topic.SMALL_PROFESSIONALS in opened[0].topics else ()
    topics = (*who, Topic.WINDOW, *_not_informed(situation), Topic.COUNTING, Topic.REFUND, Topic.WITHHOLD, *costs)
    withhold = statute.get(Topic.WITHHOLD, terms.Withhold)
    send_back = statute.get(Topic.SEND_BACK, terms.SendBack)
    return Withdrawal(
        decisive.standing,
        decisive.why,
        missing=tuple(name for door in opened for name in door.missing),
        starts_on=starts_on,
        window_days=window.days,
        last_day=None if end is None or starts_on is None else end.certain,
        latest_day=None if end is None else end.latest,
        seal_must_hold=any(door.seal_must_hold for door in opened),
        return_paid_by=None if digital else _return_paid_by(situation, statute),
        outbound=Owed.NONE if digital else _outbound(statute),
        refund=statute.get(Topic.REFUND, terms.Refund),
        may_withhold=not digital and withhold is not None and withhold.until_goods_or_proof,
        goods_travel=not digital,
        send_back_days=None if digital or send_back is None else send_back.days,
        deduction=Standing.NO if digital or not statute.has(Topic.DEDUCTION) else doors.asked(situation.informed),
        citations=statute.cite(*topics),
        unverified=statute.unverified(*topics),
    )


def _outbound(statute: Statute) -> Owed:
    said = statute.get(Topic.OUTBOUND, terms.Outbound)
    return Owed.NONE if said is None else said.owed


def _start(situation: Situation, statute: Statute) -> date | None:
    """The day of the event: the last good of the order, the first of a regular delivery, the contract for downloads and
    where a country counts from it."""
    said = statute.get(Topic.START, terms.Start) or terms.Start()
    if Trait.DIGITAL in situation.traits or said.event is StartEvent.CONCLUSION:
        return situation.concluded_on
    if not situation.delivered_on:
        return None
    if Trait.REGULAR_DELIVERY in situation.traits:
        return min(situation.delivered_on)
    return None if situation.delivery_complete is False else max(situation.delivered_on)


def _end(situation: Situation, statute: Statute, window: terms.Window, starts_on: date | None) -> LastDay | None:
    """The last day; None while the period has not begun."""
    counted = statute.get(Topic.COUNTING, terms.Counting) or terms.Counting()
    place = Place(situation.country, situation.region, counted)
    span = Span(days=window.days)
    if starts_on is None:
        if situation.delivery_complete is False:
            return None
        # Nothing arrives before it is ordered: so long the right is certain, and nobody knows how much longer.
        earliest = counting.last_day(event_on=situation.concluded_on, span=span, place=place, unit=window.unit)
        return LastDay(earliest.certain, None)
    initial = counting.last_day(event_on=starts_on, span=span, place=place, unit=window.unit)
    longer = statute.get(Topic.NOT_INFORMED, terms.NotInformed)
    if situation.informed is True or longer is None:
        return initial
    extended = _extended(longer, starts_on=starts_on, initial=initial, place=place)
    told = situation.informed_on
    if told is not None and told <= extended.certain:
        after = Span(days=longer.days)
        return counting.later(initial, counting.last_day(event_on=told, span=after, place=place))
    if situation.informed is None:
        return LastDay(initial.certain, extended.latest)
    return extended


def _extended(longer: terms.NotInformed, *, starts_on: date, initial: LastDay, place: Place) -> LastDay:
    """Twelve months more for whom nobody informed; by both formulas where a country counts in its own way."""
    months = Span(months=longer.months)
    from_end = LastDay(
        counting.rolled(months.after(initial.certain), place=place).certain,
        None if initial.latest is None else counting.rolled(months.after(initial.latest), place=place).latest,
    )
    if longer.counted_from == "initial_end":
        return from_end
    own = Span(months=longer.months, days=longer.days)
    return counting.later(from_end, counting.last_day(event_on=starts_on, span=own, place=place))


def _in_time(situation: Situation, end: LastDay | None, starts_on: date | None) -> doors.Door:
    if end is None or situation.asked_on <= end.certain:
        return doors.OPEN
    if end.latest is not None and situation.asked_on > end.latest:
        return doors.Door(Standing.NO, message("law-withdrawal-expired", last_day=end.latest))
    missing = []
    if starts_on is None:
        missing.append("delivered_on")
    if situation.informed is None and situation.informed_on is None:
        missing.append("informed")
    if not missing:
        missing.append("region")
    return doors.Door(Standing.UNKNOWN, message("law-withdrawal-end-unknown"), missing=tuple(missing))


def _return_paid_by(situation: Situation, statute: Statute) -> Payer | None:
    said = statute.get(Topic.RETURN_COST, terms.ReturnCost)
    if said is None or said.payer is not Bears.CUSTOMER_IF_INFORMED:
        return None if said is None else Payer(said.payer.value)
    if situation.informed is False or situation.return_cost_informed is False:
        return Payer.MERCHANT
    if situation.informed is None and situation.return_cost_informed is None:
        return None
    return Payer.CUSTOMER


def _not_informed(situation: Situation) -> tuple[Topic, ...]:
    return () if situation.informed else (Topic.NOT_INFORMED,)
