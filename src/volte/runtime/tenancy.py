"""Which shop are we in? Entered once per piece of work, and everything else is out of reach.

Two locks: `ShopRow.objects` filters by the entered shop and raises when there is none; PostgreSQL's row-level
security compares each row with `volte.shop`, set for the length of the transaction only (so a transaction pooler
cannot leak it).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db import connection, transaction

_EVERYWHERE = "*"
_current: ContextVar[UUID | str | None] = ContextVar("volte_shop", default=None)


class NoShopEntered(RuntimeError):
    """Rows of shops were asked for outside `entered(...)`: a fault in the program, stopped here."""


class AnotherShopEntered(RuntimeError):
    """One piece of work tried to touch two shops: a fault in the program, stopped here."""


def current() -> UUID:
    """The shop we are in."""
    shop = _current.get()
    if not isinstance(shop, UUID):
        raise NoShopEntered("enter a shop first: `with tenancy.entered(shop_id): …`")
    return shop


def is_everywhere() -> bool:
    return _current.get() == _EVERYWHERE


@contextmanager
def entered(shop_id: UUID) -> Iterator[None]:
    """One transaction inside one shop. Entering the same shop again joins the transaction."""
    inside = _current.get()
    if inside == shop_id and connection.in_atomic_block:
        yield
        return
    if inside is not None:
        raise AnotherShopEntered(f"in {inside}, asked for {shop_id}")
    with _open(shop_id):
        yield


@contextmanager
def everywhere() -> Iterator[None]:
    """One transaction across all shops: for the dispatcher, the sweeps and looking up whose key this is.

    Only `volte.runtime` and the command line may call this (held by a test).
    """
    if _current.get() is not None:
        raise AnotherShopEntered(f"in {_current.get()}, asked for all shops")
    with _open(_EVERYWHERE):
        yield


@contextmanager
def _open(shop: UUID | str) -> Iterator[None]:
    token = _current.set(shop)
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('volte.shop', %s, true)", [str(shop)])
            yield
    finally:
        _current.reset(token)
