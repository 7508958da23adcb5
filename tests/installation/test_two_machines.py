"""Two machines, each with a web and a worker: one database, one folder of files, homes of their own.

The second one's clock is five minutes fast. People go from one to the other between two clicks, a worker is killed with
its hands full: nothing is done twice, nothing is lost.
"""

import os
import shutil
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from tools import stack as town
from tools.stack import Stack

from tests import embedded
from tests.live import recent_order
from volte.project import processes

pytestmark = [pytest.mark.serial, pytest.mark.xdist_group("machines")]

FAST = 300
# Runs before anything else in every Python process of the second machine: only the clock asks the time.
_SKEWED = f"""
import datetime, volte.runtime.clock as clock
_true = clock.now
clock.now = lambda: _true() + datetime.timedelta(seconds={FAST})
"""


class Machines:
    """The stack is the first machine; beside it stands the second."""

    def __init__(self, first: Stack, shared: Path) -> None:
        self.first = first
        self.home = Path(tempfile.mkdtemp(prefix="volte-second-"))
        self.port = town._free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        (self.home / "clock").mkdir()
        (self.home / "clock" / "sitecustomize.py").write_text(_SKEWED)
        shutil.copytree(first.home / "static", self.home / "static")
        self.environment = {
            **first.environment,
            "VOLTE_HOME": str(self.home),
            "VOLTE_FILES": str(shared),
            "VOLTE_DATABASE_ROLE": "volte_app",
            "PYTHONPATH": str(self.home / "clock"),
        }

    def start(self) -> None:
        parts = self.first.parts
        parts.start("web2", processes.web_command(port=self.port), **self.environment)
        parts.wait_for("web2", f"{self.url}/healthz", seconds=120)
        self.start_worker()

    def start_worker(self) -> None:
        self.first.parts.start("worker2", processes.worker_command(), **self.environment)

    @property
    def urls(self) -> tuple[str, str]:
        return self.first.url, self.url

    def api(self, url: str) -> httpx.Client:
        key = {"Authorization": f"Bearer {self.first.shop['key']}"}
        return httpx.Client(base_url=f"{url}/api/v1", headers=key, timeout=60)


@pytest.fixture(scope="module")
def machines() -> Iterator[Machines]:
    shared = Path(tempfile.mkdtemp(prefix="volte-shared-"))
    keys = {"VOLTE_FILES": str(shared), "VOLTE_SECRET_KEY": "one-key-for-both-" * 3}
    with Stack(cold=embedded.cold(), **keys) as first:
        both = Machines(first, shared)
        both.start()
        yield both
    shutil.rmtree(shared, ignore_errors=True)
    shutil.rmtree(both.home, ignore_errors=True)


def test_a_journey_goes_from_one_machine_to_the_other_at_each_step(machines: Machines) -> None:
    with machines.api(machines.urls[0]) as here, machines.api(machines.urls[1]) as there:
        assert here.put("/orders/two-1", json=recent_order("two-1")).status_code == 201
        wish = {"order": "two-1", "items": [{"line": "l1"}], "method": "drop_off"}
        asked = there.post("/returns", json=wish, headers={"Idempotency-Key": "two-1"})
        again = here.post("/returns", json=wish, headers={"Idempotency-Key": "two-1"})
        assert asked.status_code == again.status_code == 201 and asked.json() == again.json()
        assert again.headers["Idempotency-Replayed"] == "true"
        label = here.get(f"/returns/{asked.json()['id']}/label.pdf")
        assert label.content.startswith(b"%PDF")
        # Made on one machine, read on the other: the same file.
        assert there.get(f"/returns/{asked.json()['id']}/label.pdf").content == label.content
        box = there.post("/arrivals", json={"code": asked.json()["number"]}).json()
        assert here.post(f"/units/{box['units'][0]['id']}/inspection", json={}).status_code == 201
        assert settled(there, asked.json()["id"]) == ["succeeded"]


def test_a_session_begun_on_one_machine_holds_on_the_other(machines: Machines) -> None:
    with httpx.Client(follow_redirects=True) as agent:
        page = agent.get(f"{machines.urls[0]}/staff/login/")
        token = page.text.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
        form = {"csrfmiddlewaretoken": token, "login": "odile@example.com", "password": machines.first.shop["password"]}
        # Cookies know no ports, so both webs are one host to a browser.
        agent.post(f"{machines.urls[1]}/staff/login/", data=form)
        assert "/login" not in str(agent.get(f"{machines.urls[0]}/staff/").url)
        assert "/login" not in str(agent.get(f"{machines.urls[1]}/staff/").url)


def test_behind_a_proxy_that_ends_https(machines: Machines) -> None:
    """Cookies are for HTTPS only, forms come in, and visitors are told to come so again; nobody else
    can pretend."""
    port, host = town._free_port(), "returns.example.com"
    address = {"VOLTE_PUBLIC_URL": f"https://{host}", "VOLTE_HOSTS": f"{host},127.0.0.1"}
    parts = machines.first.parts
    parts.start("web3", processes.web_command(port=port), **machines.environment | address)
    parts.wait_for("web3", f"http://127.0.0.1:{port}/healthz", seconds=120)
    proxied = {"Host": host, "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=proxied) as visitor:
        page = visitor.get("/staff/login/")
        assert page.headers["Strict-Transport-Security"] == "max-age=31536000"
        assert all("secure" in cookie.lower() for cookie in page.headers.get_list("set-cookie"))
        token = page.text.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
        cookies = "; ".join(cookie.partition(";")[0] for cookie in page.headers.get_list("set-cookie"))
        form = {"csrfmiddlewaretoken": token, "login": "odile@example.com", "password": machines.first.shop["password"]}
        origin = {"Origin": f"https://{host}", "Cookie": cookies}
        entered = visitor.post("/staff/login/", data=form, headers=origin)
        assert entered.status_code == 302 and "Secure" in entered.headers["set-cookie"]
        stolen = visitor.post("/staff/login/", data=form, headers=origin | {"Origin": "https://evil.example"})
        assert stolen.status_code == 403
        plain = visitor.get("/staff/login/", headers={"X-Forwarded-Proto": "http"})
        assert "Strict-Transport-Security" not in plain.headers
        assert visitor.get("/staff/login/", headers={"Host": "evil.example"}).status_code == 400
        assert visitor.get("/metrics").status_code == 404
    web = parts.running.pop("web3")
    web.terminate()
    web.wait(timeout=60)


def test_with_a_worker_killed_in_the_middle_nothing_is_twice_and_nothing_is_lost(machines: Machines) -> None:
    """Twenty returns by four hands over both webs; the second worker dies when some of them are paid."""
    turns = cycle(machines.urls)
    hands = [(number, next(turns), next(turns)) for number in range(20)]
    with ThreadPoolExecutor(4) as pool:
        walks = [pool.submit(walk, machines, *hand) for hand in hands]
        while paid_at_provider(machines) < 3 and not all(one.done() for one in walks):
            time.sleep(0.05)
        worker = machines.first.parts.running["worker2"]
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
        views = [one.result() for one in walks]
    machines.start_worker()
    with machines.api(machines.urls[0]) as api:
        for view in views:
            assert settled(api, view["id"]) == ["succeeded"], view
        # The money first; the case hears of it by an event, which the dead worker may have held for a minute.
        with psycopg.connect(machines.first.server.url, autocommit=True) as database:
            until_none(database, "SELECT count(*) FROM volte_runtime_outboxevent WHERE dispatched_at IS NULL")
        for view in views:
            steps = Counter(step["what"] for step in api.get(f"/returns/{view['id']}/timeline").json()["data"])
            assert steps["refund_succeeded"] == 1, steps
    for number in range(20):
        assert len(refunds_at_provider(machines, f"ch_kill-{number}")) == 1
    with psycopg.connect(machines.first.server.url, autocommit=True) as database:
        left = database.execute(
            "SELECT kind, failures, last_error, retry_at - now() FROM volte_runtime_outboxevent "
            "WHERE dispatched_at IS NULL"
        ).fetchall()
        assert left == []
        twice = database.execute(
            "SELECT subject_id, occasion, count(*) FROM volte_messages_mail WHERE occasion <> 'scanned' "
            "GROUP BY 1, 2 HAVING count(*) > 1"
        ).fetchall()
        assert twice == []
        # Mail in the dead worker's hands is tried again after ten minutes: let them have passed.
        database.execute("UPDATE volte_messages_mail SET next_try_at = now() WHERE status = 'queued'")
        until_none(database, "SELECT count(*) FROM volte_messages_mail WHERE status = 'queued'")
        assert database.execute("SELECT count(*) FROM volte_messages_mail WHERE status <> 'sent'").fetchone() == (0,)
    machines.first.volte("ledger", "verify")


def test_the_doctor_of_the_second_machine_sees_its_clock(machines: Machines) -> None:
    home = {"VOLTE_HOME": str(machines.home), "PYTHONPATH": str(machines.home / "clock")}
    command = [*processes.worker_command()[:-1], "doctor"]
    with machines.first.parts.home.joinpath("doctor.log").open("w+b") as out:
        environment = {**os.environ, **machines.environment, **home, "VOLTE_DATABASE_ROLE": "", "LANG": "C"}
        town.subprocess.run(command, env=environment, stdout=out, stderr=out, check=False)
        out.seek(0)
        said = out.read().decode()
    assert "clock is 300 s off" in said, said


def walk(machines: Machines, number: int, here: str, there: str) -> dict[str, Any]:
    """One return, every second step on the other machine."""
    with machines.api(here) as one, machines.api(there) as other:
        one.put(f"/orders/kill-{number}", json=recent_order(f"kill-{number}")).raise_for_status()
        view: dict[str, Any] = (
            other.post("/returns", json={"order": f"kill-{number}", "items": [{"line": "l1"}]})
            .raise_for_status()
            .json()
        )
        box = one.post("/arrivals", json={"code": view["number"]}).raise_for_status().json()
        other.post(f"/units/{box['units'][0]['id']}/inspection", json={}).raise_for_status()
        return view


def settled(api: httpx.Client, return_id: str) -> list[str]:
    """How its refunds stand when one has succeeded, or when patience ends."""
    found: list[str] = []
    deadline = time.monotonic() + 150
    while time.monotonic() < deadline and "succeeded" not in found:
        found = [refund["status"] for refund in api.get("/refunds", params={"return": return_id}).json()["data"]]
        time.sleep(0.2)
    return found


def refunds_at_provider(machines: Machines, charge: str) -> list[dict[str, Any]]:
    key = {"Authorization": "Bearer sk_test_volte"}
    answer = httpx.get(f"{machines.first.psp_url}/v1/refunds?charge={charge}", headers=key, timeout=60)
    found: list[dict[str, Any]] = answer.json()["data"]
    return found


def paid_at_provider(machines: Machines) -> int:
    return sum(len(refunds_at_provider(machines, f"ch_kill-{number}")) for number in range(0, 20, 2))


def until_none(database: psycopg.Connection[Any], counted: str) -> None:
    """Until nothing is counted, or when patience ends."""
    deadline = time.monotonic() + 150
    while time.monotonic() < deadline and database.execute(counted).fetchone() != (0,):
        time.sleep(0.3)
