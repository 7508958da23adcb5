"""The payment simulator as a process of its own, for every test that needs somebody to pay back money."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

SECRET = "whsec_bench"
KEY = "sk_test_bench"
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Provider:
    """A running simulator. `http` sends as a shop would; `command` and `seed` speak to its control API."""

    url: str
    http: httpx.Client
    process: subprocess.Popen[str]

    def refund(self, charge: str, amount: int, *, key: str | None = None, **more: Any) -> httpx.Response:
        headers = {} if key is None else {"Idempotency-Key": key}
        return self.http.post("/v1/refunds", data={"charge": charge, "amount": amount, **more}, headers=headers)

    def refunds(self, charge: str) -> list[dict[str, Any]]:
        return list(self.http.get("/v1/refunds", params={"charge": charge, "limit": 100}).json()["data"])

    def charge(self, id: str) -> dict[str, Any]:
        return dict(self.http.get(f"/v1/charges/{id}").json())

    def seed(self, *charges: tuple[str, int]) -> None:
        body = [{"id": id, "amount": amount, "currency": "eur"} for id, amount in charges]
        self.http.post("/_control/charges", json=body).raise_for_status()

    def command(self, kind: str, **more: Any) -> None:
        self.http.post("/_control/faults", json={"kind": kind, **more}).raise_for_status()

    def settle(self, refund: str, status: str) -> None:
        self.http.post("/_control/settlements", json={"refund": refund, "status": status}).raise_for_status()

    def cpu_seconds(self) -> float:
        """User and system time the process has used (Linux tells it in /proc)."""
        fields = self._told_by_linux("stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def open_files(self) -> set[str]:
        return {str(file.readlink()) for file in self._told_by_linux("fd").iterdir()}

    def _told_by_linux(self, what: str) -> Path:
        if sys.platform != "linux":
            pytest.skip("only Linux tells this of a process")
        return Path(f"/proc/{self.process.pid}/{what}")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def running(*arguments: str) -> Iterator[Provider]:
    """Start one on a free port; it is asked to stop at the end, and must."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "volte_simulators.psp", "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    url = process.stdout.readline().strip().rpartition(" ")[2].rstrip("/")
    with httpx.Client(base_url=url, auth=(KEY, ""), timeout=60) as http:
        try:
            yield Provider(url, http, process)
        finally:
            stopped = process.returncode is None
            if stopped:
                process.send_signal(signal.SIGTERM)
            code = process.wait(timeout=60)
            process.stdout.close()
    assert not stopped or code == 0, f"the simulator stopped with {code}"
