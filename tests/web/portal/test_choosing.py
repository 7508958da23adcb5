"""From the order to the last page: what may be chosen, what is asked and offered; nothing typed is lost."""

from typing import Any
from uuid import UUID

import pytest

from tests import cast
from tests.web.portal.conftest import DRESS, Shopper, one_dress, taken_in, words
from volte.catalogue import operations as catalogue
from volte.runtime import shops
from volte.runtime.actor import Actor
from volte.warehouse import operations as warehouse


@pytest.fixture
def inside(shopper: Shopper, order_id: UUID) -> Shopper:
    shopper.find()
    return shopper


def test_each_line_says_until_when(inside: Shopper, django_assert_max_num_queries: Any) -> None:
    inside.get("/order/")
    with django_assert_max_num_queries(16):
        page = inside.get("/order/")
    assert page.status_code == 200
    assert "Retour possible jusqu’au samedi 5 décembre 2026" in words(page)
    assert "Commande n° 1001" in words(page)
    assert "private" in page["Cache-Control"]
    inside.language = "en"
    assert "Can come back until Saturday 5 December 2026" in words(inside.get("/order/"))


def test_pages_are_small(inside: Shopper) -> None:
    inside.choose(*inside.refs())
    for address in ("/", "/order/", "/order/reasons/", "/order/instead/"):
        assert len(inside.get(address).content) < 40_000, address


def test_a_final_sale_may_still_be_reported_as_faulty(
    shopper: Shopper, portal_shop: UUID, owner: Any, too_late_to_withdraw: None
) -> None:
    taken_in(owner, **one_dress(tags=["final-sale"]))
    shopper.find()
    page = words(shopper.get("/order/"))
    assert "il a été vendu en vente définitive" in page
    assert "Si l’article a un défaut" in page
    ref = shopper.refs()[0]
    shopper.choose(ref)
    assert "J’ai changé d’avis" not in words(shopper.get("/order/reasons/"))
    refused = shopper.post("/order/reasons/", {f"reason-{ref}": "changed-mind"})
    assert refused.status_code == 422
    assert "sans défaut, il ne peut plus être repris" in words(refused)
    assert shopper.post("/order/reasons/", {f"reason-{ref}": "wrong-item"})["Location"] == "/order/instead/"


def test_nothing_chosen_and_too_many_are_said(inside: Shopper) -> None:
    page = inside.choose()
    assert page.status_code == 422
    assert "Choisissez au moins un article." in words(page)
    ref = inside.refs()[0]
    for written in ("3", "0", "-1", "deux", "9" * 40, ""):
        page = inside.choose(ref, **{ref: written})
        assert page.status_code == 422, written
        assert "choisissez un nombre de 1 à 2" in words(page)
    assert inside.choose(ref, **{ref: "2"}).status_code == 302


def test_lines_of_another_order_cannot_be_slipped_in(inside: Shopper, owner: Any) -> None:
    other = catalogue.take_in(by=owner, document=cast.order("1002"))
    assert inside.choose(other.order_id.hex, "l1", "x" * 10_000).status_code == 422


def test_what_was_chosen_is_still_there_on_the_way_back(inside: Shopper) -> None:
    ref = inside.refs()[0]
    inside.choose(ref, **{ref: "2"})
    inside.post("/order/reasons/", {f"reason-{ref}": "too-small", f"comment-{ref}": "Trop juste aux épaules"})
    html = inside.get("/order/").content.decode()
    assert 'value="2"' in html and "checked" in html
    back = inside.get("/order/reasons/").content.decode()
    assert "Trop juste aux épaules" in back
    assert 'value="too-small" id="reason-' in back and "checked" in back


def test_a_reason_is_optional_and_an_unknown_one_is_none(inside: Shopper) -> None:
    ref = inside.refs()[0]
    inside.choose(ref)
    assert inside.post("/order/reasons/", {})["Location"] == "/order/instead/"
    assert inside.post("/order/reasons/", {f"reason-{ref}": "<script>"})["Location"] == "/order/instead/"


def test_too_long_a_comment_comes_back_with_its_words(inside: Shopper) -> None:
    ref = inside.refs()[0]
    inside.choose(ref)
    page = inside.post("/order/reasons/", {f"comment-{ref}": "long " * 500})
    assert page.status_code == 422
    assert "2499 caractères" in words(page).replace("\u202f", "").replace("2 499", "2499")
    assert "long long" in words(page)


def test_an_opened_seal_decides_and_is_asked_for(shopper: Shopper, portal_shop: UUID, owner: Any) -> None:
    taken_in(owner, **one_dress(traits=["sealed", "hygiene"]))
    shopper.find()
    ref = shopper.refs()[0]
    shopper.choose(ref)
    assert "La protection d’origine est-elle intacte" in words(shopper.get("/order/reasons/"))
    unsaid = shopper.post("/order/reasons/", {f"reason-{ref}": "changed-mind"})
    assert unsaid.status_code == 422
    broken = {f"reason-{ref}": "changed-mind", f"seal-{ref}": "broken"}
    page = shopper.post("/order/reasons/", broken, follow=True)
    assert "la protection d’hygiène a été retirée" in words(page)
    assert "Demander l’avis d’une personne" in words(page)
    whole = {f"reason-{ref}": "changed-mind", f"seal-{ref}": "whole"}
    assert shopper.post("/order/reasons/", whole)["Location"] == "/order/instead/"


def test_what_comes_instead_is_exact(inside: Shopper) -> None:
    ref = inside.refs()[0]
    inside.choose(ref)
    inside.post("/order/reasons/", {f"reason-{ref}": "too-small"})
    page = inside.get("/order/instead/")
    text = words(page)
    # 49,99 less half of the line's 10,00, less this unit's share of the code's 15,00.
    assert "Un remboursement de 38,56 €" in text.replace("\xa0", " ")
    assert "Un avoir de 42,42 €" in text.replace("\xa0", " ")
    assert "S’y ajoutent 2,10 € pour la livraison" in text.replace("\xa0", " ")
    assert "et au plus tard le mardi 24 novembre 2026 si vous les remettez d’ici là" in text
    html = page.content.decode()
    assert html.index('value="exchange ROBE-L"') < html.index('value="exchange ROBE-S"'), "the larger one helps"
    assert "+ 5,00 €" in text.replace("\xa0", " ")
    assert "checked" not in html, "nothing is chosen for anybody"


@pytest.mark.parametrize(
    ("reason", "named"),
    [
        ("too-small", ["L", "XL", "S", "XS"]),
        ("changed-mind", ["XS", "S", "L", "XL"]),
    ],
)
def test_the_nearest_size_that_helps_comes_first(
    inside: Shopper, portal_shop: UUID, owner: Actor, reason: str, named: list[str]
) -> None:
    offer_many(owner)
    ref = inside.refs()[0]
    inside.choose(ref)
    inside.post("/order/reasons/", {f"reason-{ref}": reason})
    html = inside.get("/order/instead/").content.decode()
    places = [html.index(f'value="exchange ROBE-{size}"') for size in named]
    assert places == sorted(places)


def test_another_colour_is_named_with_its_size(inside: Shopper, portal_shop: UUID, owner: Actor) -> None:
    offer_many(owner)
    inside.choose(inside.refs()[0])
    inside.post("/order/reasons/", {})
    assert "M, Sauge" in words(inside.get("/order/instead/"))


def offer_many(owner: Actor) -> None:
    """The dress in five sizes, and in the customer's own size in another colour; all in stock."""
    sizes = {f"ROBE-{size}": {"size": size, "colour": ""} for size in ("XS", "S", "M", "L", "XL")}
    options = {**sizes, "ROBE-M-SAUGE": {"size": "M", "colour": "Sauge"}}
    variants = [{"sku": sku, "price": 4999, "options": found} for sku, found in options.items()]
    catalogue.put_product(by=owner, document={**DRESS, "variants": variants})
    for sku in options:
        warehouse.set_on_hand(by=owner, sku=sku, location="lyon", on_hand=3)


def test_a_bonus_that_ends_sooner_is_told_beside_the_credit(inside: Shopper, owner: Any) -> None:
    for months, said in ((12, "à utiliser sous 12 mois ; le reste est valable 24 mois"), (24, "Valable 24 mois")):
        shops.change_settings(by=owner, changes={"credit_bonus_months": months})
        inside.through()
        assert said in words(inside.get("/order/instead/"))


def test_a_credit_lasts_as_long_as_the_law_of_the_order_has_it(inside: Shopper, owner: Any) -> None:
    document = cast.order()
    catalogue.take_in(by=owner, document={**document, "country": "US"})
    inside.through()
    assert "le reste n’expire jamais" in words(inside.get("/order/instead/"))


def test_choosing_nothing_instead_is_said_for_each(inside: Shopper) -> None:
    refs = inside.refs()
    inside.choose(*refs)
    inside.post("/order/reasons/", {})
    page = inside.post("/order/instead/", {f"instead-{refs[0]}": "exchange NOPE", f"instead-{refs[1]}": "gold"})
    assert page.status_code == 422
    assert "Choisissez ce que vous souhaitez pour « Robe Inès »." in words(page).replace("\xa0", " ")
    assert inside.get("/order/way/")["Location"] == "/order/instead/"


def test_ways_are_marked_honestly(inside: Shopper) -> None:
    ref = inside.refs()[0]
    inside.choose(ref)
    inside.post("/order/reasons/", {})
    inside.post("/order/instead/", {f"instead-{ref}": "refund"})
    page = inside.get("/order/way/")
    text = words(page)
    assert "Boutique" in text and "1 rue Neuve, 75011 Paris" in text
    assert text.count("Le plus simple") == 1
    assert text.count("Le moins cher") == 2, "store and drop-off are free; own post is not cheap, it is unknown"
    assert "à vos frais" in text
    assert "g de CO₂e (estimation)" in text
    unchosen = inside.post("/order/way/", {"way": "teleport"})
    assert unchosen.status_code == 422
    assert inside.post("/order/way/", {"way": "store nowhere"}).status_code == 422
    assert inside.post("/order/way/", {"way": "store paris"})["Location"] == "/order/check/"


def test_the_last_page_tells_amounts_law_and_what_the_button_does(
    inside: Shopper, django_assert_max_num_queries: Any
) -> None:
    inside.through()
    with django_assert_max_num_queries(22):
        page = inside.get("/order/check/")
    text = words(page).replace("\xa0", " ")
    assert "Renvoyer cet article, recevoir 40,66 €" in text
    assert "Sur votre carte bancaire" in text
    assert "Droit de rétractation jusqu’au jeudi 19 novembre 2026 (Code de la consommation, L221-18" in text
    assert "Point de dépôt" in text


def test_an_exchange_tells_the_difference(inside: Shopper) -> None:
    inside.through(reason="too-small", instead="exchange ROBE-L")
    text = words(inside.get("/order/check/")).replace("\xa0", " ")
    assert "Robe Inès, en L" in text
    assert "Supplément à régler" in text and "5,00 €" in text


def test_steps_without_a_choice_lead_back_to_the_order(inside: Shopper) -> None:
    for step in ("reasons", "proof", "instead", "way", "check"):
        assert inside.get(f"/order/{step}/")["Location"] == "/order/"


def test_an_exchange_sold_out_meanwhile_is_asked_again(inside: Shopper, owner: Any) -> None:
    seen = inside.through(reason="too-small", instead="exchange ROBE-L")
    warehouse.set_on_hand(by=owner, sku="ROBE-L", location="lyon", on_hand=0)
    page = inside.confirm(seen)
    assert page.status_code == 409
    assert "n’est plus disponible" in words(page)
    assert "exchange ROBE-L" not in page.content.decode()
    assert "exchange ROBE-S" in page.content.decode()
    assert inside.get("/order/check/").status_code == 409


def test_another_article_is_chosen_without_script_and_its_difference_told(inside: Shopper, owner: Any) -> None:
    said = {"title": "Foulard Lou, Bleu ciel", "options": {"size": "U", "color": "Bleu ciel"}}
    scarf = {"sku": "FOULARD", "price": 3999, "currency": "EUR", **said}
    catalogue.put_product(by=owner, document={"id": "foulard", "title": "Foulard Lou", "variants": [scarf]})
    warehouse.set_on_hand(by=owner, sku="FOULARD", location="lyon", on_hand=3)
    ref = inside.refs()[0]
    inside.choose(ref)
    inside.post("/order/reasons/", {f"reason-{ref}": "too-small"})
    assert "FOULARD" not in inside.get("/order/instead/").content.decode(), "this shop exchanges for variants only"
    shops.change_settings(by=owner, changes={"exchanges": {"other_articles": True}})
    page = inside.get("/order/instead/")
    assert 'value="exchange FOULARD"' in page.content.decode()
    assert "Choisir un autre article" in words(page)
    number = inside.returned(reason="too-small", instead="exchange FOULARD")
    assert "contre Foulard Lou, Bleu ciel, U" in words(inside.get(f"/returns/{number}/"))
