"""What may this consumer claim when the goods are not as they should be, and how long? Directive (EU) 2019/771.

The term is counted from delivery, in months, and does not roll over: it bounds when a defect shows, not when an act
must be done.
"""

from dataclasses import dataclass
from datetime import date

from volte.kit.text import Message, message
from volte.kit.time import Span
from volte.kit.words import CustomerKind, Resolution
from volte.law.rules.provisions import Citation, Statute
from volte.law.rules.situation import Situation
from volte.law.rules.words import Coverage, Payer, Standing, Topic, Trait


@dataclass(frozen=True, slots=True)
class Conformity:
    """The seller's liability for goods that lack conformity."""

    standing: Standing
    why: Message
    missing: tuple[str, ...] = ()

    last_day: date | None = None
    """The last day on which a lack of conformity that shows is the seller's; None when it cannot be named."""

    minimum_only: bool = False
    """`last_day` is the union's minimum: the country may give more, and we do not have its law yet."""

    presumed_until: date | None = None
    """Up to this day a defect is presumed to have been there at delivery: the seller must show otherwise."""

    cure_days: int | None = None
    """Days within which repair or replacement must be done; None: a reasonable time."""

    remedies: tuple[Resolution, ...] = ()
    """What the consumer may choose first. Price reduction or ending the contract follow when these fail."""

    paid_by: Payer = Payer.MERCHANT
    """Every cost of the cure, transport included."""

    citations: tuple[Citation, ...] = ()


def conformity(*, situation: Situation, statute: Statute) -> Conformity:
    """The liability in this situation, under the provisions in force when the contract was concluded."""
    doubt = _doubt(situation, statute)
    if doubt is not None:
        return doubt
    term = Span(months=statute.number(Topic.CONFORMITY_TERM, "months"))
    minimum = statute.coverage is Coverage.UNION
    if not situation.delivered_on:
        surely = situation.delivery_complete is False or situation.asked_on <= term.after(situation.concluded_on)
        if surely:
            return _granted(situation, statute, last_day=None, minimum=minimum)
        return Conformity(Standing.UNKNOWN, message("law-delivery-unknown"), ("delivered_on",))
    last_day = term.after(max(situation.delivered_on))
    if situation.asked_on <= last_day:
        return _granted(situation, statute, last_day=last_day, minimum=minimum)
    cited = statute.cite(Topic.CONFORMITY_TERM)
    if minimum:
        why = message("law-conformity-minimum-passed", country=situation.country, last_day=last_day)
        return Conformity(Standing.UNKNOWN, why, ("law",), last_day, minimum_only=True, citations=cited)
    why = message("law-conformity-expired", last_day=last_day)
    return Conformity(Standing.NO, why, (), last_day, citations=cited)


def _doubt(situation: Situation, statute: Statute) -> Conformity | None:
    """Why nothing can be said, if nothing can."""
    if statute.coverage is Coverage.NOT_COVERED or not statute.has(Topic.CONFORMITY_TERM):
        return Conformity(Standing.UNKNOWN, message("law-not-covered", country=situation.country), ("law",))
    if situation.buyer is CustomerKind.BUSINESS:
        # Sales law protects businesses too, by rules the parties may change: not consumer law, and not here yet.
        return Conformity(Standing.UNKNOWN, message("law-business-conformity"), ("law",))
    if situation.buyer is CustomerKind.SOLE_TRADER:
        return Conformity(Standing.UNKNOWN, message("law-sole-trader"), ("buyer",))
    if Trait.DIGITAL in situation.traits:
        return Conformity(Standing.UNKNOWN, message("law-digital-conformity"), ("law",))
    return None


def _granted(situation: Situation, statute: Statute, *, last_day: date | None, minimum: bool) -> Conformity:
    proof = "used_months" if Trait.USED in situation.traits else "months"
    presumed = Span(months=statute.number(Topic.CONFORMITY_PROOF, proof))
    return Conformity(
        Standing.YES,
        message("law-conformity-open"),
        last_day=last_day,
        minimum_only=minimum,
        presumed_until=presumed.after(max(situation.delivered_on)) if situation.delivered_on else None,
        cure_days=statute.number_or_none(Topic.CONFORMITY_REMEDY, "days"),
        remedies=(Resolution.REPLACEMENT, Resolution.REPAIR),
        citations=statute.cite(
            Topic.CONFORMITY_TERM, Topic.CONFORMITY_PROOF, Topic.CONFORMITY_REMEDY, Topic.CONFORMITY_COST
        ),
    )
