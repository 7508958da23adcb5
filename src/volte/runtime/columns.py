"""A row's values as PostgreSQL takes them: most fields hold them so already, only the others are asked to turn them."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from django.db import connection, models

_AS_THEY_ARE = frozenset(
    {
        models.UUIDField,
        models.ForeignKey,
        models.CharField,
        models.TextField,
        models.BooleanField,
        models.IntegerField,
        models.PositiveIntegerField,
        models.PositiveSmallIntegerField,
        models.SmallIntegerField,
        models.BigIntegerField,
        models.DateField,
        models.DateTimeField,
    }
)
Turn = Callable[[Any, Any], Any]


def values(row: models.Model, names: Iterable[str] | None = None) -> list[Any]:
    """The values of these fields (by `attname`), or of all of them in the order of the table."""
    turns, own = _turns(type(row)), row.__dict__
    return [own[name] if turns[name] is None else turns[name](own[name], connection) for name in names or turns]


@lru_cache(maxsize=256)
def _turns(model: type[models.Model]) -> dict[str, Any]:
    """`attname` -> what turns a value of the field, or None."""
    return {
        field.attname: None if type(field) in _AS_THEY_ARE else field.get_db_prep_save
        for field in model._meta.concrete_fields
    }
