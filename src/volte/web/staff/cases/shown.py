"""How things look at the desk: which meaning, which word, which line of a timeline. No questions asked here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from volte.money.queries import RefundView
from volte.money.rules.outcomes import RefundStatus
from volte.returns import sentences
from volte.returns.rules.lifecycle import Status, Verdict
from volte.returns.views import QueueRow, StepView
from volte.runtime import texts

Meaning = Literal["good", "wait", "act", "stop", "plain"]

STATUS: Mapping[Status, Meaning] = {
    Status.REQUESTED: "act",
    Status.APPROVED: "wait",
    Status.IN_TRANSIT: "wait",
    Status.ARRIVED: "act",
    Status.INSPECTED: "act",
    Status.SETTLED: "good",
    Status.CLOSED: "plain",
    Status.REFUSED: "stop",
    Status.CANCELLED: "plain",
    Status.EXPIRED: "plain",
}
VERDICT: Mapping[Verdict, Meaning] = {
    Verdict.ACCEPTED: "good",
    Verdict.NEEDS_EVIDENCE: "wait",
    Verdict.NEEDS_REVIEW: "act",
    Verdict.REFUSED: "stop",
    Verdict.CANCELLED: "plain",
    Verdict.EXPIRED: "plain",
}
REFUND: Mapping[RefundStatus, Meaning] = {
    RefundStatus.PLANNED: "wait",
    RefundStatus.SENDING: "wait",
    RefundStatus.PENDING: "wait",
    RefundStatus.SUCCEEDED: "good",
    RefundStatus.FAILED: "stop",
    RefundStatus.MANUAL: "act",
    RefundStatus.REPLACED: "plain",
}
_SADLY = frozenset({"refused_by_rules", "refused_by_staff", "scan_lost", "refund_failed", "expired", "cancelled"})


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the timeline, as `<c-moment>` wants it."""

    title: str
    at: datetime
    who: str
    meaning: str
    more: str


def why(row: QueueRow, language: str) -> str:
    """Why a return is on somebody's desk, in a few words; empty when it waits for nobody."""
    match row.waits_for:
        case "":
            return ""
        case "money":
            return texts.say("staff-queue-why-money", language)
        case "customer" if row.why is None and row.due:
            return texts.say("staff-queue-why-pay", language, amount=row.due)
        case "customer" if row.why is None:
            return texts.say("staff-queue-why-evidence", language)
    if row.why is not None and row.why.code == "policy-step-holds":
        return texts.say("staff-queue-why-rule", language, rule=row.why.params.get("rule", ""))
    if row.why is not None:
        return texts.say(f"staff-queue-why-{'evidence' if row.waits_for == 'customer' else 'doubt'}", language)
    if row.doubt:
        return texts.say(f"staff-queue-why-box-{row.doubt}", language)
    if row.appealed:
        return texts.say("staff-queue-why-appeal", language)
    if row.unhappy:
        return texts.say("staff-queue-why-unhappy", language)
    otherwise = row.status in (Status.ARRIVED, Status.INSPECTED)
    return texts.say("staff-queue-why-otherwise" if otherwise else "staff-queue-why-question", language)


def moments(steps: Sequence[StepView], language: str) -> tuple[Moment, ...]:
    """The timeline, newest first: what just happened is what an agent looks for."""
    return tuple(_moment(step, language) for step in reversed(steps))


def failed(refunds: Iterable[RefundView]) -> list[RefundView]:
    """The refunds a person has to see to."""
    return [refund for refund in refunds if refund.status in (RefundStatus.FAILED, RefundStatus.MANUAL)]


def _moment(step: StepView, language: str) -> Moment:
    who = step.who or texts.say(f"staff-case-who-{step.actor_kind}", language)
    title = sentences.step(step, who=who, language=language)
    return Moment(title, step.at, who, "stop" if step.what in _SADLY else "", _more(step))


def _more(step: StepView) -> str:
    """The reason a person gave, where the title does not say it already."""
    reason = step.detail.get("reason")
    return str(reason) if reason and step.what != "refused_by_staff" else ""
