"""A refund that did not arrive, and one that waits for an account: the customer says how the money reaches them."""

from typing import Any
from uuid import UUID

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.web.portal.conftest import Shopper, one_dress, taken_in, words
from volte.messages.models import Mail
from volte.money import queries as money
from volte.money import sending
from volte.money.models import BankAccount
from volte.money.ports import RefundGateway
from volte.money.queries import RefundView
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.tenders import Route
from volte.project import reactions
from volte.returns import links, operations, queries
from volte.runtime import dispatch, tenancy, wiring
from volte.runtime.actor import Actor

IBAN = "FR76 3000 6000 0112 3456 7890 189"


@pytest.fixture
def gateway(portal_shop: UUID) -> FakeGateway:
    fake = FakeGateway()
    wiring.bind(RefundGateway, "simulator", lambda: fake)
    return fake


def came_back(shopper: Shopper, owner: Any, **order: Any) -> str:
    taken_in(owner, **one_dress(), **order)
    shopper.find()
    made = shopper.returned()
    with tenancy.entered(owner.shop_id):
        view = queries.by_number(number=made)
    assert view is not None
    machine = Actor(owner.shop_id, "key", None, "WMS", owner.permissions)
    box = operations.receive(by=machine, code=view.parcel_code, location=None, units=())
    operations.inspect(by=machine, unit_id=box.arrival.units[0].id, findings=())
    react()
    return made


def react() -> None:
    while dispatch.dispatch(reactions.REACTIONS):
        pass


def refunds(owner: Any, number: str) -> tuple[RefundView, ...]:
    with tenancy.entered(owner.shop_id):
        view = queries.by_number(number=number)
        assert view is not None
        return money.refunds(subject_id=view.id)


def by_link(shopper: Shopper, owner: Any, number: str) -> None:
    with tenancy.entered(owner.shop_id):
        view = queries.by_number(number=number)
    assert view is not None
    assert view.order_id is not None
    token = links.token(shop_id=owner.shop_id, order_id=view.order_id)
    assert shopper.get(f"/l/{token}?return={number}").status_code == 302


@pytest.fixture
def number(shopper: Shopper, owner: Any, gateway: FakeGateway) -> str:
    """A dress came back, and its refund failed for good."""
    made = came_back(shopper, owner)
    gateway.next.append("fail")
    sending.attempt(by=owner, refund_id=refunds(owner, made)[0].id)
    react()
    assert refunds(owner, made)[0].status is RefundStatus.FAILED
    return made


def test_who_knows_a_number_and_a_postcode_names_no_account(shopper: Shopper, owner: Any, number: str) -> None:
    assert "Choisir un autre moyen" in words(shopper.get(f"/returns/{number}/"))
    read = words(shopper.get(f"/returns/{number}/money/"))
    assert "Ouvrez cette page depuis l’un de nos e-mails" in read
    assert "IBAN" not in read
    sent = {"route": "bank_transfer", "holder": "Somebody", "iban": IBAN}
    assert shopper.post(f"/returns/{number}/money/", sent).status_code == 200
    assert len(refunds(owner, number)) == 1


def test_a_transfer_with_faults_put_right(shopper: Shopper, owner: Any, number: str) -> None:
    by_link(shopper, owner, number)
    assert "IBAN" in words(shopper.get(f"/returns/{number}/money/"))
    wrong = {"route": "bank_transfer", "holder": "Zoé Martin", "iban": IBAN.replace("189", "188")}
    answer = shopper.post(f"/returns/{number}/money/", wrong)
    assert answer.status_code == 422
    assert "Cet IBAN n’est pas valable" in words(answer)
    assert "Zoé Martin" in answer.content.decode()
    answer = shopper.post(f"/returns/{number}/money/", {**wrong, "iban": IBAN})
    assert answer.status_code == 302
    old, new = refunds(owner, number)
    assert (old.status, new.status, new.route) == (RefundStatus.REPLACED, RefundStatus.MANUAL, Route.BANK_TRANSFER)
    assert new.consent is not None
    assert new.consent.words.startswith("Je souhaite recevoir")
    read = words(shopper.get(f"/returns/{number}/"))
    assert "Nous versons la somme sur votre compte FR •••• 0189" in read
    assert "non abouti, versé autrement" in read
    assert "3000" not in read


def test_store_credit_only_with_an_express_yes(shopper: Shopper, owner: Any, number: str) -> None:
    by_link(shopper, owner, number)
    answer = shopper.post(f"/returns/{number}/money/", {"route": "store_credit"})
    assert answer.status_code == 422
    assert "Cochez la case" in words(answer)
    assert len(refunds(owner, number)) == 1
    answer = shopper.post(f"/returns/{number}/money/", {"route": "store_credit", "agreed": "on"})
    assert answer.status_code == 302
    react()
    new = refunds(owner, number)[1]
    assert (new.status, new.route) == (RefundStatus.SUCCEEDED, Route.STORE_CREDIT)
    assert new.consent is not None
    assert "sous forme d’avoir plutôt qu’en argent" in new.consent.words
    with tenancy.entered(owner.shop_id):
        (credit,) = money.credits(subject_id=new.subject_id)
        mail = Mail.objects.get(occasion="credit_issued")
    assert credit.code in mail.text
    assert credit.code in words(shopper.get(f"/returns/{number}/"))
    assert shopper.get(f"/returns/{number}/money/").status_code == 302


@pytest.mark.parametrize("route", ["", "gateway", "by_hand", "\x00"])
def test_no_other_way_is_taken(shopper: Shopper, owner: Any, number: str, route: str) -> None:
    by_link(shopper, owner, number)
    assert shopper.post(f"/returns/{number}/money/", {"route": route, "agreed": "on"}).status_code == 422
    assert len(refunds(owner, number)) == 1


def test_cash_on_delivery_asks_for_an_account(shopper: Shopper, owner: Any, gateway: FakeGateway) -> None:
    cash = {"id": "p1", "kind": "cash_on_delivery", "status": "captured", "amount": 5489}
    made = came_back(shopper, owner, payments=[cash])
    by_link(shopper, owner, made)
    read = words(shopper.get(f"/returns/{made}/"))
    assert "Indiquer mon compte" in read
    assert "avoir" not in words(shopper.get(f"/returns/{made}/money/")).partition("Titulaire")[0].partition("main")[2]
    sent = {"holder": "Zoé Martin", "iban": IBAN, "route": "store_credit", "agreed": "on"}
    assert shopper.post(f"/returns/{made}/money/", sent).status_code == 302
    (refund,) = refunds(owner, made)
    assert refund.route is Route.BANK_TRANSFER
    with tenancy.entered(owner.shop_id):
        assert BankAccount.objects.get().refund_id == refund.id


def test_nothing_to_say_leads_back(shopper: Shopper, owner: Any, gateway: FakeGateway) -> None:
    made = came_back(shopper, owner)
    assert shopper.get(f"/returns/{made}/money/").status_code == 302
