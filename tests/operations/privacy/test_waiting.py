"""An erasure that waits is settled on its own row, once, whatever the person is called by then."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests import cast
from tests.operations.privacy.conftest import gateway, order, today
from tests.operations.returns.test_journey import DRESS, react, wanted
from volte.catalogue import operations as catalogue
from volte.kit import ids
from volte.privacy import jobs, operations, people, queries
from volte.privacy.models import Erasure
from volte.privacy.rules.erasure import Standing, Why
from volte.returns import operations as returns
from volte.runtime import clock, files, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent, Shop

__all__ = ["gateway", "order", "today"]

GUEST = {"id": "77", "email": "", "name": "Noor", "kind": "consumer", "tags": []}


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Any) -> None:
    settings.FILES, settings.VOLTE_HOME = tmp_path / "files", tmp_path


def bought(owner: Actor, customer: object, **changes: object) -> UUID:
    return catalogue.take_in(by=owner, document=cast.order("3001", customer=customer, **changes)).order_id


def opened(owner: Actor, order_id: UUID) -> tuple[Actor, UUID]:
    shopper = Actor.shopper(owner.shop_id, order_id=order_id, language="fr")
    return shopper, returns.request(by=shopper, order_id=order_id, wanted=wanted(replace(DRESS, comment="Serre")))


def night(owner: Actor) -> None:
    jobs.nightly()
    react()


def settled(owner: Actor) -> list[Standing]:
    """How the certificates stand; told once each, that somebody was forgotten."""
    with tenancy.entered(owner.shop_id):
        views = queries.erasures()
        told = OutboxEvent.objects.filter(kind="customer.forgotten").count()
    assert told == sum(view.standing is Standing.DONE for view in views)
    return [view.standing for view in views]


@pytest.mark.parametrize("customer", [GUEST, None])
def test_somebody_without_an_address_is_erased_once(owner: Actor, order: UUID, customer: object) -> None:
    bought_ = bought(owner, customer, shipping_address=None)
    shopper, return_id = opened(owner, bought_)
    asked = operations.postpone(by=owner, ref=ids.public("ret", return_id), why=Why.ASKED)
    night(owner)
    assert settled(owner) == [Standing.WAITS]
    returns.cancel(by=shopper, return_id=return_id)
    react()
    for _ in range(3):
        night(owner)
        assert settled(owner) == [Standing.DONE]
    with tenancy.entered(owner.shop_id):
        assert queries.erasure_of(erasure_id=asked).done["returns"] == 1


def test_the_address_changes_while_it_waits(owner: Actor, order: UUID) -> None:
    person = {**GUEST, "email": "noor@example.com"}
    shopper, return_id = opened(owner, bought(owner, person))
    asked = operations.postpone(by=owner, ref=ids.public("ret", return_id), why=Why.ASKED)
    changed = {**person, "email": "noor@example.org"}
    with clock.at(clock.now() + timedelta(minutes=5)):
        bought(owner, changed)
        assert operations.postpone(by=owner, ref=ids.public("ret", return_id), why=Why.ASKED) == asked
    returns.cancel(by=shopper, return_id=return_id)
    react()
    for _ in range(2):
        night(owner)
        assert settled(owner) == [Standing.DONE]


def test_a_return_without_order_is_found_by_itself(owner: Actor, order: UUID) -> None:
    """As it came with a history: nothing else is known of whoever sent it."""
    from volte.returns.models import Return

    shopper, return_id = opened(owner, order)
    returns.cancel(by=shopper, return_id=return_id)
    with tenancy.entered(owner.shop_id):
        Return.objects.filter(id=return_id).update(order_id=None, customer_id=None, email="")
        assert people.by_ref(ref=ids.public("ret", return_id)).known.order_ids == ()
    operations.postpone(by=owner, ref=ids.public("ret", return_id), why=Why.ASKED)
    night(owner)
    assert settled(owner) == [Standing.DONE]


def test_one_shops_trouble_stops_nobody_else(
    owner: Actor, other_shop: UUID, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (first, handle), (last, _) = Shop.objects.order_by("created_at").values_list("id", "handle")
    kept, swept = [], []

    def retain(*, shop_id: UUID) -> None:
        if shop_id == first:
            raise RuntimeError("no disk")
        kept.append(shop_id)

    monkeypatch.setattr(jobs, "retain", retain)
    monkeypatch.setattr(files, "sweep", lambda: swept.append(True))
    with pytest.raises(ExceptionGroup, match="failed in part"):
        jobs.nightly()
    assert kept == [last] and swept == [True]
    assert f"Personal data of {handle}: " in caplog.text


def test_one_erasure_that_fails_does_not_keep_the_next(
    owner: Actor, order: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    shopper, return_id = opened(owner, bought(owner, GUEST, shipping_address=None))
    returns.cancel(by=shopper, return_id=return_id)
    operations.postpone(by=owner, ref=ids.public("ret", return_id), why=Why.ASKED)
    with tenancy.entered(owner.shop_id):
        broken = Erasure.of_shop(mark="x", why="asked", status="waits", asked_at=clock.now() - timedelta(days=1))
        broken.save()
    settle = operations.settle

    def sometimes(*, by: Actor, erasure_id: UUID) -> UUID:
        if erasure_id == broken.id:
            raise RuntimeError("no disk")
        return settle(by=by, erasure_id=erasure_id)

    monkeypatch.setattr(operations, "settle", sometimes)
    with pytest.raises(ExceptionGroup):
        jobs.try_waiting(shop_id=owner.shop_id)
    assert sorted(settled(owner)) == [Standing.DONE, Standing.WAITS]
