"""Which lists did this person save, and is the one on the screen among them?"""

from dataclasses import dataclass
from uuid import UUID

from volte.web.models import SavedView

# More tabs than these are no help any more.
MOST = 8


@dataclass(frozen=True, slots=True)
class Tab:
    """One saved view. `query` begins with "?" or is empty; `present` when it is what the list shows."""

    id: UUID
    name: str
    query: str
    present: bool


@dataclass(frozen=True, slots=True)
class Tabs:
    """The views of a person. `can_save`: what is shown has filters of its own, and there is room for it."""

    saved: tuple[Tab, ...] = ()
    can_save: bool = False

    @property
    def present(self) -> Tab | None:
        return next((tab for tab in self.saved if tab.present), None)


def of_person(*, member_id: UUID | None, query: str, filtered: bool) -> Tabs:
    """The tabs beside the list at `query`, in the order they were made. Inside the shop's transaction."""
    if member_id is None:
        return Tabs()
    rows = SavedView.objects.filter(member_id=member_id).order_by("id")[:MOST]
    saved = tuple(Tab(row.id, row.name, row.query, row.query == query) for row in rows)
    return Tabs(saved, filtered and len(saved) < MOST and not any(tab.present for tab in saved))
