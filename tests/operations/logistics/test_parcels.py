"""A parcel from being opened to being where it is, told by scans that come as they like."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db.utils import IntegrityError

from volte.kit.address import Address
from volte.kit.errors import Conflict, Invalid, NotAllowed, NotFound, Refused
from volte.kit.money import Money
from volte.kit.words import Method
from volte.logistics import following, labelling, operations, queries
from volte.logistics.labels.manual import ManualCarrier
from volte.logistics.models import ParcelScan
from volte.logistics.points import ShopStores
from volte.logistics.ports import DropOffPoints, LabelMaker, LabelRequest, MadeLabel, Tracker
from volte.logistics.queries import ParcelView
from volte.logistics.rules import methods
from volte.logistics.rules.footprint import Trip
from volte.logistics.rules.methods import Offer
from volte.logistics.rules.tracking import ParcelStatus, Scan, ScanKind
from volte.runtime import files, tenancy, texts, wiring
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent
from volte.runtime.permissions import OF_ROLE, Role

MONDAY = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
CAMILLE = Address(country="FR", name="Camille Martin", line1="5 rue Oberkampf", postcode="75011", city="Paris")
Clock = Callable[[datetime], AbstractContextManager[None]]


def opened(owner: Actor, **changes: Any) -> ParcelView:
    given: dict[str, Any] = {
        "subject_id": uuid4(),
        "number": "R7K2-M4QX",
        "order_number": "#1001",
        "method": Method.DROP_OFF,
        "sender": CAMILLE,
        "language": "fr",
        "last_day": date(2026, 12, 12),
    }
    return operations.open_parcel(by=owner, **(given | changes))


def told(kind: str) -> list[dict[str, Any]]:
    return [row.data for row in OutboxEvent.objects.filter(kind=kind).order_by("id")]


def scanned(owner: Actor, parcel: ParcelView, kind: ScanKind, hours: int = 0) -> operations.Recorded:
    return operations.record_scan(by=owner, parcel_id=parcel.id, kind=kind, at=MONDAY + timedelta(hours=hours))


def test_opening_gives_a_code_a_place_and_tells(owner: Actor) -> None:
    parcel = opened(owner)
    assert (parcel.status, parcel.destination, parcel.label) == (ParcelStatus.EXPECTED, "lyon", "")
    with tenancy.entered(owner.shop_id):
        assert [event["code"] for event in told("parcel.opened")] == [parcel.code]
        assert queries.by_code(written=f"]C1{parcel.code.lower()}\n") == parcel
        assert queries.by_code(written="R7K2-M4QX") is None
        assert queries.of_subject(subject_id=parcel.subject_id) == [parcel]


def test_what_is_kept_needs_no_parcel(owner: Actor) -> None:
    with pytest.raises(Invalid, match="parcel_not_needed"):
        opened(owner, method=Method.KEEP)


def test_a_place_the_shop_does_not_have(owner: Actor) -> None:
    with pytest.raises(Invalid, match="destination_unknown"):
        opened(owner, destination="atlantis")


def test_scans_move_the_parcel_and_tell_once(owner: Actor) -> None:
    parcel = opened(owner)
    assert scanned(owner, parcel, ScanKind.IN_TRANSIT, 5).parcel.status is ParcelStatus.IN_TRANSIT
    late = scanned(owner, parcel, ScanKind.DROPPED_OFF, 1)
    assert (late.new, late.parcel.status) == (True, ParcelStatus.IN_TRANSIT)
    assert late.parcel.handed_over_at == MONDAY + timedelta(hours=1)
    again = scanned(owner, parcel, ScanKind.DROPPED_OFF, 1)
    assert (again.new, again.parcel.status) == (False, ParcelStatus.IN_TRANSIT)
    assert scanned(owner, parcel, ScanKind.DELIVERED, 30).parcel.delivered_at == MONDAY + timedelta(hours=30)
    with tenancy.entered(owner.shop_id):
        events = told("parcel.scanned")
        assert [(event["scan"], event["handed_over"]) for event in events] == [
            ("in_transit", True),
            ("dropped_off", False),
            ("delivered", False),
        ]
        assert [scan.kind for scan in queries.scans(parcel_id=parcel.id)] == ["dropped_off", "in_transit", "delivered"]


def test_a_lost_parcel_is_told_once_and_may_turn_up(owner: Actor) -> None:
    parcel = opened(owner)
    assert scanned(owner, parcel, ScanKind.LOST, 50).parcel.status is ParcelStatus.LOST
    scanned(owner, parcel, ScanKind.LOST, 51)
    assert scanned(owner, parcel, ScanKind.IN_TRANSIT, 60).parcel.status is ParcelStatus.IN_TRANSIT
    with tenancy.entered(owner.shop_id):
        assert len(told("parcel.lost")) == 1


def test_a_scan_from_the_future(owner: Actor, clock_at: Clock) -> None:
    parcel = opened(owner)
    with clock_at(MONDAY), pytest.raises(Invalid, match="scan_in_future"):
        scanned(owner, parcel, ScanKind.DELIVERED, 48)


def test_scans_are_only_ever_added(owner: Actor) -> None:
    parcel = opened(owner)
    scanned(owner, parcel, ScanKind.DROPPED_OFF)
    with pytest.raises(IntegrityError, match="append-only"), tenancy.entered(owner.shop_id):
        ParcelScan.objects.filter(parcel_id=parcel.id).update(kind="lost")


def test_cancelling_before_and_after_it_left(owner: Actor) -> None:
    waiting, gone = opened(owner), opened(owner)
    operations.cancel_parcel(by=owner, parcel_id=waiting.id)
    operations.cancel_parcel(by=owner, parcel_id=waiting.id)
    scanned(owner, gone, ScanKind.DROPPED_OFF)
    with pytest.raises(Conflict, match="parcel_already_travelling"):
        operations.cancel_parcel(by=owner, parcel_id=gone.id)
    with pytest.raises(Conflict, match="parcel_cancelled"):
        labelling.make_label(by=owner, parcel_id=waiting.id)
    assert scanned(owner, waiting, ScanKind.IN_TRANSIT).parcel.status is ParcelStatus.IN_TRANSIT
    with tenancy.entered(owner.shop_id):
        assert len(told("parcel.cancelled")) == 1


class CountingCarrier:
    """A carrier outside: counts how often it is asked, always outside every shop, so in no transaction of ours."""

    repeatable = False

    def __init__(self) -> None:
        self.asked = 0

    def make(self, *, request: LabelRequest) -> MadeLabel:
        self.asked += 1
        with pytest.raises(tenancy.NoShopEntered):
            tenancy.current()
        return MadeLabel(pdf=f"%PDF {request.code}".encode(), tracking="6A 1234 5678")


def test_the_label_is_made_once_and_found_by_the_carriers_code(owner: Actor, home: None) -> None:
    carrier = CountingCarrier()
    wiring.bind(LabelMaker, "counting", lambda: carrier)
    parcel = opened(owner, carrier="counting")
    made = labelling.make_label(by=owner, parcel_id=parcel.id)
    assert labelling.make_label(by=owner, parcel_id=parcel.id) == made
    assert carrier.asked == 1
    with tenancy.entered(owner.shop_id):
        found = queries.by_code(written="6a12345678")
        assert found is not None and (found.id, found.label) == (parcel.id, files.digest_of(made))
    assert made == f"%PDF {parcel.code}".encode()


def test_the_second_of_two_labels_gives_way(owner: Actor, home: None) -> None:
    parcel = opened(owner)
    first = labelling.keep_label(by=owner, parcel_id=parcel.id, made=MadeLabel(pdf=b"%PDF one"))
    assert labelling.keep_label(by=owner, parcel_id=parcel.id, made=MadeLabel(pdf=b"%PDF two")) == first


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_manual_carrier_speaks_the_shoppers_language(owner: Actor, home: None, language: str) -> None:
    wiring.bind(LabelMaker, "manual", ManualCarrier)
    parcel = opened(owner, language=language)
    content = labelling.make_label(by=owner, parcel_id=parcel.id)
    assert content.startswith(b"%PDF-") and f"/Lang({language})".encode() in content


def test_a_label_that_can_be_made_again_is_not_kept(owner: Actor, home: None) -> None:
    wiring.bind(LabelMaker, "manual", ManualCarrier)
    parcel = opened(owner)
    assert labelling.make_label(by=owner, parcel_id=parcel.id) == labelling.make_label(by=owner, parcel_id=parcel.id)
    with tenancy.entered(owner.shop_id):
        assert queries.parcel(parcel_id=parcel.id).label == ""


class TellingCarrier:
    """A carrier that tells all it saw every time it is asked, not in order."""

    def scans(self, *, tracking: str) -> list[Scan]:
        assert tracking == "6A12345678"
        return [Scan(ScanKind.IN_TRANSIT, MONDAY + timedelta(hours=3)), Scan(ScanKind.DROPPED_OFF, MONDAY)]


def test_a_carrier_is_followed_and_asked_again_without_harm(owner: Actor, home: None) -> None:
    wiring.bind(LabelMaker, "telling", CountingCarrier)
    wiring.bind(Tracker, "telling", TellingCarrier)
    parcel = opened(owner, carrier="telling")
    with pytest.raises(Conflict, match="tracking_unknown"):
        following.follow(by=owner, parcel_id=parcel.id)
    labelling.make_label(by=owner, parcel_id=parcel.id)
    assert [following.follow(by=owner, parcel_id=parcel.id) for _ in range(2)] == [2, 0]
    with tenancy.entered(owner.shop_id):
        assert queries.parcel(parcel_id=parcel.id).status is ParcelStatus.IN_TRANSIT


def test_stores_are_places_to_go(owner: Actor) -> None:
    wiring.bind(DropOffPoints, "shops", ShopStores)
    with tenancy.entered(owner.shop_id):
        assert [place.handle for place in queries.drop_off_points(where=CAMILLE, language="fr")] == ["paris"]
        abroad = Address(country="DE", postcode="10115")
        assert queries.drop_off_points(where=abroad, language="fr") == []


def test_who_may_scan(owner: Actor) -> None:
    parcel = opened(owner)
    finance = Actor(owner.shop_id, "member", None, "Félix", OF_ROLE[Role.FINANCE])
    with pytest.raises(NotAllowed):
        scanned(finance, parcel, ScanKind.DELIVERED)


def test_another_shop_sees_nothing(owner: Actor, other_shop: UUID) -> None:
    parcel = opened(owner)
    stranger = Actor.system(other_shop)
    attempts: list[Callable[[], object]] = [
        lambda: scanned(stranger, parcel, ScanKind.DELIVERED),
        lambda: operations.cancel_parcel(by=stranger, parcel_id=parcel.id),
        lambda: labelling.make_label(by=stranger, parcel_id=parcel.id),
    ]
    for attempt in attempts:
        with pytest.raises(NotFound, match="parcel_unknown"):
            attempt()
    with tenancy.entered(other_shop):
        assert queries.by_code(written=parcel.code) is None


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_refusal_has_a_sentence(language: str) -> None:
    for code in (
        "parcel_unknown",
        "parcel_not_needed",
        "parcel_already_travelling",
        "parcel_cancelled",
        "destination_unknown",
        "tracking_unknown",
    ):
        assert texts.refusal(Refused(code), language)
    assert "2026" in texts.refusal(Refused("scan_in_future", at=MONDAY), language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_word_of_a_way_back_can_be_said(language: str) -> None:
    offers = [Offer(method, Money(390, "EUR")) for method in Method]
    for option in methods.options(offers=offers, trip=Trip()):
        assert texts.say(option.title, language) and texts.say(option.effort, language)
        assert " g " in texts.say("logistics-co2e", language, low=option.co2e.low_g, high=option.co2e.high_g)
        assert option.co2e.source in texts.say("logistics-co2e-source", language, source=option.co2e.source)
    words = [f"logistics-step-{step}" for step in methods.Step]
    words += [f"logistics-need-{need}" for need in methods.LabelNeed]
    words += [f"logistics-parcel-{status}" for status in ParcelStatus]
    words += [f"logistics-scan-{kind}" for kind in ScanKind]
    for word in words:
        assert texts.say(word, language), word
