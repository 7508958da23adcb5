"""The money of a case in words: line by line, the tax in it, and which payment gets how much."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message
from volte.kit.words import Resolution
from volte.money.queries import CreditView, PromiseView, RefundView
from volte.money.rules.preview import Preview
from volte.money.rules.tenders import Share
from volte.returns.views import SettlementView
from volte.runtime import texts
from volte.web.staff.cases.reading import Case

Lines = tuple[tuple[str, Money], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """What one payment gets back; `reference` where two of its kind would be mistaken for one another."""

    label: str
    reference: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Account:
    """Money line by line, summing to `total` (None for goods in kind), with the tax in it by rate. Of what is promised
    `refunds` and `credits` say where it is; `ways` of what is not, and `ways_title` what they mean. `at` is when it was
    promised."""

    title: str
    lines: Lines
    total: Money | None
    tax: Lines = ()
    ways: tuple[Way, ...] = ()
    ways_title: str = ""
    flags: tuple[Message, ...] = ()
    refunds: tuple[RefundView, ...] = ()
    credits: tuple[CreditView, ...] = ()
    at: datetime | None = None

    @property
    def owed(self) -> Money | None:
        """What the customer pays on top, where the total is below nothing."""
        return None if self.total is None else -self.total

    @property
    def tax_told(self) -> Lines:
        """The tax as it reads below the total: of what the customer pays, where they pay."""
        if self.total is None or self.total.amount >= 0:
            return self.tax
        return tuple((words, -amount) for words, amount in self.tax)


def accounts(case: Case, language: str) -> tuple[Account, ...]:
    """What was settled, oldest first."""
    promised = {str(promise.id): promise for promise in case.promises}
    return tuple(
        _settled(made, promised.get(str(made.detail.get("promise", ""))), language) for made in case.settlements
    )


def apart(case: Case) -> tuple[tuple[RefundView, ...], tuple[CreditView, ...]]:
    """Refunds and credits of no settlement: a difference paid twice, say."""
    told = {str(made.detail.get("promise", "")) for made in case.settlements}
    refunds = tuple(refund for refund in case.refunds if str(refund.promise_id) not in told)
    return refunds, tuple(credit for credit in case.credits if str(credit.promise_id) not in told)


def to_come(case: Case, language: str) -> tuple[Account, ...]:
    """What the units still out would bring, by resolution, in the order in which it would be promised."""
    return foreseen(tuple(case.stake.previews.values()), language)


def foreseen(previews: Sequence[Preview], language: str) -> tuple[Account, ...]:
    return tuple(_foreseen(each, language) for each in previews)


def _settled(made: SettlementView, promise: PromiseView | None, language: str) -> Account:
    title = texts.say(f"staff-account-{made.kind}", language)
    if not made.lines:
        return Account(title, (), None, at=made.made_at)
    lines = [(texts.say(reason, language), amount) for _, amount, reason in made.lines]
    total, currency = made.amount, made.amount.currency
    if made.kind == Resolution.EXCHANGE:
        worth = sum(amount.amount for _, amount in lines)
        total = made.amount - Money(made.detail.get("due", 0), currency)
        lines.append((texts.say("staff-account-instead", language), total - Money(worth, currency)))
        if promise is not None and promise.due_given_at is not None:
            lines.append((texts.say("staff-account-given", language), promise.due))
            total = total + promise.due
    bonus = made.detail.get("bonus", 0)
    if bonus:
        lines.append((texts.say("staff-account-bonus", language), Money(bonus, currency)))
    return Account(
        title=title,
        lines=tuple(lines),
        total=total,
        tax=_tax(_tax_of(made, promise), currency, language),
        refunds=promise.refunds if promise else (),
        credits=promise.credits if promise else (),
        at=made.made_at,
    )


def _tax_of(made: SettlementView, promise: PromiseView | None) -> Mapping[Rate, int]:
    """Nothing of what was given up; and of an exchange of before, which does not say what was sold, nobody knows it."""
    if promise is None or promise.given_up_at is not None:
        return {}
    return promise.tax() if promise.sold or made.kind != Resolution.EXCHANGE else {}


def _foreseen(each: Preview, language: str) -> Account:
    lines = [(texts.say(line.reason, language), line.amount) for line in each.plan.lines]
    total, kept = each.plan.total(), each.resolution is Resolution.CREDIT
    if each.instead is not None:
        lines.append((texts.say("staff-account-instead", language), -each.instead.gross))
        total = total - each.instead.gross
    if each.credit is not None and each.credit.bonus:
        lines.append((texts.say("staff-account-bonus", language), each.credit.bonus))
        total = total + each.credit.bonus
    return Account(
        title=texts.say(f"staff-resolution-{each.resolution}", language),
        lines=tuple(lines),
        total=total,
        tax=_tax(each.tax(), total.currency, language),
        ways=_ways(each.shares, language, drawn=kept),
        ways_title=texts.say("staff-ways-drawn" if kept else "staff-ways", language),
        flags=each.plan.flags,
    )


def _tax(by_rate: Mapping[Rate, int], currency: str, language: str) -> Lines:
    """Sorted by rate, rates without tax left out."""
    found = sorted((rate.share, rate, tax) for rate, tax in by_rate.items() if tax)
    return tuple((texts.say("staff-account-tax", language, rate=rate), Money(tax, currency)) for _, rate, tax in found)


def _ways(shares: Sequence[Share], language: str, *, drawn: bool) -> tuple[Way, ...]:
    kinds = [share.payment.kind for share in shares]
    found = []
    for share in shares:
        payment = share.payment
        kind = texts.say(f"money-kind-{payment.kind}", language)
        words = kind
        if not drawn:
            words = texts.say(f"staff-way-{share.route}", language, kind=kind, provider=payment.gateway.capitalize())
        twice = kinds.count(payment.kind) > 1
        found.append(Way(words, payment.known_by() if twice else "", share.amount))
    return tuple(found)
