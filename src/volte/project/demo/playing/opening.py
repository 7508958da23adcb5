"""How does the shop begin? Settings, people, policy, and full shelves, some days before its first order."""

from datetime import datetime, timedelta
from typing import Any

from volte.catalogue import operations as catalogue
from volte.policy import operations as policy
from volte.project.demo import logo, products, shop
from volte.project.demo.playing import cast
from volte.project.demo.playing.cast import Cast
from volte.project.demo.world import World
from volte.runtime import clock, files, shops, tenancy
from volte.runtime.actor import Actor
from volte.runtime.shop_settings import ShopSettings
from volte.warehouse import operations as warehouse

_BEFORE_THE_FIRST_ORDER = timedelta(days=3)


def opens_at(*, world: World) -> datetime:
    return datetime.fromisoformat(world.orders[0]["placed_at"]) - _BEFORE_THE_FIRST_ORDER


def opened(*, handle: str, world: World) -> Cast:
    """Open the shop; refuses `shop_exists`."""
    with clock.at(opens_at(world=world)):
        shop_id = shops.open_shop(handle=handle, settings=ShopSettings.model_validate(shop.settings()))
        people = cast.hired(shop_id=shop_id)
        shops.change_settings(by=people.owner, changes={"brand": _brand(people)})
        policy.publish(by=people.owner, document_text=shop.policy())
        _fill_shelves(people.owner)
    return people


def _brand(people: Cast) -> dict[str, Any]:
    with tenancy.entered(people.shop_id):
        drawn = files.keep(logo.full().encode(), media_type="image/svg+xml")
    return {**shop.settings()["brand"], "logo": drawn.digest}


def _fill_shelves(by: Actor) -> None:
    """In one transaction: some two thousand small writes."""
    with tenancy.entered(by.shop_id):
        for product in products.everything():
            catalogue.put_product(by=by, document=product.document())
            for variant in product.variants:
                for place, count in variant.stock.items():
                    if count:
                        warehouse.set_on_hand(by=by, sku=variant.sku, location=place, on_hand=count)
