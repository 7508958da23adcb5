"""The one question at the end: how did it go? What was bad waits for a person, who answers or has seen it."""

from uuid import UUID

from volte.kit.errors import Conflict
from volte.messages import queries as messages
from volte.messages.rules import thread
from volte.returns import rows
from volte.returns.events import FeedbackGiven
from volte.returns.models import Feedback, Return, ReturnItem
from volte.returns.rules import feedback as rules
from volte.returns.rules.lifecycle import Status
from volte.runtime import clock, hot
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission


def ask(*, row: Return) -> None:
    """Note that the question is put from now on: what a response rate is counted over."""
    Feedback.of_shop(return_row_id=row.id, asked_at=clock.now()).insert_late()


@operation(Permission.OWN_RETURNS, Permission.OWN_GIFT, Permission.RETURNS_REQUEST)
def give_feedback(*, by: Actor, return_id: UUID, score: int, comment: str = "") -> None:
    """What the customer says, from 1 (very bad) to 5 (very good). The same again changes nothing.

    Refuses `feedback_too_early`, `feedback_given` (too long ago to change), `feedback_over`, `feedback_score_invalid`
    and `feedback_comment_too_long`.
    """
    row, items = rows.locked(by=by, return_id=return_id)
    kept, now = rules.checked(score=score, comment=comment), clock.now()
    said = hot.first(Feedback, return_row_id=row.id)
    before = said.given_at if said else None
    state = rules.openness(status=Status(row.status), settled_at=row.settled_at, given_at=before, now=now)
    rules.allow(state=state, number=row.number)
    if said is not None and (said.score, said.comment) == (score, kept):
        return
    if said is None:
        said = Feedback.of_shop(return_row_id=row.id, asked_at=row.settled_at or now)
        said.insert_late()
    said.score, said.comment, said.given_at, said.changed_at = score, kept, before or now, now
    if not said._state.adding:
        hot.save(said)
    row.updated_at = now
    _raise_or_calm(row, items, low=rules.is_low(score))
    rows.step(row, "feedback" if before is None else "feedback_changed", by=by, now=now, score=score)
    announce(FeedbackGiven(return_id=row.id, number=row.number, score=score), subject_id=row.id)


@operation(Permission.RETURNS_MESSAGE)
def see_to_feedback(*, by: Actor, return_id: UUID) -> None:
    """Somebody of the shop took notice of a low score; nothing more is to be done. Refuses `feedback_seen_to`."""
    row, items = rows.locked(by=by, return_id=return_id)
    if not row.unhappy:
        raise Conflict("feedback_seen_to", number=row.number)
    now = clock.now()
    row.updated_at = now
    _raise_or_calm(row, items, low=False)
    rows.step(row, "feedback_seen", by=by, now=now)


def _raise_or_calm(row: Return, items: list[ReturnItem], *, low: bool) -> None:
    """A low score waits for a person, behind whatever waits already; a question nobody answered goes on waiting."""
    was = row.unhappy
    row.unhappy = low
    now = clock.now()
    if low and not row.waits_for:
        row.waits_for, row.waits_since = "shop", now
    if was and not low and not thread.waiting_since(messages.thread(subject_id=row.id)):
        rows.restate(row, items, now=now)
    else:
        hot.save(row)
