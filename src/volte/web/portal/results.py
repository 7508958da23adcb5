"""What came of a return, or will: accounts as they were shown, where each amount is, credits with their code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, assert_never

from volte.catalogue.rules.product import Variant
from volte.kit import time
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message, message
from volte.kit.words import PaymentKind, Resolution
from volte.law.rules.refunding import News
from volte.money.queries import CreditView, PromiseView, RefundView
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.tenders import Route
from volte.returns import decisions
from volte.returns.rules.lifecycle import Status, Verdict
from volte.returns.views import ItemView, ReturnView, SettlementView
from volte.runtime import clock
from volte.web.portal import accounts
from volte.web.portal import instead as naming


@dataclass(frozen=True, slots=True)
class Result:
    """What was settled: the account as it was shown, how far each amount is, credits with their code."""

    title: Message
    entries: Sequence[accounts.Entry]
    amount: Money | None
    made_at: datetime
    ways: Sequence[tuple[Message, Money, Message]]
    credits: Sequence[tuple[str, Message]]


@dataclass(frozen=True, slots=True)
class Expected:
    """What will come back, and which news starts it."""

    heading: Message
    titles: Sequence[Message]
    whens: Sequence[Message]


def results(
    view: ReturnView,
    settlements: Sequence[SettlementView],
    promised: Sequence[PromiseView],
    *,
    variants: Mapping[str, Variant | None],
    zone: str,
) -> list[Result]:
    """One for each settlement, with the promise that pays it. `variants` are those wanted in exchange, by sku."""
    by_id = {str(promise.id): promise for promise in promised}
    found = []
    for each in settlements:
        promise = by_id.get(str(each.detail.get("promise", "")))
        goods = [_goods(item, variants.get(item.exchange_sku)) for item in view.items if _in_kind(item, each)]
        found.append(_result(each, promise, goods, zone))
    return found


def _in_kind(item: ItemView, settlement: SettlementView) -> bool:
    """Is this item answered with goods or work by this settlement, not with money?"""
    paid = (Resolution.REFUND.value, Resolution.CREDIT.value)
    return settlement.kind not in paid and item.resolution.value == settlement.kind


def _goods(item: ItemView, instead: Variant | None) -> accounts.Entry:
    name = naming.of_item(instead, product=item.product)
    if instead is not None and name:
        other = instead.product != item.product
        return accounts.Entry(accounts.swapped(title=item.title, name=name, count=item.quantity, other=other), None)
    return accounts.Entry(message("portal-quantity-of", item=item.title, count=item.quantity), None)


def _result(
    settlement: SettlementView, promise: PromiseView | None, goods: Sequence[accounts.Entry], zone: str
) -> Result:
    ways = [(_way(refund), refund.amount, _refund_state(refund)) for refund in (promise.refunds if promise else ())]
    entries = [accounts.Entry(reason, amount, less=amount.amount < 0) for _, amount, reason in settlement.lines]
    if promise and promise.credits and promise.credits[0].bonus:
        entries.append(accounts.Entry(message("portal-account-bonus-given"), promise.credits[0].bonus))
    if promise and promise.due and promise.given_up_at is None:
        goods = [*goods, accounts.Entry(_due(promise), promise.due)]
    return Result(
        title=message(f"portal-result-{settlement.kind.replace('_', '-')}"),
        entries=goods or entries,
        amount=settlement.amount if settlement.amount else None,
        made_at=settlement.made_at,
        ways=ways,
        credits=[(credit.code, _left(credit, zone)) for credit in promise.credits] if promise else (),
    )


def _due(promise: PromiseView) -> Message:
    if promise.due_given_at is not None:
        return message("portal-account-due-given")
    return message("portal-account-due" if promise.due_paid_at is None else "portal-account-due-paid")


def _way(refund: RefundView) -> Message:
    """To the payment it came from, or the way the customer chose instead."""
    if refund.redirected_from is not None:
        on_credit = refund.route is Route.STORE_CREDIT
        return accounts.way_of(PaymentKind.CREDIT if on_credit else PaymentKind.TRANSFER)
    if refund.put_on is None:
        return accounts.way_of(refund.payment_kind)
    if refund.put_on.refilled:
        return accounts.way_of(refund.payment_kind, ending=refund.put_on.ending())
    return accounts.new_credit()


def _left(credit: CreditView, zone: str) -> Message:
    if credit.expires_at is None:
        return message("portal-credit-left-always", balance=credit.balance)
    # Its first moment of no worth: the last good day is the one before.
    last = time.local_date(credit.expires_at - timedelta(seconds=1), zone)
    return message("portal-credit-left", balance=credit.balance, day=last)


def _refund_state(refund: RefundView) -> Message:
    match refund.status:
        case RefundStatus.SUCCEEDED if refund.put_on is not None:
            return message("portal-refund-on-credit")
        case RefundStatus.SUCCEEDED:
            return message("portal-refund-done")
        case RefundStatus.FAILED:
            return message("portal-refund-late")
        case RefundStatus.MANUAL:
            return message("portal-refund-by-hand")
        case RefundStatus.REPLACED:
            return message("portal-refund-replaced")
        case RefundStatus.PLANNED | RefundStatus.SENDING | RefundStatus.PENDING:
            return message("portal-refund-on-its-way")
        case _:
            assert_never(refund.status)


def expected(view: ReturnView, *, zone: str) -> Expected | None:
    """What will come back of a return that goes on, in the terms it was accepted on."""
    if view.status in (Status.REFUSED, Status.CANCELLED, Status.EXPIRED, Status.CLOSED):
        return None
    open_items = [item for item in view.items if item.verdict is not Verdict.REFUSED]
    kinds = list(dict.fromkeys(item.resolution for item in open_items))
    if not kinds:
        return None
    # The value of a gift is told with the credit, not before.
    alone = len(kinds) == 1 and view.gift_id is None
    amount = _with_bonus(open_items, view.value) if kinds == [Resolution.CREDIT] else view.value
    sent = Resolution.EXCHANGE if any(item.sent_at for item in open_items) else None
    titles = [
        message("portal-first-expected")
        if kind is sent
        else message(f"portal-expected-{kind.value.replace('_', '-')}", amount=amount, known="yes" if alone else "no")
        for kind in kinds
    ]
    whens = _whens(view, open_items[0], zone) if Resolution.REFUND in kinds else []
    heading = message("portal-back-if" if view.status is Status.REQUESTED else "portal-back")
    return Expected(heading, titles, whens)


def _whens(view: ReturnView, item: ItemView, zone: str) -> list[Message]:
    """What starts the refund, and (where a law sets a term) the last day: the later of that term and the proof of
    sending, see `policy.rules.refund`."""
    terms = item.decision.get("refund")
    if not terms:
        return []
    more = [message("portal-when-indexed")] if terms.get("indexed") else []
    return [*_days(view, terms, zone), *more]


def _days(view: ReturnView, terms: Mapping[str, Any], zone: str) -> list[Message]:
    starts = message(f"portal-when-{str(terms['trigger']).replace('_', '-')}", days=int(terms["within_days"]))
    if view.status is Status.REQUESTED:
        return [starts]
    legal, noticed_on = decisions.legal_term(terms), time.local_date(view.requested_at, zone)
    if view.handed_over_at is not None:
        last = legal.lawful_by(News(noticed_on, proof_on=time.local_date(view.handed_over_at, zone)))
        return [starts, message("portal-when-by", day=last)] if last else [starts]
    today = time.local_date(clock.now(), zone)
    term = legal.lawful_by(News(noticed_on, proof_on=noticed_on))
    if term is None or term <= today:
        return [starts]
    news = str(terms["trigger"]).replace("_", "-")
    return [message(f"portal-when-{news}-lawful", days=int(terms["within_days"]), day=term)]


def _with_bonus(items: Sequence[ItemView], base: Money) -> Money:
    """As it will be settled: the bonus of the first item, on all of them."""
    written = items[0].decision.get("credit_bonus")
    return base + Rate.parse(written).of(base) if written else base
