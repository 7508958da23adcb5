"""The chain as it is written: in order, by several hands at once, taken over from before, and after an erasure."""

import threading
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.operations.privacy.conftest import Camille
from tests.operations.returns.test_journey import react
from volte.kit import ids
from volte.kit.errors import NotFound, Refused
from volte.privacy import operations as privacy
from volte.privacy.rules.erasure import Why
from volte.returns import chains, jobs, operations
from volte.returns.chains import ChainView
from volte.returns.models import Return, ReturnItem, Settlement, Step
from volte.returns.operations import adopting
from volte.returns.operations import forgetting as returns_forgetting
from volte.returns.rules.chain import Flaw
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor


def chain(by: Actor, return_id: UUID) -> ChainView:
    with tenancy.entered(by.shop_id):
        return chains.of_return(return_id=return_id)


def test_every_step_of_a_journey_is_chained_as_it_happens(camille: Camille, owner: Actor) -> None:
    seen = chain(owner, camille.return_id)
    assert seen.flaws == ()
    assert [step.place for step in seen.steps] == list(range(1, seen.length + 1))
    assert (seen.not_chained, seen.adopted) == (0, 0)
    assert seen.length > 10
    bound = {name.partition(":")[0] for step in seen.steps for name in step.bound or {}}
    assert bound == {"decision", "photos", "plan"}
    spoken = [step for step in seen.steps if step.words]
    assert spoken
    assert all(step.words_digest and step.salts for step in spoken)


def _detail(return_id: UUID) -> None:
    step = Step.objects.filter(return_row_id=return_id, kind="refund_succeeded").order_by("place").first()
    step.detail = {"amount": {"amount": 1, "currency": "EUR"}}
    step.save()


def _decision(return_id: UUID) -> None:
    item = ReturnItem.objects.get(return_row_id=return_id)
    item.decision = {**item.decision, "restocking_fee": "50 %"}
    item.save()


def _plan(return_id: UUID) -> None:
    made = Settlement.objects.filter(return_row_id=return_id).order_by("id").first()
    made.amount += 1
    made.save()


def _photo(return_id: UUID) -> None:
    ReturnItem.objects.filter(return_row_id=return_id).update(photos=["0" * 64])


def _last(return_id: UUID) -> None:
    Step.objects.filter(return_row_id=return_id).order_by("place").last().delete()


def _words(return_id: UUID) -> None:
    step = Step.objects.get(return_row_id=return_id, kind="goodwill")
    step.detail = {**step.detail, "reason": "Other words"}
    step.save()


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        (_detail, Flaw.STEP_CHANGED),
        (_decision, Flaw.BESIDE_CHANGED),
        (_plan, Flaw.BESIDE_CHANGED),
        (_photo, Flaw.BESIDE_CHANGED),
        (_last, Flaw.END_DIFFERS),
        (_words, Flaw.WORDS_CHANGED),
    ],
)
def test_a_hand_in_the_database_is_found(camille: Camille, owner: Actor, change: object, flaw: Flaw) -> None:
    with tenancy.entered(owner.shop_id):
        change(camille.return_id)  # type: ignore[operator]
    assert {found.flaw for found in chain(owner, camille.return_id).flaws} == {flaw}


def test_an_erased_person_leaves_a_chain_that_holds(camille: Camille, owner: Actor) -> None:
    before = chain(owner, camille.return_id)
    privacy.erase(by=owner, ref=ids.public("ret", camille.return_id), why=Why.ASKED)
    after = chain(owner, camille.return_id)
    assert after.flaws == ()
    assert [step.digest for step in after.steps] == [step.digest for step in before.steps]
    assert after.erased > 0
    assert all(not step.salts for step in after.steps)
    assert all(step.erased_at for step in after.steps if step.words)


def test_photos_that_are_too_old_go_without_their_salt(camille: Camille, owner: Actor) -> None:
    later = clock.now() + timedelta(days=1)
    assert returns_forgetting.drop_old_photos(by=owner, before=later, limit=10) == {camille.photo}
    after = chain(owner, camille.return_id)
    assert after.flaws == ()
    assert not any("photos" in (step.salts or {}) for step in after.steps)
    assert any("words" in (step.salts or {}) for step in after.steps), "words are kept for longer"


def _as_before_chains(return_id: UUID) -> None:
    Step.objects.filter(return_row_id=return_id).update(
        place=None, digest="", words_digest="", bound={}, salts={}, adopted_at=None
    )
    Return.objects.filter(id=return_id).update(chain_length=None, chain_head="")


def test_what_is_older_than_the_chain_is_taken_over_and_says_so(camille: Camille, owner: Actor) -> None:
    """Also what an older Volte writes beside us: a step without a place in a return whose chain runs on."""
    with tenancy.entered(owner.shop_id):
        _as_before_chains(camille.return_id)
        assert adopting.any_left()
    operations.note(by=owner, return_id=camille.return_id, text="A word more.")
    waiting = chain(owner, camille.return_id)
    assert (waiting.flaws, waiting.length) == ((), 0)
    jobs.chain_steps()
    taken = chain(owner, camille.return_id)
    assert taken.flaws == ()
    assert taken.adopted == taken.length == waiting.not_chained > 10
    assert [step.at for step in taken.steps] == sorted(step.at for step in taken.steps)
    operations.note(by=owner, return_id=camille.return_id, text="And another.")
    with tenancy.entered(owner.shop_id):
        Step.objects.create(return_row_id=camille.return_id, kind="note", actor_kind="member", at=clock.now())
    jobs.chain_steps()
    last = chain(owner, camille.return_id)
    assert last.flaws == ()
    assert [step.adopted_at is None for step in last.steps][-2:] == [True, False]


def test_the_chain_costs_no_statement(camille: Camille, agent: Actor) -> None:
    """The end of the chain is written in the one statement that writes all that waits."""
    operations.note(by=agent, return_id=camille.return_id, text="So that everything is warm.")
    with CaptureQueriesContext(connection) as asked:
        operations.note(by=agent, return_id=camille.return_id, text="A word.")
    about = [query["sql"] for query in asked if "volte_returns_" in query["sql"]]
    read = [sql for sql in about if sql.startswith("SELECT")]
    written = [sql for sql in about if "INSERT" in sql or "UPDATE " in sql.replace("FOR UPDATE", "")]
    assert (len(read), len(written)) == (2, 1), about
    assert "volte_returns_step" in written[0]
    assert "chain_head" in written[0]


def test_a_verb_that_is_refused_leaves_no_step(camille: Camille, owner: Actor) -> None:

    before = chain(owner, camille.return_id)
    with pytest.raises(Refused):
        operations.cancel(by=owner, return_id=camille.return_id)
    with pytest.raises(ZeroDivisionError), tenancy.entered(owner.shop_id):
        operations.note(by=owner, return_id=camille.return_id, text="Undone.")
        raise ZeroDivisionError
    assert chain(owner, camille.return_id).steps == before.steps


@pytest.mark.serial
@pytest.mark.django_db(transaction=True)
def test_many_hands_at_the_same_moment_make_one_chain(camille: Camille, owner: Actor, agent: Actor) -> None:
    """As on several machines: each thread has a connection of its own."""
    start, faults = threading.Barrier(4), []
    moment = clock.now()

    def write(number: int) -> None:
        try:
            start.wait()
            with clock.at(moment):
                for turn in range(3):
                    operations.note(by=agent, return_id=camille.return_id, text=f"{number} {turn}")
                adopting.adopt_steps_of(by=owner, return_id=camille.return_id)
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    before = chain(owner, camille.return_id).length
    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    react()
    after = chain(owner, camille.return_id)
    assert after.flaws == ()
    assert after.length == before + 12


def test_the_shop_next_door_has_no_such_chain(camille: Camille, other_shop: UUID) -> None:

    with tenancy.entered(other_shop):
        with pytest.raises(NotFound, match="return_unknown"):
            chains.of_return(return_id=camille.return_id)
        assert chains.after(return_id=None) == []
