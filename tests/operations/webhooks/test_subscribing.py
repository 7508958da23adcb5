"""Who may subscribe to what, and what is refused."""

import dataclasses
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from django.db import connections

from volte.kit import ids
from volte.kit.errors import Refused
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.events import KINDS
from volte.runtime.permissions import OF_ROLE, Permission, Role
from volte.webhooks import operations, queries
from volte.webhooks.models import Subscription
from volte.webhooks.queries import SubscriptionStatus

URL = "https://shop.example/volte"


def refused(call: Any) -> str:
    with pytest.raises(Refused) as error:
        call()
    return error.value.code


def test_the_secret_is_shown_once_and_nothing_shows_it_again(owner: Actor) -> None:
    made = operations.subscribe(by=owner, url=f" {URL} ", description="  Our   shop ")
    assert made.secret.startswith("whsec_")
    with tenancy.entered(owner.shop_id):
        (view,) = queries.subscriptions()
        figures = queries.figures(found=[view])[view.id]
    assert (view.url, view.description, view.kinds, view.status) == (URL, "Our shop", (), SubscriptionStatus.ON)
    assert (figures.taken, figures.waiting, figures.failed) == (0, 0, 0)
    assert made.secret not in repr(view)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://shop.example/", "webhook_url_unencrypted"),
        ("https://10.0.0.1/", "webhook_url_private"),
        ("https://odile:x@shop.example/", "webhook_url_invalid"),
        ("", "webhook_url_invalid"),
        ("https://a/" + "b" * 2_000, "webhook_url_too_long"),
        ("https://a/" + "é" * 1_900, "webhook_url_too_long"),
    ],
)
def test_addresses_that_will_not_do(owner: Actor, url: str, code: str) -> None:
    assert refused(lambda: operations.subscribe(by=owner, url=url)) == code


def test_letters_beyond_ascii_are_written_for_machines(owner: Actor) -> None:
    made = operations.subscribe(by=owner, url="https://boutique-été.example/reçu")
    with tenancy.entered(owner.shop_id):
        url = queries.subscription(subscription_id=made.id).url
    assert url.isascii()
    assert url.startswith("https://xn--")


def test_kinds_are_those_there_are(owner: Actor) -> None:
    assert refused(lambda: operations.subscribe(by=owner, url=URL, kinds=["return.aproved"])) == "event_kind_unknown"
    kinds = ["return.approved", "refund.succeeded", "return.approved"]
    made = operations.subscribe(by=owner, url=URL, kinds=kinds)
    with tenancy.entered(owner.shop_id):
        assert queries.subscription(subscription_id=made.id).kinds == ("refund.succeeded", "return.approved")


def test_there_are_only_so_many(owner: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "MOST_SUBSCRIPTIONS", 2)
    first = operations.subscribe(by=owner, url=URL)
    operations.subscribe(by=owner, url=URL)
    assert refused(lambda: operations.subscribe(by=owner, url=URL)) == "webhooks_too_many"
    operations.remove(by=owner, subscription_id=first.id)
    operations.subscribe(by=owner, url=URL)


def test_who_may_not_read_events_may_not_have_them_sent(owner: Actor) -> None:
    permissions = frozenset({Permission.WEBHOOKS_WRITE})
    narrow = dataclasses.replace(owner, permissions=permissions)
    made = operations.subscribe(by=owner, url=URL).id
    sent = operations.send_test(by=owner, subscription_id=made)
    for verb in (
        lambda: operations.subscribe(by=narrow, url=URL),
        lambda: operations.change(by=narrow, subscription_id=made, url="https://thief.example/"),
        lambda: operations.change(by=narrow, subscription_id=made, kinds=[]),
        lambda: operations.rotate(by=narrow, subscription_id=made),
        lambda: operations.resume(by=narrow, subscription_id=made, from_now=False),
        lambda: operations.send_again(by=narrow, delivery_id=sent),
        lambda: operations.send_failed_again(by=narrow, subscription_id=made, since=clock.now()),
    ):
        assert refused(verb) == "permission_missing"
    operations.change(by=narrow, subscription_id=made, description="Ours")
    operations.pause(by=narrow, subscription_id=made)
    operations.remove(by=narrow, subscription_id=made)
    for role in Role:
        assert (Permission.WEBHOOKS_WRITE in OF_ROLE[role]) is (role in (Role.OWNER, Role.MANAGER))


def test_what_is_not_there_or_not_ours_is_refused(owner: Actor, other_shop: UUID) -> None:
    made = operations.subscribe(by=owner, url=URL)
    other = dataclasses.replace(owner, shop_id=other_shop)
    for by, subscription_id in ((owner, ids.new_id()), (other, made.id)):
        for verb in (operations.rotate, operations.pause, operations.resume, operations.remove, operations.send_test):
            assert refused(lambda: verb(by=by, subscription_id=subscription_id)) == "webhook_unknown"  # noqa: B023
    assert refused(lambda: operations.send_again(by=owner, delivery_id=ids.new_id())) == "delivery_unknown"


def test_paused_ones_are_resumed_before_anything_is_sent(owner: Actor) -> None:
    made = operations.subscribe(by=owner, url=URL)
    waiting = operations.send_test(by=owner, subscription_id=made.id)
    assert refused(lambda: operations.send_again(by=owner, delivery_id=waiting)) == "delivery_under_way"
    operations.pause(by=owner, subscription_id=made.id)
    operations.pause(by=owner, subscription_id=made.id)
    assert refused(lambda: operations.send_test(by=owner, subscription_id=made.id)) == "webhook_paused"
    assert refused(lambda: operations.send_again(by=owner, delivery_id=waiting)) == "webhook_paused"
    operations.resume(by=owner, subscription_id=made.id)
    operations.resume(by=owner, subscription_id=made.id)
    with tenancy.entered(owner.shop_id):
        assert queries.subscription(subscription_id=made.id).status is SubscriptionStatus.ON


def test_another_address_begins_without_the_past_of_the_old_one(owner: Actor) -> None:
    made = operations.subscribe(by=owner, url=URL)
    with tenancy.entered(owner.shop_id):
        Subscription.objects.update(failing_since=clock.now())
    operations.change(by=owner, subscription_id=made.id, url="https://new.example/")
    with tenancy.entered(owner.shop_id):
        view = queries.subscription(subscription_id=made.id)
    assert (view.url, view.failing_since) == ("https://new.example/", None)
    assert "webhook.paused" in KINDS


@pytest.mark.django_db(transaction=True)
@pytest.mark.serial
def test_two_at_once_do_not_pass_the_most(owner: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "MOST_SUBSCRIPTIONS", 1)

    def second() -> str:
        try:
            return refused(lambda: operations.subscribe(by=owner, url=URL))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as other:
        with tenancy.entered(owner.shop_id):
            operations.subscribe(by=owner, url=URL)
            answer = other.submit(second)
            time.sleep(0.3)
            assert not answer.done(), "it waits for what we decide"
        assert answer.result(60) == "webhooks_too_many"
