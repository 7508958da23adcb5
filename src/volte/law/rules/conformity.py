"""What may this consumer claim when the goods are not as they should be, and how long? Directive (EU) 2019/771, what
each country made of it, and what others have instead.

The term is counted from delivery and does not roll over: it bounds when a defect shows, not when an act must be done. A
repair lengthens it. Where a country names no term, the seller answers as long as such goods should last: surely for a
while, and then somebody has to look.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from volte.kit.text import Message, message
from volte.kit.time import Span
from volte.kit.words import CustomerKind, Resolution
from volte.law.rules import doors, terms
from volte.law.rules.provisions import Citation, Statute
from volte.law.rules.situation import Situation
from volte.law.rules.words import Coverage, Payer, SoleTraders, Standing, Topic, Trait

_TOPICS = (
    Topic.CONFORMITY_TERM,
    Topic.CONFORMITY_PROOF,
    Topic.CONFORMITY_REMEDY,
    Topic.CONFORMITY_REJECT,
    Topic.CONFORMITY_COST,
)


@dataclass(frozen=True, slots=True)
class Conformity:
    """The seller's liability for goods that lack conformity."""

    standing: Standing
    why: Message
    missing: tuple[str, ...] = ()

    last_day: date | None = None
    """The last day on which a lack of conformity that shows is the seller's; None when it cannot be named."""

    open_ended: bool = False
    """The law names no term: `last_day` is None because there is none."""

    minimum_only: bool = False
    """`last_day` is the union's minimum: the country may give more, and we do not have its law yet."""

    other_law: bool = False
    """Consumer law gives nothing (any more), but general sales law may: between businesses, for hidden defects."""

    presumed_until: date | None = None
    """Up to this day a defect is presumed to have been there at delivery: the seller must show otherwise."""

    reject_until: date | None = None
    """Up to this day the consumer may give the goods back for a refund at once, without a repair before."""

    refund_days: int | None = None
    """Days within which a rejection or the end of the contract must be refunded, where the law says so."""

    cure_days: int | None = None
    """Days within which repair or replacement must be done; None: a reasonable time."""

    remedies: tuple[Resolution, ...] = ()
    """What the consumer may choose first. Price reduction or ending the contract follow when these fail."""

    refund_if_major: Standing = Standing.NO
    """Does the law let the consumer choose a refund at once, because the fault is a major one? UNKNOWN where it would
    for a major one, and nobody has said whether this is."""

    paid_by: Payer = Payer.MERCHANT
    """Every cost of the cure, transport included."""

    citations: tuple[Citation, ...] = ()

    unverified: tuple[Citation, ...] = ()
    """Those of the citations whose text nobody has compared yet."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """When the liability surely lasts, and when it may at most (None: no end)."""

    surely: date
    at_most: date | None


def conformity(*, situation: Situation, statute: Statute) -> Conformity:
    """The liability in this situation, under the provisions in force when the contract was concluded."""
    term = statute.get(Topic.CONFORMITY_TERM, terms.ConformityTerm)
    doubt = _doubt(situation, statute, term)
    if doubt is not None or term is None:
        return doubt or _uncovered(situation)
    minimum = statute.coverage is Coverage.UNION
    if not situation.delivered_on:
        surely = situation.delivery_complete is False or situation.asked_on <= _span(term, situation).after(
            situation.concluded_on
        )
        if surely:
            return _granted(situation, statute, term, None)
        return Conformity(Standing.UNKNOWN, message("law-delivery-unknown"), ("delivered_on",))
    ends = _ends(situation, statute, term)
    if situation.asked_on <= ends.surely:
        return _granted(situation, statute, term, ends)
    cited = statute.cite(Topic.CONFORMITY_TERM)
    if term.open_ended:
        why = message("law-conformity-should-last", last_day=ends.surely)
        return Conformity(Standing.UNKNOWN, why, ("expected_life",), open_ended=True, citations=cited)
    if minimum:
        why = message("law-conformity-minimum-passed", country=situation.country, last_day=ends.surely)
        return Conformity(Standing.UNKNOWN, why, ("law",), ends.surely, minimum_only=True, citations=cited)
    if ends.at_most is not None and situation.asked_on <= ends.at_most:
        why = message("law-conformity-lasting", last_day=ends.at_most)
        return Conformity(Standing.UNKNOWN, why, ("expected_life",), ends.surely, citations=cited)
    why = message("law-conformity-expired", last_day=ends.surely)
    return Conformity(Standing.NO, why, (), ends.surely, citations=cited)


def _uncovered(situation: Situation) -> Conformity:
    return Conformity(Standing.UNKNOWN, message("law-not-covered", country=situation.country), ("law",))


def _doubt(situation: Situation, statute: Statute, term: terms.ConformityTerm | None) -> Conformity | None:
    """Why nothing can be said, or nothing is given, if so."""
    if statute.coverage is Coverage.NOT_COVERED or term is None:
        return _uncovered(situation)
    buyers = statute.get(Topic.BUYERS, terms.Buyers) or terms.Buyers()
    sole = situation.buyer is CustomerKind.SOLE_TRADER
    if situation.buyer is CustomerKind.BUSINESS or (sole and buyers.sole_traders is SoleTraders.EXCLUDED):
        # Sales law protects businesses too, by rules the parties may change: not consumer law.
        return Conformity(Standing.NO, message("law-business-conformity"), other_law=True)
    if sole:
        outside = buyers.sole_traders is SoleTraders.OUTSIDE_TRADE
        why = message("law-sole-trader-outside-trade") if outside else message("law-sole-trader")
        return Conformity(Standing.UNKNOWN, why, ("buyer",), citations=statute.cite(Topic.BUYERS))
    if Trait.DIGITAL in situation.traits and not term.digital_months:
        return Conformity(Standing.UNKNOWN, message("law-digital-conformity"), ("law",))
    return None


def _span(term: terms.ConformityTerm, situation: Situation) -> Span:
    """How long the liability surely lasts."""
    if term.open_ended:
        return Span(months=term.sure_months)
    if Trait.DIGITAL in situation.traits:
        return Span(months=term.digital_months)
    if Trait.PERISHABLE in situation.traits and term.perishable_days:
        return Span(days=term.perishable_days)
    if Trait.LASTING in situation.traits and term.lasting_months:
        return Span(months=term.lasting_months)
    return Span(days=term.days) if term.days else Span(months=_agreed(term, situation) or term.months)


def _agreed(term: terms.ConformityTerm, situation: Situation) -> int | None:
    """The months agreed for used goods, as far as the law lets them be cut; None where nothing was cut."""
    agreed, least = situation.used_months_agreed, term.used_months_by_agreement
    if agreed is None or not least or Trait.USED not in situation.traits:
        return None
    months = max(agreed, least)
    return months if months < term.months else None


def _ends(situation: Situation, statute: Statute, term: terms.ConformityTerm) -> _Ends:
    delivered = max(situation.delivered_on)
    surely = _longer(_span(term, situation).after(delivered), situation, statute)
    if term.open_ended:
        return _Ends(surely, None)
    most = Span(months=term.lasting_months).after(delivered) if term.lasting_months else surely
    return _Ends(surely, max(surely, most))


def _longer(end: date, situation: Situation, statute: Statute) -> date:
    """A repair adds to the term, once or as often as the law says; a replacement instead of a repair begins it anew."""
    repair = statute.get(Topic.CONFORMITY_REPAIR, terms.ConformityRepair)
    if repair is None:
        return end
    longer = Span(months=repair.months * min(situation.repairs, repair.times)).after(end)
    if situation.replaced_on is None or not repair.replaced_months:
        return longer
    return max(longer, Span(months=repair.replaced_months).after(situation.replaced_on))


def _granted(situation: Situation, statute: Statute, term: terms.ConformityTerm, ends: _Ends | None) -> Conformity:
    proof = statute.get(Topic.CONFORMITY_PROOF, terms.ConformityProof)
    remedy = statute.get(Topic.CONFORMITY_REMEDY, terms.ConformityRemedy) or terms.ConformityRemedy()
    reject = statute.get(Topic.CONFORMITY_REJECT, terms.ConformityReject)
    delivered = max(situation.delivered_on, default=None)
    presumed = None
    if proof is not None and delivered is not None:
        months = proof.used_months if Trait.USED in situation.traits else proof.months
        presumed = Span(months=months).after(delivered)
    reject_until = delivered + timedelta(days=reject.days) if reject is not None and delivered is not None else None
    rejects = reject_until is not None and situation.asked_on <= reject_until
    major = doors.asked(situation.fault_major) if remedy.refund_if_major else Standing.NO
    if ends is not None and presumed is not None and _agreed(term, situation) is not None:
        presumed = min(presumed, ends.surely)
    return Conformity(
        Standing.YES,
        _open(term, situation, major),
        missing=("fault_major",) if major is Standing.UNKNOWN else (),
        last_day=None if ends is None or term.open_ended else ends.surely,
        open_ended=term.open_ended,
        minimum_only=statute.coverage is Coverage.UNION,
        presumed_until=presumed,
        reject_until=reject_until,
        refund_days=reject.refund_days if rejects and reject is not None else remedy.refund_days,
        cure_days=remedy.days,
        remedies=_remedies(major, rejects=rejects),
        refund_if_major=major,
        citations=statute.cite(*_TOPICS),
        unverified=statute.unverified(*_TOPICS),
    )


def _remedies(major: Standing, *, rejects: bool) -> tuple[Resolution, ...]:
    """What the consumer may choose. A refund for a fault nobody has weighed yet is among them, last: unknown never
    means that there is no right."""
    if rejects or major is Standing.YES:
        return (Resolution.REFUND, Resolution.REPLACEMENT, Resolution.REPAIR)
    doubtful = (Resolution.REFUND,) if major is Standing.UNKNOWN else ()
    return (Resolution.REPLACEMENT, Resolution.REPAIR, *doubtful)


def _open(term: terms.ConformityTerm, situation: Situation, major: Standing) -> Message:
    agreed = _agreed(term, situation)
    if agreed is not None:
        return message("law-conformity-open-agreed", months=agreed)
    match major:
        case Standing.YES:
            return message("law-conformity-open-major")
        case Standing.UNKNOWN:
            return message("law-conformity-open-if-major")
        case Standing.NO:
            return message("law-conformity-open")
