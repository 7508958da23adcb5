"""The request as our pages see it: which shop, which language, who."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from volte.kit.errors import NotFound
from volte.runtime import formats, people, shop_settings
from volte.runtime.actor import Actor
from volte.runtime.models import Shop
from volte.runtime.shop_settings import ShopSettings


@dataclass(frozen=True, slots=True)
class ShopHere:
    """The shop a request is about. `prefix` is what its public addresses begin with: "/" or "/s/<handle>/"."""

    id: UUID
    handle: str
    settings: ShopSettings
    prefix: str

    @property
    def name(self) -> str:
        return self.settings.brand.name

    @property
    def languages(self) -> tuple[str, ...]:
        """The shop's languages we have texts in; all of ours when it names none of them."""
        return tuple(code for code in self.settings.languages if code in formats.LANGUAGES) or formats.LANGUAGES


class PageRequest(HttpRequest):
    """What `middleware.edge` and `middleware.faces` add. Annotate page views with it."""

    id: str
    shop: ShopHere
    language: str


class StaffRequest(PageRequest):
    """A request that passed `access.staff_required`: somebody of the shop is asking."""

    actor: Actor


def shop_at(prefix_handle: str | None) -> ShopHere:
    """The shop of `/s/<handle>/`, or the shop of `/` when there is no handle; refuses `shop_unknown`."""
    if prefix_handle is not None:
        return _here(people.shop_by_handle(prefix_handle), prefix=f"/s/{prefix_handle}/")
    if settings.DEMO_SHOP:
        return _here(people.shop_by_handle(settings.DEMO_SHOP), prefix="/")
    first = Shop.objects.order_by("created_at", "id").first()
    if first is None:
        raise NotFound("shop_unknown")
    return _here(first, prefix="/")


def shop_of(shop_id: UUID) -> ShopHere:
    """The shop somebody of the staff works for, with the address its shoppers use."""
    row = Shop.objects.get(id=shop_id)
    return _here(row, prefix="/" if row.handle == settings.DEMO_SHOP else f"/s/{row.handle}/")


def _here(row: Shop, *, prefix: str) -> ShopHere:
    return ShopHere(id=row.id, handle=row.handle, settings=shop_settings.of_shop(row.id), prefix=prefix)
