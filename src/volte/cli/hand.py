"""Whoever types at the command line of the machine, in which shop."""

import getpass
import os
from uuid import UUID, uuid5

import click

from volte.runtime.actor import Actor
from volte.runtime.models import Shop
from volte.runtime.permissions import EVERYTHING


def at_the_command_line(handle: str | None) -> Actor:
    """By their name on this machine: nobody looks at a person unseen. In the only shop when none is named."""
    shop_id = _shop(handle)
    try:
        name = getpass.getuser()
    except (KeyError, OSError):  # In a container a number may have no name.
        name = str(os.getuid())
    return Actor(shop_id, "command", uuid5(shop_id, name), name, EVERYTHING)


def _shop(handle: str | None) -> UUID:
    rows = list(Shop.objects.filter(handle=handle) if handle else Shop.objects.all()[:2])
    if len(rows) != 1:
        raise click.ClickException("Name the shop: --shop HANDLE." if not handle else f"There is no shop {handle!r}.")
    return rows[0].id
