"""In which order does everything happen? Orders as the shop's system sends them, and the steps of all stories."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from volte.project.demo.documents import Document
from volte.project.demo.stories.story import Step, Story
from volte.project.demo.world import World


@dataclass(frozen=True, slots=True)
class Delivered:
    """Orders that come in together, each as it stood after its last news."""

    at: datetime
    orders: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One step of one story."""

    at: datetime
    story: Story
    step: Step


Happening = Delivered | Told


def in_order(*, world: World) -> tuple[Happening, ...]:
    """Everything by its moment; orders between two steps come in one batch."""
    told = (Told(step.at, story, step) for story in world.stories for step in story.steps)
    single = (Delivered(_last_news(order), (order,)) for order in world.orders)
    by_moment: list[Happening] = sorted([*single, *told], key=lambda happening: happening.at)
    return tuple(_batched(by_moment))


def _batched(happenings: Sequence[Happening]) -> Iterator[Happening]:
    for _, run in groupby(happenings, key=type):
        batch = list(run)
        orders = tuple(order for one in batch if isinstance(one, Delivered) for order in one.orders)
        if orders:
            yield Delivered(batch[-1].at, orders)
        else:
            yield from batch


def _last_news(order: Document) -> datetime:
    """Placed, shipped, delivered: the latest of what the document tells."""
    moments = [order["placed_at"]]
    moments += [parcel[what] for parcel in order["shipments"] for what in ("shipped_at", "delivered_at")]
    return max(datetime.fromisoformat(moment) for moment in moments if moment)
