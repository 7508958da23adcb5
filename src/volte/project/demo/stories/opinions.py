"""Who answers the question at the end, and what do they say?

Drawn from a chance of its own: the rest of the world stays as it is, whoever answers.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random

from volte.project.demo import reading
from volte.project.demo.stories.story import Act, Step, Who
from volte.project.demo.stories.tales import Tale

_SCORES = (5, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 2)
_LOW = 2
# Hours after the shop looked at what came back: until then even a bank transfer has been made.
_SOONEST, _LATEST = 30, 160


def answered(*, key: str, tale: Tale, looked_at: datetime, now: datetime) -> tuple[Step, ...]:
    """The customer's answer, for about two thirds, and somebody of the shop who sees to a bad one; nothing that would
    lie ahead of now."""
    chance = Random(f"opinion {key}")  # noqa: S311 - made up, and the same every time
    answers, drawn = chance.random() < 2 / 3, chance.choice(_SCORES)
    score = tale.score or (drawn if answers else 0)
    said = tale.opinion or (chance.choice(_bank()[str(score)][tale.language]) if score else "")
    given = looked_at + timedelta(minutes=chance.randint(_SOONEST * 60, _LATEST * 60))
    if tale.score:
        given = looked_at + timedelta(hours=_SOONEST)
    if not score or given >= now:
        return ()
    answer = Step(Act.FEEDBACK, given, Who.SHOPPER, words=said, score=score)
    seen_at = given + timedelta(hours=20)
    if score > _LOW or tale.unheard or seen_at >= now:
        return (answer,)
    return (answer, Step(Act.SEE_TO, seen_at, Who.AGENT))


def _bank() -> Mapping[str, Mapping[str, list[str]]]:
    bank: Mapping[str, Mapping[str, list[str]]] = reading.table("opinions")
    return bank
