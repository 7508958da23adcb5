"""Photos: asked only where they decide, checked, without hidden data, shown to nobody else."""

import io
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tests.web.portal.conftest import Shopper, one_dress, taken_in, words
from volte.returns import queries
from volte.returns.rules.lifecycle import Verdict
from volte.runtime import tenancy
from volte.web import middleware

MEGABYTE = 1024 * 1024


def photo(name: str = "trou.jpg", *, size: tuple[int, int] = (640, 480), place: str = "") -> SimpleUploadedFile:
    out = io.BytesIO()
    picture = Image.new("RGB", size, "#a8402d")
    exif = picture.getexif()
    exif[0x010E] = place
    picture.save(out, "JPEG", exif=exif)
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


@pytest.fixture
def asked(shopper: Shopper, portal_shop: UUID, owner: Any) -> tuple[Shopper, str, UUID]:
    """Somebody whose dress arrived damaged: the rules ask for a photo."""
    order_id = taken_in(owner, **one_dress())
    shopper.find()
    ref = shopper.refs()[0]
    shopper.choose(ref)
    answer = shopper.post("/order/reasons/", {f"reason-{ref}": "damaged"})
    assert answer["Location"] == "/order/proof/"
    return shopper, ref, order_id


def go_on(shopper: Shopper, ref: str) -> str:
    shopper.post("/order/instead/", {f"instead-{ref}": "refund"})
    shopper.post("/order/way/", {"way": "drop_off"})
    answer = shopper.confirm(shopper.seen())
    return str(answer["Location"])


def test_it_is_said_what_a_photo_is_for(asked: tuple[Shopper, str, UUID]) -> None:
    shopper, _, _ = asked
    assert "elle nous permet de voir ce qui ne va pas" in words(shopper.get("/order/proof/"))


def test_a_photo_decides_at_once(asked: tuple[Shopper, str, UUID], portal_shop: UUID) -> None:
    shopper, ref, order_id = asked
    answer = shopper.post("/order/proof/", {f"photos-{ref}": photo(place="chez Camille")})
    assert answer["Location"] == "/order/instead/"
    page = words(shopper.get(go_on(shopper, ref)))
    assert "Votre retour est accepté" in page
    with tenancy.entered(portal_shop):
        [view] = queries.of_order(order_id=order_id)
    [digest] = view.items[0].photos
    shown = shopper.get(f"/photos/{digest}")
    assert shown["Content-Type"] == "image/jpeg"
    assert "private" in shown["Cache-Control"]
    assert b"chez Camille" not in shown.content
    assert not Image.open(io.BytesIO(shown.content)).getexif()


def test_nobody_else_sees_a_photo(asked: tuple[Shopper, str, UUID], owner: Any) -> None:
    shopper, ref, _ = asked
    shopper.post("/order/proof/", {f"photos-{ref}": photo()})
    html = shopper.get("/order/proof/").content.decode()
    address = html.split('<img src="/photos/')[1].split('"')[0]
    assert shopper.get(f"/photos/{address}").status_code == 200, "one's own draft"
    taken_in(owner, "1002", customer=None)
    neighbour = Shopper(Client())
    assert neighbour.get(f"/photos/{address}").status_code == 302
    neighbour.find("1002", "75011")
    assert neighbour.get(f"/photos/{address}").status_code == 404
    assert neighbour.get("/photos/" + "0" * 64).status_code == 404


def test_what_is_no_photo_is_refused_and_the_rest_kept(asked: tuple[Shopper, str, UUID]) -> None:
    shopper, ref, _ = asked
    script = SimpleUploadedFile("a.jpg", b"<script>alert(1)</script>", content_type="image/jpeg")
    drawing = SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", content_type="image/svg+xml")
    page = shopper.post("/order/proof/", {f"photos-{ref}": [photo(), script, drawing]})
    assert page.status_code == 422
    assert "n’est pas une image que nous savons ouvrir" in words(page)
    assert page.content.decode().count('<img src="/photos/') == 1
    assert shopper.post("/order/proof/", {})["Location"] == "/order/instead/", "the good one is enough"


@pytest.mark.parametrize("side", [7_000, 20_000])
def test_a_picture_that_unpacks_to_a_giant_is_refused(asked: tuple[Shopper, str, UUID], side: int) -> None:
    shopper, ref, _ = asked
    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    bomb = SimpleUploadedFile("a.png", out.getvalue(), content_type="image/png")
    assert shopper.post("/order/proof/", {f"photos-{ref}": bomb}).status_code == 422


def test_eleven_megabytes_are_refused_kindly_and_forty_at_the_door(asked: tuple[Shopper, str, UUID]) -> None:
    shopper, ref, _ = asked
    heavy = SimpleUploadedFile("a.jpg", b"\xff\xd8" + b"0" * (11 * MEGABYTE), content_type="image/jpeg")
    page = shopper.post("/order/proof/", {f"photos-{ref}": heavy})
    assert page.status_code == 422
    assert "dépasse 10 Mo" in words(page).replace("\xa0", " ")
    huge = SimpleUploadedFile("a.jpg", b"0" * (40 * MEGABYTE), content_type="image/jpeg")
    page = shopper.post("/order/proof/", {f"photos-{ref}": huge})
    assert page.status_code == 413
    assert "Mo au plus" in words(page).replace("\xa0", " ") or "pèse au plus" in words(page)


def test_a_photo_can_be_taken_out_again_and_five_are_the_most(asked: tuple[Shopper, str, UUID]) -> None:
    shopper, ref, _ = asked
    many = [photo(size=(100 + n, 80)) for n in range(6)]
    page = shopper.post("/order/proof/", {f"photos-{ref}": many})
    assert page.status_code == 422
    assert "5 photos au plus" in words(page)
    html = shopper.get("/order/proof/").content.decode()
    assert html.count('<img src="/photos/') == 5
    digest = html.split('<img src="/photos/')[1].split('"')[0]
    page = shopper.post("/order/proof/", {f"remove-{ref}-{digest}": "1"}, follow=True)
    assert page.content.decode().count('<img src="/photos/') == 4
    last = page.content.decode().split('<img src="/photos/')[1].split('"')[0]
    page = shopper.post("/order/proof/", {f"remove-{ref}-{last}": "1", f"photos-{ref}": many}, follow=True)
    assert last not in page.content.decode(), "sent along once more by a browser that went back"


def test_later_is_possible_and_the_request_waits(asked: tuple[Shopper, str, UUID], portal_shop: UUID) -> None:
    shopper, ref, order_id = asked
    unsaid = shopper.post("/order/proof/", {})
    assert unsaid.status_code == 422
    assert "ou choisissez de l’envoyer plus tard" in words(unsaid)
    assert shopper.post("/order/proof/", {"later": "1"})["Location"] == "/order/instead/"
    address = go_on(shopper, ref)
    page = shopper.get(address)
    assert "Montrez-nous ce qui ne va pas" in words(page)
    item = page.content.decode().split('name="item" value="')[1].split('"')[0]
    empty = shopper.post(f"{address}evidence/", {"item": item})
    assert empty.status_code == 422
    assert "Ajoutez une photo ou quelques mots" in words(empty)
    bad = shopper.post(f"{address}evidence/", {"item": item, "photos": SimpleUploadedFile("a.jpg", b"no")})
    assert bad.status_code == 422
    assert shopper.post(f"{address}evidence/", {"item": item, "photos": photo()}).status_code == 302
    with tenancy.entered(portal_shop):
        [view] = queries.of_order(order_id=order_id)
    assert view.items[0].verdict is Verdict.NEEDS_REVIEW
    assert "Nous lisons votre demande" in words(shopper.get(address))
    again = shopper.post(f"{address}evidence/", {"item": item, "photos": photo()})
    assert again.status_code == 302, "sent twice: the page says where it stands"
    assert shopper.post(f"{address}evidence/", {"item": "itm_nonsense"}).status_code == 404


def test_too_much_at_once_is_said_in_the_shops_colours_with_a_way_back(portal_shop: UUID) -> None:
    answer = Client(headers={"Accept-Language": "fr"}).generic(
        "POST", "/s/maison/order/proof/", b"x", content_type="image/png", CONTENT_LENGTH=str(middleware.MAX_BODY + 1)
    )
    html = answer.content.decode()
    assert answer.status_code == 413
    assert "Maison Test" in html and "C’est trop lourd pour nous" in html
    assert 'href="/s/maison/order/proof/"' in html and "data-back" in html
    assert 'href="/s/maison/policy"' in html
