"""The commands that put parts together; those of single areas come from `volte.cli`."""

import os
import shutil
import signal
import threading
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command

from volte import __version__
from volte.cli import checks, dossier, importing, insights, ledger, policy, privacy, reconcile, transfers
from volte.project import processes
from volte.project.doctor import command as consulting
from volte.project.init import command as beginning
from volte.project.keeping import command as keeping
from volte.runtime import migrating


@click.group()
@click.version_option(__version__, prog_name="volte")
def volte() -> None:
    """Volte, the open-source returns system."""


@volte.group("import")
def importing_group() -> None:
    """Take in what a shop already has."""


importing_group.add_command(importing.import_command)
volte.add_command(beginning.init)
volte.add_command(beginning.open_shop)
volte.add_command(consulting.doctor)
volte.add_command(keeping.backup)
volte.add_command(keeping.restore)
volte.add_command(checks.law)
volte.add_command(ledger.ledger)
volte.add_command(reconcile.reconcile)
volte.add_command(transfers.transfers)
volte.add_command(policy.policy)
volte.add_command(insights.insights)
volte.add_command(privacy.privacy)
volte.add_command(dossier.dossier)


@volte.command()
def migrate() -> None:
    """Bring the database up to date while the shop runs, and lay the isolation of shops over it."""
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
