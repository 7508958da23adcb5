"""`volte demo`: everything on one machine, from nothing to an address to open, until Ctrl-C."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import click
from django.conf import settings
from django.db import connection, connections
from django.db.backends.postgresql.base import DatabaseWrapper
from psycopg import sql

from volte.insights import folders
from volte.project import processes
from volte.project.demo.playing import curtain
from volte.project.init import environment as settings_file
from volte.runtime.models import Shop

HANDLE_FILE = "demo.json"
# What `migrate` writes once.
_KEPT = {"django_migrations", "django_content_type", "auth_permission"}


def run(home: Path, *, port: int, say: Callable[[str], None]) -> None:
    """Start every part, make the demo shop if there is none, wait for Ctrl-C, stop every part."""
    asked_to_stop = _stop_signals()
    psp_port = port + 1
    parts = processes.Parts(home)
    environment = _environment(home, port, psp_port)
    os.environ.update(environment)
    _keep(home, environment)
    try:
        say("Preparing the database…")
        _volte("migrate", role="", asked_to_stop=asked_to_stop)
        _forget_half_a_shop(home, say)
        parts.start("psp", _psp_command(home, psp_port), VOLTE_DATABASE_ROLE="volte_app")
        parts.wait_for("psp", f"http://127.0.0.1:{psp_port}/healthz")
        if not (home / HANDLE_FILE).exists():
            say("Opening the demo shop: products, orders, and returns in every state (about a minute)…")
            _volte("demo-shop", role="volte_app", asked_to_stop=asked_to_stop)
        say("Starting the web server and the worker…")
        _volte("collect-static", role="", asked_to_stop=asked_to_stop)
        parts.start("web", processes.web_command(port=port), VOLTE_DATABASE_ROLE="volte_app")
        parts.start("worker", processes.worker_command(), VOLTE_DATABASE_ROLE="volte_app")
        parts.wait_for("web", f"http://127.0.0.1:{port}/healthz")
        parts.wait_for("worker", f"http://127.0.0.1:{port}/readyz")
        _announce(home, port, say)
        _until_stopped(parts, asked_to_stop)
    except processes.PartDidNotStart as fault:
        # Whoever was stopped by us is not at fault.
        if not asked_to_stop.is_set():
            raise click.ClickException(str(fault)) from fault
    finally:
        say("Stopping…")
        parts.stop()


def forget(home: Path) -> None:
    """Throw away everything the demo made: rows, files, the provider's memory. The tables stay.

    Rows of history refuse to be deleted, so whole tables are emptied; therefore a database that also holds other shops
    is left alone.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = {str(row[0]) for row in cursor.fetchall()} - _KEPT
        if Shop._meta.db_table in tables:
            _refuse_other_shops()
            names = sql.SQL(", ").join(sql.Identifier(name) for name in sorted(tables))
            cursor.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(names))
    _leave_database()
    for folder in (settings.FILES, folders.everything()):
        shutil.rmtree(folder, ignore_errors=True)
    for file in (home / HANDLE_FILE, *home.glob("psp.sqlite*")):
        file.unlink(missing_ok=True)


def _forget_half_a_shop(home: Path, say: Callable[[str], None]) -> None:
    """What a run left behind that was cut off while the shop was being played."""
    if curtain.is_cut_off():
        say("The demo shop was cut off the last time: beginning anew.")
        forget(home)
    _leave_database()


def _leave_database() -> None:
    """This process goes on to start others: it keeps no connection, and no thread that looks after any."""
    connections.close_all()
    default = connections["default"]
    if isinstance(default, DatabaseWrapper):
        default.close_pool()


def _refuse_other_shops() -> None:
    others = sorted(Shop.objects.exclude(handle=curtain.handle()).values_list("handle", flat=True))
    if others:
        raise click.ClickException(
            f"This database also holds other shops ({', '.join(others)}): nothing was thrown away."
        )


def _environment(home: Path, port: int, psp_port: int) -> dict[str, str]:
    return {
        "VOLTE_HOME": str(home),
        "VOLTE_DEMO_SHOP": os.environ.get("VOLTE_DEMO_SHOP", "demo"),
        "VOLTE_PUBLIC_URL": os.environ.get("VOLTE_PUBLIC_URL", f"http://127.0.0.1:{port}"),
        "VOLTE_PSP_URL": f"http://127.0.0.1:{psp_port}",
        "VOLTE_PSP_WEBHOOK_SECRET": os.environ.get("VOLTE_PSP_WEBHOOK_SECRET", "whsec_demo"),
        # Whoever tries the API guide has their receiver here.
        "VOLTE_WEBHOOKS_ALLOW": os.environ.get("VOLTE_WEBHOOKS_ALLOW", "127.0.0.0/8"),
        "DJANGO_SETTINGS_MODULE": "volte.project.settings",
    }


def _keep(home: Path, environment: dict[str, str]) -> None:
    """For `volte doctor` and its like beside the running demo. The home is where they find it."""
    file = home / settings_file.DEMO
    file.unlink(missing_ok=True)
    settings_file.write(file, {name: value for name, value in environment.items() if name != "VOLTE_HOME"})


def _psp_command(home: Path, port: int) -> list[str]:
    web_port = port - 1
    return [
        *(sys.executable, "-m", "volte_simulators.psp", "--port", str(port), "--state", str(home / "psp.sqlite")),
        *("--webhook-url", f"http://127.0.0.1:{web_port}/hooks/psp"),
        *("--webhook-secret", os.environ["VOLTE_PSP_WEBHOOK_SECRET"]),
    ]


def _volte(*words: str, role: str, asked_to_stop: threading.Event) -> None:
    """Run a command of our own in a process of its own, as the role it needs, until it ends or we are to stop."""
    environment = {**os.environ, "VOLTE_DATABASE_ROLE": role}
    command = [sys.executable, "-m", "volte.project.console", *words]
    with subprocess.Popen(command, env=environment, start_new_session=True) as process:
        while process.poll() is None:
            if asked_to_stop.wait(0.1):
                process.terminate()
                process.wait()
    if process.returncode:
        raise processes.PartDidNotStart(f"`volte {' '.join(words)}` failed; the lines above say why")


def _stop_signals() -> threading.Event:
    asked = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: asked.set())
    return asked


def _announce(home: Path, port: int, say: Callable[[str], None]) -> None:
    url = f"http://127.0.0.1:{port}"
    file = home / HANDLE_FILE
    told = json.loads(file.read_text(encoding="utf-8"))
    told["url"] = url
    file.write_text(json.dumps(told, indent=2, ensure_ascii=False), encoding="utf-8")
    say("")
    say(f"Volte is ready on {url}/")
    say("")
    say(f"  shopper    {url}/            {told['shopper_hint']}")
    say(f"  agent      {url}/staff/")
    say(f"  picker     {url}/floor/")
    say(f"  mails      {url}/staff/outbox/")
    say(f"  insights   {url}/staff/insights/   log in as the owner")
    say(f"  API        {url}/api/v1/docs")
    say("")
    for login in told["logins"]:
        say(f"  {login['role']:<10} {login['email']} / {login['password']}")
    say(f"  API key    {told['api_key']}")
    say("")
    say("Ctrl-C stops everything; the data stays. `volte demo --reset` starts over.")


def _until_stopped(parts: processes.Parts, asked_to_stop: threading.Event) -> None:
    while not asked_to_stop.wait(1.0):
        name = parts.ended()
        if name is not None:
            raise processes.PartDidNotStart(f"{name} ended by itself. The end of its log:\n{parts.tail(name)}")
