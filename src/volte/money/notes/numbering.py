"""The next number of a company's year: counted in the transaction that writes its note, or not at all."""

import logging
from datetime import date
from uuid import UUID

from volte.money.models import CreditNoteSeries
from volte.runtime import sql, tenancy
from volte.runtime.shop_settings import Entity

log = logging.getLogger(__name__)
_OPEN = """
INSERT INTO volte_money_creditnoteseries (id, shop_id, entity, year, prefix, last, last_on)
VALUES (%s, %s, %s, %s, %s, 0, %s) ON CONFLICT DO NOTHING
"""
_NEXT = """
UPDATE volte_money_creditnoteseries SET last = last + 1, last_on = greatest(last_on, %s)
 WHERE shop_id = %s AND entity = %s AND year = %s RETURNING id, prefix, last, last_on
"""

Counted = tuple[UUID, int, str, int, date]


def count(*, entity: Entity, today: date) -> Counted | None:
    """The series of the year with its next number, and the day: never before the day of the number before. None when
    the prefix is not free."""
    shop, own = tenancy.current(), register_of(entity=entity)
    asked = [today, shop, own, today.year]
    found = sql.run(_NEXT, asked).fetchone()
    if found is None:
        new = CreditNoteSeries.of_shop(entity=own, year=today.year, prefix=entity.note_prefix, last_on=today)
        sql.run(_OPEN, [new.id, shop, own, today.year, new.prefix, today])
        found = sql.run(_NEXT, asked).fetchone()
    if found is None:
        log.warning("credit notes wait: their prefix is another company's", extra={"prefix": entity.note_prefix})
        return None
    series, prefix, place, day = found
    return series, today.year, prefix, place, day


def prefix_is_free(*, entity: Entity, year: int) -> bool:
    """May this company begin its numbers of the year so? Not when another of this shop does already. (The same company
    in another shop is not seen from here: the database refuses its numbers all the same.)"""
    taken = CreditNoteSeries.objects.filter(prefix=entity.note_prefix, year=year)
    return not taken.exclude(entity=register_of(entity=entity)).exists()


def register_of(*, entity: Entity) -> str:
    """What a legal entity is recognised by: its number in the register, for tax, or else its name."""
    return (entity.siren or entity.vat_id or entity.name)[:60]
