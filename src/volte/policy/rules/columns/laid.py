"""What is decided for each row once the law lies over the terms? `overlay` and the verdict of `decide`, as columns.

Needs the columns of `effective` and, under the same prefix, those of `table.LAW`. Where a term below the law is met in
a real case, `<side>below_<term>` is TRUE: the terms that keep a policy from being published (`checking.floor`).
"""

from collections.abc import Mapping
from functools import reduce
from operator import and_, or_

import ibis

from volte.kit.words import Fault, Method, Resolution
from volte.policy.rules.columns.conditions import Column, Table
from volte.policy.rules.columns.effective import OWN_POSTAGE, Side, later
from volte.policy.rules.overlay import NO_LACK_OF_CONFORMITY
from volte.policy.rules.words import Approval, Basis, Evidence, Field, RefundShipping, Verdict

BELOW = (
    Field.WINDOW,
    Field.RESOLUTIONS,
    Field.METHODS,
    Field.RESTOCKING_FEE,
    Field.REFUND_WITHIN,
    Field.SEND_WITHIN,
    Field.EVIDENCE,
)
_TRAVELLING = tuple(method for method in Method if method is not Method.KEEP)


def laid(table: Table, side: Side) -> Table:
    """The decision of one policy beside each row: `verdict`, `basis`, `until`, `kept_fee`, `gives_…`, `costs_…`,
    `outbound_refunded`, `sent_by`, `below_…`."""
    table = table.mutate(**side.named(**_standing(table, side)))
    table = table.mutate(**side.named(basis=_basis(table, side)))
    table = table.mutate(**side.named(**_decided(table, side)))
    return table.mutate(**side.named(verdict=_verdict(table, side)))


def _standing(table: Table, side: Side) -> dict[str, Column]:
    last_day = side(table, "last_day")
    at_fault = table.fault.isin([Fault.MERCHANT.value, Fault.CARRIER.value]).fill_null(False)
    claim = at_fault & ~table.reason.isin(sorted(NO_LACK_OF_CONFORMITY)).fill_null(False)
    return {
        "at_fault": at_fault,
        "claim": claim,
        "promised": side(table, "accept") & (last_day.isnull() | (table.requested <= last_day)),
        "may_withdraw": side(table, "withdrawal") == "yes",
        "may_claim": claim & (side(table, "conformity") == "yes"),
        "doubtful": (side(table, "withdrawal") == "unknown")
        | (claim & ((side(table, "conformity") == "unknown") | side(table, "other_law"))),
    }


def _basis(table: Table, side: Side) -> Column:
    return ibis.cases(
        (side(table, "may_claim"), Basis.CONFORMITY.value),
        (side(table, "may_withdraw"), Basis.WITHDRAWAL.value),
        (side(table, "promised"), Basis.COMMERCIAL.value),
        else_=ibis.null("string"),
    )


def _decided(table: Table, side: Side) -> dict[str, Column]:
    withdrawn, claimed = side(table, "basis") == Basis.WITHDRAWAL, side(table, "basis") == Basis.CONFORMITY
    lawful = (withdrawn | claimed).fill_null(False)
    freed = (side(table, "basis") == Basis.COMMERCIAL) & (side(table, "withdrawal") == "unknown")
    freed = (freed & side(table, "covered")).fill_null(False)
    return {
        "until": _until(table, side),
        "kept_fee": ibis.ifelse(lawful | freed, 0, side(table, "fee")),
        **{f"gives_{one}": _gives(table, side, one) for one in Resolution},
        **_costs(table, side),
        "outbound_refunded": _outbound(table, side, freed),
        "sent_by": ibis.ifelse(side(table, "basis").isnull(), ibis.null("date"), _sent_by(table, side, lawful)),
        "must_show": _must_show(table, side, withdrawn.fill_null(False)),
        "reviewed": (side(table, "approval") == Approval.MANUAL) & ~withdrawn.fill_null(False),
        **{f"below_{field}": found & _plain(table, side) for field, found in _below(table, side).items()},
    }


def _plain(table: Table, side: Side) -> Column:
    """Somebody who may withdraw and says that nothing is wrong with the goods."""
    return (side(table, "basis") == Basis.WITHDRAWAL).fill_null(False) & ~side(table, "claim")


def _until(table: Table, side: Side) -> Column:
    own, withdrawal, conformity = (side(table, name) for name in ("last_day", "withdrawal_last", "conformity_last"))
    promised, also = side(table, "promised"), side(table, "may_withdraw")
    claimed = ibis.ifelse(promised, _later(conformity, own), conformity)
    claimed = ibis.ifelse(also, _later(claimed, withdrawal), claimed)
    past = _latest(own, withdrawal, ibis.ifelse(side(table, "claim"), conformity, ibis.null("date")))
    return ibis.cases(
        (side(table, "may_claim"), claimed),
        (also, ibis.ifelse(promised, _later(own, withdrawal), withdrawal)),
        (promised, own),
        else_=past,
    )


def _later(one: Column, other: Column) -> Column:
    """The later end, where NULL has no end."""
    return ibis.cases((one.isnull() | other.isnull(), ibis.null("date")), (one < other, other), else_=one)


def _latest(*days: Column) -> Column:
    """The latest of the days that are known."""
    return reduce(lambda one, other: ibis.ifelse(one.isnull() | (one < other).fill_null(False), other, one), days)


def _gives(table: Table, side: Side, one: Resolution) -> Column:
    offered = side(table, f"offers_{one}")
    with_law = offered & side(table, "promised")
    owed = side(table, f"remedy_{one}")
    if one is Resolution.REFUND:
        claimed = with_law | owed | side(table, "may_withdraw")
        withdrawn = ibis.literal(True)
    else:
        claimed, withdrawn = with_law | owed, with_law
    return ibis.cases((side(table, "may_claim"), claimed), (side(table, "may_withdraw"), withdrawn), else_=offered)


def _costs(table: Table, side: Side) -> dict[str, Column]:
    """What each way back costs; NULL where it is not offered."""
    prices = {method: side(table, f"price_{method}") for method in Method}
    none_travels = reduce(and_, (prices[method].isnull() for method in _TRAVELLING))
    foreign = (table.price_paid_currency != side.policy.currency).fill_null(False)
    costs = {}
    for method, price in prices.items():
        free = ibis.ifelse(price.notnull(), 0, ibis.ifelse(none_travels, 0, _NO_PRICE) if _posts(method) else _NO_PRICE)
        stated = ibis.ifelse(price.fill_null(0) > 0, ibis.ifelse(foreign, 0, price), price)
        kept = ibis.literal(0) if method is Method.KEEP else _NO_PRICE
        travels = ibis.ifelse(side(table, "merchant_pays"), free, _or_post(stated) if _posts(method) else stated)
        withdrawn = ibis.ifelse(side(table, "goods_travel"), travels, kept)
        cost = ibis.cases((side(table, "may_claim"), free), (side(table, "may_withdraw"), withdrawn), else_=stated)
        costs[f"costs_{method}"] = cost
    return costs


_NO_PRICE = ibis.null("int64")


def _posts(method: Method) -> bool:
    return method is Method.MAIL


def _or_post(price: Column) -> Column:
    """Whoever may withdraw may always post the goods themselves."""
    return price.fill_null(OWN_POSTAGE)


def _outbound(table: Table, side: Side, freed: Column) -> Column:
    by_law = freed | (
        side(table, "may_withdraw") & (side(table, "outbound_owed") | side(table, "may_claim")).fill_null(False)
    )
    shipping = side(table, "refund_shipping")
    wanted = ibis.cases(
        (by_law | (shipping == RefundShipping.ALWAYS), True),
        (shipping == RefundShipping.WHEN_AT_FAULT, side(table, "at_fault")),
        else_=False,
    )
    return wanted & side(table, "basis").notnull()


def _sent_by(table: Table, side: Side, lawful: Column) -> Column:
    """Where the law gives more days for sending than terms in days do, those."""
    owed = side(table, "send_back_days")
    longer = lawful & side(table, "may_withdraw") & (side(table, "send_days") < owed)
    days = owed.fill_null(0).cast("int32").as_interval("D")
    return ibis.ifelse(longer.fill_null(False), later(table.requested, days), side(table, "send_by"))


def _must_show(table: Table, side: Side, withdrawn: Column) -> Column:
    open_ones = [side(table, f"asks_{one}") & ~table.shown.contains(one.value).fill_null(False) for one in Evidence]
    return reduce(or_, open_ones) & ~withdrawn


def _verdict(table: Table, side: Side) -> Column:
    return ibis.cases(
        (
            side(table, "basis").isnull(),
            ibis.ifelse(side(table, "doubtful"), Verdict.NEEDS_REVIEW.value, Verdict.REFUSED.value),
        ),
        (side(table, "must_show"), Verdict.NEEDS_EVIDENCE.value),
        (side(table, "reviewed"), Verdict.NEEDS_REVIEW.value),
        else_=Verdict.ACCEPTED.value,
    )


def _below(table: Table, side: Side) -> Mapping[Field, Column]:
    """Which of the shop's own terms are weaker than what the law gives here."""
    free = [(side(table, f"price_{method}") == 0).fill_null(False) for method in _TRAVELLING]
    due = side(table, "refund_days").fill_null(36_500).cast("int32").as_interval("D")
    asks = [side(table, f"asks_{one}") for one in Evidence]
    return {
        Field.WINDOW: (side(table, "last_day") < side(table, "withdrawal_floor")).fill_null(False),
        Field.RESOLUTIONS: ~side(table, "offers_refund"),
        Field.METHODS: side(table, "merchant_pays") & ~reduce(or_, free),
        Field.RESTOCKING_FEE: side(table, "fee") > 0,
        Field.REFUND_WITHIN: side(table, "refund_after") > later(table.requested, due),
        Field.SEND_WITHIN: (side(table, "send_days") < side(table, "send_back_days")).fill_null(False),
        Field.EVIDENCE: reduce(or_, asks),
    }
