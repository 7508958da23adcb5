"""A case in words: what may be done, each item with its decision, the money line by line."""

from collections.abc import Mapping
from dataclasses import dataclass

from volte.catalogue.rules.order import Flag
from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.money.rules import outcomes
from volte.money.rules.outcomes import Reached, RefundStatus
from volte.returns import decisions, replaying, sentences, worn
from volte.returns.rules.lifecycle import OVER, Act, Appeal, Kind, Status, Verdict
from volte.returns.rules.wear import Wear
from volte.returns.views import ItemView, ReturnView
from volte.runtime import shop_settings, texts
from volte.runtime.actor import Actor
from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import ShopSettings
from volte.warehouse.queries import InspectionView, UnitView
from volte.web.staff.cases import shown
from volte.web.staff.cases.reading import Case

_NEEDS = {
    "approval": Permission.RETURNS_APPROVE,
    "refusal": Permission.RETURNS_REFUSE,
    "goodwill": Permission.RETURNS_GOODWILL,
    "deduction": Permission.RETURNS_REFUSE,
    "repayment": Permission.RETURNS_GOODWILL,
    "upholding": Permission.RETURNS_REFUSE,
    "reduction": Permission.MONEY_REFUND,
    "cancellation": Permission.RETURNS_CANCEL,
    "message": Permission.RETURNS_MESSAGE,
    "difference": Permission.MONEY_REFUND,
    "waiver": Permission.RETURNS_GOODWILL,
    "instead": Permission.MONEY_REFUND,
    "awaiting": Permission.RETURNS_APPROVE,
    "closing": Permission.RETURNS_REFUSE,
    "feedback": Permission.RETURNS_MESSAGE,
    "found": Permission.RETURNS_APPROVE,
    "refund": Permission.MONEY_REFUND,
    "money": Permission.MONEY_READ,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One physical thing: its grade in words, what was found, and the last look anybody took."""

    view: UnitView
    grade: str
    found: str
    look: InspectionView | None


@dataclass(frozen=True, slots=True)
class Worn:
    """What the bench says a unit lost by use, in one sentence, with its photos."""

    said: str
    why: str
    photos: tuple[str, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Item:
    """An item as an agent reads it. `said` is the decision as the customer read it; `again` what deciding once more
    from the kept facts gives, where no policy decided; `origin` the return with which this came, and `came` how, both
    "" when it was bought."""

    view: ItemView
    detail: str
    amount: Money | None
    meaning: shown.Meaning
    verdict: str
    said: str
    trace: tuple[sentences.TraceStep, ...]
    may_deduct: bool
    may_reduce: bool
    units: tuple[Unit, ...]
    worn: tuple[Worn, ...]
    again: str
    origin: str
    came: str


def allowed(by: Actor) -> Mapping[str, bool]:
    """Which acts this person's permissions cover."""
    return {name: needed in by.permissions for name, needed in _NEEDS.items()}


def possible(view: ReturnView) -> frozenset[str]:
    """Which acts the state of the return allows, by the name of their address."""
    names = {Act.APPROVE: "approval", Act.REFUSE: "refusal", Act.CANCEL: "cancellation", Act.GOODWILL: "goodwill"}
    names |= {Act.DEDUCT: "deduction", Act.REDUCE: "reduction"}
    found = {name for act, name in names.items() if act in view.next_acts}
    if any(_reduction_due(item) for item in view.items):
        found.discard("approval")
    if view.due:
        found |= {"difference", "waiver"} if _sent(view) else {"difference", "waiver", "instead"}
    if any(item.sent_at for item in view.items):
        found -= {"instead", "cancellation"}
    if view.doubt:
        found |= {"awaiting", "closing"}
    if view.unhappy:
        found.add("feedback")
    if objected(view):
        found |= {"repayment", "upholding"}
    if view.kind is Kind.CLAIM and view.status in (Status.REQUESTED, Status.SETTLED):
        found.add("found")
    return frozenset(found | {"approval", "refusal"} if came_otherwise(view) else found)


def _sent(view: ReturnView) -> bool:
    """Did what was chosen leave before the other came back? Then its exchange stands."""
    return any(item.sent_at is not None for item in view.items)


def unreachable(case: Case) -> Mapping[str, bool]:
    """What is offered to nobody: writing about a past return that fits no purchase, or to somebody who was erased; and
    a gesture to the latter."""
    if case.order is None:
        return {"message": False}
    if case.view.gift_id is not None:
        # Who sends a gift back is another person than who bought it, and is reached under their own address.
        return {} if case.view.email else {"message": False, "goodwill": False}
    return {"message": False, "goodwill": False} if Flag.FORGOTTEN in case.order.flags else {}


def came_otherwise(view: ReturnView) -> bool:
    """Did units come back that are not what was agreed, and nobody has decided about them yet?"""
    return view.waits_for == "shop" and any(item.doubtful for item in view.items)


def objected(view: ReturnView) -> bool:
    """Does the customer ask a person to look again at what was taken off for use?"""
    return view.appeal is Appeal.OPEN and view.status is not Status.REFUSED and bool(taken_off(view))


def taken_off(view: ReturnView) -> Money:
    return Money(sum(item.deducted for item in view.items), view.value.currency)


def proposed(view: ReturnView) -> Money:
    """What the bench proposes to take off, and nobody has decided."""
    return Money(sum(worn.open_amount(item=item) for item in view.items), view.value.currency)


def missing(view: ReturnView) -> str:
    """What did not come, in one breath."""
    absent = [(item.title, item.absent) for item in view.items if item.absent]
    # Titles have commas of their own.
    return " · ".join(f"{units} × {title}" if units > 1 else title for title, units in absent)


def called(view: ReturnView, language: str) -> str:
    """What to call the customer in a sentence."""
    return view.customer_name or texts.say("staff-case-the-customer", language)


def items(case: Case, settings: ShopSettings, language: str) -> tuple[Item, ...]:
    return tuple(_item(item, case, settings, language) for item in case.view.items)


def worth(case: Case) -> Money:
    """What saying yes would pay back, over all resolutions."""
    found = Money(0, case.view.value.currency)
    for resolution in case.stake.plans:
        found = found + case.stake.back(resolution)
    return found


def ended(view: ReturnView) -> bool:
    """Is nothing of it to come any more, as things stand?"""
    return view.status in _ENDED


def cut_by(case: Case, gesture: Money) -> Money:
    """What a gesture would take away from the refund still to come: an order never gives back more than it took."""
    owed = Money(0, gesture.currency) if ended(case.view) else worth(case)
    free = (case.stake.ceiling - owed).at_least_zero()
    return (gesture - free).at_least_zero()


_ENDED = (Status.REFUSED, Status.CANCELLED, Status.EXPIRED, Status.CLOSED)


def strays(case: Case, language: str) -> tuple[Unit, ...]:
    """Units that came with this return and belong to none of its items."""
    known = {item.id for item in case.view.items}
    return tuple(_unit(unit, case, language) for unit in case.units if unit.line_id not in known)


def open_rights(view: ReturnView) -> tuple[str, ...]:
    """The citations of a right to withdraw that still stands for an item: to be known before saying no."""
    cited: list[str] = []
    for item in view.items:
        for right in item.decision.get("statutory", []):
            if right["right"] == "withdrawal" and right["standing"] == "yes" and item.verdict in _UNDECIDED:
                cited += right["citations"]
    return tuple(dict.fromkeys(cited))


_UNDECIDED = (Verdict.NEEDS_REVIEW, Verdict.NEEDS_EVIDENCE, Verdict.ACCEPTED)


def _item(item: ItemView, case: Case, settings: ShopSettings, language: str) -> Item:
    reason = settings.reason(item.reason) if item.reason else None
    bought = case.order.line(id=item.line) if case.order else None
    parts = [
        ", ".join(bought.options.values()) if bought else "",
        texts.say("staff-case-quantity", language, count=item.quantity) if item.quantity > 1 else "",
        shop_settings.words(reason.names, language) if reason else item.reason,
        texts.say(f"staff-condition-{item.condition}", language) if item.condition in _CONDITIONS else "",
        _wish(item, language),
    ]
    words, meaning = _badge(item, case)
    return Item(
        view=item,
        detail=" · ".join(part for part in parts if part),
        amount=_amount(item, case),
        meaning=meaning,
        verdict=texts.say(words, language),
        said=texts.say(item.sentence, language) if item.sentence is not None and _still_said(item, case.view) else "",
        trace=sentences.trace(item.decision.get("reasons", []), settings, language),
        may_deduct=item.here > 0 and item.resolution in _IN_MONEY and decisions.may_deduct(item.decision),
        may_reduce=_may_reduce(item, case.view),
        units=tuple(_unit(unit, case, language) for unit in case.units if unit.line_id == item.id),
        worn=tuple(_worn(one, case.view, language) for one in item.wear),
        again=_again(item, language),
        origin=bought.exchanged.number if bought and bought.exchanged else "",
        came=bought.exchanged.how.value if bought and bought.exchanged else "",
    )


_IN_MONEY = (Resolution.REFUND, Resolution.CREDIT, Resolution.EXCHANGE)


def _reduction_due(item: ItemView) -> bool:
    """Does it stay with the customer at a price nobody has named yet?"""
    return item.resolution is Resolution.PRICE_REDUCTION and item.verdict not in OVER and not item.settled


def _may_reduce(item: ItemView, view: ReturnView) -> bool:
    """While the goods are with the customer, and nobody has withdrawn."""
    if view.withdrawn_at is not None or item.verdict in OVER or item.settled:
        return False
    return view.handed_over_at is None or item.resolution is Resolution.PRICE_REDUCTION


def _badge(item: ItemView, case: Case) -> tuple[str, shown.Meaning]:
    """How the item stands: what was decided, or how it ended. Promised money is no refund before it has arrived."""
    if item.outcome.value in ("pending", "refused", "cancelled"):
        return f"staff-verdict-{item.verdict}", shown.VERDICT[item.verdict]
    reached = outcomes.reached(_paying(item, case))
    if reached is Reached.DONE:
        return f"staff-outcome-{item.outcome}", "good"
    return f"staff-outcome-money-{reached}", "stop" if reached is Reached.FAILED else "wait"


def _paying(item: ItemView, case: Case) -> list[RefundStatus]:
    """Where the refunds are that pay for this item."""
    made = [each for each in case.settlements if str(item.id) in each.units]
    promised = {str(each.detail.get("promise", "")) for each in made}
    return [refund.status for refund in case.refunds if str(refund.promise_id) in promised]


def _still_said(item: ItemView, view: ReturnView) -> bool:
    """Does the rules' own decision still stand? Once a person decided otherwise its sentence would only confuse; and
    until when something may be sent tells nothing once it is on its way."""
    if item.verdict is Verdict.ACCEPTED and view.status not in (Status.REQUESTED, Status.APPROVED):
        return False
    return item.decision.get("verdict") == item.verdict.value


def _again(item: ItemView, language: str) -> str:
    found = replaying.again(item.decision)
    if found is None:
        return ""
    words = f"staff-again-{'same' if found.same else 'otherwise'}"
    return texts.say(words, language, at=found.decided_at, law=found.law[:12], changed=int(found.law_changed))


def _worn(found: Wear, view: ReturnView, language: str) -> Worn:
    amount = Money(found.amount, view.value.currency)
    said = texts.say(f"staff-worn-{found.standing.value}", language, amount=amount, by=found.by)
    return Worn(said, found.why, found.photos, found.is_open)


_CONDITIONS = ("unworn", "tried", "used", "damaged", "opened")


def _wish(item: ItemView, language: str) -> str:
    if item.resolution is Resolution.EXCHANGE:
        return texts.say("staff-case-exchange-for", language, sku=item.exchange_sku)
    return texts.say(f"staff-resolution-{item.resolution}", language)


def _amount(item: ItemView, case: Case) -> Money | None:
    """What this item's units cost the customer, where the plan still knows it."""
    for plan in case.stake.plans.values():
        for line in plan.lines:
            if line.reference == str(item.id) and line.kind == "items":
                return line.amount
    return None


def _unit(unit: UnitView, case: Case, language: str) -> Unit:
    looks = case.looks.get(unit.id, ())
    last = looks[-1] if looks else None
    found = [texts.say(f"warehouse-finding-{finding}", language) for finding in last.findings] if last else []
    grade = f"warehouse-grade-{unit.grade.lower()}" if unit.grade else f"warehouse-status-{unit.status}"
    return Unit(unit, texts.say(grade, language), " · ".join(found), last)
