"""What shoppers may have in exchange is set on a page of the settings."""

from uuid import UUID

from django.test import Client

from volte.runtime import shop_settings
from volte.runtime.shop_settings import Exchanges

PAGE = "/staff/settings/exchanges/"


def test_the_terms_of_exchanges_are_set(boss: Client, shop: UUID) -> None:
    assert shop_settings.of_shop(shop).exchanges == Exchanges()
    assert boss.post(PAGE, {"other_articles": "on", "price": "ends", "difference_days": "21"}).status_code == 302
    assert shop_settings.of_shop(shop).exchanges == Exchanges(other_articles=True, price="ends", difference_days=21)
    page = boss.get(PAGE).content.decode()
    assert page.count("checked") == 2
    assert boss.post(PAGE, {"price": "kept", "difference_days": "14"}).status_code == 302
    assert shop_settings.of_shop(shop).exchanges == Exchanges()


def test_an_answer_nobody_offered_is_refused(boss: Client, shop: UUID) -> None:
    page = boss.post(PAGE, {"price": "doubled"})
    assert page.status_code == 422
    assert "Choose what becomes of the reduction." in page.content.decode()
    assert shop_settings.of_shop(shop).exchanges == Exchanges()
