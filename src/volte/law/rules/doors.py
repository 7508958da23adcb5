"""Two of the three doors to the right to withdraw: is the contract of the kind, and are the goods?

One closed door closes the right; one whose lock cannot be seen leaves it unknown. The third is time (`withdrawal`).
"""

from dataclasses import dataclass
from datetime import timedelta

from volte.kit.text import Message, message
from volte.kit.words import CustomerKind
from volte.law.rules import terms
from volte.law.rules.provisions import Exempt, Statute
from volte.law.rules.situation import Situation
from volte.law.rules.words import Channel, Condition, OnlyIf, SoleTraders, Standing, Topic, Trait

_AGREED_LATE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Door:
    """One condition of the right: open, closed, or unknown for want of `missing`."""

    standing: Standing
    why: Message
    missing: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    seal_must_hold: bool = False


OPEN = Door(Standing.YES, message("law-withdrawal-open"))
_DOUBTFUL = Door(Standing.UNKNOWN, message("law-doubtful-channel"), missing=("channel",))


def contract(situation: Situation, statute: Statute, window: terms.Window) -> Door:
    channel = situation.channel or Channel.ONLINE
    if channel not in window.channels and channel not in window.doubtful:
        why = message("law-shop-sale") if channel is Channel.STORE else message("law-no-right")
        return Door(Standing.NO, why, topics=(Topic.WINDOW,))
    buyer = _buyer(situation, statute)
    if buyer.standing is Standing.NO:
        return buyer
    failed = _failed(situation, window)
    if failed.standing is Standing.NO or buyer.standing is Standing.UNKNOWN:
        return failed if failed.standing is Standing.NO else buyer
    if channel not in window.channels:
        return _DOUBTFUL
    return failed if failed.standing is Standing.UNKNOWN else buyer


def _buyer(situation: Situation, statute: Statute) -> Door:
    """Is the buyer somebody this law is for?"""
    if situation.buyer is CustomerKind.SOLE_TRADER:
        said = statute.get(Topic.BUYERS, terms.Buyers) or terms.Buyers()
        if said.sole_traders is SoleTraders.EXCLUDED:
            return Door(Standing.NO, message("law-business"), topics=(Topic.BUYERS,))
        outside = said.sole_traders is SoleTraders.OUTSIDE_TRADE
        why = message("law-sole-trader-outside-trade") if outside else message("law-sole-trader")
        return Door(Standing.UNKNOWN, why, missing=("buyer",), topics=(Topic.BUYERS,))
    if situation.buyer is CustomerKind.BUSINESS:
        small = statute.get(Topic.SMALL_PROFESSIONALS, terms.SmallProfessionals)
        if situation.channel is Channel.OFF_PREMISES and small is not None:
            return _small_professional(situation, small)
        return Door(Standing.NO, message("law-business"), topics=(Topic.BUYERS, Topic.SMALL_PROFESSIONALS))
    return OPEN


def _small_professional(situation: Situation, small: terms.SmallProfessionals) -> Door:
    """Few employees and a purchase outside the main activity, both: one that fails settles it."""
    most, topics = small.employees_at_most, (Topic.SMALL_PROFESSIONALS,)
    if situation.employees is not None and situation.employees > most:
        return Door(Standing.NO, message("law-business-too-large", most=most), topics=topics)
    if situation.outside_main_activity is False:
        return Door(Standing.NO, message("law-business-main-activity"), topics=topics)
    missing = tuple(name for name in ("employees", "outside_main_activity") if getattr(situation, name) is None)
    if missing:
        return Door(Standing.UNKNOWN, message("law-small-professional"), missing=missing, topics=topics)
    return Door(Standing.YES, message("law-small-professional-protected", most=most), topics=topics)


def _failed(situation: Situation, window: terms.Window) -> Door:
    """Where the right only punishes silence: did the shop say what it had to?"""
    if window.only_if is None:
        return OPEN
    told = situation.terms_displayed if window.only_if is OnlyIf.NOT_DISPLAYED else None
    told = situation.informed if told is None else told
    if told is None:
        return Door(Standing.UNKNOWN, message("law-right-if-silent"), missing=("informed",))
    return Door(Standing.NO, message("law-no-right-told"), topics=(Topic.WINDOW,)) if told else OPEN


def goods(situation: Situation, statute: Statute, window: terms.Window) -> Door:
    if window.unused_only and situation.used:
        return Door(Standing.NO, message("law-used"), topics=(Topic.WINDOW,))
    doubtful = OPEN
    for exempt in statute.exceptions:
        if not exempt.traits <= situation.traits:
            continue
        applies = _applies(exempt, situation)
        why = message(f"law-exception-{exempt.letter}")
        if applies is Standing.YES:
            return Door(Standing.NO, why, topics=(Topic.EXCEPTIONS,))
        if applies is Standing.UNKNOWN:
            # Who relies on an exception must show it: an unseen seal leaves the right standing, on condition.
            if exempt.when is Condition.SEAL_BROKEN:
                doubtful = Door(Standing.YES, OPEN.why, seal_must_hold=True)
            else:
                doubtful = Door(Standing.UNKNOWN, why, missing=(exempt.when.value,))
    return doubtful


def _applies(exempt: Exempt, situation: Situation) -> Standing:
    match exempt.when:
        case Condition.ALWAYS:
            return Standing.YES
        case Condition.SEAL_BROKEN:
            return asked(situation.seal_broken)
        case Condition.PERSONALISED:
            if situation.personalised is None and Trait.PERSONALISABLE not in situation.traits:
                return Standing.NO
            return asked(situation.personalised)
        case Condition.DELIVERED:
            if not situation.delivered_on:
                return Standing.UNKNOWN
            return asked(min(situation.delivered_on) <= situation.asked_on)
        case Condition.LATE_DELIVERY_AGREED:
            if not situation.delivered_on:
                return Standing.UNKNOWN
            return asked(min(situation.delivered_on) - situation.concluded_on > _AGREED_LATE)
        case Condition.BEGUN_WITH_CONSENT:
            return asked(situation.begun_with_consent)


def asked(fact: bool | None) -> Standing:
    if fact is None:
        return Standing.UNKNOWN
    return Standing.YES if fact else Standing.NO
