"""For every operation there is: a stranger is refused, and so is a member of another shop. Made from the registry."""

import contextlib
import importlib
import inspect
import pkgutil
from typing import Any, get_type_hints
from uuid import UUID

import pytest

import volte
from volte.kit import ids
from volte.kit.errors import NotAllowed, Refused
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import REGISTRY
from volte.runtime.permissions import EVERYTHING, Permission


def import_everything() -> None:
    for module in pkgutil.walk_packages(volte.__path__, "volte."):
        if ".migrations" not in module.name and not module.name.endswith((".wsgi", ".console")):
            importlib.import_module(module.name)


import_everything()
NAMES = sorted(name for name in REGISTRY if not name.startswith("tests"))


def arguments(call: Any, by: Actor) -> dict[str, Any]:
    """Something for each parameter: enough to reach the permission check, which comes first."""
    given: dict[str, Any] = {"by": by}
    for name, parameter in inspect.signature(call).parameters.items():
        if name != "by" and parameter.default is inspect.Parameter.empty:
            given[name] = None
    return given


def ids_only(call: Any) -> bool:
    """Operations that need nothing but ids and texts can be called for real with a foreign id."""
    hints = get_type_hints(inspect.unwrap(call))
    needed = [n for n, p in inspect.signature(call).parameters.items() if p.default is inspect.Parameter.empty]
    return all(n == "by" or hints.get(n) in (UUID, str, bool) for n in needed)


@pytest.mark.parametrize("name", NAMES)
def test_a_stranger_is_refused(name: str, shop: UUID) -> None:
    stranger = Actor(shop_id=shop, kind="member", id=ids.new_id(), name="Nobody", permissions=frozenset())
    with pytest.raises(NotAllowed):
        REGISTRY[name].call(**arguments(REGISTRY[name].call, stranger))


@pytest.mark.parametrize("name", [name for name in NAMES if ids_only(REGISTRY[name].call)])
def test_another_shops_member_finds_nothing(name: str, shop: UUID, other_shop: UUID) -> None:
    """With all permissions in their own shop, a foreign id leads to a refusal or to nothing done here."""
    from volte.runtime.models import AuditEntry

    foreigner = Actor(other_shop, "member", ids.new_id(), "Foreigner", EVERYTHING | {Permission.OWN_RETURNS})
    hints = get_type_hints(inspect.unwrap(REGISTRY[name].call))
    made: dict[str, Any] = {"by": foreigner}
    for parameter, hint in hints.items():
        if parameter not in ("by", "return") and parameter in arguments(REGISTRY[name].call, foreigner):
            made[parameter] = ids.new_id() if hint is UUID else "x" if hint is str else False
    with contextlib.suppress(Refused):
        REGISTRY[name].call(**made)
    with tenancy.entered(shop):
        assert not AuditEntry.objects.exists()
