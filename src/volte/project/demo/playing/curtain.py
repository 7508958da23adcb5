"""`volte demo-shop`: plays the demo shop into the database, once, and writes down how to come in."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import click
import httpx
from django.conf import settings
from django.db import connection
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from volte.connectors.mail.shelf import Shelf
from volte.messages import ports as mail
from volte.project.demo import shop, world
from volte.project.demo.playing import handout, play
from volte.runtime import clock, wiring
from volte.runtime.models import Shop


def handle() -> str:
    """The shop the front page shows; without a wish of whoever runs it, the demo's own."""
    return str(settings.DEMO_SHOP or shop.handle())


def rise(*, file: Path, say: Callable[[str], None]) -> None:
    """Play the shop unless it is there, and write `file` unless it is there."""
    shop_id = _shop_id()
    if shop_id is None:
        shop_id = _played()
    elif not handout.is_written(shop_id=shop_id):
        raise click.ClickException("The demo shop is not finished. `volte demo --reset` makes it anew.")
    else:
        say("The demo shop is there already.")
    if not file.exists():
        handout.written(file=file, url=settings.PUBLIC_URL, handle=handle(), shop_id=shop_id)


def is_cut_off() -> bool:
    """Is there a demo shop that was not played to its end?"""
    shop_id = _shop_id()
    return shop_id is not None and not handout.is_written(shop_id=shop_id)


def _shop_id() -> UUID | None:
    row = Shop.objects.filter(handle=handle()).first()
    return row.id if row else None


def _played() -> UUID:
    # Nobody of the past gets real mail; and what a power cut could take from us can be played again.
    wiring.bind(mail.Mail, mail.OUTGOING, Shelf)
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit TO off")
    made = world.make(now=clock.now())
    with _bar() as bar:
        task = bar.add_task("Playing nine months")
        cast, _ = play.play(
            handle=handle(),
            world=made,
            charge=_charge,
            done=lambda place, total: bar.update(task, completed=place, total=total),
        )
    return cast.shop_id


def _charge(charges: Sequence[Mapping[str, Any]]) -> None:
    """Fill the payment simulator with what customers paid."""
    answer = httpx.post(f"{settings.PSP_URL}/_control/charges", json=list(charges), timeout=30, trust_env=False)
    answer.raise_for_status()


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
    return Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True))
