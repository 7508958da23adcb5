"""A shop begins, and its settings change."""

from typing import Any
from uuid import UUID

from pydantic import ValidationError

from volte.kit.errors import Conflict, Invalid
from volte.runtime import clock, shop_settings
from volte.runtime.actor import Actor
from volte.runtime.models import Shop
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import ShopSettings, of_shop


def open_shop(*, handle: str, settings: ShopSettings) -> UUID:
    """A new shop (command line only: nobody is a member yet); refuses `shop_exists`."""
    row, made = Shop.objects.get_or_create(
        handle=handle, defaults={"settings": settings.model_dump(mode="json"), "created_at": clock.now()}
    )
    if not made:
        raise Conflict("shop_exists", handle=handle)
    return row.id


@operation(Permission.SETTINGS_WRITE)
def change_settings(*, by: Actor, changes: dict[str, Any]) -> ShopSettings:
    """Replace the named settings; the whole must still be valid, else `settings_invalid` with the field and why."""
    Shop.objects.select_for_update().get(id=by.shop_id)
    shop_settings.changed(by.shop_id)  # whoever held the row may have changed them since we looked
    whole = of_shop(by.shop_id).model_dump(mode="json") | changes
    try:
        settings = ShopSettings.model_validate(whole)
    except ValidationError as error:
        first = error.errors()[0]
        raise Invalid("settings_invalid", field=".".join(map(str, first["loc"])), why=first["msg"]) from error
    Shop.objects.filter(id=by.shop_id).update(settings=settings.model_dump(mode="json"))
    shop_settings.changed(by.shop_id)
    return settings
