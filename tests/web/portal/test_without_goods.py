"""What never arrived and what has not left, on the shopper's pages: nothing is ever asked back."""

from typing import Any
from uuid import UUID

import pytest

from tests.web.portal.conftest import Shopper, taken_in, words
from volte.returns import operations, queries
from volte.returns.rules.lifecycle import Kind, Status
from volte.runtime import shops, tenancy
from volte.runtime.actor import Actor

SENT = [{"id": "s1", "lines": [{"line": "l1", "quantity": 2}], "shipped_at": "2026-11-03T10:00:00Z"}]


@pytest.fixture
def inside(shopper: Shopper, portal_shop: UUID, owner: Any) -> Shopper:
    """Two dresses are on their way; the mug has not left."""
    taken_in(owner, shipments=SENT)
    shopper.find()
    return shopper


def only(shop: UUID) -> queries.ReturnView:
    with tenancy.entered(shop):
        return queries.page()[0]


def ref_of(page: Any) -> str:
    return str(page.content.decode().split('name="line" value="')[1].split('"')[0])


def test_a_parcel_that_never_came_is_reported_in_two_pages(inside: Shopper, portal_shop: UUID, owner: Any) -> None:
    assert "Je n’ai rien reçu" in words(inside.get("/order/"))
    page = inside.get("/order/missing/")
    assert "Parti le mardi 3 novembre 2026, et pas livré à notre connaissance." in words(page)
    assert "Tasse" not in words(page)
    form = {"line": ref_of(page), f"quantity-{ref_of(page)}": "2", "comment": "Rien chez les voisins"}
    check = inside.post("/order/missing/", form)
    assert "S’il n’a rien retrouvé le mardi 24 novembre 2026" in words(check)
    assert "83,03 €" in words(check) and "Vous n’avez rien à renvoyer." in words(check)
    once = check.content.decode().split('name="once" value="')[1].split('"')[0]
    sent = [inside.post("/order/missing/", form | {"go": "1", "once": once}) for _ in range(2)]
    assert sent[0]["Location"] == sent[1]["Location"]
    view = only(portal_shop)
    assert (view.kind, view.status, view.items[0].comment) == (Kind.CLAIM, Status.REQUESTED, "Rien chez les voisins")
    shown = words(inside.get(sent[0]["Location"]))
    assert "Nous cherchons votre colis" in shown and "Colis manquant" in shown
    assert "étiquette" not in shown.lower()
    gone = inside.get(f"/returns/{view.number}/cancellation/")
    assert "Le colis est-il arrivé" in words(gone)
    inside.post(f"/returns/{view.number}/cancellation/", {})
    assert "C’est arrivé" in words(inside.get(sent[0]["Location"]))


def test_what_has_not_left_is_cancelled_and_paid_at_once(inside: Shopper, portal_shop: UUID, owner: Any) -> None:
    shops.change_settings(by=owner, changes={"parcels": {"told": True}})
    inside.language = "en"
    assert "Cancel before it leaves" in words(inside.get("/order/"))
    page = inside.get("/order/stop/")
    form = {"line": ref_of(page)}
    check = inside.post("/order/stop/", form)
    assert "you are paid back at once" in words(check)
    sent = inside.post("/order/stop/", form | {"go": "1", "once": "a"})
    view = only(portal_shop)
    assert (view.kind, view.status) == (Kind.CANCELLATION, Status.SETTLED)
    assert f"Cancellation {view.number}" in words(inside.get(sent["Location"]))
    assert "left already" in words(inside.get("/order/stop/"))


def test_nothing_chosen_changes_nothing(inside: Shopper, portal_shop: UUID) -> None:
    page = inside.post("/order/missing/", {"go": "1"})
    assert page.status_code == 422 and "Choisissez au moins un article." in words(page)
    with tenancy.entered(portal_shop):
        assert not queries.page()


def test_somebody_quicker_is_said_and_what_was_typed_stays(inside: Shopper, portal_shop: UUID, owner: Actor) -> None:
    page = inside.get("/order/missing/")
    form = {"line": ref_of(page), f"quantity-{ref_of(page)}": "2", "comment": "Rien"}
    once = {"go": "1", "once": "a"}
    inside.post("/order/missing/", form | once)
    with tenancy.entered(portal_shop):
        assert len(queries.page()) == 1
    again = inside.post("/order/missing/", form | {"go": "1", "once": "b"})
    assert "Rien de cette commande n’est en route" in words(again)
    operations.refuse(by=owner, return_id=only(portal_shop).id, reason="Remis en main propre le 5")
    shown = words(inside.get(f"/returns/{only(portal_shop).number}/"))
    assert "Nous ne pouvons pas considérer ce colis comme perdu" in shown and "Remis en main propre le 5" in shown
