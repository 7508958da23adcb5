"""What is too old goes by night, photos first; what is young stays, and money always."""

from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.operations.privacy import walk
from tests.operations.privacy.conftest import (
    COMMENT,
    EMAIL,
    NAME,
    OVERRIDE,
    PHONE,
    QUESTION,
    STREET,
    Camille,
    document,
)
from tests.operations.returns.test_journey import DRESS, react, see, wanted
from volte.catalogue import operations as catalogue
from volte.catalogue import queries as orders
from volte.logistics.models import Parcel
from volte.messages import queries as messages
from volte.messages import sending
from volte.messages.models import Mail
from volte.money import queries as money
from volte.money import verify
from volte.privacy import jobs, looking, queries
from volte.privacy.operations import owning
from volte.privacy.rules.looks import What
from volte.returns import operations as returns
from volte.runtime import clock, files, shops, tenancy
from volte.runtime.actor import Actor
from volte.runtime.shop_settings import Retention
from volte.webhooks import jobs as webhooks


def later(days: int) -> AbstractContextManager[None]:
    return clock.at(clock.now() + timedelta(days=days))


def retained(owner: Actor, days: int) -> dict[str, int]:
    with later(days):
        return jobs.retain(shop_id=owner.shop_id)


def test_nothing_young_is_touched(camille: Camille, owner: Actor) -> None:
    before = walk.places([EMAIL, COMMENT, STREET])
    retained(owner, 1)  # a customer left without any order goes at once
    removed = retained(owner, 5)
    assert {kind: count for kind, count in removed.items() if count} == {}
    assert walk.places([EMAIL, COMMENT, STREET]) == before


def test_photos_go_first_and_leave_the_disk(
    camille: Camille, owner: Actor, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        removed = retained(owner, 181)
    assert removed["photos"] == 1
    assert camille.photo not in walk.files()
    assert see(owner, camille.return_id).items[0].comment == COMMENT, "words are kept longer than pictures"


def test_a_photo_somebody_else_shows_stays(camille: Camille, owner: Actor) -> None:
    with clock.at(clock.now() + timedelta(days=170)):
        made = catalogue.take_in(by=owner, document=document("1003", placed_at="2027-04-20T10:00:00Z", shipments=[]))
        shopper = Actor.shopper(owner.shop_id, order_id=made.order_id, language="fr")
        from dataclasses import replace

        again = returns.request(
            by=shopper, order_id=made.order_id, wanted=wanted(replace(DRESS, photos=(camille.photo,)))
        )
    retained(owner, 181)
    assert see(owner, camille.return_id).items[0].photos == ()
    assert see(owner, again).items[0].photos == (camille.photo,)
    with tenancy.entered(owner.shop_id):
        assert files.read(camille.photo)


def test_whoever_asked_for_their_data_and_is_nobody_we_know_is_gone_within_days(camille: Camille, owner: Actor) -> None:
    """The mail with the link is the only place where they stand; mails of customers wait for their own time."""
    stranger = "nobody@example.com"
    asker = Actor.person(owner.shop_id, language="fr")
    owning.send_link(by=asker, email=stranger, language="fr")
    owning.send_link(by=asker, email=EMAIL, language="fr")
    react()
    sending.send_due(shop_id=owner.shop_id)
    with tenancy.entered(owner.shop_id):
        others = Mail.objects.exclude(occasion="privacy_link").count()
    assert retained(owner, 6)["answers"] == 0
    assert retained(owner, 8)["answers"] >= 2
    assert walk.places([stranger]) == {stranger: set()}
    with tenancy.entered(owner.shop_id):
        assert not Mail.objects.filter(occasion="privacy_link").exists()
        assert Mail.objects.count() == others


def test_each_kind_has_its_own_time(camille: Camille, owner: Actor) -> None:
    assert retained(owner, 366)["mails"] > 3
    assert retained(owner, 731)["words"] > 1
    assert walk.places([COMMENT, QUESTION]) == {COMMENT: set(), QUESTION: set()}
    retained(owner, 1096)
    assert walk.places([STREET, PHONE]) == {STREET: set(), PHONE: set()}
    assert walk.places([NAME])[NAME], "the name waits for its own time"
    retained(owner, 1826)
    with later(1826):
        # What receivers of webhooks answered goes with its delivery, by the sweep of that area.
        webhooks.forget_old()
    assert walk.places([EMAIL, NAME]) == {EMAIL: set(), NAME: set()}
    with tenancy.entered(owner.shop_id):
        assert money.refunds(subject_id=camille.return_id)
        assert not verify.ledger().discrepancies


def test_the_facts_of_insights_lose_old_words_too(camille: Camille, owner: Actor) -> None:
    from tests.operations.insights.conftest import follow, row, table
    from volte.insights import projection

    follow(owner.shop_id)
    projection.rebuild(shop_id=owner.shop_id)  # the words lie in the big set, which later changes only cover
    assert COMMENT in str(table(owner.shop_id, "returned"))
    assert retained(owner, 731)["words"]
    follow(owner.shop_id)
    assert COMMENT not in str(table(owner.shop_id, "returned"))
    assert row(owner.shop_id).fresh == "", "what was covered has left the disk"


def test_an_open_return_keeps_all_it_has(owner: Actor, camille: Camille) -> None:
    made = catalogue.take_in(by=owner, document=document("1004"))
    shopper = Actor.shopper(owner.shop_id, order_id=made.order_id, language="fr")
    from dataclasses import replace

    still = returns.request(by=shopper, order_id=made.order_id, wanted=wanted(replace(DRESS, comment="Encore ouvert")))
    returns.ask(by=shopper, return_id=still, text="Toujours rien")
    react()
    sending.send_due(shop_id=owner.shop_id)
    with tenancy.entered(owner.shop_id):
        mailed = len(messages.mails_of(subject_id=still))
    assert mailed
    retained(owner, 3700)
    assert see(owner, still).items[0].comment == "Encore ouvert"
    assert see(owner, still).customer_name == NAME
    with tenancy.entered(owner.shop_id):
        assert [entry.text for entry in messages.thread(subject_id=still)] == ["Toujours rien"]
        assert len(messages.mails_of(subject_id=still)) == mailed
        kept = orders.order(order_id=made.order_id)
        assert kept.customer is not None and kept.customer.name == NAME
        assert kept.shipping_address is not None and kept.shipping_address.line1 == STREET
    with clock.at(clock.now() + timedelta(days=1)):
        assert jobs.overdue(shop_id=owner.shop_id)["words"] == 0


def test_what_was_written_at_the_bench_of_an_open_return_stays(owner: Actor, camille: Camille) -> None:
    from volte.returns.models import Return
    from volte.warehouse import queries as warehouse

    with tenancy.entered(owner.shop_id):
        Return.objects.filter(id=camille.return_id).update(status="inspecting")
        units = [unit.id for unit in warehouse.units_of_subjects(subject_ids=[camille.return_id])[camille.return_id]]
    retained(owner, 3700)
    with tenancy.entered(owner.shop_id):
        reasons = [look.reason for looks in warehouse.histories(unit_ids=units).values() for look in looks]
        assert [reason for reason in reasons if OVERRIDE in reason]
        assert Parcel.objects.exclude(sender__line1="").filter(subject_id=camille.return_id).exists()


def test_the_shop_chooses_within_limits(owner: Actor, camille: Camille) -> None:
    from volte.kit.errors import Invalid

    changed = Retention().model_dump() | {"photos": 31}
    shops.change_settings(by=owner, changes={"retention": changed})
    assert retained(owner, 32)["photos"] == 1
    with pytest.raises(Invalid, match="settings_invalid"):
        shops.change_settings(by=owner, changes={"retention": changed | {"addresses": 30}})


def test_what_would_go_is_counted_without_going(owner: Actor, camille: Camille) -> None:
    with clock.at(clock.now() + timedelta(days=181)):
        first, second = jobs.overdue(shop_id=owner.shop_id), jobs.overdue(shop_id=owner.shop_id)
        assert first == second
        assert first["photos"] == 1
        assert jobs.retain(shop_id=owner.shop_id)["photos"] == 1
        assert jobs.overdue(shop_id=owner.shop_id)["photos"] == 0
    with tenancy.entered(owner.shop_id):
        night = queries.last_night()
    assert night is not None and night.removed["photos"] == 1


def test_the_newest_event_stays_so_that_the_feed_counts_on(owner: Actor, camille: Camille) -> None:
    from volte.runtime import feed

    with tenancy.entered(owner.shop_id):
        last = feed.page(limit=1000).entries[-1].position
    retained(owner, 1826)
    with tenancy.entered(owner.shop_id):
        assert [entry.position for entry in feed.page(limit=1000).entries][:1] == [last]


def test_bytes_nobody_holds_are_swept_and_fresh_ones_are_not(owner: Actor, camille: Camille) -> None:
    from volte.runtime.files import _write, digest_of, path_of

    lost = b"left by a crash"
    _write(path_of(digest_of(lost)), lost)
    assert files.sweep() == 0, "its row may be on its way"
    with clock.at(clock.now() + timedelta(hours=2)):
        assert files.sweep() == 1
    assert camille.photo in walk.files()


def test_what_a_crash_left_beside_is_swept_too(owner: Actor, camille: Camille) -> None:
    """A photo moved aside to be removed, one half written, and one moved aside that is held after all."""
    from volte.runtime.files import _write, digest_of, path_of

    gone, held = path_of(digest_of(b"to be removed")), path_of(camille.photo)
    with clock.at(datetime.now(UTC)):
        _write(gone, b"to be removed")
        _write(held, b"")
    aside = gone.rename(gone.with_name(f"{gone.name}.gone"))
    half = gone.with_name("tmpk3j2")
    half.write_bytes(b"half")
    held.rename(held.with_name(f"{held.name}.gone"))
    with clock.at(datetime.now(UTC)):
        assert files.sweep() == 0, "somebody may be at it"
        assert aside.exists() and half.exists()
    with clock.at(datetime.now(UTC) + timedelta(hours=2)):
        assert files.sweep() == 2
    assert {aside.name, half.name, gone.name}.isdisjoint(walk.files())
    assert camille.photo in walk.files(), "the bytes of a row that is there come back"


def test_the_day_of_a_look_is_the_shops(owner: Actor, camille: Camille, agent: Actor) -> None:
    with tenancy.entered(owner.shop_id), clock.at(datetime(2026, 12, 1, 23, 30, tzinfo=UTC)):
        looking.note(by=agent, what=What.CASE, subject_id=camille.return_id)
        newest = queries.looks(wanted=queries.Looked())[0]
    assert newest.day == date(2026, 12, 2), "half past midnight in Paris"
