"""What is decided for each row once the law lies over the terms? `overlay` and the verdict of `decide`, as columns.

Needs the columns of `effective` and, under the same prefix, those of `table.LAW`. Where a term below the law is met in
a real case, `<side>below_<term>` is TRUE: the terms that keep a policy from being published (`checking.floor`).
"""

from collections.abc import Mapping
from functools import reduce

import ibis

from volte.kit.words import Fault, Method, Resolution
from volte.policy.rules.columns.effective import OWN_POSTAGE, SHIPPINGS, Side, stepwise
from volte.policy.rules.columns.sheet import Column, Sheet, all_of, any_of, is_fixed, is_known, negated
from volte.policy.rules.overlay import NO_LACK_OF_CONFORMITY
from volte.policy.rules.words import Basis, Evidence, Field, RefundShipping, Verdict

BELOW = (
    Field.WINDOW,
    Field.RESOLUTIONS,
    Field.METHODS,
    Field.RESTOCKING_FEE,
    Field.REFUND_WITHIN,
    Field.SEND_WITHIN,
    Field.EVIDENCE,
)
VERDICTS = (Verdict.REFUSED, Verdict.NEEDS_REVIEW, Verdict.NEEDS_EVIDENCE, Verdict.ACCEPTED)
"""A verdict is told by its place here: the higher, the easier it is to be taken back."""
BASES = tuple(Basis)
"""A basis is told by its place here; NULL where nothing carries the return."""
_TRAVELLING = tuple(method for method in Method if method is not Method.KEEP)
_NO_END, _NO_PRICE = ibis.null("int32"), ibis.null("int64")
_NO_DAYS = ibis.null("int64")


def laid(sheet: Sheet, *sides: Side) -> Sheet:
    """The decision of each policy beside each row: `verdict`, `basis`, `until`, `kept_fee`, `gives_…`, `costs_…`,
    `outbound_refunded` and `sent_within` (of what is `open`: `outbound` and `sending`), `below_…`."""
    sheet = sheet.adding({"at_fault": _at_fault(sheet)})
    sheet = sheet.adding({"claim": _claim(sheet)})
    return stepwise(sheet, sides, _standing, _resting, _freed, _owed, _decided, _answered)


def _at_fault(sheet: Sheet) -> Column:
    return sheet["fault"].isin([Fault.MERCHANT.value, Fault.CARRIER.value]).fill_null(False)


def _claim(sheet: Sheet) -> Column:
    return sheet["at_fault"] & ~sheet["reason"].isin(sorted(NO_LACK_OF_CONFORMITY)).fill_null(False)


def _standing(sheet: Sheet, side: Side) -> dict[str, Column]:
    last_day, claim = side(sheet, "last_day"), sheet["claim"]
    in_time = last_day.isnull() | (sheet["requested"] <= last_day)
    conformity, unknown = side(sheet, "conformity"), side(sheet, "withdrawal") == "unknown"
    return {
        "promised": all_of(side(sheet, "accept"), in_time),
        "may_withdraw": side(sheet, "withdrawal") == "yes",
        "may_claim": claim & (conformity == "yes"),
        "unsure": unknown,
        "doubtful": unknown | (claim & ((conformity == "unknown") | side(sheet, "other_law"))),
        "foreign": (sheet["price_paid_currency"] != side.policy.currency).fill_null(False),
        "none_travels": all_of(*(_unpriced(side(sheet, f"price_{method}")) for method in _TRAVELLING)),
    }


def _unpriced(price: Column) -> Column:
    return ibis.literal(price.op().value is None) if is_known(price) else price.isnull()


def _resting(sheet: Sheet, side: Side) -> dict[str, Column]:
    """On what the return rests."""
    withdrawn = side(sheet, "may_withdraw") & ~side(sheet, "may_claim")
    return {
        "basis": ibis.cases(
            (side(sheet, "may_claim"), BASES.index(Basis.CONFORMITY)),
            (side(sheet, "may_withdraw"), BASES.index(Basis.WITHDRAWAL)),
            (side(sheet, "promised"), BASES.index(Basis.COMMERCIAL)),
            else_=ibis.null("int8"),
        ),
        "lawful": side(sheet, "may_claim") | side(sheet, "may_withdraw"),
        "withdrawn": withdrawn,
        # Somebody who may withdraw and says that nothing is wrong with the goods.
        "plain": withdrawn & ~sheet["claim"],
    }


def _freed(sheet: Sheet, side: Side) -> dict[str, Column]:
    """What is open and rests on no right rests on the promise: in doubt the law frees it then."""
    frees = ~side(sheet, "lawful") & side(sheet, "unsure") & side(sheet, "covered")
    return {
        "open": side(sheet, "lawful") | side(sheet, "promised"),
        "frees": frees,
        "freed": side(sheet, "promised") & frees,
        "sending": _sending(sheet, side),
    }


def _owed(sheet: Sheet, side: Side) -> dict[str, Column]:
    return {"outbound": _outbound(sheet, side)}


def _decided(sheet: Sheet, side: Side) -> dict[str, Column]:
    free = side(sheet, "lawful") | side(sheet, "freed")
    return {
        "until": _until(sheet, side),
        "kept_fee": ibis.ifelse(free, 0, side(sheet, "fee")),
        "kept_for_exchange": ibis.ifelse(free, 0, _exchange_fee(sheet, side)),
        **{f"gives_{one}": _gives(sheet, side, one) for one in Resolution},
        **{f"costs_{method}": _cost(sheet, side, method) for method in Method},
        "outbound_refunded": side(sheet, "outbound") & side(sheet, "open"),
        "sent_within": ibis.ifelse(side(sheet, "open"), side(sheet, "sending"), _NO_DAYS),
        "must_show": _must_show(sheet, side),
        "reviewed": all_of(side(sheet, "manual"), ~side(sheet, "withdrawn")),
        **{f"below_{field}": found for field, found in _below(sheet, side).items()},
    }


def _exchange_fee(sheet: Sheet, side: Side) -> Column:
    own, general = side(sheet, "exchange_fee"), side(sheet, "fee")
    return general if is_known(own) and own.op().value is None else own.fill_null(general)


def _answered(sheet: Sheet, side: Side) -> dict[str, Column]:
    closed = ibis.ifelse(side(sheet, "doubtful"), _place(Verdict.NEEDS_REVIEW), _place(Verdict.REFUSED))
    return {
        "verdict": ibis.cases(
            (~side(sheet, "open"), closed),
            (side(sheet, "must_show"), _place(Verdict.NEEDS_EVIDENCE)),
            (side(sheet, "reviewed"), _place(Verdict.NEEDS_REVIEW)),
            else_=_place(Verdict.ACCEPTED),
        )
    }


def _place(verdict: Verdict) -> int:
    return VERDICTS.index(verdict)


def _until(sheet: Sheet, side: Side) -> Column:
    own, withdrawal, conformity = (side(sheet, name) for name in ("last_day", "withdrawal_last", "conformity_last"))
    promised, also = side(sheet, "promised"), side(sheet, "may_withdraw")
    claimed = ibis.ifelse(promised, _later(conformity, own), conformity)
    claimed = ibis.ifelse(also, _later(claimed, withdrawal), claimed)
    past = _latest(own, withdrawal, ibis.ifelse(sheet["claim"], conformity, _NO_END))
    return ibis.cases(
        (side(sheet, "may_claim"), claimed),
        (also, ibis.ifelse(promised, _later(own, withdrawal), withdrawal)),
        (promised, own),
        else_=past,
    )


def _later(one: Column, other: Column) -> Column:
    """The later end, where NULL has no end."""
    return ibis.cases((one.isnull() | other.isnull(), _NO_END), (one < other, other), else_=one)


def _latest(*days: Column) -> Column:
    """The latest of the days that are known."""
    return reduce(lambda one, other: ibis.ifelse(one.isnull() | (one < other).fill_null(False), other, one), days)


def _gives(sheet: Sheet, side: Side, one: Resolution) -> Column:
    offered, claims, withdraws = side(sheet, f"offers_{one}"), side(sheet, "may_claim"), side(sheet, "may_withdraw")
    with_law = all_of(offered, side(sheet, "promised"))
    owed = side(sheet, f"remedy_{one}")
    if one is Resolution.REFUND:
        return ibis.cases((claims, any_of(with_law, owed, withdraws)), else_=any_of(offered, withdraws))
    if is_fixed(offered, False):
        return claims & owed
    return ibis.cases((claims, any_of(with_law, owed)), (withdraws, with_law), else_=offered)


def _cost(sheet: Sheet, side: Side, method: Method) -> Column:
    """What this way back costs; NULL where it is not offered."""
    price, posts = side(sheet, f"price_{method}"), method is Method.MAIL
    claims, withdraws = side(sheet, "may_claim"), side(sheet, "may_withdraw")
    kept = ibis.literal(0) if method is Method.KEEP else _NO_PRICE
    known = _known_price(price)
    if known is None and method in (Method.DROP_OFF, Method.STORE, Method.PICKUP):
        return _NO_PRICE
    if known == 0:
        return ibis.cases((all_of(withdraws, ~claims, ~side(sheet, "goods_travel")), kept), else_=0)
    unpriced = ibis.ifelse(side(sheet, "none_travels"), 0, _NO_PRICE) if posts else _NO_PRICE
    free = ibis.ifelse(price.notnull(), 0, unpriced)
    stated = ibis.ifelse(side(sheet, "foreign") & (price > 0), 0, price)
    # Whoever may withdraw may always post the goods themselves.
    travels = ibis.ifelse(side(sheet, "merchant_pays"), free, stated.fill_null(OWN_POSTAGE) if posts else stated)
    withdrawn = ibis.ifelse(side(sheet, "goods_travel"), travels, kept)
    return ibis.cases((claims, free), (withdraws, withdrawn), else_=stated)


def _known_price(price: Column) -> int | None:
    """What every row is asked for it: None where nobody is offered it, a number nobody asks where rules differ."""
    return price.op().value if is_known(price) else _MANY


_MANY = -2


def _outbound(sheet: Sheet, side: Side) -> Column:
    by_law = side(sheet, "may_withdraw") & (side(sheet, "outbound_owed") | side(sheet, "may_claim"))
    shipping = side(sheet, "refund_shipping")
    return ibis.cases(
        (side(sheet, "frees") | by_law | (shipping == SHIPPINGS.index(RefundShipping.ALWAYS)), True),
        (shipping == SHIPPINGS.index(RefundShipping.WHEN_AT_FAULT), sheet["at_fault"]),
        else_=False,
    )


def _sending(sheet: Sheet, side: Side) -> Column:
    """Days to send it back: where the law gives more than terms in days do, those."""
    owed, own = side(sheet, "send_back_days"), side(sheet, "send_days")
    longer = side(sheet, "may_withdraw") & side(sheet, "send_plain") & (own < owed)
    return ibis.ifelse(longer, owed, own)


def _must_show(sheet: Sheet, side: Side) -> Column:
    shown = sheet["shown"]
    open_ones = (all_of(side(sheet, f"asks_{one}"), ~shown.contains(one.value).fill_null(False)) for one in Evidence)
    return all_of(any_of(*open_ones), ~side(sheet, "withdrawn"))


def _below(sheet: Sheet, side: Side) -> Mapping[Field, Column]:
    """Which of the shop's own terms are weaker than what the law gives here."""
    free = any_of(*(_is_free(side(sheet, f"price_{method}")) for method in _TRAVELLING))
    due, send = side(sheet, "refund_days").fill_null(36_500), side(sheet, "send_back_days")
    found = {
        Field.WINDOW: (side(sheet, "last_day") < side(sheet, "withdrawal_floor")).fill_null(False),
        Field.RESOLUTIONS: negated(side(sheet, "offers_refund")),
        Field.METHODS: all_of(side(sheet, "merchant_pays"), negated(free)),
        Field.RESTOCKING_FEE: side(sheet, "fee") > 0,
        Field.REFUND_WITHIN: side(sheet, "promised_days") > due,
        Field.SEND_WITHIN: all_of(side(sheet, "send_plain"), (side(sheet, "send_days") < send).fill_null(False)),
        Field.EVIDENCE: any_of(*(side(sheet, f"asks_{one}") for one in Evidence)),
    }
    return {field: all_of(side(sheet, "plain"), column) for field, column in found.items()}


def _is_free(price: Column) -> Column:
    return ibis.literal(price.op().value == 0) if is_known(price) else price.identical_to(0)
