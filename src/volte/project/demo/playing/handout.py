"""What does whoever starts the demo need to know? `demo.json`: addresses, logins, a key, the tour."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from volte.project.demo.playing.cast import Cast
from volte.project.demo.world import World
from volte.runtime import people
from volte.runtime.permissions import EVERYTHING

KEY_NAME = "Linotte"


def written(*, file: Path, url: str, handle: str, cast: Cast, world: World) -> None:
    """Make the API key, and write everything down for the owner of the machine only."""
    key = people.make_key(by=cast.owner, name=KEY_NAME, permissions=EVERYTHING)
    first = world.tour[0]
    told: dict[str, Any] = {
        "url": url,
        "shop": handle,
        "api_key": key.secret,
        "logins": [asdict(login) for login in cast.logins],
        "shopper_hint": f"order {first.number}, {first.email}",
        "tour": [asdict(stop) for stop in world.tour],
    }
    file.touch(mode=0o600)
    file.write_text(json.dumps(told, indent=2, ensure_ascii=False), encoding="utf-8")
