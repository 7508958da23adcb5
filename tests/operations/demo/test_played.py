"""The whole demo shop through the operations: each story ends where it says, and nothing is left lying about."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.password_validation import validate_password
from django.db import connection

from tests.operations.demo.conftest import NOW, Played
from volte.kit.words import Method, Resolution
from volte.logistics import labelling
from volte.logistics import queries as parcels
from volte.logistics.rules.tracking import ParcelStatus
from volte.messages import queries as mails
from volte.messages.models import Mail, Status
from volte.money import queries as money
from volte.money import verify
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.tenders import Route
from volte.project.demo import tour
from volte.project.demo.playing import cast, handout, happenings
from volte.project.demo.stories.story import Act, Ending, Story
from volte.returns import feedback, queries
from volte.returns.rules.lifecycle import Outcome, Whereabouts
from volte.returns.rules.lifecycle import Status as State
from volte.returns.views import ReturnView
from volte.runtime import feed, files, people, shop_settings, tenancy
from volte.runtime.models import OutboxEvent
from volte.warehouse import queries as warehouse
from volte.warehouse.rules.receiving import Match

pytestmark = pytest.mark.xdist_group("demo")

# Where a return stands today, and who is waited for.
STANDS = {
    Ending.REVIEW: (State.REQUESTED, "shop"),
    Ending.EVIDENCE: (State.REQUESTED, "customer"),
    Ending.LABEL: (State.APPROVED, ""),
    Ending.TRAVELLING: (State.IN_TRANSIT, ""),
    Ending.DELIVERED: (State.IN_TRANSIT, ""),
    Ending.ARRIVED: (State.ARRIVED, ""),
    Ending.INSPECTED: (State.INSPECTED, "shop"),
    Ending.SETTLED: (State.SETTLED, ""),
    Ending.REFUSED: (State.REFUSED, ""),
    Ending.REFUSED_AFTER_LOOK: (State.SETTLED, ""),
    Ending.CANCELLED: (State.CANCELLED, ""),
    Ending.EXPIRED: (State.EXPIRED, ""),
    Ending.LOST: (State.SETTLED, ""),
    Ending.PARTIAL: (State.ARRIVED, "shop"),
    Ending.WRONG_ITEM: (State.INSPECTED, "shop"),
    Ending.GOODWILL: (State.CANCELLED, ""),
    Ending.REFUND_FAILED: (State.SETTLED, "money"),
}
PAID = {
    Resolution.REFUND: Outcome.REFUNDED,
    Resolution.CREDIT: Outcome.CREDITED,
    Resolution.EXCHANGE: Outcome.EXCHANGED,
}


def told(played: Played, *endings: Ending) -> list[tuple[Story, ReturnView]]:
    """The stories with these endings and what became of them."""
    found = []
    with tenancy.entered(played.cast.shop_id):
        for story in played.world.stories:
            return_id = played.cases[story.key].return_id
            if return_id is not None and (not endings or story.ending in endings):
                found.append((story, queries.by_id(return_id=return_id)))
    return found


def all_hold(cases: Sequence[tuple[Story, ReturnView]], test: Callable[[Story, ReturnView], bool]) -> None:
    assert cases
    assert [(story.key, story.ending.value, view.number) for story, view in cases if not test(story, view)] == []


def test_every_story_ends_where_it_says(played: Played) -> None:
    stands = {story.key: (story.ending, (view.status, view.waits_for)) for story, view in told(played)}
    (unheard,) = (story.key for story, view in told(played) if view.unhappy)
    assert stands.pop(unheard)[1] == (State.SETTLED, "shop"), "one bad answer still waits at the desk"
    assert {key: got for key, (ending, got) in stands.items() if got != STANDS[ending]} == {}
    assert {ending for ending, _ in stands.values()} == set(Ending) - {Ending.BLIND}


def test_customers_said_how_it_went(played: Played) -> None:
    with tenancy.entered(played.cast.shop_id):
        months = feedback.by_month(since=NOW - timedelta(days=400), until=NOW)
        low = feedback.latest(low=True)
    answers, asked = sum(month.answers for month in months), sum(month.asked for month in months)
    assert 0.45 < answers / asked < 0.75
    assert len(months) > 5
    assert 3 <= len(low) < answers / 4
    assert all(said.view.comment for said in low)
    assert {said.unhappy for said in low} == {True, False}


def test_what_was_wished_for_is_what_came_of_it(played: Played) -> None:
    settled = told(played, Ending.SETTLED, Ending.REFUND_FAILED)
    all_hold(settled, lambda _, view: all(item.outcome is PAID[item.resolution] for item in view.items))
    assert {item.resolution for _, view in settled for item in view.items} == set(PAID)
    refused = told(played, Ending.REFUSED_AFTER_LOOK, Ending.REFUSED)
    all_hold(refused, lambda _, view: all(item.outcome is Outcome.REFUSED for item in view.items))
    lost = told(played, Ending.LOST)
    all_hold(lost, lambda _, view: all(item.whereabouts is Whereabouts.LOST for item in view.items))
    partial = told(played, Ending.PARTIAL)
    all_hold(
        partial, lambda _, view: 0 < sum(item.arrived for item in view.items) < sum(i.quantity for i in view.items)
    )


def test_parcels_are_where_their_stories_left_them(played: Played) -> None:
    expected = {
        Ending.LABEL: {ParcelStatus.EXPECTED},
        Ending.TRAVELLING: {ParcelStatus.IN_TRANSIT},
        Ending.DELIVERED: {ParcelStatus.DELIVERED},
        Ending.LOST: {ParcelStatus.LOST},
    }
    with tenancy.entered(played.cast.shop_id):
        for story, view in told(played, *expected):
            assert view.parcel_id is not None
            parcel = parcels.parcel(parcel_id=view.parcel_id)
            assert parcel.status in expected[story.ending], story.key
            if story.ending is Ending.LABEL:
                label = labelling.make_label(by=played.cast.system, parcel_id=view.parcel_id)
                assert label.startswith(b"%PDF"), story.key


def test_boxes_nobody_announced_wait_for_somebody(played: Played) -> None:
    with tenancy.entered(played.cast.shop_id):
        for story in played.world.stories:
            if story.ending is Ending.BLIND:
                arrival = warehouse.arrival(arrival_id=played.cases[story.key].arrivals[0])
                assert arrival.blind
                assert {unit.match for unit in arrival.units} == {Match.UNANNOUNCED}


def test_grades_are_those_of_the_story(played: Played) -> None:
    with tenancy.entered(played.cast.shop_id):
        for story in played.world.stories:
            for step in story.steps:
                if step.act is Act.INSPECT:
                    units = [warehouse.unit(unit_id=unit_id) for unit_id in played.cases[story.key].units]
                    assert {unit.grade for unit in units} == {step.grade}, story.key


def test_refunds_arrived_on_their_day_and_failed_where_they_should(played: Played) -> None:
    with tenancy.entered(played.cast.shop_id):
        routes = Counter[Route]()
        for story, view in told(played):
            refunds = money.refunds(subject_id=view.id)
            routes.update(refund.route for refund in refunds)
            failing = story.ending is Ending.REFUND_FAILED
            for refund in refunds:
                young = refund.planned_at > NOW - timedelta(days=3)
                fine = {RefundStatus.SUCCEEDED, RefundStatus.MANUAL} if young else {RefundStatus.SUCCEEDED}
                assert refund.status in ({RefundStatus.FAILED} if failing else fine), (story.key, refund)
                assert story.steps[0].at < refund.planned_at <= refund.changed_at <= NOW, story.key
            if story.ending is Ending.GOODWILL:
                given = next(step.amount for step in story.steps if step.act is Act.GOODWILL)
                assert sum(refund.amount.amount for refund in refunds) == given
        assert routes.keys() >= {Route.GATEWAY, Route.BANK_TRANSFER}
        assert verify.ledger().discrepancies == ()


def test_mails_left_when_things_happened(played: Played) -> None:
    with tenancy.entered(played.cast.shop_id):
        assert Mail.objects.exclude(status=Status.SENT.value).count() == 0
        for story, view in told(played):
            sent = mails.mails_of(subject_id=view.id)
            moments = [step.at for step in story.steps]
            assert sent, story.key
            for line in sent:
                assert line.language == story.language
                assert line.via == "shelf"
                assert line.sent_at is not None
                assert moments[0] <= line.created_at <= line.sent_at <= NOW, (story.key, line.occasion)
                assert any(timedelta(0) <= line.sent_at - at < timedelta(minutes=5) for at in moments), story.key


def test_nothing_is_left_in_the_queue_and_no_reaction_failed(played: Played) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        assert cursor.fetchone() == (0,)
    with tenancy.entered(played.cast.shop_id):
        assert OutboxEvent.objects.exclude(failures=0).count() == 0
        assert OutboxEvent.objects.filter(dispatched_at=None).count() == 0


def test_the_feed_tells_everything_in_its_order(played: Played) -> None:
    with tenancy.entered(played.cast.shop_id):
        entries = feed.page(limit=10_000).entries
    moments = [entry.happened_at for entry in entries]
    assert moments == sorted(moments)
    assert moments[-1] <= NOW


def test_timelines_run_forward_and_numbers_are_as_old_as_their_returns(played: Played) -> None:
    with tenancy.entered(played.cast.shop_id):
        views = queries.page(limit=1_000)
        asked = [view.requested_at for view in views]
        assert asked == sorted(asked)
        for view in views:
            steps = [step.at for step in queries.timeline(return_id=view.id)]
            assert steps == sorted(steps), view.number


def test_photos_and_questions_are_there(played: Played) -> None:
    with tenancy.entered(played.cast.shop_id):
        for story, view in told(played):
            photos = [digest for item in view.items for digest in item.photos]
            assert len(photos) == sum(item.photos for item in story.items)
            for digest in photos:
                assert files.about(digest).media_type == "image/jpeg"
            asked = [step for step in story.steps if step.act in {Act.ASK, Act.ANSWER}]
            assert len(mails.conversation(subject_id=view.id)) == len(asked), story.key


def test_somebody_looked_at_dear_things(played: Played) -> None:
    approved = [story for story, _ in told(played) if Act.APPROVE in {step.act for step in story.steps}]
    assert approved
    assert Counter(view.method for _, view in told(played)).keys() >= {Method.STORE, Method.DROP_OFF, Method.PICKUP}


def test_the_shelves_still_show_what_the_tour_promises(played: Played) -> None:
    with tenancy.entered(played.cast.shop_id):
        here = warehouse.available(skus=["INES-TERR-M", "INES-TERR-L"])
    assert here.get("INES-TERR-M", 0) > 0
    assert here.get("INES-TERR-L", 0) == 0


def test_orders_come_in_as_they_are_delivered(played: Played) -> None:
    told_in_order = happenings.in_order(world=played.world)
    moments = [happening.at for happening in told_in_order]
    assert moments == sorted(moments)
    orders = [order["id"] for one in told_in_order if isinstance(one, happenings.Delivered) for order in one.orders]
    assert sorted(orders) == sorted(order["id"] for order in played.world.orders)


def test_the_shop_has_its_logo_and_its_people_can_come_in(played: Played) -> None:
    brand = shop_settings.of_shop(played.cast.shop_id).brand
    with tenancy.entered(played.cast.shop_id):
        assert files.read(brand.logo or "").startswith(b"<svg")
        members = {member.email: member.role.value for member in people.members()}
    assert members == {login.email: login.role for login in cast.logins()}
    for login in cast.logins():
        validate_password(login.password)


def test_the_handout_opens_the_doors(played: Played, tmp_path: Path) -> None:
    shop_id = played.cast.shop_id
    assert not handout.is_written(shop_id=shop_id)
    file = tmp_path / "demo.json"
    handout.written(file=file, url="http://127.0.0.1:8000", handle="demo", shop_id=shop_id)
    assert handout.is_written(shop_id=shop_id)
    given = json.loads(file.read_text())
    assert file.stat().st_mode & 0o077 == 0
    assert people.actor_of_key(given["api_key"]).shop_id == shop_id
    assert given["shopper_hint"] == "order 1001, camille.martin@example.com"
    assert {login["role"] for login in given["logins"]} == {"owner", "agent", "picker", "finance"}
    assert [stop["number"] for stop in given["tour"]] == [stop.number for stop in tour.stops()]
    assert all(stop["what"]["fr"] and stop["what"]["en"] for stop in given["tour"])
