"""Camille, who left something everywhere something can be left."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.contrib.sessions.backends.db import SessionStore
from PIL import Image

from tests import cast
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.conftest import gateway, order, today
from tests.operations.returns.test_journey import key, react, received, see
from volte.catalogue import operations as catalogue
from volte.catalogue.ports import Fault, Record
from volte.kit import ids
from volte.kit.money import Money
from volte.kit.text import message
from volte.kit.words import Method
from volte.messages import sending
from volte.money import jobs
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns import operations, photos
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import clock, idempotency, people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.idempotency import Answer
from volte.runtime.models import Member, OutboxEvent
from volte.runtime.permissions import EVERYTHING, Role
from volte.warehouse.rules.grading import Grade
from volte.web.models import SavedView
from volte.web.portal.draft import SLOT
from volte.webhooks import operations as webhooks
from volte.webhooks.models import Attempt, Delivery

__all__ = ["gateway", "order", "today"]

EMAIL, NAME, STREET, PHONE = "camille@example.com", "Camille Martin", "5 rue Oberkampf", "+33 6 12 34 56 78"
# What people typed; each stands nowhere else.
COMMENT, QUESTION, ANSWER, NOTE = "Serre aux épaules", "Où est ma tasse", "Elle est partie hier", "Cliente à ménager"
GESTURE, OVERRIDE, OPINION, DRAFT = "Pour votre patience", "Camille a appelé", "Trois semaines", "Couleur trop vive"
RECEIVED, FINE = "Fiche de Mme M. mise à jour", "two hundred, thank you"
WORDS = (EMAIL, NAME, STREET, PHONE, COMMENT, QUESTION, ANSWER, NOTE, GESTURE, OVERRIDE, OPINION, DRAFT, RECEIVED)
VAT_ID = "FR99CAMILLE"
WORDS = (*WORDS, "c1-camille", VAT_ID)


@dataclass(frozen=True)
class Camille:
    """Her order, her return that ended, and the photo she sent."""

    order_id: UUID
    return_id: UUID
    photo: str


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.FILES, settings.VOLTE_HOME = tmp_path / "files", tmp_path
    yield


def document(number: str = "1001", **changes: Any) -> dict[str, Any]:
    """Her order, with all an order may say about somebody."""
    customer = {"id": "c1-camille", "email": EMAIL, "name": NAME, "kind": "consumer", "tags": ["vip"]}
    address = {"name": NAME, "line1": STREET, "postcode": "75011", "city": "Paris", "country": "FR"}
    told = {"customer": customer, "shipping_address": {**address, "phone": PHONE, "email": EMAIL}}
    told |= {"billing_address": {**address, "line2": f"chez {NAME}"}, "invoice": {"number": "F-2026-17"}}
    customer["vat_id"] = VAT_ID
    return cast.order(number, **{**told, **changes})


@pytest.fixture
def agent(owner: Actor) -> Actor:
    """A member with a row of their own."""
    member_id = people.invite(by=owner, email="malik@example.org", name="Malik", role=Role.AGENT, password="x" * 12)
    return Actor(owner.shop_id, "member", member_id, "Malik", EVERYTHING, "fr")


@pytest.fixture
def camille(owner: Actor, agent: Actor, order: UUID, today: datetime, gateway: FakeGateway) -> Camille:
    gateway.charges["ch_1"] = 9688
    catalogue.take_in(by=owner, document=document())
    photo = _photo(owner.shop_id)
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name=NAME)
    item = WantedItem(line="l1", quantity=1, reason="too-small", comment=COMMENT, photos=(photo,))
    return_id = operations.request(
        by=shopper, order_id=order, wanted=Wanted(items=(item,), method=Method.MAIL, language="fr")
    )
    operations.ask(by=shopper, return_id=return_id, text=QUESTION)
    operations.answer(by=agent, return_id=return_id, text=f"{ANSWER}, {NAME}.")
    operations.note(by=agent, return_id=return_id, text=f"{NOTE} {EMAIL}")
    box = received(owner, see(owner, return_id))
    operations.inspect(
        by=key(owner), unit_id=box.arrival.units[0].id, findings=(), grade=Grade.B, reason=f"{OVERRIDE} ({EMAIL})"
    )
    react()
    operations.goodwill(by=agent, return_id=return_id, amount=Money(100, "EUR"), reason=f"{GESTURE}, {NAME}")
    operations.give_feedback(by=shopper, return_id=return_id, score=1, comment=f"{OPINION} {PHONE}")
    react()
    sending.send_due(shop_id=owner.shop_id)
    _traces(owner, agent, order, return_id)
    jobs.attempt_planned(shop=str(owner.shop_id))
    react()
    return Camille(order, return_id, photo)


def _photo(shop_id: UUID) -> str:
    drawn = io.BytesIO()
    Image.new("RGB", (20, 20), (200, 10, 60)).save(drawn, "PNG")
    with tenancy.entered(shop_id), clock.at(clock.now() - timedelta(hours=1)):
        return photos.keep(drawn.getvalue()).digest


def _sent_on(owner: Actor, return_id: UUID) -> None:
    """A receiver of webhooks that repeats what it looked up, by name and by order number."""
    made = webhooks.subscribe(by=key(owner), url="https://erp.example.com/volte").id
    now = clock.now()
    with tenancy.entered(owner.shop_id):
        event = OutboxEvent.objects.filter(subject_id=return_id).first()
        assert event is not None
        for number, (event_id, said) in enumerate(((event.id, RECEIVED), (None, f"hello {EMAIL}"), (None, FINE))):
            delivery = Delivery.objects.create(
                subscription_id=made,
                event_id=event_id,
                kind=event.kind,
                status="taken",
                created_at=now,
                next_try_at=now,
            )
            Attempt.objects.create(delivery=delivery, at=now, took_ms=number, outcome="taken", status=200, said=said)


def _traces(owner: Actor, agent: Actor, order: UUID, return_id: UUID) -> None:
    """Where nobody thinks of looking."""
    shop = owner.shop_id
    answer = {"id": ids.public("ret", return_id), "items": [{"comment": COMMENT}]}
    idempotency.once(shop_id=shop, key="k1", call="POST /returns", digest="d" * 64, work=lambda: Answer(201, answer))
    idempotency.once(shop_id=shop, key=f"k {EMAIL}", call="POST /x", digest="d" * 64, work=lambda: Answer(200, {}))
    run = catalogue.begin_import(by=owner, fingerprint="f" * 64, format="csv")
    fault = Fault(1, "customer_email", message("field_unknown", value=EMAIL))
    catalogue.import_batch(by=owner, progress=run, records=[Record(1, 1, fault=fault)])
    _sent_on(owner, return_id)
    with tenancy.entered(shop):
        member = Member.objects.get(id=agent.id)
        SavedView.objects.create(member=member, name="Camille", query="?queue=all&q=camille%40example.com")
        looking.note(by=agent, what=What.CASE, subject_id=return_id)
        looking.note(by=agent, what=What.SEARCH, email=EMAIL)
    session = SessionStore()
    session[f"{SLOT}{order.hex}"] = {"key": "k", "choices": [{"line": "l1", "comment": DRAFT, "photos": []}]}
    session["other"] = "stays"
    session.save()
