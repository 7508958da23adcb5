"""From nothing to a shop with nine months behind it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, assert_never

from volte.project.demo.playing import happenings, opening
from volte.project.demo.playing.aftermath import Aftermath
from volte.project.demo.playing.cast import Cast
from volte.project.demo.playing.happenings import Delivered, Told
from volte.project.demo.playing.stage import Case, Stage
from volte.project.demo.world import World

Charges = Callable[[Sequence[Mapping[str, Any]]], None]
"""Tells the payment provider what it holds."""


def play(
    *, handle: str, world: World, charge: Charges, done: Callable[[int, int], None] = lambda place, total: None
) -> tuple[Cast, Mapping[str, Case]]:
    """Open the shop and let everything happen; `done` hears how far it is. The cases are by the key of their story.

    Refuses `shop_exists`; raises `Misplayed` when a story cannot happen as it is told.
    """
    everything = happenings.in_order(world=world)
    done(0, len(everything))
    cast = opening.opened(handle=handle, world=world)
    charge(world.charges)
    stage, aftermath = Stage(cast=cast), Aftermath(cast=cast, now=world.now)
    aftermath.follow(at=opening.opens_at(world=world))
    for place, happening in enumerate(everything, start=1):
        at = aftermath.free_at(happening.at)
        match happening:
            case Delivered():
                # Nothing follows from an order but its place in the feed: that can wait for the next step.
                stage.take_in(orders=happening.orders, at=at)
            case Told():
                stage.play(story=happening.story, step=happening.step, at=at)
                aftermath.follow(at=at)
            case _:
                assert_never(happening)
        done(place, len(everything))
    aftermath.follow(at=world.now)
    return cast, stage.cases
