"""The worked table of docs/algorithms/dossier.md, and what nobody can do to a chain unseen."""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.warehouse.tables import table
from volte.kit import canonical
from volte.returns.rules import chain
from volte.returns.rules.chain import Flaw, Found, Step

RETURN = "019aa000-0000-7000-8000-000000000001"
AT = datetime(2026, 11, 10, 9, 0, tzinfo=UTC)


def chained(steps: list[Step], *, return_id: str = RETURN) -> list[Step]:
    made: list[Step] = []
    before = ""
    for place, step in enumerate(steps, start=1):
        said = chain.content(return_id=return_id, place=place, before=before, step=step)
        made.append(replace(step, place=place, digest=canonical.digest(said)))
        before = made[-1].digest
    return made


def spoken(
    kind: str, detail: dict[str, Any], *, actor: str = "system", at: datetime = AT, salt: str = "s" * 32
) -> Step:
    bare = Step(None, "", kind, actor, "", detail, at)
    if not bare.words:
        return bare
    return replace(bare, words_digest=chain.salted(salt=salt, value=bare.words), salts={chain.WORDS: salt})


def flaws(steps: list[Step], end: list[Step] | None = None) -> list[Found]:
    last = (end or steps)[-1]
    return chain.flaws(return_id=RETURN, length=last.place or 0, head=last.digest, steps=steps)


def test_the_worked_table() -> None:
    rows = table("dossier.md", under="The chain, worked out")
    steps = []
    for row in rows:
        kind, _, name = row["by"].partition(" ")
        detail = json.loads(row["detail"].strip("`"))
        at = datetime.fromisoformat(row["at"])
        step = spoken(row["kind"], detail, actor=kind, at=at, salt=row["salt of the words"])
        steps.append(replace(step, actor_name=name))
    made = chained(steps)
    assert [step.digest for step in made] == [row["digest"].strip("`") for row in rows]
    assert flaws(made) == []


def drawn(chance: random.Random) -> list[Step]:
    """Some chain of two to six steps, with words and without."""
    steps = []
    for number in range(chance.randint(2, 6)):
        names = chance.sample(["units", "amount", "grade", "reason", "note"], chance.randint(0, 3))
        detail = {name: chance.choice([0, 7, "", "x", "Serre aux épaules", "🙂"]) for name in names}
        kind = chance.choice(["requested", "note", "arrived"])
        steps.append(spoken(kind, detail, at=AT + timedelta(seconds=number)))
    return chained(steps)


@given(seed=st.integers(0, 2**32))
def test_whatever_is_done_to_a_step_is_found(seed: int) -> None:
    chance = random.Random(seed)
    made = drawn(chance)
    assert flaws(made) == []
    at = chance.randrange(len(made))
    step = made[at]
    changed = chance.choice(
        [
            replace(step, kind=step.kind + "x"),
            replace(step, actor_kind="member" if step.actor_kind != "member" else "key"),
            replace(step, actor_name="Somebody"),
            replace(step, at=step.at + timedelta(microseconds=1)),
            replace(step, detail={**step.detail, "units": 99}),
            replace(step, detail={**step.detail, "reason": "because I say so"}),
            replace(step, words_digest="0" * 64),
            replace(step, bound={"decision:1": "0" * 64}),
            replace(step, adopted_at=AT),
            replace(step, digest="0" * 64),
        ]
    )
    found = flaws([*made[:at], changed, *made[at + 1 :]], made)
    assert found
    assert found[0].place in (at + 1, at + 2)


@given(seed=st.integers(0, 2**32))
def test_a_step_taken_out_put_in_or_moved_is_found(seed: int) -> None:
    chance = random.Random(seed)
    made = drawn(chance)
    at = chance.randrange(len(made))
    without = [*made[:at], *made[at + 1 :]]
    expected = Found(Flaw.END_DIFFERS, at) if at == len(made) - 1 else Found(Flaw.STEP_MISSING, at + 1)
    assert flaws(without, made) == [expected]
    assert flaws([*made, replace(made[at], place=len(made) + 1)], made)
    if at:
        swapped = [*made[: at - 1], made[at], made[at - 1], *made[at + 1 :]]
        assert flaws([replace(step, place=place) for place, step in enumerate(swapped, 1)], made)


def test_the_steps_of_another_return_do_not_fit() -> None:
    theirs = chained([spoken("requested", {"units": 1})], return_id="019aa000-0000-7000-8000-000000000002")
    assert flaws(theirs)[0] == Found(Flaw.STEP_CHANGED, 1)


def test_words_may_be_erased_and_not_replaced() -> None:
    made = chained([spoken("requested", {"units": 1}), spoken("refused_by_staff", {"reason": "Worn", "units": 1})])
    erased = replace(made[1], detail={"reason": chain.ERASED, "units": 1}, salts={})
    assert flaws([made[0], erased], made) == []
    for salts in (made[1].salts, {}):
        other = replace(made[1], detail={"reason": "Torn", "units": 1}, salts=salts)
        assert flaws([made[0], other], made) == [Found(Flaw.WORDS_CHANGED, 2)]


def test_without_the_salt_nobody_can_try_words() -> None:
    """The same words under two salts have nothing in common."""
    digests = {chain.salted(salt=salt, value={"reason": "Worn"}) for salt in ("a" * 32, "b" * 32)}
    assert len(digests) == 2
    assert canonical.digest({"reason": "Worn"}) not in digests


@pytest.mark.parametrize(
    ("shown", "salted", "fine"),
    [
        (["p1"], True, True),
        (["p1", "p2"], True, True),  # more came later
        (["p2"], True, False),
        (["p2", "p1"], True, False),
        ([], True, True),  # removed for their age
        (["p2"], False, True),  # the salt went with an erasure: nobody can say
    ],
)
def test_photos_may_grow_or_go_and_not_change(shown: list[str], salted: bool, fine: bool) -> None:
    salt = "c" * 32
    bound = {"photos:i1": chain.salted(salt=salt, value=["p1"])}
    step = replace(spoken("requested", {}), bound=bound, salts={chain.PHOTOS: salt} if salted else {}, place=1)
    found = chain.beside(steps=[step], known={}, photos={"photos:i1": shown})
    assert found == ([] if fine else [Found(Flaw.BESIDE_CHANGED, 1, "photos:i1")])


def test_a_decision_beside_a_step_is_what_it_vouches_for() -> None:
    decision = {"verdict": "accepted"}
    step = replace(spoken("requested", {}), bound={"decision:i1": canonical.digest(decision)}, place=1)
    assert chain.beside(steps=[step], known={"decision:i1": canonical.digest(decision)}, photos={}) == []
    other = {"decision:i1": canonical.digest({"verdict": "refused"})}
    for known in (other, {}):
        assert chain.beside(steps=[step], known=known, photos={})[0].flaw is Flaw.BESIDE_CHANGED
