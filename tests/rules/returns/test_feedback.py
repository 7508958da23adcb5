"""When may somebody say how it went?"""

from datetime import UTC, datetime, timedelta

import pytest

from volte.kit.errors import Conflict, Invalid
from volte.returns.rules import feedback
from volte.returns.rules.feedback import Openness
from volte.returns.rules.lifecycle import Status

SETTLED = datetime(2026, 11, 10, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "given", "days", "expected"),
    [
        (Status.INSPECTED, None, 0, Openness.EARLY),
        (Status.SETTLED, None, 0, Openness.OPEN),
        (Status.SETTLED, None, 59, Openness.OPEN),
        (Status.SETTLED, None, 60, Openness.OVER),
        (Status.SETTLED, 10, 23, Openness.CHANGEABLE),
        (Status.SETTLED, 10, 24, Openness.DONE),
        # Answered on the last day, it may still be changed for two weeks.
        (Status.SETTLED, 59, 70, Openness.CHANGEABLE),
        # Something came in late and the return is open again: what was said stays.
        (Status.ARRIVED, 2, 3, Openness.DONE),
    ],
)
def test_openness(status: Status, given: int | None, days: int, expected: Openness) -> None:
    given_at = SETTLED + timedelta(days=given) if given is not None else None
    now = SETTLED + timedelta(days=days)
    settled = None if status is Status.INSPECTED else SETTLED
    assert feedback.openness(status=status, settled_at=settled, given_at=given_at, now=now) is expected


@pytest.mark.parametrize("state", [Openness.EARLY, Openness.DONE, Openness.OVER])
def test_only_an_open_question_is_answered(state: Openness) -> None:
    with pytest.raises(Conflict):
        feedback.allow(state=state, number="R1")


def test_what_is_kept() -> None:
    assert feedback.checked(score=3, comment=" well\r\n ") == "well"
    for score in (0, 6, -1):
        with pytest.raises(Invalid, match="feedback_score_invalid"):
            feedback.checked(score=score, comment="")
    with pytest.raises(Invalid, match="feedback_comment_too_long"):
        feedback.checked(score=3, comment="x" * 2_001)
    assert [feedback.is_low(score) for score in feedback.SCORES] == [True, True, False, False, False]
