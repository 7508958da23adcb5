"""The clocks of a return from its rows: what `rules/clocks` needs to know, and the moment lists sort by.

That moment is kept on the row and reckoned again whenever the row is restated. A legal term that runs from the notice
was turned into a moment when the return was requested, in the customer's zone.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from volte.kit.words import Method, RefundTrigger, Resolution
from volte.returns import decisions
from volte.returns.models import Return, ReturnItem
from volte.returns.rules.clocks import table
from volte.returns.rules.clocks.clock import Case, Clock, Contract, Part, Right
from volte.returns.rules.clocks.words import Code
from volte.returns.rules.lifecycle import APPEAL_ANSWERED_WITHIN, Appeal, Verdict, Whereabouts
from volte.runtime import shop_settings
from volte.runtime.shop_settings import ShopSettings

_ANY = ShopSettings()


def of(row: Return, items: Sequence[ReturnItem]) -> datetime | None:
    """The earliest moment that matters; None while none can be named, and when nothing is owed any more."""
    # What is owed depends on the settings only while a person is waited for; most steps need not read them.
    settings = shop_settings.of_shop(row.shop_id) if row.waits_for == "shop" else _ANY
    return table.next_due(_case(row, items, settings))


def clocks(row: Return, items: Sequence[ReturnItem]) -> tuple[Clock, ...]:
    """Every deadline of the return."""
    return table.table(_case(row, items, shop_settings.of_shop(row.shop_id)))


def send_by(items: Sequence[ReturnItem]) -> list[date]:
    """The days by which policy and law (whichever gives more) want accepted items to be sent back."""
    accepted = (item for item in items if item.verdict == Verdict.ACCEPTED.value)
    return [date.fromisoformat(item.decision["send_by"]) for item in accepted if item.decision.get("send_by")]


def may_still_send(row: Return, items: Sequence[ReturnItem], now: datetime) -> bool:
    """Is the customer still in time to send it back, by the law or by what they were told?"""
    return any(each.code is Code.SEND_BACK and each.due is not None and now < each.due for each in clocks(row, items))


def _case(row: Return, items: Sequence[ReturnItem], settings: ShopSettings) -> Case:
    """What its clocks are counted from. Items of an imported history have no decision, and so no clocks."""
    # While a carrier looks for it, the end of its days is what counts.
    waits = row.waits_since if row.waits_for == "shop" and row.inquiry_until is None else None
    return Case(
        zone=settings.timezone,
        requested_at=row.requested_at,
        parts=tuple(_part(row, item) for item in items if item.decision),
        approved_at=row.approved_at,
        handed_over_at=row.handed_over_at,
        arrived_at=row.arrived_at,
        inspected_at=row.inspected_at,
        settled_at=row.settled_at,
        last_day=row.last_day,
        travels=row.method != Method.KEEP.value,
        appeal_until=row.appealed_at + APPEAL_ANSWERED_WITHIN
        if row.appeal == Appeal.OPEN and row.appealed_at
        else None,
        asked_since=waits,
        undecided=row.inquiry_until is None
        and (any(item.verdict == Verdict.NEEDS_REVIEW.value for item in items) or bool(row.doubt)),
        answer_days=settings.deadlines.answer_days,
        country=settings.country,
    )


def _part(row: Return, item: ReturnItem) -> Part:
    kept = item.decision
    terms = kept.get("refund")
    over = item.settled + item.rejected + item.missing >= item.quantity and row.waits_for != "money"
    return Part(
        verdict=Verdict(item.verdict),
        resolution=Resolution(item.resolution),
        zone=kept["zone"],
        trigger=RefundTrigger(item.trigger),
        within_days=terms["within_days"] if terms else None,
        legal=decisions.legal_term(terms) if terms else decisions.NO_TERM,
        lawful_at=_moment(terms.get("lawful_at")) if terms else None,
        contract=_contract(kept.get("contract")),
        faulty=kept.get("basis") == "conformity",
        kept=item.whereabouts == Whereabouts.KEPT.value,
        arrived=bool(item.arrived),
        inspected=bool(item.inspected),
        over=over,
        unpaid=bool(item.unpaid),
        evidence_until=_moment(kept.get("last_at")),
        withdrawal=_right(kept, "withdrawal"),
        guarantee=_right(kept, "conformity"),
    )


def _contract(kept: Mapping[str, Any] | None) -> Contract | None:
    """Those decided before it was kept have none: their days are known, their articles and costs are not."""
    if not kept or not kept.get("country"):
        return None
    return Contract(kept["country"], kept.get("region"), date.fromisoformat(kept["concluded_on"]))


def _right(kept: Mapping[str, Any], name: str) -> Right | None:
    """A right the customer has and whose last day can be named."""
    found = next((right for right in kept.get("statutory", ()) if right["right"] == name), None)
    if found is None or found["standing"] != "yes" or not found["last_day"]:
        return None
    used = kept.get("basis") == name
    cited, unverified = found.get("citations", ()), found.get("unverified", ())
    return Right(date.fromisoformat(found["last_day"]), tuple(cited), tuple(unverified), used)


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
