"""Which rights does the law give in this situation, whatever the shop promises?"""

from dataclasses import dataclass, replace
from functools import lru_cache

from volte.kit.text import message
from volte.law.rules import provisions
from volte.law.rules.conformity import Conformity, conformity
from volte.law.rules.situation import Situation
from volte.law.rules.withdrawal import Withdrawal, withdrawal
from volte.law.rules.words import Coverage, Standing


@dataclass(frozen=True, slots=True)
class Rights:
    """The floor under every promise: to change one's mind, and to have goods that are as they should be."""

    country: str
    coverage: Coverage
    withdrawal: Withdrawal
    conformity: Conformity


@lru_cache(maxsize=4096)
def rights_for(situation: Situation) -> Rights:
    """The rights of the buyer in `situation`, with their citations. Tens of microseconds once warm; remembered, because
    the articles of one order, asked about on one day, mostly make the same case."""
    given = _in_place(situation)
    if situation.region is None and given.withdrawal.standing is Standing.NO:
        return _wherever(situation, given)
    return given


def _in_place(situation: Situation) -> Rights:
    statute = provisions.statute(situation.country, situation.concluded_on, situation.region)
    return Rights(
        country=situation.country,
        coverage=statute.coverage,
        withdrawal=withdrawal(situation=situation, statute=statute),
        conformity=conformity(situation=situation, statute=statute),
    )


def _wherever(situation: Situation, given: Rights) -> Rights:
    """A country that gives no right, and a buyer who may live in a state that does: then nobody knows."""
    for region in provisions.regions_of(situation.country):
        there = _in_place(replace(situation, region=region)).withdrawal
        if there.standing is not Standing.NO:
            place = f"{situation.country}-{region}"
            doubt = replace(there, standing=Standing.UNKNOWN, why=message("law-state-unknown", place=place))
            return replace(given, withdrawal=replace(doubt, missing=(*there.missing, "region")))
    return given
