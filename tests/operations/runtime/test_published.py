"""Events as other programs read them: ids they can use, and nothing left to guess."""

import dataclasses
import importlib
import pkgutil
from typing import Any, get_type_hints
from uuid import UUID

import volte
from volte.kit import ids
from volte.runtime import published
from volte.runtime.events import KINDS, Event

for _module in pkgutil.walk_packages(volte.__path__, "volte."):
    if _module.name.endswith(".events"):
        importlib.import_module(_module.name)


def fields(event: type[Event]) -> list[tuple[str, Any]]:
    hints = get_type_hints(event)
    return [(field.name, hints[field.name]) for field in dataclasses.fields(event)]  # type: ignore[arg-type]  # they are


def test_every_id_of_every_event_has_a_public_name() -> None:
    for kind, event in KINDS.items():
        for name, hint in fields(event):
            if not kind.startswith("test.") and hint in (UUID, UUID | None, tuple[UUID, ...]):
                assert name in published.PUBLIC, f"{kind}.{name} would be told as a plain id"


def test_ids_wear_their_prefix_money_its_currency_and_subjects_are_returns() -> None:
    one, two = ids.new_id(), ids.new_id()
    told = published.public_data(
        {
            "refund_id": str(one),
            "subject_kind": "return",
            "subject_id": str(two),
            "amount": 4999,
            "currency": "EUR",
            "line_id": None,
            "units": [{"unit": str(one), "subject": str(two), "line": None, "sku": "ROBE-M"}],
            "refunds": [str(one)],
        }
    )
    assert told == {
        "refund": ids.public("rfd", one),
        "return": ids.public("ret", two),
        "amount": {"amount": 4999, "currency": "EUR"},
        "item": None,
        "units": [{"unit": ids.public("unt", one), "return": ids.public("ret", two), "item": None, "sku": "ROBE-M"}],
        "refunds": [ids.public("rfd", one)],
    }
