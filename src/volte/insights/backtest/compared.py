"""Each purchase under the policy that is and the one that may come: what is decided, what it costs, who loses."""

from functools import reduce
from operator import or_
from typing import Any

import ibis

from volte.insights.backtest.purchases import CURRENT, DRAFT
from volte.kit.words import Method, RefundTrigger, Resolution
from volte.policy.rules.columns.effective import Side, effective
from volte.policy.rules.columns.laid import BELOW, laid
from volte.policy.rules.model import Policy
from volte.policy.rules.words import Basis, Verdict

Column = Any
Table = Any
WORSE = ("refused", "harder", "shorter", "lost", "fee", "way", "bonus", "later")
"""How somebody can be treated worse: refused now; asked for proof or a person's look; less time; without a remedy they
had; a higher fee; a dearer way back; less on top of a credit; their money later."""
_EASE = (Verdict.REFUSED, Verdict.NEEDS_REVIEW, Verdict.NEEDS_EVIDENCE, Verdict.ACCEPTED)
# Prices up to here, in minor units: the bands shops think in.
BANDS = (2_500, 5_000, 10_000, 25_000)
_KEPT = ("verdict", "basis", "promised", "refund", "fees", "bonuses", "way", "days", "refund_at")
_ABOUT = (
    "order_number",
    "return_number",
    "title",
    "category",
    "country",
    "customer_kind",
    "customer_tags",
    "units",
    "price_paid_currency",
)


def compared(purchases: Table, *, current: Policy, draft: Policy, scale: int) -> Table:
    """One narrow row a purchase: both decisions, their money, and `worse_…` and `better_…` for each of `WORSE`."""
    table = purchases
    for policy, prefix in ((current, CURRENT), (draft, DRAFT)):
        side = Side(policy, prefix, scale)
        table = laid(effective(table, side), side)
    for prefix in (CURRENT, DRAFT):
        table = table.mutate(**_named(prefix, **_eased(table, prefix)))
        table = table.mutate(**_named(prefix, **_money(table, prefix, scale)))
    judged = {f"worse_{how}": found for how, found in _worse(table, CURRENT, DRAFT).items()}
    judged |= {f"better_{how}": found for how, found in _worse(table, DRAFT, CURRENT).items()}
    below = {f"below_{field}": table[f"{DRAFT}below_{field}"] for field in BELOW}
    set_by = {f"set_{field}": table[f"{DRAFT}set_{field}"] for field in BELOW}
    table = table.select(
        *_ABOUT,
        *(f"{prefix}{name}" for prefix in (CURRENT, DRAFT) for name in _KEPT),
        band=_band(table),
        **judged,
        **below,
        **set_by,
    )
    return table.mutate(worse=_any(table, "worse_"), better=_any(table, "better_"))


def _named(prefix: str, **columns: Column) -> dict[str, Column]:
    return {f"{prefix}{name}": column for name, column in columns.items()}


def _any(table: Table, prefix: str) -> Column:
    return reduce(or_, (table[f"{prefix}{how}"] for how in WORSE))


def _eased(table: Table, prefix: str) -> dict[str, Column]:
    """How easily it is taken back, and the price of the cheapest way a carrier or shop asks for."""
    verdict = table[f"{prefix}verdict"]
    prices = [table[f"{prefix}costs_{method}"] for method in Method]
    # Neither what is not offered nor their own postage is a price.
    asked = [ibis.ifelse((price >= 0).fill_null(False), price, _DEAR) for price in prices]
    used = ibis.cases(*((table.method == method.value, table[f"{prefix}costs_{method}"]) for method in Method))
    return {
        "ease": ibis.cases(*((verdict == each.value, place) for place, each in enumerate(_EASE))),
        "open": verdict != Verdict.REFUSED.value,
        "cheapest": ibis.least(*asked),
        "used": ibis.greatest(used.fill_null(0), 0),
        "at": ibis.cases(*((table[f"{prefix}refund_at"] == each.value, place) for place, each in _TRIGGERS)),
    }


# Dearer than any price: only their own postage is left.
_DEAR = 10**9
_TRIGGERS = tuple(enumerate(RefundTrigger))


def _money(table: Table, prefix: str, scale: int) -> dict[str, Column]:
    """Minor units, for what is not refused: what goes back, what is kept, what a credit adds, what the way costs."""
    price, units, is_open = table.price_paid.fill_null(0), table.units, table[f"{prefix}open"]
    fee = (2 * price * table[f"{prefix}kept_fee"] + scale) // (2 * scale) * units
    bonus = (2 * price * table[f"{prefix}bonus"] + scale) // (2 * scale) * units
    credited = is_open & (table.resolution == Resolution.CREDIT.value) & table[f"{prefix}gives_credit"]
    return {
        "fees": ibis.ifelse(is_open, fee, 0),
        "bonuses": ibis.ifelse(credited, bonus, 0),
        "refund": ibis.ifelse(is_open & table[f"{prefix}gives_refund"], price * units - fee, 0),
        "way": ibis.ifelse(is_open, table[f"{prefix}used"], 0),
        "days": table[f"{prefix}refund_after"].delta(table.requested, unit="day"),
    }


def _worse(table: Table, before: str, after: str) -> dict[str, Column]:
    """Is this customer worse off `after`?"""
    both = table[f"{before}open"] & table[f"{after}open"]
    ends, end = table[f"{before}until"], table[f"{after}until"]
    lost = reduce(or_, (table[f"{before}gives_{one}"] & ~table[f"{after}gives_{one}"] for one in Resolution))
    credit = table[f"{before}gives_credit"] & table[f"{after}gives_credit"]
    later_at = table[f"{after}at"] > table[f"{before}at"]
    later = later_at | (table[f"{after}refund_after"] > table[f"{before}refund_after"])
    found = {
        "refused": table[f"{before}open"] & ~table[f"{after}open"],
        "harder": both & (table[f"{after}ease"] < table[f"{before}ease"]),
        "shorter": both & ((ends.isnull() & end.notnull()) | (end < ends)),
        "lost": both & lost,
        "fee": both & (table[f"{after}kept_fee"] > table[f"{before}kept_fee"]),
        "way": both & (table[f"{after}cheapest"] > table[f"{before}cheapest"]),
        "bonus": both & credit & (table[f"{after}bonus"] < table[f"{before}bonus"]),
        "later": both & later & table[f"{after}gives_refund"],
    }
    return {how: column.fill_null(False) for how, column in found.items()}


def _band(table: Table) -> Column:
    """0 for the cheapest; NULL where no price is known."""
    price = table.price_paid
    steps = ((price < top, place) for place, top in enumerate(BANDS))
    return ibis.ifelse(price.isnull(), ibis.null("int64"), ibis.cases(*steps, else_=len(BANDS)))


LAWFUL = (Basis.WITHDRAWAL.value, Basis.CONFORMITY.value)
