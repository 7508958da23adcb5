"""One page tells a case: what was decided and why, the money line by line, what was said, what came back."""

import io
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from tests import cast
from tests.web.staff_cases.conftest import DRESS, MUG, once, words
from volte.catalogue import operations as catalogue
from volte.kit.words import Method
from volte.logistics.rules.tracking import ScanKind
from volte.messages import queries as mails
from volte.returns import operations, photos, queries
from volte.returns.rules.request import Wanted, WantedItem
from volte.returns.views import ReturnView
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role
from volte.warehouse.rules.inspection import Finding

EVIL = '<script>alert("x")</script>"\'><img src=x onerror=alert(1)>'


def address(view: ReturnView, noun: str = "") -> str:
    return f"/staff/returns/{view.number}/{noun}"


def test_the_case_says_where_it_stands_and_who_must_act(agent: Client, asked: Callable[..., ReturnView]) -> None:
    page = agent.get(address(asked(DRESS)))
    assert page.status_code == 200
    told = words(page)
    assert "Camille Martin is waiting for your decision." in told
    assert "Elle serre aux épaules." in told and "Too small" in told
    assert "No other return here." in told
    # The only dress: 49.99 less half of 10.00 off the line and its share of 15.00 off the order.
    assert "Still to come: Refund" in told


def test_the_deadlines_say_who_by_when_under_which_article_and_what_being_late_costs(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView], today: datetime
) -> None:
    view = asked(DRESS)
    told = words(agent.get(address(view)))
    assert "Decide the request" in told and "13 Nov 2026" in told, "two working days, one holiday between"
    lately = catalogue.take_in(by=owner, document=cast.order("1002"))
    shopper = Actor.shopper(owner.shop_id, order_id=lately.order_id, language="fr", name="Camille")
    wanted = Wanted(items=(MUG,), method=Method.DROP_OFF, language="fr")
    return_id = operations.request(by=shopper, order_id=lately.order_id, wanted=wanted)
    operations.record_scan(by=owner, return_id=return_id, kind=ScanKind.DROPPED_OFF, at=today)
    with tenancy.entered(owner.shop_id):
        number = queries.by_id(return_id=return_id).number
    before = words(agent.get(f"/staff/returns/{number}/"))
    assert "Refund, by law at the latest" in before and "L221-24" in before
    assert "From 25 Nov 2026: legal interest, 6.67% a year (Volte does not know the rate of the second half" in before
    with clock.at(today + timedelta(days=20)):
        soon = words(agent.get(f"/staff/returns/{number}/"))
    assert re.search(r"So far: about €0\.\d\d of legal interest", soon), soon
    with clock.at(today + timedelta(days=26)):
        late = words(agent.get(f"/staff/returns/{number}/"))
    assert "12 days late" in late and "(5 %)" in late
    late = late.partition("if late")[2]
    assert late.index("Refund, by law at the latest") < late.index("Legal guarantee"), "what is overdue stands first"


def test_the_trace_is_folded_below_with_the_law_beside_it(agent: Client, asked: Callable[..., ReturnView]) -> None:
    page = agent.get(address(asked(DRESS)))
    told = words(page)
    assert "Rule “precious” applies" in told
    assert "L221-18" in told, "the law is cited by its article"
    assert '<details class="details"><summary>' in page.content.decode(), "and folded until asked for"


def test_the_trace_speaks_the_agents_language(agent: Client, asked: Callable[..., ReturnView]) -> None:
    agent.cookies["volte_language"] = "fr"
    told = words(agent.get(address(asked(DRESS))))
    assert "responsabilité : le client" in told.replace("\u00a0", " ")
    for handle in ("too-small", "customer", "drop_off", "store_credit"):
        assert handle not in told, handle


@pytest.mark.parametrize(
    ("passed", "said"), [(20, "quelques instants"), (60, "une minute"), (7200, "2 heures"), (9 * 86400, "9 jours")]
)
def test_how_long_it_waits_is_a_sentence(
    agent: Client, asked: Callable[..., ReturnView], today: datetime, passed: int, said: str
) -> None:
    view = asked(DRESS)
    agent.cookies["volte_language"] = "fr"
    with clock.at(today + timedelta(seconds=passed)):
        assert f"depuis {said}" in words(agent.get(address(view)))


def test_an_accepted_return_says_until_when_and_who(agent: Client, asked: Callable[..., ReturnView]) -> None:
    view = asked(MUG)
    told = words(agent.get(address(view)))
    assert "Camille Martin hands the parcel over by Tuesday 1 December 2026." in told
    assert "accepted" in told and "21 days left" in told


def test_on_its_way_it_says_by_when_the_money_is_due(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView], today: datetime
) -> None:
    view = asked(MUG, placed_at="2026-11-02T09:30:00Z", number="1100", shipments=cast.order()["shipments"])
    operations.record_scan(by=owner, return_id=view.id, kind=ScanKind.DROPPED_OFF, at=today)
    told = words(agent.get(address(view)))
    assert "On its way to us." in told and "The money is due by Tuesday 24 November 2026." in told


def test_nobody_knows_this_number(agent: Client, asked: Callable[..., ReturnView]) -> None:
    asked(DRESS)
    assert agent.get("/staff/returns/RAAAA-AAAA/").status_code == 404


@pytest.mark.parametrize("noun", ["", "approval", "refusal", "goodwill", "cancellation", "messages", "label.pdf"])
def test_another_shops_case_does_not_exist(
    asked: Callable[..., ReturnView],
    other_shop: UUID,
    browser_at: Callable[[UUID, Role], Client],
    noun: str,
) -> None:
    view = asked(DRESS)
    elsewhere = browser_at(other_shop, Role.OWNER)
    assert elsewhere.get(address(view, noun)).status_code == 404
    assert elsewhere.post(address(view, noun), {"reason": "x", "text": "x"}).status_code == 404


def test_nothing_a_customer_writes_becomes_markup(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView]
) -> None:
    view = asked(
        WantedItem(line="l1", quantity=1, reason="too-small", comment=EVIL),
        number="5001",
        customer={"id": "c9", "email": "evil@example.com", "name": EVIL, "kind": "consumer", "tags": []},
    )
    shopper = Actor.shopper(owner.shop_id, order_id=view.order_id, language="fr", name=EVIL)
    operations.ask(by=shopper, return_id=view.id, text=EVIL)
    operations.note(by=owner, return_id=view.id, text=EVIL)
    for place in (
        address(view),
        address(view, "refusal"),
        address(view, "goodwill"),
        "/staff/",
        "/staff/?q=evil@example.com",
    ):
        html = agent.get(place).content.decode()
        assert "<script>alert" not in html and "<img src=x" not in html
        assert "&amp;lt;" not in html and "&amp;#x27;" not in html, "escaped once, not twice"
    assert "onerror=alert(1)" in words(agent.get(address(view))), "and it is still read as it was written"


def test_goods_that_came_back_differently_say_how(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView]
) -> None:
    view = asked(MUG)
    box = operations.receive(by=owner, code=view.parcel_code, location=None, units=())
    operations.inspect(
        by=owner, unit_id=box.arrival.units[0].id, findings=[Finding.WRONG_ITEM], reason="A blue bowl of another make"
    )
    told = words(agent.get(address(view)))
    assert "What came back is not what was agreed." in told
    assert "Another item" in told and "A blue bowl of another make" in told
    assert "Take it as it is" in told
    assert "Approve" in told and "Refuse" in told


def test_what_was_settled_stands_line_by_line(agent: Client, owner: Actor, asked: Callable[..., ReturnView]) -> None:
    view = asked(MUG)
    box = operations.receive(by=owner, code=view.parcel_code, location=None, units=())
    operations.inspect(by=owner, unit_id=box.arrival.units[0].id, findings=())
    operations.settle_due(by=owner, return_id=view.id)
    told = words(agent.get(address(view)))
    assert "Everything is decided" in told and "is on its way to the customer" in told
    assert "Refund" in told and "In all" in told and "Back to the original payment · Card" in told


def test_a_photo_is_for_people_of_the_shop_and_of_this_return(
    agent: Client,
    client: Client,
    owner: Actor,
    asked: Callable[..., ReturnView],
    other_shop: UUID,
    browser_at: Callable[[UUID, Role], Client],
) -> None:
    with tenancy.entered(owner.shop_id):
        shown, loose = (photos.keep(picture(colour)).digest for colour in ("teal", "brown"))
    view = asked(WantedItem(line="l1", quantity=1, reason="too-small", photos=(shown,)))
    answer = agent.get(address(view, f"photos/{shown}"))
    assert answer.status_code == 200 and answer["Content-Type"] == "image/jpeg"
    assert "private" in answer["Cache-Control"]
    assert f"/photos/{shown}" in agent.get(address(view)).content.decode()
    assert agent.get(address(view, f"photos/{loose}")).status_code == 404
    assert browser_at(other_shop, Role.OWNER).get(address(view, f"photos/{shown}")).status_code == 404
    assert client.get(address(view, f"photos/{shown}")).status_code == 302


def test_a_message_goes_out_and_a_note_stays(agent: Client, owner: Actor, asked: Callable[..., ReturnView]) -> None:
    view = asked(DRESS)
    mark = once(agent.get(address(view)))
    sent = agent.post(address(view, "messages"), {"text": "Une photo, s'il vous plaît ?", "once": mark}, follow=True)
    assert "Une photo, s'il vous plaît ?" in words(sent)
    mark = once(sent)
    kept = agent.post(address(view, "notes"), {"text": "Buys for her sister", "once": mark}, follow=True)
    assert "Buys for her sister" in words(kept) and "note, staff only" in words(kept)
    with tenancy.entered(owner.shop_id):
        told = [mail.occasion.value for mail in mails.mails_of(subject_id=view.id)]
    assert told == ["answer"]


def test_the_same_message_sent_twice_is_one(agent: Client, owner: Actor, asked: Callable[..., ReturnView]) -> None:
    view = asked(DRESS)
    form = {"text": "Bonjour Camille", "once": once(agent.get(address(view)))}
    for _ in range(2):
        assert agent.post(address(view, "messages"), form).status_code == 303
    with tenancy.entered(owner.shop_id):
        assert len(mails.thread(subject_id=view.id)) == 1


def test_a_message_that_cannot_leave_is_not_lost(agent: Client, asked: Callable[..., ReturnView]) -> None:
    view = asked(DRESS)
    page = agent.post(address(view, "messages"), {"text": "  ", "once": "a"})
    assert page.status_code == 422 and "The message is empty." in words(page)
    long = "Bonjour. " * 700
    page = agent.post(address(view, "messages"), {"text": long, "once": "b"})
    assert page.status_code == 422 and long.strip() in page.content.decode()


def test_ready_sentences_are_in_the_customers_language_and_filled(
    agent: Client, asked: Callable[..., ReturnView]
) -> None:
    html = agent.get(address(asked(DRESS))).content.decode()
    assert "Ask for a photo" in html, "named for the agent, who reads English"
    assert "Bonjour Camille," in html and "une photo de «\u00a0Robe Inès\u00a0»" in html, "written for Camille"


def test_without_script_a_ready_sentence_is_a_page_with_its_words(
    agent: Client, asked: Callable[..., ReturnView]
) -> None:
    page = agent.get(address(asked(DRESS)), {"words": "Bonjour <b>"})
    assert ">Bonjour &lt;b&gt;</textarea>" in page.content.decode()


def test_the_script_gets_the_case_alone(agent: Client, asked: Callable[..., ReturnView]) -> None:
    view = asked(DRESS)
    page = agent.get(address(view), headers={"HX-Request": "true", "HX-Target": "content"})
    html = page.content.decode()
    assert "<html" not in html and f"<title>Camille Martin · {view.number}" in html
    back = agent.get(address(view), headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" in back.content.decode(), "a step back needs the whole page"


def test_who_may_not_act_sees_no_button(browser_of: Callable[[Role], Client], asked: Callable[..., ReturnView]) -> None:
    view = asked(DRESS)
    told = agent_page(browser_of(Role.PICKER), view)
    for noun in ("approval", "refusal", "goodwill", "cancellation", "messages"):
        assert address(view, noun) not in told
    assert 'id="money"' not in told, "nor the money"
    assert address(view, "approval") in agent_page(browser_of(Role.AGENT), view)


def agent_page(browser: Client, view: ReturnView) -> str:
    return browser.get(address(view)).content.decode()


def test_the_page_asks_as_much_for_three_items_and_a_history_as_for_one(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView]
) -> None:
    one = asked(DRESS)
    agent.get(address(one))
    with CaptureQueriesContext(connection) as for_one:
        agent.get(address(one))
    for number in ("6001", "6002", "6003"):
        many = asked(DRESS, MUG, number=number)
        for text in ("Bonjour", "Et encore"):
            operations.note(by=owner, return_id=many.id, text=text)
    with CaptureQueriesContext(connection) as for_many:
        told = agent.get(address(many))
    assert "3 other returns." in words(told)
    assert len(for_many) == len(for_one) <= 41


def test_the_label_can_be_opened(agent: Client, asked: Callable[..., ReturnView]) -> None:
    answer = agent.get(address(asked(MUG), "label.pdf"))
    assert answer.status_code == 200 and answer["Content-Type"] == "application/pdf"
    assert agent.get(address(asked(DRESS), "label.pdf")).status_code == 422


def test_a_return_is_started_from_the_order(agent: Client, browser_of: Callable[[Role], Client], order: UUID) -> None:
    page = agent.get("/staff/returns/new/", {"q": "#1001"})
    assert "Camille Martin" in words(page) and "Fill in the form" in words(page)
    assert "/l/" in page.content.decode()
    assert "No such order." in words(agent.get("/staff/returns/new/", {"q": "9999"}))
    assert browser_of(Role.PICKER).get("/staff/returns/new/").status_code == 403


def picture(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 50), colour).save(out, "PNG")
    return out.getvalue()


def test_what_went_badly_waits_at_the_desk_until_it_was_seen(
    agent: Client, asked: Callable[..., ReturnView], owner: Actor, shop: UUID
) -> None:
    from volte.returns.operations import settling

    view = asked(MUG)
    received = operations.receive(by=owner, code=view.number, location=None, units=())
    for unit in received.arrival.units:
        operations.inspect(by=owner, unit_id=unit.id, findings=[])
    settling.settle_due(by=Actor.system(shop), return_id=view.id)
    shopper = Actor.shopper(shop, order_id=view.order_id, language="fr")
    assert agent.get(f"/staff/returns/{view.number}/feedback").status_code == 404, "nobody has said anything yet"
    operations.give_feedback(by=shopper, return_id=view.id, score=1, comment="Trois semaines")
    assert "The customer is unhappy" in words(agent.get("/staff/"))
    page = words(agent.get(f"/staff/returns/{view.number}/"))
    assert "says this return went badly" in page
    assert "Very bad" in page and "1 out of 5" in page and "Trois semaines" in page
    sheet = agent.get(f"/staff/returns/{view.number}/feedback")
    assert agent.post(f"/staff/returns/{view.number}/feedback", {"once": once(sheet)}).status_code == 303
    assert "The customer is unhappy" not in words(agent.get("/staff/"))
