"""What came of a return, or will: accounts as they were shown, where each amount is, credits with their code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from volte.kit import time
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message, message
from volte.kit.words import Resolution
from volte.money.queries import CreditView, PromiseView
from volte.money.rules.outcomes import RefundStatus
from volte.returns.rules.lifecycle import Status, Verdict
from volte.returns.views import ItemView, ReturnView, SettlementView
from volte.runtime import clock
from volte.web.portal import accounts


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


def results(settlements: Sequence[SettlementView], promised: Sequence[PromiseView], *, zone: str) -> list[Result]:
    """One for each settlement, with the promise that pays it."""
    by_id = {str(promise.id): promise for promise in promised}
    return [_result(each, by_id.get(str(each.detail.get("promise", ""))), zone) for each in settlements]


def _result(settlement: SettlementView, promise: PromiseView | None, zone: str) -> Result:
    ways = [
        (accounts.way_of(refund.payment_kind), refund.amount, _refund_state(refund.status))
        for refund in (promise.refunds if promise else ())
    ]
    entries = [accounts.Entry(reason, amount, less=amount.amount < 0) for _, amount, reason in settlement.lines]
    if promise and promise.credits and promise.credits[0].bonus:
        entries.append(accounts.Entry(message("portal-account-bonus-given"), promise.credits[0].bonus))
    return Result(
        title=message(f"portal-result-{settlement.kind.replace('_', '-')}"),
        entries=entries if settlement.kind != Resolution.EXCHANGE.value else (),
        amount=settlement.amount if settlement.amount else None,
        made_at=settlement.made_at,
        ways=ways,
        credits=[(credit.code, _left(credit, zone)) for credit in promise.credits] if promise else (),
    )


def _left(credit: CreditView, zone: str) -> Message:
    if credit.expires_at is None:
        return message("portal-credit-left-always", balance=credit.balance)
    # Its first moment of no worth: the last good day is the one before.
    last = time.local_date(credit.expires_at - timedelta(seconds=1), zone)
    return message("portal-credit-left", balance=credit.balance, day=last)


def _refund_state(status: RefundStatus) -> Message:
    return message("portal-refund-done" if status is RefundStatus.SUCCEEDED else "portal-refund-on-its-way")


def expected(view: ReturnView, *, zone: str) -> Expected | None:
    """What will come back of a return that goes on, in the terms it was accepted on."""
    if view.status in (Status.REFUSED, Status.CANCELLED, Status.EXPIRED, Status.CLOSED):
        return None
    open_items = [item for item in view.items if item.verdict is not Verdict.REFUSED]
    kinds = list(dict.fromkeys(item.resolution for item in open_items))
    if not kinds:
        return None
    alone = len(kinds) == 1
    amount = _with_bonus(open_items, view.value) if kinds == [Resolution.CREDIT] else view.value
    titles = [
        message(f"portal-expected-{kind.value.replace('_', '-')}", amount=amount, known="yes" if alone else "no")
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
    starts = message(f"portal-when-{str(terms['trigger']).replace('_', '-')}", days=int(terms["within_days"]))
    legal_days = terms.get("legal_days")
    if legal_days is None or view.status is Status.REQUESTED:
        return [starts]
    term = time.local_date(view.requested_at, zone) + timedelta(days=int(legal_days))
    if view.handed_over_at is not None:
        last = max(term, time.local_date(view.handed_over_at, zone))
        return [starts, message("portal-when-by", day=last)]
    if term <= time.local_date(clock.now(), zone):
        return [starts]
    news = str(terms["trigger"]).replace("_", "-")
    return [message(f"portal-when-{news}-lawful", days=int(terms["within_days"]), day=term)]


def _with_bonus(items: Sequence[ItemView], base: Money) -> Money:
    """As it will be settled: the bonus of the first item, on all of them."""
    written = items[0].decision.get("credit_bonus")
    return base + Rate.parse(written).of(base) if written else base
