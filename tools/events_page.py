"""docs/reference/events.md, written from the events themselves. `python -m tools.events_page` writes it anew."""

import dataclasses
import importlib
import inspect
from pathlib import Path
from typing import Any, get_type_hints
from uuid import UUID

from volte.runtime import published
from volte.runtime.events import KINDS, Event

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "events.md"
HEAD = """# Events

What happens in a shop, as [`GET /events`](../how-to/api-guide.md) tells it and [webhooks](../how-to/webhooks.md)
bring it. This page is written from the code (`python -m tools.events_page`); `make check` fails when it is old.

Every event has the same frame:

```json
{
  "position": 4711,
  "id": "evt_01jd3v9k8c5f2n7q0r4t6w8y1z",
  "type": "return.approved",
  "timestamp": "2026-11-22T09:30:00.123456Z",
  "data": {"return": "ret_01jd3v9k7a2b4c6d8e0f1g3h5j", "number": "R7K2X-M4QX"}
}
```

`position` grows in the order in which things became true; numbers in between belong to other shops. `id` is also the
`webhook-id` of a message, the same each time it is sent. `timestamp` is when it happened, in UTC. Ids wear the prefix
under which the API knows the thing; what is not there is `null`, or an empty text. An amount is `{"amount": 4999,
"currency": "EUR"}` in minor units. New types and new fields may be added; what is here keeps its name and meaning.

To raise a shop's stock listen to `unit.restocked` and `unit.taken_out` and to nothing else: that a box arrived, or
that money went back, says nothing about what can be sold.
"""
_TITLES = {
    "catalogue": "Orders and products",
    "policy": "Policy",
    "returns": "Returns",
    "logistics": "Parcels",
    "warehouse": "Goods",
    "money": "Money",
    "messages": "Messages",
    "webhooks": "Webhooks",
    "runtime": "The shop itself",
}
_TEST = """
### `webhook.test`

Somebody pressed the test button: means nothing, and stands in no feed. Its `position` is `null`, its `data` empty.
"""


def main() -> None:
    PAGE.write_text(written(), encoding="utf-8")


def written() -> str:
    """The whole page."""
    for folder in sorted((ROOT / "src" / "volte").glob("*/events.py")):
        if folder.parent.name != "runtime":
            importlib.import_module(f"volte.{folder.parent.name}.events")
    kinds = sorted(kind for kind, event in KINDS.items() if event.__module__.startswith("volte."))
    areas: dict[str, list[str]] = {}
    for kind in kinds:
        areas.setdefault(KINDS[kind].__module__.split(".")[1], []).append(kind)
    order = [*(area for area in _TITLES if area in areas), *sorted(set(areas) - set(_TITLES))]
    parts = [HEAD]
    for area in order:
        parts.append(f"\n## {_TITLES.get(area, area.capitalize())}\n")
        parts += [_event(kind, KINDS[kind]) for kind in areas[area]]
    return "".join(parts) + _TEST


def faults() -> list[str]:
    """Events nobody explained, ids nobody named, and a page that is old."""
    try:
        page = written()
    except ValueError as error:
        return [str(error)]
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page:
        return ["docs/reference/events.md is old: python -m tools.events_page"]
    return []


def _event(kind: str, event: type[Event]) -> str:
    said = inspect.getdoc(event) or ""
    if not said or said.startswith(f"{event.__name__}("):
        raise ValueError(f"{event.__module__}.{event.__name__}: say in its docstring what happened")
    hints = get_type_hints(event)
    rows = [
        _row(kind, field.name, hints[field.name])
        for field in dataclasses.fields(event)  # type: ignore[arg-type]  # events are dataclasses
        if field.name not in published.OURS and field.name != "currency"
    ]
    said = " ".join(said.split())
    return f"\n### `{kind}`\n\n{said}\n\n| field | |\n|---|---|\n" + "".join(rows)


def _row(kind: str, name: str, hint: Any) -> str:
    if name in published.PUBLIC:
        outside, prefix = published.PUBLIC[name]
        many = hint == tuple[UUID, ...]
        empty = " or `null`" if hint == UUID | None else ""
        return f"| `{outside}` | {'list of ' if many else ''}`{prefix}_…`{empty} |\n"
    if hint in (UUID, UUID | None, tuple[UUID, ...]):
        raise ValueError(f"{kind}: {name} needs its public name in runtime.published.PUBLIC")
    if name in published.MONEY:
        return f"| `{name}` | amount |\n"
    words = {str: "text", int: "whole number", bool: "`true` or `false`"}
    return f"| `{name}` | {words.get(hint, 'list')} |\n"


if __name__ == "__main__":
    main()
