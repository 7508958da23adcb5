"""A reader of the feed that is ahead of a backup misses nothing of what happens after the restore."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar
from uuid import UUID

import pytest

from volte.runtime import clock, dispatch, feed, outbox, restored, tenancy
from volte.runtime.events import Event


@dataclass(frozen=True, slots=True)
class Rang(Event):
    """Something happened."""

    kind: ClassVar[str] = "test.restored_bell"
    what: str


def happen(shop: UUID, what: str) -> int:
    """Its position."""
    with tenancy.entered(shop):
        outbox.announce(Rang(what))
    while dispatch.dispatch({}):
        pass
    with tenancy.entered(shop):
        return feed.newest()


@pytest.mark.django_db(transaction=True)
def test_readers_ahead_of_the_backup_are_told_and_go_on(shop: UUID, other_shop: UUID) -> None:
    last = happen(shop, "in the backup")
    with tenancy.entered(shop):
        outbox.announce(Rang("in the backup, without a position yet"))
    # Lost with the machine: a thousand a second in the hour since, and whoever read them all.
    ahead = last + 3_600 * 1_000
    with clock.at(clock.now() + timedelta(hours=1)):
        restored.tell(as_of=clock.now() - timedelta(hours=1))
        happen(shop, "after")
    for one, kinds in ((shop, ["shop.restored", Rang.kind, Rang.kind]), (other_shop, ["shop.restored"])):
        with tenancy.entered(one):
            entries = feed.page(after=ahead).entries
        assert [entry.kind for entry in entries] == kinds
