"""Which deadlines does a case have, and which of them is the next?

One row for each `Code`: the most pressing of the case's items. Days are counted in the customer's zone, answers of the
shop in the shop's; every `due` is the first moment too late. Another deadline is another function in `_ROWS`.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from volte.kit import time
from volte.kit.words import RefundTrigger, Resolution
from volte.law.rules import terms, working_days
from volte.law.rules.refunding import News
from volte.law.rules.words import RefundStart, Topic
from volte.returns.rules.clocks.clock import Case, Clock, Part, Right
from volte.returns.rules.clocks.words import PERIODS, Awaited, Code, Origin, State, Who
from volte.returns.rules.lifecycle import Verdict

T = TypeVar("T")
_PAID_OUT = (Resolution.REFUND, Resolution.CREDIT, Resolution.EXCHANGE)
_CURED = (Resolution.REPAIR, Resolution.REPLACEMENT)


def table(case: Case) -> tuple[Clock, ...]:
    """Every deadline of the case, in the order of the journey."""
    found = (_most_pressing(list(row(case))) for row in _ROWS)
    return tuple(clock for clock in found if clock is not None)


def next_due(case: Case) -> datetime | None:
    """What lists sort by: the earliest moment by which something is owed; None when nothing is, or none can be
    named."""
    open_ones = (clock.due for row in _LISTED for clock in row(case) if clock.done_at is None)
    return min((due for due in open_ones if due is not None), default=None)


def by_urgency(clocks: Iterable[Clock], now: datetime) -> list[Clock]:
    """What is overdue first, then what runs, what waits, and what is done or over."""
    order = (State.MISSED, State.RUNNING, State.WAITING, State.MET, State.OVER)

    def key(clock: Clock) -> tuple[int, bool, float]:
        state = clock.state(now)
        # Periods of the law run for years: below what somebody has to do.
        return order.index(state), clock.code in PERIODS, clock.due.timestamp() if clock.due else 0.0

    return sorted(clocks, key=key)


def _most_pressing(clocks: Sequence[Clock]) -> Clock | None:
    def key(clock: Clock) -> tuple[bool, bool, float]:
        return clock.done_at is not None, clock.due is None, clock.due.timestamp() if clock.due else 0.0

    return min(clocks, key=key, default=None)


def _answer(case: Case) -> Iterable[Clock]:
    """A person has to answer: a request the rules leave open, goods that are not what was agreed, a question, or (in
    the time promised to whoever appeals) whether a refusal stands."""
    if case.appeal_until is not None:
        yield Clock(Code.APPEAL, Who.SHOP, Origin.PROMISE, case.zone, case.appeal_until)
        return
    if case.asked_since is None:
        return
    asked_on = time.local_date(case.asked_since, case.zone)
    # Only the country's own: what a region keeps is no holiday of a shop elsewhere.
    day = working_days.after(asked_on, case.answer_days, country=case.country, region=working_days.NATIONWIDE)
    code = Code.ANSWER if case.undecided else Code.QUESTION
    yield Clock(code, Who.SHOP, Origin.PROMISE, case.zone, time.end_of(day, case.zone))


def _evidence(case: Case) -> Iterable[Clock]:
    for part in case.parts:
        if part.verdict is Verdict.NEEDS_EVIDENCE and part.evidence_until is not None:
            yield Clock(Code.EVIDENCE, Who.CUSTOMER, Origin.PROMISE, part.zone, part.evidence_until)


def _send_back(case: Case) -> Iterable[Clock]:
    """The shop's last day, or the law's where it is later: a promise never shortens a right."""
    part = next((part for part in case.parts if part.verdict is Verdict.ACCEPTED and not part.kept), None)
    if part is None or case.last_day is None or not case.travels:
        return
    promised = time.end_of(case.last_day, case.zone)
    lawful = _lawful_send_back(case, part)
    if lawful is None or lawful <= promised:
        yield Clock(Code.SEND_BACK, Who.CUSTOMER, Origin.PROMISE, case.zone, promised, done_at=case.proof_at)
        return
    yield Clock(
        Code.SEND_BACK,
        Who.CUSTOMER,
        Origin.LAW,
        part.zone,
        lawful,
        done_at=case.proof_at,
        contract=part.contract,
        topics=(Topic.SEND_BACK,),
    )


def _lawful_send_back(case: Case, part: Part) -> datetime | None:
    if part.contract is None or part.withdrawal is None or not part.withdrawal.used:
        return None
    rule = part.contract.statute.get(Topic.SEND_BACK, terms.SendBack)
    if rule is None:
        return None
    return time.end_of(time.local_date(case.requested_at, part.zone) + timedelta(days=rule.days), part.zone)


def _promised(case: Case) -> Iterable[Clock]:
    for part in _owed(case):
        if part.within_days is not None:
            news, awaits = _news(case, part)
            due = news + timedelta(days=part.within_days) if news is not None else None
            yield Clock(
                Code.REFUND_PROMISED, Who.SHOP, Origin.PROMISE, case.zone, due, awaits, done_at=_paid_at(case, part)
            )


def _lawful(case: Case) -> Iterable[Clock]:
    for part in _owed(case):
        if part.legal.days is None:
            continue
        due = _lawful_by(case, part)
        awaits = Awaited.GOODS if part.legal.starts is RefundStart.GOODS else Awaited.GOODS_OR_PROOF
        yield Clock(
            Code.REFUND_LAW,
            Who.SHOP,
            Origin.LAW,
            part.zone,
            due,
            None if due is not None else awaits,
            done_at=_paid_at(case, part),
            contract=part.contract,
            topics=(Topic.REFUND, Topic.WITHHOLD) if part.legal.may_withhold else (Topic.REFUND,),
            late_topic=Topic.LATE_REFUND,
        )


def _lawful_by(case: Case, part: Part) -> datetime | None:
    """As `refunding` counts days; where the goods end the waiting, due at that very moment and not the day's end."""
    if part.legal.starts is RefundStart.NOTICE:
        if part.lawful_at is None or not part.legal.may_withhold:
            return part.lawful_at
        return max(part.lawful_at, case.proof_at) if case.proof_at is not None else None
    proof, goods = (time.local_date(at, part.zone) if at else None for at in (case.proof_at, case.arrived_at))
    end = part.legal.lawful_by(News(time.local_date(case.requested_at, part.zone), proof_on=proof, goods_on=goods))
    return time.end_of(end, part.zone) if end else None


def _cure(case: Case) -> Iterable[Clock]:
    """Repair or replacement: within so many days of being asked, else within a reasonable time."""
    for part in _accepted(case):
        rule = _conformity(part, Topic.CONFORMITY_REMEDY, terms.ConformityRemedy)
        if rule is None or part.resolution not in _CURED:
            continue
        asked_on = time.local_date(case.requested_at, part.zone)
        due = time.end_of(asked_on + timedelta(days=rule.days), part.zone) if rule.days else None
        yield Clock(
            Code.CURE,
            Who.SHOP,
            Origin.LAW,
            part.zone,
            due,
            None if due else Awaited.REASONABLE,
            done_at=_paid_at(case, part),
            contract=part.contract,
            topics=(Topic.CONFORMITY_REMEDY,),
        )


def _conformity_refund(case: Case) -> Iterable[Clock]:
    """The price back for goods that are not as they should be: from the goods or proof of them, or (where the consumer
    may reject them) from the day the shop agreed."""
    for part in _owed(case):
        remedy = _conformity(part, Topic.CONFORMITY_REMEDY, terms.ConformityRemedy)
        reject = _conformity(part, Topic.CONFORMITY_REJECT, terms.ConformityReject)
        if remedy is not None and remedy.refund_days:
            days, topic, since, awaits = (
                remedy.refund_days, Topic.CONFORMITY_REMEDY, case.proof_at, Awaited.GOODS_OR_PROOF
            )  # fmt: skip
        elif reject is not None and reject.refund_days:
            days, topic, since, awaits = (
                reject.refund_days, Topic.CONFORMITY_REJECT, case.approved_at, Awaited.APPROVAL
            )  # fmt: skip
        else:
            continue
        due = time.end_of(time.local_date(since, part.zone) + timedelta(days=days), part.zone) if since else None
        yield Clock(
            Code.CONFORMITY_REFUND,
            Who.SHOP,
            Origin.LAW,
            part.zone,
            due,
            None if due else awaits,
            done_at=_paid_at(case, part),
            contract=part.contract,
            topics=(topic,),
            late_topic=Topic.CONFORMITY_LATE_REFUND,
        )


def _withdrawal_period(case: Case) -> Iterable[Clock]:
    for part in case.parts:
        yield from _period(case, part, Code.WITHDRAWAL_PERIOD, part.withdrawal, Topic.WINDOW)


def _guarantee(case: Case) -> Iterable[Clock]:
    for part in case.parts:
        yield from _period(case, part, Code.GUARANTEE, part.guarantee, Topic.CONFORMITY_TERM)


def _period(case: Case, part: Part, code: Code, right: Right | None, topic: Topic) -> Iterable[Clock]:
    if right is None:
        return
    yield Clock(
        code,
        Who.CUSTOMER,
        Origin.LAW,
        part.zone,
        time.end_of(right.last_day, part.zone),
        done_at=case.requested_at if right.used else None,
        contract=part.contract,
        topics=(topic,),
        right=right,
    )


def _conformity(part: Part, topic: Topic, kind: type[T]) -> T | None:
    return part.contract.statute.get(topic, kind) if part.contract is not None and part.faulty else None


def _accepted(case: Case) -> Iterable[Part]:
    return (part for part in case.parts if part.verdict is Verdict.ACCEPTED)


def _owed(case: Case) -> Iterable[Part]:
    """What is paid for. An exchange for which the customer still has to pay waits for them."""
    return (part for part in _accepted(case) if part.resolution in _PAID_OUT and not part.unpaid)


def _paid_at(case: Case, part: Part) -> datetime | None:
    return (case.settled_at or case.inspected_at or case.requested_at) if part.over else None


def _news(case: Case, part: Part) -> tuple[datetime | None, Awaited | None]:
    """When the news came that starts the promise; else what is awaited."""
    if part.kept:
        at, awaits = case.approved_at, Awaited.APPROVAL
    elif part.trigger is RefundTrigger.CARRIER_SCAN:
        at, awaits = case.handed_over_at, Awaited.HAND_OVER
    elif part.trigger is RefundTrigger.RECEIPT:
        at, awaits = case.arrived_at if part.arrived else None, Awaited.ARRIVAL
    else:
        at, awaits = case.inspected_at if part.inspected else None, Awaited.INSPECTION
    return at, None if at is not None else awaits


_LISTED: tuple[Callable[[Case], Iterable[Clock]], ...] = (
    _answer,
    _evidence,
    _promised,
    _lawful,
    _cure,
    _conformity_refund,
)
"""Something is owed, or somebody waits for it. Goods that are not sent back are nobody's debt."""

_ROWS = (*_LISTED[:2], _send_back, *_LISTED[2:], _withdrawal_period, _guarantee)
