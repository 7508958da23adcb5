"""The people of a shop set it up themselves, and only those who may."""

import io
import re
from collections.abc import Callable
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from volte.runtime import shop_settings
from volte.runtime.permissions import Permission, Role
from volte.runtime.shop_settings import ShopSettings

BASE = "/staff/settings"
PAGES = ("brand/", "reasons/", "reasons/new/", "reasons/too-small/", "locations/", "locations/new/", "locations/lyon/",
         "packing/", "deadlines/", "entity/", "members/", "keys/")  # fmt: skip
REASON = {"name_fr": "Couleur décevante", "name_en": "Colour disappoints", "fault": "customer", "categories": "Robes, "}
PLACE = {"name": "Dépôt de Lille", "kind": "warehouse", "line1": "1 quai", "postcode": "59000", "city": "Lille"}
BRAND = {"name": "Maison Lune", "accent": "#F2C14E", "support_email": "a@example.com", "website": ""}


@pytest.fixture
def now(shop: UUID) -> Callable[[], ShopSettings]:
    return lambda: shop_settings.of_shop(shop)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands(boss: Client, page: str) -> None:
    answer = boss.get(f"{BASE}/{page}")
    assert answer.status_code == 200
    assert "<h1" in answer.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_strangers_stay_outside(client: Client, shop: UUID, page: str) -> None:
    assert client.get(f"{BASE}/{page}")["Location"].startswith("/staff/login/")


def test_an_agent_reads_and_changes_nothing(
    browser_of: Callable[[Role], Client], now: Callable[[], ShopSettings]
) -> None:
    agent = browser_of(Role.AGENT)
    before = now()
    assert agent.get(f"{BASE}/reasons/").status_code == 200
    assert "Add a reason" not in agent.get(f"{BASE}/reasons/").content.decode()
    wishes: dict[str, dict[str, object]] = {
        "brand/": BRAND,
        "reasons/new/": REASON,
        "reasons/too-small/retirement/": {},
        "packing/": {"packing_fr": "x"},
        "locations/new/": {**PLACE, "country": "FR"},
        "keys/": {"name": "x", "permissions": ["returns:read"]},
    }
    for page, form in wishes.items():
        assert agent.post(f"{BASE}/{page}", form).status_code == 403, page
    assert agent.post(f"{BASE}/members/", {"name": "X", "email": "x@example.com", "role": "owner"}).status_code == 403
    assert now() == before


def test_a_picker_does_not_see_settings(browser_of: Callable[[Role], Client]) -> None:
    assert browser_of(Role.PICKER).get(f"{BASE}/brand/").status_code == 403


def test_a_new_reason(boss: Client, now: Callable[[], ShopSettings]) -> None:
    assert boss.post(f"{BASE}/reasons/new/", REASON).status_code == 302
    reason = now().reason("couleur-decevante")
    assert reason and reason.names["en"] == "Colour disappoints" and reason.categories == ("Robes",)
    boss.post(f"{BASE}/reasons/new/", REASON)
    assert now().reason("couleur-decevante-2")


def test_a_reason_needs_its_names(boss: Client, now: Callable[[], ShopSettings]) -> None:
    answer = boss.post(f"{BASE}/reasons/new/", {**REASON, "name_en": ""})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert '<a href="#id_name_en">Write the reason in English.</a>' in html and 'id="id_name_en"' in html
    assert 'value="Couleur décevante"' in html


def test_a_reason_keeps_its_handle_when_renamed_and_retired(boss: Client, now: Callable[[], ShopSettings]) -> None:
    boss.post(f"{BASE}/reasons/too-small/", REASON)
    boss.post(f"{BASE}/reasons/too-small/retirement/")
    reason = now().reason("too-small")
    assert reason and reason.retired and reason.names["fr"] == "Couleur décevante"
    boss.post(f"{BASE}/reasons/too-small/retirement/")
    assert not (now().reason("too-small") or reason).retired


def test_reasons_move_up(boss: Client, now: Callable[[], ShopSettings]) -> None:
    boss.post(f"{BASE}/reasons/damaged/place/")
    assert [reason.handle for reason in now().reasons][:3] == ["too-small", "damaged", "changed-mind"]
    assert boss.post(f"{BASE}/reasons/nothing/place/").status_code == 404


def test_places(boss: Client, now: Callable[[], ShopSettings]) -> None:
    made = {**PLACE, "country": "fr", "hours_fr": "9 h à 18 h", "hours_en": ""}
    assert boss.post(f"{BASE}/locations/new/", made).status_code == 302
    place = now().location("depot-de-lille")
    assert place and place.country == "FR" and place.hours == {"fr": "9 h à 18 h"}
    boss.post(f"{BASE}/locations/depot-de-lille/priority/")
    assert now().receiving_location() == place
    boss.post(f"{BASE}/locations/depot-de-lille/", {**made, "city": "Roubaix"})
    assert (now().location("depot-de-lille") or place).city == "Roubaix"
    assert boss.post(f"{BASE}/locations/new/", {**made, "country": "France"}).status_code == 422


def test_packing(boss: Client, now: Callable[[], ShopSettings]) -> None:
    boss.post(f"{BASE}/packing/", {"packing_fr": "Dans son carton.", "packing_en": ""})
    assert now().packing == {"fr": "Dans son carton."}


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1000, 300), "#884422").save(
        out, format=kind, exif=b"Exif\0\0secret place" if kind == "JPEG" else b""
    )
    return out.getvalue()


def send_logo(boss: Client, content: bytes, name: str = "logo.png") -> tuple[int, str]:
    answer = boss.post(f"{BASE}/brand/", {**BRAND, "logo": SimpleUploadedFile(name, content)})
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_logo_is_drawn_anew(boss: Client, now: Callable[[], ShopSettings], kind: str) -> None:
    assert send_logo(boss, picture(kind))[0] == 302
    brand = now().brand
    assert brand.accent == "#f2c14e"
    shown = boss.get(f"/logo/maison/{brand.logo}")
    assert shown["Content-Type"] == "image/png" and "sandbox" in shown["Content-Security-Policy"]
    assert b"secret place" not in shown.content
    assert Image.open(io.BytesIO(shown.content)).size == (720, 216)
    assert f"/logo/maison/{brand.logo}" in boss.get("/nothing/").content.decode()
    boss.post(f"{BASE}/brand/", {**BRAND, "without_logo": "on"})
    assert now().brand.logo is None
    assert boss.get(f"/logo/maison/{brand.logo}").status_code == 404


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" '
    'onload="x()">{}</svg>'
)


def test_an_svg_keeps_only_what_draws(boss: Client, now: Callable[[], ShopSettings]) -> None:
    inside = (
        '<script>x()</script><style>*{background:url(//e)}</style><foreignObject><p/></foreignObject><a href="//e"/>'
        '<image href="https://e/"/><g onclick="x()"><path d="M0 0h9" fill="#123456" style="fill:url(//e)"/></g>'
        '<use xlink:href="https://e/#a"/><rect fill="url(https://e)" width="3"/><animate attributeName="href"/>'
    )
    assert send_logo(boss, SVG.format(inside).encode(), "logo.svg")[0] == 302
    kept = boss.get(f"/logo/maison/{now().brand.logo}").content.decode()
    assert 'd="M0 0h9"' in kept and 'fill="#123456"' in kept and 'width="3"' in kept
    assert not re.search(
        r"script|style|foreign|onclick|onload|https://e|//e|animate|<image|<a ", kept.replace("xmlns", "")
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"not a picture", "not a picture we can read"),
        (b"<html><body>x</body></html>", "not a picture we can read"),
        (b"<svg", "not a picture we can read"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "calls for other files"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "not a picture we can read"),
        (b"\x89PNG" * 600_000, "too large for a logo"),
    ],
)
def test_what_is_no_logo_is_refused_with_a_sentence(
    boss: Client, now: Callable[[], ShopSettings], content: bytes, sentence: str
) -> None:
    status, html = send_logo(boss, content)
    assert status == 422 and sentence in html
    assert now().brand.logo is None and now().brand.name == "Maison Test"


def test_only_the_present_logo_is_shown(client: Client, shop: UUID) -> None:
    assert client.get(f"/logo/maison/{'0' * 64}").status_code == 404


def test_the_colour_is_previewed(boss: Client) -> None:
    html = boss.get(f"{BASE}/brand/preview/?accent=%23f2c14e").content.decode()
    assert html.count("<svg") == 2 and "#f2c14e" in html and "contrast" in html
    assert "<html" not in html


def test_inviting_somebody_new(boss: Client, client: Client) -> None:
    answer = boss.post(f"{BASE}/members/", {"name": "Paul", "email": "paul@example.com", "role": "picker"})
    link = re.search(r'data-copy="http://testserver([^"]+)"', answer.content.decode())
    assert link and "Paul" in answer.content.decode()
    assert "data-copy" not in boss.get(f"{BASE}/members/").content.decode()
    first = client.get(link[1], follow=True)
    new = {"password1": "une phrase de Paul", "password2": "une phrase de Paul"}
    assert client.post(first.request["PATH_INFO"], new).status_code == 302
    assert "ne s’ouvre plus" in Client().get(link[1]).content.decode()
    assert (
        client.post("/staff/login/", {"login": "paul@example.com", "password": "une phrase de Paul"}).status_code == 302
    )


def test_inviting_somebody_twice_says_so(boss: Client) -> None:
    answer = boss.post(f"{BASE}/members/", {"name": "O", "email": "OWNER@example.com", "role": "agent"})
    assert answer.status_code == 422 and "already a member" in answer.content.decode()


def test_roles_change_and_the_last_owner_stays(boss: Client, browser_of: Callable[[Role], Client]) -> None:
    agent = browser_of(Role.AGENT)
    html = boss.get(f"{BASE}/members/").content.decode()
    ids = dict(re.findall(r"members/(mem_\w+)/role/[\s\S]+?Role of (\w+)", html))
    by_name = {name: member for member, name in ids.items()}
    assert boss.post(f"{BASE}/members/{by_name['Agent']}/role/", {"role": "manager"}).status_code == 302
    assert agent.get(f"{BASE}/brand/").content.decode().count("Save") == 1
    assert boss.post(f"{BASE}/members/{by_name['Owner']}/role/", {"role": "agent"}).status_code == 409
    assert boss.post(f"{BASE}/members/{by_name['Agent']}/role/", {"role": "king"}).status_code == 422
    assert boss.post(f"{BASE}/members/{by_name['Agent']}/departure/").status_code == 302
    assert agent.get("/staff/account/").status_code == 403
    assert boss.post(f"{BASE}/members/nonsense/departure/").status_code == 404


def test_a_key_is_shown_once(boss: Client) -> None:
    from volte.runtime import people

    answer = boss.post(f"{BASE}/keys/", {"name": "Till", "permissions": ["returns:read", "orders:write"]})
    secret = re.search(r'data-copy="(vlt_[^"]+)"', answer.content.decode())
    assert secret and "no-store" in answer["Cache-Control"]
    assert people.actor_of_key(secret[1]).permissions == {Permission.RETURNS_READ, Permission.ORDERS_WRITE}
    again = boss.get(f"{BASE}/keys/").content.decode()
    assert secret[1] not in again and "Till" in again
    key = re.search(r"keys/(key_\w+)/revocation/", again)
    assert key and boss.post(f"{BASE}/keys/{key[1]}/revocation/").status_code == 302
    assert "Till" not in boss.get(f"{BASE}/keys/").content.decode()
    assert boss.post(f"{BASE}/keys/{key[1]}/revocation/").status_code == 404


def test_a_key_needs_a_name_and_a_permission(boss: Client) -> None:
    answer = boss.post(f"{BASE}/keys/", {"name": "", "permissions": []})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Say which program will use the key." in html and "Choose at least one permission." in html


def test_by_when_people_are_answered_is_a_setting(boss: Client, now: Callable[[], ShopSettings]) -> None:
    page = f"{BASE}/deadlines/"
    assert 'value="2"' in boss.get(page).content.decode()
    assert boss.post(page, {"answer_days": "0", "near_hours": "24", "morning_hour": "7"}).status_code == 422
    assert boss.post(page, {"answer_days": "3", "near_hours": "48", "morning_hour": "8"}).status_code == 302
    assert (now().deadlines.answer_days, now().deadlines.near_hours, now().deadlines.morning_hour) == (3, 48, 8)
