"""How things look at the desk: which meaning, which word, which line of a timeline. No questions asked here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from volte.kit.money import Money
from volte.kit.text import Message
from volte.money.queries import RefundView
from volte.money.rules.outcomes import RefundStatus
from volte.returns import wire
from volte.returns.rules.lifecycle import Status, Verdict
from volte.returns.views import QueueRow, StepView
from volte.runtime import shop_settings, texts
from volte.runtime.shop_settings import ShopSettings

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
}
_SADLY = frozenset({"refused_by_rules", "refused_by_staff", "scan_lost", "refund_failed", "expired", "cancelled"})


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One line of a decision's reasons, as `<c-trace>` wants it."""

    words: str
    source: str
    decided: bool


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


def trace(reasons: Iterable[Any], settings: ShopSettings, language: str) -> tuple[TraceStep, ...]:
    """The kept reasons of a decision; citations stand beside the line they support, the verdict last."""
    steps: list[TraceStep] = []
    for kept in reasons:
        said = wire.message_back(kept)
        if said is None:
            continue
        if said.code == "policy-step-cites" and steps:
            steps[-1] = TraceStep(steps[-1].words, str(said.params["citations"]), steps[-1].decided)
            continue
        decided = said.code == "policy-step-holds" or said.code.startswith("policy-verdict-")
        steps.append(TraceStep(texts.say(_with_reason_named(said, settings, language), language), "", decided))
    return tuple(steps)


def _with_reason_named(said: Message, settings: ShopSettings, language: str) -> Message:
    """A rule looks at the handle of a reason; people know it by the shop's words."""
    fact, handle = said.params.get("fact"), said.params.get("value")
    if not isinstance(fact, Message) or fact.code != "policy-fact-reason" or not isinstance(handle, str):
        return said
    reason = settings.reason(handle)
    named = shop_settings.words(reason.names, language) if reason else handle
    return Message(said.code, {**said.params, "value": named})


def moments(steps: Sequence[StepView], language: str) -> tuple[Moment, ...]:
    """The timeline, newest first: what just happened is what an agent looks for."""
    return tuple(_moment(step, language) for step in reversed(steps))


def failed(refunds: Iterable[RefundView]) -> list[RefundView]:
    """The refunds a person has to see to."""
    return [refund for refund in refunds if refund.status in (RefundStatus.FAILED, RefundStatus.MANUAL)]


def _moment(step: StepView, language: str) -> Moment:
    detail = {key: _plain(value) for key, value in step.detail.items()}
    who = step.who or texts.say(f"staff-case-who-{step.actor_kind}", language)
    known = texts.known(f"step-{step.what.replace('_', '-')}", language)
    line = Message(f"step-{step.what}", {"who": who, **detail})
    title = texts.say(line, language) if known else step.what
    return Moment(title, step.at, who, "stop" if step.what in _SADLY else "", _more(step, detail))


def _more(step: StepView, detail: Mapping[str, Any]) -> str:
    """The reason a person gave, where the title does not say it already."""
    reason = detail.get("reason")
    return str(reason) if reason and step.what != "refused_by_staff" else ""


def _plain(value: Any) -> Any:
    match value:
        case {"amount": int(amount), "currency": str(currency)}:
            return Money(amount, currency)
        case _:
            return value
