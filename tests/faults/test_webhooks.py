"""Webhooks while workers and the database die: everything arrives, under the id it had."""

import os
import signal
from collections.abc import Iterator

import httpx
import pytest
from tools.stack import Stack

from tests.live import answers_again, recent_order, until
from tests.receiver import Receiver

pytestmark = pytest.mark.serial
ORDERS = 60


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as made:
        yield made


def subscribe(api: httpx.Client, url: str) -> str:
    answer = api.post("/webhooks", json={"url": url, "types": ["order.taken_in"]})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def arrived(receiver: Receiver, prefix: str) -> set[str]:
    return {got.json["data"]["external_id"] for got in receiver.at("/shop")} & {f"{prefix}-{n}" for n in range(ORDERS)}


def test_a_worker_killed_while_it_sends_loses_nothing(stack: Stack, receiver: Receiver) -> None:
    api = stack.api
    webhook = subscribe(api, f"{receiver.url}/shop")
    for number in range(ORDERS):
        api.put(f"/orders/hook-{number}", json=recent_order(f"hook-{number}")).raise_for_status()
        if number == ORDERS // 2:
            worker = stack.parts.running["worker"]
            os.kill(worker.pid, signal.SIGKILL)
            worker.wait()
    stack.start_worker()
    for _ in until(100, pause=0.2):
        if len(arrived(receiver, "hook")) == ORDERS:
            break
    assert len(arrived(receiver, "hook")) == ORDERS
    by_event = {got.json["id"] for got in receiver.at("/shop")}
    by_header = {got.headers["webhook-id"] for got in receiver.at("/shop")}
    assert by_event == by_header
    assert len(by_event) == ORDERS, "what came twice came under the same id"
    api.delete(f"/webhooks/{webhook}").raise_for_status()
    api.close()


def test_the_courier_outlives_postgresql(stack: Stack, receiver: Receiver) -> None:
    api = stack.api
    webhook = subscribe(api, f"{receiver.url}/shop")
    pid = stack.server.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    stack.server.start()
    assert answers_again(stack)
    api.put("/orders/risen-0", json=recent_order("risen-0")).raise_for_status()
    for _ in until(100, pause=0.2):
        if arrived(receiver, "risen"):
            break
    assert arrived(receiver, "risen") == {"risen-0"}
    assert stack.parts.running["worker"].poll() is None
    api.delete(f"/webhooks/{webhook}").raise_for_status()
    api.close()
