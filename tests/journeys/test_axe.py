"""Nothing serious for axe on any page somebody may meet: light and dark, on a phone and at a desk."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests import cast as orders
from tests.journeys import cast

if TYPE_CHECKING:
    from playwright.sync_api import Page, StorageState

    from tests.journeys.conftest import Window

pytestmark = [pytest.mark.serial, pytest.mark.browser]

SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}
SERIOUS = ("serious", "critical")
DESK = (
    "finance/",
    "", "?queue=all", "?queue=deadlines", "returns/new/", "outbox/", "parcels/", "account/", "account/password/",
    "settings/brand/", "settings/reasons/", "settings/reasons/new/", "settings/locations/", "settings/locations/new/",
    "settings/packing/", "settings/members/", "settings/keys/", "settings/costs/", "settings/webhooks/",
    "settings/webhooks/new/", "withdrawals/", "insights/", "insights/products/", "insights/reasons/", "insights/costs/",
    "privacy/", "privacy/retention/", "audit/", "feedback/", "policy/", "policy/versions/1/", "policy/draft/",
    "policy/draft/form/", "policy/draft/rules/new/", "policy/draft/rules/1/", "policy/draft/try/",
    "policy/draft/backtest/", "policy/draft/publication/", "deadlines/", "settings/deadlines/", "settings/entity/",
    "finance/credit-notes/", "finance/books/", "finance/credits/", "finance/transfers/",
    "settings/money/", "settings/exchanges/",
)  # fmt: skip
FLOOR = ("", "shift/", "pile/", "badges/")


class Eye:
    """Looks at each page in both lights; remembers what is wrong and where."""

    def __init__(self, page: Page) -> None:
        from axe_playwright_python.sync_playwright import Axe

        self.page, self.axe = page, Axe()
        self.faults: list[str] = []

    def look(self) -> None:
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            self.faults.append(f"{self.page.url} is {wide} px wider than its window")
        self.page.emulate_media(color_scheme="light", reduced_motion="reduce")
        self._remember(self.axe.run(self.page).response, "light")
        # The other light changes colours and nothing else.
        self.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        self._remember(self.page.evaluate("axe.run({runOnly: ['color-contrast']})"), "dark")

    def _remember(self, seen: dict[str, Any], light: str) -> None:
        for found in seen["violations"]:
            if found["impact"] in SERIOUS:
                where = [node["target"] for node in found["nodes"]][:3]
                self.faults.append(f"{self.page.url} ({light}): {found['id']} {where}")

    def open(self, address: str, *, status: int = 200) -> None:
        # The first question of a process loads what answers it: seconds, more where everything runs at once.
        answer = self.page.goto(address, timeout=60_000)
        assert answer is not None and answer.status == status, f"{address}: {answer and answer.status}"
        self.look()


@pytest.fixture(params=list(SIZES))
def eye(request: pytest.FixtureRequest, window: Window) -> Eye:
    return Eye(window(viewport=SIZES[request.param]))


def test_the_portal(eye: Eye, order: Callable[..., str], link_to: Callable[[str], str]) -> None:
    page = eye.page
    eye.open("/")
    eye.open("/policy")
    eye.open("/my-data/")
    eye.open("/withdrawal/form")
    eye.open("/withdrawal")
    page.get_by_role("main").get_by_role("button", name="renoncer au contrat ici").click()
    page.get_by_role("alert").wait_for()
    eye.look()
    page.get_by_label("Votre nom").fill("Camille Martin")
    page.get_by_label("Numéro de commande ou de contrat").fill(order())
    page.get_by_label("Adresse e-mail pour").fill(cast.EMAIL)
    page.get_by_label("d’une partie de la commande").check()
    page.get_by_role("main").get_by_role("button", name="renoncer au contrat ici").click()
    cast.at(page, "Relisez, puis confirmez")
    eye.look()
    page.get_by_label("Tasse").first.check()
    page.get_by_role("button", name="confirmer la rétractation").click()
    cast.at(page, "Votre rétractation est bien reçue")
    eye.look()
    page.goto(link_to(order(delivered=20)))
    eye.look()
    cast.choose(page, "Robe Inès", "Tasse")
    cast.at(page, "Pourquoi ce retour ?")
    eye.look()
    cast.tick(page, "Abîmé", inside="Robe Inès")
    cast.go_on(page)
    cast.at(page, "Montrez-nous")
    eye.look()
    cast.go_on(page)
    page.get_by_role("alert").wait_for()
    eye.look()
    page.get_by_role("button", name="Plus tard").click()
    cast.at(page, "à la place ?")
    eye.look()
    cast.tick(page, "Un remboursement", inside="Robe Inès")
    cast.tick(page, "Un avoir", inside="Tasse")
    cast.go_on(page)
    cast.at(page, "Comment")
    eye.look()
    cast.tick(page, "Point de dépôt")
    cast.go_on(page)
    cast.at(page, "Tout est juste ?")
    eye.look()
    number = cast.confirm(page, re.compile("^Envoyer"))
    eye.look()
    eye.open(f"/returns/{number}/cancellation/")
    eye.open("/order/")
    assert not eye.faults


def test_a_gift(eye: Eye, order: Callable[..., str], link_to: Callable[[str], str]) -> None:
    """The buyer makes a link; whoever has it sees the gift, and how it goes back."""
    page = eye.page
    page.goto(link_to(order(delivered=5)) + "?gift")
    eye.look()
    page.get_by_role("checkbox", name="Robe Inès").check()
    page.get_by_role("button", name="Faire le lien cadeau").click()
    page.get_by_text(re.compile("^GF-")).first.wait_for()
    eye.look()
    code = page.get_by_text(re.compile("^GF-")).first.inner_text()
    page.context.clear_cookies()
    eye.open("/gift/")
    page.get_by_label("Code cadeau").fill(code)
    page.get_by_role("button", name="Voir le cadeau").click()
    cast.at(page, "Que souhaitez-vous renvoyer ?")
    page.get_by_role("checkbox", name="Robe Inès").check()
    eye.look()
    cast.go_on(page)
    cast.at(page, "Comment, et à qui écrire ?")
    eye.look()
    assert not eye.faults


def test_errors(eye: Eye, place: dict[str, Any]) -> None:
    eye.open("/nothing/here/", status=404)
    eye.open("/staff/nothing/here/", status=404)
    eye.open(f"/l/{place['expired']}", status=403)
    eye.open("/s/nobody/", status=404)
    eye.open("/staff/login/")
    assert not eye.faults


def test_the_desk_and_the_floor(
    eye: Eye,
    badge: Callable[[str], StorageState],
    order: Callable[..., str],
    shopper: Page,
    link_to: Callable[[str], str],
) -> None:
    shopper.goto(link_to(order(delivered=20)))
    cast.choose(shopper, "Robe Inès")
    cast.say_why(shopper, "Trop petit", comment="Elle serre aux épaules.")
    cast.ask_for(shopper, "Un remboursement")
    cast.send_by(shopper, "Point de dépôt")
    number = cast.confirm(shopper, "Envoyer ma demande")
    eye.page.context.add_cookies(badge("odile@example.com")["cookies"])  # type: ignore[arg-type]
    for address in DESK:
        eye.open(f"/staff/{address}")
    for act in ("", "approval", "refusal", "goodwill"):
        eye.open(f"/staff/returns/{number}/{act}")
        if not act:
            for panel in ("#clocks", "#dossier"):
                assert eye.page.locator(panel).is_visible(), f"{panel} was not looked at"
    eye.page.goto(f"/staff/returns/{number}/")
    cast.press(eye.page, "g", then="geste")
    eye.look()
    eye.page.goto("/staff/outbox/")
    cast.until_said(eye.page, cast.EMAIL)
    eye.page.get_by_role("link").filter(has_text=cast.EMAIL).first.click()
    eye.page.get_by_role("article").wait_for()
    eye.look()
    for address in FLOOR:
        eye.open(f"/floor/{address}")
    eye.page.get_by_role("link", name=re.compile("Changer de personne")).click()
    eye.page.get_by_role("radio", name="Entrepôt de Lyon").check()
    eye.page.get_by_role("button", name="Commencer").click()
    cast.at(eye.page, "Scannez un colis")
    for code in (number, "PERSONNE-1"):
        eye.open(f"/floor/box/?code={code}")
    cast.receive(eye.page, number)
    eye.look()
    eye.page.get_by_role("button", name="Proposer une retenue").click()
    eye.page.get_by_role("heading", name="Retenue pour usage").wait_for()
    eye.look()
    eye.page.get_by_role("link", name="Ne rien retenir").click()
    cast.at(eye.page, "Robe Inès")
    cast.hit(eye.page, "Enter")
    eye.page.get_by_role("button", name="Annuler").wait_for()
    eye.look()
    assert not eye.faults


def test_what_seldom_shows(
    window: Window,
    shopper: Page,
    picker: Page,
    badge: Callable[[str], StorageState],
    order: Callable[..., str],
) -> None:
    """A difference to pay, a box not as announced, several cases answered together, a receiver of webhooks."""
    phone, desk = Eye(shopper), Eye(window(viewport=SIZES["desk"]))
    desk.page.context.add_cookies(badge("odile@example.com")["cookies"])  # type: ignore[arg-type]

    lines = [orders.order()["lines"][0] | {"unit_price": 4499}, orders.order()["lines"][1]]
    dearer = cast.send_back(shopper, order(lines=lines), wish="L")
    cast.inspect(picker, dearer)
    cast.until_said(shopper, "Il reste 5,00")
    phone.look()
    for act in ("", "difference"):
        desk.open(f"/staff/returns/{dearer}/{act}")

    other = cast.send_back(shopper, order())
    cast.scan(picker, other)
    picker.get_by_text("Il y a autre chose dans le colis").click()
    picker.get_by_label("Qu’est-ce que c’est ?").fill("un pull gris")
    picker.get_by_label("Est-ce à la place d’un article ?").select_option(label="À la place de : Robe Inès")
    picker.get_by_role("button", name="Ajouter", exact=True).click()
    picker.get_by_role("button", name="Réceptionner").click()
    picker.get_by_role("heading", name="un pull gris").wait_for()
    cast.hit(picker, "Enter")
    picker.get_by_role("button", name="Annuler").wait_for()
    for act in ("", "awaiting", "closing"):
        desk.open(f"/staff/returns/{other}/{act}")

    numbers = [cast.send_back(shopper, order(delivered=20)) for _ in range(2)]
    desk.page.goto("/staff/?" + "&".join(f"number={number}" for number in numbers))
    for number in numbers:
        desk.page.locator(f"input[name=number][value='{number}']").check()
    desk.page.get_by_role("button", name=re.compile("^Accepter")).first.click()
    desk.page.get_by_role("heading", level=1).wait_for()
    desk.look()
    desk.page.get_by_role("main").get_by_role("button", name=re.compile("^Accepter")).last.click()
    desk.page.get_by_text(numbers[0]).first.wait_for()
    desk.look()

    desk.open("/staff/settings/webhooks/new/")
    desk.page.get_by_label("Adresse").fill("https://hooks.example.com/volte")
    desk.page.get_by_role("main").get_by_role("button").last.click()
    desk.page.wait_for_url(re.compile("/settings/webhooks/.+"))
    desk.look()
    assert not phone.faults + desk.faults
