"""kill -9 in the middle: what was acknowledged stays, what was paid is paid once and recorded once."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from tools.stack import Stack

from tests.live import answers_again, recent_order, until

pytestmark = pytest.mark.serial


def command(stack: Stack, **fault: Any) -> None:
    httpx.post(f"{stack.psp_url}/_control/faults", json=fault, timeout=60).raise_for_status()


def refunds_at_psp(stack: Stack, charge: str) -> list[dict[str, Any]]:
    key = {"Authorization": "Bearer sk_test_volte"}
    answer = httpx.get(f"{stack.psp_url}/v1/refunds?charge={charge}", headers=key, timeout=60)
    found: list[dict[str, Any]] = answer.json()["data"]
    return found


def settle_one(api: httpx.Client, order: str) -> dict[str, Any]:
    """Open, receive and inspect a return of one dress; the refund follows by itself."""
    assert api.put(f"/orders/{order}", json=recent_order(order)).status_code == 201
    view: dict[str, Any] = api.post("/returns", json={"order": order, "items": [{"line": "l1"}]}).json()
    box = api.post("/arrivals", json={"code": view["number"]}).json()
    assert api.post(f"/units/{box['units'][0]['id']}/inspection", json={}).status_code == 201
    return view


def refunds_paid(api: httpx.Client, return_id: str) -> list[str]:
    """How the refunds of a return stand once one has succeeded, or when patience ends."""
    found: list[str] = []
    for _ in until(150, pause=0.2):
        found = [refund["status"] for refund in api.get("/refunds", params={"return": return_id}).json()["data"]]
        if "succeeded" in found:
            break
    return found


def test_a_worker_killed_in_the_middle_of_a_refund_pays_once(stack: Stack) -> None:
    api = stack.api
    # The provider takes the refund, then leaves the caller hanging: the worker dies with the answer still to come.
    command(stack, kind="hang_after", count=1, seconds=5)
    view = settle_one(api, "killed-worker")
    for _ in until(120):
        if refunds_at_psp(stack, "ch_killed-worker"):
            break
    worker = stack.parts.running["worker"]
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    stack.start_worker()
    assert refunds_paid(api, view["id"]) == ["succeeded"]
    assert len(refunds_at_psp(stack, "ch_killed-worker")) == 1
    steps = [step["what"] for step in api.get(f"/returns/{view['id']}/timeline").json()["data"]]
    assert steps.count("refund_succeeded") == 1
    api.close()


def test_postgresql_killed_under_load_keeps_every_acknowledged_return(stack: Stack) -> None:
    api = stack.api
    for number in range(60):
        assert api.put(f"/orders/load-{number}", json=recent_order(f"load-{number}")).status_code == 201
    acknowledged: list[str] = []

    def ask(number: int) -> None:
        with stack.api as mine:
            try:
                answer = mine.post("/returns", json={"order": f"load-{number}", "items": [{"line": "l1"}]})
            except httpx.HTTPError:
                return
            if answer.status_code == 201:
                acknowledged.append(answer.json()["id"])

    with ThreadPoolExecutor(6) as hands:
        jobs = [hands.submit(ask, number) for number in range(60)]
        while len(acknowledged) < 10 and not all(job.done() for job in jobs):
            time.sleep(0.01)
        pid = stack.server.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        stack.server.start()
    assert answers_again(stack)
    assert len(acknowledged) >= 10
    for return_id in acknowledged:
        assert api.get(f"/returns/{return_id}").status_code == 200
    # The worker lived through it as well: what is asked of it now is done.
    assert stack.parts.running["worker"].poll() is None
    assert refunds_paid(api, settle_one(api, "after-the-database")["id"]) == ["succeeded"]
    api.close()
