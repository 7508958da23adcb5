"""Erasing somebody with a short id and a short name leaves what belongs to others."""

from uuid import UUID

import pytest

from tests import cast
from tests.operations.privacy.conftest import gateway, order, today
from volte.catalogue import operations as catalogue
from volte.catalogue.models import ImportRun
from volte.catalogue.ports import Fault, Record
from volte.kit import ids
from volte.kit.naming import Words
from volte.kit.text import message
from volte.privacy import operations, people
from volte.privacy.rules.erasure import Why
from volte.runtime import idempotency, tenancy
from volte.runtime.actor import Actor
from volte.runtime.idempotency import Answer
from volte.runtime.models import IdempotencyRecord, Member
from volte.runtime.people import invite
from volte.runtime.permissions import Role
from volte.web.models import SavedView
from volte.webhooks import operations as webhooks
from volte.webhooks.models import Attempt, Delivery

__all__ = ["gateway", "order", "today"]

LI = {"id": "1", "email": "", "name": "Li", "kind": "consumer", "tags": []}
ADDRESS = {"line1": "2 rue Neuve", "postcode": "75011", "city": "Paris", "country": "FR"}


@pytest.fixture
def li(owner: Actor, order: UUID) -> UUID:
    """Her order."""
    told = cast.order("2001", customer=LI, shipping_address=ADDRESS)
    return catalogue.take_in(by=owner, document=told).order_id


def kept(shop: UUID, key: str, body: object, call: str = "POST /api/v1/returns") -> None:
    idempotency.once(shop_id=shop, key=key, call=call, digest="d" * 64, work=lambda: Answer(201, body))


def erase(owner: Actor, order_id: UUID) -> None:
    operations.erase(by=owner, ref=ids.public("ord", order_id), why=Why.ASKED)


def test_answers_kept_for_others_stay(owner: Actor, li: UUID) -> None:
    """Else a client that asks again pays twice."""
    shop = owner.shop_id
    kept(shop, "pay-1", {"id": "ret_x", "status": "livraison", "items": [{"id": "1", "quantity": "1"}]})
    kept(shop, "other-1", {"customer": {"id": "12", "name": "Li", "email": "li@example.org"}}, "PUT /api/v1/orders/1")
    kept(shop, "hers", {"volte_id": ids.public("ord", li)})
    kept(shop, "hers-by-id", {"orders": [{"customer": {"id": "1", "name": "Li"}}]})
    erase(owner, li)
    with tenancy.entered(shop):
        assert set(IdempotencyRecord.objects.values_list("key", flat=True)) == {"pay-1", "other-1"}


def test_the_answer_to_the_erasure_itself_stays(owner: Actor, li: UUID) -> None:
    key, call = f"erase {ids.public('ord', li)}", "POST /api/v1/privacy/erasures"

    def work() -> Answer:
        erase(owner, li)
        return Answer(201, {"done": True})

    for replayed in (False, True):
        answer = idempotency.once(shop_id=owner.shop_id, key=key, call=call, digest="d" * 64, work=work)
        assert (answer.status, answer.replayed) == (201, replayed)


def test_lists_colleagues_saved_stay(owner: Actor, li: UUID) -> None:
    invited = invite(by=owner, email="malik@example.org", name="Malik", role=Role.AGENT, password="x" * 12)
    lists = {
        "Livraisons 1": "?queue=all&status=arrived",
        "Line 12": "?queue=mine&q=12",
        "Elise": "?q=elise",
        "Of hers": "?queue=all&q=Li",
    }
    with tenancy.entered(owner.shop_id):
        member = Member.objects.get(id=invited)
        for name, query in lists.items():
            SavedView.objects.create(member=member, name=name, query=query)
    erase(owner, li)
    with tenancy.entered(owner.shop_id):
        assert set(SavedView.objects.values_list("name", flat=True)) == lists.keys() - {"Of hers"}


def test_refused_lines_of_others_stay(owner: Actor, li: UUID) -> None:
    run = catalogue.begin_import(by=owner, fingerprint="f" * 64, format="csv")
    said = [("quantity", "1"), ("line_title", "Livre"), ("customer_id", "12"), ("customer_id", "1"), ("name", "Li")]
    faults = [
        Record(line, line, fault=Fault(line, field, message("field_unknown", value=value)))
        for line, (field, value) in enumerate(said, start=1)
    ]
    catalogue.import_batch(by=owner, progress=run, records=faults)
    erase(owner, li)
    with tenancy.entered(owner.shop_id):
        (left,) = ImportRun.objects.values_list("refusals", flat=True)
    assert [(one["field"], one["params"]["value"]) for one in left] == said[:3]


def test_what_receivers_said_of_others_stays(owner: Actor, li: UUID) -> None:
    from volte.runtime import clock

    made = webhooks.subscribe(by=owner, url="https://erp.example.com/volte").id
    stays = ['{"ok": "1", "delivery": 12}', "livré", '{"customer_id": 12}', '{"name": "Elise"}']
    goes = ['{"customer": {"id": "1"}}', '{"customer_id":1}', '{"first_name": "Li"}']
    now = clock.now()
    with tenancy.entered(owner.shop_id):
        delivery = Delivery.objects.create(
            subscription_id=made, kind="order.changed", status="taken", created_at=now, next_try_at=now
        )
        for place, said in enumerate([*stays, *goes]):
            Attempt.objects.create(delivery=delivery, at=now, took_ms=place, outcome="taken", status=200, said=said)
    erase(owner, li)
    with tenancy.entered(owner.shop_id):
        assert set(Attempt.objects.exclude(said="").values_list("said", flat=True)) == set(stays)


def test_an_address_within_a_longer_one_is_another() -> None:
    words = Words(("li@example.com",), ("Li", "Li Wei (Anna)"), ("1", "cust-00017"))
    for text in (
        "to LI@example.com.",
        "<li@example.com>",
        "?q=li@example.com&x",
        "for Li Wei (Anna),",
        "cust-00017: ok",
    ):
        assert words.stand_in(text), text
    for text in ("ali@example.com", "j.li@example.com", "li@example.com.au", "Li", "1", "cust-000171", "Li Weiss"):
        assert not words.stand_in(text), text
    assert words.are(" li ") and words.are("1") and not words.are("12")
    assert not Words().stand_in("anything")


def test_any_reference_gives_the_same_mark(owner: Actor, li: UUID) -> None:
    with tenancy.entered(owner.shop_id):
        by_order = people.by_ref(ref=ids.public("ord", li))
        by_customer = people.by_ref(ref=ids.public("cus", by_order.known.customer_ids[0]))
        assert by_order.mark == by_customer.mark
