"""Secrets: what signs, how they lie, and how one follows another."""

from datetime import timedelta
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook

from tests.operations.webhooks.conftest import House, Rang
from volte.runtime import clock, sealing, tenancy
from volte.webhooks import operations
from volte.webhooks.models import Subscription
from volte.webhooks.rules import schedule
from volte.webhooks.rules.outcomes import Outcome

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]


def test_rotation_signs_with_both_for_a_day_and_then_with_the_new_one(house: House) -> None:
    old = house.subscribe()
    new = operations.rotate(by=house.by, subscription_id=old.id)
    house.happen(Rang("during"))
    house.deliver()
    during = house.receiver.got[-1]
    for secret in (old.secret, new.secret):
        Webhook(secret).verify(during.body.decode(), during.headers)
    assert house.view(old).overlap_until is not None
    with clock.at(clock.now() + schedule.OVERLAP + timedelta(minutes=1)):
        house.happen(Rang("after"))
        house.deliver()
        assert house.view(old).overlap_until is None
    after = house.receiver.got[-1].headers["webhook-signature"].split(" ")
    assert len(after) == 1


def test_secrets_lie_sealed_and_one_that_no_longer_opens_says_so(house: House, settings: Any) -> None:
    made = house.subscribe()
    with tenancy.entered(house.by.shop_id):
        kept = Subscription.objects.get().secret
    assert made.secret not in kept
    assert made.secret.removeprefix("whsec_") not in kept
    assert sealing.unseal(kept) == made.secret
    settings.SECRET_KEY, before = "another key", settings.SECRET_KEY
    house.happen(Rang("a"))
    house.deliver()
    assert house.outcomes(made) == [[Outcome.NO_SECRET]]
    assert house.receiver.got == []
    settings.SECRET_KEY_FALLBACKS = [before]
    assert sealing.unseal(kept) == made.secret


def test_a_secret_before_that_no_longer_opens_does_not_stop_the_new_one(house: House, settings: Any) -> None:
    old = house.subscribe()
    settings.SECRET_KEY, before = "another key", settings.SECRET_KEY
    settings.SECRET_KEY_FALLBACKS = [before]
    new = operations.rotate(by=house.by, subscription_id=old.id)
    settings.SECRET_KEY_FALLBACKS = []
    house.happen(Rang("a"))
    house.deliver()
    (got,) = house.receiver.got
    assert Webhook(new.secret).verify(got.body.decode(), got.headers) == got.json
