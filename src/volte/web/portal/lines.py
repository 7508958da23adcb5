"""The order's lines as cards: what may come back until when, and why not, in one sentence each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from volte.catalogue.rules.order import How, LineView
from volte.kit.text import Message, message
from volte.kit.words import Fault
from volte.policy.rules.conditions import Outcome
from volte.policy.rules.decision import Decision
from volte.policy.rules.words import Fact, Openness
from volte.returns.considering import LineOutlook
from volte.runtime.shop_settings import ShopSettings, words
from volte.web.portal.draft import Choice


class State(StrEnum):
    """`fault`: only for something wrong with it. `taken`: every unit is in a return already."""

    OPEN = "open"
    FAULT = "fault"
    REVIEW = "review"
    CLOSED = "closed"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class LineCard:
    """`hint` is a second sentence where a no has a way out; `kit` names what it was sold in, `origin` what it was
    received instead of."""

    line: str
    ref: str
    title: str
    detail: str
    picture: str
    state: State
    sentence: Message
    hint: Message | None
    most: int
    chosen: bool
    quantity: int
    kit: str = ""
    origin: Message | None = None

    @property
    def selectable(self) -> bool:
        return self.state in (State.OPEN, State.FAULT, State.REVIEW)

    @property
    def closed(self) -> bool:
        return not self.selectable


@dataclass(frozen=True, slots=True)
class Reason:
    handle: str
    name: str
    chosen: bool


def cards(outlooks: Sequence[LineOutlook], choices: Mapping[str, Choice]) -> list[LineCard]:
    """A card per line that was not cancelled altogether: first what may come back."""
    lines = {each.line.id: each.line for each in outlooks}
    found = [_card(each, choices.get(each.line.id), lines) for each in outlooks if _sold(each.line) > 0]
    return sorted(found, key=lambda card: not card.selectable)


def detail_of(line: LineView) -> str:
    """Size, colour … in one breath, as the shop wrote them."""
    return ", ".join(value for value in line.options.values() if value)


def picture(address: str) -> str:
    """Only pictures of our own: the page asks nothing of other sites."""
    return address if address.startswith("/") and not address.startswith("//") else ""


def title_of(line: LineView) -> str:
    return line.title or line.sku or line.id


def reasons(outlook: LineOutlook, settings: ShopSettings, language: str, *, chosen: str) -> list[Reason]:
    """The reasons that fit; only faults where nothing else can bring it back."""
    found = []
    for handle in outlook.reasons:
        reason = settings.reason(handle)
        if reason is None or (outlook.outlook.openness is Openness.FAULT_ONLY and reason.fault is Fault.CUSTOMER):
            continue
        found.append(Reason(handle, words(reason.names, language), handle == chosen))
    return found


def seal_matters(decision: Decision) -> bool:
    """Would the answer differ with a broken seal? Then, and only then, it is asked."""
    waits = any(step.outcome is Outcome.MISSING and step.fact is Fact.SEAL_BROKEN for step in decision.steps)
    return waits or decision.seal_must_hold


def _sold(line: LineView) -> int:
    return line.quantity - line.cancelled_quantity


def _card(each: LineOutlook, choice: Choice | None, lines: Mapping[str, LineView]) -> LineCard:
    line, state = each.line, _state(each)
    most = max(0, line.units_left)
    quantity = min(choice.quantity, most) if choice else min(1, most)
    return LineCard(
        line=line.id,
        ref=line.line_id.hex,
        title=title_of(line),
        detail=detail_of(line),
        picture=picture(line.image_url),
        state=state,
        sentence=_sentence(each, state),
        hint=each.outlook.hint if state is State.FAULT else None,
        most=most,
        chosen=choice is not None and most > 0,
        quantity=max(quantity, 1),
        kit=each.kit,
        origin=_origin(line, lines),
    )


def _origin(line: LineView, lines: Mapping[str, LineView]) -> Message | None:
    """What it came instead of, or that it is a new one of the same, or back from the workshop."""
    before = lines.get(line.exchanged.line) if line.exchanged else None
    if before is None or line.exchanged is None:
        return None
    if line.exchanged.how is not How.EXCHANGE:
        return message(f"portal-item-{line.exchanged.how}")
    return message("portal-item-exchanged", item=", ".join(filter(None, (title_of(before), detail_of(before)))))


def _state(each: LineOutlook) -> State:
    if each.line.units_left <= 0:
        return State.TAKEN
    match each.outlook.openness:
        case Openness.OPEN:
            return State.OPEN
        case Openness.FAULT_ONLY:
            return State.FAULT
        case Openness.REVIEW:
            return State.REVIEW
        case Openness.CLOSED:
            return State.CLOSED
        case _:
            assert_never(each.outlook.openness)


def _sentence(each: LineOutlook, state: State) -> Message:
    if state is State.TAKEN:
        return message("portal-item-taken")
    if state is State.OPEN and each.outlook.last_day is not None:
        return message("portal-item-until", day=each.outlook.last_day)
    return each.outlook.sentence
