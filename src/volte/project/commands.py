"""The commands that put parts together; those of single areas come from `volte.cli`. Each imports what it needs when it
is called: whoever asks what there is does not wait for all of it."""

import os
import shutil
import signal
import threading
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command

from volte import __version__
from volte.cli.lazily import LazyGroup

# A name without a sentence is part of another command, and not listed.
_LATER = {
    "init": (
        "volte.project.init.command:init",
        "A real installation: settings, database, shop, first owner, places, policy.",
    ),
    "open-shop": ("volte.project.init.command:open_shop", ""),
    "doctor": (
        "volte.project.doctor.command:doctor",
        "Check settings, database, queue, mail, payments, clock, disk, web, policies and books, and say what to do.",
    ),
    "backup": (
        "volte.project.keeping.command:backup",
        "Write database and files into FILE while the shop runs.",
    ),
    "restore": (
        "volte.project.keeping.command:restore",
        "Put the backup FILE back, bring it up to date, and prove it: rows, ledger, files.",
    ),
    "law": ("volte.cli.checks:law", "The law as data."),
    "ledger": ("volte.cli.ledger:ledger", "The money, proven."),
    "reconcile": (
        "volte.cli.reconcile:reconcile",
        "Hold the payment providers' lists of refunds against ours, and tell every difference.",
    ),
    "transfers": ("volte.cli.transfers:transfers", "Bank transfers of refunds, in files for the bank."),
    "policy": ("volte.cli.policy:policy", "The shop's return policy: check, explain, backtest, publish."),
    "insights": ("volte.cli.insights:insights", "What the returns tell."),
    "privacy": ("volte.cli.privacy:privacy", "Personal data: export, erase, keep no longer than needed."),
    "dossier": (
        "volte.cli.dossier:dossier",
        "The evidence dossier of a return: everything that happened, sealed.",
    ),
}
_IMPORTS = {
    "orders": (
        "volte.cli.importing:import_command",
        "Take in the orders of FILE: NDJSON (one order a line), CSV (one row a line of an order), or a history",
    )
}


@click.group(cls=LazyGroup, later=_LATER)
@click.version_option(__version__, prog_name="volte")
def volte() -> None:
    """Volte, the open-source returns system."""


@volte.group("import", cls=LazyGroup, later=_IMPORTS)
def importing_group() -> None:
    """Take in what a shop already has."""


@volte.command()
def migrate() -> None:
    """Bring the database up to date while the shop runs, and lay the isolation of shops over it."""
    from volte.runtime import migrating  # noqa: PLC0415

    migrating.migrate(say=_aside)


@volte.command()
@click.argument("areas", nargs=-1)
@click.option("--check", is_flag=True, help="Only say whether a migration is missing.")
def makemigrations(areas: tuple[str, ...], check: bool) -> None:
    """Write migrations for changed models (developers)."""
    call_command("makemigrations", *areas, check_changes=check, dry_run=check)


_WAIT = click.option(
    "--wait", default=60.0, show_default=True, metavar="SECONDS", help="How long to wait for `volte migrate`."
)


@volte.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True)
@click.option("--workers", default=1, show_default=True, help="Web processes.")
@_WAIT
def serve(host: str, port: int, workers: int, wait: float) -> None:
    """The web server: pages and API. Behind a proxy in a container: --host 0.0.0.0."""
    from volte.project import processes  # noqa: PLC0415
    from volte.runtime import migrating  # noqa: PLC0415

    migrating.wait_until_ready(seconds=wait, say=_aside)
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        call_command("collectstatic", interactive=False, verbosity=0)
    measured = Path(settings.VOLTE_HOME) / "metrics" / f"web-{port}"
    shutil.rmtree(measured, ignore_errors=True)
    measured.mkdir(parents=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(measured)
    # The same process from here on: whoever started us speaks with the web server itself, and reads what it says.
    command = processes.web_command(host=host, port=port, workers=workers)
    os.execve(command[0], command, {**os.environ, "VOLTE_DATABASE_ROLE": "volte_app"})  # noqa: S606  # our own command


@volte.command()
@click.option("--concurrency", default=4, show_default=True, help="Jobs at once.")
@click.option("--metrics", default="", envvar="VOLTE_WORKER_METRICS", metavar="HOST:PORT", help="Tell numbers of jobs.")
@_WAIT
def worker(concurrency: int, metrics: str, wait: float) -> None:
    """The worker: reactions to events, mail, labels, refunds, the schedule."""
    from volte.runtime import migrating  # noqa: PLC0415

    migrating.wait_until_ready(seconds=wait, say=_aside)
    # The worker imports every area; other commands need not wait for that.
    from volte.project import worker as process  # noqa: PLC0415
    from volte.project.watching import work  # noqa: PLC0415

    work.watch(metrics)
    process.run(os.environ["DATABASE_URL"], concurrency=concurrency)


@volte.command()
def database() -> None:
    """Keep the embedded PostgreSQL running, for web and worker beside it, until told to stop."""
    if os.environ.get("VOLTE_OWN_DATABASE") != "1":
        raise click.ClickException(
            "There is nothing to keep: DATABASE_URL names a PostgreSQL, or one runs here already."
        )
    told = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: told.set())
    told.wait()


@volte.command()
@click.option("--port", type=int, default=lambda: int(os.environ.get("PORT", "8000")), show_default="8000 or $PORT")
@click.option("--reset", is_flag=True, help="Throw the demo's data away and make it anew.")
def demo(port: int, reset: bool) -> None:
    """The demo shop: database, simulator, web and worker, until Ctrl-C."""
    # Only the demo needs its drawings and stories.
    from volte.project import demo_run  # noqa: PLC0415

    home = Path(settings.VOLTE_HOME)
    if reset:
        demo_run.forget(home)
    demo_run.run(home, port=port, say=click.echo)


@volte.command("demo-shop")
def demo_shop() -> None:
    """Play the demo shop into the database, unless it is there (part of `volte demo`)."""
    from volte.project import demo_run  # noqa: PLC0415
    from volte.project.demo.playing import curtain  # noqa: PLC0415

    curtain.rise(file=Path(settings.VOLTE_HOME) / demo_run.HANDLE_FILE, say=click.echo)


@volte.command("collect-static")
def collect_static() -> None:
    """Gather style sheets and scripts under names that carry their hash."""
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)


def _aside(sentence: str) -> None:
    """For people who watch: standard output is for programs."""
    click.echo(sentence, err=True)
