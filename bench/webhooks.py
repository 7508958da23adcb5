"""News to ten receivers: deliveries a second and CPU for each, beside a bare httpx loop that posts the same bodies."""

import asyncio
import subprocess
import sys
import time
from typing import Any

import httpx
import psutil
import psycopg
from tests.live import recent_order
from tools.stack import Stack

from bench.report import Figure, keep
from volte.webhooks.rules.lanes import AT_ONCE

RECEIVERS, EVENTS = 10, 400
# Says yes and forgets, in a process of its own so that its CPU is not ours; the end of each body is all it waits for.
_RECEIVER = """
import asyncio, sys
class Yes(asyncio.Protocol):
    def connection_made(self, transport): self.to, self.have = transport, b""
    def data_received(self, data):
        self.have += data
        while (end := self.have.find(b"\\r\\n\\r\\n")) >= 0:
            head = self.have[:end].lower()
            length = int(head.partition(b"content-length:")[2].split(b"\\r\\n")[0])
            if len(self.have) < end + 4 + length: return
            self.have = self.have[end + 4 + length:]
            self.to.write(b"HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok")
async def main():
    loop = asyncio.get_running_loop()
    servers = [await loop.create_server(Yes, "127.0.0.1", 0) for _ in range(int(sys.argv[1]))]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""
_COPY = """
INSERT INTO volte_runtime_outboxevent (id, shop_id, kind, data, subject_id, happened_at, position, dispatched_at,
                                       failures, last_error)
SELECT gen_random_uuid(), shop_id, kind, data, subject_id, now(), n
       + (SELECT max(position) FROM volte_runtime_outboxevent), now(), 0, ''
  FROM volte_runtime_outboxevent, generate_series(1, %s) n
 WHERE id = (SELECT id FROM volte_runtime_outboxevent WHERE kind = 'return.approved' LIMIT 1)
"""
_OPEN = "SELECT count(*) FROM volte_webhooks_delivery WHERE status <> 'taken'"
_TAKEN = "SELECT count(*) FROM volte_webhooks_delivery WHERE status = 'taken'"


def run() -> None:
    receiver = subprocess.Popen([sys.executable, "-c", _RECEIVER, str(RECEIVERS)], stdout=subprocess.PIPE, text=True)
    assert receiver.stdout is not None
    urls = [f"http://127.0.0.1:{port}/volte" for port in receiver.stdout.readline().split()]
    try:
        with Stack() as stack, stack.api as api:
            body = _one_event(api)
            for url in urls:
                api.post("/webhooks", json={"url": url}).raise_for_status()
            sends = RECEIVERS * EVENTS
            bare_seconds, bare_cpu = _bare(urls, body, sends)
            seconds, cpu, rows_cpu = _ours(stack, sends)
            idle = _idle(stack)
        name = f"webhooks to {RECEIVERS} receivers"
        keep(Figure(f"{name}, deliveries", sends / seconds, "1/s", "bare httpx loop", sends / bare_seconds))
        keep(Figure(f"{name}, events", EVENTS / seconds, "1/s"))
        each, reference = cpu / EVENTS * 1000, bare_cpu / EVENTS * 1000
        keep(Figure(f"{name}, worker CPU per event", each, "ms", "bare httpx loop", reference))
        keep(Figure(f"{name}, PostgreSQL CPU per event", rows_cpu / EVENTS * 1000, "ms"))
        keep(Figure(f"{name}, worker CPU while nothing happens", idle * 1000, "ms/s"))
    finally:
        receiver.terminate()
        receiver.wait()


def _one_event(api: httpx.Client) -> bytes:
    """A true event to copy, as the feed tells it."""
    api.put("/orders/one", json=recent_order("one")).raise_for_status()
    api.post("/returns", json={"order": "one", "items": [{"line": "l1"}]}).raise_for_status()
    for _ in range(100):
        found: list[Any] = api.get("/events", params={"type": "return.approved"}).json()["data"]
        if found:
            return httpx.Request("POST", "http://x", json=found[0]).content
        time.sleep(0.1)
    raise RuntimeError("no event was told")


def _ours(stack: Stack, sends: int) -> tuple[float, float, float]:
    """Events appear in the feed at once; wall time, CPU of the worker and of PostgreSQL until all were taken."""
    with psycopg.connect(stack.server.url, autocommit=True) as db:
        time.sleep(3)
        worker, rows = stack.cpu_seconds("worker"), stack.cpu_seconds("postgres")
        began = time.perf_counter()
        db.execute(_COPY, [EVENTS])
        while _count(db, _TAKEN) < sends:
            time.sleep(0.1)
        seconds = time.perf_counter() - began
        assert _count(db, _OPEN) == 0
        return seconds, stack.cpu_seconds("worker") - worker, stack.cpu_seconds("postgres") - rows


def _idle(stack: Stack, seconds: float = 10.0) -> float:
    before = stack.cpu_seconds("worker")
    time.sleep(seconds)
    return (stack.cpu_seconds("worker") - before) / seconds


def _bare(urls: list[str], body: bytes, sends: int) -> tuple[float, float]:
    """The least anybody could do with httpx: as many tries at once as ours, no rows, no signature, no check."""
    process = psutil.Process()
    times = process.cpu_times()
    began = time.perf_counter()
    asyncio.run(_post_all(urls, body, sends))
    after = process.cpu_times()
    return time.perf_counter() - began, (after.user - times.user) + (after.system - times.system)


async def _post_all(urls: list[str], body: bytes, sends: int) -> None:
    await asyncio.gather(*(_post_to(url, body, sends // len(urls)) for url in urls))


async def _post_to(url: str, body: bytes, sends: int) -> None:
    """A client for each receiver: one for all looks through everybody's connections, and costs twice as much."""
    left = iter(range(sends))
    async with httpx.AsyncClient(trust_env=False) as client:

        async def one_lane() -> None:
            for _ in left:
                (await client.post(url, content=body)).raise_for_status()

        await asyncio.gather(*(one_lane() for _ in range(AT_ONCE)))


def _count(db: "psycopg.Connection[Any]", statement: str) -> int:
    row = db.execute(statement.encode()).fetchone()
    return int(row[0]) if row else 0
