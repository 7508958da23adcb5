"""What money is asked to promise for these units: which of them, at what price, less which fee."""

from collections.abc import Sequence
from dataclasses import replace

from volte.catalogue import queries as catalogue
from volte.catalogue.rules.order import OrderView
from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.money import lasting
from volte.money import operations as money
from volte.money import queries as money_queries
from volte.money.operations import exchanges
from volte.money.queries import PromiseView
from volte.money.rules.basis import Instead, PaidOrder
from volte.money.rules.standing import Subject
from volte.money.rules.taxes import Rates
from volte.money.rules.wish import Deduction, RefundWish
from volte.returns import considering, decisions
from volte.returns.models import Return, ReturnItem, Settlement
from volte.returns.rules import swapping
from volte.returns.rules.lifecycle import Kind
from volte.returns.rules.units import OUTBOUND_GIVEN_BACK, Back, units_back
from volte.runtime.actor import Actor

# Settled without a parcel: its price falls on what is settled next.
_NO_PARCEL = ("goodwill", Resolution.PRICE_REDUCTION.value)


def promise(
    by: Actor, row: Return, order: OrderView, resolution: Resolution, due: Sequence[tuple[ReturnItem, int]]
) -> PromiseView:
    about = considering.order_money(order)
    # Held, not seen: two returns of one order that settle together must not mean the same unit.
    standing = money.hold(by=by, order=about)
    wanted = [back(row, item, count) for item, count in due]
    units = units_back(paid=standing.paid, before=standing.before, wanted=wanted)
    wish = RefundWish(
        units=units,
        return_shipping_fee=_fee(row, due),
        whole_delivery=any(decisions.whole_delivery(item.decision) for item, _ in due),
    )
    key = _key(due)
    subject = subject_of(row)
    match resolution:
        case Resolution.CREDIT:
            return money.promise_credit(
                by=by,
                order=about,
                wish=wish,
                subject=subject,
                key=key,
                bonuses={str(item.id): decisions.bonus_of(item.decision, resolution) for item, _ in due},
                terms=lasting.terms(shop_id=row.shop_id, country=order.country),
            )
        case Resolution.EXCHANGE:
            return money.promise_exchange(
                by=by,
                order=about,
                wish=wish,
                prices=_new_prices(standing.paid, due),
                discount=considering.discount(),
                subject=subject,
                key=key,
                rates=_new_rates(due),
                remedies=[str(item.id) for item, _ in due if decisions.is_remedy(item.decision)],
            )
        case _:
            return money.promise(by=by, order=about, wish=wish, subject=subject, key=key)


def in_kind(
    by: Actor, row: Return, order: OrderView, resolution: Resolution, due: Sequence[tuple[ReturnItem, int]]
) -> None:
    """The same article leaves for these units: they are spoken for, and what leaves is worth what they were."""
    about = considering.order_money(order)
    standing = money.hold(by=by, order=about)
    units = units_back(paid=standing.paid, before=standing.before, wanted=[_plain(item, count) for item, count in due])
    money.promise_in_kind(
        by=by,
        order=about,
        wish=RefundWish(units=units),
        resolution=resolution,
        subject=subject_of(row),
        key=_key(due),
    )


def _plain(item: ReturnItem, count: int) -> Back:
    return Back(reference=str(item.id), line=item.line, title=item.title, quantity=count)


def _key(due: Sequence[tuple[ReturnItem, int]]) -> str:
    return ("settle:" + ",".join(f"{item.id}:{item.settled}+{count}" for item, count in due))[:200]


def priced(row: Return, order: OrderView, due: Sequence[tuple[ReturnItem, int]]) -> dict[str, list[Instead]]:
    """What each unit that is to leave in exchange would cost as things stand, by item."""
    about = considering.order_money(order)
    standing = money_queries.standing_seen(order=about)
    wanted = [back(row, item, count) for item, count in due]
    units = units_back(paid=standing.paid, before=standing.before, wanted=wanted)
    return exchanges.priced(
        now=standing,
        wish=RefundWish(units=units),
        prices=_new_prices(standing.paid, due),
        discount=considering.discount(),
        rates=_new_rates(due),
        remedies=[str(item.id) for item, _ in due if decisions.is_remedy(item.decision)],
    )


def back(row: Return, item: ReturnItem, count: int) -> Back:
    """So many units of the item, on the terms of its decision and less what is taken off for use."""
    left = item.deduction - item.deducted
    taken = Deduction(Money(left, row.currency), item.deduction_reason) if left else None
    told = replace(whole(item, count), deduction=taken)
    if row.kind == Kind.RETURN.value:
        return told
    # Nobody kept anything: all of the price is owed.
    return replace(told, by_right=True, never_left=row.kind == Kind.CANCELLATION.value)


def whole(item: ReturnItem, count: int) -> Back:
    return Back(
        reference=str(item.id),
        line=item.line,
        title=item.title,
        quantity=count,
        outbound_owed=bool(item.decision.get("outbound_refunded")) and item.resolution in OUTBOUND_GIVEN_BACK,
        restocking_fee=decisions.fee_of(item.decision, Resolution(item.resolution)),
        by_right=decisions.by_right(item.decision) and item.resolution in OUTBOUND_GIVEN_BACK,
    )


def _fee(row: Return, due: Sequence[tuple[ReturnItem, int]]) -> Money | None:
    """The parcel's price, once per return: with the first settlement."""
    before = Settlement.objects.filter(return_row_id=row.id).exclude(kind__in=_NO_PARCEL)
    if before.exclude(detail__has_key="given_up").exists():
        return None
    prices = [
        offer["price"]["amount"]
        for item, _ in due
        for offer in item.decision.get("methods", [])
        if offer["method"] == row.method
    ]
    fee = min(prices, default=0)
    return Money(fee, row.currency) if fee else None


def _new_prices(paid: PaidOrder, due: Sequence[tuple[ReturnItem, int]]) -> dict[str, Money]:
    """What one new unit costs today, by item."""
    return {str(item.id): _new_price(paid, item) for item, _ in due}


def _new_price(paid: PaidOrder, item: ReturnItem) -> Money:
    """What left before cost what it cost then."""
    if item.sent_price is not None:
        return Money(item.sent_price, paid.currency)
    return swapping.new_price(
        variant=catalogue.variant(sku=item.exchange_sku),
        old=paid.line(id=item.line),
        remedy_of=catalogue.variant(sku=item.sku) if decisions.is_remedy(item.decision) else None,
    )


def _new_rates(due: Sequence[tuple[ReturnItem, int]]) -> dict[str, Rates]:
    """How the new unit is taxed, by item, where the shop says so."""
    found = {str(item.id): catalogue.variant(sku=item.exchange_sku) for item, _ in due}
    return {name: variant.taxes for name, variant in found.items() if variant and variant.taxes is not None}


def subject_of(row: Return) -> Subject:
    return Subject("return", row.id)
