"""The same unit claimed by twenty connections at once: exactly one wins, each time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import httpx
import pytest
from tools.stack import Stack

from tests.live import recent_order

HANDS = 20
ROUNDS = 50

pytestmark = pytest.mark.serial


def one_mug(number: str) -> dict[str, Any]:
    return {"order": number, "items": [{"line": "l2", "quantity": 1, "reason": "changed-mind"}]}


def test_by_api(stack: Stack) -> None:
    clients = [stack.api for _ in range(HANDS)]
    try:
        with ThreadPoolExecutor(HANDS) as hands:
            for round_number in range(ROUNDS):
                order = f"many-{round_number}"
                assert clients[0].put(f"/orders/{order}", json=recent_order(order)).status_code == 201
                statuses = _all_at_once(hands, clients, one_mug(order))
                assert sorted(statuses) == [201] + [409] * (HANDS - 1), f"round {round_number}: {statuses}"
    finally:
        for client in clients:
            client.close()


def _all_at_once(hands: ThreadPoolExecutor, clients: list[httpx.Client], wish: dict[str, Any]) -> list[int]:
    together = Barrier(HANDS)

    def ask(client: httpx.Client) -> int:
        together.wait()
        return client.post("/returns", json=wish).status_code

    return list(hands.map(ask, clients))


def test_one_key_sent_twenty_times_at_once_opens_one_return(stack: Stack) -> None:
    clients = [stack.api for _ in range(HANDS)]
    clients[0].put("/orders/keyed", json=recent_order("keyed"))
    together = Barrier(HANDS)
    wish = {"order": "keyed", "items": [{"line": "l1", "quantity": 1}]}

    def ask(client: httpx.Client) -> tuple[int, str]:
        together.wait()
        answer = client.post("/returns", json=wish, headers={"Idempotency-Key": "same"})
        return answer.status_code, answer.json().get("id", "")

    with ThreadPoolExecutor(HANDS) as hands:
        answers = set(hands.map(ask, clients))
    for client in clients:
        client.close()
    assert len(answers) == 1
    assert answers.pop()[0] == 201
