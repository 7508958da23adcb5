"""What the faces keep about people, for privacy: searches somebody saved, and returns somebody began."""

from collections.abc import Iterator
from urllib.parse import parse_qs
from uuid import UUID

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from volte.kit.naming import Words
from volte.privacy.people import Person
from volte.web.models import SavedView
from volte.web.portal.draft import SLOT


class SavedSearches:
    """Lists of the desk that search for the person."""

    name = "desk"

    def count(self, *, person: Person) -> int:
        return len(self._of(person))

    def forget(self, *, person: Person) -> int:
        found = self._of(person)
        SavedView.objects.filter(id__in=found).delete()
        return len(found)

    def _of(self, person: Person) -> list[UUID]:
        rows = SavedView.objects.values_list("id", "query", "name")
        return [view_id for view_id, query, name in rows if _seeks(query, name, person.words)]


class Drafts:
    """What a shopper chose and wrote before asking for a return, in their browser's session on our side."""

    name = "drafts"

    def count(self, *, person: Person) -> int:
        return sum(1 for _ in self._of(person))

    def forget(self, *, person: Person) -> int:
        found = 0
        for session in self._of(person):
            kept = session.get_decoded()
            for order_id in person.known.order_ids:
                kept.pop(f"{SLOT}{order_id.hex}", None)
            session.session_data = SessionStore().encode(kept)
            session.save(update_fields=["session_data"])
            found += 1
        return found

    def _of(self, person: Person) -> Iterator[Session]:
        """Sessions cannot be searched, only opened: a person is not erased often."""
        slots = {f"{SLOT}{order_id.hex}" for order_id in person.known.order_ids}
        if slots:
            for session in Session.objects.iterator(chunk_size=500):
                if not slots.isdisjoint(session.get_decoded()):
                    yield session


def _seeks(query: str, name: str, words: Words) -> bool:
    """A colleague's list is theirs: what it is called or searches for must be the person, not only look like them."""
    searched = parse_qs(query.removeprefix("?")).get("q", [])
    return words.stand_in(name) or any(words.are(one) or words.stand_in(one) for one in searched)
