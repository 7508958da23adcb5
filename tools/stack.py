"""A whole Volte for benches and fault tests: database, simulator, web and worker in a folder of its own."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx
import psutil

from volte.project import processes
from volte.runtime.postgres.server import Server

_SETUP = """
import json, sys
import django; django.setup()
from volte.project import wiring; wiring.connect()
from tools import stack_shop
print(json.dumps(stack_shop.make()))
"""


# Seconds each part may take to answer: a machine that runs everything at once is slow.
_PATIENCE = 120.0


class Stack:
    """`with Stack() as stack:` gives `stack.url`, `stack.api` (an HTTP client with a key) and its processes."""

    def __init__(
        self,
        *,
        web: bool = True,
        worker: bool = True,
        web_workers: int = 1,
        cold: Path | None = None,
        **environment: str,
    ) -> None:
        """`cold` is a copy of the files of a server, migrated and stopped; without one it is made here."""
        self.home = Path(tempfile.mkdtemp(prefix="volte-stack-"))
        self.server = Server(self.home)
        self.parts = processes.Parts(self.home)
        self.port, self.psp_port = _free_port(), _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.psp_url = f"http://127.0.0.1:{self.psp_port}"
        self._wanted = (web, worker)
        self._web_workers = web_workers
        self._more = environment
        self._cold = cold
        self.shop: dict[str, Any] = {}

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def environment(self) -> dict[str, str]:
        return {
            "VOLTE_HOME": str(self.home),
            "DATABASE_URL": self.server.url,
            "VOLTE_PSP_URL": self.psp_url,
            "VOLTE_PSP_WEBHOOK_SECRET": "whsec_stack",
            "VOLTE_PUBLIC_URL": self.url,
            "VOLTE_DEMO_SHOP": "stack",
            # Dead workers are noticed sooner than in a shop: tests kill some.
            "VOLTE_SILENT_SECONDS": "15",
            # Receivers of tests and benches are here.
            "VOLTE_WEBHOOKS_ALLOW": "127.0.0.0/8",
            # Whoever stands for many visitors says which one they are.
            "VOLTE_TRUSTED_PROXIES": "127.0.0.1/32",
            "DJANGO_SETTINGS_MODULE": "volte.project.settings",
            "VOLTE_TESTING": "",
            **self._more,
        }

    @property
    def api(self) -> httpx.Client:
        headers = {"Authorization": f"Bearer {self.shop['key']}"}
        return httpx.Client(base_url=f"{self.url}/api/v1", headers=headers, timeout=60)

    def _start(self) -> None:
        if self._cold is not None:
            shutil.copytree(self._cold, self.home, dirs_exist_ok=True)
        self.server.start(wait_seconds=_PATIENCE)
        if self._cold is None:
            self.volte("migrate", role="")
        self.start_psp()
        self.shop = json.loads(self.python(_SETUP).splitlines()[-1])
        self.volte("collect-static", role="")
        web, worker = self._wanted
        if web:
            self.start_web()
        if worker:
            self.start_worker()

    def start_psp(self) -> None:
        command = [
            *(sys.executable, "-m", "volte_simulators.psp", "--port", str(self.psp_port)),
            *("--state", str(self.home / "psp.sqlite"), "--open-unknown-charges"),
            *("--webhook-url", f"{self.url}/hooks/psp", "--webhook-secret", "whsec_stack"),
        ]
        self.parts.start("psp", command, **self.environment)
        self.parts.wait_for("psp", f"{self.psp_url}/healthz", seconds=_PATIENCE)

    def start_web(self) -> None:
        command = processes.web_command(port=self.port, workers=self._web_workers)
        self.parts.start("web", command, **self.environment, VOLTE_DATABASE_ROLE="volte_app")
        self.parts.wait_for("web", f"{self.url}/healthz", seconds=_PATIENCE)

    def start_worker(self, name: str = "worker") -> None:
        environment = {**self.environment, "VOLTE_DATABASE_ROLE": "volte_app"}
        self.parts.start(name, processes.worker_command(), **environment)
        if "web" in self.parts.running:
            self.parts.wait_for(name, f"{self.url}/readyz", seconds=_PATIENCE)

    def volte(self, *words: str, role: str = "volte_app") -> str:
        """Run a command of `volte` to its end; its output."""
        return self._run([sys.executable, "-m", "volte.project.console", *words], role)

    def python(self, code: str) -> str:
        return self._run([sys.executable, "-c", code], "volte_app")

    def _run(self, command: list[str], role: str) -> str:
        environment = {**os.environ, **self.environment, "VOLTE_DATABASE_ROLE": role}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{command[-1][:60]}: {done.stdout[-800:]}{done.stderr[-2000:]}")
        return done.stdout

    def cpu_seconds(self, name: str) -> float:
        """User and system time of a part and its children so far."""
        pid = self.server.pid if name == "postgres" else self.parts.running[name].pid
        return cpu_of_tree(psutil.Process(pid))

    def stop(self) -> None:
        self.parts.stop()
        self.server.stop()
        shutil.rmtree(self.home, ignore_errors=True)


def cpu_of_tree(process: psutil.Process) -> float:
    """User and system seconds of a process and its children, ended ones too: PostgreSQL's backends end with their
    connections.

    The parent is read after them: one that ends while we look has its time there by then.
    """
    below = 0.0
    for child in process.children():
        with contextlib.suppress(psutil.NoSuchProcess):
            below += cpu_of_tree(child)
    times = process.cpu_times()
    return below + times.user + times.system + times.children_user + times.children_system


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
