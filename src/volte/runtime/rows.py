"""The kind of row that belongs to one shop."""

from typing import Any, Self
from uuid import UUID

from django.db import models

from volte.kit import ids
from volte.runtime import late, tenancy


class ShopQuerySet(models.QuerySet[Any]):
    """Rows of the entered shop; created rows belong to it without being told."""

    def create(self, **fields: Any) -> Any:
        fields.setdefault("shop_id", tenancy.current())
        return super().create(**fields)


class ShopManager(models.Manager.from_queryset(ShopQuerySet)):  # type: ignore[misc]  # built by Django at run time
    """Fails closed: no shop entered, no rows."""

    use_in_migrations = False

    def get_queryset(self) -> Any:
        rows = super().get_queryset()
        if late.awaits(self.model):
            late.write()
        if tenancy.is_everywhere():
            return rows
        return rows.filter(shop_id=tenancy.current())


class ShopRow(models.Model):
    """A row of one shop. Row-level security is laid over every table of this kind by `isolation.enforce()`."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    shop = models.ForeignKey("volte_runtime.Shop", on_delete=models.PROTECT, related_name="+", db_index=False)
    shop_id: UUID

    objects = ShopManager()

    class Meta:
        abstract = True

    @classmethod
    def of_shop(cls, **fields: Any) -> Self:
        """A new, unsaved row of the entered shop (for bulk writes)."""
        return cls(shop_id=tenancy.current(), **fields)

    def insert_late(self) -> None:
        """Insert this new row before the transaction commits, together with all that waits (see `late`)."""
        late.add(self)
