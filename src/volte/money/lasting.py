"""How long a store credit lasts that is issued now: the shop's settings, and the law where the customer is."""

from uuid import UUID

from volte.kit import time
from volte.law.rules import provisions
from volte.law.rules.terms import CreditTerm
from volte.law.rules.words import Topic
from volte.money.rules import credit
from volte.money.rules.credit import Lasting, Least, Terms
from volte.runtime import clock, shop_settings
from volte.runtime.shop_settings import ShopSettings


def terms(*, shop_id: UUID, country: str) -> Terms:
    """The terms in `country` ("" where nobody knows it: that of the shop). An order does not say in which state its
    customer lives: the longest that any of them asks is kept to."""
    settings, now = shop_settings.of_shop(shop_id), clock.now()
    return credit.terms(
        months=settings.credit_months,
        bonus_months=settings.credit_bonus_months,
        least=_least(settings, country),
        issued_at=now,
        zone=settings.timezone,
    )


def months(*, settings: ShopSettings, country: str) -> Lasting:
    """The same in months, to be told before a credit is chosen."""
    return credit.lasting(
        months=settings.credit_months,
        bonus_months=settings.credit_bonus_months,
        least=_least(settings, country),
    )


def _least(settings: ShopSettings, country: str) -> Least | None:
    place, today = country or settings.country, time.local_date(clock.now(), settings.timezone)
    statutes = [provisions.statute(place, today, region) for region in (None, *provisions.regions_of(place))]
    return _longest([each for statute in statutes if (each := statute.get(Topic.CREDIT_TERM, CreditTerm))])


def _longest(known: list[CreditTerm]) -> Least | None:
    if not known:
        return None
    return Least(None if any(each.for_ever for each in known) else max(each.months for each in known))
