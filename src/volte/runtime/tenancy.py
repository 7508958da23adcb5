"""Which shop are we in? Entered once per piece of work, and everything else is out of reach.

Two locks: `ShopRow.objects` filters by the entered shop and raises when there is none; PostgreSQL's row-level
security compares each row with `volte.shop`, set for the length of the transaction only (so a transaction pooler
cannot leak it).
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, transaction

from volte.runtime import sql

T = TypeVar("T")
_EVERYWHERE = "*"


@dataclass(slots=True)
class _Stay:
    """Being in a shop for the length of one transaction: what was read once, and what is done before it commits."""

    shop: UUID | str
    savepoints: int = 0
    known: dict[Hashable, Any] = field(default_factory=dict)
    waiting: list[Any] = field(default_factory=list)
    endings: list[Callable[[], None]] = field(default_factory=list)


_stay: ContextVar[_Stay | None] = ContextVar("volte_shop", default=None)


class NoShopEntered(RuntimeError):
    """Rows of shops were asked for outside `entered(...)`: a fault in the program, stopped here."""


class AnotherShopEntered(RuntimeError):
    """One piece of work tried to touch two shops: a fault in the program, stopped here."""


def current() -> UUID:
    """The shop we are in."""
    stay = _stay.get()
    if stay is None or not isinstance(stay.shop, UUID):
        raise NoShopEntered("enter a shop first: `with tenancy.entered(shop_id): …`")
    return stay.shop


def is_everywhere() -> bool:
    stay = _stay.get()
    return stay is not None and stay.shop == _EVERYWHERE


@contextmanager
def entered(shop_id: UUID) -> Iterator[None]:
    """One transaction inside one shop. Entering the same shop again joins the transaction."""
    stay = _stay.get()
    if stay is not None and stay.shop == shop_id and connection.in_atomic_block:
        try:
            yield
        except BaseException:
            stay.known.clear()  # whoever goes on after a refusal reads again what the refused may have changed
            raise
        return
    if stay is not None:
        raise AnotherShopEntered(f"in {stay.shop}, asked for {shop_id}")
    with _open(shop_id):
        yield


@contextmanager
def everywhere() -> Iterator[None]:
    """One transaction across all shops: for the dispatcher, the sweeps and looking up whose key this is.

    Few may call this: `EVERYWHERE_MAY` in tools/check.py names them and holds it.
    """
    stay = _stay.get()
    if stay is not None:
        raise AnotherShopEntered(f"in {stay.shop}, asked for all shops")
    with _open(_EVERYWHERE):
        yield


def remembered(key: Hashable, read: Callable[[], T]) -> T:
    """What `read` found the first time it was asked in this transaction; outside any it is asked each time."""
    stay = _stay.get()
    if stay is None:
        return read()
    if key not in stay.known:
        stay.known[key] = read()
    found: T = stay.known[key]
    return found


def known(key: Hashable) -> Any:
    """What is remembered under this key, or None."""
    stay = _stay.get()
    return stay.known.get(key) if stay is not None else None


def forget(key: Hashable) -> None:
    """Let the next `remembered(key, …)` read again: whoever changes the thing calls this."""
    stay = _stay.get()
    if stay is not None:
        stay.known.pop(key, None)


def waiting() -> list[Any]:
    """What waits to be written before this transaction commits (see `late`); outside any nothing can wait."""
    stay = _stay.get()
    return stay.waiting if stay is not None else []


def before_leaving(work: Callable[[], None]) -> None:
    """Do `work` in this transaction just before it commits; never when it fails."""
    stay = _stay.get()
    if stay is None:
        raise NoShopEntered("there is no transaction to end")
    if work not in stay.endings:
        stay.endings.append(work)


def may_wait() -> bool:
    """May a write wait for the end of this transaction? Not inside a savepoint, which may be undone alone."""
    stay = _stay.get()
    return stay is not None and len(connection.savepoint_ids) == stay.savepoints


@contextmanager
def _open(shop: UUID | str) -> Iterator[None]:
    stay = _Stay(shop)
    with transaction.atomic():
        token = _stay.set(stay)
        try:
            stay.savepoints = len(connection.savepoint_ids)
            if not sql.begin(f"SET LOCAL volte.shop = '{shop}'"):
                sql.run("SELECT set_config('volte.shop', %s, true)", [str(shop)])
            yield
            for work in stay.endings:
                work()
        finally:
            # Left before the commit: what is done after it (`on_commit`) is in no shop, and may enter one.
            _stay.reset(token)
