"""The facts insights are asked of: made anew from the database."""

import click

from volte.insights import projection
from volte.runtime.models import Shop


@click.group()
def insights() -> None:
    """What the returns tell."""


@insights.command()
@click.option("--shop", "handle", help="Only this shop; without it, every shop.")
def rebuild(handle: str | None) -> None:
    """Write all facts anew from the database. Nothing is lost by it: the database holds everything they say."""
    chosen = Shop.objects.filter(handle=handle) if handle else Shop.objects.order_by("handle")
    if handle and not chosen.exists():
        raise click.ClickException(f"There is no shop called {handle}.")
    for shop in chosen:
        projection.rebuild(shop_id=shop.id)
        click.echo(f"{shop.handle}: facts written anew")
