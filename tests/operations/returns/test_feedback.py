"""The one question at the end: asked once, changeable for a while, and somebody's business when it went badly."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from tests.operations.returns.test_journey import asked, key, react, received, see, shopper
from volte.kit.errors import Conflict, NotFound
from volte.messages import queries as mails
from volte.returns import feedback, operations, queries, queues
from volte.returns.queues import Queue
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor

__all__ = ["shopper"]


@pytest.fixture
def settled(shopper: Actor, owner: Actor, order: UUID) -> UUID:
    """A return of which nothing is open any more."""
    return_id = asked(shopper, order)
    box = received(owner, see(owner, return_id))
    operations.inspect(by=key(owner), unit_id=box.arrival.units[0].id, findings=())
    react()
    return return_id


def waiting(owner: Actor) -> list[UUID]:
    with tenancy.entered(owner.shop_id):
        return [row.id for row in queues.listed(wanted=Queue("review"))]


def said(owner: Actor, return_id: UUID) -> feedback.FeedbackView | None:
    with tenancy.entered(owner.shop_id):
        return feedback.of_return(return_id=return_id)


def test_the_mail_that_ends_it_asks_and_no_other(settled: UUID, owner: Actor) -> None:
    with tenancy.entered(owner.shop_id):
        lines = mails.mails_of(subject_id=settled)
        asking = [line.occasion.value for line in lines if "?feedback=" in mails.mail(mail_id=line.id).html]
        text = mails.mail(mail_id=lines[-1].id).text
    assert asking == ["refund_on_its_way"]
    assert "Comment s’est passé ce retour" in text


def test_it_is_counted_over_those_who_were_asked(settled: UUID, shopper: Actor, owner: Actor, today: datetime) -> None:
    def months() -> tuple[feedback.Month, ...]:
        with tenancy.entered(owner.shop_id):
            return feedback.by_month(since=today - timedelta(days=1), until=today + timedelta(days=1))

    (before,) = months()
    assert (before.month.isoformat(), before.asked, before.answers) == ("2026-11-01", 1, 0)
    operations.give_feedback(by=shopper, return_id=settled, score=4, comment="Rapide.")
    (after,) = months()
    assert (after.asked, after.scores) == (1, (0, 0, 0, 1, 0))


def test_a_good_answer_waits_for_nobody_and_may_be_changed(settled: UUID, shopper: Actor, owner: Actor) -> None:
    operations.give_feedback(by=shopper, return_id=settled, score=5)
    operations.give_feedback(by=shopper, return_id=settled, score=5)
    assert waiting(owner) == []
    operations.give_feedback(by=shopper, return_id=settled, score=3, comment="Un peu long.")
    found = said(owner, settled)
    assert found is not None
    assert (found.score, found.comment) == (3, "Un peu long.")
    with tenancy.entered(owner.shop_id):
        steps = [step.what for step in queries.timeline(return_id=settled)]
    assert steps[-2:] == ["feedback", "feedback_changed"], "the same answer twice is one"
    with clock.at(clock.now() + timedelta(days=15)), pytest.raises(Conflict, match="feedback_given"):
        operations.give_feedback(by=shopper, return_id=settled, score=1)


def test_a_bad_answer_waits_until_it_was_seen(settled: UUID, shopper: Actor, owner: Actor) -> None:
    operations.give_feedback(by=shopper, return_id=settled, score=1, comment="Trois semaines !")
    assert waiting(owner) == [settled]
    operations.see_to_feedback(by=owner, return_id=settled)
    assert waiting(owner) == []
    assert not see(owner, settled).unhappy
    with pytest.raises(Conflict, match="feedback_seen_to"):
        operations.see_to_feedback(by=owner, return_id=settled)


def test_writing_to_the_customer_is_seeing_to_it(settled: UUID, shopper: Actor, owner: Actor) -> None:
    operations.give_feedback(by=shopper, return_id=settled, score=2)
    operations.answer(by=owner, return_id=settled, text="Pardon, et merci de nous l'avoir dit.")
    assert waiting(owner) == []


def test_a_better_answer_calms_but_an_open_question_goes_on_waiting(
    settled: UUID, shopper: Actor, owner: Actor
) -> None:
    operations.give_feedback(by=shopper, return_id=settled, score=1)
    operations.ask(by=shopper, return_id=settled, text="Où est ma tasse ?")
    operations.give_feedback(by=shopper, return_id=settled, score=4)
    assert waiting(owner) == [settled]
    operations.answer(by=owner, return_id=settled, text="Elle est partie.")
    assert waiting(owner) == []


def test_nobody_is_asked_before_the_end_or_for_ever(shopper: Actor, owner: Actor, order: UUID, settled: UUID) -> None:
    early = asked(shopper, order)
    with pytest.raises(Conflict, match="feedback_too_early"):
        operations.give_feedback(by=shopper, return_id=early, score=5)
    with clock.at(clock.now() + timedelta(days=61)), pytest.raises(Conflict, match="feedback_over"):
        operations.give_feedback(by=shopper, return_id=settled, score=5)


def test_a_neighbour_says_nothing_about_it(settled: UUID, owner: Actor) -> None:
    from tests import cast
    from volte.catalogue import operations as catalogue

    other = catalogue.take_in(by=owner, document=cast.order("1002")).order_id
    neighbour = Actor.shopper(owner.shop_id, order_id=other, language="fr")
    with pytest.raises(NotFound):
        operations.give_feedback(by=neighbour, return_id=settled, score=1)
