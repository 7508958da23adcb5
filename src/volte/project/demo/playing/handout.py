"""What does whoever starts the demo need to know? `demo.json`: addresses, logins, a key, the tour."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import UUID

from volte.project.demo import tour
from volte.project.demo.playing import cast
from volte.runtime import people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import EVERYTHING

_KEY_NAME = "Linotte"


def written(*, file: Path, url: str, handle: str, shop_id: UUID) -> None:
    """Make an API key, and write everything down for the owner of the machine only."""
    key = people.make_key(by=Actor.system(shop_id), name=_KEY_NAME, permissions=EVERYTHING)
    stops = tour.stops()
    told: dict[str, Any] = {
        "url": url,
        "shop": handle,
        "api_key": key.secret,
        "logins": [asdict(login) for login in cast.logins()],
        "shopper_hint": f"order {stops[0].number}, {stops[0].email}",
        "tour": [asdict(stop) for stop in stops],
    }
    file.touch(mode=0o600)
    file.write_text(json.dumps(told, indent=2, ensure_ascii=False), encoding="utf-8")


def is_written(*, shop_id: UUID) -> bool:
    """The key is made last: a shop with one was played to its end."""
    with tenancy.entered(shop_id):
        keys = people.keys()
    return any(key.name == _KEY_NAME for key in keys)
