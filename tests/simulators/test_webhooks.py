"""News arrives signed, and again until somebody acknowledges it."""

import hashlib
import hmac
import json
import time
from collections.abc import Iterator

import pytest

from tests.simulators import inbox, provider
from tests.simulators.inbox import Inbox
from tests.simulators.provider import SECRET, Provider


@pytest.fixture
def letters() -> Iterator[Inbox]:
    with inbox.opened() as opened:
        yield opened


@pytest.fixture
def psp(letters: Inbox) -> Iterator[Provider]:
    arguments = ("--webhook-url", letters.url, "--webhook-secret", SECRET, "--webhook-backoff", "0.1")
    with provider.running(*arguments) as started:
        started.seed(("ch_1", 10_000))
        yield started


def test_a_settled_refund_is_told_with_a_signature(psp: Provider, letters: Inbox) -> None:
    psp.command("pending", seconds=0.1)
    made = psp.refund("ch_1", 500, key="hook").json()
    [(payload, signature)] = letters.wait(1)
    event = json.loads(payload)
    assert (event["object"], event["type"]) == ("event", "refund.updated")
    assert event["data"]["object"] == {**made, "status": "succeeded"}
    moment, code = (part.split("=")[1] for part in signature.split(","))
    assert abs(int(moment) - time.time()) < 60
    assert code == hmac.new(SECRET.encode(), f"{moment}.".encode() + payload, hashlib.sha256).hexdigest()


def test_refused_news_comes_again_with_growing_pauses(psp: Provider, letters: Inbox) -> None:
    letters.refusals = 3
    psp.command("failed")
    began = time.monotonic()
    psp.refund("ch_1", 500)
    told = letters.wait(4)
    assert time.monotonic() - began >= 0.1 + 0.2 + 0.4
    assert len({json.loads(payload)["id"] for payload, _ in told}) == 1
    assert _pending(psp) == 0
    time.sleep(0.3)
    assert len(letters.letters) == 4


def test_unanswered_news_survives_a_kill(letters: Inbox, tmp_path: pytest.TempPathFactory) -> None:
    state = ("--state", f"{tmp_path}/psp.sqlite")
    with provider.running(*state, "--webhook-url", "http://127.0.0.1:9/", "--webhook-backoff", "0.3") as psp:
        psp.seed(("ch_1", 1000))
        psp.command("failed")
        psp.refund("ch_1", 500)
        psp.kill()
    with provider.running(*state, "--webhook-url", letters.url):
        [(payload, _)] = letters.wait(1)
    assert json.loads(payload)["type"] == "refund.failed"


def test_news_may_be_lost_or_come_twice(psp: Provider, letters: Inbox) -> None:
    psp.command("failed", count=2)
    psp.command("webhook_lost")
    psp.refund("ch_1", 1)
    psp.command("webhook_twice")
    psp.refund("ch_1", 2)
    told = [json.loads(payload)["data"]["object"]["amount"] for payload, _ in letters.wait(2)]
    assert told == [2, 2]


def test_news_may_come_late(psp: Provider, letters: Inbox) -> None:
    psp.command("failed", count=2)
    psp.command("webhook_late", seconds=3)
    began = time.monotonic()
    psp.refund("ch_1", 1)
    psp.refund("ch_1", 2)
    told = [json.loads(payload)["data"]["object"]["amount"] for payload, _ in letters.wait(2)]
    assert told == [2, 1]
    assert time.monotonic() - began > 2.9


def test_news_may_be_overtaken_by_what_happened_after_it(psp: Provider, letters: Inbox) -> None:
    psp.command("failed", count=2)
    psp.command("webhook_shuffled", seconds=60)
    for amount in (1, 2):
        psp.refund("ch_1", amount)
    told = [json.loads(payload)["data"]["object"]["amount"] for payload, _ in letters.wait(2)]
    assert told == [2, 1]


def test_news_nobody_overtakes_comes_all_the_same(psp: Provider, letters: Inbox) -> None:
    psp.command("failed")
    psp.command("webhook_shuffled", seconds=0.3)
    psp.refund("ch_1", 1)
    letters.wait(1)


def _pending(psp: Provider) -> int:
    for _ in range(1_200):
        newest = psp.http.get("/v1/events", params={"type": "refund.failed"}).json()["data"][0]
        if newest["pending_webhooks"] == 0:
            break
        time.sleep(0.05)
    return int(newest["pending_webhooks"])
