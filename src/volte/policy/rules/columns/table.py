"""Which columns hold the facts of a purchase, and which the rights the law gives for it?

A day is the number of days since 1970: a window is then an addition. A share is two whole numbers (part, whole), so
that bounds are compared exactly. A category path is one text with a mark around each step: a part of the path is then a
part of the text.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, overload

from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.law.rules.rights import Rights
from volte.law.rules.words import Coverage, Payer
from volte.policy.rules.conditions import READ
from volte.policy.rules.facts import Facts
from volte.policy.rules.words import Fact

MARK = "\x1f"
_WORD, _SET, _PAIRS, _WHOLE, _DAY, _YES_NO = (
    "string",
    "array<string>",
    "map<string, string>",
    "int64",
    "int32",
    "boolean",
)
_FIRST = date(1970, 1, 1)

FACTS: Mapping[str, str] = {
    **dict.fromkeys((Fact.CATEGORY, Fact.SKU, Fact.GTIN, Fact.LOT, Fact.SELLER, Fact.CHANNEL, Fact.COUNTRY), _WORD),
    **dict.fromkeys((Fact.CUSTOMER_KIND, Fact.CUSTOMER_TIER, Fact.REASON, Fact.FAULT, Fact.CONDITION), _WORD),
    **dict.fromkeys((Fact.TAGS, Fact.TRAITS, Fact.PAYMENT, Fact.PROMOTION, Fact.CUSTOMER_TAGS), _SET),
    **dict.fromkeys((Fact.OPTIONS, Fact.ANSWERS), _PAIRS),
    **dict.fromkeys((Fact.WEIGHT, Fact.SIZE, Fact.CUSTOMER_ORDERS, Fact.QUANTITY), _WHOLE),
    **dict.fromkeys((Fact.PRICE_PAID, Fact.ORDER_TOTAL), _WHOLE),
    "price_paid_currency": _WORD,
    "order_total_currency": _WORD,
    "discount_part": _WHOLE,
    "discount_whole": _WHOLE,
    "rate_part": _WHOLE,
    "rate_whole": _WHOLE,
    "rate_orders": _WHOLE,
    "rate_months": _WHOLE,
    **dict.fromkeys((Fact.ORDERED, Fact.REQUESTED, Fact.DELIVERED), _DAY),
    "shipped": _DAY,
    **dict.fromkeys((Fact.SEAL_BROKEN, Fact.PARTIAL), _YES_NO),
    "delivery_complete": _YES_NO,
    "shown": _SET,
}
"""Name and type (in Ibis' words) of every column of facts."""

LAW: Mapping[str, str] = {
    "withdrawal": _WORD,
    "withdrawal_last": _DAY,
    "withdrawal_floor": _DAY,
    "merchant_pays": _YES_NO,
    "outbound_owed": _YES_NO,
    "goods_travel": _YES_NO,
    "send_back_days": _WHOLE,
    "refund_days": _WHOLE,
    "conformity": _WORD,
    "conformity_last": _DAY,
    "other_law": _YES_NO,
    "covered": _YES_NO,
    **{f"remedy_{one}": _YES_NO for one in Resolution},
}
"""What the law gives, as `laid` needs it. `withdrawal_floor`: the last of the days every buyer has, before week-ends
and what was not said lengthen them."""


def row(facts: Facts) -> tuple[Any, ...]:
    """The facts in the order of `FACTS`."""
    rate = facts.customer.return_rate
    own: dict[str, Any] = {
        "price_paid_currency": _currency(facts.item.price_paid),
        "order_total_currency": _currency(facts.order.total),
        "rate_part": rate and rate.rate.share.numerator,
        "rate_whole": rate and rate.rate.share.denominator,
        "rate_orders": rate and rate.orders,
        "rate_months": rate and rate.months,
        "discount_part": facts.item.discount and facts.item.discount.share.numerator,
        "discount_whole": facts.item.discount and facts.item.discount.share.denominator,
        "shipped": number(facts.delivery.shipped_on),
        "delivery_complete": facts.delivery.complete,
        "shown": sorted(facts.request.shown),
    }
    return tuple(own[name] if name in own else _plain(READ[Fact(name)](facts)) for name in FACTS)


def outcome(rights: Rights) -> tuple[Any, ...]:
    """The rights in the order of `LAW`."""
    withdrawal, conformity = rights.withdrawal, rights.conformity
    return (
        withdrawal.standing.value,
        number(withdrawal.last_day),
        number(_floor(withdrawal.starts_on, withdrawal.window_days, withdrawal.last_day)),
        withdrawal.return_paid_by is Payer.MERCHANT,
        withdrawal.outbound_owed,
        withdrawal.goods_travel,
        withdrawal.send_back_days,
        withdrawal.refund_days,
        conformity.standing.value,
        number(conformity.last_day),
        conformity.other_law,
        rights.coverage is not Coverage.NOT_COVERED,
        *(one in conformity.remedies for one in Resolution),
    )


def path(steps: Iterable[str]) -> str:
    """A category path as its text."""
    return MARK.join(("", *steps, ""))


@overload
def number(day: date) -> int: ...
@overload
def number(day: date | None) -> int | None: ...
def number(day: date | None) -> int | None:
    """How many days after the first of January 1970."""
    return None if day is None else (day - _FIRST).days


def _floor(starts_on: date | None, days: int | None, last_day: date | None) -> date | None:
    if starts_on is None or days is None or last_day is None:
        return last_day
    return min(last_day, starts_on + timedelta(days=days))


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | int():
            return value
        case date():
            return number(value)
        case Money():
            return value.amount
        case frozenset():
            return sorted(str(member) for member in value)
        case tuple():
            return path(value)
        case Mapping():
            return dict(value)
        case _:
            return str(value)


def _currency(value: Money | None) -> str | None:
    return None if value is None else value.currency
