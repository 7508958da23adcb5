"""The mails beside the straight way: a last day that is near or passed, a parcel that was lost, a gesture."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.test_journey import asked, react, see
from volte.kit.money import Money
from volte.logistics.rules.tracking import ScanKind
from volte.messages.models import Mail
from volte.returns import jobs, operations
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor


@pytest.fixture
def shopper(owner: Actor, order: UUID) -> Actor:
    return Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")


def told(owner: Actor, return_id: UUID) -> list[tuple[str, str]]:
    react()
    with tenancy.entered(owner.shop_id):
        mails = Mail.objects.filter(subject_id=return_id).order_by("created_at", "id")
        return [(mail.occasion, mail.subject) for mail in mails]


def last_day(owner: Actor, return_id: UUID) -> date:
    day = see(owner, return_id).last_day
    assert day is not None
    return day


def test_four_days_before_the_last_day_it_is_said_once(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order)
    days = last_day(owner, return_id) - clock.now().date()
    for before, hours in ((5, 0), (4, -3), (4, 3), (4, 4), (2, 0)):
        with clock.at(clock.now() + days - timedelta(days=before) + timedelta(hours=hours)):
            jobs.remind_due()
        seen = [occasion for occasion, _ in told(owner, return_id)].count("expiring_soon")
        assert seen == (1 if (before, hours) not in ((5, 0), (4, -3)) else 0), (before, hours)


def test_who_has_handed_over_is_not_reminded(shopper: Actor, owner: Actor, order: UUID, today: datetime) -> None:
    return_id = asked(shopper, order)
    operations.record_scan(by=owner, return_id=return_id, kind=ScanKind.DROPPED_OFF, at=today)
    with clock.at(today + timedelta(days=(last_day(owner, return_id) - today.date()).days - 2)):
        jobs.remind_due()
    assert "expiring_soon" not in dict(told(owner, return_id))


def test_a_last_day_that_passed_is_told(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order)
    with clock.at(clock.now() + timedelta(days=1 + (last_day(owner, return_id) - clock.now().date()).days)):
        jobs.expire_due()
        assert dict(told(owner, return_id))["expired"] == "Votre retour est clos\u00a0: le délai est passé"


def test_a_lost_parcel_is_told_once_and_paid(
    shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway, today: datetime
) -> None:
    return_id = asked(shopper, order)
    for kind in (ScanKind.DROPPED_OFF, ScanKind.LOST, ScanKind.LOST):
        operations.record_scan(by=owner, return_id=return_id, kind=kind, at=today)
    occasions = [occasion for occasion, _ in told(owner, return_id)]
    assert occasions.count("parcel_lost") == 1
    assert "refund_on_its_way" in occasions


def test_a_gesture_is_told_with_its_words(shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway) -> None:
    return_id = asked(shopper, order)
    operations.goodwill(by=owner, return_id=return_id, amount=Money(500, "EUR"), reason="Colis abîmé")
    assert dict(told(owner, return_id))["goodwill_made"] == "Un geste de notre part\u00a0: 5,00\u00a0€"
    with tenancy.entered(owner.shop_id):
        mail = Mail.objects.get(subject_id=return_id, occasion="goodwill_made")
    assert "Colis abîmé" in mail.text
