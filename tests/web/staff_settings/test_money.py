"""What the law leaves to the shop about money is chosen on a page of the settings."""

from uuid import UUID

import pytest
from django.test import Client

from volte.kit.words import PaymentKind
from volte.runtime import shop_settings

PAGE = "/staff/settings/money/"
ORDER = ["gift_card", "card", "wallet", "pay_later", "transfer", "cash_on_delivery", "credit"]
TYPED = {
    **{f"place_{kind}": str(place) for place, kind in enumerate(ORDER, 1)},
    "partial_outbound": "full",
    "wrapping": "order",
    "credit_months": "36",
    "credit_bonus_months": "12",
    "account_tax": "445710",
}


def test_what_is_chosen_holds(boss: Client, shop: UUID) -> None:
    assert boss.get(PAGE).status_code == 200
    assert boss.post(PAGE, TYPED).status_code == 302
    settings = shop_settings.of_shop(shop)
    assert [kind.value for kind in settings.money.tenders] == ORDER
    assert settings.money.partial_outbound == "full"
    assert (settings.credit_months, settings.credit_bonus_months) == (36, 12)
    assert settings.money.accounts == {"tax": "445710"}
    page = boss.get(PAGE).content.decode()
    assert page.index('name="place_gift_card"') < page.index('name="place_card"')
    assert 'value="445710"' in page
    assert boss.post(PAGE, TYPED | {"credit_bonus_months": ""}).status_code == 302
    assert shop_settings.of_shop(shop).credit_bonus_months is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"place_card": "1"}, "stand at place 1"),
        ({"place_card": "8"}, "from 1 to 7"),
        ({"place_card": ""}, "from 1 to 7"),
        ({"credit_months": "0"}, "1 to 120 months"),
        ({"credit_bonus_months": "121"}, "1 to 120 months"),
        ({"account_tax": "44 57"}, "letters and digits only"),
        ({"partial_outbound": "half"}, ""),
    ],
)
def test_what_cannot_hold_is_refused(boss: Client, shop: UUID, wrong: dict[str, str], said: str) -> None:
    answer = boss.post(PAGE, {**TYPED, **wrong})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert shop_settings.of_shop(shop).money.tenders[0] is PaymentKind.CARD
