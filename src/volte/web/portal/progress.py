"""Where does a return stand? One headline, the way gone and the way ahead, and what came or will come of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from volte.catalogue.rules.product import Variant
from volte.kit import ids, time
from volte.kit.money import Money
from volte.kit.text import Message, message
from volte.kit.words import Method
from volte.money.rules.outcomes import Reached
from volte.returns.rules.lifecycle import Kind, Status, Verdict
from volte.returns.views import ItemView, ReturnView, StepView
from volte.returns.wire import message_back
from volte.runtime.shop_settings import ShopSettings, words
from volte.web.portal import instead as naming
from volte.web.portal import lines, said

# Steps that say nothing to a shopper, or that another part of the page says better.
_QUIET = frozenset(
    {
        "note",
        "inspection_undone",
        "question",
        "answer",
        "waits_for_shop",
        "waits_for_customer",
        "closed",
        # What the bench thinks is news once somebody decided.
        "deduction_proposed",
        "deduction_taken_back",
        "feedback_seen",
        # Decided is not paid: "all done" is said by itself, once the money has arrived.
        "settled",
    }
)
_MEANING: Mapping[Status, str] = {
    Status.REQUESTED: "wait",
    Status.APPROVED: "act",
    Status.IN_TRANSIT: "wait",
    Status.ARRIVED: "wait",
    Status.INSPECTED: "wait",
    Status.SETTLED: "good",
    Status.CLOSED: "good",
    Status.REFUSED: "stop",
    Status.CANCELLED: "plain",
    Status.EXPIRED: "stop",
}
# Where a parcel of it has been opened, whatever was in it.
_HERE = (Status.IN_TRANSIT, Status.ARRIVED, Status.INSPECTED)
_BESIDES = (Status.REQUESTED, Status.REFUSED, Status.CANCELLED)
_DECIDED = (Status.SETTLED, Status.CLOSED)
_AHEAD: Mapping[Status, tuple[str, ...]] = {
    Status.REQUESTED: ("answer", "hand-over", "check", "money"),
    Status.APPROVED: ("hand-over", "check", "money"),
    Status.IN_TRANSIT: ("travel", "check", "money"),
    Status.ARRIVED: ("check", "money"),
    Status.INSPECTED: ("money",),
}


@dataclass(frozen=True, slots=True)
class Headline:
    """What to know at a glance. `meaning` is a status's meaning; `day` the next date that matters."""

    title: Message
    lead: Message | None
    status: Message
    meaning: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item of a return, with the decision in one sentence when it is not a plain yes."""

    public_id: str
    title: str
    picture: str
    quantity: int
    resolution: Message
    verdict: Verdict
    sentence: Message | None
    hint: Message | None
    photos: Sequence[str]
    wants_photo: bool
    wants_words: bool

    @property
    def refused(self) -> bool:
        return self.verdict is Verdict.REFUSED


@dataclass(frozen=True, slots=True)
class Moment:
    """A step on the way: gone, now, or still ahead."""

    title: Message
    state: Literal["done", "now", "next"]
    at: datetime | None = None
    who: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """A return of the order in a list."""

    number: str
    units: int
    day: date
    status: Message


def earlier_rows(views: Sequence[ReturnView], *, zone: str) -> list[EarlierRow]:
    return [
        EarlierRow(
            view.number,
            sum(item.quantity for item in view.items),
            time.local_date(view.requested_at, zone),
            status_words(view),
        )
        for view in views
    ]


def headline(
    view: ReturnView, steps: Sequence[StepView], *, due: Money | None = None, reached: Reached = Reached.DONE
) -> Headline:
    """`due` is what the customer still has to pay: it stands above all else. `reached` says how far the money is."""
    if due is not None:
        return Headline(
            title=message("portal-then-title-to-pay", amount=due),
            lead=message("portal-then-lead-to-pay"),
            status=message("portal-status-to-pay"),
            meaning="act",
        )
    if view.doubt and view.status in _HERE:
        return Headline(
            title=message(f"portal-then-title-box-{view.doubt.replace('_', '-')}"),
            lead=message(f"portal-then-lead-box-{view.doubt.replace('_', '-')}", missing=_missing(view)),
            status=message("portal-status-box"),
            meaning="wait",
        )
    if view.status in _DECIDED and reached is not Reached.DONE:
        return _on_its_way(reached)
    code = _code(view)
    day = view.last_day if view.status is Status.APPROVED else None
    if view.kind is not Kind.RETURN and view.status in _BESIDES:
        return _besides(view, steps)
    return Headline(
        title=message(f"portal-then-title-{code}", day=day, amount=view.value, count=_units(view)),
        lead=_lead(view, steps, code),
        status=message("portal-status-done") if view.status is Status.SETTLED else status_words(view),
        meaning="act" if view.waits_for == "customer" else _MEANING[view.status],
        day=day,
    )


def _besides(view: ReturnView, steps: Sequence[StepView]) -> Headline:
    """Of goods that never arrived or have not left: there is nothing to send, and no label."""
    code = f"{view.kind.value}-{view.status.value}"
    asked = "claim-asked" if view.kind is Kind.CLAIM and view.inquiry_until is None else code
    zone = str(view.items[0].decision.get("zone") or "UTC")
    day = time.local_date(view.inquiry_until, zone) if view.inquiry_until else None
    lead = message(f"portal-then-lead-{asked}", day=day)
    return Headline(
        title=message(f"portal-then-title-{code}"),
        lead=_refusal(view, steps) if view.status is Status.REFUSED else lead,
        status=status_words(view),
        meaning=_MEANING[view.status],
    )


def _on_its_way(reached: Reached) -> Headline:
    """All is decided, and not all of the money is there: nobody is told that it is over."""
    code = reached.value.replace("_", "-")
    return Headline(
        title=message(f"portal-then-title-refund-{code}"),
        lead=message(f"portal-then-lead-refund-{code}"),
        status=message(f"portal-status-refund-{code}"),
        meaning="wait",
    )


def status_words(view: ReturnView) -> Message:
    """In a word, as far as the return itself knows: whether money has arrived stands on its page."""
    if view.status in _DECIDED and view.waits_for == "money":
        return message("portal-status-refund-failed")
    if view.status is Status.REQUESTED and view.waits_for == "customer":
        return message("portal-status-requested-customer")
    return message(f"portal-status-{view.status.value.replace('_', '-')}")


def _code(view: ReturnView) -> str:
    if view.status is Status.REQUESTED:
        return "requested-customer" if view.waits_for == "customer" else "requested"
    if view.status is Status.APPROVED:
        return f"approved-{view.method.value.replace('_', '-')}"
    return view.status.value.replace("_", "-")


def _lead(view: ReturnView, steps: Sequence[StepView], code: str) -> Message | None:
    if view.status is Status.REFUSED:
        return _refusal(view, steps)
    if view.status is Status.CLOSED:
        return None
    return message(f"portal-then-lead-{code}", email=view.email)


def _refusal(view: ReturnView, steps: Sequence[StepView]) -> Message | None:
    """A person's own words when a person refused; else the sentence of the rules."""
    by_person = [str(step.detail["reason"]) for step in steps if step.what == "refused_by_staff" and step.detail]
    if by_person:
        return said.plain(by_person[-1])
    return next((item.sentence for item in view.items if item.sentence is not None), None)


def _missing(view: ReturnView) -> str:
    # Titles have commas of their own.
    return " · ".join(f"{item.absent} × {item.title}" if item.absent > 1 else item.title for item in _absent(view))


def _absent(view: ReturnView) -> list[ItemView]:
    return [item for item in view.items if item.absent]


def _units(view: ReturnView) -> int:
    return sum(item.quantity for item in view.items if item.verdict is not Verdict.REFUSED)


def item_row(item: ItemView, instead: Variant | None = None) -> ItemRow:
    """`instead` is the variant that comes in exchange."""
    evidence = set(item.decision.get("evidence", [])) if item.verdict is Verdict.NEEDS_EVIDENCE else set()
    plain = item.verdict in (Verdict.ACCEPTED, Verdict.CANCELLED, Verdict.EXPIRED)
    return ItemRow(
        public_id=ids.public("itm", item.id),
        title=item.title,
        picture=lines.picture(item.image_url),
        quantity=item.quantity,
        resolution=_resolution(item, instead),
        verdict=item.verdict,
        sentence=None if plain else item.sentence,
        hint=message_back(item.decision.get("hint")) if item.verdict is Verdict.REFUSED else None,
        photos=item.photos,
        wants_photo="photo" in evidence,
        wants_words=bool(evidence - {"photo"}),
    )


def _resolution(item: ItemView, instead: Variant | None) -> Message:
    name = naming.of_item(instead, product=item.product)
    if instead is not None and name:
        other = instead.product != item.product
        return message("portal-for-exchange-of", instead=name, other="yes" if other else "no")
    return message(f"portal-for-{item.resolution.value.replace('_', '-')}")


def moments(
    view: ReturnView, steps: Sequence[StepView], *, due: Money | None = None, reached: Reached = Reached.DONE
) -> list[Moment]:
    """What happened, then what is still to come."""
    names = {step.what for step in steps}
    # A person's yes says more than the yes that follows from it.
    doubled = {"approved"} if names & {"approved_by_staff"} else set()
    over = _over(view, steps) if reached is Reached.DONE else None
    gone: list[Moment] = []
    for step in steps:
        if step.what not in _QUIET | doubled:
            gone.append(_gone(step))
        if step is over:
            gone.append(Moment(message("portal-moment-done"), "done", at=step.at))
    ahead = _AHEAD.get(view.status, ())
    if view.status in _DECIDED and reached is not Reached.DONE:
        ahead = (f"refund-{reached.value.replace('_', '-')}",)
    if view.doubt and view.status is Status.IN_TRANSIT:
        ahead = ("box", "money")
    if due is not None:
        ahead = ("pay", "send")
    elif view.waits_for == "customer" and view.status is Status.REQUESTED:
        ahead = ("show", *ahead)
    if view.kind is Kind.CLAIM and view.status is Status.REQUESTED:
        ahead = ("carrier" if view.inquiry_until else "answer", "money")
    if view.method is Method.KEEP:
        ahead = tuple(name for name in ahead if name in ("show", "answer", "carrier", "money"))
    return gone + [
        Moment(message(f"portal-ahead-{name}"), "now" if place == 0 else "next") for place, name in enumerate(ahead)
    ]


def _over(view: ReturnView, steps: Sequence[StepView]) -> StepView | None:
    """The step with which all was done: what was decided, or the last money that arrived for it."""
    if view.status not in _DECIDED:
        return None
    return next((step for step in reversed(steps) if step.what in ("settled", "refund_succeeded")), None)


def _gone(step: StepView) -> Moment:
    params = {key: _plain(value) for key, value in step.detail.items()}
    # What the desk reads of a failure is no news for a customer: they want to know that somebody is on it.
    name = "portal-moment-refund-failed" if step.what == "refund_failed" else f"step-{step.what.replace('_', '-')}"
    title = message(name, **{"who": step.who, **params})
    stop = step.what.startswith("refused") or step.what in ("cancelled", "expired", "scan_lost", "refund_failed")
    return Moment(title, "done", at=step.at, meaning="stop" if stop else "")


def _plain(value: Any) -> Any:
    match value:
        case {"amount": int(amount), "currency": str(currency)}:
            return Money(amount, currency)
        case str() | int() | None:
            return value
        case _:
            return str(value)


def hours(settings: ShopSettings, view: ReturnView, language: str) -> str:
    place = settings.location(view.store) if view.store else None
    return words(place.hours, language) if place is not None else ""
