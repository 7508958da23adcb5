"""What comes back, line by line, with each amount's reason: for the last page before confirming, and ever after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from volte.kit.money import Money, total, zero
from volte.kit.text import Message, message
from volte.kit.words import PaymentKind, Resolution
from volte.money.rules import credit
from volte.money.rules.plan import LineKind, RefundPlan
from volte.money.rules.tenders import Route, Share
from volte.policy.rules.words import Verdict
from volte.returns.considering import Considered, ConsideredItem
from volte.returns.offers import ItemOffer, Offers
from volte.web.portal import instead, promises, said


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an account; `less` takes something off."""

    label: Message
    amount: Money | None
    less: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """Everything of one resolution. `to` says which payments it goes back to; `result` names the total."""

    kind: Resolution
    entries: Sequence[Entry]
    result: Message | None
    amount: Money | None
    when: Message | None
    to: Sequence[tuple[Message, Money]] = ()


def accounts(considered: Considered, offered: Offers | None, *, zone: str) -> list[Account]:
    """What would come back, one account per resolution. `offered` is needed where something is exchanged."""
    found = []
    for resolution, plan in considered.plans.items():
        items = [
            item
            for item in considered.items
            if item.wanted.resolution is resolution and item.decision.verdict is not Verdict.REFUSED
        ]
        if items:
            found.append(_account(resolution, plan, items, considered, offered, zone))
    return found


def _account(
    resolution: Resolution,
    plan: RefundPlan,
    items: Sequence[ConsideredItem],
    considered: Considered,
    offered: Offers | None,
    zone: str,
) -> Account:
    decision = items[0].decision
    match resolution:
        case Resolution.REFUND:
            when = promises.refund_when(decision, zone=zone)
            to = [(_way_to(share), share.amount) for share in considered.refunded]
            result = message("portal-account-refund")
            return Account(resolution, plan_entries(plan), result, plan.total(), when, to)
        case Resolution.CREDIT:
            return _credit(plan, items, considered)
        case Resolution.EXCHANGE:
            return _exchange(plan, items, offered)
        case _:
            entries = [Entry(said.plain(_title(item)), None) for item in items]
            result = message(f"portal-account-{resolution.value.replace('_', '-')}")
            return Account(resolution, entries, result, None, promises.sent_when(decision.refund.trigger))


def plan_entries(plan: RefundPlan) -> list[Entry]:
    return [Entry(line.reason, line.amount, less=line.amount.amount < 0) for line in plan.lines]


def _way_to(share: Share) -> Message:
    if share.route is not Route.STORE_CREDIT:
        return way_of(share.payment.kind)
    named = share.payment.reference.strip()
    ours = named.upper().startswith(credit.PREFIX)
    return way_of(share.payment.kind, ending=named[-4:].upper()) if ours else new_credit()


def way_of(kind: PaymentKind, *, ending: str = "") -> Message:
    """Where money goes, in the words the mails use."""
    return message(f"mail-way-{kind.value.replace('_', '-')}", known="yes" if ending else "no", ending=ending)


def new_credit() -> Message:
    """For what a gift card paid that is not ours to fill again."""
    return message("mail-way-new-credit", known="no", code="")


def _credit(plan: RefundPlan, items: Sequence[ConsideredItem], considered: Considered) -> Account:
    """Each item brings the bonus its own decision gives."""
    offers = {str(place): each.decision.resolution(Resolution.CREDIT) for place, each in enumerate(considered.items)}
    rates = {reference: offer.bonus for reference, offer in offers.items() if offer and offer.bonus}
    entries, amount = plan_entries(plan), plan.total()
    for rate, extra in credit.bonuses(plan=plan, rates=rates):
        entries.append(Entry(message("portal-account-bonus", rate=rate), extra))
        amount = amount + extra
    result, when = message("portal-account-credit"), promises.sent_when(items[0].decision.refund.trigger)
    return Account(Resolution.CREDIT, entries, result, amount, when)


def _exchange(plan: RefundPlan, items: Sequence[ConsideredItem], offered: Offers | None) -> Account:
    """Swaps with what they cost more or less, then the fees, then what is left to pay or to be given back."""
    by_line: Mapping[str, ItemOffer] = {item.line.id: item for item in offered.items} if offered else {}
    entries: list[Entry] = []
    differences: list[Money] = []
    for item in items:
        offer = by_line[item.line.id]
        variant = offer.instead(sku=item.wanted.exchange_sku)
        difference = variant.difference if variant else zero(plan.currency)
        differences.append(difference)
        name = instead.variant_name(variant, offer) if variant else ""
        other = variant is not None and variant.variant.product != item.line.product
        swap = swapped(title=_title(item), name=name, count=item.wanted.quantity, other=other)
        entries.append(Entry(swap, difference if difference else None))
    others = [line for line in plan.lines if line.kind is not LineKind.ITEMS]
    entries += [Entry(line.reason, -line.amount) for line in others]
    due = total((*differences, *(-line.amount for line in others)), currency=plan.currency)
    when = promises.sent_when(items[0].decision.refund.trigger)
    if due.amount > 0:
        later = message("portal-account-due-when")
        return Account(Resolution.EXCHANGE, entries, message("portal-account-due"), due, later)
    if due.amount < 0:
        return Account(Resolution.EXCHANGE, entries, message("portal-account-refund"), -due, when)
    return Account(Resolution.EXCHANGE, entries, message("portal-account-even"), None, when)


def swapped(*, title: str, name: str, count: int, other: bool) -> Message:
    """What comes for what: "in" another size, "for" another article."""
    return message("portal-account-swap", item=title, instead=name, count=count, other="yes" if other else "no")


def _title(item: ConsideredItem) -> str:
    return item.line.title or item.line.sku or item.line.id
