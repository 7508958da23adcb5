"""What each mail of the journey says: the views of a case turned into the facts a letter is written from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.kit import time
from volte.kit.money import Money, zero
from volte.kit.text import message
from volte.kit.words import RefundTrigger, Resolution
from volte.messages.rules import facts, parts
from volte.messages.rules.parts import Difference, Found, HoldStage, Item, MoneyLine, Place, Promise, Refusal
from volte.money.hold_queries import HoldView
from volte.money.queries import CreditView, PromiseView, RefundView
from volte.policy.rules.words import Verdict
from volte.returns import decisions
from volte.returns.rules import waiting
from volte.returns.rules.lifecycle import Verdict as ItemVerdict
from volte.returns.rules.lifecycle import Whereabouts
from volte.returns.views import ItemView, ReturnView
from volte.runtime.shop_settings import ShopSettings, words


@dataclass(frozen=True, slots=True)
class Case:
    """A return with its links and its shop, as letters need it. `feedback_link` only in the letter that ends it."""

    view: ReturnView
    link: str
    label_link: str
    feedback_link: str
    settings: ShopSettings


def items(views: Iterable[ItemView]) -> tuple[Item, ...]:
    return tuple(Item(title=view.title, quantity=view.quantity) for view in views)


def received(case: Case) -> facts.RequestedReceived:
    until = case.view.inquiry_until
    answer_by = time.local_date(until, case.settings.timezone) if until is not None else None
    return facts.RequestedReceived(**_about(case), items=items(case.view.items), answer_by=answer_by)


def evidence_asked(case: Case) -> facts.EvidenceAsked:
    waiting = [item for item in case.view.items if item.verdict is ItemVerdict.NEEDS_EVIDENCE]
    question = waiting[0].sentence if waiting and waiting[0].sentence else message("policy-needs-several", item="")
    return facts.EvidenceAsked(**_about(case), items=items(waiting), question=question)


def approved(case: Case) -> facts.Approved:
    view = case.view
    taken = [item for item in view.items if item.verdict is ItemVerdict.ACCEPTED]
    return facts.Approved(
        **_about(case),
        items=items(taken),
        method=view.method,
        promises=_promises(taken, view),
        last_day=view.last_day,
        label_link=case.label_link,
        code=view.parcel_code,
        place=_place(case),
        packing=words(case.settings.packing, view.language),
        refusals=_refusals(view.items),
    )


def refused(case: Case, reason: str) -> facts.Refused:
    """`reason` is a person's own sentence; without one the decision's sentences are used."""
    if reason:
        return facts.Refused(**_about(case), refusals=tuple(Refusal(item, reason) for item in items(case.view.items)))
    return facts.Refused(**_about(case), refusals=_refusals(case.view.items))


def cancelled(case: Case, *, by_customer: bool) -> facts.Cancelled:
    return facts.Cancelled(**_about(case), items=items(case.view.items), by_customer=by_customer)


def arrived(case: Case, *, on: date) -> facts.Arrived:
    came = [item for item in case.view.items if item.arrived > 0]
    awaited = [
        item for item in case.view.items if item.arrived < item.quantity and item.verdict is ItemVerdict.ACCEPTED
    ]
    return facts.Arrived(**_about(case), on=on, items=items(came), awaited=items(awaited))


def answer(case: Case, *, author: str, text: str) -> facts.Answer:
    return facts.Answer(**_about(case), author=author, text=text)


def refund(case: Case, promise: PromiseView, refunds: Sequence[RefundView]) -> facts.RefundOnItsWay:
    return facts.RefundOnItsWay(
        **_about(case),
        amount=promise.amount,
        lines=money_lines(promise),
        ways=_ways(refunds),
        feedback_link=case.feedback_link,
    )


def refund_failed(case: Case, amount: Money) -> facts.RefundFailedManual:
    return facts.RefundFailedManual(**_about(case), amount=amount)


def expiring_soon(case: Case, last_day: date) -> facts.ExpiringSoon:
    open_items = items(item for item in case.view.items if item.verdict is ItemVerdict.ACCEPTED)
    code = case.view.parcel_code
    return facts.ExpiringSoon(
        **_about(case), items=open_items, last_day=last_day, label_link=case.label_link, code=code
    )


def expired(case: Case, last_day: date) -> facts.Expired:
    over = items(item for item in case.view.items if item.verdict is ItemVerdict.EXPIRED)
    return facts.Expired(**_about(case), items=over, last_day=last_day)


def lost(case: Case) -> facts.ParcelLost:
    gone = items(item for item in case.view.items if item.whereabouts is Whereabouts.LOST)
    return facts.ParcelLost(**_about(case), items=gone)


def goodwill(case: Case, promise: PromiseView, why: str) -> facts.GoodwillMade:
    return facts.GoodwillMade(**_about(case), amount=promise.amount, why=why, ways=_ways(promise.refunds))


def _ways(refunds: Sequence[RefundView]) -> tuple[parts.Way, ...]:
    """To which payments: a gift card by its ending, a new credit by its code."""
    return tuple(
        parts.new_credit(code=one.put_on.code, amount=one.amount)
        if one.put_on is not None and not one.put_on.refilled
        else parts.way(
            kind=one.payment_kind, amount=one.amount, ending=one.put_on.ending() if one.put_on is not None else ""
        )
        for one in refunds
    )


def credit(case: Case, promise: PromiseView) -> facts.CreditIssued:
    issued = promise.credits[0]
    return facts.CreditIssued(
        **_about(case),
        code=issued.code,
        amount=issued.base + issued.bonus,
        bonus=issued.bonus if issued.bonus else None,
        expires_on=_last_day(case, issued.expires_at),
        bonus_until=_last_day(case, issued.bonus_expires_at),
        lines=money_lines(promise),
        feedback_link=case.feedback_link,
    )


def _last_day(case: Case, ends_at: datetime | None) -> date | None:
    """The last day on which it can be spent, where the shop is."""
    return time.local_date(ends_at - timedelta(seconds=1), case.settings.timezone) if ends_at else None


def credit_instead(case: Case, issued: CreditView) -> facts.CreditIssued:
    """A credit in place of one refund of several: its amount and its code, no lines."""
    return facts.CreditIssued(**_about(case), code=issued.code, amount=issued.base)


def exchange(case: Case, promise: PromiseView, *, given: Money | None = None, why: str = "") -> facts.ExchangeOnItsWay:
    """`given`: the difference nobody has to pay, and `why`."""
    back = promise.amount if promise.amount else None
    return facts.ExchangeOnItsWay(
        **_about(case),
        items=_sent_instead(case),
        paid_back=back,
        given=given,
        why=why,
        feedback_link=case.feedback_link,
    )


def difference(case: Case, missing: Mapping[UUID, int], note: str) -> facts.InspectedDifference:
    """`missing` are units by item; `note` is what a person says to it, once for all."""
    found = tuple(
        Found(Item(item.title, missing[item.id]), Difference.MISSING, note if first else "")
        for first, item in _first(item for item in case.view.items if item.id in missing)
    )
    return facts.InspectedDifference(**_about(case), found=found)


def _first(views: Iterable[ItemView]) -> Iterable[tuple[bool, ItemView]]:
    return ((place == 0, view) for place, view in enumerate(views))


def difference_due(case: Case, promise: PromiseView, *, again: bool = False) -> facts.DifferenceDue:
    until = waiting.pay_until(
        promised_at=promise.promised_at,
        days=case.settings.exchanges.difference_days,
        zone=case.settings.timezone,
    )
    swapped = [item.decision for item in case.view.items if item.resolution is Resolution.EXCHANGE]
    return facts.DifferenceDue(
        **_about(case),
        items=_sent_instead(case),
        amount=promise.due,
        until=until.last_day,
        again=again,
        as_credit=decisions.credit_instead(swapped),
    )


def hold(case: Case, held: HoldView, stage: HoldStage) -> facts.ExchangeSentFirst:
    """What left, and what is held for it; of what was taken, how much."""
    sent = [item for item in case.view.items if str(item.id) in held.pieces]
    return facts.ExchangeSentFirst(
        **_about(case),
        stage=stage,
        items=tuple(Item(_in_exchange(item) or item.title, item.quantity) for item in sent),
        awaited=items(item for item in sent if item.arrived < item.quantity),
        amount=held.amount,
        taken=held.taken if held.taken else None,
        until=_charged_on(case, held),
        label_link=case.label_link,
    )


def _charged_on(case: Case, held: HoldView) -> date:
    """The last day the goods may arrive on: the one that was told, unless the card lets go earlier."""
    if held.take_at is None:
        return held.last_day
    return min(held.last_day, time.local_date(held.take_at - timedelta(seconds=1), case.settings.timezone))


def money_lines(promise: PromiseView) -> tuple[MoneyLine, ...]:
    return tuple(MoneyLine(what=line.reason, amount=line.amount) for line in promise.lines)


def _about(case: Case) -> dict[str, Any]:
    view = case.view
    return {"number": view.number, "name": view.customer_name, "link": case.link, "about": view.kind.value}


def _promises(taken: Sequence[ItemView], view: ReturnView) -> tuple[Promise, ...]:
    """One promise a resolution. The amount is named where one resolution takes the whole value; that of a gift with the
    credit itself, not before."""
    kinds = list(dict.fromkeys(item.resolution for item in taken))
    named = len(kinds) == 1 and view.value != zero(view.value.currency) and view.gift_id is None
    whole: Money | None = view.value if named else None
    return tuple(
        Promise(
            resolution=kind,
            amount=whole if kind in (Resolution.REFUND, Resolution.CREDIT) else None,
            after=_after(taken),
            instead=_instead(taken) if kind is Resolution.EXCHANGE else "",
        )
        for kind in kinds
    )


def _instead(taken: Sequence[ItemView]) -> str:
    """What comes in exchange as a person calls it: the title, and the options the title does not say. Never a SKU."""
    swapped = next((item for item in taken if item.resolution is Resolution.EXCHANGE and item.exchange_sku), None)
    return _in_exchange(swapped) if swapped is not None else ""


def _in_exchange(item: ItemView) -> str:
    variant = catalogue.variant(sku=item.exchange_sku)
    if variant is None:
        return ""
    title = variant.title or item.title
    said = _spaced(title)
    return ", ".join([title, *(value for value in variant.options.values() if value and _spaced(value) not in said)])


def _spaced(written: str) -> str:
    """Whole words, however they are separated."""
    return f" {' '.join(written.lower().replace(',', ' ').split())} "


def _sent_instead(case: Case) -> tuple[Item, ...]:
    """What leaves in exchange, each as the customer would call it."""
    swapped = [item for item in case.view.items if item.resolution is Resolution.EXCHANGE]
    return tuple(Item(_in_exchange(item) or item.title, item.quantity) for item in swapped)


def _after(taken: Sequence[ItemView]) -> RefundTrigger | None:
    refund_terms = next((item.decision.get("refund") for item in taken if item.decision.get("refund")), None)
    return RefundTrigger(refund_terms["trigger"]) if refund_terms else None


def _refusals(views: Sequence[ItemView]) -> tuple[Refusal, ...]:
    return tuple(
        Refusal(item, view.sentence or message(f"policy-verdict-{Verdict.REFUSED.value}"))
        for view, item in zip(views, items(views), strict=True)
        if view.verdict is ItemVerdict.REFUSED
    )


def _place(case: Case) -> Place | None:
    place = case.settings.location(case.view.store) if case.view.store else None
    if place is None:
        return None
    address = ", ".join(part for part in (place.line1, f"{place.postcode} {place.city}".strip()) if part)
    return Place(name=place.name, address=address, hours=words(place.hours, case.view.language))
