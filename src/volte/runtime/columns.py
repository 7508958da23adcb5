"""A row's values as PostgreSQL takes them: most fields hold them so already, only the others are asked to turn them."""

from collections.abc import Iterable
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
_AS_READ = "_volte_as_read"


def values(row: models.Model, names: Iterable[str] | None = None) -> list[Any]:
    """The values of these fields (by `attname`), or of all of them in the order of the table."""
    turns, own = _turns(type(row)), row.__dict__
    return [own[name] if turns[name] is None else turns[name](own[name], connection) for name in names or turns]


def as_read(row: models.Model) -> None:
    """Take the row's values as those of the database: `changes` is counted from here."""
    own = row.__dict__
    own[_AS_READ] = {name: own[name] for name in _turns(type(row))}


def changes(row: models.Model) -> tuple[str, ...]:
    """The fields (by `attname`) that were assigned another value since the row was read or written."""
    own = row.__dict__
    return tuple(name for name, value in own[_AS_READ].items() if own[name] != value)


@lru_cache(maxsize=256)
def _turns(model: type[models.Model]) -> dict[str, Any]:
    """`attname` -> what turns a value of the field, or None."""
    return {
        field.attname: None if type(field) in _AS_THEY_ARE else field.get_db_prep_save
        for field in model._meta.concrete_fields
    }
