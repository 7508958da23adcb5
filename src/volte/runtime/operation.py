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
    return _registered(permissions, _audit)


def question(*permissions: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Like `operation`, for what asks and changes nothing: permission and shop, no line in the audit."""
    return _registered(permissions, _no_audit)


Audit = Callable[[str, Actor, dict[str, Any]], None]


def _registered(permissions: tuple[Permission, ...], audit: Audit) -> Callable[[Callable[P, R]], Callable[P, R]]:
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
            return _outermost(registered, by, lambda: function(*args, **kwargs), kwargs, audit)

        registered = REGISTRY[name] = Registered(name, frozenset(permissions), run)
        return run

    return wrap


def _outermost(made: Registered, by: Actor, work: Callable[[], R], given: dict[str, Any], audit: Audit) -> R:
    if not made.permissions & by.permissions:
        raise NotAllowed("permission_missing", permission=" / ".join(sorted(made.permissions)))
    token = _inside.set(True)
    try:
        with tenancy.entered(by.shop_id):
            result = work()
            audit(made.name, by, given)
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
    ).insert_late()


def _no_audit(_name: str, _by: Actor, _given: dict[str, Any]) -> None:
    """A question leaves no trace."""
