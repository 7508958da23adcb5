"""A return in sentences, for whoever reads it: its steps, and the reasons of a decision line by line."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from volte.kit.money import Money
from volte.kit.text import Message
from volte.returns import wire
from volte.returns.views import StepView
from volte.runtime import shop_settings, texts
from volte.runtime.shop_settings import ShopSettings

_PASSED_OVER = ("policy-step-fails", "policy-step-missing", "policy-step-cannot-tell")


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One line of a decision's reasons; `source` is where the law says so, `decided` what settled it, `passed_over` a
    rule of the shop that was looked at and did not apply."""

    words: str
    source: str
    decided: bool
    passed_over: bool = False


def step(step: StepView, *, who: str, language: str) -> str:
    """The line of a step; its code where nobody wrote a sentence for it."""
    if not texts.known(f"step-{step.what.replace('_', '-')}", language):
        return step.what
    detail = {key: _plain(value) for key, value in step.detail.items()}
    return texts.say(Message(f"step-{step.what}", {"who": who, **detail}), language)


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
        words = texts.say(_with_reason_named(said, settings, language), language)
        steps.append(TraceStep(words, "", decided, passed_over=said.code in _PASSED_OVER))
    return tuple(steps)


def _with_reason_named(said: Message, settings: ShopSettings, language: str) -> Message:
    """A rule looks at the handle of a reason; people know it by the shop's words."""
    fact, handle = said.params.get("fact"), said.params.get("value")
    if not isinstance(fact, Message) or fact.code != "policy-fact-reason" or not isinstance(handle, str):
        return said
    reason = settings.reason(handle)
    named = shop_settings.words(reason.names, language) if reason else handle
    return Message(said.code, {**said.params, "value": named})


def _plain(value: Any) -> Any:
    match value:
        case {"amount": int(amount), "currency": str(currency)}:
            return Money(amount, currency)
        case _:
            return value
