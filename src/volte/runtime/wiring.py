"""Which adapter stands behind a port? Bound once in `project/wiring.py`; tests bind fakes."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from volte.kit.errors import Invalid

T = TypeVar("T")
_factories: dict[tuple[type[Any], str], Callable[[], Any]] = {}
_made: dict[tuple[type[Any], str], Any] = {}


def bind(port: type[T], name: str, factory: Callable[[], T]) -> None:
    """Say how to make the adapter called `name` of `port`. It is made when first asked for, once per process."""
    _factories[port, name] = factory
    _made.pop((port, name), None)


def adapter(port: type[T], name: str) -> T:
    """The adapter called `name` of `port`; refuses `adapter_unknown`."""
    key = (port, name)
    if key not in _made:
        factory = _factories.get(key)
        if factory is None:
            raise Invalid("adapter_unknown", port=port.__name__, name=name)
        _made[key] = factory()
    return cast(T, _made[key])


def names(port: type[Any]) -> list[str]:
    return sorted(name for bound, name in _factories if bound is port)
