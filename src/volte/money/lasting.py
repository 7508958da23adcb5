"""How long a store credit lasts that is issued now: the shop's settings, and the law where the customer is."""

from uuid import UUID

from volte.kit import time
from volte.law.rules import provisions
from volte.law.rules.terms import CreditTerm
from volte.law.rules.words import Topic
from volte.money.rules import credit
from volte.money.rules.credit import Least, Terms
from volte.runtime import clock, shop_settings


def terms(*, shop_id: UUID, country: str) -> Terms:
    """The terms in `country` ("" where nobody knows it: that of the shop). An order does not say in which state its
    customer lives: the longest that any of them asks is kept to."""
    settings, now = shop_settings.of_shop(shop_id), clock.now()
    place, today = country or settings.country, time.local_date(now, settings.timezone)
    statutes = [provisions.statute(place, today, region) for region in (None, *provisions.regions_of(place))]
    return credit.terms(
        months=settings.credit_months,
        bonus_months=settings.credit_bonus_months,
        least=_longest([each for statute in statutes if (each := statute.get(Topic.CREDIT_TERM, CreditTerm))]),
        issued_at=now,
        zone=settings.timezone,
    )


def _longest(known: list[CreditTerm]) -> Least | None:
    if not known:
        return None
    return Least(None if any(each.for_ever for each in known) else max(each.months for each in known))
