"""The commands that put parts together; those of single areas come from `volte.cli`."""

import os
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command

from volte.cli import checks, importing, insights
from volte.project import processes
from volte.runtime import isolation


@click.group()
@click.version_option("0.1.0", prog_name="volte")
def volte() -> None:
    """Volte, the open-source returns system."""


@volte.group("import")
def importing_group() -> None:
    """Take in what a shop already has."""


importing_group.add_command(importing.import_command)
volte.add_command(checks.law)
volte.add_command(checks.ledger)
volte.add_command(insights.insights)


@volte.command()
def migrate() -> None:
    """Bring the database up to date, and lay the isolation of shops over it."""
    call_command("migrate", verbosity=0, interactive=False)
    isolation.enforce()


@volte.command()
@click.argument("areas", nargs=-1)
@click.option("--check", is_flag=True, help="Only say whether a migration is missing.")
def makemigrations(areas: tuple[str, ...], check: bool) -> None:
    """Write migrations for changed models (developers)."""
    call_command("makemigrations", *areas, check_changes=check, dry_run=check)


@volte.command()
@click.option("--port", default=8000, show_default=True)
@click.option("--workers", default=1, show_default=True, help="Web processes.")
def serve(port: int, workers: int) -> None:
    """The web server: pages and API."""
    parts = processes.Parts(Path(settings.VOLTE_HOME))
    parts.start("web", processes.web_command(port=port, workers=workers), VOLTE_DATABASE_ROLE="volte_app")
    try:
        parts.running["web"].wait()
    except KeyboardInterrupt:
        parts.stop()


@volte.command()
@click.option("--concurrency", default=4, show_default=True, help="Jobs at once.")
def worker(concurrency: int) -> None:
    """The worker: reactions to events, mail, labels, refunds, the schedule."""
    # The worker imports every area; other commands need not wait for that.
    from volte.project import worker as process  # noqa: PLC0415

    process.run(os.environ["DATABASE_URL"], concurrency=concurrency)


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
