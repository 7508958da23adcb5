"""A person is erased: nothing gives them away any more, and what must stay stays."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.operations.privacy import walk
from tests.operations.privacy.conftest import (
    COMMENT,
    EMAIL,
    FINE,
    NAME,
    PHONE,
    STREET,
    WORDS,
    Camille,
    document,
)
from tests.operations.returns.test_journey import react, see
from volte.catalogue import operations as catalogue
from volte.catalogue import queries as orders
from volte.catalogue.rules.order import Flag
from volte.kit import ids
from volte.kit.address import Address
from volte.kit.errors import Conflict, NotFound
from volte.money import queries as money
from volte.money import verify
from volte.privacy import jobs, operations, people, previews, queries
from volte.privacy.rules.erasure import Standing, Why
from volte.returns import operations as returns
from volte.runtime import clock, files, tenancy
from volte.runtime.actor import Actor
from volte.runtime.feed import FeedEntry

EXPECTED = {
    EMAIL: "volte_catalogue_customer.email",
    NAME: "volte_messages_mail.to_name",
    STREET: "volte_logistics_parcel.sender",
    PHONE: "volte_catalogue_order.document",
    COMMENT: "volte_returns_returnitem.comment",
}


def ref(camille: Camille) -> str:
    return ids.public("ret", camille.return_id)


def erased(by: Actor, camille: Camille, why: Why = Why.ASKED) -> queries.ErasureView:
    made = operations.erase(by=by, ref=ref(camille), why=why)
    with tenancy.entered(by.shop_id):
        return queries.erasure_of(erasure_id=made)


def test_the_walk_finds_what_is_there(camille: Camille) -> None:
    """So that finding nothing afterwards means something."""
    found = walk.places(WORDS)
    assert not [word for word, where in found.items() if not where], "a word that was never written down proves nothing"
    for word, where in EXPECTED.items():
        assert where in found[word]
    assert camille.photo in walk.files()


@pytest.mark.django_db(transaction=False)
def test_nothing_gives_the_person_away_afterwards(
    camille: Camille, owner: Actor, django_capture_on_commit_callbacks: object
) -> None:
    with tenancy.entered(owner.shop_id):
        seen = previews.preview(person=people.by_ref(ref=ref(camille)))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        view = erased(owner, camille)
    assert seen.goes["webhooks"] == view.done["webhooks"] == 2
    react()
    left = {word: where for word, where in walk.places(WORDS).items() if where}
    assert left == {}, "a place nobody erases: teach the area that holds it (docs/how-to/privacy.md)"
    assert walk.places([FINE])[FINE], "what a receiver said about nobody stays"
    assert camille.photo not in walk.files(), "the bytes are gone too"
    assert view.standing is Standing.DONE
    assert view.done["orders"] == 1
    for kind in (
        "customers",
        "returns",
        "comments",
        "messages",
        "mails",
        "files",
        "answers",
        "desk",
        "drafts",
        "refusals",
        "webhooks",
    ):
        assert view.done[kind], kind


@pytest.mark.serial
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fails", [False, True])
def test_the_photo_leaves_the_disk_once_it_is_committed(
    camille: Camille, owner: Actor, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    """As in a shop, where nothing is rolled back behind us. A disk that fails by then undoes nothing and says no."""
    if fails:
        monkeypatch.setattr(files, "_burn", lambda *_: 1 / 0)
    assert erased(owner, camille).standing is Standing.DONE
    assert (camille.photo in walk.files()) is fails


def test_what_the_law_wants_stays(camille: Camille, owner: Actor) -> None:
    before = see(owner, camille.return_id)
    view = erased(owner, camille)
    after = see(owner, camille.return_id)
    assert (after.number, after.order_number, after.value) == (before.number, before.order_number, before.value)
    assert [item.title for item in after.items] == [item.title for item in before.items]
    with tenancy.entered(owner.shop_id):
        paid = money.refunds(subject_id=camille.return_id)
        order = orders.order(order_id=camille.order_id)
        assert not verify.ledger().discrepancies
    assert sum(refund.amount.amount for refund in paid) > 0
    assert order.payments[0].reference == "ch_1"
    assert order.shipping_address is not None and order.shipping_address.country == "FR"
    assert order.billing_address == Address(country="FR")
    assert order.invoice is not None and order.invoice.number == "F-2026-17"
    assert view.kept["refunds"] == len(paid)
    assert "L123-22" in view.law.cited


def test_what_is_open_is_not_erased_but_waits(camille: Camille, owner: Actor) -> None:
    shopper = Actor.shopper(owner.shop_id, order_id=camille.order_id, language="fr")
    from tests.operations.returns.test_journey import wanted
    from volte.returns.rules.request import WantedItem

    again = returns.request(
        by=shopper, order_id=camille.order_id, wanted=wanted(WantedItem(line="l2", quantity=1, reason="changed-mind"))
    )
    with tenancy.entered(owner.shop_id):
        seen = previews.preview(person=people.by_ref(ref=ref(camille)))
    assert len(seen.obstacles.open_returns) == 1
    with pytest.raises(Conflict, match="erasure_blocked"):
        operations.erase(by=owner, ref=ref(camille), why=Why.ASKED)
    assert walk.places([EMAIL])[EMAIL], "nothing was erased halfway"

    first = operations.postpone(by=owner, ref=ref(camille), why=Why.ASKED)
    assert operations.postpone(by=owner, ref=ref(camille), why=Why.ASKED) == first, "asking twice is asking once"
    assert jobs.try_waiting(shop_id=owner.shop_id) == 0
    returns.cancel(by=shopper, return_id=again)
    react()
    assert jobs.try_waiting(shop_id=owner.shop_id) == 1
    with tenancy.entered(owner.shop_id):
        assert queries.erasure_of(erasure_id=first).standing is Standing.DONE
    assert walk.places([EMAIL, NAME]) == {EMAIL: set(), NAME: set()}


def test_the_shop_sends_the_same_order_again(camille: Camille, owner: Actor) -> None:
    erased(owner, camille)
    for copy in (document(), document(language="en"), document()):
        catalogue.take_in(by=owner, document=copy)
    assert walk.places([EMAIL, NAME, STREET, PHONE]) == {EMAIL: set(), NAME: set(), STREET: set(), PHONE: set()}
    with tenancy.entered(owner.shop_id):
        order = orders.order(order_id=camille.order_id)
        assert orders.find(number="1001", email_or_postcode="75011") is None, "nobody can claim to own it"
    assert Flag.FORGOTTEN in order.flags
    assert order.customer_id is not None, "what was bought together still hangs together"


def test_an_older_order_taken_over_later_stays_nameless(camille: Camille, owner: Actor) -> None:
    erased(owner, camille)
    catalogue.take_in(by=owner, document=document("0990", placed_at="2025-03-01T10:00:00Z"))
    only_id = {"id": "c1-camille", "email": "", "name": NAME}
    catalogue.take_in_batch(
        by=owner,
        documents=[document("0991", placed_at="2025-03-02T10:00:00Z", customer=only_id, shipping_address=None)],
    )
    assert walk.places([EMAIL, NAME, STREET]) == {EMAIL: set(), NAME: set(), STREET: set()}


def test_whoever_was_erased_under_an_older_key_is_recognised(camille: Camille, owner: Actor, settings: Any) -> None:
    erased(owner, camille)
    settings.SECRET_KEY, before = "a new key of fifty letters, or nearly so, for a test", settings.SECRET_KEY

    def known(number: str) -> tuple[int, bool]:
        copy = document(number, placed_at="2025-03-01T10:00:00Z")
        made = catalogue.take_in(by=owner, document=copy).order_id
        with tenancy.entered(owner.shop_id):
            return len(queries.recognised(email=EMAIL)), Flag.FORGOTTEN in orders.order(order_id=made).flags

    settings.SECRET_KEY_FALLBACKS = [before]
    assert known("0990") == (1, True)
    settings.SECRET_KEY_FALLBACKS = []
    assert known("0991") == (0, False)


def test_an_erased_customer_buys_and_returns_once_more(camille: Camille, owner: Actor) -> None:
    """As a new person: the order works like any other, and nothing of the past comes back."""
    old = see(owner, camille.return_id).customer_id
    erased(owner, camille)
    with clock.at(clock.now() + timedelta(days=10)):
        later = {"placed_at": "2026-11-12T09:30:00Z", "shipments": []}
        made = catalogue.take_in(by=owner, document=document("1002", **later))
        shopper = Actor.shopper(owner.shop_id, order_id=made.order_id, language="fr")
        from tests.operations.returns.test_journey import DRESS, wanted

        return_id = returns.request(by=shopper, order_id=made.order_id, wanted=wanted(DRESS))
        view = see(owner, return_id)
    assert (view.email, view.customer_name) == (EMAIL, NAME)
    assert view.customer_id != old
    with tenancy.entered(owner.shop_id):
        person = people.by_email(email=EMAIL)
        assert person.return_ids == (return_id,)
        assert person.known.order_ids == (made.order_id,)
        assert len(queries.recognised(email=EMAIL)) == 1, "the certificate is still theirs"


def test_the_news_names_ids_and_nobody(camille: Camille, owner: Actor) -> None:
    from volte.runtime import feed

    erased(owner, camille)
    react()
    with tenancy.entered(owner.shop_id):
        entries: list[FeedEntry] = list(feed.page(after=0, limit=500).entries)
    (told,) = [entry for entry in entries if entry.kind == "customer.forgotten"]
    assert told.data["order_ids"] == [str(camille.order_id)]
    assert told.data["return_ids"] == [str(camille.return_id)]


def test_twice_is_harmless_and_strangers_are_unknown(camille: Camille, owner: Actor) -> None:
    erased(owner, camille)
    erased(owner, camille)
    with tenancy.entered(owner.shop_id), pytest.raises(NotFound, match="person_unknown"):
        people.by_email(email=EMAIL)
    for ref_ in ("ret_x", ids.public("ret", UUID(int=1)), ids.public("cus", UUID(int=1)), "shop_1"):
        with pytest.raises(NotFound, match="person_unknown"):
            operations.erase(by=owner, ref=ref_, why=Why.SHOP)


def test_the_facts_of_insights_forget_too(camille: Camille, owner: Actor) -> None:
    from tests.operations.insights.conftest import follow, tables

    follow(owner.shop_id)
    assert COMMENT in str(tables(owner.shop_id))
    erased(owner, camille)
    follow(owner.shop_id)
    told = str(tables(owner.shop_id))
    assert not [word for word in WORDS if word in told]
