"""Then: where it stands, what to do, by when; label, code, cancel, questions; from here to the money."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.web.portal.conftest import NOW, Shopper, one_dress, taken_in, words
from volte.logistics.rules.tracking import ScanKind
from volte.project.reactions import REACTIONS
from volte.returns import operations, queries
from volte.returns.operations import asking, settling
from volte.runtime import clock, dispatch, tenancy
from volte.runtime.actor import Actor
from volte.web.portal import acting


@pytest.fixture
def inside(shopper: Shopper, portal_shop: UUID, owner: Any) -> Shopper:
    taken_in(owner, **one_dress())
    shopper.find()
    return shopper


def of_number(shop: UUID, number: str) -> Any:
    with tenancy.entered(shop):
        return queries.by_number(number=number)


def come_back(owner: Any, shop: UUID, number: str) -> None:
    """Handed over, opened, looked at, and due."""
    view = of_number(shop, number)
    operations.record_scan(by=owner, return_id=view.id, kind=ScanKind.DROPPED_OFF, at=clock.now())
    received = operations.receive(by=owner, code=number, location=None, units=())
    for unit in received.arrival.units:
        operations.inspect(by=owner, unit_id=unit.id, findings=[])
    settling.settle_due(by=Actor.system(shop), return_id=view.id)


def test_an_accepted_return_tells_what_to_do(inside: Shopper, django_assert_max_num_queries: Any) -> None:
    number = inside.returned()
    with django_assert_max_num_queries(19):
        page = inside.get(f"/returns/{number}/")
    text = words(page).replace("\xa0", " ")
    assert "à remettre" in text
    assert "montrez ce code au point de dépôt" in text
    assert re.search(r"V [0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}", text), "the code, to be read out"
    # 49,99 less 10,00 and 15,00, and the standard delivery of 4,90, as everything comes back.
    assert "Un remboursement de 29,89 €" in text
    assert "et au plus tard le mardi 24 novembre 2026 si vous les remettez d’ici là" in text
    assert "Vous remettez vos articles" in text
    assert 'role="img"' in page.content.decode()
    inside.language = "en"
    assert "Drop your parcel off by Tuesday 1 December 2026" in words(inside.get(f"/returns/{number}/"))


def test_the_days_to_remember_are_said_plainly(inside: Shopper, owner: Any, portal_shop: UUID) -> None:
    number = inside.returned()
    asked = words(inside.get(f"/returns/{number}/"))
    assert "Renvoyez vos articles jusqu’au mardi 1er décembre 2026" in asked
    assert "Le jour s’affichera ici dès que vos articles seront remis" in asked
    view = of_number(portal_shop, number)
    operations.record_scan(by=owner, return_id=view.id, kind=ScanKind.DROPPED_OFF, at=clock.now())
    inside.language = "en"
    sent = words(inside.get(f"/returns/{number}/"))
    assert "Your refund, at the latest Tuesday 24 November 2026" in sent
    assert "Code de la consommation, L221-24" in sent
    assert "Send your items back by" not in sent
    assert "Legal guarantee: faults are our concern until" in sent
    with clock.at(NOW + timedelta(days=20)):
        inside.find()
        assert "We are late, and we are sorry." in words(inside.get(f"/returns/{number}/"))


def test_a_shop_is_named_with_its_address(inside: Shopper) -> None:
    number = inside.returned(way="store paris")
    text = words(inside.get(f"/returns/{number}/"))
    assert "Apportez-nous l’article au plus tard le" in text
    assert "1 rue Neuve" in text
    assert "Comment emballer" not in text


def test_the_label_is_a_pdf_for_its_owner_only(inside: Shopper, owner: Any) -> None:
    number = inside.returned(way="mail")
    label = inside.get(f"/returns/{number}/label.pdf")
    assert label["Content-Type"] == "application/pdf"
    assert label.content.startswith(b"%PDF")
    assert f'filename="{number}.pdf"' in label["Content-Disposition"]
    taken_in(owner, "1002")
    neighbour = Shopper(Client())
    neighbour.find("1002")
    for address in ("", "label.pdf", "cancellation/"):
        assert neighbour.get(f"/returns/{number}/{address}").status_code == 404
    assert neighbour.post(f"/returns/{number}/cancellation/").status_code == 404
    assert neighbour.post(f"/returns/{number}/questions/", {"text": "?"}).status_code == 404
    assert neighbour.post(f"/returns/{number}/evidence/", {"item": "itm_" + "0" * 26}).status_code == 404


def test_cancelling_says_what_it_means_first(inside: Shopper, portal_shop: UUID) -> None:
    number = inside.returned()
    asked = words(inside.get(f"/returns/{number}/cancellation/"))
    assert "l’étiquette ou le code ne servira plus" in asked
    assert of_number(portal_shop, number).status.value == "approved"
    inside.post(f"/returns/{number}/cancellation/")
    page = words(inside.get(f"/returns/{number}/"))
    assert "Ce retour est annulé" in page
    assert "Annuler ce retour" not in page
    assert inside.refs(), "the dress may come back again"
    assert inside.get(f"/returns/{number}/cancellation/").status_code == 302
    assert inside.post(f"/returns/{number}/cancellation/").status_code == 409


def test_a_question_reaches_the_shop_and_the_answer_comes_back(inside: Shopper, portal_shop: UUID, owner: Any) -> None:
    number = inside.returned()
    asked = inside.post(f"/returns/{number}/questions/", {"text": "Puis-je l'apporter <b>demain</b> ?"})
    assert asked["Location"] == f"/returns/{number}/#conversation"
    view = of_number(portal_shop, number)
    assert view.waits_for == "shop"
    operations.answer(by=owner, return_id=view.id, text="Bien sûr, à demain.")
    asking.note(by=owner, return_id=view.id, text="Cliente agacée")
    page = inside.get(f"/returns/{number}/")
    assert "Bien sûr, à demain." in words(page)
    assert "Odile" in words(page)
    assert "Cliente agacée" not in words(page)
    assert "&lt;b&gt;demain" in page.content.decode()


def test_an_empty_or_endless_question_stays_in_the_box(inside: Shopper) -> None:
    number = inside.returned()
    empty = inside.post(f"/returns/{number}/questions/", {"text": "  "})
    assert empty.status_code == 422
    assert "Le message est vide" in words(empty)
    endless = inside.post(f"/returns/{number}/questions/", {"text": "très " * 1200})
    assert endless.status_code == 422
    assert "très très" in words(endless)


def test_a_flood_of_questions_is_stopped(inside: Shopper) -> None:
    number = inside.returned()
    for _ in range(acting.WRITES):
        assert inside.post(f"/returns/{number}/questions/", {"text": "Alors ?"}).status_code == 302
    assert inside.post(f"/returns/{number}/questions/", {"text": "Alors ?"}).status_code == 429
    with clock.at(NOW + acting.WITHIN + timedelta(seconds=1)):
        assert inside.post(f"/returns/{number}/questions/", {"text": "Alors ?"}).status_code == 302


def test_the_page_follows_to_the_money(inside: Shopper, portal_shop: UUID, owner: Any) -> None:
    number = inside.returned()
    view = of_number(portal_shop, number)
    operations.record_scan(by=owner, return_id=view.id, kind=ScanKind.DROPPED_OFF, at=clock.now())
    travelling = words(inside.get(f"/returns/{number}/"))
    assert "Votre colis est en route" in travelling
    assert "Au plus tard le mardi 24 novembre 2026." in travelling
    received = operations.receive(by=owner, code=number, location=None, units=())
    assert "Votre colis est arrivé" in words(inside.get(f"/returns/{number}/"))
    operations.inspect(by=owner, unit_id=received.arrival.units[0].id, findings=[])
    settling.settle_due(by=Actor.system(portal_shop), return_id=view.id)
    text = words(inside.get(f"/returns/{number}/")).replace("\xa0", " ")
    assert "Votre remboursement est en route" in text
    assert "Sur votre carte bancaire" in text
    assert "en route vers votre banque" in text
    assert "Annuler ce retour" not in text


def test_a_credit_shows_its_code_and_bonus(inside: Shopper, portal_shop: UUID, owner: Any) -> None:
    number = inside.returned(instead="credit")
    come_back(owner, portal_shop, number)
    text = words(inside.get(f"/returns/{number}/"))
    assert re.search(r"CR-\w{4}-\w{4}-\w{4}", text)
    assert "Bonus offert" in text
    assert "valable jusqu’au" in text


def test_a_refusal_by_a_person_carries_their_words(inside: Shopper, portal_shop: UUID, owner: Any) -> None:
    number = inside.returned()
    view = of_number(portal_shop, number)
    operations.refuse(by=owner, return_id=view.id, reason="La photo montre un autre article.")
    text = words(inside.get(f"/returns/{number}/"))
    assert "Ce retour n’est pas possible" in text
    assert "La photo montre un autre article." in text
    assert inside.get(f"/returns/{number}/label.pdf").status_code == 409


def refused(inside: Shopper, shop: UUID, owner: Any) -> str:
    number = inside.returned()
    operations.refuse(by=owner, return_id=of_number(shop, number).id, reason="Porté, dit la photo.")
    return number


def test_a_refusal_is_looked_at_again_by_a_person_once(inside: Shopper, portal_shop: UUID, owner: Any) -> None:
    number = refused(inside, portal_shop, owner)
    assert "Demander à une personne" in words(inside.get(f"/returns/{number}/"))
    answer = inside.post(f"/returns/{number}/appeal/", {"why": "C’est la lumière : l’étiquette est encore là."})
    assert answer.status_code == 302
    text = words(inside.get(f"/returns/{number}/"))
    assert "au plus tard le dimanche 15 novembre 2026" in text and "Demander à une personne" not in text
    assert "C’est la lumière" in text
    view = of_number(portal_shop, number)
    assert (view.waits_for, view.appeal, view.status.value) == ("shop", "open", "refused")
    assert view.deadline_at is not None and view.deadline_at.date().isoformat() == "2026-11-15"
    assert inside.post(f"/returns/{number}/appeal/", {"why": "Encore."}).status_code == 409
    # Upheld, with a reason to read; and then nobody is waited for.
    operations.refuse(by=owner, return_id=view.id, reason="L’étiquette est recousue.")
    view = of_number(portal_shop, number)
    assert (view.waits_for, view.appeal, view.deadline_at) == ("", "answered", None)
    assert "L’étiquette est recousue." in words(inside.get(f"/returns/{number}/"))
    assert inside.post(f"/returns/{number}/appeal/", {"why": "Et maintenant ?"}).status_code == 409


def test_an_appeal_that_succeeds_claims_the_units_again(inside: Shopper, portal_shop: UUID, owner: Any) -> None:
    number = refused(inside, portal_shop, owner)
    inside.post(f"/returns/{number}/appeal/", {"why": "Regardez encore."})
    operations.approve(by=owner, return_id=of_number(portal_shop, number).id)
    view = of_number(portal_shop, number)
    assert (view.status.value, view.appeal, view.waits_for) == ("approved", "answered", "")


def test_an_appeal_says_something_and_only_a_refusal_has_one(inside: Shopper, portal_shop: UUID, owner: Any) -> None:
    accepted = inside.returned()
    assert "Demander à une personne" not in words(inside.get(f"/returns/{accepted}/"))
    assert inside.post(f"/returns/{accepted}/appeal/", {"why": "Pour rien."}).status_code == 409
    operations.refuse(by=owner, return_id=of_number(portal_shop, accepted).id, reason="Trop tard.")
    empty = inside.post(f"/returns/{accepted}/appeal/", {"why": "  "})
    assert empty.status_code == 422 and of_number(portal_shop, accepted).appeal == ""


@pytest.mark.parametrize("number", ["R0000-0000", "x", "é" * 300, "R2345'--", "..%2f..%2fetc"])
def test_unknown_numbers_are_unknown(inside: Shopper, number: str) -> None:
    assert inside.get(f"/returns/{number}/").status_code == 404


def test_without_an_order_every_page_asks_to_find_it(shopper: Shopper) -> None:
    for address in ("/order/", "/order/check/", "/returns/R2345-6789/", "/returns/R2345-6789/label.pdf"):
        assert shopper.get(address)["Location"] == "/?first=order"


def test_writing_pages_answer_posts_only(inside: Shopper) -> None:
    number = inside.returned()
    for address in (f"/returns/{number}/questions/", f"/returns/{number}/evidence/", "/leave/"):
        assert inside.get(address).status_code == 405


def test_forms_need_our_own_page(portal_shop: UUID, owner: Any) -> None:
    taken_in(owner)
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/", {"number": "1001", "proof": "75011"})
    assert answer.status_code == 403
    assert "volte_order_maison" not in answer.cookies


def test_an_exchange_names_what_comes(inside: Shopper, portal_shop: UUID, owner: Any) -> None:
    number = inside.returned(reason="too-large", instead="exchange ROBE-S")
    assert "échange, en S" in words(inside.get(f"/returns/{number}/"))
    come_back(owner, portal_shop, number)
    text = words(inside.get(f"/returns/{number}/"))
    assert "C’est réglé" in text
    assert "Robe Inès, en S" in text


def test_a_box_without_the_dress_is_not_asked_for_again(shopper: Shopper, owner: Any, order_id: UUID) -> None:
    shopper.find()
    number = shopper.returned()
    operations.receive_empty(by=owner, code=number, location=None)
    read = words(shopper.get(f"/returns/{number}/"))
    assert "Il manque quelque chose dans votre colis" in read
    assert "ceci n’y était pas : Robe Inès" in read
    assert "Déposez votre colis" not in read
    assert "Vous remettez vos articles" not in read


def test_one_question_at_the_end(inside: Shopper, portal_shop: UUID, owner: Any) -> None:
    number = inside.returned()
    assert "Une dernière question" not in words(inside.get(f"/returns/{number}/"))
    come_back(owner, portal_shop, number)
    page = inside.get(f"/returns/{number}/")
    assert "Comment s’est passé ce retour" in words(page)
    assert page.content.decode().count('type="radio" name="score"') == 5
    assert " checked" not in page.content.decode(), "nothing is chosen for them"

    empty = inside.post(f"/returns/{number}/feedback/", {"comment": "Bien emballé"})
    assert empty.status_code == 422
    assert "Choisissez l’une des cinq réponses" in words(empty)
    assert "Bien emballé" in words(empty), "what was typed is not lost"
    answer = inside.post(f"/returns/{number}/feedback/", {"score": "2", "comment": "Trop long"})
    assert answer["Location"] == f"/returns/{number}/#feedback"
    said = words(inside.get(f"/returns/{number}/"))
    assert "Une personne de la boutique va lire votre réponse" in said
    assert "Changer ma réponse" in said
    assert of_number(portal_shop, number).unhappy
    with clock.at(NOW + timedelta(days=20)):
        inside.find()
        assert "Changer ma réponse" not in words(inside.get(f"/returns/{number}/"))


def test_a_link_from_a_mail_leads_to_the_question_or_the_note(inside: Shopper, portal_shop: UUID, owner: Any) -> None:
    from volte.returns import links

    number = inside.returned()
    token = links.token(shop_id=portal_shop, order_id=of_number(portal_shop, number).order_id)
    assert inside.get(f"/l/{token}?feedback={number}")["Location"] == f"/returns/{number}/#feedback"
    assert inside.get(f"/l/{token}?note={number}")["Location"] == f"/returns/{number}/#back"


def test_another_way_may_be_chosen_until_it_is_handed_over(inside: Shopper, owner: Any, portal_shop: UUID) -> None:
    number = inside.returned()
    page = inside.get(f"/returns/{number}/")
    assert f"/returns/{number}/way/" in page.content.decode()
    assert "Renvoyer autrement" in words(page)
    ways = inside.get(f"/returns/{number}/way/")
    assert re.search(r'value="drop_off"[^>]* checked', ways.content.decode())
    assert "Vous recevrez un nouveau code" in words(ways)
    inside.language = "en"
    assert "Send it back this way" in words(inside.get(f"/returns/{number}/way/"))
    unanswered = inside.post(f"/returns/{number}/way/", {"way": "balloon"})
    assert unanswered.status_code == 422
    assert inside.post(f"/returns/{number}/way/", {"way": "store paris"}).status_code == 302
    assert (of_number(portal_shop, number).method, of_number(portal_shop, number).store) == ("store", "paris")
    operations.record_scan(
        by=owner, return_id=of_number(portal_shop, number).id, kind=ScanKind.DROPPED_OFF, at=clock.now()
    )
    assert f"/returns/{number}/way/" not in inside.get(f"/returns/{number}/").content.decode()
    assert inside.get(f"/returns/{number}/way/").status_code == 302


def test_who_withdrew_is_asked_how_it_travels(inside: Shopper, portal_shop: UUID) -> None:
    declared = {"name": "Camille Martin", "contract": "1001", "email": "camille@example.com", "do": "confirm"}
    inside.post("/s/maison/withdrawal", declared)
    while dispatch.dispatch(REACTIONS):
        continue
    with tenancy.entered(portal_shop):
        (view,) = queries.page()
    assert "Choisissez comment renvoyer vos articles" in words(inside.get(f"/returns/{view.number}/"))
    inside.post(f"/returns/{view.number}/way/", {"way": view.method.value})
    asked_no_more = words(inside.get(f"/returns/{view.number}/"))
    assert "Choisissez comment renvoyer vos articles" not in asked_no_more
    assert "Renvoyer autrement" in asked_no_more
