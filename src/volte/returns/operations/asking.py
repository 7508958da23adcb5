"""The conversation of a case: a shopper asks, a person answers, staff leave notes."""

from uuid import UUID

from volte.kit.ids import new_id
from volte.messages import operations as messages
from volte.returns import deadlines, rows
from volte.returns.events import QuestionAsked
from volte.returns.operations import telling
from volte.returns.rules.lifecycle import Act
from volte.runtime import clock, hot
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission


@operation(Permission.OWN_RETURNS, Permission.OWN_GIFT)
def ask(*, by: Actor, return_id: UUID, text: str) -> None:
    """A shopper's question: it waits for a person."""
    row, items = rows.locked(by=by, return_id=return_id)
    rows.allow(row, Act.ASK)
    messages.ask(by=by, subject_id=row.id, name=row.customer_name, text=text)
    now = clock.now()
    if not row.waits_for:
        row.waits_for, row.waits_since = "shop", now
        row.deadline_at = deadlines.of(row, items)
    row.updated_at = now
    hot.save(row)
    rows.step(row, "question", by=by, now=now)
    announce(QuestionAsked(return_id=row.id, number=row.number), subject_id=row.id)


@operation(Permission.RETURNS_MESSAGE)
def answer(*, by: Actor, return_id: UUID, text: str) -> None:
    """A person of the shop writes to the customer, who gets it by mail. A question that waited is
    answered, and a low score seen to."""
    row, items = rows.locked(by=by, return_id=return_id)
    messages.say(by=by, subject_id=row.id, text=text)
    now = clock.now()
    rows.step(row, "answer", by=by, now=now)
    row.unhappy = False
    rows.restate(row, items, now=now)
    telling.tell_answer(by=by, return_id=row.id, text=text, step=str(new_id()))


@operation(Permission.RETURNS_MESSAGE)
def note(*, by: Actor, return_id: UUID, text: str) -> None:
    """Something for colleagues only."""
    row, _ = rows.locked(by=by, return_id=return_id)
    messages.note(by=by, subject_id=row.id, text=text)
    rows.step(row, "note", by=by, now=clock.now())
