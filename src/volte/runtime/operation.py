"""A verb of the product: permission, one transaction, audit.

An operation called by another joins its transaction and trusts its permission check. Idempotency of a caller's key
belongs to the whole answer and is laid around the operation by `idempotency.once`.
"""

import functools
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID

from volte.kit.errors import NotAllowed
from volte.kit.money import Money
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import AuditEntry
from volte.runtime.permissions import Permission

P = ParamSpec("P")
R = TypeVar("R")

_inside: ContextVar[bool] = ContextVar("volte_operation", default=False)


@dataclass(frozen=True, slots=True)
class Registered:
    """An operation as the tests see it: its name and the permissions of which one is needed."""

    name: str
    permissions: frozenset[Permission]
    call: Callable[..., Any]


REGISTRY: dict[str, Registered] = {}


def operation(*permissions: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a keyword-only function with `by: Actor` an operation that needs any one of `permissions`."""
    if not permissions:
        raise TypeError("an operation names the permissions it needs")

    def wrap(function: Callable[P, R]) -> Callable[P, R]:
        name = f"{function.__module__.removeprefix('volte.')}.{function.__qualname__}"

        @functools.wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            by = cast(Actor, kwargs["by"])
            if _inside.get():
                with tenancy.entered(by.shop_id):
                    return function(*args, **kwargs)
            return _outermost(name, frozenset(permissions), by, lambda: function(*args, **kwargs), kwargs)

        REGISTRY[name] = Registered(name, frozenset(permissions), run)
        return run

    return wrap


def _outermost(name: str, needed: frozenset[Permission], by: Actor, work: Callable[[], R], given: dict[str, Any]) -> R:
    if not needed & by.permissions:
        raise NotAllowed("permission_missing", permission=" / ".join(sorted(needed)))
    token = _inside.set(True)
    try:
        with tenancy.entered(by.shop_id):
            result = work()
            _audit(name, by, given)
            return result
    finally:
        _inside.reset(token)


def _audit(name: str, by: Actor, given: dict[str, Any]) -> None:
    """Only ids, codes and counts are kept: no comment, address or e-mail finds its way into the audit."""
    detail = {key: str(value) for key, value in given.items() if isinstance(value, UUID | bool | int | Money)}
    AuditEntry.of_shop(
        operation=name,
        actor_kind=by.kind,
        actor_id=by.id,
        actor_name=by.name[:120] if by.kind != "shopper" else "",
        detail=detail,
        at=clock.now(),
    ).save(force_insert=True)
