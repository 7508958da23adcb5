"""`make test-crash RUNS=300`: the storm, its figures, and exit 1 when something does not hold."""

import secrets

import click
from tools.stack import Stack

from tests.crash import storm


@click.command()
@click.option("--runs", default=300, show_default=True)
@click.option("--seed", type=int, help="As printed by an earlier storm; the moments of the machine still differ.")
def main(runs: int, seed: int | None) -> None:
    """Kill everything that can be killed while refunds are on their way, then count."""
    drawn = secrets.randbelow(1_000_000) if seed is None else seed
    click.echo(f"{runs} runs, seed {drawn}")
    with Stack() as stack:
        report = storm.weather(stack, runs=runs, seed=drawn)
    for name, times in sorted(report.blows.items()):
        click.echo(f"  {times:4} x {name}")
    click.echo(f"{report.runs} returns in {report.seconds:.0f} s, {report.again} pieces of old news told again:")
    click.echo(f"  {report.failed} failed for good before they were")
    click.echo(f"  paid once by the provider {report.paid}, once another way {report.otherwise}")
    click.echo(f"  more than once {report.twice}, not to the cent {report.lost}; {len(report.wrong)} things wrong")
    for each in report.wrong:
        click.echo(f"  {each}")
    raise SystemExit(1 if report.wrong else 0)


if __name__ == "__main__":
    main()
