"""What the cast does, in words: each function is one thing a person does on one page."""

from __future__ import annotations

import io
import re
import time
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import TimeoutError, expect

from tests.web.floor.walking import AT_REST

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

EMAIL = "camille@example.com"
_NUMBER = re.compile(r"/returns/([A-Z0-9-]+)/")


def find_order(page: Page, number: str, proof: str = EMAIL) -> None:
    """The shopper (or somebody who would like to be) asks for an order."""
    page.goto("/")
    page.get_by_label("Numéro de commande").fill(number)
    page.get_by_label("Adresse e-mail ou code postal").fill(proof)
    page.get_by_role("button", name="Voir ma commande").click()


def tick(page: Page, words: str, *, inside: str = "") -> None:
    """Choose the box or the dot of these words."""
    area = page.get_by_role("region", name=inside) if inside else page.get_by_role("main")
    area.get_by_label(words).first.check()


def go_on(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Continuer")).click()


def at(page: Page, heading: str | re.Pattern[str]) -> None:
    """The page of this heading is here."""
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_visible()


def choose(page: Page, *items: str) -> None:
    at(page, "souhaitez")
    for item in items:
        tick(page, item)
    go_on(page)


def say_why(page: Page, reason: str, *, comment: str = "") -> None:
    at(page, "Pourquoi ce retour ?")
    tick(page, reason)
    if comment:
        page.get_by_text("Ajouter un mot").click()
        page.get_by_label("Votre mot").fill(comment)
    go_on(page)


def ask_for(page: Page, wish: str) -> None:
    at(page, "à la place ?")
    tick(page, wish)
    go_on(page)


def send_by(page: Page, way: str) -> None:
    at(page, "Comment nous le renvoyez")
    tick(page, way)
    go_on(page)


def confirm(page: Page, button: str | re.Pattern[str]) -> str:
    """Press what says what it does; the number of the return that comes of it."""
    page.get_by_role("button", name=button).click()
    page.wait_for_url(_NUMBER)
    return number_of(page)


def number_of(page: Page) -> str:
    found = _NUMBER.search(page.url)
    assert found, page.url
    return found[1]


def send_back(page: Page, number: str, item: str = "Robe Inès", *, wish: str = "Un remboursement") -> str:
    """The whole of the shopper's journey, for stories that begin after it."""
    find_order(page, number)
    choose(page, item)
    say_why(page, "Trop petit")
    ask_for(page, wish)
    send_by(page, "Point de dépôt")
    return confirm(page, re.compile("^(Renvoyer|Envoyer)"))


def until_said(page: Page, words: str, *, seconds: float = 120) -> None:
    """Look again until the page says it: the worker does its part in its own time."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            page.get_by_text(words).first.wait_for(timeout=300)
            return
        except TimeoutError:
            assert time.monotonic() < deadline, f"{page.url} never said {words!r}: {said(page)}"
            page.reload()


def said(page: Page) -> str:
    """What stands on the page, with plain spaces."""
    return page.get_by_role("main").inner_text().replace("\u202f", " ").replace("\xa0", " ")


def reads(page: Page, words: str) -> None:
    """These words come to stand on the page, whatever its spaces."""
    expect(page.get_by_role("main")).to_contain_text(words, use_inner_text=True)


def ready(page: Page) -> None:
    """The page has come and listens: what is pressed sooner is lost, or the browser's own and not the page's."""
    page.wait_for_load_state()
    page.locator(AT_REST).wait_for(state="attached")


def hit(page: Page, *keys: str) -> None:
    """Press keys one after the other, each when the page is ready for it."""
    for key in keys:
        ready(page)
        page.keyboard.press(key)


def scan(page: Page, code: str) -> None:
    """As a scanner does: every letter at once, then Enter."""
    page.locator(":focus").wait_for()
    ready(page)
    page.keyboard.type(code)
    page.keyboard.press("Enter")


def receive(page: Page, number: str) -> None:
    """The picker scans the parcel and takes in all that it should hold; the first item lies before her."""
    page.goto("/floor/")
    scan(page, number)
    page.get_by_role("button", name=re.compile("^Tout y est")).wait_for()
    hit(page, "Enter")
    page.get_by_role("button", name="Confirmer").wait_for()


def open_case(page: Page, number: str) -> None:
    """The agent searches for the return by its number and opens it."""
    page.goto("/staff/")
    hit(page, "/")
    page.locator("input:focus").wait_for()
    page.keyboard.type(number)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile("Camille")).first.click()
    at(page, "Camille Martin")
    reads(page, number)


def press(page: Page, key: str, *, then: str) -> Locator:
    """One key on the case opens the sheet of that name."""
    hit(page, key)
    sheet = page.get_by_role("dialog", name=re.compile(then))
    sheet.wait_for()
    return sheet


def photograph(colour: str = "#a8402d") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "JPEG")
    return out.getvalue()


def inspect(page: Page, number: str) -> None:
    """Received, and nothing to say against it."""
    receive(page, number)
    hit(page, "Enter")
    page.get_by_role("button", name="Annuler").wait_for()


# What has the focus, as a screen reader would call it: its label, else its words. Arrow keys walk dots of one group.
_CALLED = """() => {
    const here = document.activeElement;
    if (!here || here === document.body) return "";
    const names = [here.getAttribute("aria-label") ?? "", ...[...(here.labels ?? [])].map((each) => each.innerText)];
    return names.join(" ").trim() || here.innerText || "";
}"""


def tab_to(page: Page, words: str) -> None:
    """Press Tab, and Down inside a group of dots, until what is called so has the focus."""
    ready(page)
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        first = called = page.evaluate(_CALLED)
        while words not in called and page.evaluate("document.activeElement?.type === 'radio'"):
            page.keyboard.press("ArrowDown")
            called = page.evaluate(_CALLED)
            if called == first:
                break
        if words in called:
            assert page.evaluate(_SEEN), f"{words!r} has the focus and does not show it"
            return
        seen.append(called)
    raise AssertionError(f"Tab never came to {words!r} on {page.url}: {seen}")


# What has the focus, or its label, looks otherwise than without. What lies invisible over its label does not count.
_SEEN = """() => {
    const here = document.activeElement;
    const shown = [here, ...(here.labels ?? [])].filter((each) => getComputedStyle(each).opacity !== "0");
    const drawn = () => shown.map((each) => {
        const style = getComputedStyle(each);
        return [style.outline, style.boxShadow, style.borderColor, style.backgroundColor].join();
    }).join();
    const focused = drawn();
    here.blur();
    const left = drawn();
    here.focus();
    return focused !== left;
}"""
