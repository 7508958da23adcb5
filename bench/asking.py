"""What one answer costs over HTTP: deciding five items of an order against reading that order.

Both are asked in turn over one connection, so that whatever else runs on the machine weighs on both alike; the ratio is
what is held. CPU of the web process and PostgreSQL is told beside it.
"""

import statistics
import time
from collections.abc import Callable

import httpx
from tests.live import recent_order
from tools.stack import Stack

from bench.report import Figure, keep

ITEMS, WARM, TIMES = 5, 60, 300


def run() -> None:
    with Stack(worker=False) as stack, stack.api as api:
        order = recent_order("asked")
        dress = order["lines"][0]
        order["lines"] = [{**dress, "id": f"l{number}", "quantity": 1, "discount": 0} for number in range(ITEMS)]
        order["discounts"] = []
        order["shipments"][0]["lines"] = [{"line": line["id"], "quantity": 1} for line in order["lines"]]
        paid = sum(line["unit_price"] for line in order["lines"]) + order["shipping"]["price"]
        order["payments"][0]["amount"] = paid
        _ok(api.put("/orders/asked", json=order))
        wish = {"order": "asked", "items": [_item(line["id"]) for line in order["lines"]]}

        def read() -> httpx.Response:
            return api.get("/orders/asked")

        def decide() -> httpx.Response:
            return api.post("/decisions", json=wish)

        assert len(_ok(decide())["items"]) == ITEMS
        for _ in range(WARM):
            read()
            decide()
        turns = [(_took(read), _took(decide)) for _ in range(TIMES)]
        reads, decisions = (statistics.median(some) * 1000 for some in zip(*turns, strict=True))
        keep(Figure(f"POST /decisions, {ITEMS} items, p50", decisions, "ms", "GET /orders/{id}", reads))
        cpu_read, cpu_decide = (_cpu(stack, work) for work in (read, decide))
        keep(Figure("  CPU of web and PostgreSQL", cpu_decide, "ms", "GET /orders/{id}", cpu_read))


def _item(line: str) -> dict[str, object]:
    return {"line": line, "quantity": 1, "reason": "too-small"}


def _took(ask: Callable[[], httpx.Response]) -> float:
    began = time.perf_counter()
    _ok(ask())
    return time.perf_counter() - began


def _cpu(stack: Stack, ask: Callable[[], httpx.Response]) -> float:
    """Milliseconds a call."""
    before = stack.cpu_seconds("web") + stack.cpu_seconds("postgres")
    for _ in range(TIMES):
        ask()
    return (stack.cpu_seconds("web") + stack.cpu_seconds("postgres") - before) / TIMES * 1000


def _ok(answer: httpx.Response) -> dict[str, list[object]]:
    if answer.status_code >= 400:
        raise RuntimeError(answer.text)
    found: dict[str, list[object]] = answer.json()
    return found
