"""Places to hand a parcel over, from the shop's own settings: its stores."""

from collections.abc import Sequence
from uuid import UUID

from volte.kit.address import Address
from volte.logistics.ports import DropOffPoint
from volte.runtime import shop_settings
from volte.runtime.shop_settings import Location


class ShopStores:
    """Implements `DropOffPoints`: the same postcode first, then the same département or region, then the rest."""

    def near(self, *, shop_id: UUID, where: Address, language: str) -> Sequence[DropOffPoint]:
        settings = shop_settings.of_shop(shop_id)
        stores = [place for place in settings.locations if place.kind == "store" and place.country == where.country]
        stores.sort(key=lambda place: -_shared(place.postcode, where.postcode))
        return [_point(place, settings.brand.name, language) for place in stores]


def _point(place: Location, brand: str, language: str) -> DropOffPoint:
    address = Address(country=place.country, name=brand, line1=place.line1, postcode=place.postcode, city=place.city)
    hours = shop_settings.words(place.hours, language)
    return DropOffPoint(handle=place.handle, name=place.name, address=address, hours=hours)


def _shared(one: str, other: str) -> int:
    """How many leading characters two postcodes share: a rough nearness that needs no map."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
