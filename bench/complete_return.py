"""A complete return over HTTP: decide, create, label, scan, arrival, inspection, settled.

CPU is counted in two halves, so that nobody's work hides in somebody else's: first the web process and PostgreSQL with
the worker held still (SIGSTOP), then the worker and PostgreSQL as it catches up. The floor is the same number of rows
written by hand with psycopg. The simulator is not counted.
"""

import os
import signal
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
from tests.live import recent_order
from tools.stack import Stack

from bench import floor
from bench.report import Figure, keep

WARM, COUNT_ONE, COUNT_EIGHT = 12, 60, 200


def run() -> None:
    with Stack() as stack:
        _prepare(stack, "warm", WARM)
        _go(stack, "warm", WARM, clients=1)
        _settled(stack, "warm", WARM)
        for clients, count in ((1, COUNT_ONE), (8, COUNT_EIGHT)):
            _live(stack, clients, count)
        _cpu(stack)


def _live(stack: Stack, clients: int, count: int) -> None:
    """Everything at once, as it runs in life: returns a second and how long one takes to be settled."""
    name = f"live{clients}"
    _prepare(stack, name, count)
    began = time.perf_counter()
    http = _go(stack, name, count, clients=clients)
    asked = time.perf_counter() - began
    _settled(stack, name, count)
    whole = time.perf_counter() - began
    keep(Figure(f"complete return, {clients} client(s): asked to inspected", count / asked, "returns/s"))
    keep(Figure(f"complete return, {clients} client(s): all settled and paid", count / whole, "returns/s"))
    keep(Figure(f"complete return, {clients} client(s): HTTP p50", statistics.median(http) * 1000, "ms"))
    keep(Figure(f"complete return, {clients} client(s): HTTP p99", _p99(http) * 1000, "ms"))


def _cpu(stack: Stack) -> None:
    count = COUNT_EIGHT
    _prepare(stack, "cpu", count)
    worker = _hold_still(stack)
    before = _times(stack)
    rows_before = floor.rows(stack)
    _go(stack, "cpu", count, clients=8)
    web = _since(stack, before)
    rows_after = floor.rows(stack)
    before = _times(stack)
    os.kill(worker, signal.SIGCONT)
    _settled(stack, "cpu", count)
    late = _since(stack, before)
    # Last, with the worker held again: the copies are rows like any other, and nobody shall act on them.
    _hold_still(stack)
    by_hand = floor.measure(stack, rows_before, rows_after, count)
    asked = (web["web"] + web["postgres"]) / count * 1000
    keep(Figure("CPU a return: web + PostgreSQL", asked, "ms", "the same rows by hand", by_hand))
    keep(Figure("  of it the web process", web["web"] / count * 1000, "ms"))
    keep(Figure("  of it PostgreSQL", web["postgres"] / count * 1000, "ms"))
    keep(Figure("CPU a return: worker", late["worker"] / count * 1000, "ms"))
    keep(Figure("  PostgreSQL meanwhile", late["postgres"] / count * 1000, "ms"))
    total = asked + (late["worker"] + late["postgres"]) / count * 1000
    keep(Figure("CPU a return: everything", total, "ms", "Medusa 2.21, shopper's flow (its own machine run)", 744.0))


def _hold_still(stack: Stack) -> int:
    """Stop the worker between two transactions, so that it holds nothing others wait for; its process id."""
    worker = stack.parts.running["worker"].pid
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        os.kill(worker, signal.SIGSTOP)
        if floor.under_way(stack) == 0:
            return worker
        os.kill(worker, signal.SIGCONT)
        time.sleep(0.05)
    raise TimeoutError("the worker is never idle")


def _prepare(stack: Stack, name: str, count: int) -> None:
    with stack.api as api:
        for number in range(count):
            handle = f"{name}-{number}"
            order = recent_order(handle)
            # A customer each, as in life: one who had ordered a thousand times would be asked about for long.
            order["customer"] |= {"id": f"c-{handle}", "email": f"{handle}@example.com"}
            api.put(f"/orders/{handle}", json=order).raise_for_status()


def _go(stack: Stack, name: str, count: int, *, clients: int) -> list[float]:
    """Each order's first dress goes all the way to the bench; seconds each return spent in HTTP calls."""
    apis = [stack.api for _ in range(clients)]

    def one(number: int) -> float:
        return _one_return(apis[number % clients], f"{name}-{number}")

    with ThreadPoolExecutor(clients) as hands:
        took = list(hands.map(one, range(count)))
    for api in apis:
        api.close()
    return took


def _one_return(api: httpx.Client, order: str) -> float:
    wish = {"order": order, "items": [{"line": "l1", "quantity": 1, "reason": "too-small"}]}
    began = time.perf_counter()
    _ok(api.post("/decisions", json=wish))
    made = _ok(api.post("/returns", json=wish, headers={"Idempotency-Key": order})).json()
    _ok(api.get(f"/returns/{made['id']}/label.pdf"))
    _ok(api.post(f"/returns/{made['id']}/scans", json={"kind": "dropped_off"}))
    box = _ok(api.post("/arrivals", json={"code": made["number"], "units": [{"line": "l1", "quantity": 1}]})).json()
    _ok(api.post(f"/units/{box['units'][0]['id']}/inspection", json={"findings": []}))
    return time.perf_counter() - began


def _settled(stack: Stack, name: str, count: int, *, seconds: float = 300) -> None:
    """Wait until every refund is paid and every mail is sent."""
    with stack.api as api:
        number = count - 1
        ids = [_return_of(api, f"{name}-{each}") for each in range(count)]
        deadline = time.monotonic() + seconds
        while number >= 0:
            refunds = api.get("/refunds", params={"return": ids[number]}).json()["data"]
            if refunds and all(refund["status"] == "succeeded" for refund in refunds):
                number -= 1
                continue
            if time.monotonic() > deadline:
                raise TimeoutError(f"{number + 1} of {count} returns are not settled")
            time.sleep(0.2)
    _until(lambda: floor.waiting(stack) == 0, seconds)


def _return_of(api: httpx.Client, order: str) -> str:
    found: str = api.get("/returns", params={"order": order}).json()["data"][0]["id"]
    return found


def _until(holds: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError("the worker does not catch up")
        time.sleep(0.2)


def _times(stack: Stack) -> dict[str, float]:
    return {name: stack.cpu_seconds(name) for name in ("web", "worker", "postgres")}


def _since(stack: Stack, before: dict[str, float]) -> dict[str, float]:
    return {name: value - before[name] for name, value in _times(stack).items()}


def _p99(values: list[float]) -> float:
    return sorted(values)[max(0, int(len(values) * 0.99) - 1)]


def _ok(answer: httpx.Response) -> Any:
    if answer.status_code >= 400:
        raise RuntimeError(f"{answer.request.method} {answer.request.url}: {answer.status_code} {answer.text[:300]}")
    return answer
