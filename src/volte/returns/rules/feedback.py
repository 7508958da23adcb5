"""May the customer still say how the return went, and does what they say need somebody?

One question, asked once when nothing is open any more. An answer may be changed for a while: people answer in anger and
think again, or the refund shows on their account a day later.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from volte.kit.errors import Conflict, Invalid
from volte.returns.rules.lifecycle import Status

SCORES = range(1, 6)
# Scores up to this one are somebody's business the same day.
LOW = 2
LONGEST_COMMENT = 2_000
# As long as the links in our mails last.
ASKED_FOR = timedelta(days=60)
CHANGEABLE_FOR = timedelta(days=14)


class Openness(StrEnum):
    """`early`: not settled. `open`: nobody answered. `changeable`: answered lately. `done`: answered, and left alone
    since. `over`: nobody answered for too long."""

    EARLY = "early"
    OPEN = "open"
    CHANGEABLE = "changeable"
    DONE = "done"
    OVER = "over"


def openness(*, status: Status, settled_at: datetime | None, given_at: datetime | None, now: datetime) -> Openness:
    if status not in (Status.SETTLED, Status.CLOSED) or settled_at is None:
        return Openness.EARLY if given_at is None else Openness.DONE
    if given_at is not None:
        return Openness.CHANGEABLE if now < given_at + CHANGEABLE_FOR else Openness.DONE
    return Openness.OPEN if now < settled_at + ASKED_FOR else Openness.OVER


def allow(*, state: Openness, number: str) -> None:
    """Refuses `feedback_too_early`, `feedback_given` and `feedback_over`."""
    match state:
        case Openness.EARLY:
            raise Conflict("feedback_too_early", number=number)
        case Openness.DONE:
            raise Conflict("feedback_given", days=CHANGEABLE_FOR.days)
        case Openness.OVER:
            raise Conflict("feedback_over", days=ASKED_FOR.days)
        case Openness.OPEN | Openness.CHANGEABLE:
            return


def checked(*, score: int, comment: str) -> str:
    """The comment as it is kept; refuses `feedback_score_invalid` and `feedback_comment_too_long`."""
    if score not in SCORES:
        raise Invalid("feedback_score_invalid", least=SCORES[0], most=SCORES[-1])
    kept = comment.replace("\r\n", "\n").strip()
    if len(kept) > LONGEST_COMMENT:
        raise Invalid("feedback_comment_too_long", most=LONGEST_COMMENT, length=len(kept))
    return kept


def is_low(score: int) -> bool:
    return score <= LOW
