"""The webhooks page: made, tested, repaired and removed by those who may."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from volte.kit import ids
from volte.returns.models import Return
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent
from volte.runtime.permissions import Role
from volte.webhooks import operations, queries
from volte.webhooks.delivering import leasing
from volte.webhooks.models import Attempt, Delivery, Subscription
from volte.webhooks.rules import schedule

BASE = "/staff/settings/webhooks/"
WISH = {"url": "https://shop.example/volte", "description": "Our stock", "everything": "on"}


@pytest.fixture
def webhook(owner: Actor) -> str:
    made = operations.subscribe(by=owner, url=WISH["url"], description="Our stock", kinds=["return.approved"])
    return ids.public("whk", made.id)


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def failed_delivery(owner: Actor, webhook: str) -> str:
    now = clock.now()
    with tenancy.entered(owner.shop_id):
        made = Delivery.of_shop(
            subscription_id=ids.parse("whk", webhook),
            event_id=ids.new_id(),
            kind="return.approved",
            status="failed",
            tries=1,
            next_try_at=now,
            created_at=now,
            ended_at=now,
        )
        made.save(force_insert=True)
        said = "<script>alert(1)</script> down for repair"
        Attempt.objects.create(delivery=made, at=now, took_ms=412, outcome="broken", status=503, said=said)
    return ids.public("dlv", made.id)


def test_it_begins_empty_with_a_way_on(boss: Client) -> None:
    page = text_of(boss, BASE)
    assert "Nobody is told anything yet" in page
    assert f'href="{BASE}new/"' in page


def test_the_secret_is_shown_once(boss: Client) -> None:
    answer = boss.post(f"{BASE}new/", WISH)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    (secret,) = set(re.findall(r"data-copy=\"(whsec_[^\"]+)\"", answer.content.decode()))
    assert "Copy this secret now" in answer.content.decode()
    (path,) = set(re.findall(BASE + r"whk_\w+/", text_of(boss, BASE)))
    assert secret not in text_of(boss, path)
    rotated = boss.post(f"{path}rotation/").content.decode()
    assert "both signatures" in rotated
    assert "The old secret signs until" in text_of(boss, path)


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        ({**WISH, "url": ""}, "Type the address"),
        ({**WISH, "url": "http://shop.example/"}, "not encrypted"),
        ({**WISH, "url": "https://192.168.1.9/"}, "private network"),
        ({"url": WISH["url"]}, "Choose at least one kind"),
    ],
)
def test_what_will_not_do_is_said_at_its_field_and_nothing_is_lost(
    boss: Client, wish: dict[str, str], says: str
) -> None:
    answer = boss.post(f"{BASE}new/", wish)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert wish["url"] in answer.content.decode()


def test_what_was_sent_shows_each_answer_and_goes_again(boss: Client, owner: Actor, webhook: str) -> None:
    sent = failed_delivery(owner, webhook)
    page = text_of(boss, f"{BASE}{webhook}/")
    assert "return.approved" in page
    assert "Fault at the receiver (503)" in page
    one = text_of(boss, f"{BASE}{webhook}/deliveries/{sent}/")
    assert "down for repair" in one
    assert "412" in one
    assert "<script>alert" not in one
    boss.post(f"{BASE}{webhook}/deliveries/{sent}/replay/")
    assert "Waiting" in text_of(boss, f"{BASE}{webhook}/?status=waiting")
    assert "Nothing sent yet" in text_of(boss, f"{BASE}{webhook}/?status=failed")


def test_all_that_failed_goes_again(boss: Client, owner: Actor, webhook: str) -> None:
    failed_delivery(owner, webhook)
    answer = boss.post(f"{BASE}{webhook}/replay/", {"since": "day"}, follow=True)
    assert "One message leaves again" in answer.content.decode()


def test_what_waits_for_a_late_try_goes_now(boss: Client, owner: Actor, webhook: str) -> None:
    """As after a repair: one by hand, the others together; what is due within minutes is not taken from its worker."""
    one, two, due = (failed_delivery(owner, webhook) for _ in range(3))
    path = f"{BASE}{webhook}/"
    later = clock.now() + timedelta(hours=5)
    with tenancy.entered(owner.shop_id):
        Delivery.objects.update(status="waiting", ended_at=None, next_try_at=later)
        soon = clock.now() + timedelta(seconds=50)
        Delivery.objects.filter(id=ids.parse("dlv", due)).update(next_try_at=soon)
    assert "Try now" in text_of(boss, f"{path}deliveries/{one}/")
    assert "Try now" not in text_of(boss, f"{path}deliveries/{due}/")
    boss.post(f"{path}deliveries/{one}/replay/")
    assert "Try now" not in text_of(boss, f"{path}deliveries/{one}/")
    answer = boss.post(f"{path}replay/", {"since": "day"}, follow=True)
    assert "3 messages leave again" in answer.content.decode()
    with tenancy.entered(owner.shop_id):
        assert Delivery.objects.get(id=ids.parse("dlv", two)).next_try_at < soon
        assert Delivery.objects.get(id=ids.parse("dlv", due)).next_try_at == soon
    assert schedule.SOON > leasing.LEASE


def test_deliveries_are_told_apart_by_return_second_and_body(boss: Client, owner: Actor, webhook: str) -> None:
    sent = failed_delivery(owner, webhook)
    with tenancy.entered(owner.shop_id):
        row = Delivery.objects.get(id=ids.parse("dlv", sent))
        asked = Return.of_shop(
            number="R-7K2M9",
            status="requested",
            method="mail",
            channel="portal",
            value=1,
            currency="EUR",
            requested_at=row.created_at,
            updated_at=row.created_at,
        )
        asked.save(force_insert=True)
        OutboxEvent.objects.create(
            id=row.event_id,
            shop_id=owner.shop_id,
            kind="return.approved",
            subject_id=asked.id,
            data={"return_id": str(asked.id), "number": "R-7K2M9"},
            happened_at=row.created_at,
        )
    page = text_of(boss, f"{BASE}{webhook}/")
    assert '<a href="/staff/returns/R-7K2M9/">R-7K2M9</a>' in page
    assert re.search(r"\d\d:\d\d:\d\d</time>", page)
    one = text_of(boss, f"{BASE}{webhook}/deliveries/{sent}/")
    assert '<a href="/staff/returns/R-7K2M9/">R-7K2M9</a>' in one
    assert "&quot;type&quot;: &quot;return.approved&quot;" in one


def test_pause_resume_test_change_and_remove(boss: Client, owner: Actor, webhook: str) -> None:
    path = f"{BASE}{webhook}/"
    answer = boss.post(f"{path}test/", follow=True)
    assert "webhook.test" in answer.content.decode()
    assert "Not tried yet" in answer.content.decode()
    boss.post(f"{path}pause/")
    assert "Paused" in text_of(boss, BASE)
    assert "What happened meanwhile" in text_of(boss, path)
    boss.post(f"{path}resumption/", {"meanwhile": "skip"})
    boss.post(f"{path}edit/", {"url": "https://new.example/", "kinds": ["refund.failed", "return.lost"]})
    page = text_of(boss, path)
    assert "https://new.example/" in page
    assert "refund.failed, return.lost" in page
    boss.post(f"{path}removal/")
    assert boss.get(path).status_code == 404


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"failing_since": -2}, "Takes nothing"),
        ({"failing_since": -6, "status": "paused", "paused_because": "failing"}, "Paused after days of failing"),
        ({"status": "paused", "paused_because": "gone"}, "wants nothing more"),
    ],
)
def test_trouble_is_said_in_the_list_and_on_its_page(
    boss: Client, owner: Actor, webhook: str, row: dict[str, object], says: str
) -> None:
    if "failing_since" in row:
        row = {**row, "failing_since": clock.now() + timedelta(days=int(str(row["failing_since"])))}
    with tenancy.entered(owner.shop_id):
        Subscription.objects.update(**row)
    assert says in text_of(boss, BASE)
    assert "notice-" in text_of(boss, f"{BASE}{webhook}/")


def test_only_those_who_may_see_or_change(
    browser_of: Callable[[Role], Client], owner: Actor, webhook: str, other_shop: UUID
) -> None:
    agent = browser_of(Role.AGENT)
    for page in ("", "new/", f"{webhook}/", f"{webhook}/edit/"):
        assert agent.get(BASE + page).status_code == 403, page
    for act in ("test", "rotation", "pause", "resumption", "removal", "replay"):
        assert agent.post(f"{BASE}{webhook}/{act}/", {"meanwhile": "send"}).status_code == 403, act
    foreign = Actor(other_shop, "member", None, "Autre", owner.permissions)
    other = operations.subscribe(by=foreign, url=WISH["url"])
    boss = browser_of(Role.OWNER)
    assert boss.get(f"{BASE}{ids.public('whk', other.id)}/").status_code == 404
    with tenancy.entered(owner.shop_id):
        assert len(queries.subscriptions()) == 1
