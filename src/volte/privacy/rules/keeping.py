"""How long is each kind of personal data kept, counted from what, and why not shorter or longer?

Storage is limited to what the purpose needs (GDPR art. 5(1)(e)); no law says how many days a photo may lie. The least
protects the shop and the customer (a right that can still be used needs its proof), the most follows what the
authorities suggest. Each kind's reason is a text, `privacy-why-<kind>`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Kind(StrEnum):
    """In the order a night removes them: photos first."""

    PHOTOS = "photos"
    WORDS = "words"
    MAILS = "mails"
    ADDRESSES = "addresses"
    NAMES = "names"
    LOOKS = "looks"
    AUDIT = "audit"
    EVENTS = "events"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class Term:
    """Days, and the law or the advice behind them. `checked` as in `erasure.Law`: nobody has read the sources yet, what
    is cited is from memory, and pages say so."""

    least: int
    most: int
    cited: str
    checked: bool = False


TERMS: Mapping[Kind, Term] = {
    Kind.PHOTOS: Term(30, 1825, ""),
    Kind.WORDS: Term(90, 3650, ""),
    Kind.MAILS: Term(30, 1825, ""),
    # Two years of conformity from delivery: until then the customer may come back with the order.
    Kind.ADDRESSES: Term(730, 3650, "Directive (EU) 2019/771, art. 10"),
    # Claims between shop and consumer lapse after five years in France, three in Germany (from the year's end).
    Kind.NAMES: Term(1095, 3650, "Code civil, art. 2224; BGB §§ 195, 199"),
    Kind.LOOKS: Term(180, 1095, "CNIL, délibération n° 2021-122"),
    Kind.AUDIT: Term(365, 3650, ""),
    Kind.EVENTS: Term(90, 3650, ""),
    Kind.ANSWERS: Term(1, 90, ""),
}


def before(*, days: int, now: datetime) -> datetime:
    """What is older than this goes."""
    return now - timedelta(days=days)
