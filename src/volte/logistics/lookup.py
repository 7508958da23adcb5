"""The rows and places the verbs of logistics start from, or a refusal."""

from uuid import UUID

from volte.kit.errors import Invalid, NotFound
from volte.logistics.models import Parcel
from volte.runtime import hot
from volte.runtime.shop_settings import Location, ShopSettings


def parcel(parcel_id: UUID) -> Parcel:
    """The row of a parcel; refuses `parcel_unknown`."""
    row = hot.first(Parcel, id=parcel_id)
    if row is None:
        raise NotFound("parcel_unknown")
    return row


def location(*, settings: ShopSettings, handle: str | None) -> Location:
    """A location by its handle, or the receiving one; refuses `destination_unknown`."""
    found = settings.location(handle) if handle else settings.receiving_location()
    if found is None:
        raise Invalid("destination_unknown")
    return found
