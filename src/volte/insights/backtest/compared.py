"""Each purchase under the policy that is and the one that may come: what is decided, what it costs, who loses."""

from collections.abc import Callable, Iterator
from operator import gt, lt

import ibis

from volte.insights.backtest.purchases import CURRENT, DRAFT
from volte.kit.words import Method, Resolution
from volte.policy.rules.columns.effective import Side, effective, set_by, stepwise
from volte.policy.rules.columns.laid import BELOW, VERDICTS, laid
from volte.policy.rules.columns.sheet import Column, Sheet, Table, all_of, any_of, is_known, negated
from volte.policy.rules.model import Policy
from volte.policy.rules.words import Field, Verdict

WORSE = ("refused", "harder", "shorter", "hurried", "lost", "fee", "way", "outbound", "bonus", "later")
"""How somebody can be treated worse: refused now; asked for proof or a person's look; less time to ask; less time to
send; without a remedy they had; a higher fee; a dearer way back; the delivery they paid no longer refunded; less on top
of a credit; their money later."""
# Prices up to here, in minor units: the bands shops think in.
BANDS = (2_500, 5_000, 10_000, 25_000)
NARROW = "narrow"
_KEPT = (
    *("verdict", "lifted", "refund", "fees", "bonuses", "way", "days"),
    *("refund_at", "after_months", "after_days", "lawful_on"),
)
_ABOUT = (
    "order_number",
    "return_number",
    "title",
    "category",
    "country",
    "customer_kind",
    "customer_tags",
    "units",
    *("requested", "sent_on", "arrived_on", "inspected_on", "settled_on"),
)


def compared(sheet: Sheet, *, current: Policy, draft: Policy, scale: int) -> tuple[Table, Table]:
    """One row a purchase: both decisions, their money, and `worse_…` and `better_…` for each of `WORSE`. First what has
    to be kept of it, as the table `NARROW`, then the whole, read from that."""
    sides = before, after = Side(current, CURRENT, scale), Side(draft, DRAFT, scale)
    sheet = laid(effective(sheet, *sides), *sides)
    sheet = sheet.adding({"wants_money": sheet["resolution"] == Resolution.REFUND.value})
    sheet = stepwise(sheet, sides, _priced, _money)
    sheet = sheet.adding({"stay": before(sheet, "taken") & after(sheet, "taken"), "band": _band(sheet)})
    judged = {f"worse_{how}": found for how, found in _worse(sheet, before, after)}
    judged |= {f"better_{how}": found for how, found in _worse(sheet, after, before)}
    below = {f"below_{field}": after(sheet, f"below_{field}") for field in BELOW}
    # Which rule it was is asked only where a term fell short.
    by_rule = {f"set_{field}": _blamed(below[f"below_{field}"], set_by(sheet, after, field)) for field in BELOW}
    counted = sheet["price_paid_currency"].isnull() | (sheet["price_paid_currency"] == draft.currency)
    sheet = sheet.adding({"counted": counted, **judged, **below, **by_rule})
    sheet = sheet.adding({"worse": _any(sheet, "worse_"), "better": _any(sheet, "better_")})
    decided = (f"{side.prefix}{name}" for side in sides for name in _KEPT)
    wanted = [*_ABOUT, *decided, "band", "counted", *judged, *below, *by_rule, "worse", "better"]
    return sheet.apart(wanted, NARROW)


def _any(sheet: Sheet, prefix: str) -> Column:
    return any_of(*(sheet[f"{prefix}{how}"] for how in WORSE))


def _blamed(fell_short: Column, rule: Column) -> Column:
    return rule if is_known(rule) else ibis.ifelse(fell_short, rule, 0)


# Dearer than any price: only their own postage is left.
_DEAR = 10**9


def _priced(sheet: Sheet, side: Side) -> dict[str, Column]:
    """The price of the cheapest way a carrier or shop asks for, of the way they took, and what a unit adds or keeps."""
    costs = {method: side(sheet, f"costs_{method}") for method in Method}
    offered = {method: cost for method, cost in costs.items() if not is_known(cost)}
    # Neither what is not offered nor their own postage is a price.
    asked = [ibis.ifelse(cost >= 0, cost, _DEAR) for cost in offered.values()]
    used = ibis.cases(*((sheet["method"] == method.value, cost) for method, cost in offered.items()), else_=0)
    price, scale = sheet["price_paid"].fill_null(0), side.scale

    def part(of: Column) -> Column:
        return (2 * price * of + scale) // (2 * scale) * sheet["units"]

    return {
        "cheapest": ibis.least(*asked),
        "used": ibis.greatest(used.fill_null(0), 0),
        "whole": price * sheet["units"],
        "charged": (charged := _charged(sheet, side)),
        "fee_part": ibis.ifelse(charged > 0, part(charged), 0),
        "bonus_part": part(side(sheet, "bonus")),
        "credited": (sheet["resolution"] == Resolution.CREDIT.value) & side(sheet, "gives_credit"),
        "taken": side(sheet, "verdict") != VERDICTS.index(Verdict.REFUSED),
    }


def _charged(sheet: Sheet, side: Side) -> Column:
    """The fee of what they asked for."""
    if not side.policy.sets(Field.EXCHANGE_FEE):
        return side(sheet, "kept_fee")
    exchanged = (sheet["resolution"] == Resolution.EXCHANGE.value).fill_null(False)
    return ibis.ifelse(exchanged, side(sheet, "kept_for_exchange"), side(sheet, "kept_fee"))


def _money(sheet: Sheet, side: Side) -> dict[str, Column]:
    """Minor units, for what is not refused: what goes back, what is kept, what a credit adds, what the way costs."""
    taken, fee = side(sheet, "taken"), side(sheet, "fee_part")
    pays = taken & side(sheet, "gives_refund") & sheet["wants_money"]
    return {
        "fees": ibis.ifelse(taken, fee, 0),
        "bonuses": ibis.ifelse(taken & side(sheet, "credited"), side(sheet, "bonus_part"), 0),
        "refund": ibis.ifelse(pays, side(sheet, "whole") - fee, 0),
        "way": ibis.ifelse(taken, side(sheet, "used"), ibis.null("int64")),
        "days": side(sheet, "promised_days"),
        "lifted": side(sheet, "lawful") & ~side(sheet, "promised"),
    }


def _worse(sheet: Sheet, before: Side, after: Side) -> Iterator[tuple[str, Column]]:
    """Is this customer worse off `after`? Where both policies come to the same by the same way, nobody is."""

    def fell(name: str, how: Callable[[Column, Column], Column]) -> Column:
        if sheet.same(f"{before.prefix}{name}", f"{after.prefix}{name}"):
            return ibis.literal(False)
        return how(before(sheet, name), after(sheet, name))

    credit = all_of(before(sheet, "gives_credit"), after(sheet, "gives_credit"))
    late = any_of(fell("refund_at", lt), fell("promised_days", lt))
    # Of what waits for a person nobody has said yet when to send it, and what it brings.
    both = before(sheet, "open") & after(sheet, "open")
    sent = negated(all_of(after(sheet, "withdrawn"), ~after(sheet, "goods_travel")))
    found = {
        "harder": fell("verdict", gt),
        "shorter": fell("until", _ends_sooner),
        "hurried": all_of(fell("sending", gt), sent, both),
        "lost": any_of(*(fell(f"gives_{one}", _gone) for one in Resolution)),
        "fee": fell("charged", lt),
        "way": fell("cheapest", lt),
        "outbound": all_of(fell("outbound", _gone), both, after(sheet, "gives_refund")),
        "bonus": all_of(fell("bonus", gt), credit),
        "later": all_of(late, after(sheet, "gives_refund")),
    }
    yield "refused", fell("taken", _gone)
    for how, column in found.items():
        yield how, all_of(column, sheet["stay"])


def _gone(had: Column, has: Column) -> Column:
    return had & ~has


def _ends_sooner(end: Column, ends: Column) -> Column:
    """NULL has no end."""
    return (end.isnull() & ends.notnull()) | (ends < end).fill_null(False)


def _band(sheet: Sheet) -> Column:
    """0 for the cheapest; NULL where no price is known."""
    price = sheet["price_paid"]
    steps = ((price < top, place) for place, top in enumerate(BANDS))
    return ibis.cases((price.isnull(), ibis.null("int8")), *steps, else_=len(BANDS))
