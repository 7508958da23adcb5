"""The few reads and writes every request makes, with their SQL written once.

Composing a statement costs Django more than PostgreSQL needs to answer it: measured over a complete return, two thirds
of all CPU. These know equality only, always of the entered shop, and give ordinary rows; everything else is asked
through `objects`.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models.base import ModelState

from volte.runtime import columns, late, sql, tenancy
from volte.runtime.rows import ShopRow

Row = TypeVar("Row", bound=ShopRow)
Converter = Callable[[Any, Any, Any], Any]


def rows(model: type[Row], *, order: str = "", lock: bool = False, **equal: Any) -> list[Row]:
    """The shop's rows whose columns equal these values (any of them, for a list), locked until the end if asked."""
    if late.awaits(model):
        late.write()
    shape = tuple((name, isinstance(value, list)) for name, value in equal.items())
    found = sql.run(_select(model, shape, order, lock), [tenancy.current(), *equal.values()])
    return [_row(model, values) for values in found.fetchall()]


def first(model: type[Row], *, order: str = "", lock: bool = False, **equal: Any) -> Row | None:
    """The first such row, or None."""
    return next(iter(rows(model, order=order, lock=lock, **equal)), None)


def save(row: ShopRow) -> None:
    """Write what was changed of a row that was read here (fields assigned, not filled), when the transaction ends."""
    late.change(row)


def _row(model: type[Row], values: Iterable[Any]) -> Row:
    names, converters = _shape(model)
    made = list(values)
    for place, converter in converters:
        made[place] = converter(made[place], None, connection)
    # What Django's own constructor would end with; nobody listens for rows being made, and it costs more than the read.
    row = model.__new__(model)
    row._state = ModelState()
    row._state.adding, row._state.db = False, "default"
    row.__dict__.update(zip(names, made, strict=True))
    columns.as_read(row)
    return row


@lru_cache(maxsize=64)
def _shape(model: type[ShopRow]) -> tuple[tuple[str, ...], tuple[tuple[int, Converter], ...]]:
    fields = model._meta.concrete_fields
    converters = [(place, turn) for place, field in enumerate(fields) for turn in field.get_db_converters(connection)]
    return tuple(field.attname for field in fields), tuple(converters)


@lru_cache(maxsize=256)
def _select(model: type[ShopRow], shape: tuple[tuple[str, bool], ...], order: str, lock: bool) -> str:
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    tests = [f'"{_field(model, name).column}" = {"ANY(%s)" if many else "%s"}' for name, many in shape]
    where = " AND ".join(["shop_id = %s", *tests])
    ordered = f" ORDER BY {order}" if order else ""
    table = model._meta.db_table
    return f'SELECT {columns} FROM "{table}" WHERE {where}{ordered}{" FOR UPDATE" if lock else ""}'  # noqa: S608  # names of our own columns


@lru_cache(maxsize=512)
def _field(model: type[ShopRow], name: str) -> Any:
    return next(field for field in model._meta.concrete_fields if name in (field.name, field.attname))
